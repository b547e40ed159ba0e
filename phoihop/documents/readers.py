"""Who may open a stored file: its own body, and whoever a higher app says, through what it registers here."""

from collections.abc import Callable

from phoihop.core.member import Member
from phoihop.documents.models import StoredFile

type Reader = Callable[[int, Member], bool]

_readers: dict[str, Reader] = {}


def register(name: str, reader: Reader) -> None:
    """Add a rule `reader(file_id, member) -> bool` from an app's `apps.py`; the same name replaces itself."""
    _readers[name] = reader


def may_read(file: StoredFile, member: Member) -> bool:
    """The body that stored the file reads it; else the first registered rule that says yes."""
    return file.body_id == member.body_id or any(reader(file.pk, member) for reader in _readers.values())
