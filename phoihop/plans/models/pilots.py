"""Pilot units (đơn vị điểm): where something is tried first, how it went, and where it was done again."""

from django.db import models
from django.db.models import F, Q

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Area, Body
from phoihop.people.models import Person
from phoihop.plans.statuses import PilotRating, PilotStatus
from phoihop.programmes.models import Clause, Programme


class Pilot(Sampled):
    """A place where a model is tried, or (`replicates`) done again after another.

    `commune` is the commune the place lay in when it was chosen, or itself; a place above has none.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="pilots")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="+", verbose_name="nội dung")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", verbose_name="địa bàn")
    commune = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị làm"
    )
    name = models.CharField("mô hình", max_length=200)
    since = models.DateField("từ ngày")
    decision_text = models.CharField("chọn theo văn bản", max_length=300)
    status = models.CharField("trạng thái", max_length=12, choices=PilotStatus, default=PilotStatus.CHOSEN)
    replicates = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replicas"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "đơn vị điểm"
        verbose_name_plural = "đơn vị điểm"
        constraints = [
            one_of("status", PilotStatus, name="pilot_status_known"),
            models.UniqueConstraint(fields=["programme", "clause", "area", "name"], name="pilot_once"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(decision_text=""), name="pilot_named_and_decided"
            ),
            models.CheckConstraint(
                condition=Q(replicates=None) | ~Q(replicates=F("pk")), name="pilot_not_after_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PilotAssessment(models.Model):
    """How a pilot went, as seen on a day."""

    pilot = models.ForeignKey(Pilot, on_delete=models.CASCADE, related_name="assessments")
    on = models.DateField("ngày đánh giá")
    rating = models.CharField("đánh giá", max_length=12, choices=PilotRating)
    text = models.TextField("nhận xét")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "đánh giá đơn vị điểm"
        verbose_name_plural = "đánh giá đơn vị điểm"
        ordering = ["-on", "-pk"]
        constraints = [
            one_of("rating", PilotRating, name="pilotassessment_rating_known"),
            models.CheckConstraint(condition=~Q(text=""), name="pilotassessment_has_words"),
        ]


class PilotDecision(Decision):
    """An act on a pilot."""

    pilot = models.ForeignKey(Pilot, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với đơn vị điểm"
        verbose_name_plural = "việc đã làm với đơn vị điểm"
