"""A paper put in: read at once, left to the worker, or kept with the sentence that says why not."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from phoihop.accounts.models import Notice
from phoihop.core.errors import Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.documents import quarantine, storage
from phoihop.documents.models import StoredFile
from phoihop.drafting.actions import watching
from phoihop.drafting.actions.intake import Incoming, put_in
from phoihop.drafting.actions.readings import cancel_reading, read_again
from phoihop.drafting.models import Draft, Reading
from phoihop.drafting.statuses import ReadingStatus
from phoihop.reading.files.confined import Limits
from tests.accounts.factories import client_as, member
from tests.documents.scanners import answering
from tests.drafting.factories import AT, PAPER, an_binh
from tests.drafting.scans import scan_of
from tests.reading.packages import package, paragraph

pytestmark = pytest.mark.django_db

PHOTO = scan_of("CHƯƠNG TRÌNH")
NOBODY = "127.0.0.1:1"


@pytest.fixture
def place():
    return an_binh()


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.FILES = tmp_path


def text(content: str = PAPER, name: str = "chuong-trinh.txt") -> Incoming:
    return Incoming(content.encode(), name, "text/plain")


def photo(name: str = "trang-1.png") -> Incoming:
    return Incoming(PHOTO, name, "image/png")


def put(place, *papers: Incoming):
    return put_in(papers=papers, by=place.officer, at=AT)


def jobs() -> list[tuple[str, dict]]:
    rows = ProcrastinateJob.objects.filter(task_name__startswith="drafting.").order_by("-priority", "id")
    return list(rows.values_list("task_name", "args"))


def test_a_text_is_read_at_once(place):
    found = put(place, text())
    assert found.draft is not None
    assert found.reading.status == ReadingStatus.DONE
    assert found.draft.text == PAPER
    assert found.draft.facts.filter(kind="target").count() == 3
    assert found.draft.paper["kind"] == "text"
    assert jobs() == []
    assert not Notice.objects.exists()


def test_the_same_paper_is_not_read_twice(place):
    first, again = put(place, text()), put(place, text(name="ten-khac.txt"))
    assert (again.draft, again.is_new) == (first.draft, False)
    assert Reading.objects.count() == 1


def test_a_photograph_waits_for_the_worker(place):
    found = put(place, photo())
    assert (found.draft, found.reading.status) == (None, ReadingStatus.WAITING)
    assert jobs() == [("drafting.open_paper", {"reading_id": found.reading.pk})]
    again = put(place, photo())
    assert (again.reading, again.is_new) == (found.reading, False)
    assert len(jobs()) == 1


def test_what_takes_long_is_left_to_the_worker(place, monkeypatch):
    monkeypatch.setattr("phoihop.drafting.actions.intake.AT_ONCE", Limits(seconds=0.01))
    found = put(place, text())
    assert found.reading.status == ReadingStatus.WAITING
    assert [name for name, _ in jobs()] == ["drafting.open_paper"]


@pytest.mark.parametrize(
    ("paper", "why"),
    [
        (Incoming(b"MZ\x90\x00" * 50, "van-ban.docx", ""), "chương trình Windows"),
        (Incoming(PHOTO, "van-ban.docx", ""), "nội dung là ảnh PNG"),
        (Incoming(b"PK\x03\x04 hong", "van-ban.docx", ""), "bị hỏng"),
        (Incoming(b"%PDF-1.7\nhong", "van-ban.pdf", ""), "ệp"),
    ],
)
def test_what_cannot_be_read_is_kept_with_the_reason(place, paper, why):
    found = put(place, paper)
    assert found.reading.status == ReadingStatus.FAILED
    assert why in found.reading.problem
    file = found.reading.files.get().file
    assert storage.bytes_of(file.sha256) == paper.content
    page = client_as(place.officer).get(reverse("drafting:papers")).content.decode()
    assert found.reading.problem in page.replace("&quot;", '"')
    answer = client_as(place.officer).get(reverse("documents:download", args=[file.pk]))
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_several_photographs_are_the_pages_of_one_paper(place):
    others = [Incoming(scan_of(f"Trang {n}"), f"trang-{n}.png", "image/png") for n in (2, 3)]
    found = put(place, photo(), *others)
    assert found.reading.name == "trang-1.png và 2 tệp khác"
    names = found.reading.files.order_by("order").values_list("file__name", flat=True)
    assert list(names) == ["trang-1.png", "trang-2.png", "trang-3.png"]


def test_a_word_file_among_photographs_is_told_apart(place):
    found = put(place, photo(), text())
    assert found.reading.status == ReadingStatus.FAILED
    assert "chuong-trinh.txt" in found.reading.problem
    assert found.reading.files.count() == 2


def test_a_file_too_large_is_refused_and_not_kept(place, settings):
    settings.UPLOAD_MAX_BYTES = 1_000_000
    with pytest.raises(Refused, match="1 MB"):
        put(place, text("a" * 1_000_001))
    assert not StoredFile.objects.exists()


def test_a_form_too_large_is_dropped_as_it_arrives(place, settings):
    """Neither memory nor disk: nothing of it is kept, and the page says why."""
    settings.UPLOAD_MAX_BYTES = 1_000_000
    file = SimpleUploadedFile("lon.docx", b"a" * 9_000_000)
    answer = client_as(place.officer).post(reverse("drafting:upload"), {"file": file})
    assert answer.status_code == 409
    assert "lớn hơn 1 MB" in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_a_paper_is_not_read_before_its_virus_scan(place, settings):
    settings.CLAMD = NOBODY
    found = put(place, text())
    assert found.reading.status == ReadingStatus.QUARANTINED
    assert not Draft.objects.exists()
    page = client_as(place.officer).get(reverse("drafting:reading", args=[found.reading.pk]))
    assert "chờ quét vi-rút" in page.content.decode().lower()
    watching.release_scanned(at=AT)
    watching.take_up_forgotten()
    assert jobs() == []
    with answering(b"stream: OK\0") as settings.CLAMD:
        quarantine.scan_waiting()
    watching.release_scanned(at=AT)
    found.reading.refresh_from_db()
    assert found.reading.status == ReadingStatus.WAITING
    assert [name for name, _ in jobs()] == ["drafting.open_paper"]


def test_a_paper_found_infected_later_says_so(place, settings):
    settings.CLAMD = NOBODY
    row = put(place, text()).reading
    with answering(b"stream: Win.Test.EICAR FOUND\0") as settings.CLAMD:
        quarantine.scan_waiting()
    watching.release_scanned(at=AT)
    row.refresh_from_db()
    assert row.status == ReadingStatus.FAILED
    assert "Win.Test.EICAR" in row.problem
    assert "Win.Test.EICAR" in Notice.objects.get().text
    with pytest.raises(Refused, match="mã độc"):
        read_again(reading=row, by=place.officer, at=AT)


def test_a_reading_is_stopped_and_taken_up_again(place):
    row = put(place, photo()).reading
    cancel_reading(reading=row, by=place.officer, at=AT)
    with pytest.raises(MoveNotAllowed):
        cancel_reading(reading=row, by=place.officer, at=AT)
    assert read_again(reading=row, by=place.officer, at=AT).status == ReadingStatus.WAITING
    assert len(jobs()) == 2


def test_a_paper_put_in_again_after_it_failed_is_tried_again_on_the_same_row(place):
    broken = Incoming(b"PK\x03\x04 hong", "van-ban.docx", "")
    assert put(place, broken).reading == put(place, broken).reading


def test_a_reading_no_job_stands_for_is_queued_again(place):
    row = put(place, photo()).reading
    ProcrastinateJob.objects.filter(pk__gt=0)._raw_delete("default")
    watching.take_up_forgotten()
    watching.take_up_forgotten()
    assert jobs() == [("drafting.open_paper", {"reading_id": row.pk})]


def test_another_body_neither_sees_nor_stops_it(place):
    row = put(place, photo()).reading
    stranger = client_as(member(body=place.front, role="officer"))
    assert stranger.get(reverse("drafting:reading", args=[row.pk])).status_code == 404
    assert stranger.post(reverse("drafting:cancel_reading", args=[row.pk])).status_code == 404
    assert "trang-1.png" not in stranger.get(reverse("drafting:papers")).content.decode()


def test_the_list_costs_the_same_for_more_readings(place, django_assert_max_num_queries):
    client, counts = client_as(place.officer), []
    for n in range(3):
        put(place, photo(f"{n}.png"), photo(f"{n}b.png"), *[photo()] * n)
        with django_assert_max_num_queries(30) as captured:
            client.get(reverse("drafting:papers"))
        counts.append(len(captured))
    assert len(set(counts)) == 1


def test_the_page_that_waits_is_led_on_by_its_own_question(place):
    row = put(place, photo()).reading
    client, address = client_as(place.officer), reverse("drafting:reading", args=[row.pk])
    assert "hx-trigger" in client.get(address).content.decode()
    client.post(reverse("drafting:cancel_reading", args=[row.pk]))
    assert client.get(address, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    assert "hx-trigger" not in client.get(address).content.decode()


def test_a_package_of_word_is_read_in_the_child(place):
    word = package("".join(paragraph(line) for line in PAPER.splitlines()))
    found = put(place, Incoming(word, "chuong-trinh.docx", ""))
    assert found.draft is not None
    assert found.draft.facts.filter(kind="target").count() == 3
