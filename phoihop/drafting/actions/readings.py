"""How a reading ends, is stopped and is taken up again."""

import logging
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.drafting import notices
from phoihop.drafting.actions.jobs import queue_opening
from phoihop.drafting.actions.reading import make_draft, problem_of, read_before
from phoihop.drafting.models import Reading
from phoihop.drafting.permissions import can_read_papers
from phoihop.drafting.statuses import READING
from phoihop.reading.files.confined import ReadPaper
from phoihop.reading.paper import Page, Word

logger = logging.getLogger(__name__)

_NO_DRAFT = "Nội dung tệp có chỗ bất thường nên không lập được bản đọc. Hãy lưu lại tệp rồi thử lại."


def locked_reading(reading_id: int) -> Reading:
    """The row, locked, with its body; to be called in a transaction."""
    rows = Reading.objects.select_for_update(of=("self",)).select_related("body__area", "renews")
    return rows.get(pk=reading_id)


@transaction.atomic
def cancel_reading(*, reading: Reading, by: Member, at: datetime) -> Reading:
    """Stop a reading under way; pages done so far stay, for taking it up again."""
    row = locked_reading(reading.pk)
    _check_own(row, by)
    row.status = READING.after(row.status, "cancel")
    row.ended_at = at
    row.save(update_fields=["status", "ended_at"])
    return row


@transaction.atomic
def read_again(*, reading: Reading, by: Member, at: datetime) -> Reading:
    """Take up a reading that failed or was stopped, from the pages it has.

    Pages that could not be read are tried again. Refused while the same paper is being read or was read.
    """
    row = locked_reading(reading.pk)
    _check_own(row, by)
    take_up(row)
    same = Reading.objects.visible_to(by).under_way().filter(digest=row.digest)
    if same.exists() or read_before(row.digest, by) is not None:
        raise Refused("Văn bản này đã được đọc hoặc đang được đọc; hãy xem trong danh sách.")
    row.save(update_fields=["status", "problem", "ended_at"])
    queue_opening(row.pk)
    return row


def take_up(row: Reading) -> None:
    """The locked reading, failed or stopped, waits again (not saved). Refused when a file was infected."""
    status = READING.after(row.status, "read_again")
    if not all(part.file.may_be_opened for part in row.files.select_related("file")):
        raise Refused("Tệp gốc có mã độc nên đã bị loại bỏ, không đọc lại được.")
    row.pages.exclude(problem="").delete()
    row.status, row.problem, row.ended_at = status, "", None


def finish(row: Reading, *, read: ReadPaper, at: datetime, tell: bool) -> None:
    """The locked reading is done: its draft is made, its pages get their place in the text.

    A paper too long for a draft fails; so does one whose draft the database will not take.
    """
    problem = problem_of(read)
    if problem:
        fail(row, problem=problem, at=at, tell=tell)
        return
    try:
        with transaction.atomic():
            _finish(row, read, at)
    except DatabaseError:
        logger.exception("no draft could be made of reading %s", row.pk)
        row.refresh_from_db()
        fail(row, problem=_NO_DRAFT, at=at, tell=tell)
        return
    if tell:
        notices.tell_done(row, at=at)


def _finish(row: Reading, read: ReadPaper, at: datetime) -> None:
    first = row.files.select_related("file").order_by("order")[0]
    row.draft = make_draft(
        file=first.file, read=read, body=row.body, person_id=row.created_by_id, renews=row.renews, at=at
    )
    _place_pages(row, read)
    row.status, row.ended_at = READING.after(row.status, "finish"), at
    row.save(update_fields=["status", "draft", "ended_at"])


def fail(row: Reading, *, problem: str, at: datetime, tell: bool) -> None:
    """The locked reading cannot be done; the files stay, with the sentence that says why."""
    row.status, row.problem, row.ended_at = READING.after(row.status, "fail"), problem, at
    row.save(update_fields=["status", "problem", "ended_at"])
    if tell:
        notices.tell_failed(row, at=at)


def _place_pages(row: Reading, read: ReadPaper) -> None:
    places = {page.number: page for page in read.paper.pages}
    pages = list(row.pages.all())
    for page in pages:
        place = places.get(page.number)
        if place is not None:
            page.span_start, page.span_end = place.span
            page.words = [_from_start_of(place, word) for word in place.words]
        page.recognised = {}
    row.pages.bulk_update(pages, ["span_start", "span_end", "words", "recognised"], batch_size=20)


def _from_start_of(place: Page, word: Word) -> list[float]:
    start = place.span[0]
    return [word.span[0] - start, word.span[1] - start, *word.box, round(word.confidence, 3)]


def _check_own(row: Reading, by: Member) -> None:
    if not can_read_papers(by) or row.body_id != by.body_id:
        raise PermissionDenied
