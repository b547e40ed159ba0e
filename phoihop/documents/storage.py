"""Bytes on disk under their own hash: written whole or not at all, never changed afterwards."""

import hashlib
import os
import tempfile
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


def keep(content: bytes) -> str:
    """Write the bytes once, flushed to disk before they get their name; returns their hash."""
    sha256 = hash_of(content)
    target = path_of(sha256)
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


def bytes_of(sha256: str) -> bytes:
    """The bytes under a hash, checked against it; BytesMissing when they are gone or damaged."""
    try:
        content = path_of(sha256).read_bytes()
    except FileNotFoundError as error:
        raise BytesMissing(sha256) from error
    if hash_of(content) != sha256:
        raise BytesMissing(sha256)
    return content
