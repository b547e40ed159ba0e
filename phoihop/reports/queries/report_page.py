"""A report as its recipients read it: the round handed in, the decisions on it, and every round before."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.queries import body_labels
from phoihop.programmes.calculations.wording import Part, difference
from phoihop.reports import permissions
from phoihop.reports.calculations.decisions import in_turn
from phoihop.reports.models import Report, ReturnedItem, Round, RoundDecision, RoundPaper
from phoihop.reports.queries.explaining import DueTold, dues_told
from phoihop.reports.queries.reading import ReadPart, reading_of
from phoihop.reports.queries.routes import StepLine, said_on, step_lines, steps_of
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
    before: str
    after: str
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
class PaperLine:
    """The last round as a paper of the body: who signed it, its number, its place in the book."""

    signer: str = ""
    signed_at: datetime | None = None
    entry_id: int | None = None
    symbol: str = ""
    issued_on: date | None = None


@dataclass(frozen=True)
class Doings:
    """What this member may do with the report now."""

    can_edit: bool = False
    can_take_back: bool = False
    can_review: bool = False
    can_note: bool = False
    can_reopen: bool = False
    can_sign: bool = False
    can_number: bool = False


@dataclass(frozen=True)
class ReportPage:
    """All a report's page shows; `rounds` latest first."""

    report: Report
    body: str
    entered_by: str
    period: Period
    told: DueTold
    status_label: str
    recipients: Sequence[RecipientLine]
    rounds: Sequence[RoundLine]
    doings: Doings
    content: Json = field(default_factory=dict)
    parts: Sequence[ReadPart] = ()
    steps: Sequence[StepLine] = ()
    via: str = ""
    paper: PaperLine = field(default_factory=PaperLine)


def report_page(report: Report, member: Member, *, today: date) -> ReportPage:
    """The page of a report loaded with its obligation, programme and duty; constant in queries."""
    obligation = report.obligation
    rounds = list(
        report.rounds.select_related("by_person", "paper__signed_by", "paper__outgoing_entry")
        .prefetch_related(
            Prefetch("decisions", RoundDecision.objects.select_related("by_person")),
            Prefetch("decisions__items", ReturnedItem.objects.select_related("clause", "target")),
        )
        .order_by("sequence")
    )
    recipients = sorted(obligation.recipients.all(), key=lambda row: (not row.reviews, row.pk))
    names = _names(report, rounds, [r.body_id for r in recipients], today)
    period = Period(obligation.period_start, obligation.period_end)
    last = rounds[-1] if rounds else None
    said = {d.by_body_id: VERBS[d.verb] for d in last.decisions.all()} if last else {}
    return ReportPage(
        report=report,
        body=names[obligation.body_id],
        entered_by=names[report.entered_by_body_id] if _is_entered_for(report) else "",
        period=period,
        told=dues_told([obligation])[obligation.pk],
        status_label=str(ReportStatus(report.status).label),
        recipients=[RecipientLine(names[r.body_id], r.reviews, said.get(r.body_id, "")) for r in recipients],
        rounds=_round_lines(rounds, names),
        doings=doings_of(report, last, member),
        content=last.content if last else {},
        parts=reading_of(last.content) if last else (),
        steps=step_lines(last, obligation, report.status, names) if last else (),
        via=obligation.duty.via_text,
        paper=_paper(last),
    )


def _paper(last: Round | None) -> PaperLine:
    paper = getattr(last, "paper", None)
    if paper is None:
        return PaperLine()
    entry = paper.outgoing_entry
    return PaperLine(
        signer=paper.signed_by.full_name,
        signed_at=paper.signed_at,
        entry_id=paper.outgoing_entry_id,
        symbol=f"{entry.number:02d}/{entry.symbol}" if entry else "",
        issued_on=entry.issued_on if entry else None,
    )


def _is_entered_for(report: Report) -> bool:
    return report.entered_by_body_id != report.obligation.body_id


def _names(
    report: Report, rounds: Sequence[Round], recipient_ids: Sequence[int], today: date
) -> dict[int, str]:
    ids = {report.obligation.body_id, report.entered_by_body_id, *recipient_ids}
    ids |= {row.by_body_id for row in rounds}
    ids |= {body for row in rounds for step in row.route for body in step["bodies"]}
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
                items=[(_item_name(item, row.content), item.note) for item in decision.items.all()],
            )
            for decision in sorted(row.decisions.all(), key=lambda d: (d.at, d.pk))
        ],
        changes=changes_between(before.content, row.content) if before else [],
    )


def _item_name(item: ReturnedItem, content: Json) -> str:
    if item.part:
        parts = [*content.get("texts", ()), *content.get("tables", ())]
        return next((part["title"] for part in parts if part["key"] == item.part), "Phần khác")
    return f"Mục {item.clause.path}" if item.clause else f"Chỉ tiêu: {getattr(item.target, 'name', '')}"


def changes_between(before: Json, after: Json) -> list[Change]:
    """The texts, tables and figures that differ, each before, after, and as words kept, added and removed."""
    old, new = _texts(before), _texts(after)
    pairs = {title: (old.get(title, ""), new.get(title, "")) for title in dict.fromkeys([*new, *old])}
    return [
        Change(title, was, now, difference(was, now)) for title, (was, now) in pairs.items() if was != now
    ]


def _texts(content: Json) -> dict[str, str]:
    """What a round says, by title."""
    found: dict[str, str] = {}
    for part in reading_of(content):
        if part.sections:
            found |= {f"Mục {section['path']}": section["text"] for section in part.sections}
        elif part.table is not None:
            found[part.title] = "\n".join(" | ".join(row) for row in part.table.rows)
        else:
            found[part.title] = part.text
    return found | {f"Chỉ tiêu: {f['name']}": f["this_period"] for f in content["figures"]}


def doings_of(report: Report, last: Round | None, member: Member) -> Doings:
    """Buttons from the status table and the permissions; one query, one more for a clerk."""
    obligation = report.obligation
    own = permissions.stands_for(member)
    edits = obligation.body_id in own or report.entered_by_body_id in own
    reviews = permissions.decided_by(own, obligation, reviews=True)
    waiting = in_turn(steps_of(last, obligation), said_on(last)) if last else []
    notes = permissions.decided_by(own, obligation, reviews=False)
    decided = {d.by_body_id for d in last.decisions.all()} if last else set()
    paper = getattr(last, "paper", None)
    settled = report.status in {ReportStatus.SUBMITTED, ReportStatus.ACCEPTED, ReportStatus.NOTED}
    return Doings(
        can_edit=edits and REPORT.allows(report.status, "submit"),
        can_take_back=edits and REPORT.allows(report.status, "take_back") and not decided,
        can_review=bool(own.intersection(waiting)) and REPORT.allows(report.status, "accept"),
        can_note=bool(set(notes) - decided) and settled,
        can_reopen=bool(reviews) and REPORT.allows(report.status, "reopen"),
        can_sign=settled and paper is None and member.role == "leader" and obligation.body_id in own,
        can_number=_is_unnumbered(paper) and permissions.can_number_report(member, report),
    )


def _is_unnumbered(paper: RoundPaper | None) -> bool:
    return paper is not None and paper.outgoing_entry_id is None
