"""Legal bases: the instruments a preamble rests on, one row for each."""

import re
from collections.abc import Iterator
from dataclasses import replace

from phoihop.reading.draft import LegalBasis
from phoihop.reading.language.dates import full_day
from phoihop.reading.language.lines import Line, lines_of, parts
from phoihop.reading.language.source import Source, phrase

#: What an instrument is called, longest first, and its kind.
INSTRUMENTS: tuple[tuple[str, str], ...] = (
    ("nghị quyết liên tịch", "joint_resolution"),
    ("thông tư liên tịch", "circular"),
    ("kế hoạch liên tịch", "plan"),
    ("kế hoạch phối hợp", "plan"),
    ("hướng dẫn liên tịch", "circular"),
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
    ("văn kiện", "resolution"),
    ("nghị định", "decree"),
    ("sắc lệnh", "decree"),
    ("chỉ thị", "directive"),
    ("quyết định", "decision"),
    ("thông tư", "circular"),
    ("thông tri", "circular"),
    ("hướng dẫn", "circular"),
    ("kế hoạch", "plan"),
    ("đề án", "plan"),
    ("chiến lược", "plan"),
    ("công văn", "dispatch"),
    ("công điện", "dispatch"),
    ("điều lệ", "charter"),
)
_KIND_OF = dict(INSTRUMENTS)
_NAMES = "|".join(name for name, _ in INSTRUMENTS)
# "LuậtTổ chức", "Quyết địnhsố": a space lost between two words is no part of the name.
# "văn bản quy phạm pháp luật" names no law.
_NAME = rf"(?<!pháp )(?P<name>{_NAMES})(?:(?!\w)|(?=số\b))"
_GLUED_NAME = rf"(?P<name>{_NAMES})"
_LEAD = phrase(
    r"(?:[-+*] ?|\d{1,2}[.)] ?)?(?:căn cứ(?: vào| theo)?|căn (?=luật)|xét|theo|thi hành"
    r"|(?:triển khai )?thực hiện"
    r"|trên cơ sở"
    r"|tiếp tục thực hiện|triển khai|(?:nhằm|để) (?:[\w]+,? ){0,5}?(?:thực hiện|quán triệt)(?: tốt"
    r"| có hiệu quả)?|quán triệt|chấp hành)(?: các| nội dung| tinh thần)? "
    rf"(?:(?:{_NAMES}|văn bản)[^:;,.]{{0,60}}: ?(?=(?:các )?(?:{_NAMES})\b))?"
)
_BULLET = re.compile(r"[-+*•]\s*|\d{1,2}[.)]\s+")
_HEADS_LIST = phrase(r"(?:[-+*] ?)?(?:những |các )?căn cứ(?: pháp lý)?(?: xây dựng)? ?:")
_ARTICLES = r"(?:(?:điểm \w|khoản \d+|điều \d+)[, ]+(?:và |của )?)*"
_INSTRUMENT = phrase(rf"{_ARTICLES}(?:các |những )?{_NAME}(?! (?:này|trên|sau|của chúng)\b)")
_GLUED_INSTRUMENT = phrase(rf"{_ARTICLES}(?:các )?{_GLUED_NAME}(?=\w)")
_AT = phrase(rf"(?:\btại|\btheo|\bnêu trong) (?=(?:các )?{_NAME} số\b)")
_NUMBERED = r"(?P<numbered>(?: \w+){0,3} (?:(?<!một )số\b|\d+[-/][a-zđ]))"
_NEXT = phrase(rf"(?:, | và |, và )(?=(?:các )?{_NAME}{_NUMBERED}?)")
_NUMBER = re.compile(
    r"(?:(?i:số)\s*:?\s*)?(?<![\w/])(?P<number>\d+[a-z]?(?: (?=[A-ZĐ]{2,}[/-][A-ZĐ])[A-ZĐ]+)?"
    r"(?:\s*[/-]\s*(?:[A-ZĐ][\w.&]*|\d+[\w]*))*)"
)
_LISTED = re.compile(r"(?:,|\s+và)\s+(?=(?i:số)\s*\d)")
_TITLE_WORDS = phrase(r" (?:về|về việc|v/v|của|do|giữa|quy định|ban hành|trong|nhằm) ")
#: Kinds of which an office issues many: without a number or a day none is named.
_COUNTED = {"circular", "dispatch", "notice", "plan", "directive", "conclusion"}
_OF_WHOM = phrase(rf"(?:các )?(?:{_NAMES}) (?:chỉ đạo )?(?:của|cấp trên)\b")
_VERBAL = phrase(r"(?:hướng dẫn|quy định|thông báo|kết luận|quyết định)(?! (?:số|của|tại)\b)")
_AMENDS = phrase(r"sửa đổi|bổ sung|một số điều|về việc|\bvề ")
_ENDS_IN_SUBJECT = phrase(r"(?:thống nhất|xây dựng|ban hành|ký kết)\b")


