"""A unit's registration sheet: filled in, sent, returned, accepted, changed later with a reason."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.organisations.models import Area
from phoihop.plans import permissions, registration_notices
from phoihop.plans.actions.registered import drop_task, make_tasks, unmake_tasks
from phoihop.plans.models import RegistrationItem, RegistrationSheet, SheetDecision
from phoihop.plans.queries.tasks import people_of
from phoihop.plans.registration import ItemContent, next_year
from phoihop.plans.statuses import REGISTRATION, RegistrationStatus, TaskKind
from phoihop.programmes.models import Clause
from phoihop.programmes.queries import current_edition
from phoihop.targets.models import Target


def locked_sheet(sheet: RegistrationSheet, *, version: int | None) -> RegistrationSheet:
    """The sheet's row, held, with its round and programme; Conflict when `version` is stale."""
    rows = RegistrationSheet.objects.select_for_update(of=("self",))
    row = rows.select_related("round__programme__lead", "body").get(pk=sheet.pk)
    if version is not None and row.version != version:
        raise Conflict("Bảng đăng ký")
    return row


def _open_for_writing(sheet: RegistrationSheet, *, version: int | None, by: Member) -> RegistrationSheet:
    row = locked_sheet(sheet, version=version)
    if not permissions.can_fill_for(by, row.body_id):
        raise PermissionDenied
    if row.ended_on is not None:
        raise Refused("Đơn vị đã kết thúc hoạt động nên bảng này không phải gửi nữa.")
    if not REGISTRATION.allows(row.status, "send"):
        raise Refused("Bảng đăng ký đã gửi: hãy rút lại, hoặc xin sửa, trước khi thay đổi.")
    return row


@transaction.atomic
def add_item(
    *, sheet: RegistrationSheet, content: ItemContent, version: int | None = None, by: Member, at: datetime
) -> RegistrationItem:
    """Another content on the sheet. Refused with what is missing in words; Conflict when stale."""
    row = _open_for_writing(sheet, version=version, by=by)
    _check(row, content, at=at)
    made = RegistrationItem.objects.create(sheet=row, **_columns(content))
    _touch(row)
    return made


@transaction.atomic
def change_item(
    *, item: RegistrationItem, content: ItemContent, version: int | None = None, by: Member, at: datetime
) -> RegistrationItem:
    """The content written anew."""
    row = _open_for_writing(item.sheet, version=version, by=by)
    held = row.items.get(pk=item.pk)
    _check(row, content, at=at)
    for name, value in _columns(content).items():
        setattr(held, name, value)
    held.save()
    _touch(row)
    return held


@transaction.atomic
def drop_item(*, item: RegistrationItem, version: int | None = None, by: Member, at: datetime) -> None:
    """Take a content off the sheet; its task, from an earlier acceptance, is dropped. Refused once done."""
    row = _open_for_writing(item.sheet, version=version, by=by)
    held = row.items.select_related("task").get(pk=item.pk)
    if held.task is not None:
        drop_task(held.task, by=by, at=at)
    held.delete()
    _touch(row)


def _columns(content: ItemContent) -> dict[str, Any]:
    return vars(content) | {
        "content": nfc(content.content).strip(),
        "quantity_unit": nfc(content.quantity_unit).strip(),
    }


def _check(sheet: RegistrationSheet, content: ItemContent, *, at: datetime) -> None:
    if not content.content.strip():
        raise Refused("Hãy ghi nội dung đăng ký.")
    if content.starts_on is not None and content.starts_on > content.due_on:
        raise Refused("Ngày bắt đầu không được sau ngày hoàn thành.")
    if content.quantity is not None and (content.quantity <= 0 or not content.quantity_unit.strip()):
        raise Refused("Chỉ tiêu phải lớn hơn 0 và có đơn vị tính, ví dụ “buổi”, “hộ”.")
    _check_places(sheet, content, at=at)


