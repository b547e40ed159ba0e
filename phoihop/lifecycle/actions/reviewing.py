"""Sơ kết, tổng kết: begin one over a period, say what came of each clause, confirm it, open it again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.core.vietnamese import nfc
from phoihop.lifecycle.models import Review, ReviewDecision, ReviewKind, ReviewNote
from phoihop.lifecycle.queries.results import results_of
from phoihop.lifecycle.statuses import REVIEW, ReviewStatus
from phoihop.programmes import permissions
from phoihop.programmes.models import Clause, Programme
from phoihop.programmes.queries import current_edition
from phoihop.programmes.statuses import SIGNED


@dataclass(frozen=True)
class Words:
    """What the lead says of the whole period."""

    overview: str = ""
    strengths: str = ""
    weaknesses: str = ""
    causes: str = ""
    lessons: str = ""
    directions: str = ""


@dataclass(frozen=True)
class Said:
    """What is said of one clause, and whether it goes on into the next period."""

    text: str = ""
    is_carried_over: bool = False


@transaction.atomic
def begin_review(
    *, programme: Programme, kind: ReviewKind, period: Period, by: Member, at: datetime
) -> Review:
    """A review of the period by the lead; the same kind and period twice stays one.

    Refused for a programme that was never in force, or a period that has not begun.
    """
    locked = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    if not permissions.can_lead(by, locked):
        raise PermissionDenied
    if current_edition(locked).status not in SIGNED:
        raise Refused("Chương trình chưa có hiệu lực nên chưa có gì để sơ kết, tổng kết.")
    if period.start > clock.day_of(at):
        raise Refused("Kỳ sơ kết, tổng kết chưa bắt đầu.")
    made, is_new = Review.objects.get_or_create(
        programme=locked, kind=kind, period_start=period.start, period_end=period.end,
        defaults={"created_by_id": by.person_id, "created_at": at, "is_sample": locked.is_sample},
    )  # fmt: skip
    if is_new:
        _decide(made, "begin", by=by, at=at)
    return made


@transaction.atomic
def write_review(
    *, review: Review, words: Words, said: Mapping[int, Said], version: int, by: Member, at: datetime
) -> Review:
    """The words of the whole and of each clause (by id); Conflict when somebody wrote since `version`."""
    row = _locked(review, by=by, version=version)
    if row.status != ReviewStatus.DRAFT:
        raise Refused("Bản này đã xác nhận: hãy mở lại, ghi lý do, rồi mới sửa.")
    for name, text in vars(words).items():
        setattr(row, name, nfc(text).strip())
    row.version += 1
    row.save()
    _write_notes(row, said)
    return row


def _write_notes(review: Review, said: Mapping[int, Said]) -> None:
    own = Clause.objects.filter(edition__programme=review.programme_id, pk__in=said)
    known = set(own.values_list("pk", flat=True))
    if known != set(said):
        raise Refused("Có điều khoản không thuộc chương trình này.")
    ReviewNote.objects.filter(review=review, clause__in=known).delete()
    ReviewNote.objects.bulk_create(
        ReviewNote(
            review=review, clause_id=clause_id, text=nfc(words.text).strip(),
            is_carried_over=words.is_carried_over,
        )
        for clause_id, words in said.items()
        if words.text.strip() or words.is_carried_over
    )  # fmt: skip


@transaction.atomic
def confirm_review(*, review: Review, version: int, by: Member, at: datetime) -> Review:
    """The review is final: the figures as they stand now are kept with it."""
    row = _locked(review, by=by, version=version)
    edition = current_edition(row.programme)
    row.status = REVIEW.after(row.status, "confirm")
    row.figures = results_of(edition, Period(row.period_start, row.period_end), on=clock.day_of(at))
    row.version += 1
    row.save()
    _decide(row, "confirm", by=by, at=at)
    return row


@transaction.atomic
def reopen_review(*, review: Review, reason: str, version: int, by: Member, at: datetime) -> Review:
    """Back to writing, with the reason; Refused once a next programme was made from it."""
    row = _locked(review, by=by, version=version)
    if not reason.strip():
        raise Refused("Hãy ghi lý do mở lại.")
    if row.programme.renewals.exists():
        raise Refused("Đã có chương trình tiếp nối nên không mở lại được.")
    row.status = REVIEW.after(row.status, "reopen")
    row.figures = None
    row.version += 1
    row.save()
    _decide(row, "reopen", note=reason.strip(), by=by, at=at)
    return row


@transaction.atomic
def drop_review(*, review: Review, version: int, by: Member, at: datetime) -> None:
    """Undo the beginning: a review that is still being written goes."""
    row = _locked(review, by=by, version=version)
    if row.status != ReviewStatus.DRAFT:
        raise Refused("Bản này đã xác nhận nên không bỏ được.")
    row.delete()


def _locked(review: Review, *, by: Member, version: int) -> Review:
    rows = Review.objects.select_for_update(of=("self",)).select_related("programme")
    row = rows.get(pk=review.pk)
    if not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    if row.version != version:
        raise Conflict("Bản sơ kết, tổng kết")
    return row


def _decide(review: Review, verb: str, *, note: str = "", by: Member, at: datetime) -> None:
    ReviewDecision.objects.create(
        review=review, verb=verb, note=note, by_person_id=by.person_id, by_body_id=by.body_id, at=at
    )
