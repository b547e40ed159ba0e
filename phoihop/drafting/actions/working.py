"""What the worker does of a reading. Each act may be run again after any interruption; nothing is done twice.

No transaction and no connection is held while a child process reads.
"""

import time
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import connection, transaction

from phoihop.documents import storage
from phoihop.documents.actions import keep_own_file
from phoihop.documents.calculations import JPEG, ONE_PAGE_MEDIA_TYPES, NotAccepted, file_type_of
from phoihop.documents.models import StoredFile
from phoihop.documents.queries import read_bytes
from phoihop.drafting.actions.intake import problem_together
from phoihop.drafting.actions.jobs import queue_joining, queue_opening, queue_pages
from phoihop.drafting.actions.readings import fail, finish, locked_reading
from phoihop.drafting.models import Reading, ReadingFile, ReadPage
from phoihop.drafting.statuses import READING, ReadingStatus
from phoihop.reading.files.confined import (
    Limits,
    Opened,
    ReadPaper,
    open_in_child,
    page_in_child,
    pages_in_child,
)
from phoihop.reading.files.exchange import Misshapen, decoded, encoded
from phoihop.reading.files.pages import RecognisedPage
from phoihop.reading.paper import Note
from phoihop.reading.unreadable import UnreadableDocument

WHOLE_PAPER = Limits(seconds=120, megabytes=2_000, niceness=10)
ONE_PAGE = Limits(seconds=60, megabytes=1_500, niceness=10)
MOST_PAGES = 200
"""Pages to recognise of one paper: ten minutes of two processors."""

_BROKE = "Việc đọc gặp lỗi và đã dừng. Tệp gốc vẫn được giữ; hãy bấm “Đọc lại”, hoặc báo người quản trị."
_GONE = "Tệp gốc không còn nguyên vẹn trên máy chủ. Hãy đưa tệp vào lại."
_TOO_MANY = f"Văn bản có hơn {MOST_PAGES} trang phải nhận dạng. Hãy tách ra thành nhiều phần rồi đưa vào."
_WITH_TEXT = "Tệp “{name}” có sẵn chữ, không phải bản quét. Hãy đưa riêng tệp ấy."


def open_paper(*, reading_id: int, at: datetime) -> None:
    """Open the files of a paper: read it where it has text, else count its pages and have them recognised."""
    if not _begun(reading_id):
        return
    parts = list(ReadingFile.objects.filter(reading=reading_id).select_related("file").order_by("order"))
    try:
        read = _opened(parts)
    except UnreadableDocument as problem:
        _failed(reading_id, str(problem), at=at)
        return
    with transaction.atomic():
        row = locked_reading(reading_id)
        if row.status != ReadingStatus.READING:
            return
        if read is not None:
            finish(row, read=read, at=at, tell=True)
        else:
            _queue_what_is_left(row, sum(part.pages or 0 for part in parts))


def read_page(*, reading_id: int, number: int, at: datetime) -> None:
    """Recognise a page, begun at `at`; the last one to be there has all of them joined."""
    row = Reading.objects.filter(pk=reading_id, status=ReadingStatus.READING).first()
    if row is None or row.pages.filter(number=number).exists():
        return
    file, own_number = _place_of(row, number)
    began = time.monotonic()
    try:
        content = _content(file)
        _let_go_of_connection()
        page = page_in_child(content, name=file.name, number=own_number, limits=ONE_PAGE)
    except UnreadableDocument as problem:
        _keep_page(reading_id, ReadPage(number=number, problem=str(problem), read_at=at))
        return
    kept = replace(page, number=number, image=b"")
    made = ReadPage(
        number=number,
        recognised=encoded(kept),
        width=page.width,
        height=page.height,
        read_at=at + timedelta(seconds=time.monotonic() - began),
    )
    _keep_page(reading_id, made, image=page.image)


def join_pages(*, reading_id: int, at: datetime) -> None:
    """Join the pages of a paper and read it; pages that could not be recognised are named in a note."""
    row = Reading.objects.filter(pk=reading_id, status=ReadingStatus.READING).first()
    if row is None:
        return
    pages = list(row.pages.order_by("number"))
    try:
        read = _joined(pages, name=row.name)
    except Misshapen:
        _recognise_anew(row)
        return
    except UnreadableDocument as problem:
        _failed(reading_id, str(problem), at=at)
        return
    with transaction.atomic():
        row = locked_reading(reading_id)
        if row.status == ReadingStatus.READING:
            finish(row, read=read, at=at, tell=True)


