"""The text of a .docx in document order: tables and insertions in, deletions out, labels written."""

from collections.abc import Iterator

from lxml import etree

from phoihop.reading.unreadable import UnreadableDocument

from .docx_numbering import Numbering, numbering_of
from .docx_package import Package, main_part, open_package, w

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = {
    w("del"), w("moveFrom"), w("instrText"), w("delText"), w("pPr"), w("rPr"), w("sectPr"), w("tblPr"),
    w("trPr"), w("tcPr"), w("tblGrid"), f"{_MC}Fallback", w("footnoteReference"), w("annotationRef"),
    w("commentReference"),
}  # fmt: skip
_MARKS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}


def docx_text(data: bytes) -> str:
    """The text of a Word document; raises UnreadableDocument, or what zipfile and lxml raise if broken."""
    package = open_package(data)
    name = main_part(package)
    root = package.xml(name)
    body = root.find(w("body")) if root is not None else None
    if body is None:
        raise UnreadableDocument("Tệp Word bị hỏng: không tìm thấy phần nội dung.")
    numbering = _numbering(package, name)
    return "".join(f"{line}\n" for line in _blocks(body, numbering, apart=True))


def _numbering(package: Package, name: str) -> Numbering:
    folder = name.rsplit("/", 1)[0] + "/" if "/" in name else ""
    return numbering_of(package.xml(f"{folder}numbering.xml"), package.xml(f"{folder}styles.xml"))


def _blocks(parent: etree._Element, numbering: Numbering, *, apart: bool = False) -> Iterator[str]:
    """The lines of a body, a cell or a text box; `apart` sets a blank line after each paragraph."""
    for child in parent:
        if child.tag == w("p"):
            yield from _paragraph(child, numbering)
            if apart:
                yield ""
        elif child.tag == w("tbl"):
            for row in child.iter(w("tr")):
                if _table_of(row) is child and row.find(f"{w('trPr')}/{w('del')}") is None:
                    yield from _row(row, numbering)
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from _blocks(child, numbering, apart=apart)


def _table_of(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(w("tbl")), None)


def _row(row: etree._Element, numbering: Numbering) -> Iterator[str]:
    """Cells side by side on one line where each holds one line; else each cell below the other."""
    cells = [list(_blocks(cell, numbering)) for cell in row.iter(w("tc")) if _row_of(cell) is row]
    filled = [[line for line in cell if line.strip()] for cell in cells]
    if all(len(cell) <= 1 for cell in filled):
        line = "\t".join(cell[0] for cell in filled if cell)
        yield line
        return
    for cell in cells:
        yield from cell


def _row_of(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors(w("tr")), None)


def _paragraph(paragraph: etree._Element, numbering: Numbering) -> Iterator[str]:
    boxes: list[etree._Element] = []
    words = "".join(_inline(paragraph, boxes))
    if words.strip():
        words = numbering.label(paragraph) + words
    yield from words.split("\n")
    for box in boxes:
        yield from _blocks(box, numbering)


def _inline(parent: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """The characters of a paragraph, a run or what wraps runs; text boxes are kept for afterwards."""
    for child in parent:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag == w("txbxContent"):
            boxes.append(child)
        elif child.tag in _LEFT_OUT or not isinstance(child.tag, str) or _is_hidden(child):
            continue
        else:
            yield from _inline(child, boxes)


def _is_hidden(run: etree._Element) -> bool:
    hidden = run.find(f"{w('rPr')}/{w('vanish')}") if run.tag == w("r") else None
    return hidden is not None and hidden.get(w("val")) not in ("0", "false", "off")
