"""Gia hạn và miễn: a later day asked for, granted, refused or given; a report let off, and owed again.

Each locks the obligation's row and writes the decision users see; the day a rule gave is never lost.
"""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.reports import relief_notices as notices
from phoihop.reports import relief_permissions as permissions
from phoihop.reports.models import Extension, Obligation, ObligationDecision
from phoihop.reports.statuses import EXTENSION, ExtensionStatus, ReportStatus

_AT_WORK = frozenset({"", ReportStatus.DRAFT, ReportStatus.RETURNED})


@transaction.atomic
def ask_extension(*, obligation: Obligation, until: date, reason: str, by: Member, at: datetime) -> Extension:
    """The owing body asks to hand in by the end of `until`; one request waits at a time."""
    row = _locked(obligation)
    if not permissions.can_ask_extension(by, row):
        raise PermissionDenied
    _check_day(row, until, at=at)
    why = _reason(reason, "Hãy ghi lý do xin gia hạn.")
    if row.extensions.filter(status=ExtensionStatus.ASKED).exists():
        raise Refused("Đã có một đề nghị gia hạn đang chờ trả lời.")
    asked = Extension.objects.create(
        obligation=row, until=until, reason=why, asked_by_id=by.person_id, asked_by_body_id=row.body_id,
        asked_at=at,
    )  # fmt: skip
    _decide(row, "ask_extension", note=why, after=until, body_id=row.body_id, by=by, at=at)
    notices.tell_extension_asked(asked, at=at)
    return asked


@transaction.atomic
def grant_extension(
    *, extension: Extension, until: date | None = None, note: str = "", version: int, by: Member, at: datetime
) -> Extension:
    """The receiving body grants the day asked for, or another one."""
    asked, body_id = _waiting(extension, "grant", version=version, by=by)
    asked.granted_until = until or asked.until
    _check_day(asked.obligation, asked.granted_until, at=at)
    _answered(asked, "grant")
    _extend(asked.obligation, asked.granted_until, note=note or asked.reason, body_id=body_id, by=by, at=at)
    return asked


@transaction.atomic
def refuse_extension(*, extension: Extension, note: str, version: int, by: Member, at: datetime) -> Extension:
    """The day stays; the body is told why."""
    asked, body_id = _waiting(extension, "refuse", version=version, by=by)
    why = _reason(note, "Hãy ghi lý do không gia hạn.")
    _answered(asked, "refuse")
    _decide(asked.obligation, "refuse_extension", note=why, body_id=body_id, by=by, at=at)
    notices.tell_extension_refused(asked, why, at=at)
    return asked


@transaction.atomic
def take_back_extension(*, extension: Extension, version: int, by: Member, at: datetime) -> Extension:
    """The owing body no longer asks."""
    row = _locked(extension.obligation)
    if not permissions.can_ask_extension(by, row):
        raise PermissionDenied
    asked = _seen(extension, row, version)
    _answered(asked, "take_back")
    _decide(row, "take_back_extension", body_id=row.body_id, by=by, at=at)
    return asked


@transaction.atomic
def extend(
    *, obligation: Obligation, until: date, note: str, seen: date, by: Member, at: datetime
) -> Obligation:
    """The receiving body gives more time unasked; `seen` is the due day the form showed."""
    row = _locked(obligation)
    body_id = _relieving(row, by)
    if row.due_on != seen:
        raise Conflict("Hạn nộp này")
    _check_day(row, until, at=at)
    why = _reason(note, "Hãy ghi lý do gia hạn.")
    asked = row.extensions.filter(status=ExtensionStatus.ASKED).first()
    if asked is not None:
        asked.granted_until = until
        _answered(asked, "grant")
    return _extend(row, until, note=why, body_id=body_id, by=by, at=at)


@transaction.atomic
def take_back_extending(
    *, obligation: Obligation, note: str, seen: date, by: Member, at: datetime
) -> Obligation:
    """The first day holds again, while it is still to come."""
    row = _locked(obligation)
    body_id = _relieving(row, by)
    if row.due_on != seen:
        raise Conflict("Hạn nộp này")
    if row.first_due_on is None or row.first_due_on < clock.day_of(at):
        raise Refused("Hạn đầu đã qua nên không bỏ gia hạn được.")
    why = _reason(note, "Hãy ghi lý do bỏ gia hạn.")
    before, row.due_on, row.first_due_on = row.due_on, row.first_due_on, None
    row.save(update_fields=["due_on", "first_due_on"])
    _decide(row, "undo_extend", note=why, before=before, after=row.due_on, body_id=body_id, by=by, at=at)
    notices.tell_extended(row, at=at)
    return row


