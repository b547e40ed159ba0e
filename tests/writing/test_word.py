"""What the writer makes of a document, read with python-docx: the words, their order, the file itself."""

import unicodedata
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from phoihop.writing.checks import faults
from phoihop.writing.document import (
    Capacity,
    Column,
    Heading,
    Paragraph,
    Recipient,
    Signature,
    SourcedParagraph,
    StateDocument,
    Table,
)
from phoihop.writing.metrics import bold_width
from phoihop.writing.templates import STATE_ND30, TEMPLATES, Part, template_on
from phoihop.writing.word import write_docx
from phoihop.writing.wording import ended, plain, roman, written_day

#: The order the schema (ECMA-376, part 1, annex A) gives; Word refuses files that leave it.
ORDERS = {
    "pPr": "pStyle keepNext keepLines widowControl pBdr spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rFonts b i color sz szCs u lang",
    "tblPr": "tblW jc tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW gridSpan vAlign",
    "sectPr": "headerReference type pgSz pgMar pgNumType titlePg",
    "style": "name basedOn uiPriority semiHidden qFormat pPr rPr",
    "settings": "defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
}


def lines(document: StateDocument) -> list[str]:
    """All the text in reading order, a cell after a cell, as another program finds it."""
    found: list[str] = []
    for block in Document(BytesIO(write_docx(document))).iter_inner_content():
        found += _lines_of(block)
    return [line for line in found if line]


def _lines_of(block: WordParagraph | WordTable) -> list[str]:
    if isinstance(block, WordParagraph):
        return [block.text]
    cells = {cell._tc: cell for row in block.rows for cell in row.cells}
    return [paragraph.text for cell in cells.values() for paragraph in cell.paragraphs]


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_report_begins_as_the_decree_says(quarterly_report: StateDocument) -> None:
    assert lines(quarterly_report)[:17] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ LAM SƠN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-UBND",
        "Lam Sơn, ngày 18 tháng 3 năm 2026",
        "BÁO CÁO",
        "Kết quả thực hiện Chương trình phối hợp giữa Ủy ban nhân dân xã\n"
        "và Ủy ban MTTQ Việt Nam xã, các tổ chức chính trị - xã hội quý I năm 2026",
        "Kính gửi:",
        "- Thường trực Đảng ủy xã;",
        "- Thường trực Hội đồng nhân dân xã;",
        "- Ban Thường trực Ủy ban MTTQ Việt Nam xã.",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Luật Mặt trận Tổ quốc Việt Nam ngày 09 tháng 6 năm 2015;",
        "Căn cứ Chương trình phối hợp số 02/CTrPH-UBND-MTTQ ngày 05 tháng 02 năm 2026 giữa "
        "Ủy ban nhân dân xã, Ban Thường trực Ủy ban MTTQ Việt Nam xã"
        " và các tổ chức chính trị - xã hội xã Lam Sơn.",
        "Ủy ban nhân dân xã Lam Sơn báo cáo kết quả thực hiện Chương trình phối hợp quý I năm 2026 như sau:",
        "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
    ]


def test_a_report_ends_as_the_decree_says(quarterly_report: StateDocument) -> None:
    assert lines(quarterly_report)[-11:] == [
        "Trên đây là Báo cáo kết quả thực hiện Chương trình phối hợp quý I năm 2026, "
        "Ủy ban nhân dân xã kính báo cáo./.",
        "Nơi nhận:",
        "- Như trên (b/c);",
        "- Chủ tịch, các Phó Chủ tịch UBND xã;",
        "- Các tổ chức chính trị - xã hội xã (p/h);",
        "- Trưởng các thôn (t/h);",
        "- Lưu: VT, VP.",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Trịnh Minh Khôi",
    ]


def test_two_parties_have_one_header_and_a_blank_for_the_clerk(two_party_programme: StateDocument) -> None:
    found = lines(two_party_programme)
    assert found[:3] == ["ỦY BAN NHÂN DÂN -", "ỦY BAN MTTQ VIỆT NAM", "XÃ LAM SƠN"]
    assert "Số:        /CTrPH-UBND-MTTQ" in found
    assert "Lam Sơn, ngày    tháng    năm 2026" in found
    assert (
        "(Kèm theo Chương trình phối hợp số        /CTrPH-UBND-MTTQ ngày    tháng    năm 2026 "
        "của Ủy ban nhân dân xã và Ủy ban MTTQ Việt Nam xã Lam Sơn)"
    ) in found


def test_six_signatories_stand_in_two_columns(two_party_programme: StateDocument) -> None:
    grid = Document(BytesIO(write_docx(two_party_programme))).tables[1]
    names = [[cell.text for cell in row.cells] for row in grid.rows][1::2]
    assert names == [
        ["Lê Thị Hạnh Nguyên", "Trịnh Đình Quế"],
        ["Phạm Thị Ngọc Lựu", "Vũ Bá Ước"],
        ["", "Mai Xuân Thưởng"],
        ["Đỗ Khánh Ly", "Đỗ Khánh Ly"],
    ]


