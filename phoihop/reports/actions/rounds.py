"""Handing a report in, and what its recipients decide in their turn; every round is kept as it was."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.reports import notices, permissions
from phoihop.reports.actions.facts import accept_reported, record_reported, refuse_silence_on_closed
from phoihop.reports.actions.locking import decided, last_round, locked, moved
from phoihop.reports.calculations.decisions import (
    ACCEPT,
    NOTE,
    RETURN,
    Step,
    in_turn,
    route_json,
    turn_of,
    verb_for_report,
)
from phoihop.reports.content import ReturnItem
from phoihop.reports.models import Report, ReturnedItem, Round, RoundDecision
from phoihop.reports.queries.rounds import content_of, problems_of
from phoihop.reports.queries.routes import next_route, said_on, steps_of
from phoihop.reports.queries.working_copy import working_copy
from phoihop.reports.statuses import REPORT, ReportStatus

_SETTLED = {ReportStatus.ACCEPTED, ReportStatus.NOTED}


@transaction.atomic
def submit(*, report: Report, version: int | None = None, by: Member, at: datetime) -> Round:
    """Hand the report in: the round keeps every word and figure, and the figures become facts.

    Refused while it is empty, a figure makes no sense, a report entered for another body has no scan, or its
    figures are asked of a closed period.
    Figures of an earlier round that changed are corrected, saying that the report was handed in again. The
    order of reviewing is the duty's of this moment, kept with the round.
    """
    row = locked(report, version=version)
    if not permissions.can_edit(by, row):
        raise PermissionDenied
    REPORT.after(row.status, "submit")
    copy = working_copy(row)
    problems = problems_of(copy)
    if problems:
        raise Refused(" ".join(problems))
    before = row.rounds.order_by("-sequence").first()
    if before is None:
        refuse_silence_on_closed(copy, at=at)
    sequence = before.sequence + 1 if before else 1
    record_reported(row, sequence=sequence, by=by, at=at)
    steps = next_route(row.obligation, before if row.status == ReportStatus.RETURNED else None)
    round_ = Round.objects.create(
        report=row, sequence=sequence, content=content_of(copy), route=route_json(steps),
        by_person_id=by.person_id, by_body_id=by.body_id, at=at,
    )  # fmt: skip
    row.submitted_at = at
    moved(row, "submit", at=at)
    notices.tell_recipients(row, round_, bodies=_first_told(row, steps), at=at)
    return round_


def _first_told(report: Report, steps: Sequence[Step]) -> list[int]:
    """Those whose turn it is and those who take note; later steps are told in their turn."""
    recipients = list(report.obligation.recipients.all())
    takers = [row.body_id for row in recipients if not row.reviews]
    return [*in_turn(steps, {}), *takers] or [report.obligation.programme.lead_id]


@transaction.atomic
def take_back(*, report: Report, by: Member, at: datetime) -> Report:
    """Back to the working copy while no recipient has decided yet; the round stays on record."""
    row = locked(report)
    if not permissions.can_edit(by, row):
        raise PermissionDenied
    REPORT.after(row.status, "take_back")
    round_ = last_round(row)
    if round_.decisions.exists():
        raise Refused("Nơi nhận đã có ý kiến về lần nộp này nên không rút lại được.")
    if hasattr(round_, "paper") and round_.paper.outgoing_entry_id is not None:
        raise Refused("Báo cáo đã cấp số và ban hành nên không rút lại được.")
    decided(round_, "take_back", by=by, at=at)
    moved(row, "take_back", at=at)
    told = _first_told(row, steps_of(round_, row.obligation))
    notices.tell_recipients(row, round_, bodies=told, at=at, taken_back=True)
    return row


@transaction.atomic
def return_report(
    *, report: Report, items: Sequence[ReturnItem], note: str = "", seen: int | None = None, by: Member,
    at: datetime,
) -> RoundDecision:  # fmt: skip
    """A reviewing body in its turn sends the report back and names each item to mend; Refused without one.

    Conflict when a round later than `seen` was handed in meanwhile.
    """
    row = locked(report)
    REPORT.after(row.status, "return")
    round_ = last_round(row, seen=seen)
    body_id = _in_their_turn(row, round_, _reviewing(row, round_, by))[0]
    named = [item for item in items if item.clause_id or item.target_id or item.part]
    if not named:
        raise Refused("Hãy chọn ít nhất một mục cần bổ sung.")
    if any(not item.note.strip() for item in named):
        raise Refused("Hãy ghi rõ cần bổ sung gì ở mỗi mục đã chọn.")
    _check_in_report(round_, named)
    decision = decided(round_, RETURN, by=by, at=at, note=note, body_id=body_id)
    ReturnedItem.objects.bulk_create(
        ReturnedItem(
            decision=decision, clause_id=item.clause_id, target_id=item.target_id, part=item.part,
            note=item.note.strip(),
        )
        for item in named
    )  # fmt: skip
    moved(row, RETURN, at=at)
    notices.tell_authors(row, round_, RETURN, body_ids=[body_id], at=at)
    return decision


def _check_in_report(round_: Round, items: Sequence[ReturnItem]) -> None:
    content = round_.content
    clauses = {section["clause_id"] for section in content["sections"]} | {None}
    targets = {figure["target_id"] for figure in content["figures"]} | {None}
    parts = {part["key"] for part in [*content.get("texts", ()), *content.get("tables", ())]} | {""}
    for item in items:
        if item.clause_id not in clauses or item.target_id not in targets or item.part not in parts:
            raise Refused("Mục này không có trong báo cáo đã nộp.")


def _reviewing(report: Report, round_: Round, by: Member) -> set[int]:
    """The bodies of the order the member stands for."""
    own = permissions.stands_for(by)
    steps = steps_of(round_, report.obligation)
    mine = {body for step in steps for body in step.bodies if body in own}
    if not mine:
        raise PermissionDenied
    return mine


def _in_their_turn(report: Report, round_: Round, mine: set[int]) -> list[int]:
    """Those of `mine` whose turn it is; Refused while others are to say first."""
    said = said_on(round_)
    waiting = in_turn(steps_of(round_, report.obligation), said)
    found = [body for body in waiting if body in mine]
    if not found and mine <= set(said):
        raise Refused("Đơn vị đã có ý kiến về lần nộp này.")
    if not found:
        names = " và ".join(notices.names_of(waiting, report.updated_at))
        raise Refused(f"Chưa đến lượt: báo cáo đang chờ {names} xem xét.")
    return found


@transaction.atomic
def accept(*, report: Report, note: str = "", seen: int | None = None, by: Member, at: datetime) -> Report:
    """Every reviewing body the member stands for whose turn it is accepts; with the last step the figures do.

    Conflict when a round later than `seen` was handed in meanwhile.
    """
    row = locked(report)
    round_ = last_round(row, seen=seen)
    mine = _reviewing(row, round_, by)
    REPORT.after(row.status, ACCEPT)
    bodies = _in_their_turn(row, round_, mine)
    said = said_on(round_) | dict.fromkeys(bodies, ACCEPT)
    _decide(row, round_, ACCEPT, bodies, said, note=note, by=by, at=at)
    steps = steps_of(round_, row.obligation)
    turn = turn_of(steps, said)
    if turn < len(steps) and not set(steps[turn].bodies) & set(said):
        notices.tell_recipients(row, round_, bodies=list(steps[turn].bodies), at=at, step=turn + 1)
    return row


@transaction.atomic
def note(*, report: Report, note: str = "", seen: int | None = None, by: Member, at: datetime) -> Report:
    """Every receiving peer the member stands for takes note (tiếp nhận); Conflict as in `accept`."""
    row = locked(report)
    bodies = permissions.recipients_decided_by(by, row.obligation, reviews=False)
    if not bodies:
        raise PermissionDenied
    round_ = last_round(row, seen=seen)
    if row.status not in _SETTLED:
        REPORT.after(row.status, NOTE)
    said = said_on(round_)
    waiting = [body_id for body_id in bodies if body_id not in said]
    if not waiting:
        raise Refused("Đơn vị đã có ý kiến về lần nộp này.")
    said |= dict.fromkeys(waiting, NOTE)
    _decide(row, round_, NOTE, waiting, said, note=note, by=by, at=at)
    return row


def _decide(
    report: Report, round_: Round, verb: str, bodies: Sequence[int], said: Mapping[int, str], *, note: str,
    by: Member, at: datetime,
) -> None:  # fmt: skip
    """The words written and told; `said` has them in. The report follows (see calculations.decisions)."""
    RoundDecision.objects.bulk_create(
        RoundDecision(
            round=round_, verb=verb, note=note.strip(), by_person_id=by.person_id, by_body_id=body_id, at=at
        )
        for body_id in bodies
    )
    notices.tell_authors(report, round_, verb, body_ids=bodies, at=at)
    takers = [row.body_id for row in report.obligation.recipients.all() if not row.reviews]
    follows = verb_for_report(
        route=steps_of(round_, report.obligation),
        takers=takers or [report.obligation.programme.lead_id],
        decided=said,
    )
    if follows and REPORT.allows(report.status, follows):
        moved(report, follows, at=at)
        if follows == ACCEPT:
            accept_reported(report, by=by, at=at)


@transaction.atomic
def reopen(*, report: Report, reason: str, by: Member, at: datetime) -> Report:
    """A reviewing body (the one that took note, where nobody reviews) opens a settled report again."""
    row = locked(report)
    REPORT.after(row.status, "reopen")
    reviews = row.obligation.recipients.filter(reviews=True).exists()
    bodies = permissions.recipients_decided_by(by, row.obligation, reviews=reviews)
    if not bodies:
        raise PermissionDenied
    if not reason.strip():
        raise Refused("Hãy ghi lý do mở lại.")
    round_ = last_round(row)
    decided(round_, "reopen", by=by, at=at, note=reason, body_id=bodies[0])
    moved(row, "reopen", at=at)
    notices.tell_authors(row, round_, "reopen", body_ids=bodies[:1], at=at)
    return row