def _extend(row: Obligation, until: date, *, note: str, body_id: int, by: Member, at: datetime) -> Obligation:
    before = row.due_on
    row.first_due_on, row.due_on = row.first_due_on or before, until
    row.save(update_fields=["due_on", "first_due_on"])
    _decide(row, "extend", note=note, before=before, after=until, body_id=body_id, by=by, at=at)
    notices.tell_extended(row, at=at)
    return row


@transaction.atomic
def waive(*, obligation: Obligation, reason: str, by: Member, at: datetime) -> Obligation:
    """Miễn: the report is not asked of this body; it leaves what is due and stays to be seen."""
    row = _locked(obligation)
    body_id = _relieving(row, by)
    _check_open(row)
    why = _reason(reason, "Hãy ghi lý do miễn.")
    row.waived_on, row.waived_reason = clock.day_of(at), why
    row.save(update_fields=["waived_on", "waived_reason"])
    for asked in row.extensions.select_for_update().filter(status=ExtensionStatus.ASKED):
        _answered(asked, "refuse")
    _decide(row, "waive", note=why, body_id=body_id, by=by, at=at)
    notices.tell_waived(row, why, is_waived=True, day=clock.day_of(at), at=at)
    return row


@transaction.atomic
def owe_again(*, obligation: Obligation, reason: str, by: Member, at: datetime) -> Obligation:
    """A waiver taken back: the report is due by its day, and missing once that has passed."""
    row = _locked(obligation)
    body_id = _relieving(row, by)
    if row.waived_on is None:
        raise Conflict("Báo cáo được miễn này")
    why = _reason(reason, "Hãy ghi lý do bỏ miễn.")
    row.waived_on, row.waived_reason = None, ""
    row.save(update_fields=["waived_on", "waived_reason"])
    _decide(row, "unwaive", note=why, body_id=body_id, by=by, at=at)
    notices.tell_waived(row, why, is_waived=False, day=clock.day_of(at), at=at)
    return row


def _locked(obligation: Obligation) -> Obligation:
    rows = Obligation.objects.select_for_update(of=("self",))
    return rows.select_related("programme", "duty", "body").get(pk=obligation.pk)


def _relieving(row: Obligation, by: Member) -> int:
    body_id = permissions.relieves_for(by, row)
    if body_id is None:
        raise PermissionDenied
    return body_id


def _waiting(extension: Extension, verb: str, *, version: int, by: Member) -> tuple[Extension, int]:
    row = _locked(extension.obligation)
    body_id = _relieving(row, by)
    return _seen(extension, row, version), body_id


def _seen(extension: Extension, row: Obligation, version: int) -> Extension:
    asked = Extension.objects.select_for_update().get(pk=extension.pk)
    if asked.version != version:
        raise Conflict("Đề nghị gia hạn này")
    asked.obligation = row
    return asked


def _answered(asked: Extension, verb: str) -> None:
    asked.status = ExtensionStatus(EXTENSION.after(asked.status, verb))
    asked.version += 1
    asked.save(update_fields=["status", "granted_until", "version"])


def _check_open(row: Obligation) -> None:
    if row.ended_on is not None:
        raise Refused("Báo cáo này thôi phải nộp rồi.")
    if row.waived_on is not None:
        raise Refused("Báo cáo này đã được miễn.")
    if row.report_status not in _AT_WORK:
        raise Refused("Báo cáo đã nộp nên không cần gia hạn hay miễn.")


def _check_day(row: Obligation, until: date, *, at: datetime) -> None:
    """Later than the day that counts, not in the past, and while the body stands."""
    _check_open(row)
    if until <= row.due_on:
        raise Refused(f"Hạn mới phải sau ngày {row.due_on:%d/%m/%Y}.")
    if until < clock.day_of(at):
        raise Refused("Hạn mới không được trước hôm nay.")
    if row.body.valid_to is not None and until > row.body.valid_to:
        raise Refused("Đơn vị không còn hoạt động đến ngày đó.")


def _reason(text: str, words: str) -> str:
    if not text.strip():
        raise Refused(words)
    return nfc(text).strip()


def _decide(
    row: Obligation, verb: str, *, note: str = "", before: date | None = None, after: date | None = None,
    body_id: int, by: Member, at: datetime,
) -> None:  # fmt: skip
    ObligationDecision.objects.create(
        obligation=row, verb=verb, note=note.strip(), due_before=before, due_after=after,
        by_person_id=by.person_id, by_body_id=body_id, at=at,
    )  # fmt: skip
