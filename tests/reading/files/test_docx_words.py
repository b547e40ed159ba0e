"""What of a Word file is text: each case a piece of a body and the words that are printed."""

import io
import unicodedata
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.reading import Paper, UnreadableDocument
from phoihop.reading.files import paper_of
from tests.reading.packages import W, package, paragraph

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def read(body: str, **parts: str) -> Paper:
    return paper_of(package(body, **parts), name="a.docx")


def words(body: str, **parts: str) -> list[str]:
    return [line for line in read(body, **parts).text.split("\n") if line.strip()]


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark("begin") + code + mark("separate") + run(result) + mark("end")


BOX = f"<w:txbxContent>{paragraph('khung')}</w:txbxContent>"
DELETED_MARK = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
CASES = {
    "field shows its result": (f"<w:p>{run('Trang ')}{field('PAGE', '3')}</w:p>", ["Trang 3"]),
    "field in a field's instruction": (
        f"<w:p>{field(f'IF </w:instrText></w:r>{field("REF a", "x")}<w:r><w:instrText>', 'đúng')}</w:p>",
        ["đúng"],
    ),
    "simple field": (f'<w:p><w:fldSimple w:instr="REF a">{run("mục 2")}</w:fldSimple></w:p>', ["mục 2"]),
    "field that never ends": (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + paragraph("sau"),
        ["sau"],
    ),
    "deleted mark joins paragraphs": (
        f"<w:p>{DELETED_MARK}{run('Căn cứ ')}</w:p><w:p>{run('Luật')}</w:p>",
        ["Căn cứ Luật"],
    ),
    "deleted paragraph leaves nothing": (
        f"<w:p>{DELETED_MARK}<w:del w:id='2'><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>"
        + paragraph("giữ"),
        ["giữ"],
    ),
    "content control": (
        f"<w:sdt><w:sdtPr><w:alias w:val='a'/></w:sdtPr><w:sdtContent>{paragraph('điền')}"
        f"</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtContent>{run('trong dòng')}</w:sdtContent></w:sdt></w:p>",
        ["điền", "trong dòng"],
    ),
    "smart tag and link": (
        f"<w:p><w:smartTag>{run('Hà')}</w:smartTag><w:hyperlink>{run(' Nội')}</w:hyperlink></w:p>",
        ["Hà Nội"],
    ),
    "text box once": (
        f"<w:p><w:r><mc:AlternateContent {MC}><mc:Choice Requires='wps'>{BOX}</mc:Choice>"
        f"<mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        ["khung"],
    ),
    "text box of old": (f"<w:p><w:r><w:pict><v:shape {V}>{BOX}</v:shape></w:pict></w:r></w:p>", ["khung"]),
    "fallback alone": (
        f"<w:p><w:r><mc:AlternateContent {MC}><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>",
        ["khung"],
    ),
    "symbols": (
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>'
        f'{run(" việc ")}<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>{run(" 5")}</w:p>',
        ["- việc ≤ 5"],
    ),
    "hyphens": (
        "<w:p><w:r><w:t>phối</w:t><w:softHyphen/><w:t> hợp 1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r></w:p>",
        ["phối hợp 1-2"],
    ),
    "letters apart are put together": (f"<w:p>{run('Uy\u0309 ban')}</w:p>", ["Uỷ ban"]),
    "hidden row mark": (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr>" + paragraph("bỏ") + "</w:tc>"
        "<w:tc>" + paragraph("giữ") + "</w:tc></w:tr>"
        "<w:tr><w:trPr><w:del w:id='2'/></w:trPr><w:tc>" + paragraph("bỏ") + "</w:tc></w:tr></w:tbl>",
        ["giữ"],
    ),
    "rows and cells in controls": (
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>" + paragraph("a") + "</w:tc>"
        "</w:sdtContent></w:sdt><w:tc>" + paragraph("b") + "</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
        ["a\tb"],
    ),
    "footnote mark": (f"<w:p>{run('chữ')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>", ["chữ"]),
}


