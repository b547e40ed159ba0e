"""A consolidated report on its way up: what its body owes there, and what goes with the report."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from phoihop.core.batches import hang, together
from phoihop.organisations.queries import BodyLabel
from phoihop.organisations.queries.labels import labels_from, names_of
from phoihop.reports.models import Consolidation, Obligation, ObligationRecipient, Report
from phoihop.reports.statuses import ConsolidationStatus, ReportStatus

type Json = dict[str, Any]
_SETTLED = {ReportStatus.ACCEPTED, ReportStatus.NOTED}


def upward_obligations(row: Consolidation) -> QuerySet[Obligation]:
    """What the body owes for the same period in the same programme and this paper may be handed in for.

    Those that go to somebody first. Its report to peers is a source of the paper, not what it is for.
    """
    peers = Obligation.objects.filter(
        programme=row.programme_id, duty_key=row.duty.key, period_start=row.period_start,
        period_end=row.period_end,
    ).exclude(body=row.body_id)  # fmt: skip
    rows = Obligation.objects.filter(
        programme=row.programme_id, body=row.body_id, period_start=row.period_start,
        period_end=row.period_end, ended_on=None,
    )  # fmt: skip
    to_peers = rows.filter(duty_key=row.duty.key, recipients__body__in=peers.values("body"))
    return (
        rows.exclude(pk__in=to_peers.values("pk"))
        .annotate(told=Count("recipients"))
        .select_related("duty", "programme", "body")
        .order_by("-told", "due_on", "pk")
    )


@dataclass(frozen=True)
class UpwardLine:
    """A report owed upward, and how far it got; `is_open`: this paper may be handed in for it now."""

    id: int
    name: str
    due_on: date
    recipients: str
    report_id: int | None
    status: str
    is_ours: bool
    is_open: bool

    @property
    def words(self) -> str:
        """ "Báo cáo quý, gửi UBND tỉnh, hạn cuối hết ngày 19/3/2026"."""
        to = f", gửi {self.recipients}" if self.recipients else ""
        return f"{self.name}{to}, hạn cuối: hết ngày {self.due_on:%d/%m/%Y}"


def upward_lines(row: Consolidation, *, today: date) -> list[UpwardLine]:
    """What the body owes upward for the period; one query."""
    rows = upward_obligations(row).select_related("duty", "report")
    asked = upward_obligations(row).order_by().values("pk")
    recipients = ObligationRecipient.objects.filter(obligation__in=asked).order_by("pk")
    others = Consolidation.objects.filter(obligation__in=asked).exclude(pk=row.pk)
    taken, names = others.values_list("obligation_id", flat=True), names_of(recipients.values("body"))
    together(rows, recipients, taken, names)
    for found in rows:
        hang(found, recipients=[given for given in recipients if given.obligation_id == found.pk])
    labels = labels_from(names, today)
    return [_upward_line(row, found, labels, set(taken)) for found in rows]


def _upward_line(
    row: Consolidation, found: Obligation, labels: Mapping[int, BodyLabel], taken: Collection[int]
) -> UpwardLine:
    report = getattr(found, "report", None)
    is_settled = report is not None and report.status in _SETTLED
    return UpwardLine(
        id=found.pk,
        name=found.duty.name,
        due_on=found.due_on,
        recipients=", ".join(labels[r.body_id].short_name for r in found.recipients.all()),
        report_id=report.pk if report else None,
        status=report.get_status_display() if report else "chưa nộp",
        is_ours=row.obligation_id == found.pk,
        is_open=not is_settled and found.pk not in taken,
    )


def handed_in_by(report: Report) -> QuerySet[Consolidation]:
    """The consolidated report this report hands in, one at most, not asked yet."""
    rows = Consolidation.objects.select_related("duty__clause__edition", "programme", "body")
    return rows.filter(obligation=report.obligation_id).order_by("pk")


def problem_of_consolidation(row: Consolidation | None) -> str | None:
    """Why a report that hands in a consolidated one cannot go up yet ("": it can); None: a single one."""
    if row is None:
        return None
    if row.status == ConsolidationStatus.CLOSED:
        return ""
    return "Bản tổng hợp kèm theo đang mở để sửa: hãy chốt bản tổng hợp trước khi nộp."


def below_of(row: Consolidation | None) -> Json:
    """{"below": what the closed consolidated report is made of}, for the round; empty for a single report."""
    if row is None or row.status != ConsolidationStatus.CLOSED:
        return {}
    frozen = row.content
    return {
        "below": {
            "consolidation_id": row.pk,
            "coverage": frozen["coverage"],
            "due": row.due_count,
            "received": row.received_count,
            "all_due": frozen.get("all_due", row.due_count),
            "all_received": frozen.get("all_received", row.received_count),
            "gaps": row.gaps,
            "figures": frozen["figures"],
            "tables": frozen.get("tables", []),
            "paragraphs": _paragraphs(row),
        }
    }


def _paragraphs(row: Consolidation) -> list[Json]:
    fields = (
        "body_id", "round_id", "part", "text", "clause_id", "own_clause_id", "heading", "is_named"
    )  # fmt: skip
    return list(row.paragraphs.order_by("clause__order", "order", "pk").values(*fields))
