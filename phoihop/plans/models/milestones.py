"""The roadmap of a programme: what must be reached in which year, and what went on into the next."""

from django.db import models
from django.db.models import F, Q

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.programmes.models import Programme
from phoihop.targets.models import Target


class Milestone(Sampled):
    """What must be reached by a day of a year (mốc lộ trình).

    In words, or as `value` of a target in that target's unit. `reached_on` is set by hand, with what shows
    it; a milestone of a target is also reached when the target's figures say so. `carried_from` is the
    milestone that was not reached and goes on here.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="milestones")
    year = models.PositiveSmallIntegerField("năm")
    text = models.CharField("phải đạt", max_length=400)
    target = models.ForeignKey(
        Target, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="chỉ tiêu"
    )
    value = models.DecimalField("mức của năm", max_digits=18, decimal_places=4, null=True, blank=True)
    due_on = models.DateField("hạn")
    bodies = models.ManyToManyField(Body, related_name="+", verbose_name="đơn vị chịu trách nhiệm")
    reached_on = models.DateField("đạt ngày", null=True, blank=True)
    proof_text = models.TextField("căn cứ xác nhận", blank=True)
    proof = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    carried_from = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="carried_to"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "mốc lộ trình"
        verbose_name_plural = "mốc lộ trình"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="milestone_has_words"),
            models.CheckConstraint(condition=Q(year=F("due_on__year")), name="milestone_due_in_its_year"),
            models.CheckConstraint(
                condition=Q(reached_on=None) | ~Q(proof_text="") | Q(proof__isnull=False),
                name="milestone_reached_has_proof",
            ),
            models.CheckConstraint(
                condition=Q(carried_from=None) | ~Q(carried_from=F("pk")), name="milestone_not_its_own_heir"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class MilestoneDecision(Decision):
    """An act on a milestone: set, changed, confirmed, taken back, carried over."""

    milestone = models.ForeignKey(Milestone, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với mốc lộ trình"
        verbose_name_plural = "việc đã làm với mốc lộ trình"
