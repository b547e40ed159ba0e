"""How the PDF files beside this script were made: the sample texts set as offices set them, then printed.

    python -m tests.reading.files.make_papers

Needs LibreOffice with the fonts Tinos (complete for Vietnamese) and Liberation Serif 1.x, which lacks most
accented letters: what is set in it is printed from two fonts and stored out of order (fallback.pdf).
"""

import re
import subprocess
import tempfile
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

HERE = Path(__file__).parent / "papers"
TEXTS = Path(__file__).parents[3] / "phoihop" / "sample" / "texts"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"

# Lines of the text that stand in the head of the page, left and right.
HEADS = {
    "bim-son-2017-2020": (
        "UỶ BAN NHÂN DÂN - UB.MTTQ\nTHỊ XÃ BÌM SƠN\nSố:1995 /CTrPH-UBND-UB.MTTQ",
        f"{NATION}\nBỉm Sơn, ngày 09 tháng 10 năm 2017",
    ),
    "duc-co-2017": ("UBND HUYỆN ĐỨC CƠ", NATION),
    "lam-son-2025": ("", ""),
    "quang-nam-2020-2025": ("", ""),
    "tam-ky-2024-2029": ("", ""),
}
FIRST_OF_BODY = {"bim-son-2017-2020": "CHƯƠNG TRÌNH PHỐI HỢP", "duc-co-2017": "CHƯƠNG TRÌNH PHỐI HỢP"}


def main() -> None:
    """All papers again."""
    for name, (left, right) in HEADS.items():
        text = (TEXTS / f"{name}.txt").read_text("utf-8")
        lines = re.sub(r"\[bookmark: \w+\]", "", text).split("\n")
        first = next(n for n, line in enumerate(lines) if FIRST_OF_BODY.get(name, line) == line)
        printed(paper(lines[first:], left=left, right=right), name=name)
    printed(extras(), name="extras")
    lines = (TEXTS / "duc-co-2017.txt").read_text("utf-8").split("\n")
    printed(
        paper(lines[4:24], left="UBND HUYỆN ĐỨC CƠ", right=NATION, font="Liberation Serif"), name="fallback"
    )


def extras() -> Document:
    """Three pages with what stands around a text: a signature block, running heads, a table with lines."""
    lines = [
        "CHƯƠNG TRÌNH PHỐI HỢP",
        "Giữa Ủy ban nhân dân và Ủy ban MTTQ Việt Nam xã Sông Mây năm 2025",
        "Căn cứ Luật Mặt trận Tổ quốc Việt Nam ngày 09 tháng 6 năm 2015;",
        "I. NỘI DUNG PHỐI HỢP",
    ]
    lines += [
        f"{number}. Phối hợp tuyên truyền, vận động đoàn viên, hội viên và các tầng lớp nhân dân tham gia "
        f"việc chung số {number} của xã, phấn đấu đạt từ {number + 50}% trở lên; định kỳ hằng quý trao đổi."
        for number in range(1, 21)
    ]
    document = paper(
        [], left="UBND XÃ SÔNG MÂY\nSố: 05/CTr-UBND", right=f"{NATION}\nSông Mây, ngày 05 tháng 02 năm 2025"
    )
    document.element.body.insert(0, signature_block(document)._p)
    section = document.sections[0]
    section.different_first_page_header_footer = False
    section.footer.paragraphs[0].text = "Chương trình phối hợp xã Sông Mây năm 2025"
    for number, line in enumerate(lines):
        add_line(document, line, is_title=number < 2)
    add_line(document, "Các chỉ tiêu cụ thể:", is_title=False)
    add_ruled_table(document)
    add_line(document, "Chương trình này có hiệu lực kể từ ngày ký./.", is_title=False)
    return document


def signature_block(document: Document) -> Paragraph:
    words = (
        "Người ký: Ủy ban nhân dân xã Sông Mây\nEmail: ubnd@songmay.example\n"
        "Thời gian ký: 05.02.2025 10:11:12 +07:00"
    )
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGN.RIGHT
    run = paragraph.add_run(words)
    run.font.size = Pt(8)
    return paragraph


def add_ruled_table(document: Document) -> None:
    rows = (
        ("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2025"),
        ("1", "Tỷ lệ hộ dân tham gia bảo hiểm y tế trên địa bàn xã", "%", "97"),
        ("2", "Số hộ nghèo được giúp đỡ thoát nghèo", "hộ", "25"),
        ("3", "Số mô hình khu dân cư xanh, sạch, đẹp được xây dựng mới", "mô hình", "4"),
    )
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    for words in rows:
        for cell, text in zip(table.add_row().cells, words, strict=True):
            cell.paragraphs[0].add_run(text).font.size = Pt(13)


def paper(lines: list[str], *, left: str, right: str, font: str = "Tinos") -> Document:
    """A4 with the margins, sizes and indents of Decree 30/2020."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    section.different_first_page_header_footer = True
    add_page_number(section.header.paragraphs[0])
    style = document.styles["Normal"]
    style.font.name, style.font.size = font, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    if left or right:
        fill_row(document, [left, right])
    end = next((n + 1 for n, line in enumerate(lines) if line.rstrip().endswith("./.")), len(lines))
    first_clause = next((n for n, line in enumerate(lines) if line.startswith(("Căn cứ", "Thực hiện"))), 0)
    for number, line in enumerate(lines[:end]):
        if line.strip():
            add_line(document, line, is_title=number < first_clause)
    add_tail(document, lines[end:])
    return document


def add_line(document: Document, line: str, *, is_title: bool) -> None:
    paragraph = document.add_paragraph(line.strip())
    paragraph.paragraph_format.space_after = Pt(6)
    if is_title:
        paragraph.alignment = ALIGN.CENTER
        paragraph.runs[0].bold = True
    else:
        paragraph.alignment = ALIGN.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)


def add_tail(document: Document, lines: list[str]) -> None:
    """Signatures two in a row; the recipients left of the last one, as offices set them."""
    blocks: list[str] = []
    for line in lines:
        line = line.strip().strip("*")
        if line.startswith(("TM.", "Nơi nhận")):
            blocks.append(line)
        elif line and blocks and not line.isdigit():
            is_name = not line.isupper() and not line.startswith("-") and "Nơi nhận" not in blocks[-1]
            blocks[-1] += ("\n\n\n" if is_name else "\n") + line
    listed = [block for block in blocks if block.startswith("Nơi nhận")]
    signed = [block for block in blocks if not block.startswith("Nơi nhận")]
    if len(signed) == 1 and listed:
        fill_row(document, [listed[0], signed[0]])
        return
    for at in range(0, len(signed), 2):
        fill_row(document, [*signed[at : at + 2], ""][:2])
    for block in listed:
        fill_row(document, [block, ""])


def fill_row(document: Document, texts: list[str]) -> None:
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    for column, cell, text, width in zip(
        table.columns, table.rows[0].cells, texts, (Cm(6), Cm(10)), strict=True
    ):
        column.width = cell.width = width
        fill(cell, text)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def fill(cell: _Cell, text: str) -> None:
    is_list = text.startswith("Nơi nhận")
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        run = paragraph.add_run(line)
        run.font.size = Pt(11 if is_list else 13)
        run.bold = not is_list
        paragraph.alignment = ALIGN.LEFT if is_list else ALIGN.CENTER
        paragraph.paragraph_format.space_after = Pt(0)


def add_page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = ALIGN.CENTER
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = words
        run._r.append(mark)


def printed(document: Document, *, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.docx"
        document.save(path)
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(HERE), str(path)]
        subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