def bases_of(source: Source, *, start: int, end: int) -> list[LegalBasis]:
    """The instruments of a preamble. Those an instrument's own title names are part of that title."""
    found: list[LegalBasis] = []
    is_listed = False
    for left, right in _paragraphs(source, start, end):
        lead = _LEAD.match(source.folded, left, right)
        bullet = _BULLET.match(source.plain, left, right)
        at = lead.end() if lead else bullet.end() if bullet else left
        # "Căn cứ:" over a list, or a basis after the semicolon of another.
        goes_on = is_listed and source.plain[at : at + 1].isupper() and _named(source, at, right)
        if lead or goes_on:
            for part in parts(source, start=at, end=right):
                found += _of_part(source, *part)
        heads_list = bool(_HEADS_LIST.fullmatch(source.folded, left, right))
        is_listed = heads_list or (bool(lead or goes_on) and source.plain[right - 1] == ";")
    return found


def _of_part(source: Source, start: int, end: int) -> list[LegalBasis]:
    lead = _LEAD.match(source.folded, start, end)
    start = lead.end() if lead else start
    if not _named(source, start, end):
        # "Thực hiện ý kiến chỉ đạo của … tại Công văn số …".
        told = _AT.search(source.folded, start, min(end, start + 200))
        if not told:
            return []
        start = told.end()
    rows = [_basis(source, *piece) for piece in _instruments(source, start, end)]
    return [row for row in _with_shared_day(source, rows) if not _is_vague(row)]


def _is_vague(row: LegalBasis) -> bool:
    """ "Hướng dẫn của Ban Thường trực …": which of them, nothing tells."""
    return row.kind in _COUNTED and not (row.number or row.date) and bool(_OF_WHOM.match(row.text.lower()))


def _with_shared_day(source: Source, rows: list[LegalBasis]) -> list[LegalBasis]:
    """ "Quyết định số 1 và Quyết định số 2 ngày …": one day for both, where nothing stands between them."""
    for index in range(len(rows) - 2, -1, -1):
        row, following = rows[index], rows[index + 1]
        between = source.folded[row.span[1] : following.span[0]].split()
        alike = row.kind == following.kind and row.number and following.number
        if alike and row.date is None and following.date and between in (["và"], [",", "và"], [","]):
            rows[index] = replace(row, date=following.date)
    return rows


def _named(source: Source, start: int, end: int) -> re.Match[str] | None:
    match = _INSTRUMENT.match(source.folded, start, end)
    if match:
        return match
    glued = _GLUED_INSTRUMENT.match(source.folded, start, end)
    return glued if glued and source.plain[glued.end()].isupper() else None


