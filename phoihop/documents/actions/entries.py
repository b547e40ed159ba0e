"""Mending rows of the book of outgoing documents, and the file that lies with each."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.documents import permissions
from phoihop.documents.actions.outgoing import put_details
from phoihop.documents.content import OutgoingDetails
from phoihop.documents.models import OutgoingCorrection, OutgoingEntry, StoredFile

_MENDED = ("abstract", *OutgoingDetails.__dataclass_fields__)


@transaction.atomic
def describe(*, entry: OutgoingEntry, details: OutgoingDetails, by: Member) -> OutgoingEntry:
    """Fill what the book says beside the number, right after it was given; later it is mended instead."""
    row = _locked(entry, by)
    put_details(row, details)
    row.save()
    return row


@transaction.atomic
def correct_outgoing(
    *,
    entry: OutgoingEntry,
    abstract: str,
    details: OutgoingDetails,
    reason: str,
    version: int,
    by: Member,
    at: datetime,
) -> OutgoingEntry:
    """Mend what the book says of a document, with the reason; number, symbol and day never change."""
    row = _locked(entry, by)
    _check_version(row.version, version)
    if row.annulled_at is not None:
        raise Refused("Số này đã hủy, không sửa được.")
    before = values_of(row, _MENDED)
    row.abstract = nfc(abstract).strip()
    put_details(row, details)
    changes = changes_between(row, before, _MENDED)
    check_correction(changes, reason)
    row.version += 1
    row.save()
    _written(row, "correct", changes, reason=reason, by=by, at=at)
    return row


@transaction.atomic
def attach_file(*, entry: OutgoingEntry, file: StoredFile, by: Member, at: datetime) -> OutgoingEntry:
    """Lay the file with its number; one that took its place stays in the history."""
    row = _locked(entry, by)
    if row.annulled_at is not None:
        raise Refused("Số này đã hủy, không kèm tệp được.")
    if row.file_id == file.pk:
        return row
    before = row.file.name if row.file else ""
    row.file = file
    row.version += 1
    row.save(update_fields=["file", "version"])
    changes = [{"field": "tệp", "before": before, "after": file.name}]
    _written(row, "attach", changes, reason="", by=by, at=at)
    return row


def _locked(entry: OutgoingEntry, by: Member) -> OutgoingEntry:
    row = (
        OutgoingEntry.objects.select_for_update(of=("self",))
        .select_related("register__body", "file")
        .get(pk=entry.pk)
    )
    if not permissions.can_number(by, row.register.body):
        raise PermissionDenied
    return row


def _check_version(now: int, seen: int) -> None:
    if now != seen:
        raise Conflict("dòng này của sổ")


def _written(
    row: OutgoingEntry, verb: str, changes: list[dict[str, str]], *, reason: str, by: Member, at: datetime
) -> None:
    OutgoingCorrection.objects.create(
        entry=row, verb=verb, changes=changes, note=reason.strip(), at=at,
        by_person_id=by.person_id, by_body_id=by.body_id,
    )  # fmt: skip


def check_correction(changes: list[dict[str, str]], reason: str) -> None:
    """Refused when nothing differs or no reason is given."""
    if not changes:
        raise Refused("Chưa có gì khác với dòng đang ghi trong sổ.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do sửa.")


def values_of(row: Model, names: tuple[str, ...]) -> dict[str, str]:
    """The fields in words, as the history keeps them."""
    return {name: _words(row, name) for name in names}


def changes_between(row: Model, before: dict[str, str], names: tuple[str, ...]) -> list[dict[str, str]]:
    """What differs now: the field in words, before and after."""
    after = values_of(row, names)
    return [
        {"field": _label(row, name), "before": before[name], "after": after[name]}
        for name in names
        if after[name] != before[name]
    ]


def _label(row: Model, name: str) -> str:
    return str(getattr(row._meta.get_field(name), "verbose_name", name))


def _words(row: Model, name: str) -> str:
    value: Any = getattr(row, name)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    shown = getattr(row, f"get_{name}_display", None)
    return str(shown() if shown else "" if value is None else value)
