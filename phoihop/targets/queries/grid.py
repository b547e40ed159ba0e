"""The grid of figures: units × targets of an edition for one period, filled with what is known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.programmes.models import Edition
from phoihop.targets import sources
from phoihop.targets.calculations import amount_words, asked_words, is_yes_no, takes_denominator, target_words
from phoihop.targets.calculations.cells import Cell, cell_of
from phoihop.targets.calculations.rollup import Unit
from phoihop.targets.content import TargetSpec
from phoihop.targets.entries import Key
from phoihop.targets.models import Target
from phoihop.targets.queries.grid_units import (
    Labels,
    Units,
    are_named,
    asked_of,
    in_order,
    labels_of,
    unit_names,
    units_of,
)
from phoihop.targets.queries.ground import Known, known_figures
from phoihop.targets.statuses import TargetKind

MOST_BOXES = 700
"""Boxes of one page: a form of a thousand fields is refused."""
_MOST_ROWS = 20
MOST_UNITS = 10_000
"""Rows of one workbook."""
YES_NO, LEVEL = "yes_no", "level"


@dataclass(frozen=True)
class GridColumn:
    """A target; `has_whole`: it takes a second box, the whole. `kind` says which words a box knows."""

    id: int
    name: str
    clause_path: str
    goal: str
    unit: str
    has_whole: bool
    kind: str

    @property
    def boxes(self) -> int:
        return 2 if self.has_whole else 1


@dataclass(frozen=True)
class GridCell:
    """The boxes of one figure; `known` in words is what stands now, `found` what the tasks say."""

    key: Key
    column: GridColumn
    cell: Cell
    seen: int | None
    known: str
    found: tuple[sources.SourcedValue, ...] = ()
    problem: str = ""

    @property
    def name(self) -> str:
        """ "12-3-4-55": target, body, place, the figure shown (0: none)."""
        return "-".join(map(str, (*self.key, self.seen or 0)))


@dataclass(frozen=True)
class GridRow:
    """A unit; a blank cell (None) where it does not answer for the target."""

    unit: Unit
    name: str
    is_own: bool
    cells: tuple[GridCell | None, ...]


@dataclass(frozen=True)
class Grid:
    """One page of the grid; `count` units in all."""

    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    page: Page[Any] | None
    count: int
    known: Mapping[Key, Known]
    specs: Mapping[int, TargetSpec]


def whole_grid(edition: Edition, period: Period, *, member: Member, on: date, words: str = "") -> Grid:
    """All units on one page, without what sources found: for the workbook. Refused above `MOST_UNITS`."""
    asked = asked_of(edition)
    found = units_of(asked, member=member, period=period, words=words)
    if len(found.units) > MOST_UNITS:
        raise Refused(
            f"Có {len(found.units)} đơn vị, quá {MOST_UNITS} dòng một bảng. Hãy tìm theo tên trước khi tải."
        )
    labels = labels_of(found.units, found.homes, on=on)
    ordered = in_order(found.units, own=found.own, labels=labels[0] if are_named(found.units) else {})
    columns = tuple(column_of(target) for target in asked.targets)
    known = known_figures([t.pk for t in asked.targets], period, body_ids=_bodies(ordered), same=asked.same)
    specs = {t.pk: t.spec for t in asked.targets}
    rows = _rows(ordered, _Cells(columns, specs, known, {}, found.answering), found, labels)
    return Grid(columns, rows, None, len(ordered), known, specs)


def grid_of(
    edition: Edition, period: Period, *, member: Member, on: date, words: str = "", page: str = "1",
    target_id: int | None = None,
) -> Grid:  # fmt: skip
    """The grid of what the member may enter; six queries, however many units and targets."""
    asked = asked_of(edition)
    found = units_of(asked, member=member, period=period, words=words)
    labels = labels_of(found.units, found.homes, on=on) if are_named(found.units) else None
    ordered = in_order(found.units, own=found.own, labels=labels[0] if labels else {})
    targets = [t for t in asked.targets if target_id is None or t.pk == target_id]
    columns = tuple(column_of(target) for target in targets)
    boxes = sum(column.boxes for column in columns) or 1
    shown = Paginator(ordered, max(1, min(_MOST_ROWS, MOST_BOXES // boxes))).get_page(page)
    units = list(shown)
    known = known_figures([t.pk for t in targets], period, body_ids=_bodies(units), same=asked.same)
    maker = _Cells(
        columns=columns,
        specs={t.pk: t.spec for t in targets},
        known=known,
        found=sources.proposals_of(targets=targets, body_ids=_bodies(units), period=period),
        answering=found.answering,
    )
    rows = _rows(units, maker, found, labels or labels_of(units, found.homes, on=on))
    return Grid(columns, rows, shown, shown.paginator.count, known, maker.specs)


def _bodies(units: Iterable[Unit]) -> set[int]:
    return {body for body, _ in units}


def _rows(units: Sequence[Unit], maker: "_Cells", found: Units, labels: Labels) -> tuple[GridRow, ...]:
    names = unit_names(units, found.homes, labels)
    return tuple(GridRow(unit, names[unit], unit[0] in found.own, maker.row(unit)) for unit in units)


@dataclass(frozen=True)
class _Cells:
    """Makes the cells of a row from what is known by key."""

    columns: tuple[GridColumn, ...]
    specs: Mapping[int, TargetSpec]
    known: Mapping[Key, Known]
    found: Mapping[tuple[int, int], Sequence[sources.SourcedValue]]
    answering: Mapping[Unit, set[int]]

    def row(self, unit: Unit) -> tuple[GridCell | None, ...]:
        mine = self.answering.get(unit, set())
        return tuple(self._cell(c, unit) if c.id in mine else None for c in self.columns)

    def _cell(self, column: GridColumn, unit: Unit) -> GridCell:
        key = (column.id, *unit)
        spec, now = self.specs[column.id], self.known.get(key)
        return GridCell(
            key=key,
            column=column,
            cell=cell_of(spec, now.amount if now else None, note=now.note if now else ""),
            seen=now.id if now else None,
            known=amount_words(spec, now.amount) if now else "",
            found=tuple(self.found.get((column.id, unit[0]), ())),
        )


def column_of(target: Target) -> GridColumn:
    """The head of a target's column."""
    spec = target.spec
    kind = YES_NO if is_yes_no(spec) else LEVEL if spec.kind == TargetKind.LEVEL else ""
    asked = asked_words(spec)
    return GridColumn(
        id=target.pk, name=target.name, clause_path=target.clause.path,
        goal=target_words(spec) + (f"; ghi {asked}" if asked else ""),
        unit=spec.unit, has_whole=takes_denominator(spec), kind=kind,
    )  # fmt: skip
