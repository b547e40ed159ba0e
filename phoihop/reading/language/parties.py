"""Who is named where: every mention of an organised body, with its code and its level."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .party_names import CODES, HYPHENATED_PLACES, ISSUERS, LEVEL, LEVEL_RANKS, OWN_WORDS, STANDING
from .source import Source, phrase


def _any_of(own: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all names. The board before a name is tried once, not once for each code."""
    named = [*CODES, ("OWN", "|".join(own))]
    led = [pair for pair in named if pair[1].startswith(STANDING)]
    before, after = named[: named.index(led[0])], named[named.index(led[-1]) + 1 :]
    codes = _groups([(code, pattern.removeprefix(STANDING)) for code, pattern in led])
    return phrase(rf"(?<!\w)(?:{_groups(before)}|{STANDING}(?:{codes})|{_groups(after)})(?!\w)")


def _groups(pairs: list[tuple[str, str]]) -> str:
    return "|".join(f"(?P<{code}>{pattern})" for code, pattern in pairs)


_MENTION = _any_of(OWN_WORDS)
#: Where only issuers and signers stand, bodies that a running text names in passing are meant too.
_ANY_BODY = _any_of((*ISSUERS, *OWN_WORDS))
_HYPHENATED = phrase(" (?:" + "|".join(HYPHENATED_PLACES) + r")\b")
#: Houses that bear a name of their own.
_NAMED_HOUSE = phrase(r"(?:trường|công ty|tổng công ty|tập đoàn|học viện|báo) ")
_LEVELS = phrase(
    rf" ?(?:(?P<many>các|mỗi|từng|tất cả các|ở các|cấp|của|trong các) )?(?P<levels>{LEVEL}(?:(?:,? |, ?"
    rf"|/| - | và )(?:các |cấp )?{LEVEL})*)\b"
)
_TRAIL = phrase(
    r" (?:việt nam|vn)\b| (?:các|mỗi) cấp\b(?: trên địa bàn(?: (?:tỉnh|thành phố|huyện|thị xã|xã"
    r"|phường))?)?"
    r"| có liên quan\b| ở (?:khu dân cư|cơ sở|địa phương|xã|thôn)\b| thôn, khối phố\b| khu dân cư\b"
    r"| khu phố\b"
    r"| của (?:mttq|mặt trận(?: tổ quốc)?)\b| thuộc\b(?= ubnd)| khác\b"
)
_SAME_LEVEL = phrase(r"\s*cùng cấp\b")
_CONNECTOR = phrase(
    r"[ ,;]*(?:(?:và|cùng|với|cùng với|hoặc|của|là) )?(?:(?:các|mỗi|từng|toàn thể|tất cả các|các vị"
    r"|trưởng các|một số) )?[ ,]*"
)
_NAME_STOPS = {
    "năm", "giai", "nhiệm", "và", "với", "các", "trong", "về", "thực", "số", "độc", "cộng", "chủ", "phó",
    "tm", "kt", "khóa", "lần", "giữa", "bí", "ban", "ủy", "hội", "đoàn", "công", "liên", "phối", "triển",
    "tổ", "quyết", "căn", "giám", "kế", "chương", "quy", "nơi", "đến", "đẩy", "tăng", "nhằm",
    "thôn", "bản", "ấp", "khu", "xã", "phường", "huyện", "tỉnh",
}  # fmt: skip
_LONGEST_NAME = 4
_WORD = re.compile(r"(?: |\n(?!\n))([^\W\d_][\w']*)")


@dataclass(frozen=True)
class Mention:
    """`code` alone, or with `level` where the body is of another level than the programme's own."""

    start: int
    end: int
    code: str
    level: str | None
    is_coded: bool

    @property
    def party(self) -> str:
        return f"{self.code} {self.level}" if self.level else self.code


