"""The worker's part: pages one by one, whatever interrupts it."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.urls import reverse
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from phoihop.accounts.models import Notice
from phoihop.drafting.actions import watching, working
from phoihop.drafting.actions.intake import Incoming, put_in
from phoihop.drafting.actions.readings import cancel_reading, read_again
from phoihop.drafting.models import Draft, Reading
from phoihop.drafting.queries.readings import progress_words, seconds_left
from phoihop.drafting.statuses import ReadingStatus
from phoihop.reading.files.confined import Opened
from phoihop.reading.files.pages import RecognisedPage
from phoihop.reading.unreadable import UnreadableDocument
from tests.accounts.factories import client_as
from tests.drafting.factories import AT, PAPER, an_binh
from tests.drafting.scans import scan_of, scanned_pdf

FIRST, SECOND = PAPER.split("III. TỔ CHỨC")
SCAN = scanned_pdf(FIRST, f"III. TỔ CHỨC{SECOND}")


@pytest.fixture
def place():
    return an_binh()


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.FILES = tmp_path


def put(place, *papers: Incoming) -> Reading:
    return put_in(papers=papers, by=place.officer, at=AT).reading


def scan() -> Incoming:
    return Incoming(SCAN, "ban-quet.pdf", "application/pdf")


def photos(count: int) -> list[Incoming]:
    return [Incoming(b"\xff\xd8\xff" + bytes([n]), f"trang-{n}.jpg", "image/jpeg") for n in range(count)]


def waiting_jobs() -> list[tuple[str, int | None]]:
    rows = ProcrastinateJob.objects.filter(task_name__startswith="drafting.", status="todo")
    return [(name, args.get("number")) for name, args in rows.order_by("id").values_list("task_name", "args")]


@pytest.fixture
def quick_pages(monkeypatch):
    """Pages that are recognised at once: what was asked is kept."""
    asked = []

    def page(content, *, name, number, limits):
        asked.append(name)
        if b"\x05" in content:
            raise UnreadableDocument("Ảnh này hỏng.")
        return RecognisedPage(number=number, text=f"Trang {name}.", image=b"\xff\xd8\xff..")

    monkeypatch.setattr(working, "page_in_child", page)
    monkeypatch.setattr(working, "open_in_child", lambda *_, **__: Opened(read=None, scan_pages=1))
    return asked


@pytest.mark.django_db
def test_a_scan_becomes_a_draft_with_the_place_of_every_word(place):
    row = put(place, scan())
    assert row.status == ReadingStatus.WAITING
    working.open_paper(reading_id=row.pk, at=AT)
    for number in (2, 1):
        working.read_page(reading_id=row.pk, number=number, at=AT)
    assert waiting_jobs()[-1] == ("drafting.join_pages", None)
    working.join_pages(reading_id=row.pk, at=AT)
    row.refresh_from_db()
    assert row.status == ReadingStatus.DONE
    assert row.draft.facts.filter(kind="target").count() == 3
    page = row.pages.get(number=2)
    start, end, left, top, right, bottom, sure = page.words[0]
    assert row.draft.text[page.span_start + start : page.span_start + end] == "III."
    assert 0 <= left < right <= page.width
    assert 0 <= top < bottom <= page.height
    assert 0.5 < sure <= 1
    assert page.image.media_type == "image/jpeg"
    assert "Đã đọc xong" in Notice.objects.get().text
    address = reverse("drafting:reading", args=[row.pk])
    assert client_as(place.officer).get(address).headers["Location"] == reverse(
        "drafting:review", args=[row.draft_id]
    )


@pytest.mark.django_db
def test_acts_done_again_change_nothing(place, quick_pages):
    row = put(place, *photos(2))
    working.open_paper(reading_id=row.pk, at=AT)
    working.open_paper(reading_id=row.pk, at=AT)
    for _ in range(2):
        working.read_page(reading_id=row.pk, number=1, at=AT)
        working.read_page(reading_id=row.pk, number=2, at=AT)
    assert quick_pages == ["trang-0.jpg", "trang-1.jpg"]
    assert [name for name, _ in waiting_jobs()].count("drafting.join_pages") == 1
    for _ in range(2):
        working.join_pages(reading_id=row.pk, at=AT)
    working.read_page(reading_id=row.pk, number=1, at=AT)
    assert Draft.objects.count() == Notice.objects.count() == 1
    assert row.pages.count() == 2


@pytest.mark.django_db
def test_only_what_is_left_is_queued_after_an_interruption(place, quick_pages):
    row = put(place, *photos(3))
    working.open_paper(reading_id=row.pk, at=AT)
    working.read_page(reading_id=row.pk, number=2, at=AT)
    ProcrastinateJob.objects.all()._raw_delete("default")
    watching.take_up_forgotten()
    working.open_paper(reading_id=row.pk, at=AT)
    assert waiting_jobs()[1:] == [("drafting.read_page", 1), ("drafting.read_page", 3)]


@pytest.mark.django_db
def test_a_stopped_reading_keeps_its_pages_and_does_no_more(place, quick_pages):
    row = put(place, *photos(3))
    working.open_paper(reading_id=row.pk, at=AT)
    working.read_page(reading_id=row.pk, number=1, at=AT)
    cancel_reading(reading=row, by=place.officer, at=AT)
    working.read_page(reading_id=row.pk, number=2, at=AT)
    working.join_pages(reading_id=row.pk, at=AT)
    working.open_paper(reading_id=row.pk, at=AT)
    row.refresh_from_db()
    assert (row.status, row.pages.count()) == (ReadingStatus.CANCELLED, 1)
    assert len(quick_pages) == 1
    read_again(reading=row, by=place.officer, at=AT)
    working.open_paper(reading_id=row.pk, at=AT)
    for number in (2, 3):
        working.read_page(reading_id=row.pk, number=number, at=AT)
    assert len(quick_pages) == 3
    assert waiting_jobs()[-1] == ("drafting.join_pages", None)


@pytest.mark.django_db
def test_a_page_stopped_while_it_is_recognised_is_not_kept(place, quick_pages, monkeypatch):
    row = put(place, *photos(2))
    working.open_paper(reading_id=row.pk, at=AT)
    recognise = working.page_in_child

    def stopped_meanwhile(*args, **more):
        cancel_reading(reading=row, by=place.officer, at=AT)
        return recognise(*args, **more)

    monkeypatch.setattr(working, "page_in_child", stopped_meanwhile)
    working.read_page(reading_id=row.pk, number=1, at=AT)
    assert not row.pages.exists()


@pytest.mark.django_db
def test_one_bad_page_does_not_spoil_the_others(place, quick_pages):
    row = put(place, *photos(6))
    working.open_paper(reading_id=row.pk, at=AT)
    for number in range(1, 7):
        working.read_page(reading_id=row.pk, number=number, at=AT)
    working.join_pages(reading_id=row.pk, at=AT)
    row.refresh_from_db()
    assert row.status == ReadingStatus.DONE
    assert row.draft.warnings[0]["text"] == "Trang 6 không nhận dạng được. Ảnh này hỏng."
    assert "trang-4" in row.draft.text


@pytest.mark.django_db
def test_when_no_page_can_be_read_the_reading_says_why(place, quick_pages):
    row = put(place, Incoming(b"\xff\xd8\xff\x05", "mo.jpg", "image/jpeg"))
    working.open_paper(reading_id=row.pk, at=AT)
    working.read_page(reading_id=row.pk, number=1, at=AT)
    working.join_pages(reading_id=row.pk, at=AT)
    row.refresh_from_db()
    assert (row.status, row.problem) == (ReadingStatus.FAILED, "Ảnh này hỏng.")
    assert "Không đọc được" in Notice.objects.get().text


@pytest.mark.django_db
def test_more_pages_than_are_taken_are_refused(place, quick_pages, monkeypatch):
    monkeypatch.setattr(working, "MOST_PAGES", 2)
    row = put(place, *photos(3))
    working.open_paper(reading_id=row.pk, at=AT)
    row.refresh_from_db()
    assert row.status == ReadingStatus.FAILED


@pytest.mark.django_db
def test_bytes_that_are_gone_are_said_to_be(place, quick_pages, tmp_path):
    row = put(place, *photos(1))
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.unlink()
    working.open_paper(reading_id=row.pk, at=AT)
    row.refresh_from_db()
    assert "không còn nguyên vẹn" in row.problem


@pytest.mark.parametrize(
    ("status", "done", "total", "seconds", "words"),
    [
        ("waiting", 0, 0, None, "Đang chờ đến lượt."),
        ("reading", 0, 0, None, "Đang mở tệp."),
        ("reading", 1, 12, None, "Đã đọc 1/12 trang."),
        ("reading", 3, 12, 21.0, "Đã đọc 3/12 trang, còn khoảng 20 giây."),
        ("reading", 3, 90, 200.0, "Đã đọc 3/90 trang, còn khoảng 3 phút."),
        ("reading", 12, 12, 0, "Đã đọc 12 trang, đang ghép lại."),
        ("cancelled", 3, 12, None, "Đã dừng ở trang 3/12."),
    ],
)
def test_progress_is_said_in_words(status, done, total, seconds, words):
    assert progress_words(status, done=done, total=total, seconds=seconds) == words


def test_the_time_left_follows_the_pace_of_the_last_pages():
    at = [AT + timedelta(seconds=second) for second in (0, 2, 4, 6)]
    assert seconds_left(at, pages=5) == 10
    assert seconds_left(at[:2], pages=5) is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_a_worker_killed_half_way_is_followed_by_one_that_goes_on(place, settings):
    """Two real workers, one after the other; the first is killed with -9 after its first page."""
    row = put(place, *[Incoming(scan_of(f"{PAPER} {n}"), f"{n}.png", "image/png") for n in range(4)])
    with worker(settings) as first:
        wait_until(lambda: row.pages.count() >= 1)
        os.kill(first.pid, signal.SIGKILL)
    assert Reading.objects.get(pk=row.pk).status == ReadingStatus.READING
    there = set(row.pages.values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '5 minutes'")
    app.configure_task("core.retry_stalled").defer(timestamp=0)
    with worker(settings):
        wait_until(lambda: Reading.objects.get(pk=row.pk).status == ReadingStatus.DONE)
    assert there <= set(row.pages.values_list("pk", flat=True))
    assert row.pages.count() == 4


class worker:  # noqa: N801 - used as a statement
    """A real worker on the tests' database."""

    def __init__(self, settings) -> None:
        self.environment = os.environ | {
            "DATABASE_URL": address_of(connection.settings_dict),
            "PHOIHOP_FILES": str(settings.FILES),
            "DJANGO_SETTINGS_MODULE": "phoihop.settings",
            "PHOIHOP_READERS": "1",
        }

    def __enter__(self):
        command = [sys.executable, "-m", "django", "procrastinate", "worker"]
        self.process = subprocess.Popen(command, env=self.environment, stderr=subprocess.DEVNULL)
        return self.process

    def __exit__(self, *_) -> None:
        self.process.kill()
        self.process.wait()


def address_of(database) -> str:
    who = f"{database['USER']}:{quote(database['PASSWORD'])}"
    if database["HOST"].startswith("/"):
        return f"postgresql://{who}@/{database['NAME']}?host={quote(database['HOST'], safe='')}"
    return f"postgresql://{who}@{database['HOST']}:{database['PORT'] or 5432}/{database['NAME']}"


def wait_until(is_so, seconds: int = 60) -> None:
    for _ in range(seconds * 10):
        if is_so():
            return
        time.sleep(0.1)
    raise TimeoutError
