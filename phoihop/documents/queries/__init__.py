"""What pages and higher apps read about files, registers and layouts."""

from phoihop.documents.queries.files import read_bytes, templates_on
from phoihop.documents.queries.outgoing import EntryRow, RegisterCard, entries_of, register_body, registers_of

__all__ = [
    "EntryRow",
    "RegisterCard",
    "entries_of",
    "read_bytes",
    "register_body",
    "registers_of",
    "templates_on",
]
