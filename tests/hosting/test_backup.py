"""Backup and restore of a running installation."""

import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.hosting.installations import Installation


@pytest.fixture(scope="module")
def started(installation: Installation) -> Iterator[Installation]:
    installation.start()
    with installation.connect() as opened:
        opened.execute("CREATE TABLE probe (line text)")
    yield installation
    installation.stop()


@pytest.fixture
def running(started: Installation) -> Installation:
    """It runs, and holds nothing of another test."""
    with started.connect() as opened:
        opened.execute("TRUNCATE probe")
    shutil.rmtree(started.data / "files", ignore_errors=True)
    return started


def write(running: Installation, line: str) -> None:
    """A row and a stored file of the same name."""
    with running.connect() as opened:
        opened.execute("INSERT INTO probe VALUES (%s)", [line])
    (running.data / "files").mkdir(exist_ok=True)
    (running.data / "files" / f"{line}.txt").write_text(line, encoding="utf-8")


def lines(running: Installation) -> list[str]:
    with running.connect() as opened:
        return [row[0] for row in opened.execute("SELECT line FROM probe ORDER BY line")]


def files(running: Installation) -> list[str]:
    return sorted(path.stem for path in (running.data / "files").iterdir())


@pytest.fixture(scope="module")
def saved(started: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good backup, for the tests that refuse to restore it."""
    target = tmp_path_factory.mktemp("saved") / "saoluu.tar"
    assert started.phoihop("backup", str(target)).returncode == 0
    return target


@contextmanager
def visitors(running: Installation) -> Iterator[Counter[object]]:
    """Somebody opens a page again and again; what each attempt gave."""
    answers: Counter[object] = Counter()
    leave = threading.Event()

    def visit() -> None:
        while not leave.is_set():
            try:
                answers[running.page_status()] += 1
            except OSError as refused:
                answers[type(refused).__name__] += 1

    visitor = threading.Thread(target=visit)
    visitor.start()
    try:
        yield answers
    finally:
        leave.set()
        visitor.join()


def test_a_backup_of_a_running_system_is_restored_on_it_while_people_work(
    running: Installation, tmp_path: Path
) -> None:
    target = tmp_path / "saoluu.tar"
    write(running, "trước")
    with visitors(running) as during_backup:
        assert running.phoihop("backup", str(target)).returncode == 0
    write(running, "sau")
    with visitors(running) as during_restore:
        restored = running.phoihop("restore", str(target), "--yes")
        assert running.answers_within(20)
    assert restored.returncode == 0, restored.stderr
    assert (lines(running), files(running)) == (["trước"], ["trước"])
    assert set(during_backup) == {200}
    assert during_restore[200] > 0
    assert running.page_status() == 200


def test_restore_asks_first_and_silence_is_no(running: Installation, saved: Path) -> None:
    write(running, "giữ")
    for answer in ("", "không\n"):
        refused = running.phoihop("restore", str(saved), answer=answer)
        assert refused.returncode == 1
        assert "dữ liệu giữ nguyên" in refused.stdout
    assert "giữ" in lines(running)


def test_a_damaged_backup_changes_nothing(running: Installation, saved: Path, tmp_path: Path) -> None:
    target = tmp_path / "hong.tar"
    write(running, "còn")
    content = bytearray(saved.read_bytes())
    content[len(content) // 2] ^= 1
    target.write_bytes(content)
    refused = running.phoihop("restore", str(target), "--yes")
    assert refused.returncode == 1
    assert "hỏng" in refused.stderr
    assert "còn" in lines(running)


def test_a_backup_with_tables_this_version_does_not_know_is_refused(
    running: Installation, tmp_path: Path
) -> None:
    target = tmp_path / "saoluu.tar"
    with running.connect() as opened:
        opened.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('reports', '9999_future', now())"
        )
        running.phoihop("backup", str(target))
        opened.execute("DELETE FROM django_migrations WHERE name = '9999_future'")
    refused = running.phoihop("restore", str(target), "--yes")
    assert refused.returncode == 1
    assert "phiên bản mới hơn" in refused.stderr


def test_an_existing_file_is_not_overwritten(running: Installation, tmp_path: Path) -> None:
    target = tmp_path / "saoluu.tar"
    target.write_text("quý giá", encoding="utf-8")
    assert running.phoihop("backup", str(target)).returncode == 1
    assert target.read_text(encoding="utf-8") == "quý giá"
