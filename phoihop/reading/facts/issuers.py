"""Who issues a document and for which place: from its title, its opening sentence or its head."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from phoihop.reading.language.offices import offices_in
from phoihop.reading.language.parties import Mention, Mentions, mentions_of, proper_name_end
from phoihop.reading.language.party_names import LEVEL
from phoihop.reading.language.source import Source, phrase

from .dateline import place_and_day
from .zones import Block

type Span = tuple[int, int]

_AREA = phrase(rf"\b(?P<level>{LEVEL})(?= )")
_HAMLET = phrase(r"\b(?P<level>thôn|bản|ấp|khu phố|tổ dân phố|buôn|làng|khóm|khối phố)(?= )")
_OF_COMMITTEE = phrase(r"\b(?P<level>tỉnh|huyện|thành|thị|quận) (?:ủy|đoàn)(?= )")
_LEVEL_OF_COMMITTEE = {"thành": "thành phố", "thị": "thị xã"}
_PLURAL = phrase(r"(?:các|mỗi|từng|cấp|của các)\s*$")
_ISSUING = {
    "UBND", "HDND", "MTTQ", "CTXH", "MEMBERS", "KDC", "LDLD", "ND", "PN", "TN", "CCB", "CONGAN", "DANG",
}  # fmt: skip
_BETWEEN = phrase(r"\b(?:giữa|phối hợp (?:công tác )?(?:của|với)|hành động của|liên tịch của)\b")
_FOR_ANOTHER = phrase(
    r"thực hiện (?:[\w ]{0,24}?)(?:chương trình|nghị quyết|chỉ thị|kết luận|quy chế|kế hoạch|đề án)\b"
)
_ABOUT = phrase(
    r"\b(?:về|trong|nhằm|giai đoạn|nhiệm kỳ|thực hiện|triển khai|tổ chức thực hiện|để|đến năm|từ năm)\b"
    r"|\bnăm (?=(?:19|20)\d\d)|\("
)
_VERB = phrase(
    r"\b(?:xây dựng|ban hành|ký kết|(?:cùng )?thống nhất(?! (?:với|cùng)\b)|phối hợp (?:xây|tổ)|quyết định"
    r"|quyết nghị|triển khai|hướng dẫn(?= (?:thực hiện|một số|[\w ]{0,40}như sau)))\b"
)
_CITES = phrase(r"(?:thực hiện|căn cứ|để|nhằm|trên cơ sở|thi hành|được|sau khi)\b")
_CITED = phrase(r"\b(?:kế hoạch|quyết định|chỉ thị|nghị quyết|công văn|chương trình|kết luận|tờ trình) số\b")
_NOT_ITS_SUBJECT = phrase(r"[;:]|\.(?= )|\b(?:về|của|tại|phê duyệt|giao|do|đề nghị)\b")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})\.\s+(?=[^\W\d_])")
_NEAR_VERB = 100
_DASH = re.compile(r"\s*-\s*")
_CENTRAL = phrase(
    r"trung ương|việt nam\b|\btw\b|bộ trưởng|\bbộ \w|chính phủ|quốc hội|\btổng (?:liên đoàn|cục)"
)
_SURE = 3
_NOISE = re.compile(
    r"\s*(?:ký bởi|người ký|email|thời gian ký|cơ quan\s*:|ngày ký|chữ ký số|số\s*:|đến\b|ngày\s*:|độc lập"
    r"|chuyển\s*:|lưu hồ sơ|kính gửi|công báo\b|văn bản quy phạm pháp luật)"
)
_STATE = phrase(r"cộng\s*hòa\s*xã\s*hội\s*chủ\s*nghĩa\s*việt\s*nam|đảng cộng sản việt nam")
_OFFICE = re.compile(
    r"(?:Bộ|Sở|Phòng|Ban|Cục|Chi cục|Tổng cục|Hội|Ngân hàng|Liên minh|Học viện|Trường|Đài|Thanh tra|Tổ"
    r"|[ỦU][yỷ] ban(?= (?:dân tộc|kiểm tra))) "
)
_FIELDS = re.compile(r"^[^\W\d_]|(?<= và )[^\W\d_]|(?<= - )[^\W\d_]|(?<=, )[^\W\d_]")
_PROPER = re.compile(r"\b(?:việt nam|hồ chí minh)\b|\bquốc(?= hội\b)|\bchính(?= phủ\b)")
_COMMITTEE = phrase(r"(?:sở|phòng|chi cục|cục|ban quản lý|trung tâm|trường)\b")


def opening(source: Source, preamble: Block) -> Span:
    """The last paragraph of the preamble: "… thống nhất xây dựng Chương trình … như sau:"."""
    start, end = source.trimmed(preamble.start, preamble.end)
    at = end
    while at > start:
        line = source.plain.rfind("\n", start, at)
        if line < 0:
            return (start, end)
        above = source.plain[start:line].rstrip()
        first = source.plain[line:end].lstrip()[:1]
        # A paragraph broken by hand goes on from the line above it.
        if (
            not above
            or above[-1] in ".;:!?/,"
            or source.plain[line - 1 : line] == "\n"
            or not _is_broken(source, line, first)
        ):
            return (max(start, line), end)
        at = line
    return (start, end)


def _is_broken(source: Source, line: int, first: str) -> bool:
    above_start = source.plain.rfind("\n", 0, line) + 1
    return first.islower() or first.isdigit() or line - above_start > 45


def agreement(source: Source, preamble: Block) -> Span:
    """The opening sentence up to its verb of issuing; its subject and partners are the issuers."""
    start, end = opening(source, preamble)
    part = source.folded.rfind(";", start, end)
    start = part + 1 if part >= 0 else start
    start = _last_sentence(source, start, end)
    verbs = [match.start() for match in _VERB.finditer(source.folded, start, end)]
    said = [verb for verb in verbs if _is_said_of_a_body(source, start, verb)]
    stop = [*said, *verbs, end][0]
    # "Thực hiện Chương trình …, Uỷ ban … xây dựng": what is carried out is not who issues.
    comma = source.folded.rfind(",", start, stop)
    words = source.folded[start:stop].lstrip()
    cites = _CITES.match(words) or (said and _CITED.search(words))
    if comma > 0 and cites:
        start = _subject_start(source, start, stop)
    return (start, stop)


def _last_sentence(source: Source, start: int, end: int) -> int:
    """Where the last sentence that issues something begins: "… của Ban Bí thư. UBND tỉnh ban hành …"."""
    stops = [match.end() for match in _SENTENCE_END.finditer(source.plain, start, end)]
    stops = [
        stop for stop in stops if source.plain[stop].isupper() and _VERB.search(source.folded, stop, end)
    ]
    return stops[-1] if stops else start


def _is_said_of_a_body(source: Source, start: int, verb: int) -> bool:
    """Does a body stand before the verb, with nothing between them that makes it another's?"""
    near = max(start, verb - _NEAR_VERB)
    found = mentions_of(source, start=near, end=verb, own_level=None, all_bodies=True).within(near, verb)
    return bool(found) and not _NOT_ITS_SUBJECT.search(source.folded, found[-1].end, verb)


