"""Rules of the running text: bases, paragraphs, levels, the ending, tables."""

import re
from collections.abc import Iterator
from itertools import pairwise

from phoihop.writing.ooxml import Element, q
from phoihop.writing.templates import Part

from .opened import Opened, is_in_table, quoted, runs_of, text_of

_MM = 25.4 / 1440
_HEADINGS = {
    Part.HEADING_1: re.compile(r"[IVXLC]+\. |(?:PHẦN|CHƯƠNG|MỤC) "),
    Part.HEADING_2: re.compile(r"\d+(?:\.\d+)*\.? |Điều \d+"),
    Part.HEADING_3: re.compile(r"[a-zđ]\) "),
}
_RUNNING = (Part.LEGAL_BASIS, Part.BODY, *_HEADINGS)


def legal_bases(file: Opened) -> Iterator[str]:
    """Each basis ends ";", the last "."; a Party document's begins with a dash."""
    bases = file.of(Part.LEGAL_BASIS)
    for number, paragraph in enumerate(bases, start=1):
        end = "." if number == len(bases) else ";"
        if not text_of(paragraph).endswith(end):
            yield f"{quoted(paragraph)} phải kết thúc bằng “{end}”."
        if not text_of(paragraph).startswith(file.template.basis_lead):
            yield f"{quoted(paragraph)} phải bắt đầu bằng “{file.template.basis_lead}”."


def layout(file: Opened) -> Iterator[str]:
    """First lines indented, paragraphs apart, lines not closer than single nor wider than one and a half."""
    paragraphs = [p for p in file.of(*_RUNNING) if not is_in_table(p) and text_of(p).strip()]
    for paragraph in paragraphs:
        indent = file.number(paragraph, "ind", "firstLine") * _MM
        if not any(abs(indent - allowed) < 0.1 for allowed in file.template.indents):
            yield f"{quoted(paragraph)} lùi đầu dòng {indent / 10:.2f} cm, phải là 1 hoặc 1,27 cm."
        lines = _lines(file, paragraph)
        if not file.template.line_spacing.allows(lines):
            yield f"{quoted(paragraph)} giãn dòng {lines:.2f}, phải từ 1 đến 1,5."
    for above, below in pairwise(paragraphs):
        gap = max(file.number(above, "spacing", "after"), file.number(below, "spacing", "before")) / 20
        if above.getnext() is below and gap < file.template.paragraph_gap:
            yield f"{quoted(below)} cách đoạn trên {gap:g} pt, tối thiểu {file.template.paragraph_gap:g} pt."


def _lines(file: Opened, paragraph: Element) -> float:
    """Line spacing in single lines; a fixed one is told by the letter size (a line is 1.15 of it)."""
    given = file.number(paragraph, "spacing", "line") or 240
    if file.setting(paragraph, "spacing", "lineRule") in (None, "auto"):
        return given / 240
    return given / 20 / (1.15 * max(map(file.size, runs_of(paragraph)), default=14))


def heading_labels(file: Opened) -> Iterator[str]:
    """I. then 1. then a)."""
    for part, label in _HEADINGS.items():
        for paragraph in file.of(part):
            if not label.match(text_of(paragraph)):
                yield f"{quoted(paragraph)} không đánh số theo bậc I., 1., a)."


def ending(file: Opened) -> Iterator[str]:
    """The text before the signature ends "./.", and nothing else does; a Party document ends "."."""
    end, last = file.template.ending, last_line(file)
    if end == ".":
        if last is None or not text_of(last).endswith(".") or text_of(last).endswith("/."):
            yield "Nội dung phải kết thúc bằng dấu chấm, ngay trước phần ký."
        return
    ended = [paragraph for paragraph in file.paragraphs if text_of(paragraph).endswith(end)]
    if last is None or ended != [last]:
        yield f"Nội dung phải kết thúc bằng “{end}”, một lần, ngay trước phần ký."


def last_line(file: Opened) -> Element | None:
    """The last paragraph of the text before the signature."""
    table = signature_table(file)
    above = None if table is None else table.getprevious()
    return above if above is not None and above.tag == q("p") else None


def signature_table(file: Opened) -> Element | None:
    """The table that holds the signing places."""
    for paragraph in file.of(Part.AUTHORITY):
        return next(paragraph.iterancestors(q("tbl")), None)
    return None


def widow_control(file: Opened) -> Iterator[str]:
    """No line of a paragraph alone at a page's end or start."""
    for paragraph in file.paragraphs:
        if not file.is_paragraph_on(paragraph, "widowControl", default=True):
            yield f"{quoted(paragraph)} có thể để một dòng lẻ ở cuối hoặc đầu trang."


def tables(file: Opened) -> Iterator[str]:
    """In a ruled table no row is cut by a page's end and the head comes again on each page."""
    for table in file.body.iter(q("tbl")):
        if table.find(f"{q('tblPr')}/{q('tblBorders')}/{q('top')}[@{q('val')}='none']") is not None:
            continue
        rows = table.findall(q("tr"))
        if any(row.find(f"{q('trPr')}/{q('cantSplit')}") is None for row in rows):
            yield f"Bảng {quoted(rows[0])} có hàng có thể bị cắt ngang trang."
        if rows[0].find(f"{q('trPr')}/{q('tblHeader')}") is None:
            yield f"Bảng {quoted(rows[0])} không lặp lại hàng đầu ở trang sau."
