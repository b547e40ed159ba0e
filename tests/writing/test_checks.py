"""Each rule passes on what the writer makes and fails on a file changed to break it."""

import re
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as DocumentFile

from phoihop.writing.checks import RULES, faults
from phoihop.writing.document import StateDocument
from phoihop.writing.packing import zipped
from phoihop.writing.word import write_docx

DOCUMENT, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"
type Change = Callable[[str], str]


def swap(old: str, new: str, *, every: bool = False) -> Change:
    """Replace the first (or every) match of a pattern, which must be there."""

    def change(xml: str) -> str:
        changed, count = re.subn(old, lambda match: match.expand(new), xml, count=0 if every else 1)
        assert count, old
        return changed

    return change


def style(part: str, old: str, new: str) -> Change:
    """Replace inside one style."""
    return swap(rf'(<w:style [^>]*w:styleId="{part}">(?:(?!</w:style>).)*?){old}', rf"\g<1>{new}")


def before(part: str, xml: str) -> Change:
    """Insert before the first paragraph of a part."""
    return swap(rf'<w:p><w:pPr><w:pStyle w:val="{part}"/>', rf"{xml}\g<0>")


def decomposed(xml: str) -> str:
    return xml.replace("BÁO CÁO", unicodedata.normalize("NFD", "BÁO CÁO"), 1)


def last(old: str, new: str) -> Change:
    """Replace the last match."""
    return swap(rf"(.*){old}", rf"\g<1>{new}")


