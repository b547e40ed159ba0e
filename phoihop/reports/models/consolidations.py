"""What a receiving body makes of all reports of a period: every paragraph with its source, gaps named."""

from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models import OutgoingEntry
from phoihop.organisations.models import Body
from phoihop.programmes.models import Clause, DutyRule, Programme
from phoihop.reports.models.reports import Round
from phoihop.reports.statuses import ConsolidationStatus


class Consolidation(Sampled):
    """One body's consolidated report on a duty and period."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="consolidations")
    duty = models.ForeignKey(DutyRule, on_delete=models.PROTECT, related_name="consolidations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="consolidations")
    period_start = models.DateField()
    period_end = models.DateField()
    status = models.CharField(max_length=10, choices=ConsolidationStatus, default=ConsolidationStatus.DRAFT)
    overview = models.TextField("đánh giá chung", blank=True)
    recommendations = models.TextField("kiến nghị, nhiệm vụ kỳ tới", blank=True)
    outgoing_entry = models.OneToOneField(
        OutgoingEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_count = models.PositiveIntegerField("số đơn vị phải báo cáo", null=True, blank=True)
    received_count = models.PositiveIntegerField("số đơn vị đã báo cáo", null=True, blank=True)
    gaps = models.JSONField("đơn vị chưa có", default=list)
    content = models.JSONField("số liệu, ý kiến lúc chốt", default=dict)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "báo cáo tổng hợp"
        verbose_name_plural = "báo cáo tổng hợp"
        constraints = [
            one_of("status", ConsolidationStatus, name="consolidation_status_known"),
            models.UniqueConstraint(
                fields=["duty", "body", "period_start", "period_end"], name="consolidation_once_a_period"
            ),
            models.CheckConstraint(
                condition=Q(status="draft")
                | Q(closed_at__isnull=False, due_count__isnull=False, received_count__isnull=False),
                name="consolidation_closed_says_coverage",
            ),
        ]


class ConsolidatedParagraph(models.Model):
    """A body's own words under a clause, taken from the round it handed in; edited text keeps its source."""

    consolidation = models.ForeignKey(Consolidation, on_delete=models.CASCADE, related_name="paragraphs")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("nội dung")
    is_edited = models.BooleanField(default=False)

    class Meta:
        verbose_name = "đoạn tổng hợp"
        verbose_name_plural = "đoạn tổng hợp"
        constraints = [
            models.UniqueConstraint(
                fields=["consolidation", "clause", "body"], name="consolidatedparagraph_once"
            )
        ]


class ConsolidationDecision(Decision):
    """An act on a consolidated report."""

    consolidation = models.ForeignKey(Consolidation, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với bản tổng hợp"
        verbose_name_plural = "việc đã làm với bản tổng hợp"