def _check_places(sheet: RegistrationSheet, content: ItemContent, *, at: datetime) -> None:
    """The clause, the target and the place are of this programme and system; the person of this unit."""
    clauses = Clause.objects.filter(edition__programme=sheet.round.programme_id)
    if not clauses.filter(pk=content.clause_id).exists():
        raise Refused("Mục này không thuộc chương trình đang đăng ký.")
    if content.target_id is not None:
        targets = Target.objects.filter(edition__programme=sheet.round.programme_id)
        if not targets.filter(pk=content.target_id).exists():
            raise Refused("Chỉ tiêu này không thuộc chương trình đang đăng ký.")
    if content.area_id is not None and not Area.objects.filter(pk=content.area_id).exists():
        raise Refused("Không có địa bàn này.")
    if content.person_id is not None:
        people = dict(people_of([sheet.body_id], clock.day_of(at)))
        if content.person_id not in people:
            raise Refused("Người phụ trách không thuộc đơn vị đăng ký.")


def _touch(row: RegistrationSheet) -> None:
    row.version += 1
    row.save(update_fields=["version"])


@transaction.atomic
def write_rows(
    *, sheet: RegistrationSheet, rows: Sequence[tuple[int | None, ItemContent]], version: int, by: Member,
    at: datetime,
) -> int:  # fmt: skip
    """Rows of a filled-in workbook: with an item's id that item written anew, else another one.

    All or nothing; how many were written. An item that is not of this sheet is Refused.
    """
    row = _open_for_writing(sheet, version=version, by=by)
    known = {item.pk: item for item in row.items.all()}
    for item_id, content in rows:
        _check(row, content, at=at)
        if item_id is None:
            RegistrationItem.objects.create(sheet=row, **_columns(content))
        elif item_id in known:
            RegistrationItem.objects.filter(pk=item_id).update(**_columns(content))
        else:
            raise Refused("Có dòng mang mã của bảng đăng ký khác. Hãy tải lại bảng của đơn vị rồi điền.")
    _touch(row)
    return len(rows)


@transaction.atomic
def start_from_last(*, sheet: RegistrationSheet, by: Member, at: datetime) -> int:
    """Fill an empty sheet with what the unit registered the year before, each day a year later.

    Clauses and targets are found again by their keys in the edition in force; a content whose clause is gone
    stays behind. Refused when the sheet holds something, or there is no sheet of last year.
    """
    row = _open_for_writing(sheet, version=None, by=by)
    if row.items.exists():
        raise Refused("Bảng đã có nội dung; chỉ lấy bảng năm trước vào bảng còn trống.")
    last = _last_year(row)
    if last is None:
        raise Refused("Không có bảng đăng ký của năm trước.")
    edition = current_edition(row.round.programme)
    clauses = dict(edition.clauses.values_list("key", "pk"))
    targets = dict(edition.targets.values_list("key", "pk"))
    people = dict(people_of([row.body_id], clock.day_of(at)))
    made = [
        RegistrationItem(
            sheet=row,
            clause_id=clauses[old.clause.key],
            target_id=targets.get(old.target.key) if old.target else None,
            kind=old.kind,
            content=old.content,
            area_id=old.area_id,
            starts_on=next_year(old.starts_on) if old.starts_on else None,
            due_on=next_year(old.due_on),
            quantity=old.quantity,
            quantity_unit=old.quantity_unit,
            person_id=old.person_id if old.person_id in people else None,
        )
        for old in last.items.select_related("clause", "target")
        if old.clause.key in clauses
    ]
    RegistrationItem.objects.bulk_create(made)
    _touch(row)
    return len(made)


def _last_year(sheet: RegistrationSheet) -> RegistrationSheet | None:
    """The unit's sheet of the year before, of the programme or of the one it renews."""
    programme = sheet.round.programme
    rows = RegistrationSheet.objects.filter(
        body=sheet.body_id,
        round__year=sheet.round.year - 1,
        round__programme__in=[pk for pk in (programme.pk, programme.renews_id) if pk],
    )
    return rows.order_by("-pk").first()


@transaction.atomic
def send_sheet(*, sheet: RegistrationSheet, version: int, by: Member, at: datetime) -> RegistrationSheet:
    """Hand the sheet in. Refused while it is empty; what the rules ask beyond that only warns."""
    row = locked_sheet(sheet, version=version)
    if not permissions.can_fill_for(by, row.body_id):
        raise PermissionDenied
    if not row.items.exists():
        raise Refused("Bảng chưa có nội dung nào để gửi.")
    row.sent_at = at
    _moved(row, "send", by=by, at=at)
    registration_notices.tell_sent(row, at=at)
    return row


