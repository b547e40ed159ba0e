"""Into force and out of it again: one edition of a programme holds at a time, and the database keeps it so.

An amendment takes the place of the edition it amends from its effective day. Signed ahead of that day it
waits; `begin` then brings it in. Rows are locked in one order: the amendment, then the edition it amends.
"""

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.programmes import permissions
from phoihop.programmes.actions.amending import check_effective_day
from phoihop.programmes.actions.copying import Begun, copy_facts, copy_text, next_sequence
from phoihop.programmes.actions.locking import decide, locked, make_findable
from phoihop.programmes.models import Adoption, Edition, Programme
from phoihop.programmes.statuses import EDITION, UNDER_WAY, EditionStatus, Origin

_AHEAD = {"record": "record_ahead", "bring_into_force": "wait"}


def into_force(edition: Edition, verb: str, *, day: date, by: Member, at: datetime) -> None:
    """The locked edition, all signatures there, holds from `day`, or waits for it when it amends another.

    `verb` is record or bring_into_force. Refused when the edition it amends no longer holds.
    """
    waits = edition.amends_id is not None and day > clock.day_of(at)
    done = _AHEAD[verb] if waits else verb
    edition.status = EDITION.after(edition.status, done)
    edition.in_force_from = day
    if edition.amends_id is not None:
        _amended(edition, day, supersede=not waits, by=by, at=at)
    edition.save(update_fields=["status", "in_force_from"])
    decide(edition, done, by=by, at=at, data={"in_force_from": day.isoformat()})


def _amended(edition: Edition, day: date, *, supersede: bool, by: Member, at: datetime) -> None:
    amended = locked(Edition(pk=edition.amends_id))
    if amended.status != EditionStatus.IN_FORCE:
        raise Refused("Bản được sửa đổi không còn đang thực hiện nên bản sửa đổi không có hiệu lực được.")
    check_effective_day(amended, day)
    if supersede:
        amended.status = EDITION.after(amended.status, "supersede")
        amended.ended_on = day - timedelta(days=1)
        amended.save(update_fields=["status", "ended_on"])
        decide(amended, "supersede", by=by, at=at, data={"ended_on": amended.ended_on.isoformat()})


@transaction.atomic
def begin(*, edition: Edition, by: Member, at: datetime) -> Edition:
    """The effective day of a waiting amendment has come: it holds, the edition before it no longer does.

    A consequence of signatures already made: nobody's permission is asked again. Twice changes nothing.
    """
    row = locked(edition)
    if row.status != EditionStatus.WAITING:
        return row
    day = row.in_force_from
    if day is None or day > clock.day_of(at):
        raise Refused("Chưa đến ngày có hiệu lực.")
    row.status = EDITION.after(row.status, "begin")
    _amended(row, day, supersede=True, by=by, at=at)
    row.save(update_fields=["status"])
    decide(row, "begin", by=by, at=at)
    return row


def _by_the_lead(edition: Edition, by: Member) -> Edition:
    row = locked(edition)
    if not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    return row


@transaction.atomic
def undo_amendment(*, edition: Edition, reason: str, by: Member, at: datetime) -> Edition:
    """An amendment in force, or waiting, no longer counts; the edition it amended holds again.

    Its signed text stays as it is, marked. The caller has made sure that nothing was built on it.
    """
    row = _by_the_lead(edition, by)
    if row.amends_id is None:
        raise Refused("Đây là bản ban đầu, không có bản trước để quay lại.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do hoàn tác.")
    had_begun = row.status == EditionStatus.IN_FORCE
    row.status = EDITION.after(row.status, "undo_amendment")
    row.save(update_fields=["status"])
    decide(row, "undo_amendment", by=by, at=at, note=reason.strip())
    if had_begun:
        before = locked(Edition(pk=row.amends_id))
        before.status = EDITION.after(before.status, "resume")
        before.ended_on = None
        before.save(update_fields=["status", "ended_on"])
        decide(before, "resume", by=by, at=at, note=reason.strip())
        make_findable(before.programme, before)
    return row


