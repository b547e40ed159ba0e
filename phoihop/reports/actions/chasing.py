"""Đôn đốc as a recorded act: remind units of what is past its day, sign and number the letter, undo."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.documents.actions import give_number
from phoihop.programmes.models import Programme
from phoihop.reports import chasing_notices as notices
from phoihop.reports import permissions
from phoihop.reports.models import Chase, ChaseDecision, ChaseItem
from phoihop.reports.queries.chasing import Due, units_due
from phoihop.reports.statuses import CHASE, ChaseStatus

DOCUMENT_TYPE = "CV"


@transaction.atomic
def chase(
    *,
    programme: Programme,
    keys: Collection[str],
    requested_by: date,
    note: str = "",
    by: Member,
    at: datetime,
) -> Chase:
    """Remind the units of what `keys` name (see `units_due`), asking for it by the end of `requested_by`.

    The units are told at once; the letter waits for its signature and number. The programme's row is held,
    so that nobody is reminded of one thing twice on a day; Refused when nothing is left to remind of.
    """
    row = Programme.objects.select_for_update(of=("self",), no_key=True).get(pk=programme.pk)
    body_id = permissions.chases_for(by, row)
    if body_id is None:
        raise PermissionDenied
    today = clock.day_of(at)
    if requested_by < today:
        raise Refused("Ngày yêu cầu mới không được trước hôm nay.")
    chosen = _chosen(row, keys, by=by, today=today)
    made = Chase.objects.create(
        programme=row,
        body_id=body_id,
        chased_on=today,
        requested_by=requested_by,
        note=nfc(note).strip(),
        made_by_id=by.person_id,
        made_at=at,
        is_sample=row.is_sample,
    )
    ChaseItem.objects.bulk_create(_item(made, due) for due in chosen)
    _decide(made, "make", by=by, at=at)
    notices.tell_units(made, chosen, at=at)
    return made


def _chosen(programme: Programme, keys: Collection[str], *, by: Member, today: date) -> list[Due]:
    """What is still due and was not chased today; Refused when that leaves nothing."""
    open_now = {due.key: due for unit in units_due(programme, by, today) for due in unit.dues}
    if not keys:
        raise Refused("Hãy chọn ít nhất một việc cần đôn đốc.")
    chosen = [open_now[key] for key in dict.fromkeys(keys) if key in open_now]
    again = [due for due in chosen if due.is_chased_today]
    left = [due for due in chosen if not due.is_chased_today]
    if again and not left:
        raise Refused("Các việc đã chọn đều được đôn đốc trong hôm nay rồi.")
    if not left:
        raise Refused("Các việc đã chọn không còn thiếu nữa.")
    return left


def _item(chase: Chase, due: Due) -> ChaseItem:
    return ChaseItem(
        chase=chase,
        unit_id=due.unit_id,
        words=due.words,
        due_on=due.due_on,
        chased_on=chase.chased_on,
        **{f"{due.kind}_id": due.number},
    )


@transaction.atomic
def sign_chase(*, chase: Chase, version: int, by: Member, at: datetime) -> Chase:
    """A leader of the body signs the letter, on paper or here."""
    row = _locked(chase, "sign", version=version, by=by)
    row.signed_by_id = by.person_id
    return _moved(row, "sign", by=by, at=at)


@transaction.atomic
def number_chase(
    *, chase: Chase, symbol: str, issued_on: date, version: int, by: Member, at: datetime
) -> Chase:
    """The clerk gives the letter its number from the register of official letters (CV)."""
    row = _locked(chase, "number", version=version, by=by)
    CHASE.after(row.status, "number")
    row.outgoing_entry = give_number(
        body=row.body,
        document_type=DOCUMENT_TYPE,
        symbol=symbol,
        abstract=f"V/v đôn đốc thực hiện {row.programme.name}",
        issued_on=issued_on,
        by=by,
        at=at,
    )
    return _moved(row, "number", by=by, at=at)


@transaction.atomic
def undo_chase(*, chase: Chase, reason: str, version: int, by: Member, at: datetime) -> Chase:
    """Taken back while it has no number; the units are told, and may be reminded anew the same day."""
    row = _locked(chase, "undo", version=version, by=by)
    if row.status == ChaseStatus.NUMBERED:
        raise Refused("Công văn đã có số nên không hoàn tác được.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do hoàn tác.")
    row.items.update(is_undone=True)
    _moved(row, "undo", note=reason, by=by, at=at)
    notices.tell_undone(row, at=at)
    return row


def _locked(chase: Chase, verb: str, *, version: int, by: Member) -> Chase:
    rows = Chase.objects.select_for_update(of=("self",)).select_related("body", "programme")
    row = rows.get(pk=chase.pk)
    if not permissions.may_chase(by, row, verb):
        raise PermissionDenied
    if row.version != version:
        raise Conflict("Công văn đôn đốc này")
    return row


def _moved(row: Chase, verb: str, *, note: str = "", by: Member, at: datetime) -> Chase:
    row.status = ChaseStatus(CHASE.after(row.status, verb))
    row.version += 1
    row.save()
    _decide(row, verb, note=note, by=by, at=at)
    return row


def _decide(row: Chase, verb: str, *, note: str = "", by: Member, at: datetime) -> None:
    ChaseDecision.objects.create(
        chase=row, by_person_id=by.person_id, by_body_id=by.body_id, verb=verb, note=nfc(note).strip(), at=at
    )


def chosen_now(programme: Programme, keys: Collection[str], *, by: Member, today: date) -> Sequence[Due]:
    """What `chase` would remind of, for its preview; Refused as there. Reads only."""
    if permissions.chases_for(by, programme) is None:
        raise PermissionDenied
    return _chosen(programme, keys, by=by, today=today)