#: A rule, the part of the file, and a change that breaks the rule.
BROKEN_REPORTS: list[tuple[str, str, Change]] = [
    ("page_size", DOCUMENT, swap('<w:pgSz w:w="11906"', '<w:pgSz w:w="12240"')),
    ("margins", DOCUMENT, swap('w:left="1701"', 'w:left="1134"')),
    ("margins", DOCUMENT, swap('w:right="850"', 'w:right="1440"')),
    ("margins", DOCUMENT, swap('w:top="1134"', 'w:top="1700"')),
    ("margins", DOCUMENT, swap('w:bottom="1134"', 'w:bottom="567"')),
    ("page_numbers", DOCUMENT, swap("<w:titlePg/>", "")),
    ("page_numbers", DOCUMENT, swap('<w:headerReference w:type="default" r:id="header1"/>', "")),
    ("page_numbers", "word/header2.xml", swap("(<w:hdr.*?>)", r'\1<w:p><w:fldSimple w:instr="PAGE"/></w:p>')),
    ("page_numbers", HEADER, swap('w:instr="PAGE"', 'w:instr="DATE"')),
    ("page_numbers", STYLES, style("PageNumber", 'w:jc w:val="center"', 'w:jc w:val="right"')),
    ("page_numbers", STYLES, style("PageNumber", '<w:sz w:val="26"', '<w:sz w:val="20"')),
    ("page_numbers", STYLES, style("PageNumber", "<w:rPr>", "<w:rPr><w:i/>")),
    ("sample_mark", HEADER, swap("SỐ LIỆU MINH HỌA", "")),
    ("sample_mark", "word/header2.xml", swap("SỐ LIỆU MINH HỌA", "")),
    ("sample_mark", DOCUMENT, swap('<w:headerReference w:type="first" r:id="header2"/>', "")),
    ("font", STYLES, swap('w:ascii="Times New Roman"', 'w:ascii="Calibri"')),
    ("font", STYLES, style("DocumentBody", "<w:rPr>", '<w:rPr><w:rFonts w:hAnsi="Arial"/>')),
    ("font", DOCUMENT, swap("<w:r>", '<w:r><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr>')),
    ("colour", DOCUMENT, swap("<w:r>", '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr>')),
    ("language", STYLES, swap('<w:lang w:val="vi-VN"', '<w:lang w:val="en-US"')),
    ("precomposed", DOCUMENT, decomposed),
    ("looks", STYLES, style("NationalName", '<w:sz w:val="26"', '<w:sz w:val="28"')),
    ("looks", STYLES, style("Motto", "<w:b/>", "")),
    ("looks", STYLES, style("PlaceDate", "<w:i/>", "")),
    ("looks", STYLES, style("LegalBasis", "<w:i/>", "")),
    ("looks", STYLES, style("DocumentKind", 'w:jc w:val="center"', 'w:jc w:val="left"')),
    ("looks", STYLES, style("DocumentBody", 'w:jc w:val="both"', 'w:jc w:val="left"')),
    ("looks", STYLES, style("DocumentBody", '<w:sz w:val="28"', '<w:sz w:val="24"')),
    ("looks", STYLES, style("TableText", '<w:sz w:val="22"', '<w:sz w:val="18"')),
    ("looks", STYLES, style("RecipientsTitle", '<w:sz w:val="24"', '<w:sz w:val="28"')),
    ("looks", STYLES, style("RecipientItem", '<w:sz w:val="22"', '<w:sz w:val="24"')),
    ("looks", STYLES, style("Signer", "<w:b/>", "")),
    ("looks", DOCUMENT, swap("BÁO CÁO", "Báo cáo")),
    ("looks", DOCUMENT, swap("I. CÔNG TÁC", "I. Công tác")),
    ("looks", DOCUMENT, swap("<w:r>", '<w:r><w:rPr><w:b w:val="0"/></w:rPr>')),
    ("no_false_lines", DOCUMENT, swap("<w:r>", '<w:r><w:rPr><w:u w:val="single"/></w:rPr>')),
    ("no_false_lines", DOCUMENT, swap("Hạnh phúc", "Hạnh phúc ─────────")),
    ("no_false_lines", DOCUMENT, swap("XÃ LAM SƠN", "XÃ LAM SƠN ______")),
    (
        "no_empty_paragraphs",
        DOCUMENT,
        before("Heading1", '<w:p><w:pPr><w:pStyle w:val="Motto"/></w:pPr></w:p>'),
    ),
    ("no_empty_paragraphs", DOCUMENT, before("DocumentKind", "<w:p/>")),
    ("no_empty_paragraphs", DOCUMENT, swap("<w:pBdr>.*?</w:pBdr>", "")),
    ("no_empty_paragraphs", STYLES, style("TableEnd", 'w:line="2"', 'w:line="280"')),
    ("parts_present", DOCUMENT, swap('w:val="PlaceDate"', 'w:val="NumberSymbol"')),
    ("parts_present", DOCUMENT, swap('w:val="RecipientItem"', 'w:val="Signer"', every=True)),
    ("parts_present", DOCUMENT, swap('w:val="Abstract"', 'w:val="DocumentBody"')),
    ("header_table", DOCUMENT, swap('<w:top w:val="none"', '<w:top w:val="single"')),
    ("header_table", DOCUMENT, swap('<w:left w:w="0"', '<w:left w:w="108"')),
    ("header_table", DOCUMENT, swap('<w:gridCol w:w="5669"/>', '<w:gridCol w:w="6669"/>')),
    ("header_table", DOCUMENT, swap('<w:tcW w:w="5669"', '<w:tcW w:w="4669"')),
    ("header_table", STYLES, style("NationalName", '<w:sz w:val="26"', '<w:sz w:val="29"')),
    ("header_table", DOCUMENT, swap("<w:body>", "<w:body><w:p><w:r><w:t>x</w:t></w:r></w:p>")),
    ("national_words", DOCUMENT, swap("NGHĨA VIỆT", "NGHIÃ VIỆT")),
    ("national_words", DOCUMENT, swap("Độc lập - Tự do", "Độc lập – Tự do")),
    ("drawn_rules", DOCUMENT, swap('w:left="1121" w:right="1121"', 'w:left="2121" w:right="2121"')),
    ("drawn_rules", DOCUMENT, swap('<w:bottom w:val="single"', '<w:bottom w:val="none"', every=True)),
    (
        "drawn_rules",
        DOCUMENT,
        swap(r'(w:val="Abstract"/>.*?w:left=")\d+(" w:right=")\d+', r"\g<1>200\g<2>200"),
    ),
    (
        "drawn_rules",
        DOCUMENT,
        swap(r'(w:val="IssuingBody"/>.*?w:left=")\d+(" w:right=")\d+', r"\g<1>1700\g<2>1700"),
    ),
    ("number_line", DOCUMENT, swap("Số: 05/", "Số: 5/")),
    ("number_line", DOCUMENT, swap("05/BC-UBND", "05 /BC-UBND")),
    ("number_line", DOCUMENT, swap("05/BC-UBND", "05/BC - UBND")),
    ("number_line", DOCUMENT, swap("Số: 05/BC-UBND", "Số 05-BC/UBND")),
    ("place_date", DOCUMENT, swap("ngày 18 tháng 3 năm", "ngày 18 tháng 03 năm")),
    ("place_date", DOCUMENT, swap("ngày 18 tháng 3 năm", "ngày 8 tháng 3 năm")),
    ("place_date", DOCUMENT, swap("ngày 18 tháng 3 năm", "ngày 18 tháng 2 năm")),
    ("place_date", DOCUMENT, swap("ngày 18 tháng 3 năm", "ngày 18/3/")),
    ("legal_bases", DOCUMENT, swap("năm 2015;", "năm 2015.")),
    ("legal_bases", DOCUMENT, swap("năm 2015;", "năm 2015,")),
    ("legal_bases", DOCUMENT, swap(r"xã hội xã Lam Sơn\.<", "xã hội xã Lam Sơn;<")),
    ("layout", STYLES, style("DocumentBody", 'w:firstLine="720"', 'w:firstLine="0"')),
    ("layout", STYLES, style("DocumentBody", 'w:line="276"', 'w:line="400"')),
    (
        "layout",
        STYLES,
        style("DocumentBody", 'w:line="276" w:lineRule="auto"', 'w:line="240" w:lineRule="exact"'),
    ),
    ("layout", STYLES, style("DocumentBody", 'w:before="120"', 'w:before="40"')),
    ("heading_labels", DOCUMENT, swap(">I. CÔNG TÁC", ">A. CÔNG TÁC")),
    ("heading_labels", DOCUMENT, swap(r">1\. Xây dựng", ">Xây dựng")),
    ("heading_labels", DOCUMENT, swap(r">a\) Nhận", ">a. Nhận")),
    ("ending", DOCUMENT, swap(r"kính báo cáo\./\.", "kính báo cáo.")),
    ("ending", DOCUMENT, swap("như sau:", "như sau./.")),
    ("widow_control", STYLES, swap("<w:widowControl/>", '<w:widowControl w:val="0"/>')),
    ("widow_control", STYLES, style("DocumentBody", "<w:pPr>", '<w:pPr><w:widowControl w:val="false"/>')),
    ("tables", DOCUMENT, swap("<w:tblHeader/>", "")),
    ("tables", DOCUMENT, swap('(val="TableHead".*?)<w:cantSplit/>', r"\1")),
    ("signature_together", DOCUMENT, last("<w:keepNext/>(.*?báo cáo)", r"\g<2>")),
    ("signature_together", DOCUMENT, last("<w:cantSplit/>", "")),
    ("capacity", DOCUMENT, swap("TM. ỦY BAN", "T/M ỦY BAN")),
    ("capacity", DOCUMENT, swap("KT. CHỦ TỊCH", "KT CHỦ TỊCH")),
    ("capacity", DOCUMENT, swap("KT. CHỦ TỊCH", "KT.CHỦ TỊCH")),
    ("signer_name", DOCUMENT, swap("Trịnh Minh Khôi", "ThS. Trịnh Minh Khôi")),
    ("signer_name", DOCUMENT, swap("Trịnh Minh Khôi", "")),
    ("recipients", DOCUMENT, swap(r"Nơi nhận:", "Nơi gửi:")),
    ("recipients", DOCUMENT, swap(r"- Như trên \(b/c\);", "Như trên (b/c);")),
    ("recipients", DOCUMENT, swap(r"- Như trên \(b/c\);", "- Như trên (b/c).")),
    ("recipients", DOCUMENT, swap(r"- Lưu: VT, VP\.", "- Lưu VT, VP.")),
]

