"""Rules of the head: the nine parts, national name, drawn rules, number, place and date."""

import re
from collections.abc import Iterator, Sequence

from phoihop.writing.metrics import bold_width
from phoihop.writing.ooxml import Element, q
from phoihop.writing.templates import Part

from .opened import Opened, has_line, length_of, runs_of, text_of
from .page import text_width

_MM = 25.4 / 1440
#: Điều 8(2) of Nghị định 30/2020; the seal is on paper only.
_PARTS = {
    Part.NATIONAL_NAME: "Quốc hiệu",
    Part.MOTTO: "Tiêu ngữ",
    Part.ISSUING_BODY: "tên cơ quan ban hành",
    Part.NUMBER: "số, ký hiệu",
    Part.PLACE_DATE: "địa danh, thời gian",
    Part.KIND: "tên loại văn bản",
    Part.ABSTRACT: "trích yếu",
    Part.BODY: "nội dung",
    Part.AUTHORITY: "quyền hạn, chức vụ người ký",
    Part.SIGNER: "họ tên người ký",
    Part.RECIPIENTS_TITLE: "nơi nhận",
    Part.RECIPIENT: "danh sách nơi nhận",
}
_OF_A_TYPE = frozenset({Part.KIND, Part.ABSTRACT})
#: Minutes tell their day in the text and need no number (Nghị định 30/2020, Phụ lục III).
_MINUTES = "BIÊN BẢN"
_NOT_IN_MINUTES = frozenset({Part.NUMBER, Part.PLACE_DATE})
#: BC-UBND after "05/"; CTr/ĐU after "05-".
_SYMBOLS = {"/": r"[A-ZĐ][A-Za-zĐđ.]*(?:-[A-ZĐ&.]+)+", "-": r"[A-ZĐ][A-Za-zĐđ.]*/[A-ZĐ][A-ZĐ&.-]*"}
_DAY = r"0[1-9]|[12]\d|3[01]"
_MONTH = r"0[12]|[3-9]|1[0-2]"
_PLACE_DATE = re.compile(rf"\S.*, ngày(?: (?:{_DAY}) tháng (?:{_MONTH}) | +tháng +)năm \d{{4}}")


def parts_present(file: Opened) -> Iterator[str]:
    """The nine parts every document has; a letter has no type, its abstract stands under its number."""
    for part, name in _PARTS.items():
        if part in _not_needed(file):
            continue
        if not any(text_of(paragraph).strip() for paragraph in file.of(part)):
            yield f"Thiếu {name}."


def _not_needed(file: Opened) -> frozenset[Part]:
    """The parts this kind of document does without."""
    without = frozenset() if file.template.motto else frozenset({Part.MOTTO})
    if file.of(Part.SUBJECT):
        return without | _OF_A_TYPE
    is_minutes = any(text_of(paragraph).strip() == _MINUTES for paragraph in file.of(Part.KIND))
    return without | _NOT_IN_MINUTES if is_minutes else without


def header_table(file: Opened) -> Iterator[str]:
    """Two columns without borders or cell margins, no wider than the text, the national name on one line."""
    first = file.body.find("*")
    if first is None or first.tag != q("tbl"):
        yield "Phần đầu phải là bảng hai cột không kẻ khung."
        return
    borders = first.findall(f"{q('tblPr')}/{q('tblBorders')}/*")
    if not borders or any(border.get(q("val")) not in ("none", "nil") for border in borders):
        yield "Bảng phần đầu không được kẻ khung."
    if any(margin.get(q("w")) != "0" for margin in first.findall(f"{q('tblPr')}/{q('tblCellMar')}/*")):
        yield "Bảng phần đầu phải có lề ô bằng 0."
    columns = [length_of(column) for column in first.iter(q("gridCol"))]
    if len(columns) != 2 or sum(columns) > text_width(file.sections[0]) + 0.1:
        yield "Bảng phần đầu phải có hai cột, không rộng hơn phần chữ."
    for paragraph in file.of(Part.NATIONAL_NAME):
        size = max(map(file.size, runs_of(paragraph)), default=0)
        if bold_width(text_of(paragraph), size=size) > _room(file, paragraph):
            yield "Quốc hiệu không vừa một dòng."


