"""Handing a report in, and what its recipients decide; every round is kept with its decisions."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.reports import notices, permissions
from phoihop.reports.actions.facts import accept_reported, record_reported
from phoihop.reports.actions.locking import decided, last_round, locked, moved
from phoihop.reports.calculations.decisions import ACCEPT, NOTE, RETURN, verb_for_report
from phoihop.reports.content import ReturnItem
from phoihop.reports.models import Report, ReturnedItem, Round, RoundDecision
from phoihop.reports.queries.rounds import content_of, problems_of
from phoihop.reports.statuses import REPORT, ReportStatus

_SETTLED = {ReportStatus.ACCEPTED, ReportStatus.NOTED}


@transaction.atomic
def submit(*, report: Report, version: int | None = None, by: Member, at: datetime) -> Round:
    """Hand the report in: the round keeps every word and figure, and the figures become facts.

    Refused while it is empty, a figure makes no sense, or a report entered for another body has no scan.
    Figures of an earlier round that changed are corrected, saying that the report was handed in again.
    """
    row = locked(report, version=version)
    if not permissions.can_edit(by, row):
        raise PermissionDenied
    REPORT.after(row.status, "submit")
    problems = problems_of(row)
    if problems:
        raise Refused(" ".join(problems))
    sequence = row.rounds.count() + 1
    record_reported(row, sequence=sequence, by=by, at=at)
    round_ = Round.objects.create(
        report=row, sequence=sequence, content=content_of(row), by_person_id=by.person_id,
        by_body_id=by.body_id, at=at,
    )  # fmt: skip
    row.submitted_at = at
    moved(row, "submit", at=at)
    notices.tell_recipients(row, round_, at=at)
    return round_


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
    decided(round_, "take_back", by=by, at=at)
    moved(row, "take_back", at=at)
    notices.tell_recipients(row, round_, at=at, taken_back=True)
    return row


@transaction.atomic
def return_report(
    *, report: Report, items: Sequence[ReturnItem], note: str = "", seen: int | None = None, by: Member,
    at: datetime,
) -> RoundDecision:  # fmt: skip
    """A reviewing body sends the report back and names each item to mend; Refused without one.

    Conflict when a round later than `seen` was handed in meanwhile.
    """
    row = locked(report)
    REPORT.after(row.status, "return")
    round_ = last_round(row, seen=seen)
    body_id = _deciding(row, by, reviews=True)[0]
    named = [item for item in items if item.clause_id or item.target_id]
    if not named:
        raise Refused("Hãy chọn ít nhất một mục cần bổ sung.")
    if any(not item.note.strip() for item in named):
        raise Refused("Hãy ghi rõ cần bổ sung gì ở mỗi mục đã chọn.")
    _check_in_report(round_, named)
    decision = decided(round_, RETURN, by=by, at=at, note=note, body_id=body_id)
    ReturnedItem.objects.bulk_create(
        ReturnedItem(
            decision=decision, clause_id=item.clause_id, target_id=item.target_id, note=item.note.strip()
        )
        for item in named
    )
    moved(row, RETURN, at=at)
    notices.tell_authors(row, round_, RETURN, body_id=body_id, at=at)
    return decision


def _check_in_report(round_: Round, items: Sequence[ReturnItem]) -> None:
    content = round_.content
    clauses = {section["clause_id"] for section in content["sections"]}
    targets = {figure["target_id"] for figure in content["figures"]}
    for item in items:
        if item.clause_id not in clauses | {None} or item.target_id not in targets | {None}:
            raise Refused("Mục này không có trong báo cáo đã nộp.")


def accept(*, report: Report, note: str = "", seen: int | None = None, by: Member, at: datetime) -> Report:
    """Every reviewing body the member stands for accepts; with the last of them the figures are accepted.

    Conflict when a round later than `seen` was handed in meanwhile.
    """
    return _decide(report, ACCEPT, note=note, seen=seen, by=by, at=at)


def note(*, report: Report, note: str = "", seen: int | None = None, by: Member, at: datetime) -> Report:
    """Every receiving peer the member stands for takes note (tiếp nhận); Conflict as in `accept`."""
    return _decide(report, NOTE, note=note, seen=seen, by=by, at=at)


@transaction.atomic
def _decide(report: Report, verb: str, *, note: str, seen: int | None, by: Member, at: datetime) -> Report:
    row = locked(report)
    reviews = verb == ACCEPT
    bodies = _deciding(row, by, reviews=reviews)
    round_ = last_round(row, seen=seen)
    if reviews or row.status not in _SETTLED:
        REPORT.after(row.status, verb)
    said = dict(round_.decisions.filter(verb__in=[ACCEPT, NOTE, RETURN]).values_list("by_body_id", "verb"))
    waiting = [body_id for body_id in bodies if body_id not in said]
    if not waiting:
        raise Refused("Đơn vị đã có ý kiến về lần nộp này.")
    for body_id in waiting:
        decided(round_, verb, by=by, at=at, note=note, body_id=body_id)
        notices.tell_authors(row, round_, verb, body_id=body_id, at=at)
    _follow(row, said | dict.fromkeys(waiting, verb), by=by, at=at)
    return row


def _follow(report: Report, said: dict[int, str], *, by: Member, at: datetime) -> None:
    """The report's own status after this decision (see calculations.decisions)."""
    recipients = list(report.obligation.recipients.all())
    verb = verb_for_report(
        reviewers=[r.body_id for r in recipients if r.reviews],
        takers=[r.body_id for r in recipients if not r.reviews] or [report.obligation.programme.lead_id],
        decided=said,
    )
    if verb and REPORT.allows(report.status, verb):
        moved(report, verb, at=at)
        if verb == ACCEPT:
            accept_reported(report, by=by, at=at)


def _deciding(report: Report, by: Member, *, reviews: bool) -> list[int]:
    bodies = permissions.recipients_decided_by(by, report.obligation, reviews=reviews)
    if not bodies:
        raise PermissionDenied
    return bodies


@transaction.atomic
def reopen(*, report: Report, reason: str, by: Member, at: datetime) -> Report:
    """A reviewing body (the one that took note, where nobody reviews) opens a settled report again."""
    row = locked(report)
    REPORT.after(row.status, "reopen")
    reviews = row.obligation.recipients.filter(reviews=True).exists()
    body_id = _deciding(row, by, reviews=reviews)[0]
    if not reason.strip():
        raise Refused("Hãy ghi lý do mở lại.")
    round_ = last_round(row)
    decided(round_, "reopen", by=by, at=at, note=reason, body_id=body_id)
    moved(row, "reopen", at=at)
    notices.tell_authors(row, round_, "reopen", body_id=body_id, at=at)
    return row
