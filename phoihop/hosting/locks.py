"""Locks between processes: files locked with flock, which the system frees when their holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LockHeldError(Exception):
    """Another process holds the lock."""


@contextmanager
def held(path: Path, *, shared: bool = False) -> Iterator[None]:
    """Hold the lock, waiting for it."""
    with _locked(path, fcntl.LOCK_SH if shared else fcntl.LOCK_EX):
        yield


@contextmanager
def held_at_once(path: Path) -> Iterator[None]:
    """Hold the lock alone; raises LockHeldError instead of waiting."""
    with _locked(path, fcntl.LOCK_EX | fcntl.LOCK_NB):
        yield


@contextmanager
def _locked(path: Path, how: int) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _flock(handle, how)
        yield
    finally:
        os.close(handle)


def _flock(handle: int, how: int) -> None:
    try:
        fcntl.flock(handle, how)
    except BlockingIOError:
        raise LockHeldError from None
