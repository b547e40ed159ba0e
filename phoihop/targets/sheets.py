"""The grid as a workbook to fill in: heads and ids locked, each figure with its version, a guide beside it.

Read back by `workbook_in`: units by the hidden first column, targets by the hidden row above the heads, and
the figures the cells showed by the hidden sheet. Sorting and hiding rows in Excel so does no harm.
"""

import io
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from phoihop.core.numbers import decimal_words, read_decimal
from phoihop.core.periods import Period
from phoihop.programmes.models import Edition
from phoihop.targets.calculations import LEVELS
from phoihop.targets.calculations.cells import Typed
from phoihop.targets.entries import Key
from phoihop.targets.queries.grid import LEVEL, YES_NO, Grid, GridCell, GridColumn
from phoihop.writing.wording import SAMPLE_MARK

FIGURES, GUIDE, HIDDEN, WRONG = "Số liệu", "Hướng dẫn", "_ma", "Chỗ sai"
MARK, FORM = "phoihop-so-lieu", 1
IDS = "#"
_FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
_TITLE_ROWS, _FIRST_COLUMN = 3, 2
_LONGEST_NUMBER = 15
_LINES = (
    "Chỉ điền vào các ô trắng. Ô để trống không xóa số đã có trên hệ thống.",
    "Số: 12; 85,3; 1.234,5. Trong kỳ không có gì thì ghi 0, đừng để trống.",
    "Không áp dụng với đơn vị: ghi KAD.",
    "Không có số liệu: ghi KSL: rồi nêu lý do. Ví dụ: KSL: chưa rà soát xong.",
    "Số ước tính: ghi chữ ước trước số. Ví dụ: ước 120.",
    "Chỉ tiêu có hoặc chưa: ghi có: rồi nêu kết quả, hoặc ghi chưa.",
    "Chỉ tiêu tỷ lệ có hai cột: số đạt được và tổng số; phần mềm tự tính tỷ lệ.",
    "Ghi chú của một số viết sau dấu hai chấm. Ví dụ: 12: tính cả khu mới.",
    "Không thêm, bớt cột; được sắp xếp, lọc, ẩn dòng.",
    "Điền xong, vào trang Nhập số liệu, bấm Nhập từ tệp Excel. Hệ thống cho xem số cũ, số mới trước khi ghi.",
    "Nếu ai đó đã sửa cùng một số trên hệ thống sau khi tải tệp này, hệ thống hỏi giữ số nào.",
)


@dataclass(frozen=True)
class Marks:
    """What stands in the boxes instead of what is known, and what is wrong with them."""

    typed: Mapping[Key, tuple[Typed, Typed]] = field(default_factory=dict)
    problems: Mapping[Key, str] = field(default_factory=dict)
    others: Sequence[tuple[str, str]] = ()


NONE = Marks()


