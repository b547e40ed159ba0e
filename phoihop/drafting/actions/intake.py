"""Putting a paper in. What is quickly read is read at once; scans and long papers are left to the worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.member import Member
from phoihop.documents.actions import store_any_file
from phoihop.documents.calculations import IMAGE_MEDIA_TYPES, PDF
from phoihop.documents.models import StoredFile
from phoihop.documents.statuses import ScanStatus
from phoihop.drafting.actions.jobs import queue_opening
from phoihop.drafting.actions.reading import MOST_FACTS, count_of_facts, locked_body, read_before
from phoihop.drafting.actions.readings import fail, finish, take_up
from phoihop.drafting.models import Draft, Reading, ReadingFile
from phoihop.drafting.permissions import can_read_papers
from phoihop.drafting.statuses import UNDER_WAY, ReadingStatus
from phoihop.organisations.models import Body
from phoihop.programmes.models import Programme
from phoihop.reading.files.confined import Limits, TookTooLong, open_in_child
from phoihop.reading.unreadable import UnreadableDocument

AT_ONCE = Limits(seconds=2.5, megabytes=800)
"""What a request may spend on reading; with more a paper goes to the worker."""

MANY_FACTS = 1_500
"""To write and check more takes a request too long as well."""

_NOT_PAGES = (
    "Chỉ đưa nhiều tệp cùng lúc khi chúng là ảnh hoặc bản quét các trang của một văn bản; "
    "tệp “{name}” thì không phải. Mỗi văn bản Word hay văn bản thuần hãy đưa riêng."
)


@dataclass(frozen=True)
class Incoming:
    """A file as it comes: `media_type` is what the sender's program says it is."""

    content: bytes
    name: str
    media_type: str


@dataclass(frozen=True)
class PutIn:
    """Where a paper went: the draft there is of it, else its reading. `is_new`: it was not there before."""

    draft: Draft | None
    reading: Reading | None
    is_new: bool


@transaction.atomic
def put_in(*, papers: Sequence[Incoming], renews: Programme | None = None, by: Member, at: datetime) -> PutIn:
    """Keep the files of one paper, in order, and read them: at once or by the worker.

    A paper that cannot be read is kept as well, as a failed reading with the sentence that says why. The same
    paper put in before, or by somebody else of the body at this moment, is not read again.
    Refused (too large, infected) in a plain sentence with nothing kept; PermissionDenied for other roles.
    """
    if not can_read_papers(by):
        raise PermissionDenied
    body = locked_body(by)
    stored = [
        store_any_file(content=one.content, name=one.name, media_type=one.media_type, by=by, at=at)
        for one in papers
    ]
    files = [file for file, _ in stored]
    digest = _digest(files)
    draft = read_before(digest, by)
    if draft is not None:
        return PutIn(draft, None, is_new=False)
    earlier = Reading.objects.visible_to(by).filter(digest=digest).exclude(status=ReadingStatus.DONE).last()
    if earlier is not None and earlier.status in UNDER_WAY:
        return PutIn(None, earlier, is_new=False)
    row = _taken_up(earlier) if earlier else _new(files, digest, body=body, renews=renews, by=by, at=at)
    _start(row, papers, stored, at=at)
    return PutIn(row.draft, row, is_new=True)


def _digest(files: Sequence[StoredFile]) -> str:
    """One file's own hash; of several, the hash of their hashes in order."""
    hashes = [file.sha256 for file in files]
    return hashes[0] if len(hashes) == 1 else sha256("\n".join(hashes).encode()).hexdigest()


def _taken_up(earlier: Reading) -> Reading:
    take_up(earlier)
    earlier.save(update_fields=["status", "problem", "ended_at"])
    return earlier


def _new(
    files: Sequence[StoredFile],
    digest: str,
    *,
    body: Body,
    renews: Programme | None,
    by: Member,
    at: datetime,
) -> Reading:
    more = f" và {len(files) - 1} tệp khác" if len(files) > 1 else ""
    row = Reading.objects.create(
        body=body,
        name=f"{files[0].name}{more}",
        digest=digest,
        renews=renews,
        created_by_id=by.person_id,
        created_at=at,
        is_sample=by.is_sample,
    )
    ReadingFile.objects.bulk_create(
        ReadingFile(reading=row, order=order, file=file) for order, file in enumerate(files)
    )
    return row


def _start(
    row: Reading, papers: Sequence[Incoming], stored: Sequence[tuple[StoredFile, str]], *, at: datetime
) -> None:
    if any(file.scan == ScanStatus.WAITING for file, _ in stored):
        row.status = ReadingStatus.QUARANTINED
        row.save(update_fields=["status"])
        return
    problem = next((words for _, words in stored if words), "") or problem_together([f for f, _ in stored])
    if problem:
        fail(row, problem=problem, at=at, tell=False)
    elif len(papers) > 1 or stored[0][0].media_type in IMAGE_MEDIA_TYPES:
        queue_opening(row.pk)
    else:
        _read_at_once(row, papers[0], name=stored[0][0].name, at=at)


def problem_together(files: Sequence[StoredFile]) -> str:
    """Why these files are not the pages of one paper, in a sentence; empty when they may be."""
    if len(files) == 1:
        return ""
    pages = IMAGE_MEDIA_TYPES | {PDF.media_type}
    other = next((file.name for file in files if file.media_type not in pages), None)
    return _NOT_PAGES.format(name=other) if other else ""


def _read_at_once(row: Reading, paper: Incoming, *, name: str, at: datetime) -> None:
    """Read within AT_ONCE, or leave it to the worker: a scan, and what takes longer."""
    try:
        opened = open_in_child(paper.content, name=name, limits=AT_ONCE)
    except TookTooLong:
        queue_opening(row.pk)
    except UnreadableDocument as problem:
        fail(row, problem=str(problem), at=at, tell=False)
    else:
        if opened.read is None or MANY_FACTS < count_of_facts(opened.read) <= MOST_FACTS:
            queue_opening(row.pk)
        else:
            finish(row, read=opened.read, at=at, tell=False)
