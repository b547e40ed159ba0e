"""The virus scan, with a real clamd where there is one and with scanners that misbehave."""

import logging
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from phoihop.core.errors import Refused
from phoihop.documents import actions, quarantine, queries, scanning, storage
from phoihop.documents.models import StoredFile
from phoihop.documents.statuses import ScanStatus
from tests.accounts import factories
from tests.documents.scanners import CLAMD, INFECTED, answering, real_clamd

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
NOBODY = "127.0.0.1:1"


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path) -> None:
    settings.FILES = tmp_path


def _store(by, content: bytes = b"noi dung", name: str = "bao-cao-cua-ong-A.txt") -> StoredFile:
    return actions.store_file(content=content, name=name, media_type="text/plain", by=by, at=AT)


def test_without_a_scanner_nothing_is_scanned(settings) -> None:
    settings.CLAMD = ""
    assert scanning.scan(INFECTED).status == ScanStatus.NOT_SCANNED


@pytest.mark.skipif(CLAMD is None, reason="clamd is not installed")
def test_a_real_scanner_tells_clean_from_infected_and_what_is_too_long(settings) -> None:
    with real_clamd() as settings.CLAMD:
        assert scanning.scan(b"Van ban sach.") == scanning.Verdict(ScanStatus.CLEAN)
        found = scanning.scan(INFECTED)
        assert (found.status, "Phoihop.Test" in found.virus) == (ScanStatus.INFECTED, True)
        assert scanning.scan(b"a" * 1_500_000).status == ScanStatus.CLEAN
        assert scanning.scan(b"a" * 5_000_000).status == ScanStatus.WAITING


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (b"stream: OK\0", ScanStatus.CLEAN),
        (b"stream: Win.Test.EICAR FOUND\0", ScanStatus.INFECTED),
        (b"INSTREAM size limit exceeded. ERROR\0", ScanStatus.WAITING),
        (b"", ScanStatus.WAITING),
        (b"stream: OK but\0", ScanStatus.WAITING),
        (b"\xff\xfe\x00", ScanStatus.WAITING),
        (b"HTTP/1.1 200 OK\r\n\r\n" * 1000, ScanStatus.WAITING),
    ],
)
def test_only_a_plain_answer_counts(settings, answer: bytes, status: ScanStatus) -> None:
    with answering(answer) as settings.CLAMD:
        assert scanning.scan(b"x" * 600_000).status == status


def test_a_scanner_that_hangs_up_half_way_has_not_said_clean(settings) -> None:
    with answering(b"", hangs_up_at=1000) as settings.CLAMD:
        assert scanning.scan(b"x" * 8_000_000).status == ScanStatus.WAITING


def test_a_slow_scanner_is_not_waited_for_for_ever(settings) -> None:
    with answering(b"stream: OK\0", after=30) as settings.CLAMD:
        assert scanning.scan(b"x", seconds=0.3).status == ScanStatus.WAITING


@pytest.mark.parametrize("address", [NOBODY, "/nowhere/clamd.sock", "khong phai dia chi", "may:cong"])
def test_a_scanner_that_is_not_there_has_not_said_clean(settings, address: str) -> None:
    settings.CLAMD = address
    assert scanning.scan(b"x").status == ScanStatus.WAITING


@pytest.mark.django_db
def test_an_infected_file_is_refused_by_its_virus_and_not_kept(settings, tmp_path, caplog) -> None:
    with (
        answering(b"stream: Win.Test.EICAR FOUND\0") as settings.CLAMD,
        pytest.raises(Refused, match="Win.Test.EICAR"),
        caplog.at_level(logging.WARNING),
    ):
        _store(factories.member())
    assert not StoredFile.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert "Win.Test.EICAR" in caplog.text
    assert "bao-cao" not in caplog.text


@pytest.mark.django_db
def test_a_file_not_yet_scanned_lies_apart_and_is_nobodys_to_open(settings) -> None:
    member = factories.member()
    settings.CLAMD = NOBODY
    file = _store(member)
    assert file.scan == ScanStatus.WAITING
    assert not storage.path_of(file.sha256).exists()
    with pytest.raises(storage.BytesMissing):
        queries.read_bytes(file)
    answer = factories.client_as(member).get(reverse("documents:download", args=[file.pk]))
    assert answer.status_code == 409
    assert "chờ quét vi-rút" in answer.content.decode()


@pytest.mark.django_db
def test_bytes_known_already_do_not_open_a_file_that_waits(settings) -> None:
    """Another body stored the same bytes before there was a scanner."""
    settings.CLAMD = ""
    earlier = _store(factories.member())
    settings.CLAMD = NOBODY
    member = factories.member()
    file = _store(member)
    assert factories.client_as(member).get(reverse("documents:download", args=[file.pk])).status_code == 409
    assert queries.read_bytes(earlier) == b"noi dung"
    settings.CLAMD = ""
    quarantine.scan_waiting()
    file.refresh_from_db()
    assert queries.read_bytes(file) == b"noi dung"


@pytest.mark.django_db
def test_a_waiting_file_is_let_in_once_the_scanner_answers(settings) -> None:
    settings.CLAMD = NOBODY
    file = _store(factories.member())
    assert quarantine.scan_waiting() == 0
    with answering(b"stream: OK\0") as settings.CLAMD:
        assert quarantine.scan_waiting() == 1
        assert quarantine.scan_waiting() == 0
    file.refresh_from_db()
    assert file.scan == ScanStatus.CLEAN
    assert queries.read_bytes(file) == b"noi dung"
    assert not storage.path_apart(file.sha256).exists()


@pytest.mark.django_db
def test_a_waiting_file_that_is_infected_loses_its_bytes_and_says_so(
    settings, django_capture_on_commit_callbacks
) -> None:
    member = factories.member()
    settings.CLAMD = NOBODY
    file = _store(member)
    with (
        answering(b"stream: Win.Test.EICAR FOUND\0") as settings.CLAMD,
        django_capture_on_commit_callbacks(execute=True),
    ):
        quarantine.scan_waiting()
    file.refresh_from_db()
    assert (file.scan, file.virus) == (ScanStatus.INFECTED, "Win.Test.EICAR")
    assert not storage.path_apart(file.sha256).exists()
    answer = factories.client_as(member).get(reverse("documents:download", args=[file.pk]))
    assert "Win.Test.EICAR" in answer.content.decode()


@pytest.mark.django_db
def test_a_file_put_in_again_once_the_scanner_is_back_is_let_in(settings) -> None:
    member = factories.member()
    settings.CLAMD = NOBODY
    file = _store(member)
    with answering(b"stream: OK\0") as settings.CLAMD:
        again = _store(member)
    assert (again.pk, again.scan) == (file.pk, ScanStatus.CLEAN)
    assert queries.read_bytes(again) == b"noi dung"
