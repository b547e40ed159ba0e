"""Vướng mắc: raise one on a clause, answer, ask again, forward, close, reopen, take into an amendment."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.plans import following_notices as notices
from phoihop.plans import permissions
from phoihop.plans.inputs import ObstacleContent
from phoihop.plans.models import Obstacle, ObstacleDecision, ObstacleFile
from phoihop.plans.statuses import OBSTACLE, ObstacleStatus
from phoihop.programmes.models import Clause, Edition
from phoihop.programmes.statuses import EditionStatus


@transaction.atomic
def raise_obstacle(
    *, clause: Clause, body: Body, content: ObstacleContent, by: Member, at: datetime
) -> Obstacle:
    """What stands in a body's way at a clause of a programme in force, told to the body that is to answer.

    The body takes part in the programme (lead, party, assigned, owing or with a task); Refused for a text
    not in force, for no words, and for days that cannot be.
    """
    edition = Edition.objects.select_related("programme").get(pk=clause.edition_id)
    if not permissions.can_raise(by, body, edition.programme):
        raise PermissionDenied
    if edition.status != EditionStatus.IN_FORCE:
        raise Refused("Chương trình chưa có hiệu lực hoặc đã kết thúc nên không nêu vướng mắc mới.")
    _check(content, at=at)
    row = Obstacle.objects.create(
        programme=edition.programme,
        clause=clause,
        kind=content.kind,
        text=nfc(content.text).strip(),
        proposal=nfc(content.proposal).strip(),
        since_on=content.since_on,
        raised_by_body=body,
        raised_at=at,
        addressed_to_id=content.addressed_to,
        answer_due_on=content.answer_due_on,
        is_sample=edition.is_sample,
    )
    _keep_files(row, content.files)
    _decide(row, "raise", by=by, at=at)
    notices.tell_addressee(row, at=at)
    return row


def _check(content: ObstacleContent, *, at: datetime) -> None:
    today = clock.day_of(at)
    if not content.text.strip():
        raise Refused("Hãy ghi vướng mắc là gì.")
    if content.since_on > today:
        raise Refused("Ngày có vướng mắc không được sau hôm nay.")
    _check_answer_day(content.answer_due_on, at=at)
    if not Body.objects.on(today).filter(pk=content.addressed_to).exists():
        raise Refused("Nơi giải quyết không còn hoạt động.")


def _check_answer_day(day: date, *, at: datetime) -> None:
    if day < clock.day_of(at):
        raise Refused("Ngày đề nghị trả lời không được trước hôm nay.")


@transaction.atomic
def answer_obstacle(
    *, obstacle: Obstacle, text: str, files: Iterable[StoredFile] = (), version: int, by: Member, at: datetime
) -> Obstacle:
    """The body addressed says what is done about it; it may add to its answer until the raiser closes."""
    row = _locked(obstacle, version=version)
    if not permissions.can_answer(by, row):
        raise PermissionDenied
    _keep_files(row, files)
    _moved(row, "answer", note=_words(text, "Hãy ghi câu trả lời."), by=by, at=at)
    notices.tell_raiser(row, "đã trả lời vướng mắc", by=by, at=at)
    return row


@transaction.atomic
def ask_again(
    *, obstacle: Obstacle, text: str, answer_due_on: date, version: int, by: Member, at: datetime
) -> Obstacle:
    """The answer does not solve it: another round, with a new day."""
    row = _locked(obstacle, version=version)
    if not permissions.can_raise(by, row.raised_by_body, row.programme):
        raise PermissionDenied
    _check_answer_day(answer_due_on, at=at)
    row.answer_due_on = answer_due_on
    _moved(row, "ask_again", note=_words(text, "Hãy ghi còn vướng ở đâu."), by=by, at=at)
    notices.tell_addressee(row, at=at)
    return row


@transaction.atomic
def forward_obstacle(
    *,
    obstacle: Obstacle,
    to: Body,
    answer_due_on: date,
    note: str = "",
    version: int,
    by: Member,
    at: datetime,
) -> Obstacle:
    """The body addressed, or the lead, sends it on to a body that can solve it."""
    row = _locked(obstacle, version=version)
    if not permissions.can_forward(by, row):
        raise PermissionDenied
    _check_answer_day(answer_due_on, at=at)
    if to.pk == row.addressed_to_id:
        raise Refused("Vướng mắc đang ở đơn vị này rồi.")
    if not Body.objects.on(clock.day_of(at)).filter(pk=to.pk).exists():
        raise Refused("Nơi giải quyết không còn hoạt động.")
    row.addressed_to, row.answer_due_on = to, answer_due_on
    _moved(row, "forward", note=note, by=by, at=at)
    notices.tell_addressee(row, at=at)
    return row


@transaction.atomic
def close_obstacle(
    *, obstacle: Obstacle, reason: str = "", version: int, by: Member, at: datetime
) -> Obstacle:
    """Solved: said by the body that raised it; the lead may say so too, with the reason."""
    row = _locked(obstacle, version=version)
    is_raiser = permissions.can_raise(by, row.raised_by_body, row.programme)
    if not is_raiser and not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    note = reason if is_raiser else _words(reason, "Hãy ghi vì sao coi là đã giải quyết.")
    _moved(row, "close", note=note, by=by, at=at)
    if not is_raiser:
        notices.tell_raiser(row, "đã khép lại vướng mắc", by=by, at=at)
    return row


@transaction.atomic
def reopen_obstacle(*, obstacle: Obstacle, reason: str, version: int, by: Member, at: datetime) -> Obstacle:
    """Not solved after all; the raiser or the lead says why. It undoes closing."""
    row = _locked(obstacle, version=version)
    is_raiser = permissions.can_raise(by, row.raised_by_body, row.programme)
    if not is_raiser and not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    row.answer_due_on = max(row.answer_due_on, clock.day_of(at))
    row.amended_by = None
    _moved(row, "reopen", note=_words(reason, "Hãy ghi lý do mở lại."), by=by, at=at)
    notices.tell_addressee(row, at=at)
    return row


@transaction.atomic
def withdraw_obstacle(*, obstacle: Obstacle, version: int, by: Member, at: datetime) -> Obstacle:
    """Taken back by the body that raised it while nobody has answered; it stays, marked."""
    row = _locked(obstacle, version=version)
    if not permissions.can_raise(by, row.raised_by_body, row.programme):
        raise PermissionDenied
    if row.decisions.filter(verb="answer").exists():
        raise Refused("Đã có trả lời nên không rút được nữa. Hãy khép lại nếu đã giải quyết xong.")
    return _moved(row, "withdraw", by=by, at=at)


@transaction.atomic
def take_into_amendment(
    *, obstacle: Obstacle, edition: Edition, version: int, by: Member, at: datetime
) -> Obstacle:
    """The lead takes it up in a draft that amends the programme's text."""
    row = _locked(obstacle, version=version)
    if not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    draft = Edition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    if draft.programme_id != row.programme_id or draft.status != EditionStatus.DRAFT:
        raise Refused("Chỉ đưa được vào bản sửa đổi đang soạn của chính chương trình này.")
    row.amended_by = draft
    _moved(row, "amend", note=draft.title[:200], by=by, at=at)
    notices.tell_raiser(row, "đã đưa vướng mắc vào bản sửa đổi", by=by, at=at)
    return row


def _locked(obstacle: Obstacle, *, version: int) -> Obstacle:
    rows = Obstacle.objects.select_for_update(of=("self",))
    row = rows.select_related("programme", "raised_by_body", "clause").get(pk=obstacle.pk)
    if row.version != version:
        raise Conflict("Vướng mắc này")
    return row


def _moved(row: Obstacle, verb: str, *, note: str = "", by: Member, at: datetime) -> Obstacle:
    row.status = ObstacleStatus(OBSTACLE.after(row.status, verb))
    row.version += 1
    row.save()
    _decide(row, verb, note=nfc(note).strip(), by=by, at=at)
    return row


def _decide(row: Obstacle, verb: str, *, note: str = "", by: Member, at: datetime) -> None:
    ObstacleDecision.objects.create(
        obstacle=row, by_person_id=by.person_id, by_body_id=by.body_id, verb=verb, note=note, at=at
    )


def _keep_files(row: Obstacle, files: Iterable[StoredFile]) -> None:
    ObstacleFile.objects.bulk_create(
        (ObstacleFile(obstacle=row, file=file) for file in dict.fromkeys(files)), ignore_conflicts=True
    )


def _words(text: str, otherwise: str) -> str:
    if not text.strip():
        raise Refused(otherwise)
    return text
