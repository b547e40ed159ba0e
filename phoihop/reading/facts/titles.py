"""Where a document's title begins and ends: the name of its type and what it is about."""

import re

from phoihop.reading.language.labels import Level, label_of
from phoihop.reading.language.lines import Line
from phoihop.reading.language.party_names import LEVEL
from phoihop.reading.language.source import Source, phrase

#: What a document calls itself, in folded form.
TYPE_NAME = phrase(
    r"(?:bản )?(?:chương trình|kế hoạch|quy chế|quy định|nghị quyết|thỏa thuận|giao ước|cam kết"
    r"|ký kết|quy ước|quyết định|hướng dẫn|đề án|phương án|công văn(?! đến\b)|thông báo|báo cáo|chỉ thị"
    r"|thông tư|biên bản|liên tịch)\b"
)
_PROGRAMME = phrase(
    r"(?:bản )?(?:chương trình|kế hoạch|quy chế|quy định|nghị quyết liên tịch|thỏa thuận|giao ước|quy ước"
    r"|đề án|phương án|hướng dẫn)\b"
)
_DECISION = phrase(r"(?:quyết định|nghị quyết)\b")
_ATTACHMENT = phrase(r"\(?\s*(?:được )?(?:ban hành )?(?:kèm|đính kèm)(?: theo)?\b")
#: The same at the end of the title's own line.
ATTACHED_WITH = phrase(r"\s*\((?:được )?(?:ban hành )?(?:kèm|đính kèm) (?:theo )?[^()]*\)?\s*$")
_TITLE_STOP = phrase(
    r"căn (?:cứ|luật)\b|xét\b|theo đề nghị|nhằm\b|để \w|thực hiện\b|thi hành\b|số ?[:.]"
    r"|đến\b|ngày đến|chuyển ?:|lưu hồ sơ|kính gửi|[-_*=.]{3,}$|triển khai thực hiện\b[^\n]*[;:]$"
    r"|trong những năm|trên cơ sở|tiếp tục thực hiện|hôm nay|quyết (?:định|nghị) ?:?$|chương [ivx\d]+$"
    r"|\(?(?:được )?(?:ban hành )?(?:kèm|đính kèm)(?: theo)?\b"
)
_TITLE_GOES_ON = re.compile(
    r"(?:\(|giai đoạn|nhiệm kỳ|năm (?:19|20)\d\d|về\b|giữa\b|trong\b|trên\b|và\b|với\b|từ năm|v/v\b)"
)
_HANGS = phrase(rf"(?: |^)(?:{LEVEL}|và|với|của|giữa|trong|về|các|cho|thực hiện|-)$|,$")
_BASIS_LINE = phrase(r"(?:[-+*] ?)?(?:căn (?:cứ|luật)|xét|thực hiện|thi hành|theo|trên cơ sở)\b")
_PLACE_AND_DAY = re.compile(r"ngày +\d{1,2} +tháng|[^\W\d_][^\d,\n]{0,40}, *ngày\b")
_BODY = phrase(
    r"(?:(?:chủ tịch|thường trực|đại hội đại biểu|bộ trưởng|thủ tướng|chánh án|(?:tổng )?giám đốc|viện trưởng"
    r"|(?:tổng )?cục trưởng|hiệu trưởng|thống đốc|tổng thanh tra|chủ nhiệm|trưởng ban) )?"
    r"(?:ủy ban|ubnd|ubmttq|ub|hội đồng|hđnd"
    r"|ban (?:thường|chấp|chỉ)|hội (?:nông|liên|lhpn|cựu|phụ|ccb)|đoàn (?:thanh|tncs)|liên đoàn|công an"
    r"|chính phủ"
    r"|mặt trận|sở|phòng|bộ|tòa án|viện kiểm sát|ngân hàng|tổng cục|cục|trường|quốc hội|thanh tra)"
    r"(?= |$)"
)
_OF_A_SUBJECT = phrase(r"\d|\b(?:giai đoạn|nhiệm kỳ|trên địa bàn|năm học)\b")
_SAYS = phrase(
    r"\b(?:thống nhất|xây dựng|ban hành|ký kết|phối hợp|tổ chức|triển khai)\b[^\n]*(?:như sau|sau đây|:$|\.$)"
    r"|thống nhất (?:xây dựng|ban hành|ký)"
)
_STATE = phrase(r"[^\n]*(?<!nước )cộng hòa xã hội chủ nghĩa|[^\n]{0,80}đảng cộng sản việt nam *(?:$|\n)")
_ADDRESSED = re.compile(r"(?i:kính gửi)\b")
_LONGEST_TITLE_LINE = 320
_LONGEST_CLOSED_LINE = 15
_LONGEST_AUTHORITY = 4


def title_line(source: Source, lines: list[Line]) -> int:
    """The first line that is a document's type name in capitals; failing that, in any case."""
    typed = []
    for index, line in enumerate(lines):
        label = label_of(line)
        if is_basis_line(source, line) or (label and label.is_sure and label.level < Level.LETTER):
            break
        if TYPE_NAME.match(source.folded, line.start):
            typed.append(index)
    below = _after_state(source, lines)
    typed = [i for i in typed if i >= below] or typed
    in_capitals = [i for i in typed if is_capitals(_first_words(source, lines[i]))]
    return (in_capitals or typed or _after_head(source, lines))[0]


def _after_state(source: Source, lines: list[Line]) -> int:
    """The line below the state's name: a web page puts its own heading above it."""
    return next((i + 1 for i, line in enumerate(lines) if _STATE.match(source.folded, line.start)), 0)


