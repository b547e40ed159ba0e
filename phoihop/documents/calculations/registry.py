"""The fields a registry exchanges (Nghị định 30/2020, Phụ lục VI), and values held to them: pure."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FIELDS_FILE = Path(__file__).parents[1] / "data" / "registry_fields.csv"

type FieldValue = str | int | date | None


@dataclass(frozen=True)
class RegistryField:
    """A field of the annex: `name` as "SignerInfo.FullName"; `length` None where none is set."""

    name: str
    label: str
    kind: str
    length: int | None


@dataclass(frozen=True)
class Held:
    """The values of a row as the annex takes them, in its order, and what was cut or is missing."""

    values: tuple[FieldValue, ...]
    warnings: tuple[str, ...]


@cache
def registry_fields(book: str) -> tuple[RegistryField, ...]:
    """The fields of a book, "outgoing" or "incoming", in the order of the annex."""
    with FIELDS_FILE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["book"] == book]
    return tuple(
        RegistryField(
            name=row["field"],
            label=row["label"],
            kind=row["kind"],
            length=int(row["length"]) if row["length"] else None,
        )
        for row in sorted(rows, key=lambda row: int(row["order"]))
    )


def held_to(fields: tuple[RegistryField, ...], given: Mapping[str, FieldValue]) -> Held:
    """The given values in the order of `fields`; a text over its length is cut and said so.

    A number with too many digits is left out: a cut number would be another one. KeyError for a value that
    is no field.
    """
    unknown = set(given) - {field.name for field in fields}
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    values: list[FieldValue] = []
    warnings: list[str] = []
    for field in fields:
        value, warning = _held(field, given.get(field.name))
        values.append(value)
        warnings += [warning] if warning else []
    return Held(tuple(values), tuple(warnings))


def _held(field: RegistryField, value: FieldValue) -> tuple[FieldValue, str]:
    if value in (None, ""):
        missing = field.name.endswith("OrganId") and field.name.startswith("FileCode")
        return None, f"{field.name}: thiếu mã định danh của cơ quan" if missing else ""
    if isinstance(value, date) or field.length is None or len(str(value)) <= field.length:
        return value, ""
    if isinstance(value, int):
        return None, f"{field.name}: {value} quá {field.length} chữ số, bỏ trống"
    return value[: field.length], f"{field.name}: dài {len(value)} ký tự, cắt còn {field.length}"
