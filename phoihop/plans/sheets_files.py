"""Registration sheets as workbooks: out for a round or a unit, and a unit's filled-in one back in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from phoihop.core.fields import FIRST_DAY, LAST_DAY
from phoihop.core.numbers import decimal_words, read_decimal
from phoihop.core.vietnamese import fold
from phoihop.documents.workbooks import Cell, Rows
from phoihop.plans.models import RegistrationItem, RegistrationRound, RegistrationSheet
from phoihop.plans.queries.sheets import ItemChoices, ItemLine, UnitRows
from phoihop.plans.registration import ItemContent
from phoihop.plans.statuses import TaskKind
from phoihop.writing.sheets import Sheet, SheetColumn, Value

_FIELDS = (
    ("code", "Mã dòng", 9),
    ("content", "Nội dung đăng ký", 46),
    ("clause", "Mục", 14),
    ("area", "Địa bàn", 22),
    ("starts_on", "Từ ngày", 13),
    ("due_on", "Đến ngày", 13),
    ("quantity", "Chỉ tiêu", 11),
    ("quantity_unit", "Đơn vị tính", 14),
    ("person", "Người phụ trách", 24),
)
_TITLES = {fold(title): name for name, title, _ in _FIELDS}
_SPARE_ROWS = 15


def round_sheet(row: RegistrationRound, units: Sequence[UnitRows]) -> Sheet:
    """The whole round as the paper form has it; a unit without contents has one row that says so."""
    titles = (
        ("STT", 6), ("Đơn vị", 30), ("Nội dung đăng ký", 46), ("Mục", 12), ("Địa bàn", 22),
        ("Thời gian", 26), ("Chỉ tiêu", 16), ("Người phụ trách", 24), ("Kết quả", 36), ("Tình trạng", 20),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for unit in units:
        if not unit.items:
            rows.append((len(rows) + 1, unit.body, *[None] * 7, unit.state))
        rows.extend(_round_row(len(rows) + place, unit, item) for place, item in enumerate(unit.items, 1))
    return Sheet(
        name=f"Đăng ký {row.year}",
        title=f"{row}: {row.programme.name}",
        columns=tuple(SheetColumn(title=title, width=width) for title, width in titles),
        rows=tuple(rows),
        has_sample_mark=row.is_sample,
    )


def _round_row(number: int, unit: UnitRows, item: ItemLine) -> tuple[Value, ...]:
    return (
        number, unit.body, item.content, item.clause_path, item.place or None, item.time,
        item.quantity or None, item.person or None, item.result or None, unit.state,
    )  # fmt: skip


def unit_workbook(sheet: RegistrationSheet, items: Sequence[ItemLine], *, body: str) -> Sheet:
    """A unit's sheet to fill in on a computer: what is there already, and empty rows.

    The code in the first column says which row is which when the file comes back.
    """
    filled: list[tuple[Value, ...]] = [
        (
            item.id, item.content, item.clause_path, item.place or None, item.starts_on, item.due_on,
            item.quantity_number, item.quantity_unit or None, item.person or None,
        )
        for item in items
    ]  # fmt: skip
    spare: list[tuple[Value, ...]] = [(None,) * len(_FIELDS)] * _SPARE_ROWS
    return Sheet(
        name=f"Đăng ký {sheet.round.year}",
        title=f"Bảng đăng ký năm {sheet.round.year}, {body} (ngày ghi dạng 31/03/2026, giữ cột Mã dòng)",
        columns=tuple(SheetColumn(title=title, width=width) for _, title, width in _FIELDS),
        rows=tuple(filled + spare),
        has_sample_mark=sheet.is_sample,
    )


@dataclass(frozen=True)
class ReadRow:
    """A row of the workbook: what it would write, or what is wrong with it."""

    number: int
    item_id: int | None
    content: ItemContent | None
    words: str
    errors: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        return self.item_id is None


class NotOurTable(Exception):
    """The workbook has no row of our column titles."""


def read_rows(rows: Rows, *, items: dict[int, RegistrationItem], choices: ItemChoices) -> list[ReadRow]:
    """Every filled-in row, with its number in the workbook; an empty cell leaves what is there as it is.

    NotOurTable when the titles of the columns are missing.
    """
    head = next((place for place, row in enumerate(rows) if _is_head(row)), None)
    if head is None:
        raise NotOurTable
    names = [_TITLES.get(fold(str(cell or ""))) for cell in rows[head]]
    reader = _RowReader(items, choices)
    found = []
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        pairs = zip(names, row, strict=False)
        cells: dict[str, Cell] = {name: cell for name, cell in pairs if name and cell is not None}
        if cells:
            found.append(reader.read(number, cells))
    return [row for row in found if row is not None]


def _is_head(row: list[Cell]) -> bool:
    titles = {fold(str(cell)) for cell in row if cell is not None}
    return {fold("Nội dung đăng ký"), fold("Đến ngày")} <= titles


class _RowReader:
    """Turns the cells of a row into an item, beginning with what the item says already."""

    def __init__(self, items: dict[int, RegistrationItem], choices: ItemChoices) -> None:
        self.items = items
        self.clauses = {words.partition(":")[0].strip().lower(): pk for pk, words in choices.clauses}
        self.areas = {fold(name): pk for pk, name in choices.areas}
        self.people = {fold(name): pk for pk, name in choices.people}

    def read(self, number: int, cells: dict[str, Cell]) -> ReadRow | None:
        errors: list[str] = []
        item_id = self._code(cells.get("code"), errors)
        values = self._before(item_id)
        for name, cell in cells.items():
            if name != "code":
                self._take(name, cell, values, errors)
        if not errors:
            errors += _missing(values)
        content = None if errors else ItemContent(**values)
        if content is not None and item_id is not None and content == self._same(item_id):
            return None
        words = str(values.get("content") or "")
        return ReadRow(number, item_id, content, words, tuple(errors))

    def _code(self, cell: Cell, errors: list[str]) -> int | None:
        if cell is None:
            return None
        code = int(cell) if isinstance(cell, float) else int(cell) if str(cell).isdecimal() else 0
        if code not in self.items:
            errors.append("Mã dòng không thuộc bảng này; để trống nếu là nội dung mới.")
        return code

    def _before(self, item_id: int | None) -> dict[str, Any]:
        item = self.items.get(item_id) if item_id else None
        return {} if item is None else vars(content_of(item)).copy()

    def _same(self, item_id: int) -> ItemContent:
        return content_of(self.items[item_id])

    def _take(self, name: str, cell: Cell, values: dict[str, Any], errors: list[str]) -> None:
        text = decimal_words(Decimal(str(cell))) if isinstance(cell, float) else str(cell)
        match name:
            case "content" | "quantity_unit":
                values[name] = text[: 300 if name == "content" else 60]
            case "starts_on" | "due_on":
                values[name] = _day(text, errors)
            case "quantity":
                values[name] = _number(cell, errors)
            case "clause":
                values["clause_id"] = self.clauses.get(text.strip().lower())
                if values["clause_id"] is None:
                    errors.append(f"Không có mục “{text}” trong chương trình.")
            case "area" | "person":
                known = self.areas if name == "area" else self.people
                values[f"{name}_id"] = known.get(fold(text))
                if values[f"{name}_id"] is None:
                    where = "địa bàn của đơn vị" if name == "area" else "người của đơn vị"
                    errors.append(f"“{text}” không có trong danh sách {where}.")


def content_of(item: RegistrationItem) -> ItemContent:
    """What a stored item says, as a plain value."""
    return ItemContent(
        content=item.content, clause_id=item.clause_id, due_on=item.due_on, kind=TaskKind(item.kind),
        target_id=item.target_id, area_id=item.area_id, starts_on=item.starts_on, quantity=item.quantity,
        quantity_unit=item.quantity_unit, person_id=item.person_id,
    )  # fmt: skip


def _missing(values: dict[str, Any]) -> list[str]:
    needed = (("content", "nội dung đăng ký"), ("clause_id", "mục"), ("due_on", "đến ngày"))
    said = [f"Thiếu {words}." for name, words in needed if not values.get(name)]
    if values.get("quantity") is not None and not values.get("quantity_unit"):
        said.append("Thiếu đơn vị tính.")
    start, end = values.get("starts_on"), values.get("due_on")
    if start and end and start > end:
        said.append("Từ ngày sau đến ngày.")
    return said


def _day(text: str, errors: list[str]) -> date | None:
    """A day as Excel keeps it or as people type it: 2026-03-31, 31/03/2026."""
    try:
        parts = [int(part) for part in text.replace("-", "/").split("/")]
        day = date(*parts) if parts[0] > 31 else date(parts[2], parts[1], parts[0])
    except (ValueError, TypeError, IndexError):
        errors.append(f"“{text}” không phải là ngày; hãy ghi dạng 31/03/2026.")
        return None
    if not FIRST_DAY <= day <= LAST_DAY:
        errors.append(f"Năm {day.year} không đúng.")
    return day


def _number(cell: Cell, errors: list[str]) -> Decimal | None:
    try:
        number = Decimal(str(cell)) if isinstance(cell, float) else read_decimal(str(cell))
    except (ValueError, ArithmeticError):
        errors.append(f"“{cell}” không phải là số.")
        return None
    if not 0 < number < Decimal(10) ** 12:
        errors.append("Chỉ tiêu phải lớn hơn 0.")
    return number.quantize(Decimal("0.01"))
