"""Bytes on disk under their own hash: written whole or not at all, never changed afterwards.

Bytes not yet scanned for viruses lie apart, where nothing that opens stored files looks.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings


class BytesMissing(Exception):
    """The row stands but its bytes are not on disk, or are not what they were."""


def hash_of(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def path_of(sha256: str) -> Path:
    """Where the bytes of this hash lie."""
    return Path(settings.FILES) / sha256[:2] / sha256[2:4] / sha256


def path_apart(sha256: str) -> Path:
    """Where the bytes of this hash lie while they wait for their virus scan."""
    return Path(settings.FILES) / "quarantine" / sha256


def keep(content: bytes) -> str:
    """Write the bytes once, flushed to disk before they get their name; returns their hash."""
    return _keep(content, path_of)


def keep_apart(content: bytes) -> str:
    """As `keep`, for bytes that wait for their virus scan."""
    return _keep(content, path_apart)


def let_in(sha256: str) -> None:
    """Bytes found clean go where stored files lie; there already is well."""
    target, apart = path_of(sha256), path_apart(sha256)
    if apart.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        apart.replace(target)


def _keep(content: bytes, place: Callable[[str], Path]) -> str:
    sha256 = hash_of(content)
    target = place(sha256)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(target, content)
    return sha256


def _write_whole(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    unnamed = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        unnamed.replace(target)
    finally:
        unnamed.unlink(missing_ok=True)


def drop(sha256: str) -> None:
    """Remove the bytes of a hash that no row names any more; gone already is well."""
    path_of(sha256).unlink(missing_ok=True)


def drop_apart(sha256: str) -> None:
    """Remove bytes that turned out infected; gone already is well."""
    path_apart(sha256).unlink(missing_ok=True)


def bytes_of(sha256: str) -> bytes:
    """The bytes under a hash, checked against it; BytesMissing when they are gone or damaged."""
    return _bytes_at(path_of(sha256), sha256)


def bytes_apart(sha256: str) -> bytes:
    """As `bytes_of`, for bytes that wait for their virus scan."""
    return _bytes_at(path_apart(sha256), sha256)


def _bytes_at(path: Path, sha256: str) -> bytes:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise BytesMissing(sha256) from error
    if hash_of(content) != sha256:
        raise BytesMissing(sha256)
    return content
