"""The header: type, title, who issues, number, place, day and period. What is blank stays None."""

import re

from phoihop.reading.draft import Header, Period
from phoihop.reading.language.dates import years
from phoihop.reading.language.parties import Mentions, mentions_of
from phoihop.reading.language.source import Source, phrase

from .bases import tidy_number
from .dateline import place_and_day
from .issuers import area_of, issuers_of, opening
from .titles import ATTACHED_WITH
from .zones import Block

# A symbol too long for its column goes on below: "TTLT-BTP-\nBCA".
_SYMBOL = r"(?P<symbol>[^\W\d_][^\W_]*(?: ?[-/.&](?: ?|[^\S\n]*\n[^\S\n]*(?=[A-ZĐ]{2}))[^\W_]+)*)"
# "Hạnh phúc Số: 12/KH-UBND", "Nghị quyết số: 96/2023/QH15": the number is the document's own.
_BEFORE_OWN = re.compile(
    r"(?:húc|HÚC)$|(?<!\w)(?:Nghị quyết|Kế hoạch|Quyết định|Chỉ thị|Thông tư|Chương trình|Quy chế)$"
)
_NUMBER = re.compile(
    r"(?i:số)\s*:?\s*(?P<number>\d{1,5}[a-z]?)(?P<mark>\s*[/-]\s*|\s+(?=[A-ZĐ]{2,}[/-]))"
    rf"(?P<year>(?:19|20)\d\d\s*/\s*)?(?!(?i:ngày)\b){_SYMBOL}"
)
_ACTION = phrase(r"chương trình hành động")
_JOINT = phrase(r"phối hợp|liên tịch|quy chế|thỏa thuận|ký kết|giao ước|hợp tác|giữa ")
_PERIOD_OF = phrase(
    r"(?:chương trình|kế hoạch|quy chế|nghị quyết liên tịch)[^,;:]{0,80}?"
    r"(?=\b(?:giai đoạn|nhiệm kỳ|từ năm|đến (?:hết )?năm|năm (?:19|20)))"
)
_CARRIES_OUT = phrase(r"thực hiện (?:\w+ ){0,4}?(?:chương trình|nghị quyết|quy chế|đề án|chỉ thị|kết luận)\b")
_YEAR_OF_ITS_OWN = phrase(r"(?<!tháng )(?:trong )?năm (?P<y>20\d\d)\b(?! ?-)")


def level_of(source: Source, *, title: Block, preamble: Block, head: Block) -> str | None:
    """The level word of the programme's own place: "huyện", "thị trấn"."""
    area = area_of(source, title=title, preamble=preamble, head=head)
    return area[0] if area else None


def header_of(
    source: Source,
    *,
    head: Block,
    title: Block,
    preamble: Block,
    mentions: Mentions,
    tails: tuple[Block, ...] = (),
) -> Header:
    """Everything above the first clause; in older documents place and day stand below the last one."""
    issuers = issuers_of(source, head=head, title=title, preamble=preamble, mentions=mentions)
    place, day = _place_and_day(source, head, preamble, *tails)
    return Header(
        kind=_kind(source, title=title, preamble=preamble, issuers=issuers),
        title=_title(source, title),
        issuers=tuple(issuers),
        number=_number(source, head, preamble),
        place=place,
        date=day,
        period=_period(source, title=title, preamble=preamble),
    )


def _title(source: Source, title: Block) -> str:
    """Without the note that says which decision it came with."""
    note = ATTACHED_WITH.search(source.folded, title.start, title.end)
    return source.line(title.start, note.start() if note else title.end)


def _kind(source: Source, *, title: Block, preamble: Block, issuers: list[str]) -> str:
    is_action = _ACTION.match(source.folded, title.start)
    if _JOINT.search(source.folded, title.start, title.end) and not (is_action and len(issuers) == 1):
        return "coordination_programme"
    is_action = is_action or _ACTION.search(source.folded, title.start, title.end)
    is_action = is_action or _ACTION.search(source.folded, *opening(source, preamble))
    return "action_programme" if is_action or len(issuers) == 1 else "coordination_programme"


def _number(source: Source, head: Block, preamble: Block) -> str | None:
    for start, end in ((head.start, head.end), *_free_lines(source, preamble)):
        for match in _NUMBER.finditer(source.plain, start, end):
            before = source.plain[max(start, match.start() - 14) : match.start()].rstrip(" ")
            own = _BEFORE_OWN.search(before)
            if before[-1:].isalnum() and not (own and (own.group().lower() == "húc" or ":" in match.group())):
                continue
            mark = "/" if match["mark"].strip() == "/" else "-" if "-" in match["mark"] else " "
            year = re.sub(r"\s", "", match["year"] or "")
            return f"{match['number']}{mark}{year}{tidy_number(match['symbol'])}"
    return None


def _free_lines(source: Source, block: Block) -> list[tuple[int, int]]:
    """The lines of a block that name no basis: a number or a day there is the document's own."""
    found, at = [], block.start
    while at < block.end:
        stop = source.plain.find("\n", at, block.end)
        stop = block.end if stop < 0 else stop
        left, right = source.trimmed(at, stop)
        if not _names_another(source, left, right):
            found.append((left, right))
        at = stop + 1
    return found


def _names_another(source: Source, start: int, end: int) -> bool:
    words = source.folded[start:end]
    return bool(re.match(r"căn|thực hiện|theo|xét|nhằm|thi hành|để ", words)) or len(words) > 160


def _place_and_day(source: Source, head: Block, *others: Block) -> tuple[str | None, str | None]:
    spans = [(head.start, head.end), *(line for block in others for line in _free_lines(source, block))]
    for start, end in spans:
        found = place_and_day(source, start, end)
        if found:
            return found
    return (None, None)


def _period(source: Source, *, title: Block, preamble: Block) -> Period:
    """The title's years; failing that, those the opening sentence joins to the programme's name."""
    words = source.folded[title.start : title.end]
    found = years(words)
    own = [int(match["y"]) for match in _YEAR_OF_ITS_OWN.finditer(words)]
    if found and own and found[0] and found[0] != found[1] and _CARRIES_OUT.search(words):
        # The plan of one year for a programme of several.
        within = [year for year in own if found[0] <= year <= (found[1] or year)]
        found = (within[-1], within[-1]) if within else found
    if not found:
        start, end = opening(source, preamble)
        named = list(_PERIOD_OF.finditer(source.folded, start, end))
        found = years(source.folded[named[-1].end() : named[-1].end() + 40]) if named else None
    return Period(*found) if found else Period()


def level_mentions(source: Source, *, level: str | None) -> Mentions:
    """The mentions of the whole text, levels told from the programme's own."""
    return mentions_of(source, start=0, end=len(source.text), own_level=level)
