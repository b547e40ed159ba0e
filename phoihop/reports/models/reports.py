"""A report in the making, and the rounds in which it was handed in: a round never changes."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Exists, OuterRef, Q

from phoihop.accounts.models import Decision
from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models import OutgoingEntry, StoredFile
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.programmes.models import Clause
from phoihop.programmes.models.visibility import bodies_of
from phoihop.reports.models.obligations import Obligation
from phoihop.reports.statuses import ReportStatus
from phoihop.targets.models import Target
from phoihop.targets.statuses import FigureState


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, member: Member) -> "ReportQuerySet":
        """Its own body and the one that entered it; others who see the obligation once it was handed in."""
        mine = bodies_of(member.body_id).values("pk")
        handed_in = Exists(Round.objects.filter(report=OuterRef("pk")))
        seen = Obligation.objects.visible_to(member).values("pk")
        return self.filter(
            Q(obligation__body__in=mine) | Q(entered_by_body__in=mine) | (handed_in & Q(obligation__in=seen))
        )


@pghistory.track()
class Report(Sampled):
    """The working copy for one obligation; `entered_by_body` differs from the owing body on nhập hộ."""

    obligation = models.OneToOneField(Obligation, on_delete=models.CASCADE, related_name="report")
    status = models.CharField("trạng thái", max_length=12, choices=ReportStatus, default=ReportStatus.DRAFT)
    overview = models.TextField("tình hình chung", blank=True)
    shortcomings = models.TextField("khó khăn, hạn chế", blank=True)
    recommendations = models.TextField("kiến nghị, đề xuất", blank=True)
    is_nil = models.BooleanField("không phát sinh", default=False)
    entered_by_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="+", verbose_name="nhập bởi"
    )
    paper_scan = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    submitted_at = models.DateTimeField("nộp lúc", null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo"
        verbose_name_plural = "báo cáo"
        constraints = [
            one_of("status", ReportStatus, name="report_status_known"),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "returned"]) | Q(submitted_at__isnull=False),
                name="report_submitted_has_a_time",
            ),
        ]


class ReportSection(models.Model):
    """What the body writes under one clause."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("kết quả thực hiện", blank=True)

    class Meta:
        verbose_name = "phần báo cáo"
        verbose_name_plural = "phần báo cáo"
        constraints = [models.UniqueConstraint(fields=["report", "clause"], name="reportsection_once")]


class ReportText(models.Model):
    """What the body writes under a heading its form has beside the clauses."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="texts")
    key = models.CharField("phần của biểu mẫu", max_length=24)
    text = models.TextField("nội dung", blank=True)

    class Meta:
        verbose_name = "phần viết thêm"
        verbose_name_plural = "phần viết thêm"
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="reporttext_once")]


class ReportTable(models.Model):
    """The rows of one table of the form: `[{"id": …, "cells": […]}]`, cells as in calculations.tables."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="tables")
    key = models.CharField("phần của biểu mẫu", max_length=24)
    rows = models.JSONField("các dòng", default=list)

    class Meta:
        verbose_name = "bảng trong báo cáo"
        verbose_name_plural = "bảng trong báo cáo"
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="reporttable_once")]


class ReportVariant(models.Model):
    """What one person typed where another had meanwhile saved something else; it waits to be chosen from."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="variants")
    unit = models.CharField("đoạn", max_length=80)
    value = models.JSONField("bản của người này")
    by_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    settled_at = models.DateTimeField("đã chọn lúc", null=True, blank=True)
    settled_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "bản khác của một đoạn"
        verbose_name_plural = "bản khác của một đoạn"
        constraints = [
            models.UniqueConstraint(
                fields=["report", "unit", "by_person"],
                condition=Q(settled_at=None),
                name="reportvariant_one_open",
            )
        ]


class ReportFigure(models.Model):
    """A figure not yet handed in; it becomes a fact on submit. No row: not reported yet."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="figures")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=16, choices=FigureState)
    numerator = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    note = models.TextField("ghi chú, lý do", blank=True)

    class Meta:
        verbose_name = "số liệu trong báo cáo"
        verbose_name_plural = "số liệu trong báo cáo"
        constraints = [
            one_of("state", FigureState, name="reportfigure_state_known"),
            models.UniqueConstraint(fields=["report", "target"], name="reportfigure_once"),
        ]


class ReportAttachment(models.Model):
    """A file handed in with the report, for a target where it is evidence."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="attachments")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "tệp kèm báo cáo"
        verbose_name_plural = "tệp kèm báo cáo"


class Round(models.Model):
    """What was handed in, word for word and figure for figure, each time it was."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="rounds")
    sequence = models.PositiveSmallIntegerField("lần")
    content = models.JSONField("nội dung đã nộp")
    route = models.JSONField("trình tự xem xét", default=list)
    by_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("nộp lúc")

    class Meta:
        verbose_name = "lần nộp"
        verbose_name_plural = "lần nộp"
        constraints = [models.UniqueConstraint(fields=["report", "sequence"], name="round_sequence_unique")]
        triggers = [
            pgtrigger.Trigger(
                name="round_kept",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func="""
IF TG_OP = 'DELETE' AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
RAISE EXCEPTION 'a round of a report is kept as handed in' USING ERRCODE = 'integrity_constraint_violation';
""",
            )
        ]


class RoundPaper(models.Model):
    """A round signed as a paper of the body, then numbered in its register (Nghị định 30/2020, Điều 15)."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="paper")
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField("ký lúc")
    outgoing_entry = models.OneToOneField(
        OutgoingEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "báo cáo đã ký"
        verbose_name_plural = "báo cáo đã ký"


class RoundDecision(Decision):
    """What a recipient decided on a round: returned, accepted, noted."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "ý kiến của nơi nhận"
        verbose_name_plural = "ý kiến của nơi nhận"


class ReturnedItem(models.Model):
    """One thing to mend: a clause's text, a target's figure or a part of the form, and what is wrong."""

    decision = models.ForeignKey(RoundDecision, on_delete=models.CASCADE, related_name="items")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    part = models.CharField("phần của biểu mẫu", max_length=24, blank=True)
    note = models.TextField("cần bổ sung")

    class Meta:
        verbose_name = "mục cần bổ sung"
        verbose_name_plural = "mục cần bổ sung"
