"""Bodies named by their own words: "Sở Tư pháp", "Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc".

A name opens with a word of kind in capitals, goes on with a word in capitals, and ends before a verb,
a preposition or another name. Nothing is guessed from a list of fields, so any ministry's or town's
own departments are read.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from .parties import Mention, Mentions
from .source import Source, phrase
from .verbs import DOES

_KINDS = (
    "Sở|Phòng|Ban|Bộ|Cục|Chi cục|Tổng cục|Vụ|Viện|Trung tâm|Đài|Báo|Trường|Ngân hàng|Kho bạc|Hạt|Đồn"
    "|Chi nhánh|Công ty|Liên minh|Liên hiệp|Hội|Hiệp hội|Thanh tra|Văn phòng|Học viện|Tòa án|Toà án"
    "|Viện kiểm sát"
    "|Bảo hiểm|Bộ Chỉ huy|Bộ Tư lệnh|Ban Chỉ đạo|Ban Chỉ huy|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Thị đoàn"
    "|Quận đoàn|(?:Ủy|Uỷ) ban(?= (?:Dân tộc|DÂN TỘC|Kiểm tra|KIỂM TRA|An toàn giao thông|AN TOÀN GIAO THÔNG))"
    "|Tổ|Tỉnh hội|Đảng bộ|Tổng Liên đoàn|Trung ương Đoàn|Trung ương Hội|Bưu điện|Điện lực"
)
_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_NAME = re.compile(rf"(?<!\w)(?:(?P<kind>{_KINDS})|(?P<shout>{_KINDS.upper()}))(?= +[{_UPPER}])")
# Words that begin like a body and are none.
_NONE = phrase(
    r"ban (?:thường|chấp|bí|cán sự|công tác|thanh tra|giám sát|chủ nhiệm đề|tổ chức (?:hội|lễ|giải))"
    r"|bộ (?:chính trị|luật|tiêu)|hội (?:nông dân|liên hiệp phụ|phụ nữ|lhpn|lh|cựu|ccb|đồng|nghị)|trường hợp"
    r"|tổ (?:quốc|dân|chức)|đài tưởng|viện trợ|văn phòng (?:hđnd|ubnd|ủy ban|đoàn đbqh)|báo cáo"
)
_WORD = re.compile(
    r"(?P<gap>(?P<dash>\s*-\s*)|(?P<comma>,\s)|(?P<and>\s+(?:và|VÀ|&)\s+)|\s+)(?P<word>[^\W\d_][\w&/]*)"
)
_STOPS = phrase(
    rf"(?:{DOES}|của|về|khi|nếu|đã|sẽ|để|với|đến|từ|tại|cho|và|hoặc|do|bằng|nhằm|qua|mỗi|từng|các|những|cũng"
    r"|khác|gồm|như|nêu|nói|ngay|mà|thì|giao|bàn|sau|trước|vào|thuộc|giữa|ở|này|đó|trên|cùng cấp|còn)\b"
)
_STOPS_SHOUTED = phrase(r"(?:về|của|với|giữa|trên|trong|năm|giai đoạn|nhiệm kỳ)\b")
_HALVES = re.compile(
    "đào tạo|ngoại giao|tham mưu|kiểm tra|thanh tra|giám sát|tổ chức|xây dựng|tuyên truyền|điều tra|thi hành"
    "|bảo vệ|quản lý|phát triển|chỉ đạo|chỉ huy|vận động|hỗ trợ|truyền thông|giáo dục|tư vấn|hợp tác"
)
_LONGEST = 14


_SHORT = re.compile(
    r"(?<!\w)(?:NHCSXH|NHNN|Agribank|BHXH(?= (?:tỉnh|huyện|thành phố))|VKSND|TAND|BĐBP|BCHQS|CAX"
    r"|CAT)(?! *[-/(\w]*\d)"
    r"(?: (?:tỉnh|huyện|xã|phường|thị xã|thành phố|quận))?(?!\w)"
)
_PLAIN_NAMES = phrase(
    r"(?<!\w)(?:(?:các )?(?:nhà trường|trường học|sở, (?:ban, )?ngành(?:, đoàn thể)?|cơ quan chức năng"
    r"|ngành chức năng|(?:phòng, )?ban, ngành(?:, đoàn thể)?)|các trường|trưởng (?:thôn|ấp|bản|khu phố|xóm"
    r"|khu dân cư)|tổ bảo vệ an ninh,? trật tự)"
    r"(?=[,;.:\n]|$| (?:liên quan|tổ chức|phối hợp|chủ trì|trên địa bàn|tiếp thu|có trách|báo cáo|tuần tra))"
)


def offices_in(source: Source, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of such names, in reading order."""
    at = start
    while match := _NAME.search(source.plain, at, end):
        stop = None if _NONE.match(source.folded, match.start()) else _end(source, match, end=end)
        if stop:
            yield (match.start(), stop)
        at = stop or match.end()