def _subject_start(source: Source, start: int, stop: int) -> int:
    """Where the last list of bodies before the verb begins."""
    found = mentions_of(source, start=start, end=stop, own_level=None, all_bodies=True)
    runs = list(found.runs_within(start, stop))
    first = len(runs) - 1
    while first > 0 and _DASH.fullmatch(source.plain, runs[first - 1][-1].end, runs[first][0].start):
        first -= 1
    return runs[first][0].start if runs else start


def issuers_of(
    source: Source, *, head: Block, title: Block, preamble: Block, mentions: Mentions
) -> list[str]:
    """Those the title names as its sides; failing that, the opening sentence's; failing that, the head's."""
    area = area_of(source, title=title, preamble=preamble, head=head)
    titled = list(_sides(source, title, area)) if _names_sides(source, title) else []
    said = list(_named(source, *agreement(source, preamble), area))
    printed = list(_printed(source, head, area))
    if len(titled) > 1:
        return titled
    if len(said) > 1 or (said and not printed) or (len(printed) == 1 and _is_same_body(said, printed)):
        return said
    return printed or titled or said or _offices(source, head, agreement(source, preamble))


def _offices(source: Source, head: Block, agreed: Span) -> list[str]:
    """A board or an office known by no name of its own: the opening sentence's last one, or the head's."""
    said = list(offices_in(source, start=agreed[0], end=agreed[1]))
    if said:
        return [printed_name(source, *said[-1])]
    own = Source.of("".join(_own_words(source, head)))
    return [printed_name(own, *span) for span in list(offices_in(own, start=0, end=len(own.text)))[-1:]]


