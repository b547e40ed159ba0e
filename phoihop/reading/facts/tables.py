"""What the tables of a document say: targets, assignments, duties and registrations, row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phoihop.reading.draft import Assignment, Duty, Registration, Span, Target
from phoihop.reading.language.columns import Column, year_of_head
from phoihop.reading.language.comparators import compare
from phoihop.reading.language.dates import due_year
from phoihop.reading.language.numbers import numbers_in
from phoihop.reading.language.parties import Mentions
from phoihop.reading.language.source import Source, phrase
from phoihop.reading.language.units import measure_at, thing_at, word_at

from .clauses import Section
from .grids import Grid
from .target_context import direction_of

_CONFIDENCE = 0.9
_LOOK_BACK = 300
_TITLE_LINES = 3
_REGISTERS = phrase(r"đăng ký|cam kết")
_YEARLY = phrase(r"/ ?năm\b|(?:hằng|hàng|mỗi) năm")
_PARTS = phrase(r"(?:[-+*] ?)?trong đó\b")
_DUTIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("report", phrase(r"(?:xây dựng |gửi |tổng hợp(?:,)? )?báo cáo\b")),
    ("review", phrase(r"(?:tổ chức )?(?:hội nghị )?(?:sơ kết|tổng kết)\b")),
    ("meeting", phrase(r"(?:tổ chức )?(?:họp|giao ban|hội nghị giao ban)\b")),
)
_FREQUENCIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("quarterly", phrase(r"(?:hàng|hằng|mỗi|từng|theo) quý|/ ?quý\b|03 tháng|3 tháng")),
    ("half_yearly", phrase(r"(?:0?6|sáu) tháng")),
    ("monthly", phrase(r"(?:hàng|hằng|mỗi) tháng|/ ?tháng\b")),
    ("yearly", phrase(r"(?:hàng|hằng|mỗi) năm|/ ?năm\b")),
)


@dataclass(frozen=True)
class TableFacts:
    """What the tables say, each in reading order."""

    targets: tuple[Target, ...]
    assignments: tuple[Assignment, ...]
    duties: tuple[Duty, ...]
    registrations: tuple[Registration, ...]


@dataclass(frozen=True)
class _Row:
    """One row of a grid, and the clause and the words it stands under."""

    source: Source
    grid: Grid
    cells: tuple[Span, ...]
    clause: str
    clause_id: str | None
    mentions: Mentions
    due: str | None
    whole: tuple[str, str] | None

    def first(self, *kinds: Column) -> Span | None:
        """The first filled cell of these kinds."""
        for kind in kinds:
            for index in self.grid.at(kind):
                if self.cells[index][0] < self.cells[index][1]:
                    return self.cells[index]
        return None

    def words(self, *kinds: Column) -> str | None:
        """Its words on one line."""
        cell = self.first(*kinds)
        return self.source.line(*cell) if cell else None

    def parties(self, *kinds: Column) -> tuple[str, ...]:
        """The bodies its cells name; failing that, their own words."""
        cell = self.first(*kinds)
        if not cell:
            return ()
        named = tuple(dict.fromkeys(mention.party for mention in self.mentions.within(*cell)))
        return named or (self.source.line(*cell),)


def facts_of(source: Source, grids: list[Grid], sections: list[Section], mentions: Mentions) -> TableFacts:
    """Read every row of every table; rows that only head a group say nothing of their own."""
    rows = [row for grid in grids for row in _rows(source, grid, sections, mentions)]
    return TableFacts(
        targets=tuple(target for row in rows for target in _targets(row)),
        assignments=tuple(assignment for row in rows for assignment in _assignments(row)),
        duties=tuple(duty for row in rows for duty in _duties(row)),
        registrations=tuple(found for row in rows if (found := _registration(row))),
    )


def _rows(source: Source, grid: Grid, sections: list[Section], mentions: Mentions) -> Iterator[_Row]:
    section = _section_at(sections, grid.span[0])
    due = _due_before(source, grid.span[0], section)
    whole: tuple[str, str] | None = None
    for cells in grid.rows:
        row = _Row(
            source=source,
            grid=grid,
            cells=cells,
            clause=section.clause.path if section else "",
            clause_id=section.clause.id if section else None,
            mentions=mentions,
            due=due,
            whole=whole,
        )
        content = row.first(Column.CONTENT)
        if not content or _heads_group(row):
            continue
        if not _PARTS.match(source.folded, *content):
            whole = (source.line(*content), row.words(Column.UNIT) or "")
        yield row


def _heads_group(row: _Row) -> bool:
    """ "I. Về kinh tế", alone in its row or with no more than its number."""
    filled = [index for index, cell in enumerate(row.cells) if cell[0] < cell[1]]
    return len(filled) == 1 or (len(filled) == 2 and filled[0] in row.grid.at(Column.ORDER))


def _section_at(sections: list[Section], start: int) -> Section | None:
    """The clause a table stands in: the last that begins above it and has not ended."""
    above = [section for section in sections if section.clause.span[0] <= start]
    return above[-1] if above and start <= above[-1].end else None


def _due_before(source: Source, start: int, section: Section | None) -> str | None:
    """The year printed in the words that lead to the table."""
    left = max(start - _LOOK_BACK, section.clause.span[0] if section else 0)
    due = due_year(source, start=left, end=start)
    return due.text if due else None


def _targets(row: _Row) -> Iterator[Target]:
    columns = row.grid.at(Column.VALUE) or row.grid.at(Column.TARGET)
    for index in columns:
        cell = row.cells[index]
        if cell[0] < cell[1]:
            target = _target(row, cell, year_of_head(row.grid.heads[index]))
            if target:
                yield target


def _target(row: _Row, cell: Span, year: str | None) -> Target | None:
    source = row.source
    content = row.first(Column.CONTENT) or cell
    number = next(iter(numbers_in(source.folded, start=cell[0], end=cell[1])), None)
    if number is None or number.start - cell[0] > 40:
        return None
    compared = compare(source.folded, number, start=cell[0], end=cell[1])
    unit = _unit(row, cell, number.end, is_percent=number.is_percent)
    words = source.folded[slice(*content)]
    start, end = min(content[0], cell[0]), max(content[1], cell[1])
    recurrence = "yearly" if _YEARLY.search(unit.lower()) or _YEARLY.search(words) else "once"
    return Target(
        span=(start, end),
        text=source.text[start:end],
        clause=row.clause,
        clause_id=row.clause_id,
        measure=_measure(row, content),
        comparator=compared.sign,
        value=number.value,
        value_max=number.high,
        of=number.of,
        unit=unit,
        direction=direction_of(source, start=content[0], number=content[1]),
        recurrence=recurrence,
        due=year or row.due,
        due_strict=False,
        scope=None,
        parties=row.parties(Column.LEAD, Column.WHO),
        change=None,
        aspirational=False,
        confidence=_CONFIDENCE,
        inherited_from=_inherited(row, year),
    )


def _inherited(row: _Row, year: str | None) -> tuple[tuple[str, str], ...]:
    return (("due", row.clause_id),) if row.due and not year and row.clause_id else ()


def _measure(row: _Row, content: Span) -> str:
    """What is counted; of a part ("Trong đó: …") with the whole it is a part of."""
    words = row.source.line(*content)
    words = re.sub(r"^(?:[-+*•]|\d+(?:\.\d+)*[.)])\s*", "", words)
    is_part = _PARTS.match(row.source.folded, *content)
    return f"{row.whole[0]} - {words}" if is_part and row.whole else words


def _unit(row: _Row, cell: Span, after: int, *, is_percent: bool) -> str:
    if is_percent:
        return "%"
    content = row.first(Column.CONTENT)
    printed = row.words(Column.UNIT)
    if not printed and row.whole and content and _PARTS.match(row.source.folded, *content):
        printed = row.whole[1]
    if printed:
        return printed if printed.isupper() or printed == "%" else printed[:1].lower() + printed[1:]
    found = None
    if after < cell[1]:
        found = measure_at(row.source, after) or thing_at(row.source, after) or word_at(row.source, after)
    if found and found[1] <= cell[1]:
        return found[0]
    in_brackets = re.search(r"\(([^()]{1,20})\)\s*$", row.source.line(*content)) if content else None
    if in_brackets:
        return in_brackets[1]
    is_share = content and row.source.folded[slice(*content)].lstrip("-+* ").startswith(("tỷ lệ", "tỉ lệ"))
    return "%" if is_share else ""


def _assignments(row: _Row) -> Iterator[Assignment]:
    """Roles by column. Who only "carries out" a target answers for it, and is its party."""
    of_targets = bool(row.grid.at(Column.UNIT) or row.grid.at(Column.VALUE))
    content = row.first(Column.CONTENT)
    for role, kinds in (
        ("lead", (Column.LEAD,)),
        ("coordinate", (Column.COORDINATE,)),
        ("implement", () if of_targets else (Column.WHO,)),
    ):
        cell = row.first(*kinds)
        if not cell or not content:
            continue
        start, end = min(content[0], cell[0]), max(content[1], cell[1])
        for party in row.parties(*kinds):
            yield Assignment(
                span=(start, end),
                text=row.source.text[start:end],
                clause=row.clause,
                clause_id=row.clause_id,
                party=party,
                role=role,
                confidence=_CONFIDENCE,
            )


def _duties(row: _Row) -> Iterator[Duty]:
    """A row whose task is a report, a review or a meeting."""
    content = row.first(Column.CONTENT)
    if not content or row.grid.at(Column.UNIT):
        return
    kind = next((name for name, words in _DUTIES if words.match(row.source.folded, *content)), None)
    if not kind:
        return
    time = row.words(Column.DUE) or ""
    said = f"{row.source.folded[slice(*content)]} {time.lower()}"
    due = (
        due_year(Source.of(f"năm {time}"), start=0, end=len(time) + 4)
        if re.fullmatch(r"20\d\d", time)
        else None
    )
    yield Duty(
        span=content,
        text=row.source.text[slice(*content)],
        clause=row.clause,
        clause_id=row.clause_id,
        kind=kind,
        senders=row.parties(Column.LEAD, Column.WHO),
        receivers=(),
        frequency=next((name for name, words in _FREQUENCIES if words.search(said)), "once"),
        due=due.text if due else None,
        due_strict=False,
        via=None,
        anchor=due.anchor if due else None,
        offset=due.offset if due else None,
        confidence=_CONFIDENCE,
    )


def _registration(row: _Row) -> Registration | None:
    """A row of a sheet on which bodies put down what they will do."""
    heads = " ".join(row.grid.heads)
    before = row.source.folded[max(0, row.grid.span[0] - _LOOK_BACK) : row.grid.span[0]]
    title = [line for line in before.split("\n") if line.strip()][-_TITLE_LINES:]
    titled = _REGISTERS.search(" ".join(title)) or _REGISTERS.search(heads)
    fields = (
        ("content", (Column.CONTENT,)),
        ("place", (Column.PLACE,)),
        ("time", (Column.DUE,)),
        ("target", (Column.TARGET, Column.VALUE)),
        ("body", (Column.WHO, Column.LEAD)),
    )
    cells = {name: cell for name, kinds in fields if (cell := row.first(*kinds))}
    if not titled or len(cells) < 2 or "content" not in cells:
        return None
    start, end = min(cell[0] for cell in cells.values()), max(cell[1] for cell in cells.values())
    said = {name: row.source.line(*cell) for name, cell in cells.items()}
    return Registration(
        span=(start, end),
        text=row.source.text[start:end],
        clause=row.clause,
        clause_id=row.clause_id,
        content=said["content"],
        place=said.get("place"),
        time=said.get("time"),
        target=said.get("target"),
        body=said.get("body"),
        spans=tuple(cells.items()),
    )
