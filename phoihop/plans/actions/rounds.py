"""A year's round of registration: opened for its units, widened, mended, reminded of, called off."""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.organisations.models import Body
from phoihop.plans import permissions, registration_notices
from phoihop.plans.models import RegistrationItem, RegistrationRound, RegistrationSheet
from phoihop.plans.registration import RoundContent
from phoihop.plans.statuses import RegistrationStatus
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.statuses import EditionStatus


@transaction.atomic
def open_round(
    *, programme: Programme, content: RoundContent, body_ids: Collection[int], by: Member, at: datetime
) -> RegistrationRound:
    """Ask these units to register for a year; one empty sheet each, and a message.

    Refused for a programme not in force, a year already opened, no unit, or a day gone by. The number of
    queries does not grow with the units.
    """
    edition = _running(programme)
    if not permissions.can_register_others(by, programme):
        raise PermissionDenied
    _check(content, at=at)
    if RegistrationRound.objects.filter(programme=programme, year=content.year).exists():
        raise Refused(f"Đợt đăng ký năm {content.year} đã mở rồi.")
    made = RegistrationRound.objects.create(
        programme=programme,
        opened_by_id=by.person_id,
        opened_at=at,
        is_sample=edition.is_sample,
        **_columns(content),
    )
    _ask(made, body_ids, at=at)
    return made


def _running(programme: Programme) -> Edition:
    """The edition in force, held so that the programme does not end in between."""
    rows = Edition.objects.select_for_update(of=("self",), no_key=True)
    row = rows.filter(programme=programme, status=EditionStatus.IN_FORCE).first()
    if row is None:
        raise Refused("Chương trình chưa có hiệu lực hoặc đã kết thúc nên không mở đợt đăng ký.")
    Programme.objects.select_for_update(of=("self",), no_key=True).get(pk=programme.pk)
    return row


def _check(content: RoundContent, *, at: datetime) -> None:
    if content.due_on < clock.day_of(at):
        raise Refused("Hạn gửi không được trước hôm nay.")


def _columns(content: RoundContent) -> dict[str, object]:
    return vars(content) | {"note": nfc(content.note).strip(), "rule_text": nfc(content.rule_text).strip()}


def _ask(row: RegistrationRound, body_ids: Collection[int], *, at: datetime) -> int:
    """An empty sheet for each body still there; those asked before keep theirs."""
    there = Body.objects.on(row.due_on).filter(pk__in=list(body_ids)).order_by("pk")
    known = set(row.sheets.values_list("body_id", flat=True))
    new = [pk for pk in there.values_list("pk", flat=True) if pk not in known]
    if not new and not known:
        raise Refused("Hãy chọn ít nhất một đơn vị còn hoạt động.")
    RegistrationSheet.objects.bulk_create(
        (RegistrationSheet(round=row, body_id=pk, is_sample=row.is_sample) for pk in new),
        ignore_conflicts=True,
    )
    registration_notices.ask_to_register(row, body_ids=new, at=at)
    return len(new)


@transaction.atomic
def ask_more(*, given: RegistrationRound, body_ids: Collection[int], by: Member, at: datetime) -> int:
    """Ask further units; those asked already are left alone. How many are new."""
    return _ask(_locked(given, by=by), body_ids, at=at)


@transaction.atomic
def change_round(
    *, given: RegistrationRound, content: RoundContent, version: int, by: Member, at: datetime
) -> RegistrationRound:
    """Another due day, note or rules; the year stays."""
    row = _locked(given, by=by)
    if row.version != version:
        raise Conflict("Đợt đăng ký")
    if content.due_on != row.due_on:
        _check(content, at=at)
    for name, value in _columns(content).items():
        if name != "year":
            setattr(row, name, value)
    row.version += 1
    row.save()
    return row


@transaction.atomic
def remind(*, given: RegistrationRound, by: Member, at: datetime) -> int:
    """A message to every unit that has not sent its sheet; each is reminded once a day. How many were."""
    row = _locked(given, by=by)
    today = clock.day_of(at)
    late = row.sheets.select_for_update(of=("self",)).missing().exclude(reminded_on=today)
    asked = list(late.values_list("body_id", flat=True))
    row.sheets.filter(body__in=asked).update(reminded_on=today)
    registration_notices.remind(row, body_ids=asked, at=at)
    return len(asked)


@transaction.atomic
def call_off(*, given: RegistrationRound, by: Member, at: datetime) -> None:
    """Undo the opening: the round and its empty sheets go. Refused once a unit has written something."""
    row = _locked(given, by=by)
    list(row.sheets.select_for_update(of=("self",)).values_list("pk"))
    begun = row.sheets.exclude(status=RegistrationStatus.DRAFT).exists()
    if begun or RegistrationItem.objects.filter(sheet__round=row).exists():
        raise Refused("Đã có đơn vị đăng ký nên không hủy được đợt này.")
    row.delete()


def _locked(given: RegistrationRound, *, by: Member) -> RegistrationRound:
    rows = RegistrationRound.objects.select_for_update(of=("self",)).select_related("programme__lead")
    row = rows.get(pk=given.pk)
    if not permissions.can_register_others(by, row.programme):
        raise PermissionDenied
    return row
