"""The form of a backup: one tar with the database's dump, the stored files and a manifest of checksums.

Members: `database.dump` (pg_dump's custom form), `files/…`, and last `manifest.json`.
"""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, cast

from phoihop.hosting.failures import HostingError

MANIFEST, DUMP, FILES = "manifest.json", "database.dump", "files"
FORM = 1


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself; `checksums` are SHA-256 by member."""

    version: str
    made_at: str
    migrations: list[str]
    checksums: dict[str, str]
    form: int = FORM


class _Hashed:
    """A file that is hashed while it is read."""

    def __init__(self, source: IO[bytes]) -> None:
        self.source = source
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self.source.read(size)
        self.digest.update(piece)
        return piece


class Writer:
    """Adds members to a backup and remembers their checksums."""

    def __init__(self, archive: tarfile.TarFile) -> None:
        self._archive = archive
        self.checksums: dict[str, str] = {}

    def add(self, path: Path, *, name: str) -> None:
        """Add a file; one that vanished since it was listed is left out."""
        try:
            source = path.open("rb")
        except FileNotFoundError:
            return
        with source:
            member = self._archive.gettarinfo(arcname=name, fileobj=source)
            hashed = _Hashed(source)
            self._archive.addfile(member, cast("IO[bytes]", hashed))
        self.checksums[name] = hashed.digest.hexdigest()

    def finish(self, manifest: Manifest) -> None:
        """Add the manifest, the last member."""
        content = json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()
        member = tarfile.TarInfo(MANIFEST)
        member.size, member.mode = len(content), 0o600
        self._archive.addfile(member, io.BytesIO(content))


@contextmanager
def written(target: Path) -> Iterator[Writer]:
    """A backup under way: it takes its name only when it is whole, and only its owner may read it."""
    part = target.with_name(f"{target.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as output:
            with tarfile.open(fileobj=output, mode="w") as archive:
                yield Writer(archive)
            output.flush()
            os.fsync(output.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def verified(source: Path) -> Manifest:
    """Read the whole backup and compare every checksum. Raises HostingError for one that must not be used."""
    try:
        with tarfile.open(source) as archive:
            found = {member.name: _checksum(archive, member) for member in archive if member.isfile()}
            manifest = _manifest(archive)
    except (tarfile.TarError, EOFError, KeyError, ValueError, TypeError):
        raise HostingError(f"{source} không phải là bản sao lưu của Phối Hợp, hoặc đã hỏng.") from None
    del found[MANIFEST]
    wrong = sorted(
        name
        for name in found.keys() | manifest.checksums.keys()
        if found.get(name) != manifest.checksums.get(name)
    )
    if wrong or DUMP not in found:
        raise HostingError(f"Bản sao lưu đã hỏng: {', '.join(wrong[:3]) or DUMP} không đúng như lúc sao lưu.")
    return manifest


def _manifest(archive: tarfile.TarFile) -> Manifest:
    content = json.loads(_opened(archive, archive.getmember(MANIFEST)).read())
    if content["form"] > FORM:
        raise HostingError("Bản sao lưu do phiên bản mới hơn tạo ra: hãy nâng cấp Phối Hợp rồi khôi phục.")
    return Manifest(**content)


def _checksum(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    hashed = _Hashed(_opened(archive, member))
    while hashed.read(1_000_000):
        pass
    return hashed.digest.hexdigest()


def _opened(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    opened = archive.extractfile(member)
    if opened is None:
        raise KeyError(member.name)
    return opened


def extract(source: Path, *, to: Path) -> None:
    """Unpack a verified backup; tarfile's data filter keeps members inside `to`."""
    with tarfile.open(source) as archive:
        archive.extractall(to, filter="data")
