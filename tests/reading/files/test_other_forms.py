"""RTF, OpenDocument, Word XML and pages of the web: what each alone can get wrong."""

import io
import zipfile

import pytest

from phoihop.reading import FileKind, Merge, Paper
from phoihop.reading.files import paper_of

WORD_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(data: bytes) -> Paper:
    return paper_of(data, name="tep.doc")


def words(data: bytes) -> list[str]:
    return [line for line in read(data).text.split("\n") if line.strip()]


def cells(paper: Paper) -> list[list[str]]:
    return [[paper.text[slice(*cell)] for cell in row] for row in paper.tables[0].rows]


def rtf(body: str, *, fonts: str = "") -> bytes:
    return (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset0 .VnTime;}"
        r"{\f2\fcharset0 VNI-Times;}{\f3\fcharset163 Arial;}{\f4\fcharset2 Symbol;}{\f5 .VnTimeH;}"
        rf"{fonts}}}{body}}}"
    ).encode("latin-1")


RTF = {
    "unicode with what stands for it": (r"C\u259\'e3n c\u7913\'3f", ["Căn cứ"]),
    "unicode with nothing for it": (r"\uc0 C\u259 n \uc1 c\u7913?", ["Căn cứ"]),
    "code page of a font": (r"\f3 Vi\'ea\'f2t\f0", ["Việt"]),
    "old fonts": (r"\f1 Vi\'d6t\f2  Vie\'e4\'74 \f5 h\'ea", ["Việt Việt HỜ"]),
    "deleted and hidden": (r"{\deleted x}{\v y}z", ["z"]),
    "label as printed": (
        r"{\listtext\pard\plain 1.\tab}\ls1 M\'f9c\par {\pntext\f4\'b7\tab}v",
        ["1. Mùc", "- v"],
    ),
    "field": (r"{\field{\*\fldinst PAGE}{\fldrslt 5}}", ["5"]),
    "not the body": (r"{\header dau}{\footer chan}{\*\bkmkstart a}{\info{\title t}}than", ["than"]),
    "signs": (r"a\~b\_c\emdash d\line e\tab f", ["a\xa0b-c—d", "e\tf"]),
    "binary data": (r"a{\pict\bin4 }}}}}b", ["ab"]),
    "two planes": (r"\uc0\u55357\u56832 x", ["😀x"]),
    "text box": (r"a{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard b\par}}{\shprslt b}}c", ["ac", "b"]),
}


@pytest.mark.parametrize(("body", "printed"), RTF.values(), ids=RTF.keys())
def test_rtf_reads_as_it_prints(body: str, printed: list[str]) -> None:
    assert words(rtf(rf"\pard {body}\par")) == printed


def test_rtf_rows_keep_their_columns_and_merges() -> None:
    first = r"\trowd\trhdr\clvmgf\cellx2000\cellx4000\pard\intbl a\cell b\cell\row"
    second = r"\trowd\clvmrg\cellx2000\cellx3000\cellx4000\pard\intbl \cell c\cell d\cell\row\pard x\par"
    paper = read(rtf(first + second))
    assert cells(paper) == [["a", "b", ""], ["", "c", "d"]]
    assert paper.tables[0].header_rows == 1
    assert paper.tables[0].merges == (Merge(0, 0, 2, 1), Merge(0, 1, 1, 2))


def test_rtf_numbers_that_are_not_written_out_are_told() -> None:
    assert [note.code for note in read(rtf(r"\pard\ls2 a\par")).notes] == ["auto_numbers"]


CALLED = {"draw": "drawing", "fo": "xsl-fo-compatible"}
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{CALLED.get(name, name)}:1.0"'
    for name in ("office", "text", "table", "style", "fo", "draw")
)


def odt(body: str, *, styles: str = "") -> bytes:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return held.getvalue()