def grid_workbook(edition: Edition, period: Period, grid: Grid, *, marks: Marks = NONE) -> bytes:
    """The file. With `marks` a copy of one that came back: as it was filled in, wrong cells red with the
    reason in a note, and a sheet that lists them."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": f"Số liệu {period.label}"})
        _Writer(book, edition, period, grid, marks).write()
    return held.getvalue()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text)


class _Writer:
    def __init__(self, book: Any, edition: Edition, period: Period, grid: Grid, marks: Marks) -> None:
        self.book, self.edition, self.period, self.grid, self.marks = book, edition, period, grid, marks
        self.title = book.add_format(_FONT | {"bold": True, "font_size": 14})
        self.plain = book.add_format(_FONT | {"text_wrap": True})
        head = {"bold": True, "border": 1, "text_wrap": True, "align": "center", "bg_color": "#F3F6F9"}
        self.head = book.add_format(_FONT | head)
        self.name = book.add_format(_FONT | {"border": 1, "bg_color": "#F3F6F9", "text_wrap": True})
        box = _FONT | {"border": 1, "locked": False, "num_format": "#,##0.####"}
        self.box = book.add_format(box)
        self.wrong = book.add_format(box | {"bg_color": "#F8D7DA", "font_color": "#98121A"})
        self.none = book.add_format(_FONT | {"border": 1, "bg_color": "#D9DEE5"})

    def write(self) -> None:
        page = self.book.add_worksheet(FIGURES)
        self._write_heads(page)
        for number, row in enumerate(self.grid.rows):
            self._write_row(page, self.first + number, row.unit, row.name, row.cells)
        self._protect(page)
        if self.marks.problems or self.marks.others:
            self._write_wrong()
        self._write_guide()
        self._write_hidden()

    @property
    def first(self) -> int:
        """The first row of a unit."""
        return _TITLE_ROWS + 3

    def _write_heads(self, page: Any) -> None:
        words = f"Số liệu {self.period.label}: {self.edition.programme.name}"
        page.write_string(0, 1, _plain(words), self.title)
        page.write_string(1, 1, "Điền vào các ô trắng; cách ghi ở trang Hướng dẫn.", self.plain)
        if self.edition.is_sample:
            page.write_string(2, 1, SAMPLE_MARK, self.title)
        page.set_column(0, 0, None, None, {"hidden": True})
        page.set_column(1, 1, 34)
        page.write_string(_TITLE_ROWS, 0, IDS)
        page.set_row(_TITLE_ROWS, None, None, {"hidden": True})
        page.merge_range(_TITLE_ROWS + 1, 1, _TITLE_ROWS + 2, 1, "Đơn vị", self.head)
        place = _FIRST_COLUMN
        for column in self.grid.columns:
            self._write_head(page, place, column)
            place += column.boxes
        page.set_row(_TITLE_ROWS + 1, 64)
        page.set_row(_TITLE_ROWS + 2, 32)
        page.freeze_panes(self.first, _FIRST_COLUMN)
        self._set_paper(page)

    def _set_paper(self, page: Any) -> None:
        """Who prints it finds the units and the heads on every page."""
        page.set_paper(9)
        page.set_landscape()
        page.set_margins(left=0.4, right=0.4)
        page.repeat_rows(_TITLE_ROWS + 1, _TITLE_ROWS + 2)
        page.repeat_columns(0, 1)
        if self.edition.is_sample:
            page.set_header(f'&C&"Times New Roman,Bold"&12{SAMPLE_MARK}')

    def _write_head(self, page: Any, place: int, column: GridColumn) -> None:
        page.write_string(_TITLE_ROWS, place, str(column.id))
        page.set_column(place, place + column.boxes - 1, 13 if column.has_whole else 20)
        name, goal = _plain(column.name), _plain(column.goal)
        if not column.has_whole:
            page.write_string(_TITLE_ROWS + 1, place, name, self.head)
            page.write_string(_TITLE_ROWS + 2, place, goal, self.head)
            return
        page.write_string(_TITLE_ROWS, place + 1, f"{column.id}m")
        page.merge_range(_TITLE_ROWS + 1, place, _TITLE_ROWS + 1, place + 1, f"{name} ({goal})", self.head)
        page.write_string(_TITLE_ROWS + 2, place, "Số đạt được", self.head)
        page.write_string(_TITLE_ROWS + 2, place + 1, "Tổng số", self.head)

    def _write_row(
        self, page: Any, number: int, unit: tuple[int, int], name: str, cells: Sequence[GridCell | None]
    ) -> None:
        page.write_string(number, 0, f"{unit[0]}-{unit[1]}")
        page.write_string(number, 1, _plain(name), self.name)
        place = _FIRST_COLUMN
        for column, cell in zip(self.grid.columns, cells, strict=True):
            if cell is None:
                for box in range(column.boxes):
                    page.write_blank(number, place + box, None, self.none)
            else:
                self._write_cell(page, number, place, cell)
            place += column.boxes

    def _write_cell(self, page: Any, number: int, place: int, cell: GridCell) -> None:
        known: tuple[Typed, Typed] = (cell.cell.value, cell.cell.whole)
        boxes = self.marks.typed.get(cell.key, known)
        problem = self.marks.problems.get(cell.key)
        for box in range(cell.column.boxes):
            _write_box(page, number, place + box, boxes[box], self.wrong if problem else self.box)
        if problem:
            page.write_comment(number, place, problem, {"x_scale": 2})

    def _protect(self, page: Any) -> None:
        last = self.first + max(len(self.grid.rows), 1) - 1
        place = _FIRST_COLUMN
        for column in self.grid.columns:
            page.data_validation(self.first, place, last, place, self._rule(column, place))
            place += column.boxes
        page.protect("", {"sort": True, "autofilter": True, "format_columns": True, "format_rows": True})

    def _rule(self, column: GridColumn, place: int) -> dict[str, Any]:
        asked = {"error_type": "warning", "error_title": "Xem lại", "ignore_blank": True}
        if column.kind == YES_NO:
            words = ["có: ", "chưa", "KAD", "KSL: "]
            return asked | {"validate": "list", "source": words, "show_error": False}
        if column.kind == LEVEL:
            return asked | {"validate": "list", "source": [*LEVELS, "KAD", "KSL: "], "show_error": False}
        cell = xl_rowcol_to_cell(self.first, place)
        return asked | {
            "validate": "custom",
            "value": f"=OR(ISTEXT({cell}),AND(ISNUMBER({cell}),{cell}>=0))",
            "error_message": "Hãy ghi số không âm, KAD, hoặc KSL: lý do.",
        }

    def _write_wrong(self) -> None:
        page = self.book.add_worksheet(WRONG)
        page.set_column(0, 0, 12)
        page.set_column(1, 1, 100)
        page.write_row(0, 0, ("Ô", "Chỗ sai"), self.head)
        for number, (place, words) in enumerate(self.marks.others, start=1):
            page.write_string(number, 0, place, self.plain)
            page.write_string(number, 1, _plain(words), self.plain)

    def _write_guide(self) -> None:
        page = self.book.add_worksheet(GUIDE)
        page.set_column(0, 0, 100)
        page.fit_to_pages(1, 0)
        page.write_string(0, 0, "Cách điền bảng số liệu", self.title)
        for number, words in enumerate(_LINES, start=2):
            page.write_string(number, 0, _plain(words), self.plain)
        page.protect()

    def _write_hidden(self) -> None:
        page = self.book.add_worksheet(HIDDEN)
        head = (
            MARK,
            str(FORM),
            str(self.edition.pk),
            self.period.start.isoformat(),
            self.period.end.isoformat(),
        )
        page.write_row(0, 0, head)
        page.write_row(1, 0, [IDS, *[str(column.id) for column in self.grid.columns]])
        for number, row in enumerate(self.grid.rows, start=2):
            page.write_string(number, 0, f"{row.unit[0]}-{row.unit[1]}")
            for place, cell in enumerate(row.cells, start=1):
                if cell is not None and cell.seen:
                    page.write_string(number, place, str(cell.seen))
        page.protect()
        page.very_hidden()


def _write_box(page: Any, row: int, column: int, value: Typed, look: Any) -> None:
    """Numbers as numbers where Excel keeps them whole, everything else as text."""
    if value is None or value == "":
        page.write_blank(row, column, None, look)
        return
    number = _number(value)
    if number is None:
        page.write_string(row, column, _plain(str(value))[:500], look)
    else:
        page.write_number(row, column, number, look)


def _number(value: str | float) -> Decimal | float | None:
    if isinstance(value, float):
        return value
    try:
        number = read_decimal(value)
    except ValueError:
        return None
    digits = len(number.as_tuple().digits)
    return number if digits <= _LONGEST_NUMBER and decimal_words(number) == value else None