def _paragraphs(source: Source, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of a preamble: a line without a final mark goes on below it."""
    kept: list[Line] = []
    for line in lines_of(source, start=start, end=end):
        if not kept and line.is_blank:
            continue
        if kept and _begins_anew(source, kept[-1], line):
            yield (kept[0].start, kept[-1].end)
            kept = []
        if not line.is_blank:
            kept.append(line)
    if kept:
        yield (kept[0].start, kept[-1].end)


def _begins_anew(source: Source, above: Line, line: Line) -> bool:
    if above.plain.endswith((";", ".", ":")):
        return True
    if line.is_blank:
        # A page may end in the middle of a sentence.
        following = source.plain[line.end :].lstrip()[:1]
        return not (following.islower() or following.isdigit()) or above.plain.endswith(",")
    return bool(_LEAD.match(source.folded, line.start, line.end)) and line.plain[0].isupper()


def _instruments(source: Source, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The instruments of one part: "Luật A và Điều lệ B" is two, "Luật sửa đổi Luật A và Luật B" one."""
    at = start
    for link in _NEXT.finditer(source.folded, start, end):
        before = source.folded[at : link.start()]
        if _AMENDS.search(before) and not link["numbered"]:
            continue
        if _is_verb(source, link):
            continue
        if "," in link.group() and not link["numbered"] and not _closes_list(source, link, end):
            continue
        yield from _numbers_listed(source, at, link.start())
        at = link.end()
    yield from _numbers_listed(source, at, end)


def _is_verb(source: Source, link: re.Match[str]) -> bool:
    """ "Nghị định … quy định chi tiết và hướng dẫn thi hành …": what the first one does, not a second one."""
    name = source.plain[link.end() : link.end() + 1]
    return name.islower() and not link["numbered"] and bool(_VERBAL.match(source.folded, link.end()))


def _closes_list(source: Source, link: re.Match[str], end: int) -> bool:
    """ "Luật A, Luật B và Luật C": commas divide what an "và" joins to one more of the kind."""
    following = phrase(rf" và (?:{link['name']})\b").search(source.folded, link.end(), end)
    return bool(following)


def _numbers_listed(source: Source, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "các Quyết định số 217-QĐ/TW, số 218-QĐ/TW": one instrument for each number."""
    if "các " not in (source.folded[start : start + 4], source.folded[start - 4 : start]):
        yield (start, end)
        return
    at = start
    for mark in _LISTED.finditer(source.plain, start, end):
        yield (at, mark.start())
        at = mark.end()
    yield (at, end)


def _basis(source: Source, start: int, end: int) -> LegalBasis:
    match = _named(source, start, end)
    name = match["name"] if match else _name_before(source, start)
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


def _name_before(source: Source, start: int) -> str:
    """The name a list of numbers shares: that of the first of them."""
    names = list(phrase(_NAME).finditer(source.folded, max(0, start - 400), start))
    return names[-1]["name"] if names else "văn kiện"


def _number(source: Source, start: int, end: int) -> tuple[str | None, int]:
    """The number and symbol in its own place: right after the name, or after "số" before what it is about."""
    about = _TITLE_WORDS.search(source.folded, start, end)
    stop = about.start() if about else end
    for match in _NUMBER.finditer(source.plain, start, end):
        said = match.group().lower().startswith("số")
        if match.start() > stop and not (said and not _names_other(source, start, match.start())):
            return (None, 0)
        if said or (len(match["number"]) > 2 and re.search(r"[A-ZĐ]", match["number"])):
            return (tidy_number(match["number"]), match.end())
    return (None, 0)


def _names_other(source: Source, start: int, end: int) -> bool:
    """Does another instrument stand between the name and the number?"""
    first = _named(source, start, end)
    return bool(first and _INSTRUMENT.search(source.folded, first.end(), end))


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
    subject = _ENDS_IN_SUBJECT.search(source.folded, start, end)
    comma = source.plain.find(",", start, end)
    stop = about.start() if about else comma if subject and comma > 0 else end
    return source.trimmed(start, stop)[1] - (source.plain[start:stop].rstrip()[-1:] in ".,;:")


def tidy_number(number: str) -> str:
    """ "12 - NQ/TU" is "12-NQ/TU": no spaces around the marks."""
    return re.sub(r"\s*([/-])\s*", r"\1", number).strip()