LIST_STYLE = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" '
    'text:display-levels="2" style:num-suffix="."/></text:list-style>'
)
ITEM = "<text:list-item><text:p>{}</text:p></text:list-item>"
ODT = {
    "white space": (
        "<text:p> a \n b<text:s text:c='3'/>c<text:tab/>d<text:line-break/>e</text:p>",
        ["a b   c\td", "e"],
    ),
    "a list goes on only where it says so": (
        f"<text:list text:style-name='L'>{ITEM.format('a')}</text:list>"
        f"<text:list text:style-name='L' text:continue-numbering='true'>{ITEM.format('b')}</text:list>"
        f"<text:list text:style-name='L'>{ITEM.format('c')}</text:list>",
        ["I. a", "II. b", "I. c"],
    ),
    "levels and a second paragraph": (
        "<text:list text:style-name='L'><text:list-item text:start-value='3'><text:p>a</text:p>"
        f"<text:p>b</text:p><text:list>{ITEM.format('c')}</text:list></text:list-item></text:list>",
        ["III. a", "b", "III.1. c"],
    ),
    "hidden, noted, changed": (
        "<text:tracked-changes><text:changed-region text:id='d'><text:deletion><text:p>cũ</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>a<text:span text:style-name='H'>ẩn</text:span><text:note><text:note-body>"
        "<text:p>chú</text:p></text:note-body></text:note><text:change-start text:change-id='d'/>bỏ</text:p>"
        "<text:p>bỏ<text:change-end text:change-id='d'/>b</text:p>",
        ["ab"],
    ),
    "a section that does not show": (
        "<text:section text:display='none'><text:p>x</text:p></text:section><text:p>y</text:p>",
        ["y"],
    ),
    "a text box": (
        "<text:p>a<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame></text:p>",
        ["a", "khung"],
    ),
}
HIDDEN = (
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>'
    "</style:style>"
)


@pytest.mark.parametrize(("body", "printed"), ODT.values(), ids=ODT.keys())
def test_an_opendocument_text_reads_as_it_prints(body: str, printed: list[str]) -> None:
    assert words(odt(body, styles=LIST_STYLE + HIDDEN)) == printed


def test_word_2003_is_read_as_a_docx_is() -> None:
    data = (
        f'<?xml version="1.0"?><w:wordDocument xmlns:w="{WORD_2003}"><w:lists><w:listDef w:listDefId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:listDef>'
        '<w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists><w:styles/><w:body>'
        '<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr></w:pPr>'
        '<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:h-ansi=".VnTime"/></w:rPr><w:t>Môc</w:t></w:r></w:p>'
        '<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p>'
        "</w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/>"
        "</w:tc><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:wordDocument>"
    ).encode()
    paper = read(data)
    assert paper.kind is FileKind.DOCX
    assert paper.text.split("\n")[0] == "I. Mục"
    assert cells(paper) == [["a", "b"], ["", "c"]]


def test_a_package_written_flat_is_read() -> None:
    data = (
        '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="{W}"><w:body><w:p><w:r>'
        "<w:t>Căn cứ</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"
    ).encode()
    assert words(data) == ["Căn cứ"]


PAGE = (
    "<html><head><meta charset='{charset}'><style><!-- p.MsoNormal, li {{font-family:\".VnTime\"}} "
    ".an {{display:none}} h1 {{text-transform:uppercase}} --></style><title>x</title></head><body>"
    "<h1>Tiêu đề</h1><p class=MsoNormal>Vi\u00d6t\n  Nam<br>hai <span class=an>ẩn</span><del>bỏ</del>"
    "<font face='VNI-Times'>Vieät</font></p><ol type=I start=2><li>mục</ol><ul><li>gạch</ul>"
    "<table><thead><tr><th colspan=2>A</th></tr></thead><tr><td rowspan=2>a</td><td>b</td></tr>"
    "<tr><td>c</td></tr></table><div style='mso-element:footnote-list'>chú</div><script>x</script></body>"
    "</html>"
)  # fmt: skip


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_page_saved_as_a_document_reads_as_it_shows(charset: str) -> None:
    paper = read(PAGE.format(charset=charset).encode(charset))
    assert paper.kind is FileKind.HTML
    assert [line for line in paper.text.split("\n") if line.strip()] == [
        "TIÊU ĐỀ",
        "Việt Nam",
        "hai Việt",
        "II. mục",
        "- gạch",
        "A",
        "a\tb",
        "c",
    ]
    assert cells(paper) == [["A", ""], ["a", "b"], ["", "c"]]
    assert paper.tables[0].header_rows == 1
    assert {note.code for note in paper.notes} == {"legacy_font", "footnotes"}


def test_a_web_archive_is_read() -> None:
    data = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
        b"Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>C=C4=83n c=E1=BB=A9</p></body></html>\r\n--b--\r\n"
    )  # fmt: skip
    assert words(data) == ["Căn cứ"]
