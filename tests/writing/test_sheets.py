"""Sheets are read back with another program's reader."""

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from phoihop.writing.sheets import NOTHING, NoFigure, Sheet, SheetColumn, Value, write_xlsx


def a_sheet(*values: Value, has_sample_mark: bool = False, name: str = "Quý I") -> Sheet:
    return Sheet(
        name=name,
        title="Kết quả các chỉ tiêu quý I năm 2026",
        columns=(SheetColumn(title="Chỉ tiêu", width=40), SheetColumn(title="Kỳ này")),
        rows=tuple(("Hộ nghèo được đỡ đầu", value) for value in values),
        has_sample_mark=has_sample_mark,
    )


def read(content: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()


def xml_of(content: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def values_of(*values: Value) -> list[object]:
    return [row[1] for row in read(write_xlsx(a_sheet(*values)))[3:]]


def test_title_head_and_rows_stand_in_order() -> None:
    assert read(write_xlsx(a_sheet(12))) == [
        ["Kết quả các chỉ tiêu quý I năm 2026", ""],
        ["", ""],
        ["Chỉ tiêu", "Kỳ này"],
        ["Hộ nghèo được đỡ đầu", 12.0],
    ]


def test_empty_zero_and_reasons_are_kept_apart() -> None:
    assert values_of(None, 0, *NoFigure) == [
        "",
        0.0,
        "chưa báo cáo",
        "không có số liệu",
        "không áp dụng",
        "chưa đến hạn",
    ]


def test_numbers_and_days_are_numbers_and_days() -> None:
    assert values_of(Decimal("85.3"), Decimal("1234567.25"), 7, date(2026, 2, 5)) == [
        85.3,
        1234567.25,
        7.0,
        date(2026, 2, 5),
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+84 913", "-5%", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "007"]
)
def test_a_text_is_never_a_formula_or_a_number(text: str) -> None:
    content = write_xlsx(a_sheet(text))
    assert read(content)[3][1] == text
    assert "<f>" not in xml_of(content, "xl/worksheets/sheet1.xml")
    assert 'quotePrefix="1"' in xml_of(content, "xl/styles.xml")


def test_a_sample_is_marked_on_the_sheet_and_on_each_printed_page() -> None:
    content = write_xlsx(a_sheet(1, has_sample_mark=True))
    assert read(content)[0][0] == "SỐ LIỆU MINH HỌA"
    assert "SỐ LIỆU MINH HỌA</oddHeader>" in xml_of(content, "xl/worksheets/sheet1.xml")
    assert "MINH HỌA" not in str(read(write_xlsx(a_sheet(1))))


@pytest.mark.parametrize(("has_sample_mark", "rows"), [(False, 3), (True, 4)])
def test_the_head_stays_in_sight_and_on_each_page(has_sample_mark: bool, rows: int) -> None:
    content = write_xlsx(a_sheet(1, has_sample_mark=has_sample_mark))
    assert f'<pane ySplit="{rows}" topLeftCell="A{rows + 1}"' in xml_of(content, "xl/worksheets/sheet1.xml")
    assert f"${rows}:${rows}" in xml_of(content, "xl/workbook.xml")


def test_columns_have_their_widths() -> None:
    assert '<col min="1" max="1" width="40' in xml_of(write_xlsx(a_sheet(1)), "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("name", "shown"), [("Quý I/2026: [xã]", "Quý I 2026   xã"), ("x" * 40, "x" * 31), ("//", "Bảng")]
)
def test_a_sheet_name_is_made_allowed(name: str, shown: str) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(write_xlsx(a_sheet(1, name=name))))
    assert book.sheet_names == [shown]


def test_a_text_too_long_for_a_cell_is_refused_not_dropped() -> None:
    with pytest.raises(ValueError, match="32768"):
        write_xlsx(a_sheet("x" * 32_768))


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="1 cells for 2"):
        Sheet(name="a", title="a", columns=(SheetColumn(title="a"), SheetColumn(title="b")), rows=(("x",),))


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert write_xlsx(a_sheet(1, None)) == write_xlsx(a_sheet(1, None))


def test_a_row_is_as_high_as_its_longest_text() -> None:
    page = xml_of(
        write_xlsx(a_sheet("một dòng", "nhiều từ hơn một dòng của cột này chứa được")),
        "xl/worksheets/sheet1.xml",
    )
    heights = [row.partition('ht="')[2].partition('"')[0] for row in page.split("<row ")[3:]]
    assert heights[:2] == ["", "60"]


def test_a_table_without_rows_says_so() -> None:
    assert read(write_xlsx(a_sheet()))[-1][0] == NOTHING