@transaction.atomic
def take_back_sheet(*, sheet: RegistrationSheet, by: Member, at: datetime) -> RegistrationSheet:
    """Undo the sending, as long as it was neither returned nor accepted."""
    row = locked_sheet(sheet, version=None)
    if not permissions.can_fill_for(by, row.body_id):
        raise PermissionDenied
    return _moved(row, "take_back", by=by, at=at)


@transaction.atomic
def return_sheet(
    *, sheet: RegistrationSheet, note: str, version: int, by: Member, at: datetime
) -> RegistrationSheet:
    """The lead sends it back with what is to be mended."""
    row = locked_sheet(sheet, version=version)
    if not permissions.can_register_others(by, row.round.programme):
        raise PermissionDenied
    if not note.strip():
        raise Refused("Hãy ghi cần bổ sung điều gì.")
    _moved(row, "return", note=nfc(note).strip(), by=by, at=at)
    registration_notices.tell_answered(row, note=nfc(note).strip(), at=at)
    return row


@transaction.atomic
def accept_sheet(*, sheet: RegistrationSheet, version: int, by: Member, at: datetime) -> RegistrationSheet:
    """The lead takes it: each content becomes a task of the unit, once; a changed one changes its task."""
    row = locked_sheet(sheet, version=version)
    if not permissions.can_register_others(by, row.round.programme):
        raise PermissionDenied
    row.accepted_at = at
    _moved(row, "accept", by=by, at=at)
    make_tasks(row, by=by, at=at)
    registration_notices.tell_answered(row, note="", at=at)
    return row


@transaction.atomic
def undo_acceptance(*, sheet: RegistrationSheet, by: Member, at: datetime) -> RegistrationSheet:
    """The tasks go again. Refused once somebody began, changed or finished one of them."""
    row = locked_sheet(sheet, version=None)
    if not permissions.can_register_others(by, row.round.programme):
        raise PermissionDenied
    row.accepted_at = None
    _moved(row, "undo_accept", by=by, at=at)
    unmake_tasks(row)
    return row


@transaction.atomic
def reopen_sheet(*, sheet: RegistrationSheet, reason: str, by: Member, at: datetime) -> RegistrationSheet:
    """The unit, or the lead, opens an accepted sheet to change it, with the reason; its tasks go on."""
    row = locked_sheet(sheet, version=None)
    fills = permissions.can_fill_for(by, row.body_id)
    if not fills and not permissions.can_register_others(by, row.round.programme):
        raise PermissionDenied
    if not reason.strip():
        raise Refused("Hãy ghi lý do sửa.")
    row.accepted_at = None
    return _moved(row, "reopen", note=nfc(reason).strip(), by=by, at=at)


def _moved(
    row: RegistrationSheet, verb: str, *, note: str = "", by: Member, at: datetime
) -> RegistrationSheet:
    row.status = RegistrationStatus(REGISTRATION.after(row.status, verb))
    row.version += 1
    row.save()
    keeps = verb in {"send", "accept", "reopen"}
    SheetDecision.objects.create(
        sheet=row, verb=verb, note=note, by_person_id=by.person_id, by_body_id=by.body_id, at=at,
        data={"items": _kept(row)} if keeps else {},
    )  # fmt: skip
    return row


def _kept(row: RegistrationSheet) -> dict[str, str]:
    """The contents as they stand, in words, by item: what a later reader compares with."""
    return {
        str(item.pk): "; ".join(
            filter(None, [item.content, _days(item), _amount(item), TaskKind(item.kind).label])
        )
        for item in row.items.all()
    }


def _days(item: RegistrationItem) -> str:
    start = f"từ {item.starts_on:%d/%m/%Y} " if item.starts_on else ""
    return f"{start}đến {item.due_on:%d/%m/%Y}"


def _amount(item: RegistrationItem) -> str:
    return "" if item.quantity is None else f"{item.quantity.normalize():f} {item.quantity_unit}"