def _after_head(source: Source, lines: list[Line]) -> list[int]:
    """Where no title is printed, the head ends at the bases or at the addressees."""
    heads = [i for i, line in enumerate(lines) if _STATE.match(source.folded, line.start)]
    below = range(heads[0], len(lines)) if heads else range(0)
    return [i for i in below if is_basis_line(source, lines[i]) or _ADDRESSED.match(lines[i].plain)] + [0]


def _first_words(source: Source, line: Line) -> str:
    name = TYPE_NAME.match(source.folded, line.start)
    return source.plain[line.start : name.end()] if name else " ".join(line.plain.split()[:2])


def title_end(source: Source, lines: list[Line], *, at: int) -> int:
    """The line after the title: the type name and what it is about, up to a basis or a long sentence."""
    if at >= len(lines) or not TYPE_NAME.match(source.folded, lines[at].start):
        return at
    index = at + 1
    while index < len(lines) and _is_title_line(source, lines, index, at=at):
        index += 1
    return index


def _is_title_line(source: Source, lines: list[Line], index: int, *, at: int) -> bool:
    line = lines[index]
    label = label_of(line)
    if _STATE.match(source.folded, line.start):
        return False
    if _length(source, line) > _LONGEST_TITLE_LINE or (label and label.level < Level.BULLET):
        return False
    if not _has_subject(source, lines, at=at, end=index):
        return not _is_no_title(source, line) or is_capitals(line.plain)
    if _is_no_title(source, line):
        return False
    if _TITLE_STOP.match(source.folded, line.start, line.end):
        return _is_broken(source, lines[index - 1], line)
    if is_capitals(line.plain) and is_capitals(lines[index - 1].plain):
        return not _is_authority(source, lines, index)
    return _goes_on(source, lines, index)


def _length(source: Source, line: Line) -> int:
    """What is printed in capitals may be twice as long; the note of what it came with counts for nothing."""
    note = ATTACHED_WITH.search(source.folded, line.start, line.end)
    words = source.plain[line.start : note.start() if note else line.end]
    return len(words) // 2 if is_capitals(words) else len(words)


def _is_broken(source: Source, above: Line, line: Line) -> bool:
    """ "… về" / "thực hiện …": a title broken before words that else begin a preamble."""
    is_next = source.plain.count("\n", above.end, line.start) == 1
    return is_next and line.plain[0].islower() and bool(_HANGS.search(source.folded[above.start : above.end]))


def _is_no_title(source: Source, line: Line) -> bool:
    """A number, a place and day, what comes with what, or a whole sentence."""
    if re.match(r"(?i)số\s*:|số\s*\d*\s*[/-]|\(?(?:ban hành )?kèm theo\b|[-_*=.]{3,}$", line.plain):
        return True
    return bool(_PLACE_AND_DAY.match(source.folded, line.start, line.end))


def _goes_on(source: Source, lines: list[Line], index: int) -> bool:
    line, above = lines[index], lines[index - 1]
    folded, before = source.folded[line.start : line.end], source.folded[above.start : above.end]
    hangs = bool(_HANGS.search(before))
    closes = line.plain.endswith((".", ";", ":"))
    if not is_capitals(line.plain) and closes and len(line.plain.split()) >= _LONGEST_CLOSED_LINE:
        return False
    if not hangs and _BODY.match(source.folded, line.start) and _SAYS.search(folded):
        return False
    gap = source.plain.count("\n", above.end, line.start)
    if not above.plain.endswith((".", ":", ";")) and (gap <= 1 or hangs):
        return True
    return line.plain[:1].islower() or bool(_TITLE_GOES_ON.match(folded))


def _is_authority(source: Source, lines: list[Line], index: int) -> bool:
    """The body that decides, in capitals of its own between the title and the bases."""
    above = lines[index - 1]
    if _HANGS.search(source.folded[above.start : above.end]):
        return False
    if not _BODY.match(source.folded, lines[index].start):
        return False
    for line in lines[index : index + _LONGEST_AUTHORITY]:
        if is_basis_line(source, line):
            return True
        if not is_capitals(line.plain) or _OF_A_SUBJECT.search(source.folded, line.start, line.end):
            return False
    return False


def _has_subject(source: Source, lines: list[Line], *, at: int, end: int) -> bool:
    """Does the title so far say more than the name of its type?"""
    words = source.folded[lines[at].start : lines[end - 1].end]
    name = TYPE_NAME.match(words)
    rest = words[name.end() :] if name else words
    return bool(
        re.sub(r"phối\s+hợp|hành\s+động|liên\s+tịch|công\s+tác|hoạt\s+động|thi\s+đua|[^\w]", "", rest)
    )


def is_basis_line(source: Source, line: Line) -> bool:
    """Does the line name what the document rests on?"""
    return bool(_BASIS_LINE.match(source.folded, line.start, line.end))


def counts_bases(source: Source, line: Line, words: int) -> bool:
    """ "1. Căn cứ Luật …;": bases may be numbered; a clause that begins so ends in no semicolon."""
    return bool(_BASIS_LINE.match(source.folded[words : line.end].lstrip())) and line.plain.endswith(";")


def is_capitals(words: str) -> bool:
    """Letters, and all of them capitals."""
    return any(c.isalpha() for c in words) and words == words.upper()


def is_programme_title(source: Source, lines: list[Line], start: int, end: int) -> bool:
    """The title of a programme, plan or regulation: not of a decision, nor the mention of one."""
    return bool(_PROGRAMME.match(source.folded, lines[start].start)) and end > start


def announces_attachment(source: Source, lines: list[Line]) -> bool:
    """ "(Ban hành kèm theo Quyết định số …)" stands in these lines."""
    return any(
        _ATTACHMENT.match(source.folded, line.start, line.end)
        or ATTACHED_WITH.search(source.folded, line.start, line.end)
        for line in lines
    )