def give_up(*, reading_id: int, at: datetime) -> None:
    """The worker's own fault, again and again: the reading fails with a sentence, its files stay."""
    _failed(reading_id, _BROKE, at=at)


def _begun(reading_id: int) -> bool:
    with transaction.atomic():
        row = locked_reading(reading_id)
        if not READING.allows(row.status, "begin"):
            return False
        row.status = READING.after(row.status, "begin")
        row.save(update_fields=["status"])
        return True


def _failed(reading_id: int, problem: str, *, at: datetime) -> None:
    with transaction.atomic():
        row = locked_reading(reading_id)
        if READING.allows(row.status, "fail"):
            fail(row, problem=problem, at=at, tell=True)


def _let_go_of_connection() -> None:
    """Back to the pool while a child reads for seconds."""
    if not connection.in_atomic_block:
        connection.close()


def _opened(parts: list[ReadingFile]) -> ReadPaper | None:
    """The paper, read; None when it is a scan, whose pages are then counted in its parts."""
    problem = problem_together([part.file for part in parts])
    if problem:
        raise UnreadableDocument(problem)
    for part in parts:
        if part.pages is not None:
            continue
        opened = _look_into(part.file)
        if opened.read is not None and len(parts) == 1:
            return opened.read
        if opened.scan_pages is None:
            raise UnreadableDocument(_WITH_TEXT.format(name=part.file.name))
        part.pages = opened.scan_pages
        part.save(update_fields=["pages"])
    if sum(part.pages or 0 for part in parts) > MOST_PAGES:
        raise UnreadableDocument(_TOO_MANY)
    return None


def _look_into(file: StoredFile) -> Opened:
    content = _content(file)
    if file.media_type in ONE_PAGE_MEDIA_TYPES:
        return Opened(read=None, scan_pages=1)
    _let_go_of_connection()
    return open_in_child(content, name=file.name, limits=WHOLE_PAPER)


def _content(file: StoredFile) -> bytes:
    """The bytes of a file that is what it says it is; UnreadableDocument with the sentence otherwise."""
    try:
        content = read_bytes(file)
        file_type_of(content, name=file.name, declared="")
    except storage.BytesMissing:
        raise UnreadableDocument(_GONE) from None
    except NotAccepted as refusal:
        raise UnreadableDocument(refusal.message) from None
    return content


def _queue_what_is_left(row: Reading, total: int) -> None:
    there = set(row.pages.values_list("number", flat=True))
    left = [number for number in range(1, total + 1) if number not in there]
    if left:
        queue_pages(row.pk, left)
    else:
        queue_joining(row.pk)


def _place_of(row: Reading, number: int) -> tuple[StoredFile, int]:
    """The file a page of the paper lies in, and its number there."""
    for part in row.files.select_related("file").order_by("order"):
        if number <= (part.pages or 0):
            return part.file, number
        number -= part.pages or 0
    raise LookupError(number)


def _keep_page(reading_id: int, page: ReadPage, *, image: bytes = b"") -> None:
    with transaction.atomic():
        row = locked_reading(reading_id)
        if row.status != ReadingStatus.READING or row.pages.filter(number=page.number).exists():
            return
        page.reading = row
        if image.startswith(b"\xff\xd8\xff"):
            page.image = keep_own_file(
                content=image,
                name=f"trang-{page.number}.jpg",
                kind=JPEG,
                body_id=row.body_id,
                person_id=row.created_by_id,
                at=page.read_at,
                is_sample=row.is_sample,
            )
        page.save()
        if row.pages.count() == sum(part.pages or 0 for part in row.files.all()):
            queue_joining(row.pk)


def _joined(pages: list[ReadPage], *, name: str) -> ReadPaper:
    there = [decoded(RecognisedPage, page.recognised) for page in pages if not page.problem]
    if not there:
        raise UnreadableDocument(pages[0].problem)
    _let_go_of_connection()
    read = pages_in_child(there, name=name, limits=WHOLE_PAPER)
    missing = tuple(
        Note("page_not_read", f"Trang {page.number} không nhận dạng được. {page.problem}")
        for page in pages
        if page.problem
    )
    return replace(read, paper=replace(read.paper, notes=(*missing, *read.paper.notes)))


@transaction.atomic
def _recognise_anew(row: Reading) -> None:
    """The pages are from a version of this programme that kept them in another form."""
    row.pages.all().delete()
    queue_opening(row.pk)
