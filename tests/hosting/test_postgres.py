"""The embedded server: who may enter, and what a crash leaves behind."""

import os
import shutil
import stat
import subprocess
import time
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from phoihop.hosting import location, postgres, server_account, throwaway
from phoihop.hosting.failures import HostingError


def connect(home: Path) -> psycopg.Connection:
    return psycopg.connect(location.embedded_url(home), autocommit=True)


def postmaster(home: Path) -> psutil.Process:
    return psutil.Process(int((home / "cluster" / "postmaster.pid").read_text().split("\n")[0]))


def kill(home: Path, *, children_too: bool = False) -> None:
    process = postmaster(home)
    children = process.children() if children_too else []
    process.kill()
    psutil.wait_procs([process, *children], timeout=10)


def test_a_new_server_answers_in_utf8_with_a_role_that_is_no_superuser(home: Path) -> None:
    assert postgres.start(home)
    with connect(home) as opened:
        encoding = opened.execute("SHOW server_encoding").fetchone()
        role = opened.execute(
            "SELECT rolname, rolsuper FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    assert (encoding, role) == (("UTF8",), ("phoihop", False))


def test_only_the_socket_in_a_closed_folder_is_listened_on_and_it_asks_for_the_password(home: Path) -> None:
    postgres.start(home)
    with connect(home) as opened:
        assert opened.execute("SHOW listen_addresses").fetchone() == ("",)
    assert stat.S_IMODE((home / "socket").stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "cluster").stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "password").stat().st_mode) == 0o600
    for role in ("phoihop", "postgres"):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(host=str(location.socket_folder(home)), user=role, dbname="phoihop", password="x")


def test_a_second_start_finds_the_first_server(home: Path) -> None:
    postgres.start(home)
    first = postmaster(home).pid
    assert not postgres.start(home)
    assert postmaster(home).pid == first


def test_a_stopped_server_is_gone_and_keeps_its_rows(home: Path) -> None:
    postgres.start(home)
    with connect(home) as opened:
        opened.execute("CREATE TABLE kept AS SELECT 1 AS one")
    postgres.stop(home)
    assert not postgres.is_running(home)
    assert postgres.start(home)
    with connect(home) as opened:
        assert opened.execute("SELECT one FROM kept").fetchone() == (1,)


def test_after_kill_9_the_next_start_recovers_every_committed_row(home: Path) -> None:
    postgres.start(home)
    with connect(home) as opened:
        opened.execute("CREATE TABLE kept AS SELECT 1 AS one")
    kill(home)
    assert postgres.start(home)
    with connect(home) as opened:
        assert opened.execute("SELECT one FROM kept").fetchone() == (1,)


@pytest.fixture
def stranger() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(["sleep", "60"]) as process:
        yield process
        process.kill()


def test_a_pid_file_naming_a_stranger_neither_blocks_the_start_nor_harms_the_stranger(
    home: Path, stranger: subprocess.Popen[bytes]
) -> None:
    postgres.start(home)
    lines = (home / "cluster" / "postmaster.pid").read_text()
    kill(home, children_too=True)
    (home / "cluster" / "postmaster.pid").write_text(f"{stranger.pid}\n" + lines.split("\n", 1)[1])
    assert postgres.start(home)
    assert stranger.poll() is None


def test_an_interrupted_creation_is_made_again(home: Path) -> None:
    postgres.start(home)
    postgres.stop(home)
    (home / "cluster").rename(home / "cluster.new")
    assert postgres.start(home)
    with connect(home) as opened:
        assert opened.execute("SELECT 1").fetchone() == (1,)


def test_a_lost_system_folder_is_told_and_not_replaced_by_an_empty_one(tmp_path: Path) -> None:
    link = tmp_path / "postgres"
    link.symlink_to(tmp_path / "lost")
    with pytest.raises(HostingError, match="Không còn thư mục cơ sở dữ liệu"):
        postgres.start(link)


def test_a_full_disk_is_told_before_anything_is_written(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 9, 1_000_000))
    with pytest.raises(HostingError, match="Ổ đĩa đã đầy: .* còn 1 MB"):
        postgres.start(home)
    assert not (home / "cluster").exists()


def test_a_long_path_gets_a_short_socket_folder() -> None:
    deep = Path("/", *["thu-muc-rat-dai"] * 9)
    assert len(str(location.socket_folder(deep))) < location.LONGEST_SOCKET_FOLDER
    assert location.socket_folder(deep) != location.socket_folder(deep / "khac")


def test_only_old_throwaway_clusters_without_a_checkout_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_account, "SYSTEM_FOLDER", tmp_path)
    monkeypatch.setattr(server_account, "is_root", lambda: True)
    hour_ago = time.time() - 3600
    for name in ("test-postgres-old", "test-postgres-new", "test-postgres-unnamed", "postgres-real"):
        (tmp_path / name).mkdir()
        if name != "test-postgres-unnamed":
            (tmp_path / name / "belongs-to").write_text(f"{tmp_path / 'gone'}\n", encoding="utf-8")
        if name != "test-postgres-new":
            os.utime(tmp_path / name, (hour_ago, hour_ago))
    throwaway._remove_abandoned("test-postgres")
    throwaway._remove_abandoned("postgres")
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["postgres-real", "test-postgres-new", "test-postgres-unnamed"]


def test_a_throwaway_server_is_shared_and_stopped_by_the_last_to_leave(home: Path) -> None:
    with throwaway.throwaway_server(home) as first:
        with throwaway.throwaway_server(home) as second:
            assert first == second
        assert postgres.is_running(home)
    assert not postgres.is_running(home)