def test_each_annex_has_its_own_pages(two_party_programme: StateDocument) -> None:
    sections = Document(BytesIO(write_docx(two_party_programme))).sections
    assert [section.page_width > section.page_height for section in sections] == [False, True, False]
    only = replace(two_party_programme, annexes=two_party_programme.annexes[:1])
    assert "Phụ lục" in lines(only)


def test_a_paragraph_of_a_body_names_it(quarterly_report: StateDocument) -> None:
    assert any(line.endswith("tham gia. (Hội LHPN xã)") for line in lines(quarterly_report))


def test_cells_keep_zero_and_empty_apart(quarterly_report: StateDocument) -> None:
    figures = Document(BytesIO(write_docx(quarterly_report))).tables[1]
    assert [cell.text for cell in figures.rows[2].cells][4:] == ["0", "81,3", "95,6", "78,1", ""]


def test_one_addressee_stands_on_the_line(quarterly_report: StateDocument) -> None:
    assert "Kính gửi: Ủy ban nhân dân tỉnh." in lines(
        replace(quarterly_report, addressees=("Ủy ban nhân dân tỉnh",))
    )


@pytest.mark.parametrize(
    ("capacity", "principal", "expected"),
    [
        (Capacity.OWN, "", ["TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"]),
        (Capacity.ACTING, "", ["TM. ỦY BAN NHÂN DÂN", "Q. PHÓ CHỦ TỊCH"]),
        (Capacity.FOR_SUPERIOR, "Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        (Capacity.BY_ORDER, "Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "TL. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        (Capacity.BY_AUTHORISATION, "Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "TUQ. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    ],
)
def test_each_capacity_is_written_its_way(
    capacity: Capacity, principal: str, expected: list[str], quarterly_report: StateDocument
) -> None:
    signature = Signature(
        authority=("TM. Ủy ban nhân dân",),
        position="Phó Chủ tịch",
        name="Trịnh Minh Khôi",
        capacity=capacity,
        principal=principal,
    )
    found = lines(replace(quarterly_report, signatures=(signature,)))
    assert found[-len(expected) - 1 : -1] == expected


@pytest.mark.parametrize("count", range(1, 8))
def test_one_to_seven_signatories_leave_no_fault(count: int, quarterly_report: StateDocument) -> None:
    document = replace(quarterly_report, signatures=quarterly_report.signatures * count)
    assert faults(write_docx(document), is_sample=True) == []


def test_a_signature_to_come_is_reported_not_invented(quarterly_report: StateDocument) -> None:
    unnamed = (replace(quarterly_report.signatures[0], name=""),)  # type: ignore[type-var]
    found = faults(write_docx(replace(quarterly_report, signatures=unnamed)), is_sample=True)
    assert {fault.rule for fault in found} == {"parts_present", "signer_name"}


def test_the_same_document_gives_the_same_bytes(quarterly_report: StateDocument) -> None:
    assert write_docx(quarterly_report) == write_docx(replace(quarterly_report))


def test_letters_are_stored_in_one_piece_whatever_was_typed(quarterly_report: StateDocument) -> None:
    typed = unicodedata.normalize("NFD", "Hòa giải\x07 thành:\tTỷ lệ")
    found = lines(replace(quarterly_report, blocks=(Paragraph(typed + "\n\nđạt 92,9%"),)))
    assert "Hòa giải thành: Tỷ lệ" in found
    assert "đạt 92,9%" in found


def test_markup_in_a_text_stays_text(quarterly_report: StateDocument) -> None:
    assert "a < b & c </w:t>" in lines(replace(quarterly_report, blocks=(Paragraph("a < b & c </w:t>"),)))


def test_tables_that_touch_stay_two(quarterly_report: StateDocument) -> None:
    table = Table(columns=(Column(title="STT", width=1),), rows=(("1",),))
    content = write_docx(replace(quarterly_report, blocks=(table, table, Paragraph("Hết."), table)))
    assert len(Document(BytesIO(content)).tables) == 5
    assert faults(content, is_sample=True) == []


def test_children_stand_in_the_order_of_the_schema(
    quarterly_report: StateDocument, two_party_programme: StateDocument
) -> None:
    for document in (quarterly_report, two_party_programme):
        for name, content in parts_of(write_docx(document)).items():
            for element in etree.fromstring(content).iter("{*}*"):
                kind = etree.QName(element).localname
                if kind in ORDERS:
                    assert_in_order(
                        [etree.QName(child).localname for child in element], ORDERS[kind].split(), name
                    )


def assert_in_order(found: Sequence[str], order: Sequence[str], where: str) -> None:
    places = [order.index(name) for name in found]
    assert all(first <= second for first, second in pairwise(places)), (where, found)


def test_word_sees_the_property_title_and_language(quarterly_report: StateDocument) -> None:
    properties = Document(BytesIO(write_docx(quarterly_report))).core_properties
    assert properties.title.startswith("Báo cáo Kết quả thực hiện")
    assert (properties.author, properties.language) == ("Ủy ban nhân dân xã Lam Sơn", "vi-VN")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
        (None, "ngày    tháng    năm 2026"),
    ],
)
def test_a_day_is_written_with_the_zeros_of_the_decree(day: date | None, words: str) -> None:
    assert written_day(day, year=2026) == words


