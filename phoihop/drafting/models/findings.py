"""What the checks say of a paper, and what people passed over."""

from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.models import one_of
from phoihop.drafting.models.drafts import Draft
from phoihop.drafting.statuses import DECISION_WORDS, FindingStatus, FindingWeight


class DraftFindingQuerySet(models.QuerySet["DraftFinding"]):
    def standing(self) -> "DraftFindingQuerySet":
        """Those the latest check still finds."""
        return self.filter(is_found=True)


class DraftFinding(models.Model):
    """A finding of the checks (`reading.checks.Finding`) on a draft, known again by its key.

    `spans` are its places in the text; `is_found` is false once a later check no longer finds it: the row
    stays, so that what was passed over stays passed over when it comes back.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="findings")
    key = models.CharField(max_length=80)
    code = models.CharField("loại", max_length=40)
    severity = models.CharField("mức", max_length=8, choices=FindingWeight)
    order = models.PositiveIntegerField("thứ tự")
    spans = models.JSONField("các chỗ trong văn bản")
    quote = models.TextField("chữ được dẫn", blank=True)
    text = models.TextField("điều thấy được")
    suggestion = models.TextField("đề nghị")
    is_found = models.BooleanField("lần soát gần nhất còn thấy", default=True)
    status = models.CharField(max_length=10, choices=FindingStatus, default=FindingStatus.OPEN)

    objects = DraftFindingQuerySet.as_manager()

    class Meta:
        verbose_name = "điểm soát được"
        verbose_name_plural = "điểm soát được"
        constraints = [
            one_of("severity", FindingWeight, name="draftfinding_severity_known"),
            one_of("status", FindingStatus, name="draftfinding_status_known"),
            models.UniqueConstraint(fields=["draft", "key"], name="draftfinding_once"),
        ]


class FindingDecision(Decision):
    """A finding passed over, with the reason, or taken up again."""

    finding = models.ForeignKey(DraftFinding, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "quyết định về điểm soát được"
        verbose_name_plural = "quyết định về điểm soát được"
        constraints = [
            models.CheckConstraint(
                condition=~Q(verb="dismiss") | ~Q(note=""), name="findingdecision_says_why"
            )
        ]

    @property
    def verb_words(self) -> str:
        """What was done, in words."""
        return DECISION_WORDS[self.verb]
