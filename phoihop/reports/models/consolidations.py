"""What a receiving body makes of all reports of a period: every paragraph with its source, gaps named."""

from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models import OutgoingEntry
from phoihop.organisations.models import Body
from phoihop.programmes.models import Clause, DutyRule, Programme
from phoihop.reports.models.obligations import Obligation
from phoihop.reports.models.reports import Round
from phoihop.reports.statuses import ConsolidationStatus, ParagraphPart


class Consolidation(Sampled):
    """One body's consolidated report on a duty and period.

    `obligation`: what the body owes upward and hands this in for; one it replaces, already issued, keeps its
    entry in the register.
    """

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
    replaced_entry = models.ForeignKey(
        OutgoingEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="thay thế văn bản số",
    )  # fmt: skip
    obligation = models.OneToOneField(
        Obligation, on_delete=models.SET_NULL, null=True, blank=True, related_name="consolidation",
        verbose_name="báo cáo lên cấp trên",
    )  # fmt: skip
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
    """A body's own words under a clause or heading, taken from the round it handed in.

    Edited text keeps its source. `own_clause` is the clause of the body's own text it was written under,
    where that stands under `clause` here; `via_round` the lower level's consolidated report that brought it.
    Those not `is_named` stay with their source in the annex.
    """

    consolidation = models.ForeignKey(Consolidation, on_delete=models.CASCADE, related_name="paragraphs")
    part = models.CharField("phần", max_length=16, choices=ParagraphPart, default=ParagraphPart.RESULT)
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    own_clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    heading = models.CharField("mục của mẫu", max_length=300, blank=True)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+")
    via_round = models.ForeignKey(Round, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("nội dung")
    is_edited = models.BooleanField(default=False)
    is_named = models.BooleanField("nêu trong báo cáo", default=True)
    order = models.PositiveSmallIntegerField("thứ tự", null=True, blank=True)

    class Meta:
        verbose_name = "đoạn tổng hợp"
        verbose_name_plural = "đoạn tổng hợp"
        constraints = [
            one_of("part", ParagraphPart, name="consolidatedparagraph_part_known"),
            models.UniqueConstraint(
                fields=["consolidation", "body", "part", "clause", "own_clause", "heading"],
                name="consolidatedparagraph_once_a_source",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=~Q(part=ParagraphPart.RESULT) | (Q(clause=None) ^ Q(heading="")),
                name="consolidatedparagraph_under_one_heading",
            ),
        ]


class ConsolidationDecision(Decision):
    """An act on a consolidated report."""

    consolidation = models.ForeignKey(Consolidation, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với bản tổng hợp"
        verbose_name_plural = "việc đã làm với bản tổng hợp"
