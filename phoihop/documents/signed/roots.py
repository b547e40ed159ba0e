"""The certificates trusted here: a folder of PEM or DER files."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

_ENDINGS = {".pem", ".crt", ".cer", ".der"}
_LARGEST = 1_000_000


@dataclass(frozen=True)
class Roots:
    """Certificates as DER; `fingerprint` names the set, whatever the files' names and order."""

    certificates: tuple[bytes, ...]
    fingerprint: str
    unreadable: tuple[str, ...] = ()


def roots_in(folder: Path | None) -> Roots:
    """Every certificate in the folder; a file that is none is named in `unreadable`, never in the way."""
    found: set[bytes] = set()
    unreadable: list[str] = []
    for path in _files(folder):
        try:
            found |= set(_certificates(path.read_bytes()))
        except (ValueError, OSError):
            unreadable.append(path.name)
    ordered = tuple(sorted(found))
    digest = hashlib.sha256(b"".join(hashlib.sha256(one).digest() for one in ordered)).hexdigest()
    return Roots(certificates=ordered, fingerprint=digest, unreadable=tuple(unreadable))


def _files(folder: Path | None) -> Iterator[Path]:
    if folder is None or not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in _ENDINGS and path.is_file() and path.stat().st_size <= _LARGEST:
            yield path


def _certificates(content: bytes) -> list[bytes]:
    if b"-----BEGIN CERTIFICATE-----" in content:
        return [one.public_bytes(Encoding.DER) for one in x509.load_pem_x509_certificates(content)]
    return [x509.load_der_x509_certificate(content).public_bytes(Encoding.DER)]
