"""The header: type, title, who issues, number, place, day and period. What is blank stays None."""

import re
from collections import Counter

from phoihop.reading.draft import Header, Period
from phoihop.reading.language.dates import iso, years
from phoihop.reading.language.parties import Mentions, mentions_of, proper_name_end
from phoihop.reading.language.party_names import LEVEL
from phoihop.reading.language.source import Source, phrase

from .bases import tidy_number
from .zones import Block

_NUMBER = re.compile(
    r"(?i:số)\s*:?\s*(?P<number>\d+[a-z]?)\s*/\s*(?P<symbol>(?:[A-ZĐÀ-Ỹa-z0-9]+)(?:\s?[-/.&]\s?[A-ZĐÀ-Ỹa-z0-9]+)*)"
)
_PLACE_AND_DAY = re.compile(
    r"(?P<place>[^\W\d_][\w']*(?: [^\W\d_][\w'.]*){0,4}), *(?i:ngày)(?P<day>[\s.…]*\d{0,2})[\s.…]*(?i:tháng)"
    r"(?P<month>[\s.…]*\d{0,2})[\s.…]*(?i:năm)\s*(?P<year>\d{4})?"
)
_AREA = phrase(rf"\b(?P<level>{LEVEL})(?= )")
_PLURAL = phrase(r"(?:các|mỗi|từng|cấp|của các)\s*$")
_ACTION = phrase(r"chương trình hành động")
_JOINT = phrase(r"phối hợp|liên tịch|quy chế|thỏa thuận|ký kết")
_ISSUING = ("UBND", "HDND", "MTTQ", "CTXH", "LDLD", "ND", "PN", "TN", "CCB", "CONGAN", "DANG")


def own_level(source: Source, *, title: Block, preamble: Block, head: Block) -> str | None:
    """The level word of the programme's own place: "huyện", "thị trấn"."""
    area = _own_area(source, title=title, preamble=preamble, head=head)
    return area[0] if area else None


def header_of(source: Source, *, head: Block, title: Block, preamble: Block, mentions: Mentions) -> Header:
    """Everything above the first clause."""
    area = _own_area(source, title=title, preamble=preamble, head=head)
    codes = _issuer_codes(source, title=title, preamble=preamble, head=head, mentions=mentions)
    where = f" {area[0]} {area[1]}" if area and area[1] else f" {area[0]}" if area else ""
    number, (place, day) = _number(source, head, preamble), _place_and_day(source, head, preamble)
    return Header(
        kind=_kind(source, title=title, preamble=preamble, codes=codes),
        title=source.line(title.start, title.end),
        issuers=tuple(f"{code}{where}" for code in codes),
        number=number,
        place=place,
        date=day,
        period=_period(source, title=title, preamble=preamble),
    )


def _kind(source: Source, *, title: Block, preamble: Block, codes: list[str]) -> str:
    if _JOINT.search(source.folded, title.start, title.end):
        return "coordination_programme"
    opening = _opening(source, preamble)
    is_action = _ACTION.search(source.folded, title.start, title.end) or _ACTION.search(
        source.folded, *opening
    )
    return "action_programme" if is_action or len(codes) == 1 else "coordination_programme"


def _number(source: Source, *blocks: Block) -> str | None:
    for block in blocks:
        for line_start, line_end in _lines(source, block):
            match = _NUMBER.search(source.plain, line_start, line_end)
            before = source.plain[line_start : match.start()].strip() if match else "x"
            if match and not (before and before[-1:].isalnum()):
                return f"{match['number']}/{tidy_number(match['symbol'])}"
    return None


def _lines(source: Source, block: Block) -> list[tuple[int, int]]:
    found, at = [], block.start
    while at < block.end:
        stop = source.plain.find("\n", at, block.end)
        stop = block.end if stop < 0 else stop
        if not re.match(r"\s*(?:căn cứ|thực hiện|theo|xét|nhằm)\b", source.folded[at:stop]):
            found.append((at, stop))
        at = stop + 1
    return found


def _place_and_day(source: Source, *blocks: Block) -> tuple[str | None, str | None]:
    for block in blocks:
        for line_start, line_end in _lines(source, block):
            match = _PLACE_AND_DAY.search(source.plain, line_start, line_end)
            if match and match["place"][0].isupper():
                parts = [re.sub(r"\D", "", match[key] or "") for key in ("day", "month", "year")]
                return (_place(source, *match.span("place")), iso(*parts) if all(parts) else None)
    return (None, None)


