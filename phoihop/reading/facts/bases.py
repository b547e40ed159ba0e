"""Legal bases: the instruments a preamble rests on, one row for each."""

import re
from collections.abc import Iterator

from phoihop.reading.draft import LegalBasis
from phoihop.reading.language.dates import full_day
from phoihop.reading.language.lines import Line, lines_of, parts
from phoihop.reading.language.source import Source, phrase

#: What an instrument is called, longest first, and its kind.
INSTRUMENTS: tuple[tuple[str, str], ...] = (
    ("nghị quyết liên tịch", "joint_resolution"),
    ("thông tư liên tịch", "circular"),
    ("chương trình phối hợp", "programme"),
    ("chương trình hành động", "programme"),
    ("chương trình", "programme"),
    ("quy chế phối hợp", "regulation"),
    ("quy chế", "regulation"),
    ("quy định", "regulation"),
    ("thông báo kết luận", "notice"),
    ("thông báo", "notice"),
    ("kết luận", "conclusion"),
    ("hiến pháp", "law"),
    ("bộ luật", "law"),
    ("luật", "law"),
    ("pháp lệnh", "law"),
    ("nghị quyết", "resolution"),
    ("nghị định", "decree"),
    ("chỉ thị", "directive"),
    ("quyết định", "decision"),
    ("thông tư", "circular"),
    ("thông tri", "circular"),
    ("hướng dẫn", "circular"),
    ("kế hoạch", "plan"),
    ("đề án", "plan"),
    ("công văn", "dispatch"),
    ("điều lệ", "charter"),
)
_KIND_OF = dict(INSTRUMENTS)
_NAME = "(?P<name>" + "|".join(name for name, _ in INSTRUMENTS) + r")\b"
_LEAD = phrase(
    r"(?:[-+*] ?)?(?:căn cứ(?: vào)?|xét|theo|thực hiện|trên cơ sở|tiếp tục thực hiện"
    r"|(?:nhằm|để) (?:[\w]+ ){0,4}?(?:thực hiện|quán triệt)(?: tốt| có hiệu quả)?|quán triệt)(?: các"
    r"| nội dung)? "
)
_INSTRUMENT = phrase(rf"(?:các )?{_NAME}(?! (?:này|trên|sau)\b)")
_NEXT = phrase(rf"(?:, | và |, và )(?=(?:các )?{_NAME}(?P<numbered>(?: \w+){{0,3}} số\b)?)")
_NUMBER = re.compile(
    r"(?:(?i:số)\s*:?\s*)?(?<![\w/])(?P<number>\d+[a-z]?(?:\s*[/-]\s*(?:[A-ZĐ][\w.&]*|\d+[\w]*))*)"
)
_TITLE_WORDS = phrase(r" (?:về|về việc|v/v|của|do|giữa|quy định|ban hành|trong|nhằm) ")
_AMENDS = phrase(r"sửa đổi|bổ sung|một số điều|về việc|\bvề ")


def bases_of(source: Source, *, start: int, end: int) -> list[LegalBasis]:
    """The instruments of a preamble. Those an instrument's own title names are part of that title."""
    found: list[LegalBasis] = []
    for left, right in _paragraphs(source, start, end):
        lead = _LEAD.match(source.folded, left, right)
        if lead and _INSTRUMENT.match(source.folded, lead.end(), right):
            for part in parts(source, start=lead.end(), end=right):
                found += (_basis(source, *piece) for piece in _instruments(source, *part))
    return found


def _paragraphs(source: Source, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of a preamble: a line without a final mark goes on below it."""
    kept: list[Line] = []
    for line in lines_of(source, start=start, end=end):
        closed = kept and kept[-1].plain.endswith((";", ".", ":"))
        if kept and (line.is_blank or closed or _LEAD.match(source.folded, line.start, line.end)):
            yield (kept[0].start, kept[-1].end)
            kept = []
        if not line.is_blank:
            kept.append(line)
    if kept:
        yield (kept[0].start, kept[-1].end)


def _instruments(source: Source, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The instruments of one part: "Luật A và Điều lệ B" is two, "Luật sửa đổi Luật A và Luật B" one."""
    lead = _LEAD.match(source.folded, start, end)
    start = lead.end() if lead else start
    if not _INSTRUMENT.match(source.folded, start, end):
        return
    at = start
    for link in _NEXT.finditer(source.folded, start, end):
        before = source.folded[at : link.start()]
        if _AMENDS.search(before) and not link["numbered"]:
            continue
        if "," in link.group() and not link["numbered"]:
            continue
        yield (at, link.start())
        at = link.end()
    yield (at, end)


def _basis(source: Source, start: int, end: int) -> LegalBasis:
    match = _INSTRUMENT.match(source.folded, start, end)
    name = match["name"] if match else ""
    number, number_end = _number(source, start, end)
    day, day_end = _day(source, start, end)
    span = (start, max(number_end, day_end) or _name_end(source, start, end))
    return LegalBasis(
        span=span,
        text=source.text[slice(*span)],
        kind=_KIND_OF[" ".join(name.split())],
        number=number,
        date=day,
    )


def _number(source: Source, start: int, end: int) -> tuple[str | None, int]:
    """The number and symbol in its own place: right after the name, or after "số" before what it is about."""
    about = _TITLE_WORDS.search(source.folded, start, end)
    stop = about.start() if about else end
    for match in _NUMBER.finditer(source.plain, start, end):
        said = match.group().lower().startswith("số")
        if match.start() > stop and not said:
            return (None, 0)
        if said or (len(match["number"]) > 2 and re.search(r"[A-ZĐ]", match["number"])):
            return (tidy_number(match["number"]), match.end())
    return (None, 0)


def _day(source: Source, start: int, end: int) -> tuple[str | None, int]:
    found = full_day(source, start=start, end=end)
    if not found:
        return (None, 0)
    nested = _INSTRUMENT.search(source.folded, start + 1, found[1])
    is_amendment = bool(_AMENDS.search(source.folded[start : start + 20]))
    is_nested = nested and source.folded[start : nested.start()].rstrip().endswith(("thực hiện", "về"))
    return found if is_amendment or not is_nested else (None, 0)


def _name_end(source: Source, start: int, end: int) -> int:
    about = phrase(r" (?:về việc|v/v|về) ").search(source.folded, start, end)
    stop = about.start() if about else end
    return source.trimmed(start, stop)[1] - (source.plain[start:stop].rstrip()[-1:] in ".,;:")


def tidy_number(number: str) -> str:
    """ "12 - NQ/TU" is "12-NQ/TU": no spaces around the marks."""
    return re.sub(r"\s*([/-])\s*", r"\1", number).strip()
