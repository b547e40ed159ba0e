"""Gia hạn và miễn: what was decided on one obligation, and what its body asked for."""

from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.models import one_of
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.reports.models.obligations import Obligation
from phoihop.reports.statuses import ExtensionStatus


class ObligationDecision(Decision):
    """An act on an obligation: waived, owed again, extended, taken back; with the due days around it."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="decisions")
    due_before = models.DateField("hạn trước", null=True, blank=True)
    due_after = models.DateField("hạn sau", null=True, blank=True)

    class Meta:
        verbose_name = "việc đã làm với báo cáo phải nộp"
        verbose_name_plural = "việc đã làm với báo cáo phải nộp"


class Extension(models.Model):
    """The owing body asks for a later day; the receiving body grants that day, another one, or refuses."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="extensions")
    until = models.DateField("xin nộp đến hết ngày")
    reason = models.TextField("lý do")
    status = models.CharField(
        "trạng thái", max_length=12, choices=ExtensionStatus, default=ExtensionStatus.ASKED
    )
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_by_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("xin lúc")
    granted_until = models.DateField("cho nộp đến hết ngày", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "xin gia hạn"
        verbose_name_plural = "xin gia hạn"
        constraints = [
            one_of("status", ExtensionStatus, name="extension_status_known"),
            models.UniqueConstraint(
                fields=["obligation"], condition=Q(status="asked"), name="extension_one_waits"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="extension_has_a_reason"),
            models.CheckConstraint(
                condition=Q(status="granted", granted_until__isnull=False)
                | (~Q(status="granted") & Q(granted_until=None)),
                name="extension_granted_has_a_day",
            ),
        ]