def _is_same_body(said: list[str], printed: list[str]) -> bool:
    """One name for what the head prints and the sentence says, whichever places they add."""
    kinds = [" ".join(name.lower().split()[:2] if name[1:2].islower() else name.split()[:1]) for name in said]
    return any(name.lower().startswith(kind.lower()) for kind in kinds for name in printed)


def _names_sides(source: Source, title: Block) -> bool:
    between = _BETWEEN.search(source.folded, title.start, title.end)
    other = _FOR_ANOTHER.search(source.folded, title.start, title.end)
    return bool(between) and not (other and between and other.start() < between.start())


def _sides(source: Source, title: Block, area: tuple[str, str | None] | None) -> Iterator[str]:
    between = _BETWEEN.search(source.folded, title.start, title.end)
    if between:
        about = _ABOUT.search(source.folded, between.end(), title.end)
        yield from _named(source, between.end(), about.start() if about else title.end, area)


def _named(source: Source, start: int, end: int, area: tuple[str, str | None] | None) -> Iterator[str]:
    """The bodies of a span, once each, with the place they belong to."""
    seen: set[str] = set()
    own = area[0] if area else None
    found = mentions_of(source, start=start, end=end, own_level=own, all_bodies=True)
    for mention in found.within(start, end):
        is_issuer = mention.code in _ISSUING if mention.is_coded else True
        if not is_issuer or (mention.level and "," in mention.level):
            continue
        name = _with_area(source, mention, area)
        if name not in seen:
            seen.add(name)
            yield name


def _with_area(source: Source, mention: Mention, area: tuple[str, str | None] | None) -> str:
    words = source.folded[mention.start : mention.end]
    if not mention.is_coded:
        name = printed_name(source, mention.start, mention.end)
        if area and area[1]:
            name = re.sub(rf"(?i)\b{re.escape(area[1])}\b", area[1], name)
        if name.lower().startswith(("trường", "công ty", "tổng công ty", "tập đoàn", "học viện", "báo ")):
            return name
        if area and area[1] and name.lower().endswith(area[0]):
            return f"{name} {area[1]}"
        if area and area[1] and not re.search(rf"\b(?:{LEVEL})\b", words) and not _CENTRAL.search(words):
            return f"{name} {area[0]} {area[1]}"
        return name
    if _CENTRAL.search(words) and not re.search(rf"\b(?:{LEVEL})\b", words) and not area:
        return f"{mention.code} Trung ương"
    if not area:
        return mention.code
    return f"{mention.code} {area[0]} {area[1]}" if area[1] else f"{mention.code} {area[0]}"


def printed_name(source: Source, start: int, end: int) -> str:
    """A body's own words; those in capitals as the text prints them elsewhere, if it does."""
    name = source.line(start, end)
    if not name.isupper():
        return name
    for match in _literal(re.escape(" ".join(source.folded[start:end].split()))).finditer(source.folded):
        other = source.line(*match.span())
        if not other.isupper() and other[0].isupper():
            return other
    return _in_small_letters(name)


def _in_small_letters(name: str) -> str:
    """ "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH" is "Sở Văn hóa, Thể thao và Du lịch"."""
    words = name.capitalize()
    field = _OFFICE.match(words)
    if field:
        words = words[: field.end()] + _FIELDS.sub(lambda match: match.group().upper(), words[field.end() :])
    return _PROPER.sub(lambda match: match.group().title(), words)


@cache
def _literal(words: str) -> re.Pattern[str]:
    """Words that stand for themselves, over any white space."""
    return phrase(words.replace("tp.", r"tp\.").replace(r"\ ", " "))


