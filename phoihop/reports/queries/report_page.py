"""A report as its recipients read it: the round handed in, the decisions on it, and every round before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from phoihop.core.batches import hang, together
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.queries import body_labels
from phoihop.programmes.calculations.wording import Part, difference
from phoihop.reports import permissions
from phoihop.reports.calculations.decisions import in_turn
from phoihop.reports.models import Report, ReturnedItem, Round, RoundDecision, RoundPaper
from phoihop.reports.queries.explaining import DueTold, grounds_asked
from phoihop.reports.queries.reading import ReadPart, reading_of
from phoihop.reports.queries.report_head import (
    VERBS,
    DecisionLine,
    decision_line,
    entered_by,
    items_by_decision,
    returned_items,
)
from phoihop.reports.queries.routes import StepLine, said_on, step_lines, steps_of
from phoihop.reports.statuses import REPORT, ReportStatus

type Json = dict[str, Any]


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

    @property
    def last_decisions(self) -> Sequence[DecisionLine]:
        """What was decided on the last round."""
        return self.rounds[0].decisions if self.rounds else ()


def report_page(report: Report, member: Member, *, today: date) -> ReportPage:
    """The page of a report loaded with its obligation, programme and duty; two queries, a clerk costs one."""
    obligation, grounds = report.obligation, grounds_asked([report.obligation])
    own, recipients = permissions.bodies_stood_for(member), obligation.recipients.order_by("-reviews", "pk")
    rounds, items = _rounds(report, recipients, own, *grounds.questions)
    hang(obligation, recipients=list(recipients))
    names = _names(report, rounds, [r.body_id for r in recipients], today)
    period = Period(obligation.period_start, obligation.period_end)
    last = rounds[-1] if rounds else None
    said = {d.by_body_id: VERBS[d.verb] for d in last.decisions.all()} if last else {}
    return ReportPage(
        report=report,
        body=names[obligation.body_id],
        entered_by=entered_by(report, names),
        period=period,
        told=grounds.told()[obligation.pk],
        status_label=str(ReportStatus(report.status).label),
        recipients=[RecipientLine(names[r.body_id], r.reviews, said.get(r.body_id, "")) for r in recipients],
        rounds=_round_lines(rounds, items, names),
        doings=doings_of(report, last, member, own=frozenset(own)),
        content=last.content if last else {},
        parts=reading_of(last.content) if last else (),
        steps=step_lines(last, obligation, report.status, names) if last else (),
        via=obligation.duty.via_text,
        paper=_paper(last),
    )


def _rounds(report: Report, *also: QuerySet[Any, Any]) -> tuple[list[Round], dict[int, list[ReturnedItem]]]:
    """The rounds in their order with their decisions, and the items of each decision; one query."""
    people = ("by_person", "paper__signed_by", "paper__outgoing_entry")
    rounds = report.rounds.select_related(*people).order_by("sequence")
    decisions = RoundDecision.objects.filter(round__report=report).select_related("by_person")
    decisions, items = decisions.order_by("at", "pk"), returned_items(report)
    together(rounds, decisions, items, *also)
    for row in rounds:
        hang(row, decisions=[given for given in decisions if given.round_id == row.pk])
    return list(rounds), items_by_decision(items)


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


def _names(
    report: Report, rounds: Sequence[Round], recipient_ids: Sequence[int], today: date
) -> dict[int, str]:
    ids = {report.obligation.body_id, report.entered_by_body_id, *recipient_ids}
    ids |= {row.by_body_id for row in rounds}
    ids |= {body for row in rounds for step in row.route for body in step["bodies"]}
    ids |= {decision.by_body_id for row in rounds for decision in row.decisions.all()}
    return {body_id: label.short_name for body_id, label in body_labels(ids, today).items()}


def _round_lines(
    rounds: Sequence[Round], items: Mapping[int, Sequence[ReturnedItem]], names: Mapping[int, str]
) -> list[RoundLine]:
    before: list[Round | None] = [None, *rounds]
    lines = [_round_line(row, earlier, items, names) for row, earlier in zip(rounds, before, strict=False)]
    return lines[::-1]


def _round_line(
    row: Round, before: Round | None, items: Mapping[int, Sequence[ReturnedItem]], names: Mapping[int, str]
) -> RoundLine:
    parts = [*row.content.get("texts", ()), *row.content.get("tables", ())]
    titles = {part["key"]: part["title"] for part in parts}
    return RoundLine(
        sequence=row.sequence,
        at=row.at,
        person=row.by_person.full_name,
        body=names[row.by_body_id],
        content=row.content,
        decisions=[
            decision_line(decision, items.get(decision.pk, ()), names, titles)
            for decision in row.decisions.all()
        ],
        changes=changes_between(before.content, row.content) if before else [],
    )


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


def doings_of(report: Report, last: Round | None, member: Member, *, own: frozenset[int]) -> Doings:
    """Buttons from the status table and the permissions, for who stands for `own`; a clerk costs a query."""
    obligation, edits = report.obligation, permissions.edits(report, own)
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
