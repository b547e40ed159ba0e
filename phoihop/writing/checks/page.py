"""Rules of the page: paper, margins, page numbers, annexes, the sample mark."""

from collections.abc import Iterator

from phoihop.writing.ooxml import Element, q
from phoihop.writing.templates import Part
from phoihop.writing.wording import roman

from .opened import Opened, Section, length_of, runs_of, text_of

_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}


def page_size(file: Opened) -> Iterator[str]:
    """A4; the main document upright (an annex may lie sideways)."""
    page = file.template.page
    for number, section in enumerate(file.sections):
        width, height = (_length(section.page, "pgSz", side) for side in ("w", "h"))
        upright = _near(width, page.width) and _near(height, page.height)
        sideways = _near(width, page.height) and _near(height, page.width)
        if not (upright or (number and sideways)):
            yield f"Khổ giấy {width:.0f} × {height:.0f} mm, không phải A4 dọc."


def margins(file: Opened) -> Iterator[str]:
    """Each margin within its range."""
    for section in file.sections:
        for side, name in _SIDES.items():
            value, allowed = _length(section.page, "pgMar", side), getattr(file.template.page, side)
            if not allowed.allows(value):
                yield f"Lề {name} {value:.1f} mm, phải từ {allowed.low:g} đến {allowed.high:g} mm."


def page_numbers(file: Opened) -> Iterator[str]:
    """Centred at the top from page 2 on, upright digits of the size allowed."""
    for number, section in enumerate(file.sections, start=1):
        if section.page.find(q("titlePg")) is None or any(map(_shows_page, _header(file, number, "first"))):
            yield "Trang đầu không được đánh số trang."
        shown = [p for p in _header(file, number, "default") if _shows_page(p)]
        if not shown:
            yield "Không có số trang ở đầu trang, từ trang thứ hai."
        for paragraph in shown:
            yield from _number_faults(file, paragraph)


def _number_faults(file: Opened, paragraph: Element) -> Iterator[str]:
    if file.setting(paragraph, "jc") != "center":
        yield "Số trang phải ở giữa lề trên."
    for run in runs_of(paragraph):
        if not file.template.look(Part.PAGE_NUMBER).size.allows(file.size(run)) or file.is_on(run, "i"):
            yield "Số trang phải là chữ số đứng, cỡ 13-14."


def annexes(file: Opened) -> Iterator[str]:
    """Each annex begins a section that counts its pages from 1; several are numbered I, II, …"""
    later = file.sections[1:]
    if len(file.of(Part.ANNEX_LABEL)) != len(later):
        yield "Mỗi phụ lục phải ở trang riêng."
    for order, section in enumerate(later, start=1):
        label = "Phụ lục" if len(later) == 1 else f"Phụ lục {roman(order)}"
        if not section.blocks or text_of(section.blocks[0]) != label:
            yield f"Phụ lục thứ {order} phải mang tên “{label}”."
        start = section.page.find(q("pgNumType"))
        if start is None or start.get(q("start")) != "1":
            yield f"{label} phải đánh số trang riêng."


def sample_mark(file: Opened) -> Iterator[str]:
    """Made-up figures are marked on every page; real ones on none."""
    mark = file.template.sample_mark
    for number in range(1, len(file.sections) + 1):
        for kind in ("first", "default"):
            is_marked = any(mark in text_of(paragraph) for paragraph in _header(file, number, kind))
            if is_marked != file.is_sample:
                yield (
                    f"Thiếu dấu “{mark}” ở đầu trang." if file.is_sample else f"Có dấu “{mark}” ở đầu trang."
                )


def _header(file: Opened, number: int, kind: str) -> list[Element]:
    """The paragraphs of the header that section `number` shows: its own, else that of the one before."""
    for section in reversed(file.sections[:number]):
        for reference in section.page.iter(q("headerReference")):
            if reference.get(q("type")) == kind:
                header = file.headers.get(reference.get(q("r:id"), ""))
                return [] if header is None else list(header.iter(q("p")))
    return []


def _shows_page(paragraph: Element) -> bool:
    simple = any("PAGE" in field.get(q("instr"), "") for field in paragraph.iter(q("fldSimple")))
    return simple or any("PAGE" in (field.text or "") for field in paragraph.iter(q("instrText")))


def text_width(section: Section) -> float:
    """Between the side margins, in mm."""
    sides = _length(section.page, "pgMar", "left") + _length(section.page, "pgMar", "right")
    return _length(section.page, "pgSz", "w") - sides


def _length(page: Element, name: str, attribute: str) -> float:
    return length_of(page.find(q(name)), attribute)


def _near(value: float, wanted: float) -> bool:
    return abs(value - wanted) < 1
