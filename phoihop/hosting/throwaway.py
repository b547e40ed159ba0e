"""A throwaway server for tests and trials: shared by all who ask at once, stopped by the last to leave."""

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from phoihop.hosting import location, locks, postgres, server_account
from phoihop.hosting.failures import HostingError

_THROWAWAY = "test-"
_BEING_MADE = 60
"""Seconds after which a folder without a checkout is no longer one that somebody is just making."""


@contextmanager
def throwaway_server(home: Path) -> Iterator[str]:
    """Run a fast, unsafe server in `home` (kept for the next time) and give its address.

    Several processes may ask for the same one; after a kill -9 the next to ask takes it over.
    """
    gate, users = home.with_name(f"{home.name}.gate"), home.with_name(f"{home.name}.users")
    with ExitStack() as stay:
        with locks.held(gate):
            _start(home)
            stay.enter_context(locks.held(users, shared=True))
        yield location.embedded_url(home)
    with locks.held(gate), suppress(locks.LockHeldError), locks.held_at_once(users):
        postgres.stop(home)


def _start(home: Path) -> None:
    """Without fsync a power cut may leave a cluster that cannot start: such a one is made anew."""
    if home.is_symlink() and not home.exists():
        home.unlink()
    if not home.exists():
        _remove_abandoned(home.name)
    try:
        postgres.start(home, throwaway=True)
    except HostingError:
        shutil.rmtree(home.resolve() / "cluster", ignore_errors=True)
        postgres.start(home, throwaway=True)


def _remove_abandoned(name: str) -> None:
    """Remove root's throwaway clusters whose checkout is gone; never one that may hold somebody's data."""
    if not server_account.is_root() or not name.startswith(_THROWAWAY):
        return
    for folder in server_account.SYSTEM_FOLDER.glob(f"{name}-*"):
        if _is_abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    """Old, not running, and its checkout is gone; one that is being made just now has no checkout yet."""
    try:
        link = Path((folder / "belongs-to").read_text(encoding="utf-8").strip())
        age = time.time() - folder.stat().st_mtime
    except FileNotFoundError:
        return False
    return age > _BEING_MADE and link.resolve() != folder and not postgres.is_running(folder)
