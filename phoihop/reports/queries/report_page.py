"""A report as its recipients read it: the round handed in, the decisions on it, and every round before."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.queries import body_labels
from phoihop.programmes.calculations import due_rule_of
from phoihop.programmes.calculations.wording import Part, difference
from phoihop.reports import permissions
from phoihop.reports.calculations import explain_due
from phoihop.reports.models import Report, Round
from phoihop.reports.queries.rules import working_calendar
from phoihop.reports.statuses import REPORT, ReportStatus

type Json = dict[str, Any]
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
class Change:
    """A section whose text differs from the round before."""

    heading: str
    parts: Sequence[Part]


@dataclass(frozen=True)
class RoundLine:
    """A handing in with its decisions and what changed since the one before."""

    sequence: int
    at: datetime
    person: str
    body: str
    content: Json
    decisions: Sequence[DecisionLine]
    changes: Sequence[Change]


@dataclass(frozen=True)
class RecipientLine:
    """A receiving body and its word on the last round."""

    body: str
    reviews: bool
    said: str


@dataclass(frozen=True)
class Doings:
    """What this member may do with the report now."""

    can_edit: bool = False
    can_take_back: bool = False
    can_review: bool = False
    can_note: bool = False
    can_reopen: bool = False


@dataclass(frozen=True)
class ReportPage:
    """All a report's page shows; `rounds` latest first."""

    report: Report
    body: str
    entered_by: str
    period: Period
    due: str
    status_label: str
    recipients: Sequence[RecipientLine]
    rounds: Sequence[RoundLine]
    doings: Doings
    content: Json = field(default_factory=dict)


def report_page(report: Report, member: Member, *, today: date) -> ReportPage:
    """The page of a report loaded with its obligation, programme and duty; constant in queries."""
    obligation = report.obligation
    rounds = list(
        report.rounds.select_related("by_person")
        .prefetch_related("decisions__by_person", "decisions__items__clause", "decisions__items__target")
        .order_by("sequence")
    )
    recipients = list(obligation.recipients.order_by("-reviews", "id"))
    names = _names(report, rounds, [r.body_id for r in recipients], today)
    period = Period(obligation.period_start, obligation.period_end)
    last = rounds[-1] if rounds else None
    said = {d.by_body_id: VERBS[d.verb] for d in last.decisions.all()} if last else {}
    return ReportPage(
        report=report,
        body=names[obligation.body_id],
        entered_by=names[report.entered_by_body_id] if _is_entered_for(report) else "",
        period=period,
        due=explain_due(due_rule_of(obligation.duty), period, working_calendar()),
        status_label=str(ReportStatus(report.status).label),
        recipients=[RecipientLine(names[r.body_id], r.reviews, said.get(r.body_id, "")) for r in recipients],
        rounds=_round_lines(rounds, names),
        doings=doings_of(report, last, member),
        content=last.content if last else {},
    )


def _is_entered_for(report: Report) -> bool:
    return report.entered_by_body_id != report.obligation.body_id


def _names(
    report: Report, rounds: Sequence[Round], recipient_ids: Sequence[int], today: date
) -> dict[int, str]:
    ids = {report.obligation.body_id, report.entered_by_body_id, *recipient_ids}
    ids |= {row.by_body_id for row in rounds}
    ids |= {decision.by_body_id for row in rounds for decision in row.decisions.all()}
    return {body_id: label.short_name for body_id, label in body_labels(ids, today).items()}


def _round_lines(rounds: Sequence[Round], names: dict[int, str]) -> list[RoundLine]:
    before: list[Round | None] = [None, *rounds]
    lines = [_round_line(row, earlier, names) for row, earlier in zip(rounds, before, strict=False)]
    return lines[::-1]


def _round_line(row: Round, before: Round | None, names: dict[int, str]) -> RoundLine:
    return RoundLine(
        sequence=row.sequence,
        at=row.at,
        person=row.by_person.full_name,
        body=names[row.by_body_id],
        content=row.content,
        decisions=[
            DecisionLine(
                verb=decision.verb,
                label=VERBS[decision.verb],
                body=names[decision.by_body_id],
                person=decision.by_person.full_name,
                at=decision.at,
                note=decision.note,
                items=[(_item_name(item), item.note) for item in decision.items.all()],
            )
            for decision in sorted(row.decisions.all(), key=lambda d: (d.at, d.pk))
        ],
        changes=changes_between(before.content, row.content) if before else [],
    )


def _item_name(item: Any) -> str:
    return f"Mục {item.clause.path}" if item.clause else f"Chỉ tiêu: {item.target.name}"


def changes_between(before: Json, after: Json) -> list[Change]:
    """The texts and figures that differ, each as words kept, added and removed."""
    old, new = _texts(before), _texts(after)
    return [
        Change(heading, difference(old.get(heading, ""), text))
        for heading, text in new.items()
        if old.get(heading, "") != text
    ]


def _texts(content: Json) -> dict[str, str]:
    texts = {"Tình hình chung": content["overview"]}
    texts |= {f"Mục {section['path']}": section["text"] for section in content["sections"]}
    texts |= {f"Chỉ tiêu: {f['name']}": f["this_period"] for f in content["figures"]}
    return texts | {
        "Khó khăn, hạn chế": content["shortcomings"],
        "Kiến nghị, đề xuất": content["recommendations"],
    }


def doings_of(report: Report, last: Round | None, member: Member) -> Doings:
    """Buttons from the status table and the permissions; at most four queries."""
    obligation = report.obligation
    own = permissions.stands_for(member)
    edits = obligation.body_id in own or report.entered_by_body_id in own
    reviews = permissions.recipients_decided_by(member, obligation, reviews=True)
    notes = permissions.recipients_decided_by(member, obligation, reviews=False)
    decided = {d.by_body_id for d in last.decisions.all()} if last else set()
    settled = report.status in {ReportStatus.SUBMITTED, ReportStatus.ACCEPTED, ReportStatus.NOTED}
    return Doings(
        can_edit=edits and REPORT.allows(report.status, "submit"),
        can_take_back=edits and REPORT.allows(report.status, "take_back") and not decided,
        can_review=bool(set(reviews) - decided) and REPORT.allows(report.status, "accept"),
        can_note=bool(set(notes) - decided) and settled,
        can_reopen=bool(reviews) and REPORT.allows(report.status, "reopen"),
    )