class Mentions:
    """The mentions of a text in reading order."""

    def __init__(self, source: Source, found: list[Mention]) -> None:
        self._source = source
        self._all = found
        self._starts = [mention.start for mention in found]

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin in a span."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def run_at(self, start: int, end: int) -> list[Mention]:
        """The list "A, B và các C" that begins at `start` (connecting words allowed before it)."""
        run: list[Mention] = []
        at = start
        for mention in self.within(start, end):
            between = self._source.folded[at : mention.start]
            if not _CONNECTOR.fullmatch(between):
                break
            run.append(mention)
            at = mention.end
        return run

    def runs_within(self, start: int, end: int) -> Iterator[list[Mention]]:
        """The mentions of a span, those of one list together."""
        at = start
        while inside := self.within(at, end):
            run = self.run_at(inside[0].start, end)
            yield run
            at = run[-1].end


def mentions_of(
    source: Source, *, start: int, end: int, own_level: str | None, all_bodies: bool = False
) -> Mentions:
    """Every body named in a span. `own_level` is the level word of the programme's own place.

    `all_bodies`: also ministries, banks, schools and others that are parties only where they issue or sign.
    """
    found: list[Mention] = []
    at = start
    pattern = _ANY_BODY if all_bodies else _MENTION
    while match := pattern.search(source.folded, at, end):
        mention = _mention(source, match, own_level=own_level, is_named=all_bodies)
        before = found[-1] if found and mention.start - found[-1].end < 80 else None
        same = _SAME_LEVEL.match(source.folded, mention.end)
        if same:
            level = mention.level or (before.level if before else None)
            mention = replace(mention, end=same.end(), level=level)
        found.append(mention)
        at = max(mention.end, match.end())
    return Mentions(source, found)


def _mention(
    source: Source, match: re.Match[str], *, own_level: str | None, is_named: bool = False
) -> Mention:
    code = match.lastgroup or "OWN"
    end, level, names_level = match.end(), None, False
    if is_named and _NAMED_HOUSE.match(source.folded, match.start()):
        end = proper_name_end(source, end)
    for _ in range(4):
        trail = _TRAIL.match(source.folded, end)
        if trail and not (code == "KDC" and "cấp" in trail.group()):
            end = trail.end()
            continue
        levels = None if names_level else _LEVELS.match(source.folded, end)
        if not levels or (levels["many"] == "của" and code != "MEMBERS"):
            break
        names_level = True
        name_end = proper_name_end(source, levels.end())
        level = _other_level(levels, named=name_end > levels.end(), own_level=own_level)
        end = name_end
    if code == "OWN":
        left = _with_article(source, match.start())
        return Mention(left, end, source.line(left, end), None, is_coded=False)
    return Mention(match.start(), end, code, level, is_coded=True)


def _with_article(source: Source, start: int) -> int:
    return start - 4 if source.folded[max(0, start - 4) : start] == "các " else start


def _other_level(levels: re.Match[str], *, named: bool, own_level: str | None) -> str | None:
    """The level as printed, where it is not the programme's own: "xã, phường", "tỉnh"."""
    words = re.split(r"\s*(?:,|/| và | - )\s*", " ".join(levels["levels"].split()))
    words = [re.sub(r"^(?:các|cấp) ", "", word) for word in words]
    if len(words) > 1 or levels["many"] in ("các", "mỗi", "từng", "tất cả các", "ở các", "cấp"):
        is_own = len(words) == 1 and words[0] == own_level
        return None if is_own else ", ".join(words)
    if own_level is None or words[0] == own_level:
        return None
    ranks = (LEVEL_RANKS.get(words[0]), LEVEL_RANKS.get(own_level))
    return None if ranks[0] == ranks[1] and not named else words[0]


def proper_name_end(source: Source, start: int) -> int:
    """Where the capitalised words that follow a level word end: "huyện Đức Cơ"."""
    hyphenated = _HYPHENATED.match(source.folded, start)
    if hyphenated:
        return hyphenated.end()
    at = start
    for _ in range(_LONGEST_NAME):
        match = _WORD.match(source.plain, at)
        if not match or not match[1][0].isupper() or match[1].lower() in _NAME_STOPS:
            break
        if match.group()[0] == "\n" and at > start and " " in source.plain[start + 1 : at]:
            break
        at = match.end()
    return at