@pytest.mark.parametrize(
    ("given", "number"), [(5, "Số: 05/BC-UBND"), (99, "Số: 99/BC-UBND"), (1995, "Số: 1995/BC-UBND")]
)
def test_a_number_below_ten_has_a_zero(given: int, number: str, quarterly_report: StateDocument) -> None:
    assert number in lines(replace(quarterly_report, number=given))


def test_an_end_replaces_the_end_that_was_typed() -> None:
    assert [ended(text, ";") for text in ("a", "a.", "a;", "a, ", "a./.")] == ["a;"] * 5
    assert plain(" a\u00a0b  c\n") == "a\u00a0b c"


def test_romans_count_annexes() -> None:
    assert [roman(number) for number in (1, 4, 9, 10, 14, 40, 59)] == [
        "I",
        "IV",
        "IX",
        "X",
        "XIV",
        "XL",
        "LIX",
    ]


@pytest.mark.parametrize(
    ("text", "size", "millimetres"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.0),
        ("Độc lập - Tự do - Hạnh phúc", 14, 60.4),
        ("ỦY BAN MTTQ VIỆT NAM", 13, 56.7),
        ("ỦY BAN NHÂN DÂN - ỦY BAN MTTQ VIỆT NAM", 13, 103.6),
    ],
)
def test_a_line_is_as_long_as_the_font_sets_it(text: str, size: float, millimetres: float) -> None:
    """Measured, kerned, with Tinos Bold, which has the widths of Times New Roman Bold."""
    assert bold_width(text, size=size) == pytest.approx(millimetres, rel=0.01)


def test_a_template_is_found_by_the_day_it_holds() -> None:
    assert template_on(date(2026, 1, 1), code="state_nd30") is STATE_ND30
    with pytest.raises(KeyError):
        template_on(date(2020, 3, 4), code="state_nd30")
    with pytest.raises(KeyError):
        template_on(date(2026, 1, 1), code="unknown")


def test_every_template_keeps_its_own_ranges() -> None:
    for template in TEMPLATES:
        assert set(template.looks) == set(Part)
        measures = [look.size for look in template.looks.values()]
        page = template.page
        measures += [page.top, page.bottom, page.left, page.right, template.rule_share, template.line_spacing]
        assert all(measure.low <= measure.value <= measure.high for measure in measures)
        assert not any("," in look.name for look in template.looks.values())


@pytest.mark.parametrize(
    "changes",
    [
        {"issued_on": date(2025, 12, 31)},
        {"number": 0},
        {"signatures": ()},
        {"signatures": (None, None)},
        {"closing": " "},
        {"issuing_body": ()},
    ],
)
def test_a_document_that_cannot_be_is_refused(
    changes: dict[str, object], quarterly_report: StateDocument
) -> None:
    with pytest.raises(ValueError, match=r"."):
        replace(quarterly_report, **changes)  # type: ignore[arg-type]


def test_parts_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="level 4"):
        Heading(level=4, label="-", text="a")
    with pytest.raises(ValueError, match="principal"):
        Signature(authority=(), position="Phó Chủ tịch", capacity=Capacity.FOR_SUPERIOR)
    with pytest.raises(ValueError, match="2 cells for 1"):
        Table(columns=(Column(title="a", width=1),), rows=(("1", "2"),))
    with pytest.raises(ValueError, match="source"):
        SourcedParagraph(text="a", source=" ")
    assert Recipient("Như trên").purpose == ""


def test_a_letter_says_what_it_is_about_under_its_number(quarterly_report: StateDocument) -> None:
    letter = replace(quarterly_report, kind="", abstract="đôn đốc báo cáo quý I", symbol="UBND-VP")
    content = write_docx(letter)
    head = Document(BytesIO(content)).tables[0].rows[1].cells[0]
    assert [p.text for p in head.paragraphs] == ["Số: 05/UBND-VP", "V/v đôn đốc báo cáo quý I"]
    assert "BÁO CÁO" not in lines(letter)
    assert faults(content, is_sample=True) == []
