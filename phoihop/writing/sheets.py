"""Rows -> .xlsx: one sheet with a title, a frozen head and cells that mean what they show."""

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from textwrap import wrap
from typing import Any

import xlsxwriter

from .wording import SAMPLE_MARK

_BAD_IN_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME, _LONGEST_TEXT = 31, 32_767
_EPOCH = datetime(2020, 3, 5)
NOTHING = "Chưa có gì để ghi ở bảng này."
_LINE, _HIGHEST = 15, 409
"""Points of a line of letters of 11, and of the highest row there can be."""
_FILLED = 1.0
"""Letters of Times New Roman for each character of a column, some of them lost where words break."""
_FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}


class NoFigure(StrEnum):
    """Why a cell has no number: words in the cell, so that none is read as a blank or a zero."""

    NOT_REPORTED = "chưa báo cáo"
    MISSING = "không có số liệu"
    NOT_APPLICABLE = "không áp dụng"
    NOT_DUE = "chưa đến hạn"


type Value = str | int | Decimal | date | NoFigure | None


@dataclass(frozen=True, kw_only=True)
class SheetColumn:
    """A column; its width in characters."""

    title: str
    width: float = 12


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What a sheet holds. None is an empty cell, 0 a zero, NoFigure the reason why there is no number."""

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    has_sample_mark: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{len(row)} cells for {len(self.columns)} columns")


def write_xlsx(sheet: Sheet) -> bytes:
    """A file of one sheet, as `write_book`."""
    return write_book([sheet])


def write_book(sheets: Sequence[Sheet]) -> bytes:
    """The file with its sheets in order; the same sheets give the same bytes.

    Texts stay texts: one that begins with =, +, - or @ is never taken for a formula, nor on typing over it.
    Sheets of one name get a number. ValueError without a sheet or for a text longer than a cell can hold.
    """
    if not sheets:
        raise ValueError("a workbook needs a sheet")
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": _plain(sheets[0].title), "created": _EPOCH})
        names: set[str] = set()
        for sheet in sheets:
            name = _free_name(_sheet_name(sheet.name), names)
            names.add(name.casefold())
            _Writer(book, sheet, name).write()
    return held.getvalue()


def _free_name(name: str, taken: set[str]) -> str:
    """The name, or with a number after it where another sheet has it (Excel looks at no capitals)."""
    found, number = name, 2
    while found.casefold() in taken:
        ending = f" {number}"
        found, number = f"{name[: _LONGEST_NAME - len(ending)]}{ending}", number + 1
    return found


class _Writer:
    def __init__(self, book: Any, sheet: Sheet, name: str) -> None:
        self.sheet = sheet
        self.page = book.add_worksheet(name)
        self.title = book.add_format(_FONT | {"bold": True, "font_size": 14})
        self.mark = book.add_format(_FONT | {"bold": True, "font_color": "#C00000"})
        self.head = book.add_format(_FONT | {"bold": True, "border": 1, "align": "center", "text_wrap": True})
        text = {"border": 1, "text_wrap": True, "quote_prefix": True, "align": "left", "indent": 1}
        self.text = book.add_format(_FONT | text)
        self.number = book.add_format(_FONT | {"border": 1, "num_format": "#,##0.##########"})
        self.whole = book.add_format(_FONT | {"border": 1, "num_format": "#,##0"})
        self.day = book.add_format(_FONT | {"border": 1, "num_format": "dd/mm/yyyy", "align": "center"})
        self.blank = book.add_format(_FONT | {"border": 1})

    def write(self) -> None:
        above = [(_plain(self.sheet.title), self.title)]
        if self.sheet.has_sample_mark:
            above.insert(0, (SAMPLE_MARK, self.mark))
            self.page.set_header(f'&C&"Times New Roman,Bold"&12&KC00000{SAMPLE_MARK}')
        for number, (text, look) in enumerate(above):
            self.page.write_string(number, 0, text, look)
        self._write_table(first=len(above) + 1)

    def _write_table(self, *, first: int) -> None:
        heads = tuple(_plain(column.title) for column in self.sheet.columns)
        for place, column in enumerate(self.sheet.columns):
            self.page.set_column(place, place, column.width)
            self.page.write_string(first, place, heads[place], self.head)
        self._make_room(first, heads)
        for number, row in enumerate(self.sheet.rows, start=first + 1):
            for place, value in enumerate(row):
                self._write(number, place, value)
            self._make_room(number, row)
        if not self.sheet.rows:
            self.page.write_string(first + 1, 0, NOTHING)
        self.page.freeze_panes(first + 1, 0)
        self.page.repeat_rows(first)
        self.page.set_paper(9)
        self.page.set_landscape()
        self.page.set_margins(left=0.4, right=0.4)
        self.page.fit_to_pages(1, 0)

    def _make_room(self, number: int, row: Sequence[Value]) -> None:
        """Height for the lines a row needs; not every program finds it out by itself."""
        cells = zip(self.sheet.columns, row, strict=True)
        lines = max((_lines(v, c.width) for c, v in cells if isinstance(v, str)), default=1)
        if lines > 1:
            self.page.set_row(number, min(lines * _LINE, _HIGHEST))

    def _write(self, row: int, place: int, value: Value) -> None:
        match value:
            case None:
                self.page.write_blank(row, place, None, self.blank)
            case str():
                self.page.write_string(row, place, _fitting(value), self.text)
            case int():
                self.page.write_number(row, place, value, self.whole)
            case Decimal():
                look = self.whole if value == value.to_integral_value() else self.number
                self.page.write_number(row, place, value, look)
            case date():
                self.page.write_datetime(row, place, value, self.day)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many characters."""
    most = max(int(width * _FILLED), 1)
    return sum(len(wrap(part, most)) if len(part) > most else 1 for part in text.split("\n"))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _fitting(text: str) -> str:
    if len(text) > _LONGEST_TEXT:
        raise ValueError(f"a text of {len(text)} letters")
    return _plain(text)


def _sheet_name(name: str) -> str:
    return _plain(name).translate(_BAD_IN_NAME).strip(" '")[:_LONGEST_NAME].strip() or "Bảng"
