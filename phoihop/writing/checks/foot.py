"""Rules of the end: signing places and recipients."""

import re
from collections.abc import Iterator

from phoihop.writing.ooxml import q
from phoihop.writing.templates import Part

from .opened import Opened, quoted, text_of
from .running import last_line, signature_table

_BAD_CAPACITY = re.compile(r"(?:T/M|K/T|T/L|T/UQ)|(?:TM|KT|TL|TUQ|Q)(?:\.\S|\s|\.$|\. \S)")
_ACADEMIC = re.compile(r"(?:GS|PGS|TSKH|TS|ThS|CN|KS|BS)\.|(?:GS|PGS|TSKH|TS|ThS|Giáo sư|Tiến sĩ|Thạc sĩ)\s")


def signature_together(file: Opened) -> Iterator[str]:
    """The signing places stay whole, with the last lines of the text."""
    table, last = signature_table(file), last_line(file)
    if table is None or last is None or not file.is_paragraph_on(last, "keepNext"):
        yield "Phần ký có thể sang trang một mình: dòng cuối phải đi liền với phần ký."
        return
    rows = table.findall(q("tr"))
    if any(row.find(f"{q('trPr')}/{q('cantSplit')}") is None for row in rows):
        yield "Phần ký có thể bị cắt ngang trang."
    held = [p for row in rows[:-1] for p in row.iter(q("p")) if text_of(p)]
    if not all(file.is_paragraph_on(paragraph, "keepNext") for paragraph in held):
        yield "Các hàng của phần ký có thể bị tách trang."


def capacity(file: Opened) -> Iterator[str]:
    """The template's own words (TM., KT. …; in a Party document T/M, K/T …), then one blank."""
    words = file.template.capacities.values()
    good = re.compile(rf"(?:{'|'.join(map(re.escape, words))}) \S")
    for paragraph in file.of(Part.AUTHORITY):
        text = text_of(paragraph)
        if _BAD_CAPACITY.match(text) and not good.match(text):
            yield f"{quoted(paragraph)} phải ghi {', '.join(words)} rồi một dấu cách."


def signer_name(file: Opened) -> Iterator[str]:
    """Every signing place has its name, without academic title."""
    for paragraph in file.of(Part.SIGNER):
        if not text_of(paragraph):
            yield "Thiếu họ tên người ký."
        if _ACADEMIC.match(text_of(paragraph)):
            yield f"{quoted(paragraph)}: trước họ tên không ghi học hàm, học vị."


def recipients(file: Opened) -> Iterator[str]:
    """Nơi nhận: each line "- …;", the last "- Lưu: VT, … ."."""
    if [text_of(title) for title in file.of(Part.RECIPIENTS_TITLE)] != [file.template.recipients_title]:
        yield f"Phải ghi “{file.template.recipients_title}” một lần."
    lines = file.of(Part.RECIPIENT)
    for number, paragraph in enumerate(lines, start=1):
        text, is_last = text_of(paragraph), number == len(lines)
        lead, end = (file.template.archive_lead, ".") if is_last else ("- ", ";")
        if not (text.startswith(lead) and text.endswith(end)):
            yield f"{quoted(paragraph)} phải có dạng “{lead}…{end}”."
