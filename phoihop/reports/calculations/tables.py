"""Typed columns and cells of the tables of a report.

A cell is kept as one plain text, so that what papers keep apart stays apart: "" nobody wrote anything,
"0" a zero, "–" nothing happened, "…" something happened but there is no number, "x" không áp dụng. In a
column of marks "+" says có and "–" không. The signs are those of state statistical tables.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum

from phoihop.core.numbers import decimal_words, read_decimal

BLANK, NOTHING, NO_NUMBER, NOT_APPLICABLE, YES = "", "–", "…", "x", "+"
_SIGNS = {
    "-": NOTHING, "–": NOTHING, "—": NOTHING, "...": NO_NUMBER, "…": NO_NUMBER, "x": NOT_APPLICABLE,
    "không áp dụng": NOT_APPLICABLE, "+": YES,
}  # fmt: skip
LONGEST_CELL, MOST_ROWS, MOST_COLUMNS = 2000, 300, 14
_MOST_DIGITS = 18


class ColumnKind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    COUNT = "count"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    CHANGE = "change"
    DAY = "day"
    MARK = "mark"
    CHOICE = "choice"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def is_number(self) -> bool:
        """Cells that may be added up or compared."""
        return self in _NUMBERS


_LABELS = {
    ColumnKind.TEXT: "chữ",
    ColumnKind.COUNT: "số đếm (không lẻ)",
    ColumnKind.NUMBER: "số",
    ColumnKind.MONEY: "số tiền (đồng)",
    ColumnKind.PERCENT: "tỷ lệ %",
    ColumnKind.CHANGE: "tăng, giảm (+, -)",
    ColumnKind.DAY: "ngày",
    ColumnKind.MARK: "dấu + có, – không",
    ColumnKind.CHOICE: "chọn một trong danh sách",
}
_NUMBERS = frozenset(
    {ColumnKind.COUNT, ColumnKind.NUMBER, ColumnKind.MONEY, ColumnKind.PERCENT, ColumnKind.CHANGE}
)


@dataclass(frozen=True)
class TableColumn:
    """A column of a table of the form; `choices` only for a column to choose from."""

    key: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    choices: tuple[str, ...] = ()


class Sign(Enum):
    """Why a cell of a column of numbers holds none."""

    BLANK = "chưa ghi"
    NOTHING = "không phát sinh"
    NO_NUMBER = "không có số liệu"
    NOT_APPLICABLE = "không áp dụng"


def read_cell(column: TableColumn, typed: str) -> str:
    """A cell as it is kept, from what somebody typed; ValueError with plain words when it cannot be."""
    text = " ".join(typed.split()) if column.kind != ColumnKind.TEXT else typed.strip()
    if len(text) > LONGEST_CELL:
        raise ValueError(f"dài quá {LONGEST_CELL} chữ")
    if not text or column.kind == ColumnKind.TEXT:
        return text
    sign = _SIGNS.get(text.lower())
    if sign is not None and (sign != YES or column.kind == ColumnKind.MARK):
        return _kept_sign(column, sign)
    return _READERS[column.kind](column, text)


def _kept_sign(column: TableColumn, sign: str) -> str:
    if column.kind == ColumnKind.MARK and sign == NO_NUMBER:
        raise ValueError("ghi + (có), – (không) hoặc x (không áp dụng)")
    return sign


def _number(column: TableColumn, text: str) -> str:
    try:
        value = read_decimal(text.removeprefix("+") if column.kind == ColumnKind.CHANGE else text)
    except ValueError as error:
        raise ValueError("cần một số, hoặc – (không phát sinh), … (không có số liệu), x") from error
    if len(value.as_tuple().digits) > _MOST_DIGITS:
        raise ValueError("số quá dài")
    if value < 0 and column.kind != ColumnKind.CHANGE:
        raise ValueError("không ghi số âm")
    if column.kind == ColumnKind.COUNT and value != value.to_integral_value():
        raise ValueError("cần số đếm, không có phần lẻ")
    return f"{value:f}"


def _day(_: TableColumn, text: str) -> str:
    for shape in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, shape).date().isoformat()
        except ValueError:
            continue
    raise ValueError("cần một ngày, ví dụ 19/03/2026")


def _mark(_: TableColumn, text: str) -> str:
    words = {"có": YES, "không": NOTHING}
    if text.lower() not in words:
        raise ValueError("ghi + (có), – (không) hoặc x (không áp dụng)")
    return words[text.lower()]


def _choice(column: TableColumn, text: str) -> str:
    if text not in column.choices:
        raise ValueError(f"chọn một trong: {', '.join(column.choices)}")
    return text


_READERS = dict.fromkeys(_NUMBERS, _number) | {
    ColumnKind.DAY: _day,
    ColumnKind.MARK: _mark,
    ColumnKind.CHOICE: _choice,
}


def number_of(column: TableColumn, cell: str) -> Decimal | Sign | None:
    """The number of a kept cell, or why there is none; None for a column that holds no numbers."""
    if not column.kind.is_number:
        return None
    signs = {BLANK: Sign.BLANK, NOTHING: Sign.NOTHING, NO_NUMBER: Sign.NO_NUMBER, NOT_APPLICABLE:
             Sign.NOT_APPLICABLE}  # fmt: skip
    return signs[cell] if cell in signs else Decimal(cell)


def cell_words(column: TableColumn, cell: str) -> str:
    """A kept cell as papers and pages print it; blank stays blank and a sign stays the sign."""
    if cell == NOT_APPLICABLE and column.kind != ColumnKind.TEXT:
        return Sign.NOT_APPLICABLE.value
    if column.kind == ColumnKind.DAY and cell not in {BLANK, NOTHING, NO_NUMBER}:
        return f"{date.fromisoformat(cell):%d/%m/%Y}"
    found = number_of(column, cell)
    if not isinstance(found, Decimal):
        return cell
    words = decimal_words(found)
    return f"+{words}" if column.kind == ColumnKind.CHANGE and found > 0 else words


def cell_typed(column: TableColumn, cell: str) -> str:
    """A kept cell as its field shows it, so that typing nothing changes nothing."""
    return cell if cell == NOT_APPLICABLE else cell_words(column, cell)


def read_row(columns: Sequence[TableColumn], typed: Sequence[str], *, number: int) -> list[str]:
    """A row as it is kept; ValueError names row, column and what is wrong."""
    cells = []
    for column, text in zip(columns, typed, strict=True):
        try:
            cells.append(read_cell(column, text))
        except ValueError as error:
            raise ValueError(f"dòng {number}, cột “{column.title}”: {error}") from error
    return cells


def is_blank(cells: Iterable[str]) -> bool:
    """Whether nobody wrote anything in any cell."""
    return not any(cells)
