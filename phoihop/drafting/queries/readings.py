"""Papers on their way to a draft: how far each has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, Sum

from phoihop.core.member import Member
from phoihop.drafting.models import Reading, ReadingFile, ReadPage
from phoihop.drafting.statuses import READING, UNDER_WAY, ReadingStatus

_PACE_OF = 8


@dataclass(frozen=True)
class ReadingRow:
    """A line of the papers not read yet, or not readable."""

    id: int
    name: str
    status_label: str
    words: str
    created_at: datetime
    is_under_way: bool
    is_sample: bool


@dataclass(frozen=True)
class OriginalFile:
    """A file as it came; `can_open` unless it waits for its virus scan or was infected."""

    id: int
    name: str
    size: int
    can_open: bool


@dataclass(frozen=True)
class ReadingPage:
    """The page of one reading. `total` is 0 until the pages are counted."""

    id: int
    name: str
    status_label: str
    words: str
    problem: str
    done: int
    total: int
    files: list[OriginalFile]
    is_under_way: bool
    can_read_again: bool
    is_sample: bool


def unfinished(member: Member) -> list[ReadingRow]:
    """The papers of the member's body that have no draft, newest first; three queries."""
    rows = Reading.objects.visible_to(member).exclude(status=ReadingStatus.DONE).order_by("-id")
    there = ReadPage.objects.filter(reading__in=rows).order_by().values_list("reading")
    wanted = ReadingFile.objects.filter(reading__in=rows).order_by().values_list("reading")
    done = dict(there.annotate(n=Count("pk")))
    counted = wanted.annotate(n=Sum("pages", default=0), uncounted=Count("pk", filter=Q(pages=None)))
    total = {reading_id: 0 if uncounted else n for reading_id, n, uncounted in counted}
    return [
        ReadingRow(
            id=row.pk,
            name=row.name,
            status_label=row.get_status_display(),
            words=row.problem or progress_words(row.status, done=done.get(row.pk, 0), total=total[row.pk]),
            created_at=row.created_at,
            is_under_way=row.status in UNDER_WAY,
            is_sample=row.is_sample,
        )
        for row in rows
    ]


def reading_page(row: Reading) -> ReadingPage:
    """How far a reading is, with its files; three queries."""
    files = list(row.files.select_related("file").order_by("order"))
    pages = row.pages.order_by("read_at").values_list("read_at", "recognised__seconds")
    read_at = [at for at, _ in pages]
    began = [at - timedelta(seconds=took or 0) for at, took in pages[:1]]
    total = 0 if any(part.pages is None for part in files) else sum(part.pages or 0 for part in files)
    left = seconds_left([*began, *read_at], pages=total - len(read_at))
    return ReadingPage(
        id=row.pk,
        name=row.name,
        status_label=row.get_status_display(),
        words=progress_words(row.status, done=len(read_at), total=total, seconds=left),
        problem=row.problem,
        done=len(read_at),
        total=total,
        files=[OriginalFile(p.file_id, p.file.name, p.file.size, p.file.may_be_opened) for p in files],
        is_under_way=row.status in UNDER_WAY,
        can_read_again=READING.allows(row.status, "read_again") and all(p.file.may_be_opened for p in files),
        is_sample=row.is_sample,
    )


def progress_words(status: str, *, done: int, total: int, seconds: float | None = None) -> str:
    """ "Đã đọc 3/12 trang, còn khoảng 20 giây.": the state of a reading for a person who waits."""
    if status == ReadingStatus.QUARANTINED:
        return "Chương trình quét vi-rút chưa trả lời. Quét xong, văn bản sẽ tự được đọc."
    if status == ReadingStatus.CANCELLED:
        return f"Đã dừng ở trang {done}/{total}." if total else "Đã dừng."
    if status == ReadingStatus.WAITING or not total:
        return "Đang chờ đến lượt." if status == ReadingStatus.WAITING else "Đang mở tệp."
    if done >= total:
        return f"Đã đọc {total} trang, đang ghép lại."
    left = "" if seconds is None else f", còn khoảng {_duration(seconds)}"
    return f"Đã đọc {done}/{total} trang{left}."


def seconds_left(times: Sequence[datetime], *, pages: int) -> float | None:
    """By the pace of the last pages; None while fewer than two tell it.

    `times`: when the first page was begun, then when each page was there.
    """
    last = times[-_PACE_OF - 1 :]
    if len(last) < 3:
        return None
    return (last[-1] - last[0]).total_seconds() / (len(last) - 1) * pages


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(5, round(seconds / 5) * 5)} giây"
    return f"{round(seconds / 60)} phút"
