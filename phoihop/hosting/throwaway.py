"""A throwaway server for tests and trials: shared by all who ask at once, stopped by the last to leave."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from phoihop.hosting import location, locks, postgres, server_account
from phoihop.hosting.failures import HostingError


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
    """Remove root's throwaway clusters whose checkout is gone."""
    if not server_account.is_root():
        return
    for folder in server_account.SYSTEM_FOLDER.glob(f"{name}-*"):
        link = Path((folder / "belongs-to").read_text(encoding="utf-8").strip())
        if link.resolve() != folder and not postgres.is_running(folder):
            shutil.rmtree(folder)