def national_words(file: Opened) -> Iterator[str]:
    """The national name and motto (the Party's name and star), letter for letter, once each."""
    template = file.template
    for part, words in (
        (Part.NATIONAL_NAME, template.national_name),
        (Part.MOTTO, template.motto),
        (Part.STAR, template.star),
    ):
        if [text_of(paragraph) for paragraph in file.of(part)] != ([words] if words else []):
            yield f"Phải ghi đúng một lần “{words}”."


def drawn_rules(file: Opened) -> Iterator[str]:
    """Under the motto as long as its text, under body and abstract a third to a half of the line.

    Without a motto the rule stands under the first line; where a star stands under the body no rule does.
    """
    share = file.template.rule_share
    for part, low, high in (
        (Part.MOTTO if file.template.motto else Part.NATIONAL_NAME, 0.97, 1.03),
        *(() if file.template.star else ((Part.ISSUING_BODY, share.low, share.high),)),
        (Part.ABSTRACT, share.low, share.high),
    ):
        lines = file.of(part)
        if lines:
            length, wanted = _rule_length(file, lines[-1]), _longest(file, lines)
            if not low * wanted - 0.2 <= length <= high * wanted + 0.2:
                yield f"Đường kẻ dưới {_PARTS[part]} dài {length:.0f} mm, dòng chữ dài {wanted:.0f} mm."


def number_line(file: Opened) -> Iterator[str]:
    """Số: 05/BC-UBND: a zero below ten, no blanks in the symbol; blank before the slash until numbered."""
    lead, joint = re.escape(file.template.number_lead), re.escape(file.template.number_joint)
    form = re.compile(rf"{lead}(?:0[1-9]|[1-9]\d+| +){joint}{_SYMBOLS[file.template.number_joint]}")
    for paragraph in file.of(Part.NUMBER):
        if not form.fullmatch(text_of(paragraph)):
            form_words = "Số: 05/BC-UBND" if file.template.number_joint == "/" else "Số 05-CTr/ĐU"
            yield f"Số, ký hiệu “{text_of(paragraph)}” không đúng dạng “{form_words}”."


def place_date(file: Opened) -> Iterator[str]:
    """Zeros before days below ten, January and February only."""
    for paragraph in file.of(Part.PLACE_DATE):
        if not _PLACE_DATE.fullmatch(text_of(paragraph)):
            yield f"“{text_of(paragraph)}” không đúng dạng “Lam Sơn, ngày 05 tháng 02 năm 2026”."


def _rule_length(file: Opened, paragraph: Element) -> float:
    """The length in mm of the line drawn in the paragraph that follows; 0 when none is."""
    rule = paragraph.getnext()
    if rule is None or not has_line(rule):
        return 0
    sides = file.number(rule, "ind", "left") + file.number(rule, "ind", "right")
    return _room(file, paragraph) - sides * _MM


def _longest(file: Opened, paragraphs: Sequence[Element]) -> float:
    """The longest line of some paragraphs in mm, no longer than the room they have."""
    found = 0.0
    for paragraph in paragraphs:
        size = max(map(file.size, runs_of(paragraph)), default=0)
        for line in text_of(paragraph).split("\n"):
            found = max(found, min(bold_width(line, size=size), _room(file, paragraph)))
    return found


def _room(file: Opened, paragraph: Element) -> float:
    """The width in mm a paragraph has: its cell's, else the text's."""
    for cell in paragraph.iterancestors(q("tc")):
        return length_of(cell.find(f"{q('tcPr')}/{q('tcW')}"))
    return text_width(file.sections[0])