#: What only a document with annexes and several signatories can break.
BROKEN_PROGRAMMES: list[tuple[str, str, Change]] = [
    ("annexes", DOCUMENT, swap('<w:pgNumType w:start="1"/>', "")),
    ("annexes", DOCUMENT, swap("Phụ lục II", "Phụ lục 2")),
    ("annexes", DOCUMENT, swap('w:val="AnnexLabel"', 'w:val="AnnexTitle"')),
    ("page_size", DOCUMENT, swap('w:w="16838" w:h="11906"', 'w:w="16838" w:h="16838"')),
    ("margins", DOCUMENT, last('w:left="1701"', 'w:left="567"')),
    ("signature_together", DOCUMENT, swap('(val="Authority"/>)<w:keepNext/>', r"\1")),
    ("signature_together", DOCUMENT, swap('(val="Signer"/>)<w:keepNext/>', r"\1")),
    ("number_line", DOCUMENT, swap("Số: +/", "Số: …/")),
    ("place_date", DOCUMENT, swap("ngày +tháng", "ngày … tháng")),
]


def changed(content: bytes, *, part: str, change: Change) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files[part] = change(files[part].decode()).encode()
    return zipped(files)


def broken_rules(content: bytes, *, is_sample: bool) -> set[str]:
    return {fault.rule for fault in faults(content, is_sample=is_sample)}


