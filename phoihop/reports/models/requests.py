"""Báo cáo theo yêu cầu: a duty "khi có yêu cầu" called for, or a special report the text does not know."""

from django.db import models
from django.db.models import F, Q

from phoihop.accounts.models import Decision
from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.programmes.models import DutyRule, Programme
from phoihop.programmes.models.visibility import bodies_of
from phoihop.reports.statuses import RequestStatus


class ReportRequestQuerySet(models.QuerySet["ReportRequest"]):
    def visible_to(self, member: Member) -> "ReportRequestQuerySet":
        """The body that asks, the lead, and those asked."""
        mine = bodies_of(member.body_id).values("pk")
        return self.filter(
            Q(by_body__in=mine) | Q(programme__lead__in=mine) | Q(obligations__body__in=mine)
        ).distinct()


class ReportRequest(Sampled):
    """Somebody asked for a report on a period by a day; its obligations carry it.

    Of a special report the `duty` is its own (`is_asked`). `event_on`: the day the due day is counted from.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="report_requests")
    duty = models.ForeignKey(DutyRule, on_delete=models.PROTECT, related_name="requests")
    by_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị yêu cầu"
    )
    content = models.TextField("nội dung yêu cầu báo cáo", blank=True)
    outline = models.TextField("đề cương", blank=True)
    period_start = models.DateField("kỳ từ ngày")
    period_end = models.DateField("đến ngày")
    due_on = models.DateField("hạn cuối")
    event_on = models.DateField("ngày của việc làm mốc", null=True, blank=True)
    status = models.CharField("trạng thái", max_length=12, choices=RequestStatus, default=RequestStatus.ASKED)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("yêu cầu lúc")
    version = models.PositiveIntegerField(default=1)

    objects = ReportRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "yêu cầu báo cáo"
        verbose_name_plural = "yêu cầu báo cáo"
        constraints = [
            one_of("status", RequestStatus, name="reportrequest_status_known"),
            models.UniqueConstraint(
                fields=["duty", "period_start", "period_end"],
                condition=Q(status="asked"),
                name="reportrequest_once_a_period",
            ),
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")), name="reportrequest_period_in_order"
            ),
        ]
        indexes = [models.Index(fields=["programme", "-asked_at"])]


class RequestDecision(Decision):
    """An act on it: asked, withdrawn."""

    request = models.ForeignKey(ReportRequest, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với yêu cầu báo cáo"
        verbose_name_plural = "việc đã làm với yêu cầu báo cáo"
