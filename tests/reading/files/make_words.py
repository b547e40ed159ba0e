"""How the files of `words` were made: one document of everything that is hard to read, and five programmes.

    python -m tests.reading.files.make_words

Needs LibreOffice, which saves the .docx in the other forms. Its own slips are kept out of the document: it
drops the space before a field, and the start of a list that begins anew.
"""

import subprocess
import tempfile
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml

from tests.reading.packages import W

HERE = Path(__file__).parent / "words"
TEXTS = Path(__file__).parents[3] / "phoihop" / "sample" / "texts"
FORMS = ("doc:MS Word 97", "odt", "rtf", "fodt")
LEVELS = (
    ("upperRoman", "%1.", None),
    ("decimal", "%2.", None),
    ("decimal", "%2.%3.", None),
    ("lowerLetter", "%4)", None),
    ("bullet", "\uf02d", "Symbol"),
    ("bullet", "+", None),
    ("bullet", "\uf0d8", "Wingdings"),
)
_DATED = 'w:author="a" w:date="2024-01-01T00:00:00Z"'
_NAMES = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
TEXT = """Mở đầu văn bản
Điều 1. Phạm vi
1.1 Đối tượng
1.2 Nguyên tắc
Điều 2. Nội dung
2.1 Thời gian
I. MỤC ĐÍCH
1. Yêu cầu chung
1.1. Chi tiết
a) chữ a
b) chữ b
- gạch
+ cộng
- mũi tên
1.2. Chi tiết hai
II. NỘI DUNG
1. Việc
đạt 95% hộ
hiện tiếp HOA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA việt nam, các xã / Cộng hòa xã hội; đường
một
hai\tba ≥ 5
ô 00
ô 01
ô 02
ô 10
ô 20
ô 11
ô 12
ô 21\tô 22
ô 30
ô 31
lồng 00\tlồng 01
lồng 10\tlồng 11
Sau bảng 😀 hết
TM. ỦY BAN MTTQ
CHỦ TỊCH
TM. UBND
Đoạn có khung
Trong khung
Đoạn cuối đ ơ ư."""


def main() -> None:
    """All files again."""
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "outline.docx"
        outline().save(str(source))
        for form in FORMS:
            saved_as(source, form)
    for path in TEXTS.glob("*-20*.txt"):
        saved_as(path, FORMS[0], "--infilter=Text (encoded):UTF8")


def saved_as(source: Path, form: str, *options: str) -> None:
    """A file beside the others in another form."""
    command = ["soffice", "--headless", "--convert-to", form, "--outdir", str(HERE), *options, str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def outline() -> Document:
    """Lists by style and by hand, changes, hidden words, old fonts, merged and nested tables, a text box."""
    document = docx.Document()
    add_lists(document)
    document.add_paragraph("Mở đầu văn bản")
    for words, style in (
        ("Phạm vi", "Heading 1"),
        ("Đối tượng", "Heading 2"),
        ("Nguyên tắc", "Heading 2"),
        ("Nội dung", "Heading 1"),
        ("Thời gian", "Heading 2"),
    ):
        document.add_paragraph(words, style=style)
    items = ("MỤC ĐÍCH 0|Yêu cầu chung 1|Chi tiết 2|chữ a 3|chữ b 3|gạch 4|cộng 5|mũi tên 6|Chi tiết hai 2|"
             "NỘI DUNG 0|Việc 1")  # fmt: skip
    for words, _, level in (item.rpartition(" ") for item in items.split("|")):
        add(document, run(words), number=f'<w:ilvl w:val="{level}"/><w:numId w:val="5"/>')
    add_runs(document)
    add_tables(document)
    add(document, run("Đoạn có khung") + box("Trong khung"))
    document.add_paragraph("Đoạn cuối đ ơ ư.")
    document.sections[0].header.paragraphs[0].text = "TIÊU ĐỀ TRANG"
    document.sections[0].footer.paragraphs[0].text = "CHÂN TRANG"
    return document


def add_lists(document: Document) -> None:
    """A list of seven levels, and one that the styles of headings name."""
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    levels = "".join(level(depth, *what) for depth, what in enumerate(LEVELS))
    headings = level(0, "decimal", "Điều %1.", None, style="Heading1") + level(
        1, "decimal", "%1.%2", None, style="Heading2"
    )
    for key, content in ((5, levels), (6, headings)):
        numbering.append(
            parse_xml(
                f'<w:abstractNum {W} w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>'
                f"{content}</w:abstractNum>"
            )
        )
    for key in (5, 6):
        numbering.append(parse_xml(f'<w:num {W} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'))
    for depth, name in enumerate(("Heading 1", "Heading 2")):
        properties = document.styles[name].element.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{depth}"/><w:numId w:val="6"/></w:numPr>'))


def level(depth: int, form: str, text: str, font: str | None, *, style: str = "") -> str:
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{named}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{360 * (depth + 1)}" w:hanging="360"/></w:pPr>'
        f"{look}</w:lvl>"
    )


def run(words: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def add(document: Document, runs: str, *, number: str = "") -> None:
    """A paragraph of the given runs, in a list where told."""
    paragraph = document.add_paragraph()
    if number:
        paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {W}>{number}</w:numPr>"))
    for child in parse_xml(f"<w:p {W}>{runs}</w:p>"):
        paragraph._p.append(child)


def add_runs(document: Document) -> None:
    deleted = f'<w:del w:id="1" {_DATED}><w:r><w:delText>97%</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2" {_DATED}>{run("95%")}</w:ins>'
    add(document, run("đạt ") + deleted + inserted + run(" hộ"))
    add(document, run("hiện ") + run("ẩn", "<w:vanish/>") + run("tiếp ") + run("hoa", "<w:caps/>"))
    add(
        document,
        run("Céng hßa x· héi chñ nghÜa", font(".VnTimeH"))
        + run(" ")
        + run("viÖt nam, c¸c x·", font(".VnTime"))
        + run(" / ")
        + run("Coäng hoøa xaõ hoäi; ñöôøng", font("VNI-Times")),
    )
    add(
        document,
        run("một")
        + "<w:r><w:br/></w:r>"
        + run("hai")
        + "<w:r><w:tab/></w:r>"
        + run("ba ")
        + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
        + run(" 5"),
    )


def add_tables(document: Document) -> None:
    table = document.add_table(rows=4, cols=3)
    table.style = "Table Grid"
    for row in range(4):
        for column in range(3):
            table.cell(row, column).text = f"ô {row}{column}"
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 2).text = ""
    inner = table.cell(3, 1).add_table(rows=2, cols=2)
    for row in range(2):
        for column in range(2):
            inner.cell(row, column).text = f"lồng {row}{column}"
    document.add_paragraph("Sau bảng 😀 hết")
    signed = document.add_table(rows=1, cols=2)
    signed.cell(0, 0).text = "TM. ỦY BAN MTTQ\nCHỦ TỊCH"
    signed.cell(0, 1).text = "TM. UBND"


def box(words: str) -> str:
    """A text box as Word writes it: once for new programs, once more for old ones."""
    content = f"<w:txbxContent><w:p>{run(words)}</w:p></w:txbxContent>"
    names = " ".join(f'xmlns:{key}="{value}"' for key, value in _NAMES.items())
    return (
        f'<w:r><mc:AlternateContent {names}><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" '
        'distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
        '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0'
        '</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="500000"/><wp:effectExtent l="0" t="0" '
        'r="0" b="0"/><wp:wrapNone/><wp:docPr id="9" name="Text Box 9"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{_NAMES["wps"]}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="2000000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


if __name__ == "__main__":
    main()
