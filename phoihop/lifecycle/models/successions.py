"""Acts that span apps and leave a row of their own."""

from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled
from phoihop.organisations.models import Succession
from phoihop.programmes.models import Programme


class ProgrammeSuccession(Decision, Sampled):
    """What became of a running programme when its place or a party ended: closed, or carried on by others.

    `undo` holds what the act changed: heirs, obligations and tasks made, obligations ended (ids), former
    tasks ({id: [body, status]}), shares passed on. Undone only before it is published to those who go on.
    """

    class Outcome(models.TextChoices):
        CLOSED = "closed", "kết thúc"
        TRANSFERRED = "transferred", "chuyển cho đơn vị kế thừa"
        SPLIT = "split", "chia cho các đơn vị kế thừa"

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="successions")
    succession = models.ForeignKey(Succession, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField("kết quả", max_length=12, choices=Outcome)
    effective_on = models.DateField("từ ngày")
    legal_document = models.TextField("văn bản")
    undo = models.JSONField("để hoàn tác", default=dict, editable=False)
    published_at = models.DateTimeField("công bố lúc", null=True, blank=True)
    undone_at = models.DateTimeField("hoàn tác lúc", null=True, blank=True)
    undone_reason = models.TextField("lý do hoàn tác", blank=True)

    class Meta:
        verbose_name = "kế thừa chương trình"
        verbose_name_plural = "kế thừa chương trình"
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "succession"],
                condition=Q(undone_at=None),
                name="programmesuccession_once",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None) | Q(undone_at=None), name="programmesuccession_published_stays"
            ),
        ]
