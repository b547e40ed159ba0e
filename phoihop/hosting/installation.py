"""Whose turn it is with the data folder, and its database server while the turn lasts."""

import os
import pwd
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from phoihop.hosting import location, locks, postgres
from phoihop.hosting.failures import HostingError

SPACE_TO_RUN = 100_000_000


@contextmanager
def only_run() -> Iterator[None]:
    """One run per data folder, by its owner. Raises HostingError when another runs."""
    folder = _run_folder()
    folder.mkdir(parents=True, exist_ok=True)
    _require_owner(folder)
    postgres.require_space(folder, SPACE_TO_RUN)
    with ExitStack() as stay:
        try:
            stay.enter_context(locks.held_at_once(folder / "lock"))
        except locks.LockHeldError:
            raise HostingError(f"Phối Hợp đang chạy rồi{_known_address()}.") from None
        yield


@contextmanager
def database_server() -> Iterator[None]:
    """The embedded server, unless DATABASE_URL names another."""
    if not location.is_embedded():
        yield
        return
    home = location.server_folder()
    try:
        postgres.start(home)
        yield
    finally:
        postgres.stop(home)


@contextmanager
def reachable_database() -> Iterator[None]:
    """A database to work on: the one of the programme that runs, else a server of our own for the while."""
    if not location.is_embedded() or postgres.is_running(location.server_folder()):
        yield
        return
    with only_run(), database_server():
        yield


@contextmanager
def address_kept(url: str) -> Iterator[None]:
    """Leave the address where a second start finds it."""
    kept = _run_folder() / "address"
    kept.write_text(url, encoding="utf-8")
    try:
        yield
    finally:
        kept.unlink(missing_ok=True)


def _known_address() -> str:
    kept = _run_folder() / "address"
    return f" tại {kept.read_text(encoding='utf-8')}" if kept.exists() else ""


def _run_folder() -> Path:
    return location.data_folder() / "run"


def _require_owner(folder: Path) -> None:
    owner = folder.stat().st_uid
    if owner == os.geteuid():
        return
    try:
        name = pwd.getpwuid(owner).pw_name
    except KeyError:
        name = str(owner)
    raise HostingError(f"Thư mục dữ liệu thuộc về người dùng {name}: hãy chạy bằng người dùng đó.")
