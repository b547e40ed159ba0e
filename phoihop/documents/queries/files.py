"""What is read of files and layouts."""

from datetime import date

from phoihop.documents import storage
from phoihop.documents.models import DocumentTemplate, StoredFile


def read_bytes(file: StoredFile) -> bytes:
    """The file's bytes, checked against their hash.

    storage.BytesMissing when gone or damaged, or not to be opened (waiting for the virus scan, infected).
    """
    if not file.may_be_opened:
        raise storage.BytesMissing(file.sha256)
    return storage.bytes_of(file.sha256)


def templates_on(day: date) -> list[DocumentTemplate]:
    """The formats in use on `day`, with their sources; one query."""
    return list(DocumentTemplate.objects.on(day).order_by("code"))
