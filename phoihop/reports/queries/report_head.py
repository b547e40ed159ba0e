"""What stands above a report on its pages: whose it is, by when and why, what its recipients last said."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet

from phoihop.core.periods import Period
from phoihop.organisations.models import BodyName
from phoihop.organisations.queries.labels import labels_from, names_of
from phoihop.reports.models import Report, ReturnedItem, Round, RoundDecision
from phoihop.reports.queries.explaining import DueTold, GroundsAsked, grounds_asked
from phoihop.reports.statuses import ReportStatus

VERBS = {
    "return": "trả lại để bổ sung",
    "accept": "duyệt",
    "note": "tiếp nhận",
    "take_back": "rút lại",
    "reopen": "mở lại",
}


@dataclass(frozen=True)
class DecisionLine:
    """What a recipient decided, with the named items."""

    verb: str
    label: str
    body: str
    person: str
    at: datetime
    note: str
    items: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class ReportHead:
    """The head of a report being written; `last_decisions`: on the last round, the oldest first."""

    report: Report
    body: str
    entered_by: str
    period: Period
    told: DueTold
    status_label: str
    last_decisions: Sequence[DecisionLine]


@dataclass(frozen=True)
class HeadAsked:
    """What is read for a head, not asked yet; `items` are all that was ever to be mended."""

    report: Report
    grounds: GroundsAsked
    names: QuerySet[BodyName]
    decisions: QuerySet[RoundDecision]
    items: QuerySet[ReturnedItem]

    @property
    def questions(self) -> tuple[QuerySet[Any, Any], ...]:
        """To be asked together, with others if they like."""
        return *self.grounds.questions, self.names, self.decisions, self.items

    def answer(self, titles: Mapping[str, str], *, today: date) -> ReportHead:
        """The head; `titles` are those of the parts of the report's form."""
        report, obligation = self.report, self.report.obligation
        names = {pk: label.short_name for pk, label in labels_from(self.names, today).items()}
        items = items_by_decision(self.items)
        return ReportHead(
            report=report,
            body=names[obligation.body_id],
            entered_by=entered_by(report, names),
            period=Period(obligation.period_start, obligation.period_end),
            told=self.grounds.told()[obligation.pk],
            status_label=str(ReportStatus(report.status).label),
            last_decisions=[
                decision_line(row, items.get(row.pk, ()), names, titles) for row in self.decisions
            ],
        )


def head_asked(report: Report) -> HeadAsked:
    """The head of a report loaded with its obligation and duty."""
    decisions = RoundDecision.objects.filter(round__report=report)
    last = Round.objects.filter(report=report).order_by("-sequence").values("pk")[:1]
    own = names_of([report.obligation.body_id, report.entered_by_body_id])
    deciding = names_of(decisions.values("by_body"))
    return HeadAsked(
        report=report,
        grounds=grounds_asked([report.obligation]),
        names=own | deciding,
        decisions=decisions.filter(round__in=last).select_related("by_person").order_by("at", "pk"),
        items=returned_items(report),
    )


def returned_items(report: Report) -> QuerySet[ReturnedItem]:
    """Everything the report was ever returned for, with its round (`round_pk`), the latest round first."""
    rows = ReturnedItem.objects.filter(decision__round__report=report).select_related("clause", "target")
    return rows.annotate(round_pk=F("decision__round")).order_by("-decision__round__sequence", "pk")


def items_by_decision(items: Iterable[ReturnedItem]) -> dict[int, list[ReturnedItem]]:
    """The items of each decision, in the order they were written."""
    found: dict[int, list[ReturnedItem]] = {}
    for item in sorted(items, key=lambda one: one.pk):
        found.setdefault(item.decision_id, []).append(item)
    return found


def entered_by(report: Report, names: Mapping[int, str]) -> str:
    """Who enters the report for the body that owes it; empty where that is itself."""
    is_own = report.entered_by_body_id == report.obligation.body_id
    return "" if is_own else names[report.entered_by_body_id]


def decision_line(
    row: RoundDecision, items: Collection[ReturnedItem], names: Mapping[int, str], titles: Mapping[str, str]
) -> DecisionLine:
    """A decision as pages say it; `titles` by key of the part of the form."""
    return DecisionLine(
        verb=row.verb,
        label=VERBS[row.verb],
        body=names[row.by_body_id],
        person=row.by_person.full_name,
        at=row.at,
        note=row.note,
        items=[(_item_name(item, titles), item.note) for item in items],
    )


def _item_name(item: ReturnedItem, titles: Mapping[str, str]) -> str:
    if item.part:
        return titles.get(item.part, "Phần khác")
    return f"Mục {item.clause.path}" if item.clause else f"Chỉ tiêu: {getattr(item.target, 'name', '')}"