def test_what_the_writer_makes_has_no_faults(
    quarterly_report: StateDocument, two_party_programme: StateDocument
) -> None:
    assert faults(write_docx(quarterly_report), is_sample=True) == []
    assert faults(write_docx(two_party_programme)) == []


@pytest.mark.parametrize(("rule", "part", "change"), BROKEN_REPORTS)
def test_a_changed_report_breaks_its_rule(
    rule: str, part: str, change: Change, quarterly_report: StateDocument
) -> None:
    content = changed(write_docx(quarterly_report), part=part, change=change)
    assert rule in broken_rules(content, is_sample=True)


@pytest.mark.parametrize(("rule", "part", "change"), BROKEN_PROGRAMMES)
def test_a_changed_programme_breaks_its_rule(
    rule: str, part: str, change: Change, two_party_programme: StateDocument
) -> None:
    content = changed(write_docx(two_party_programme), part=part, change=change)
    assert rule in broken_rules(content, is_sample=False)


def test_every_rule_is_broken_once() -> None:
    assert {rule for rule, _, _ in BROKEN_REPORTS + BROKEN_PROGRAMMES} == set(RULES)


def test_real_figures_bear_no_sample_mark(quarterly_report: StateDocument) -> None:
    assert broken_rules(write_docx(quarterly_report), is_sample=False) == {"sample_mark"}
    real = replace(quarterly_report, has_sample_mark=False)
    assert broken_rules(write_docx(real), is_sample=True) == {"sample_mark"}


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", zipped({"word/document.xml": b"<x/>"})])
def test_a_file_that_is_no_document_is_one_fault(content: bytes) -> None:
    assert [fault.rule for fault in faults(content)] == ["file"]


@pytest.mark.parametrize("make", [Document, lambda: _ordinary()])
def test_an_ordinary_word_file_is_read_without_failing(make: Callable[[], DocumentFile]) -> None:
    held = BytesIO()
    make().save(held)
    assert {"parts_present", "header_table"} <= broken_rules(held.getvalue(), is_sample=False)


def _ordinary() -> DocumentFile:
    document = Document()
    document.add_heading("Báo cáo")
    document.add_paragraph("Kính gửi: Ủy ban nhân dân xã")
    document.add_table(2, 2).cell(0, 0).text = "STT"
    document.add_section()
    return document


def test_a_text_without_pages_is_read_without_failing(quarterly_report: StateDocument) -> None:
    content = changed(
        write_docx(quarterly_report), part=DOCUMENT, change=swap("<w:body>.*</w:body>", "<w:body/>")
    )
    assert "parts_present" in broken_rules(content, is_sample=False)


def test_what_word_writes_on_editing_is_understood(quarterly_report: StateDocument) -> None:
    """Word splits runs, names complex fields and adds ids: none of it is a fault."""
    content = write_docx(quarterly_report)
    content = changed(content, part=DOCUMENT, change=swap("kính báo", "</w:t></w:r><w:r><w:t>kính báo"))
    content = changed(
        content,
        part=HEADER,
        change=swap(
            "<w:fldSimple.*?</w:fldSimple>",
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
    )
    assert faults(content, is_sample=True) == []