def _printed(source: Source, head: Block, area: tuple[str, str | None] | None) -> Iterator[str]:
    """The issuers in the left column of the head; a department's superior printed above it issues nothing."""
    words = "".join(_own_words(source, head))
    own = Source.of(words)
    found = list(_named(own, 0, len(words), area))
    if len(found) > 1 and any(_COMMITTEE.match(name.lower()) for name in found[1:]):
        found = [name for name in found if not name.startswith("UBND ")]
    yield from found


def _own_words(source: Source, head: Block) -> Iterator[str]:
    at = head.start
    while at < head.end:
        stop = source.plain.find("\n", at, head.end)
        stop = head.end if stop < 0 else stop
        if not _NOISE.match(source.folded[at:stop]):
            state = _STATE.search(source.folded, at, stop)
            yield source.plain[at : state.start() if state else stop] + "\n"
        at = stop + 1


def area_of(source: Source, *, title: Block, preamble: Block, head: Block) -> tuple[str, str | None] | None:
    """The level word of title, opening sentence or head, with the name the document gives it most often."""
    spans = [(title.start, title.end), agreement(source, preamble), (head.start, head.end)]
    if _FOR_ANOTHER.search(source.folded, title.start, title.end):
        # The title may name the place of what is carried out; the head names our own.
        spans.insert(0, spans.pop())
    for start, end in spans:
        found = next(_areas(source, start, end), None)
        if found:
            return found if found[1] else (found[0], _name_from_head(source, head))
    return None


def _name_from_head(source: Source, head: Block) -> str | None:
    """A place named nowhere beside its level: by its committee ("TỈNH ĐOÀN …"), or by where it was signed."""
    for match in _OF_COMMITTEE.finditer(source.folded, head.start, head.end):
        name = _name_at(source, match["level"], match.end())
        if name:
            return name
    dated = place_and_day(source, head.start, head.end)
    return dated[0] if dated else None


def _areas(source: Source, start: int, end: int) -> Iterator[tuple[str, str | None]]:
    of_body = [
        match
        for match in _AREA.finditer(source.folded, start, end)
        if not _PLURAL.search(source.folded, max(start, match.start() - 12), match.start())
    ]
    for match in of_body[:1] if end <= start or not _is_head(source, start) else of_body[-1:]:
        level = match["level"].strip()
        name = _name_at(source, level, match.end()) or _usual_name(source, level)
        yield ("thành phố" if level.startswith("tp") else level, name)
    for pattern in (_HAMLET, _OF_COMMITTEE):
        for match in pattern.finditer(source.folded, start, end):
            name = _name_at(source, match["level"], match.end())
            if name:
                yield (_LEVEL_OF_COMMITTEE.get(match["level"], match["level"]), name)


def _is_head(source: Source, start: int) -> bool:
    """In the head a superior's place stands above the issuer's own: the last one counts."""
    return not source.plain[:start].strip()


def _name_at(source: Source, level: str, start: int) -> str | None:
    end = proper_name_end(source, start)
    if end == start:
        return None
    name = " ".join(source.plain[start:end].split())
    if not name.isupper():
        return name
    # In capitals nothing tells where a name ends, unless the text writes it elsewhere.
    known = [usual for usual in _names(source, level) if name.startswith(usual.upper())]
    return max(known, key=len) if known else " ".join(word.capitalize() for word in name.split())


def _names(source: Source, level: str) -> Counter[str]:
    names: Counter[str] = Counter()
    for match in _literal(rf"\b{level}(?= )").finditer(source.folded):
        end = proper_name_end(source, match.end())
        name = " ".join(source.plain[match.end() : end].split())
        if name and not name.isupper() and not re.fullmatch(r"[IVX\d]+", name):
            # What stands on the line below may be another's name, as in a signature.
            names[name] += 1 if source.plain[match.end()] == "\n" else _SURE
    return names


def _usual_name(source: Source, level: str) -> str | None:
    names = _names(source, level)
    best = max(names, key=lambda name: (names[name], len(name)), default=None)
    if best and names[best] >= _SURE:
        return best
    marks = _literal(rf"\b{level}(?= )").finditer(source.folded)
    same_line = (match.end() for match in marks if source.plain[match.end()] == " ")
    return next((name for at in same_line if (name := _name_at(source, level, at))), best)
