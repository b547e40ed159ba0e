"""Word files for tests: real ones by python-docx, and broken or hostile ones by hand."""

import io
import zipfile

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def package(body: str, **parts: str) -> bytes:
    """A package whose document has the given body; `parts` replace or add others by name."""
    files = {
        "[Content_Types].xml": CONTENT_TYPES,
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    } | parts
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def paragraph(*words: str) -> str:
    return (
        "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{word}</w:t></w:r>' for word in words) + "</w:p>"
    )


def programme() -> Document:
    """A programme as offices print it: head, signatures and Nơi nhận in borderless tables."""
    document = docx.Document()
    head = document.add_table(rows=2, cols=2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN - ỦY BAN MTTQ\nTHỊ TRẤN SÔNG MÂY"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = "Số: 05/CTr-UBND-UBMTTQ"
    head.cell(1, 1).text = "Sông Mây, ngày 05 tháng 02 năm 2025"
    for words in (
        "CHƯƠNG TRÌNH PHỐI HỢP",
        "Giữa Ủy ban nhân dân và Ủy ban MTTQ Việt Nam thị trấn Sông Mây năm 2025",
        "Căn cứ Luật Mặt trận Tổ quốc Việt Nam năm 2015;",
        "Ủy ban nhân dân và Ủy ban MTTQ thị trấn thống nhất xây dựng chương trình như sau:",
        "I. NỘI DUNG",
        "1. Về giảm nghèo:",
        "- UBND phối hợp với Hội Nông dân giúp ít nhất 05 hộ nghèo.",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Hằng quý, Hội Nông dân báo cáo kết quả về Ủy ban nhân dân./.",
    ):
        document.add_paragraph(words)
    tail = document.add_table(rows=3, cols=2)
    tail.cell(0, 0).text = "TM. ỦY BAN MTTQ\nCHỦ TỊCH"
    tail.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    tail.cell(1, 0).text = "Nguyễn Văn Một"
    tail.cell(1, 1).text = "Trần Thị Hai"
    tail.cell(2, 0).text = "Nơi nhận:\n- Huyện ủy (b/c);\n- Lưu: VT."
    return document


def numbered(document: Document, words: str, *, level: int, num: int) -> None:
    """A paragraph that Word numbers by itself."""
    item = document.add_paragraph(words)
    item._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')
    )


def add_outline(document: Document) -> int:
    """A list of three levels, "I.", "1." and "-"; its number."""
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(
            (("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "\uf02d"))
        )
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return 77
