"""The dated table of legal instruments: since when they hold and since when they do not, with the source.

What is not in the table is unchecked; nothing is ever said to be in force.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from phoihop.reading.draft import LegalBasis

from .finding import Validity

_FILE = Path(__file__).parent / "data" / "instruments.csv"
_VERIFIED = ("A", "B")
_YEAR = re.compile(r"\bnăm (?P<y>(?:19|20)\d\d)\b")
_SHORT = {
    "mttq": "mặt trận tổ quốc",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "pccc": "phòng cháy chữa cháy",
}


@dataclass(frozen=True)
class Instrument:
    """One row. `trust`: A official text, B government page or press, C third party, M not verified."""

    kind: str
    number: str
    name: str
    issued: date | None
    in_force_from: date | None
    expired_from: date | None
    replaced_by: str
    source: str
    trust: str

    @property
    def is_verified(self) -> bool:
        """Whether its days were read in a source one may rest on."""
        return self.trust in _VERIFIED


@dataclass(frozen=True)
class Held:
    """What the table says of a basis between two days."""

    validity: Validity
    instrument: Instrument | None = None


class Instruments:
    """The rows by number, by name and day, by name and year."""

    def __init__(self, rows: Iterable[Instrument]) -> None:
        self.rows = tuple(rows)
        self._by_number = {_number(row.number): row for row in self.rows}
        self._by_name: dict[str, list[Instrument]] = {}
        for row in self.rows:
            self._by_name.setdefault(_name(row.name), []).append(row)

    def find(self, basis: LegalBasis) -> Instrument | None:
        """The row a basis names: by number; a law also by its name with its day or its year."""
        if basis.number:
            return self._by_number.get(_number(basis.number))
        named = self._by_name.get(_name(basis.text), [])
        if basis.date:
            return next((row for row in named if row.issued and row.issued.isoformat() == basis.date), None)
        year = _YEAR.search(basis.text.lower())
        of_year = [row for row in named if year and row.issued and row.issued.year == int(year["y"])]
        return of_year[0] if len(of_year) == 1 else None

    def held(self, basis: LegalBasis, *, first: date, last: date) -> Held:
        """Whether the basis held when the document was made, between the two days (both included).

        Days of rows that nobody verified are only doubts.
        """
        row = self.find(basis)
        if row is None:
            return Held(Validity.UNCHECKED)
        if row.expired_from and row.expired_from <= last:
            is_sure = row.expired_from <= first and row.is_verified
            return Held(Validity.EXPIRED if is_sure else Validity.DOUBTFUL, row)
        if row.in_force_from and row.in_force_from > last:
            is_sure = row.is_verified and (row.issued is None or row.issued > last)
            return Held(Validity.NOT_YET if is_sure or row.is_verified else Validity.DOUBTFUL, row)
        return Held(Validity.LISTED, row)

    def latest(self, row: Instrument) -> str:
        """What replaced it, and what replaced that, as far as the table goes; empty when nothing did."""
        names: list[str] = []
        while row.replaced_by and row.replaced_by not in names:
            names.append(row.replaced_by)
            number = row.replaced_by.rpartition(" số ")[2]
            row = self._by_number.get(_number(number), row)
        return ", rồi ".join(names)

    def ended_names(self, *, by: date) -> Mapping[str, Instrument]:
        """Names of which every row had ended by a day, all verified: whoever says one means an old one."""
        return {
            name: rows[-1]
            for name, rows in self._by_name.items()
            if all(row.is_verified and row.expired_from and row.expired_from <= by for row in rows)
        }


@cache
def instruments() -> Instruments:
    """The table that comes with the project."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return Instruments(_row(row) for row in csv.DictReader(file))


def _row(row: Mapping[str, str]) -> Instrument:
    return Instrument(
        kind=row["kind"],
        number=row["number"],
        name=row["name"],
        issued=_day(row["issued"]),
        in_force_from=_day(row["in_force_from"]),
        expired_from=_day(row["expired_from"]),
        replaced_by=row["replaced_by"],
        source=row["source"],
        trust=row["trust"],
    )


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None


def _number(words: str) -> str:
    """Joint resolutions are printed with "/" and "-" in any order: only letters and digits count."""
    return re.sub(r"[^\w]", "", words.lower())


def _name(words: str) -> str:
    """The name alone: no day, no year, no number, short forms written out."""
    folded = re.sub(r"\s+", " ", words.lower())
    folded = re.sub(r"\b(?:số \S+|năm (?:19|20)\d\d|ngày .*|\((?:sửa đổi|bổ sung)[^)]*\))", " ", folded)
    folded = re.sub(r"[^\w\s]", " ", folded)
    for short, full in _SHORT.items():
        folded = re.sub(rf"\b{short}\b", full, folded)
    return " ".join(folded.split())
