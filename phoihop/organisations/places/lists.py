"""The files of the folder `data`, as rows."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent / "data"
OLD_LIST = "gso-2025-01-04"
NEW_LIST = "gso-2025-07-01"
OLD_LIST_DAY = date(2025, 1, 4)
LAST_OLD_DAY = date(2025, 6, 30)
FIRST_NEW_DAY = date(2025, 7, 1)
LIST_SOURCES = {
    OLD_LIST: "Danh mục đơn vị hành chính của Cục Thống kê ngày 04/01/2025, theo vietnam-provinces 2026.9.0",
    NEW_LIST: "Danh mục đơn vị hành chính của Cục Thống kê từ 01/7/2025 "
    "(lấy ngày 20/9/2026), theo vietnam-provinces 2026.9.0",
}


@dataclass(frozen=True)
class Unit:
    """A unit of one list; `parent` is a code of the level above in the same list, empty for a province."""

    list: str
    level: str
    code: str
    kind: str
    name: str
    parent: str


@dataclass(frozen=True)
class Conversion:
    """A commune-level unit of the old list and one that took it over on 1 July 2025."""

    old: str
    new: str
    is_partial: bool


@dataclass(frozen=True)
class Change:
    """A province-level unit of the new list that had another type until the day before `valid_from`."""

    code: str
    former_kind: str
    valid_from: date
    legal_document: str
    source: str


@dataclass(frozen=True)
class Exemption:
    """What the lists do not say, or say wrongly; `what` says how the loader takes it (docs: reference)."""

    what: str
    code: str
    name: str
    kind: str
    parent: str
    other: str
    valid_from: date | None
    valid_to: date | None
    legal_document: str
    source: str
    trust: str
    note: str


@dataclass(frozen=True)
class Lists:
    """All files together."""

    units: list[Unit]
    conversions: list[Conversion]
    changes: list[Change]
    exemptions: list[Exemption]
    resolutions: dict[str, str]


def read() -> Lists:
    """The committed files; `resolutions` by the code of a province of the new list."""
    return Lists(
        units=[Unit(**row) for row in _rows("units.csv")],
        conversions=[
            Conversion(r["old"], r["new"], r["is_partial"] == "1") for r in _rows("conversions.csv")
        ],
        changes=[_change(row) for row in _rows("changes.csv")],
        exemptions=[_exemption(row) for row in _rows("exceptions.csv")],
        resolutions={row["province"]: row["legal_document"] for row in _rows("resolutions.csv")},
    )


def _change(row: dict[str, str]) -> Change:
    day = date.fromisoformat(row.pop("valid_from"))
    return Change(valid_from=day, **row)


def _exemption(row: dict[str, str]) -> Exemption:
    begins, ends = row.pop("valid_from"), row.pop("valid_to")
    return Exemption(valid_from=_day(begins), valid_to=_day(ends), **row)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