@transaction.atomic
def undo_record(*, edition: Edition, reason: str, by: Member, at: datetime) -> Begun:
    """A first text brought into force by a paper, or by a place's decision, no longer counts.

    It stays as it is, marked; a draft with the same text, facts and keys takes its place, to be put right and
    brought into force again. The caller has made sure that nothing was built on it, and copies the targets.
    """
    Programme.objects.select_for_update(of=("self",)).get(pk=edition.programme_id)
    row = _by_the_lead(edition, by)
    if row.amends_id is not None or row.origin != Origin.RECORDED:
        raise Refused("Chỉ hoàn tác được việc ghi nhận một văn bản đã ký hoặc một quyết định áp dụng.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do hoàn tác.")
    row.status = EDITION.after(row.status, "undo_record")
    row.save(update_fields=["status"])
    decide(row, "undo_record", by=by, at=at, note=reason.strip())
    made = _drafted_again(row)
    clauses = copy_text(row, made, keeps_spans=True)
    copy_facts(clauses, keeps_spans=True)
    decide(made, "write", by=by, at=at, note="từ bản ghi nhận đã hoàn tác")
    make_findable(made.programme, made)
    return Begun(made, row, clauses)


def _drafted_again(row: Edition) -> Edition:
    """The same text as a draft; a place's decision is a number of its own, which a draft does not carry."""
    is_adopted = Adoption.objects.filter(programme=row.programme).exists()
    return Edition.objects.create(
        programme=row.programme, sequence=next_sequence(row.programme), title=row.title, opening=row.opening,
        origin=Origin.SIGNED_HERE if is_adopted else Origin.RECORDED,
        number_text="" if is_adopted else row.number_text, place=row.place,
        issued_on=None if is_adopted else row.issued_on, period_start=row.period_start,
        period_end=row.period_end, source_text=row.source_text, source_file_id=row.source_file_id,
        is_sample=row.is_sample,
    )  # fmt: skip


@transaction.atomic
def withdraw(*, edition: Edition, on: date, document: str, reason: str, by: Member, at: datetime) -> Edition:
    """Thu hồi: the edition holds no longer from `on`, by the legal `document`; the programme stops.

    Refused while an amendment of it is under way: that one is taken back first.
    """
    row = _by_the_lead(edition, by)
    if not document.strip() or not reason.strip():
        raise Refused("Hãy ghi văn bản thu hồi và lý do.")
    if row.in_force_from is not None and on < row.in_force_from:
        raise Refused(f"Ngày thu hồi không được trước ngày có hiệu lực {row.in_force_from:%d/%m/%Y}.")
    if on > clock.day_of(at):
        raise Refused("Ngày thu hồi không được sau hôm nay: hãy ghi vào đúng ngày đó.")
    if Edition.objects.filter(amends=row, status__in=UNDER_WAY).exists():
        raise Refused("Đang có bản sửa đổi soạn dở, chờ ký hoặc chờ hiệu lực: hãy rút hoặc bỏ bản đó trước.")
    row.status = EDITION.after(row.status, "withdraw")
    row.ended_on = on - timedelta(days=1)
    row.save(update_fields=["status", "ended_on"])
    data = {"on": on.isoformat(), "document": document.strip()}
    decide(row, "withdraw", by=by, at=at, note=f"{document.strip()}: {reason.strip()}", data=data)
    return row


@transaction.atomic
def undo_withdraw(*, edition: Edition, reason: str, by: Member, at: datetime) -> Edition:
    """The edition holds again."""
    row = _by_the_lead(edition, by)
    if not reason.strip():
        raise Refused("Hãy ghi lý do hoàn tác.")
    row.status = EDITION.after(row.status, "undo_withdraw")
    row.ended_on = None
    row.save(update_fields=["status", "ended_on"])
    decide(row, "undo_withdraw", by=by, at=at, note=reason.strip())
    return row