def _end(source: Source, match: re.Match[str], *, end: int) -> int | None:
    """Where the name ends: words in capitals go on; others until one that cannot be part of a name."""
    shouted = bool(match["shout"])
    at, stop = match.end(), None
    for _ in range(_LONGEST):
        word = _WORD.match(source.plain, at, end)
        if not word or _begins_another(source, word, shouted=shouted):
            break
        is_small = word["word"][0].islower()
        if shouted and _STOPS_SHOUTED.match(source.folded, word.start("word")):
            break
        if "\n" in word["gap"] and ("\n\n" in word["gap"] or not (is_small or word["and"])):
            break
        if "\n" in word["gap"] and source.plain[word.end() : word.end() + 1] in (")", "."):
            break
        if is_small and (shouted or word["comma"] or word["and"] or _ends_name(source, at, word)):
            break
        if word["comma"] and not _lists_fields(source, word.end(), end):
            break
        at = stop = word.end()
    return stop


def _ends_name(source: Source, at: int, word: re.Match[str]) -> bool:
    """A verb or a preposition ends a name, unless it is half of a word: "Bộ Giáo dục và Đào tạo"."""
    before = source.plain[max(0, at - 10) : at].split()[-1:]
    is_half = before and before[0][0].isupper() and _HALVES.fullmatch(before[0].lower() + " " + word["word"])
    if is_half:
        return False
    # "Trung ương" closes a name: what follows in small letters is what the body does.
    central = source.folded[max(0, at - 12) : at].split()[-2:] == ["trung", "ương"]
    return central or bool(_STOPS.match(source.folded, word.start("word")))


def _begins_another(source: Source, word: re.Match[str], *, shouted: bool) -> bool:
    """ "Sở Tư pháp và Sở Nội vụ", "Phòng Tư pháp, Công an xã": the second is a name of its own."""
    if not (word["comma"] or word["and"]):
        return False
    following = source.folded[word.start("word") : word.start("word") + 20]
    return bool(_OTHERS.match(following)) or bool(_NAME.match(source.plain, word.start("word")))


def _lists_fields(source: Source, at: int, end: int) -> bool:
    """ "Sở Văn hóa, Thể thao và Du lịch": an "và" with a capital follows before any other mark."""
    rest = source.plain[at : min(end, at + 40)]
    return bool(re.match(rf"[^,;.:\n]{{0,30}} (?:và|&) [{_UPPER}]", rest))


_OTHERS = re.compile(
    r"(?:công an|ủy ban|uỷ ban|ubnd|hđnd|hội|đoàn|liên đoàn|mặt trận|mttq|ubmttq|ban |các |công đoàn|quân"
    r"|thường trực|bộ đội|đảng|tổ chức|những)"
)


