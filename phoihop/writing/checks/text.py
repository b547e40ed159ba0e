"""Rules of every letter: font, colour, language, the look of each part, nothing faked."""

import re
import unicodedata
from collections.abc import Iterator

from phoihop.writing.ooxml import Element, q
from phoihop.writing.templates import Look, Part

from .opened import Opened, has_line, quoted, runs_of, text_of

_FALSE_LINE = re.compile(r"_{3,}|[─━—–]{3,}|-{4,}|={4,}")
#: Parts where a word may be bold, and those whose lines may stand left, right or centred.
_FREE_WEIGHT = (Part.BODY, Part.TABLE_TEXT)
_FREE_ALIGN = (Part.TABLE_TEXT, Part.ADDRESSEE)


def font(file: Opened) -> Iterator[str]:
    """Times New Roman everywhere."""
    for paragraph, run in _runs(file):
        for script in ("ascii", "hAnsi"):
            name = file.run_setting(run, "rFonts", script)
            if name != file.template.font or file.run_setting(run, "rFonts", f"{script}Theme"):
                yield f"{quoted(paragraph)} dùng phông {name or 'không rõ'}, phải là {file.template.font}."
                break


def colour(file: Opened) -> Iterator[str]:
    """Black letters."""
    for paragraph, run in _runs(file):
        if file.run_setting(run, "color") not in (None, "auto", "000000"):
            yield f"{quoted(paragraph)} không phải màu đen."


def language(file: Opened) -> Iterator[str]:
    """Vietnamese, so that no reader program spells it as another language."""
    for paragraph, run in _runs(file):
        if file.run_setting(run, "lang") != "vi-VN":
            yield f"{quoted(paragraph)} không ghi là tiếng Việt."


def precomposed(file: Opened) -> Iterator[str]:
    """Unicode letters in one piece (TCVN 6909:2001)."""
    for paragraph in file.paragraphs:
        if not unicodedata.is_normalized("NFC", text_of(paragraph)):
            yield f"{quoted(paragraph)} có chữ tổ hợp, phải là Unicode dựng sẵn."


def looks(file: Opened) -> Iterator[str]:
    """Size, weight, slant, capitals and place of each part."""
    for paragraph in file.paragraphs:
        part = file.part(paragraph)
        look = file.template.look(part)
        if text_of(paragraph).strip():
            for wrong in dict.fromkeys(_wrong(file, paragraph, part, look)):
                yield f"{quoted(paragraph)}: {wrong}."


def _wrong(file: Opened, paragraph: Element, part: Part, look: Look) -> Iterator[str]:
    for run in runs_of(paragraph):
        if not look.size.allows(file.size(run)):
            yield f"cỡ chữ {file.size(run):g}, phải từ {look.size.low:g} đến {look.size.high:g}"
        if file.is_on(run, "b") != look.bold and part not in _FREE_WEIGHT:
            yield "phải in đậm" if look.bold else "không in đậm"
        if file.is_on(run, "i") != look.italic:
            yield "phải in nghiêng" if look.italic else "phải là chữ đứng"
    text = text_of(paragraph)
    if look.capitals and text != text.upper():
        yield "phải in hoa"
    if part not in _FREE_ALIGN and (file.setting(paragraph, "jc") or "left") != look.align:
        yield {"center": "phải ở giữa", "both": "phải canh đều hai bên"}.get(look.align, "phải canh trái")


def no_false_lines(file: Opened) -> Iterator[str]:
    """Rules are drawn, never underlined text or rows of dashes."""
    for paragraph in file.paragraphs:
        if _FALSE_LINE.search(text_of(paragraph)):
            yield f"{quoted(paragraph)} có đường kẻ gõ bằng ký tự."
        is_underlined = file.template.look(file.part(paragraph)).is_underlined
        for run in runs_of(paragraph):
            if ((file.run_setting(run, "u") or "none") != "none") and not is_underlined:
                yield f"{quoted(paragraph)} bị gạch chân."


def no_empty_paragraphs(file: Opened) -> Iterator[str]:
    """Room is made by spacing: only rules, cells, unnamed signers and the hair after a table may be empty."""
    for paragraph in file.paragraphs:
        if not text_of(paragraph).strip() and not _may_be_empty(file, paragraph):
            before = paragraph.getprevious()
            yield f"Có đoạn trống sau {quoted(before)}." if before is not None else "Có đoạn trống ở đầu."


def _may_be_empty(file: Opened, paragraph: Element) -> bool:
    parent, before = paragraph.getparent(), paragraph.getprevious()
    if file.part(paragraph) is Part.SIGNER:
        return True
    if parent is not None and parent.tag == q("tc") and len(parent.findall(q("p"))) == 1:
        return True
    if file.part(paragraph) is Part.RULE:
        return has_line(paragraph)
    return (
        file.part(paragraph) is Part.TABLE_END
        and before is not None
        and before.tag == q("tbl")
        and file.setting(paragraph, "spacing", "lineRule") == "exact"
        and file.number(paragraph, "spacing", "line") <= 60
    )


def _runs(file: Opened) -> Iterator[tuple[Element, Element]]:
    for paragraph in file.paragraphs:
        for run in runs_of(paragraph):
            yield paragraph, run