def _place(source: Source, start: int, end: int) -> str:
    """Only the capitalised words that end before the comma, and nothing of the column to their left."""
    words = re.split(r"\t|\|| {2,}", source.text[start:end])[-1]
    kept: list[str] = []
    for word in reversed(words.split()):
        if not word[0].isupper():
            break
        kept.insert(0, word)
    return " ".join(kept)


def _period(source: Source, *, title: Block, preamble: Block) -> Period:
    """The title's years; failing that, those the opening sentence joins to the programme's name."""
    found = years(source.folded[title.start : title.end])
    if not found:
        start, end = _opening(source, preamble)
        named = phrase(
            r"(?:chương trình|kế hoạch|quy chế)[^,;:]{0,60}?(?=\b(?:giai đoạn|nhiệm kỳ|năm (?:19|20)))"
        ).search(source.folded, start, end)
        found = years(source.folded[named.end() : named.end() + 40]) if named else None
    return Period(*found) if found else Period()


def _opening(source: Source, preamble: Block) -> tuple[int, int]:
    """The last paragraph of the preamble: "… thống nhất xây dựng Chương trình … như sau:"."""
    start, end = source.trimmed(preamble.start, preamble.end)
    return (max(start, source.plain.rfind("\n", start, end)), end)


def _issuer_codes(
    source: Source, *, title: Block, preamble: Block, head: Block, mentions: Mentions
) -> list[str]:
    """Those the title names as its sides; failing that, the opening sentence's; failing that, the head's."""
    opening = _agreement(source, preamble)
    for start, end in ((title.start, title.end), opening, (head.start, head.end)):
        if (start, end) == (title.start, title.end) and not _is_between(source, start, end):
            continue
        codes = [m.code for m in mentions.within(start, end) if m.code in _ISSUING and not m.level]
        if codes:
            return list(dict.fromkeys(codes))
    return []


def _is_between(source: Source, start: int, end: int) -> bool:
    return bool(phrase(r"\bgiữa\b|\bcủa\b|\bvới\b").search(source.folded, start, end)) and not phrase(
        r"thực hiện (?:nghị quyết|chỉ thị|kết luận)"
    ).search(source.folded, start, end)


def _agreement(source: Source, preamble: Block) -> tuple[int, int]:
    """The opening sentence up to its verb of issuing; its subject and partners are the issuers."""
    start, end = _opening(source, preamble)
    part = source.folded.rfind(";", start, end)
    start = part + 1 if part >= 0 else start
    verb = phrase(r"xây dựng|ban hành|ký kết|thống nhất (?:xây dựng|ban hành|ký)").search(
        source.folded, start, end
    )
    return (start, verb.start() if verb else end)


def _own_area(source: Source, *, title: Block, preamble: Block, head: Block) -> tuple[str, str | None] | None:
    """The first level word of title or opening sentence, with the name the document gives it most often."""
    opening = _agreement(source, preamble)
    for start, end in ((title.start, title.end), opening, (head.start, head.end)):
        for match in _AREA.finditer(source.folded, start, end):
            if not _PLURAL.search(source.folded, max(start, match.start() - 12), match.start()):
                level = match["level"].strip()
                return (level, _name_at(source, match.end()) or _usual_name(source, level))
    return None


def _name_at(source: Source, start: int) -> str | None:
    end = proper_name_end(source, start)
    if end == start:
        return None
    words = source.plain[start:end].split()
    name = " ".join(words)
    return " ".join(word.capitalize() for word in words) if name.isupper() else name


def _usual_name(source: Source, level: str) -> str | None:
    names: Counter[str] = Counter()
    for match in phrase(rf"\b{level}(?= )").finditer(source.folded):
        name = _name_at(source, match.end())
        if name and not re.fullmatch(r"[IVX\d]+", name):
            names[name] += 1
    return names.most_common(1)[0][0] if names else None


def level_mentions(source: Source, *, level: str | None) -> Mentions:
    """The mentions of the whole text, levels told from the programme's own."""
    return mentions_of(source, start=0, end=len(source.text), own_level=level)
