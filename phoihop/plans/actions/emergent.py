"""Nhiệm vụ phát sinh: a task outside the clauses is proposed, agreed on or declined."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.organisations.models import Body
from phoihop.plans import following_notices as notices
from phoihop.plans import permissions
from phoihop.plans.inputs import EmergentContent
from phoihop.plans.models import EmergentPart, EmergentTask, Task, TaskDecision
from phoihop.plans.statuses import EMERGENT, Answer, EmergentStatus
from phoihop.programmes.models import Edition, Party, Programme
from phoihop.programmes.statuses import EditionStatus


@transaction.atomic
def propose_emergent(
    *, programme: Programme, body: Body, content: EmergentContent, by: Member, at: datetime
) -> EmergentTask:
    """A party proposes a task no clause names; who is asked and who leads or coordinates must agree.

    `content.asked` empty asks every party. The proposing body has agreed by proposing. Refused for a
    programme not in force, without reason or title, for a day gone by, or nobody to ask.
    """
    edition = Edition.objects.filter(programme=programme, status=EditionStatus.IN_FORCE).first()
    if edition is None:
        raise Refused("Chương trình chưa có hiệu lực hoặc đã kết thúc nên không thêm nhiệm vụ.")
    parties = set(Party.objects.filter(edition=edition).values_list("body_id", flat=True))
    parties.add(programme.lead_id)
    if not permissions.can_propose_emergent(by, body, party_ids=parties):
        raise PermissionDenied
    _check(content, at=at)
    parts = _parts(content, parties=parties, proposer_id=body.pk)
    _check_bodies(parts, content, at=at)
    row = EmergentTask.objects.create(
        programme=programme,
        kind=content.kind,
        title=nfc(content.title).strip(),
        content=nfc(content.content).strip(),
        reason=nfc(content.reason).strip(),
        lead_id=content.lead,
        due_on=content.due_on,
        proposed_by_body=body,
        proposed_by_id=by.person_id,
        proposed_at=at,
        is_sample=programme.is_sample,
    )
    for part in parts:
        part.emergent = row
        if part.body_id == body.pk:
            part.answer, part.answered_by_id, part.answered_at = Answer.AGREED, by.person_id, at
    EmergentPart.objects.bulk_create(parts)
    notices.ask_about_emergent(row, at=at)
    return row


def _check(content: EmergentContent, *, at: datetime) -> None:
    if not content.title.strip():
        raise Refused("Hãy ghi tên nhiệm vụ.")
    if not content.reason.strip():
        raise Refused("Hãy ghi lý do phát sinh.")
    if content.due_on < clock.day_of(at):
        raise Refused("Hạn không được trước hôm nay.")


def _parts(content: EmergentContent, *, parties: set[int], proposer_id: int) -> list[EmergentPart]:
    """A row for each body asked or working; whoever is to lead or coordinate is always asked."""
    coordinators = set(content.coordinators) - {content.lead}
    asked = (set(content.asked) or parties) | coordinators | {content.lead, proposer_id}
    if not asked - {proposer_id}:
        raise Refused("Hãy chọn ít nhất một bên khác cần thống nhất.")
    return [
        EmergentPart(body_id=body_id, is_coordinator=body_id in coordinators, is_asked=True)
        for body_id in sorted(asked)
    ]


def _check_bodies(parts: Iterable[EmergentPart], content: EmergentContent, *, at: datetime) -> None:
    ids = [part.body_id for part in parts]
    standing = set(Body.objects.on(clock.day_of(at)).filter(pk__in=ids).values_list("pk", flat=True))
    if content.lead not in standing or set(ids) - standing:
        raise Refused("Có đơn vị không còn hoạt động. Hãy chọn lại.")
    last = Body.objects.filter(pk=content.lead).values_list("valid_to", flat=True).get()
    if last is not None and last < content.due_on:
        raise Refused("Đơn vị chủ trì kết thúc hoạt động trước hạn của nhiệm vụ.")


@transaction.atomic
def answer_emergent(
    *, emergent: EmergentTask, body: Body, agrees: bool, reason: str = "", by: Member, at: datetime
) -> EmergentTask:
    """A body asked agrees, or declines with its reason; it may change its mind until all have agreed.

    With the last agreement the task stands: a Task of the leading body without a clause. The row is locked,
    so of two last answers at once exactly one makes the task.
    """
    row = _locked(emergent)
    if not permissions.can_write_for(by, body.pk):
        raise PermissionDenied
    if row.status not in {EmergentStatus.PROPOSED, EmergentStatus.REFUSED}:
        raise Refused("Đề xuất này đã được thống nhất hoặc đã rút.")
    part = row.parts.filter(body=body, is_asked=True).first()
    if part is None:
        raise PermissionDenied
    if not agrees and not reason.strip():
        raise Refused("Hãy ghi lý do không đồng ý.")
    part.answer = Answer.AGREED if agrees else Answer.DECLINED
    part.reason = nfc(reason).strip()
    part.answered_by_id, part.answered_at = by.person_id, at
    part.save()
    _settle(row, by=by, at=at)
    notices.tell_emergent_answer(row, body, agrees=agrees, at=at)
    return row


def _settle(row: EmergentTask, *, by: Member, at: datetime) -> None:
    """The status that follows from the answers, and the task once all have agreed."""
    answers = set(row.parts.filter(is_asked=True).values_list("answer", flat=True))
    if Answer.DECLINED in answers:
        if row.status == EmergentStatus.PROPOSED:
            row.status = EmergentStatus(EMERGENT.after(row.status, "refuse"))
    else:
        if row.status == EmergentStatus.REFUSED:
            row.status = EmergentStatus(EMERGENT.after(row.status, "take_up"))
        if answers == {Answer.AGREED}:
            row.status, row.agreed_at = EmergentStatus(EMERGENT.after(row.status, "agree")), at
            _make_task(row, by=by, at=at)
    row.version += 1
    row.save()


def _make_task(row: EmergentTask, *, by: Member, at: datetime) -> None:
    task = Task.objects.create(
        programme=row.programme,
        emergent=row,
        kind=row.kind,
        title=row.title,
        body=row.lead,
        due_on=row.due_on,
        is_sample=row.is_sample,
    )
    TaskDecision.objects.create(
        task=task, by_person_id=by.person_id, by_body_id=by.body_id, verb="agree", note=row.reason, at=at
    )


@transaction.atomic
def withdraw_emergent(*, emergent: EmergentTask, version: int, by: Member, at: datetime) -> EmergentTask:
    """The proposing body takes it back while not all have agreed; afterwards it is a task like any other."""
    row = _locked(emergent)
    if not permissions.can_write_for(by, row.proposed_by_body_id):
        raise PermissionDenied
    if row.version != version:
        raise Conflict("Đề xuất này")
    row.status = EmergentStatus(EMERGENT.after(row.status, "withdraw"))
    row.version += 1
    row.save()
    notices.tell_emergent_withdrawn(row, at=at)
    return row


def _locked(emergent: EmergentTask) -> EmergentTask:
    rows = EmergentTask.objects.select_for_update(of=("self",))
    return rows.select_related("programme", "lead").get(pk=emergent.pk)