@pytest.mark.parametrize(("body", "printed"), CASES.values(), ids=CASES.keys())
def test_what_is_printed_is_read(body: str, printed: list[str]) -> None:
    assert words(body) == printed


def test_footnotes_and_changes_are_told() -> None:
    body = "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id='2'/></w:r><w:ins w:id='1'/></w:p>"
    assert {note.code for note in read(body).notes} == {"footnotes", "tracked_changes"}
    assert read(paragraph("a")).notes == ()


def test_styles_hide_capitalise_and_name_old_fonts() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
        '</w:rPrDefault></w:docDefaults><w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="T"><w:rPr><w:caps/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="U"><w:basedOn w:val="T"/><w:rPr>'
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr></w:style>'
    )
    body = (
        f"<w:p>{run('ViÖt Nam')}{run('ẩn', '<w:rStyle w:val="H"/>')}"
        f"{run(' hiện', '<w:rStyle w:val="H"/><w:vanish w:val="0"/>')}</w:p>"
        f"<w:p><w:pPr><w:pStyle w:val='U'/></w:pPr>{run('chương trình')}"
        f"{run(' nhỏ', '<w:caps w:val="0"/>')}</w:p>"
    )
    found = words(body, **{"word/styles.xml": f"<w:styles {W}>{styles}</w:styles>"})
    assert found == ["Việt Nam hiện", "CHƯƠNG TRÌNH nhỏ"]


def test_the_strict_form_and_a_template_are_read() -> None:
    whole = package(paragraph("Căn cứ"))
    strict = _changed(whole, b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                      b"http://purl.oclc.org/ooxml/wordprocessingml/main")  # fmt: skip
    template = _changed(whole, b"document.main+xml", b"template.main+xml")
    for data in (strict, template):
        assert paper_of(data, name="a").text.strip() == "Căn cứ"


def _changed(data: bytes, old: bytes, new: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(held, "w") as changed:
        for name in archive.namelist():
            changed.writestr(name, archive.read(name).replace(old, new))
    return held.getvalue()


def test_a_word_file_without_words_says_what_to_do() -> None:
    with pytest.raises(UnreadableDocument, match="ảnh"):
        read("<w:p><w:r><w:drawing/></w:r></w:p>")


def test_a_table_too_large_to_be_one_is_refused() -> None:
    row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr>' + paragraph("a") + "</w:tc></w:tr>"
    with pytest.raises(UnreadableDocument, match="bảng"):
        read(f"<w:tbl>{row * 6000}</w:tbl>")


WORDS = st.text(st.sampled_from("abcđ ăệỹ012.;-\u0309\u0301"), max_size=12)
ROWS = st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=3)


@given(st.lists(st.one_of(WORDS, ROWS), max_size=6))
@settings(deadline=None)
def test_every_run_is_in_the_text_in_order_and_every_cell_is_its_span(
    blocks: list[str | list[list[str]]],
) -> None:
    paper = read(paragraph("đầu") + "".join(map(block_xml, blocks)))
    at = 0
    for text in (text for block in blocks for text in texts_of(block)):
        printed = unicodedata.normalize("NFC", text).strip()
        at = paper.text.index(printed, at) + len(printed)
    tables = [block for block in blocks if not isinstance(block, str)]
    assert [
        [[paper.text[slice(*cell)].strip() for cell in row] for row in table.rows] for table in paper.tables
    ] == [[[unicodedata.normalize("NFC", cell).strip() for cell in row] for row in table] for table in tables]


def texts_of(block: str | list[list[str]]) -> list[str]:
    return [block] if isinstance(block, str) else [cell for row in block for cell in row]


def block_xml(block: str | list[list[str]]) -> str:
    """A paragraph of two runs, or a table of such paragraphs."""
    if isinstance(block, str):
        return paragraph(block[:5], block[5:])
    rows = ("".join(f"<w:tc>{block_xml(cell)}</w:tc>" for cell in row) for row in block)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
