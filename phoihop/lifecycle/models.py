"""Acts that span apps and leave a row of their own."""

from django.db import models

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled
from phoihop.organisations.models import Succession
from phoihop.programmes.models import Programme


class ProgrammeSuccession(Decision, Sampled):
    """What became of a running programme when its place or a party ended: closed, or carried on by others."""

    class Outcome(models.TextChoices):
        CLOSED = "closed", "kết thúc"
        TRANSFERRED = "transferred", "chuyển cho đơn vị kế thừa"

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="successions")
    succession = models.ForeignKey(Succession, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField("kết quả", max_length=12, choices=Outcome)
    effective_on = models.DateField("từ ngày")
    legal_document = models.TextField("văn bản")

    class Meta:
        verbose_name = "kế thừa chương trình"
        verbose_name_plural = "kế thừa chương trình"