def with_offices(source: Source, mentions: Mentions, *, start: int, end: int) -> Mentions:
    """The mentions of a text with the offices of a span among them; the longer of two names stands."""
    known = [_whole(source, mention) for mention in mentions.within(0, len(source.text))]
    known = [mention for mention in known if not _MEMBER.match(source.folded, mention.end)]
    found: list[Mention] = []
    spans = list(offices_in(source, start=0, end=end))
    spans += (match.span() for match in _SHORT.finditer(source.plain, start, end))
    spans += (match.span() for match in _PLAIN_NAMES.finditer(source.folded, start, end))
    for left, right in spans:
        found.append(Mention(left, right, source.line(left, right), None, is_coded=False))
    found += _aliases(source, known, found, start=start, end=end)
    found += _own_ranks(source, known, start=start, end=end)
    found = [mention for mention in found if mention.start >= start]
    kept: list[Mention] = []
    for mention in sorted((*known, *found), key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return Mentions(source, _with_shared_levels(source, kept))


def _own_ranks(source: Source, known: list[Mention], *, start: int, end: int) -> Iterator[Mention]:
    """ "các cấp Hội", in a text that speaks of one association: all its levels."""
    counts = Counter(mention.code for mention in known if mention.code in ("ND", "PN", "CCB"))
    (code, first), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    if first > 2 * second:
        for match in _RANKS.finditer(source.folded, start, end):
            yield Mention(*match.span(), code, None, is_coded=True)


_RANKS = phrase(r"(?<!\w)(?:(?:các )?cấp hội|hội các cấp)(?! (?:nông|liên|phụ|cựu|lhpn))(?!\w)")


def _whole(source: Source, mention: Mention) -> Mention:
    """With the word that makes it the group of a hamlet: "Chi hội Phụ nữ"."""
    group = _GROUP.search(source.folded, max(0, mention.start - 8), mention.start)
    has_groups = mention.code in ("PN", "ND", "CCB", "TN")
    return replace(mention, start=group.start()) if group and has_groups else mention


_GROUP = phrase(r"(?<!\w)chi $")
_MEMBER = phrase(r" viên\b")


def _aliases(
    source: Source, known: list[Mention], offices: list[Mention], *, start: int, end: int
) -> Iterator[Mention]:
    """ "Hội Nông dân huyện (bên A)", "… (sau đây gọi tắt là Hội)": the short name stands for the long one."""
    named = sorted((*known, *offices), key=lambda m: m.end)
    for match in _ALIAS.finditer(source.plain):
        owner = [m for m in named if match.start() - _NEAR < m.end <= match.start()]
        if not owner:
            continue
        for found in re.finditer(
            rf"(?<!\w){re.escape(match['name'])}(?! [{_UPPER}])(?!\w)", source.plain[start:end]
        ):
            at = start + found.start()
            if at > match.end():
                yield replace(owner[-1], start=at, end=start + found.end())


_ALIAS = re.compile(
    r"\((?:(?:[Ss]au đây |[Dd]ưới đây )?(?:gọi|viết)(?: chung| tắt)* là:? *\"?)?"
    r"(?P<name>[Bb]ên [A-D]|(?<=là )[^\W\d_][^()\"\n;]{1,40}?)\"? *\)"
)
_NEAR = 30


def _with_shared_levels(source: Source, mentions: list[Mention]) -> list[Mention]:
    """ "Công an và Ủy ban MTTQ các huyện": the level printed once, after the last, is that of all."""
    shared = list(mentions)
    for index, mention in enumerate(shared):
        if mention.is_coded and not mention.level and _SAME.search(source.folded, mention.start, mention.end):
            above = [m for m in shared[max(0, index - 4) : index] if m.level and mention.start - m.end < _FAR]
            shared[index] = replace(mention, level=above[-1].level) if above else mention
    for index in range(len(shared) - 2, -1, -1):
        mention, following = shared[index], shared[index + 1]
        if not (mention.is_coded and following.level and following.is_coded) or mention.level:
            continue
        joined = _JOINS.fullmatch(source.folded, mention.end, following.start)
        own = _NAMES_LEVEL.search(source.folded, mention.start, mention.end)
        many = _SAME.search(source.folded, following.start, following.end) or _MANY.search(
            source.folded, following.start, following.end
        )
        if joined and many and not own and mention.code not in ("KDC", "TTND", "GSDTCD"):
            shared[index] = replace(mention, level=following.level)
    return shared


_SAME = phrase(r"\bcùng cấp$")
_FAR = 120
_JOINS = phrase(r"(?: ?,| ?;|) ?(?:và )?(?:các )?")
_MANY = phrase(r"\b(?:các|mỗi|từng) (?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\b")
_NAMES_LEVEL = phrase(r"\b(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|cấp(?! ủy)|trung ương)\b")
