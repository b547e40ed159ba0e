"""Periods whose figures stand: closed by the lead, opened again only with a reason."""

from django.db import models
from django.db.models import F, Q

from phoihop.core.models import Sampled
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.programmes.models import Programme


class ClosedPeriod(Sampled):
    """One closing of a period of a programme. Opened again it stays as it was, with who, when and why;
    closing once more is a new row, so the rows are the whole history."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="closed_periods")
    period_start = models.DateField("từ ngày")
    period_end = models.DateField("đến ngày")
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    closed_for = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField("khóa lúc")
    reopened_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reopened_for = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reopened_at = models.DateTimeField("mở lại lúc", null=True, blank=True)
    reason = models.TextField("lý do mở lại", blank=True)

    class Meta:
        verbose_name = "kỳ đã khóa"
        verbose_name_plural = "kỳ đã khóa"
        ordering = ["-period_end", "-period_start", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "period_start", "period_end"],
                condition=Q(reopened_at=None),
                name="closedperiod_closed_once",
            ),
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")), name="closedperiod_in_order"
            ),
            models.CheckConstraint(
                condition=Q(reopened_at=None, reopened_by=None, reopened_for=None, reason="")
                | (
                    Q(reopened_at__gte=F("closed_at"), reopened_by__isnull=False, reopened_for__isnull=False)
                    & ~Q(reason="")
                ),
                name="closedperiod_reopened_with_a_reason",
            ),
        ]

    @property
    def period(self) -> Period:
        return Period(self.period_start, self.period_end)

    @property
    def is_closed(self) -> bool:
        return self.reopened_at is None
