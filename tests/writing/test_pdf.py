"""The PDF/A of a document, asked of the file itself and seen as pages."""

import io
import re
import unicodedata
import zipfile
from dataclasses import replace

import pdfplumber
import pypdfium2
import pytest
from lxml import etree

from phoihop.writing.document import Paragraph, StateDocument
from phoihop.writing.ooxml import q
from phoihop.writing.pdf import write_pdf, write_pdfs
from phoihop.writing.word import write_docx
from tests.writing.test_pages import compare_with_kept, texts_of

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def opened(content: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(content)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def words_of_docx(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    return "".join(node.text or "" for node in body.iter(q("t")))


def test_the_pages_look_as_kept(quarterly_report: StateDocument) -> None:
    compare_with_kept(opened(write_pdf(quarterly_report)), name="pdf-report")


def test_a_programme_of_many_parties_looks_as_kept(two_party_programme: StateDocument) -> None:
    compare_with_kept(opened(write_pdf(two_party_programme)), name="pdf-programme")


def test_it_says_that_it_is_pdf_a_2b_in_vietnamese(quarterly_report: StateDocument) -> None:
    content = write_pdf(quarterly_report)
    assert b"<pdfaid:part>2</pdfaid:part>" in content
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in content
    assert b"/OutputIntents" in content
    assert b"/Lang(vi)" in content
    assert b"/MarkInfo" in content


def test_every_font_is_embedded_and_ours(quarterly_report: StateDocument) -> None:
    with pdfplumber.open(io.BytesIO(write_pdf(quarterly_report))) as pdf:
        names = {char["fontname"].partition("+")[2] for page in pdf.pages for char in page.chars}
    assert names == {"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}


def test_it_holds_the_words_of_the_word_file(two_party_programme: StateDocument) -> None:
    """Each line of the .docx stands in the PDF; page numbers come on top."""
    pages = squeezed("".join(texts_of(opened(write_pdf(two_party_programme)))))
    words = squeezed(words_of_docx(write_docx(two_party_programme)))
    assert sorted(set(words) - set(pages)) == []
    assert len(pages) - len(words) in range(4)


def test_pages_are_a4_and_numbered_from_the_second(two_party_programme: StateDocument) -> None:
    pdf = opened(write_pdf(two_party_programme))
    assert [tuple(map(round, page.get_size())) for page in pdf] == [(595, 842)] * 2 + [(842, 595), (595, 842)]
    assert [text.split("\n")[0] == "2" for text in texts_of(pdf)] == [False, True, False, False]


def test_every_vietnamese_letter_is_in_the_fonts(quarterly_report: StateDocument) -> None:
    vowels = "aăâeêioôơuưy"
    accented = [unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in TONES]
    small = " ".join([*LETTERS, *accented])
    letters = f"{small} {small.upper()}"
    document = replace(quarterly_report, blocks=(Paragraph(letters),))
    assert squeezed(letters) in squeezed("".join(texts_of(opened(write_pdf(document)))))


def test_a_text_is_never_read_as_markup(quarterly_report: StateDocument) -> None:
    hostile = '#panic("x") *đậm* $x^2$ = Đề mục @nhãn <nhãn> \\ // ghi chú `mã` ] } "'
    document = replace(quarterly_report, blocks=(Paragraph(hostile),))
    assert squeezed(hostile) in squeezed("".join(texts_of(opened(write_pdf(document)))))


def test_the_same_document_gives_the_same_bytes(quarterly_report: StateDocument) -> None:
    assert write_pdf(quarterly_report) == write_pdf(quarterly_report)


@pytest.mark.parametrize("is_sample", [True, False])
def test_the_sample_mark_is_on_every_page_or_none(quarterly_report: StateDocument, is_sample: bool) -> None:
    pdf = opened(write_pdf(replace(quarterly_report, has_sample_mark=is_sample)))
    assert ["SỐ LIỆU MINH HỌA" in text for text in texts_of(pdf)] == [is_sample] * len(pdf)


def test_a_signature_never_stands_alone(quarterly_report: StateDocument) -> None:
    blocks = tuple(Paragraph(f"{number}. Việc đã làm trong quý.") for number in range(1, 15))
    pages = texts_of(opened(write_pdf(replace(quarterly_report, legal_bases=(), blocks=blocks))))
    assert "14. Việc" in pages[0]
    assert "./." not in pages[0]
    assert "kính báo cáo./." in pages[1]
    assert "TM. ỦY BAN NHÂN DÂN" in pages[1]


def test_a_document_not_yet_numbered_leaves_the_places_blank(quarterly_report: StateDocument) -> None:
    document = replace(quarterly_report, number=None, issued_on=None)
    first = texts_of(opened(write_pdf(document)))[0]
    assert re.search(r"Số:\s*/BC-UBND", first)
    assert re.search(r"ngày\s+tháng\s+năm 2026", first)


def test_many_at_once_are_the_same_files_in_order(
    quarterly_report: StateDocument, two_party_programme: StateDocument
) -> None:
    given = [quarterly_report, two_party_programme, quarterly_report]
    assert write_pdfs(given) == [write_pdf(document) for document in given]
