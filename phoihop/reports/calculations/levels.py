"""What a consolidated report takes from the rounds below it, at any level: words, gaps, counts, tables.

A round of a lower level's consolidated report carries under "below" what that level was made of. All
here is taken from rounds as they were handed in: nothing is added up that was already added up below.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from phoihop.reports.calculations.form_parts import column_of
from phoihop.reports.calculations.tables import ColumnKind, number_of
from phoihop.reports.statuses import ParagraphPart

type Json = dict[str, Any]
OVERVIEW = "Tình hình chung"
UNIT_COLUMN: Json = {"key": "unit", "title": "Đơn vị", "kind": "text"}
_ADDED = frozenset({ColumnKind.COUNT, ColumnKind.NUMBER, ColumnKind.MONEY, ColumnKind.CHANGE})
_OWN_PARTS = (
    ("shortcomings", ParagraphPart.SHORTCOMING),
    ("recommendations", ParagraphPart.RECOMMENDATION),
)


@dataclass(frozen=True)
class Words:
    """What one body wrote in one place of its report; `via_round_id`: the round that brought it."""

    body_id: int
    round_id: int
    part: str
    text: str
    clause_id: int | None = None
    own_clause_id: int | None = None
    heading: str = ""
    via_round_id: int | None = None
    is_named: bool = True

    @property
    def key(self) -> tuple[object, ...]:
        """What is once in a consolidated report."""
        return (self.body_id, self.part, self.own_clause_id or self.clause_id, self.heading)


def words_in(content: Json, *, body_id: int, round_id: int) -> list[Words]:
    """Everything a round says, the words of bodies below with it; empty places say nothing."""
    below = [Words(**row, via_round_id=round_id) for row in content.get("below", {}).get("paragraphs", [])]
    own = [replace(given, body_id=body_id, round_id=round_id) for given in _own_words(content)]
    return [given for given in [*own, *below] if given.text.strip()]


def _own_words(content: Json) -> list[Words]:
    result = ParagraphPart.RESULT.value
    found = [Words(0, 0, result, content["overview"], heading=OVERVIEW, is_named=False)]
    found += [Words(0, 0, result, s["text"], clause_id=s["clause_id"]) for s in content["sections"]]
    found += [Words(0, 0, result, t["text"], heading=t["title"]) for t in content.get("texts", [])]
    emergent = "\n".join(content.get("emergent", []))
    found.append(Words(0, 0, ParagraphPart.EMERGENT.value, emergent))
    return found + [Words(0, 0, part.value, content[name]) for name, part in _OWN_PARTS]


def words_once(found: Iterable[Words]) -> dict[tuple[object, ...], Words]:
    """By key: who reports both directly and through a lower level is heard once, directly."""
    once: dict[tuple[object, ...], Words] = {}
    for given in sorted(found, key=lambda words: words.via_round_id is not None):
        once.setdefault(given.key, given)
    return once


@dataclass(frozen=True)
class Counts:
    """Units that owe a report and those that gave one, on this level and on all levels below it too."""

    due: int
    received: int
    all_due: int
    all_received: int

    @property
    def below_words(self) -> str:
        """ "cả các cấp dưới: 40/52 đơn vị"; empty where nothing lies below."""
        if self.all_due == self.due:
            return ""
        return f"cả các cấp dưới: {self.all_received}/{self.all_due} đơn vị"


def counts_with_below(due: int, received: int, contents: Iterable[Json]) -> Counts:
    """This level's units with those the consolidated rounds below counted."""
    below = [content["below"] for content in contents if "below" in content]
    return Counts(
        due=due,
        received=received,
        all_due=due + sum(row["all_due"] for row in below),
        all_received=received + sum(row["all_received"] for row in below),
    )


def gaps_with_below(own: Sequence[Json], sources: Iterable[tuple[str, Json]]) -> list[Json]:
    """The units without a report, and those missing below, each `within` the unit that named it."""
    carried = [
        gap | {"within": [unit, *gap.get("within", [])]}
        for unit, content in sources
        for gap in content.get("below", {}).get("gaps", [])
    ]
    return [*own, *carried]


def gap_words(gaps: Sequence[Json]) -> str:
    """ "Hội Nông dân xã (chưa báo cáo); tại UBND xã Hà Lan: Hội CCB (chưa báo cáo)"; empty without gaps."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for gap in gaps:
        groups.setdefault(tuple(gap.get("within", [])), []).append(f"{gap['name']} ({gap['standing']})")
    return "; ".join(
        f"tại {', '.join(reversed(within))}: {', '.join(names)}" if within else ", ".join(names)
        for within, names in groups.items()
    )


def joined_tables(sources: Iterable[tuple[str, Json]]) -> list[Json]:
    """The tables of all units as one each, the unit in the first column; sums of number columns apart.

    Tables whose columns differ (another version of the form) stay apart. A lower level's table brings its
    rows, never its sums.
    """
    joined: dict[tuple[str, ...], Json] = {}
    for unit, content in sources:
        own = [(table, [[unit, *row] for row in table["rows"]]) for table in content.get("tables", [])]
        below = [(table, table["rows"]) for table in content.get("below", {}).get("tables", [])]
        for table, rows in own + below:
            columns = [c for c in table["columns"] if c["key"] != UNIT_COLUMN["key"]]
            key = (table["key"], *(c["key"] for c in columns))
            made = joined.setdefault(key, _empty_table(table, columns))
            made["rows"] += rows
    return [table | {"sums": _sums(table)} for table in joined.values() if table["rows"]]


def _empty_table(table: Mapping[str, Any], columns: list[Json]) -> Json:
    return {"key": table["key"], "title": table["title"], "columns": [UNIT_COLUMN, *columns], "rows": []}


def _sums(table: Json) -> list[str]:
    """Under each column that may be added up its sum ("" where no row has a number), under others nothing."""
    sums = []
    for place, column in enumerate(map(column_of, table["columns"])):
        cells = [number_of(column, row[place]) for row in table["rows"]] if column.kind in _ADDED else []
        known = [cell for cell in cells if isinstance(cell, Decimal)]
        sums.append(f"{sum(known, Decimal(0)):f}" if known else "")
    return sums
