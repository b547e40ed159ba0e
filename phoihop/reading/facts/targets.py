"""Targets: each number to be met, with its comparator, unit, direction, time, scope and parties."""

import re
from dataclasses import dataclass

from phoihop.reading.draft import Change, Target
from phoihop.reading.language.comparators import Comparison, compare, shares_bound
from phoihop.reading.language.lines import parts
from phoihop.reading.language.numbers import Number, numbers_in
from phoihop.reading.language.parties import Mentions
from phoihop.reading.language.source import Source, phrase
from phoihop.reading.language.units import is_reference, measure_at, thing_at, word_at

from .clauses import Section
from .target_context import Context, aspires, direction_of, recurrence_of, scope_of

_CUE = phrase(
    r"\b(?:đạt|thành lập(?: mới)?|xây dựng(?: mới)?|tổ chức|vận động|hỗ trợ|giúp(?: đỡ)?|giảm"
    r"|tăng(?: thêm)?|mở|kết nạp"
    r"|phát triển(?: mới)?|giới thiệu|tạo|hoàn thành|có|nhân rộng|duy trì|sửa chữa|trao(?: tặng)?|tặng"
    r"|thực hiện|đào tạo"
    r"|tập huấn|lựa chọn|chọn|đăng ký|phấn đấu|chỉ tiêu|ra mắt|công nhận|khen thưởng|đỡ đầu|nhận|còn"
    r"|trồng|lắp đặt"
    r"|hiến|giải quyết|xóa|bồi dưỡng|tuyên truyền|tiếp nhận|phối hợp|chủ trì|giám sát|phản biện|thăm"
    r"|tuyển|giao)\b"
)
_LABEL_COLON = re.compile(r"(?::|\t|\s{2,}|:\s*)\s*$")
_STATUS_QUO = phrase(
    r"(?:hiện (?:nay|có|tại|đã|trạng)|đến nay|năm trước|đã đạt|trước đây|thực trạng"
    r"|toàn \w+ (?:hiện )?có)[^;.]{0,60}$"
)
_NAMED_ONES = re.compile(r"\s+[^\W\d_]")
_SEPARATOR = phrase(r"; ?|, ?(?:trong đó|và)?|(?<= )và |\btrong đó:? |\. | \(")
_LEADING = phrase(
    r"(?:(?:và|hoặc|trong đó|có|đảm bảo|bảo đảm|ph[aáàâấầẩẫậ]n đ[aáàâấầẩẫậ]u|nỗ lực|đồng thời|(?:đến|hết"
    r"|trong|cuối)(?= năm)|năm \d{4}|là|phải"
    r"|cụ thể)(?:[ ,:(]+|$)|[\s,;:()-]+)"
)
_TRAILING = phrase(r"(?:[\s.,;:()]|\b(?:và|hoặc|cụ thể|cụ thể như sau|như sau|trong đó|gồm)(?=[\s.,;:]*$))+$")
_OPENINGS = phrase(
    r"(?P<soft>\bph[aáàâấầẩẫậ]n đ[aáàâấầẩẫậ]u )|\b(?:mỗi|từng) (?!năm|tháng|quý)"
    r"|(?<!giảm )(?<!tăng )(?<!nâng )(?<!hạ )\b(?:tỷ|tỉ) lệ (?=\w+ \w+)"
    r"|\b(?:giảm|tăng|mở rộng|thành lập mới|nâng)\b(?! (?:nghèo|cao|cường))"
)
_REACHES = re.compile(r"\s*\b(?:đạt|đảm bảo|tỷ lệ|tỉ lệ|từ|là)\s*:?\s*$", re.IGNORECASE)
_EQUAL_TAIL = re.compile(r"\s*=\s*\d[\d.,]*\s*%?")
_EQUALS = re.compile(r"=\s*$")
_LONG_LABEL, _SHORT_LABEL = 110, 20
_SURE, _FAIR, _DOUBTFUL = 0.95, 0.8, 0.6


@dataclass(frozen=True)
class _Found:
    number: Number
    comparison: Comparison
    unit: str
    end: int
    confidence: float
    is_measure: bool = False


def targets_of(
    source: Source, words: str, section: Section, *, spans: list[tuple[int, int]], context: Context
) -> list[Target]:
    """The targets in a clause's own sentences. `words` is the masked text (see `numbers.masked`)."""
    targets: list[Target] = []
    for sentence in spans:
        for left, right in parts(source, start=sentence[0], end=sentence[1]):
            found = _accepted(source, words, left, right)
            for index, (start, end) in enumerate(
                _segments(source, found, left, right, mentions=context.mentions)
            ):
                row = _target(
                    source,
                    words,
                    section,
                    found[index],
                    segment=(start, end),
                    sentence=sentence,
                    context=context,
                )
                targets.append(row)
    return targets


def _accepted(source: Source, words: str, start: int, end: int) -> list[_Found]:
    """The numbers of a part that are targets."""
    found: list[_Found] = []
    at = start
    for number in numbers_in(words, start=start, end=end):
        if _EQUALS.search(words, start, number.start) and found:
            continue
        item = _read(source, words, number, start=at, end=end, before=found[-1] if found else None)
        if item:
            found.append(item)
            at = item.number.end
    return found


def _read(
    source: Source, words: str, number: Number, *, start: int, end: int, before: _Found | None
) -> _Found | None:
    comparison = compare(words, number, start=start, end=end)
    if before and _goes_on_from(words, before, number, comparison):
        comparison = Comparison(before.comparison.sign, number.start, number.end, is_bound=True)
    if _STATUS_QUO.search(words, max(0, start - 80), number.start):
        return None
    if number.is_percent:
        return _Found(number, comparison, "%", max(number.end, comparison.end), _SURE, is_measure=True)
    measure = measure_at(source, number.end)
    if measure:
        return _Found(number, comparison, measure[0], max(measure[1], comparison.end), _SURE, is_measure=True)
    return _counted(source, words, number, comparison, start=start)


def _goes_on_from(words: str, before: _Found, number: Number, comparison: Comparison) -> bool:
    """Does the bound of the number before govern this one too?"""
    if comparison.is_bound or number.is_percent or not before.comparison.is_bound:
        return False
    return shares_bound(words, before.number, number)


def _counted(
    source: Source, words: str, number: Number, comparison: Comparison, *, start: int
) -> _Found | None:
    """A number of things: needs a bound, a ratio, a verb before it, a label, or the head of the line."""
    thing = thing_at(source, number.end) or (word_at(source, number.end) if comparison.is_bound else None)
    if not thing or (
        is_reference(thing[0]) and not comparison.is_bound and not _reaches(words, start, number)
    ):
        return None
    if not comparison.is_bound and _names_them(source, number, thing):
        return None
    cue = _confidence(source, words, number, comparison, start=start)
    return _Found(number, comparison, thing[0], max(thing[1], comparison.end), cue) if cue else None


def _confidence(
    source: Source, words: str, number: Number, comparison: Comparison, *, start: int
) -> float | None:
    if comparison.is_bound or number.of is not None or number.is_word:
        return _SURE if not number.is_word else _DOUBTFUL
    before = words[start : number.start]
    if not before.strip(" -+*") or _LABEL_COLON.search(source.text[start : number.start]):
        return _FAIR
    return _FAIR if _CUE.search(before[-60:]) else None


def _reaches(words: str, start: int, number: Number) -> bool:
    return (
        bool(phrase(r"\b(?:đạt|hoàn thành|đủ) $").search(words[start : number.start]))
        or number.of is not None
    )


def _names_them(source: Source, number: Number, thing: tuple[str, int]) -> bool:
    """ "Hướng dẫn 2 xã A, B": a count followed by the names is no target."""
    match = _NAMED_ONES.match(source.plain, thing[1])
    return bool(match) and source.plain[thing[1] :].lstrip()[:1].isupper() and number.value < 10


def _segments(
    source: Source, found: list[_Found], start: int, end: int, *, mentions: Mentions
) -> list[tuple[int, int]]:
    """The words that belong to each number of a part: cut at the mark nearest to the next one."""
    cuts = [start]
    for before, after in zip(found, found[1:], strict=False):
        cuts.append(_cut(source, before, after, end=end))
    cuts.append(end)
    spans = [_trim(source, left, right) for left, right in zip(cuts, cuts[1:], strict=False)]
    return [_tighten(source, span, item, mentions) for span, item in zip(spans, found, strict=False)]


def _cut(source: Source, before: _Found, after: _Found, *, end: int) -> int:
    first, last = before.end, after.comparison.start
    marks = list(_SEPARATOR.finditer(source.folded, first, max(first, last)))
    if not marks:
        return last
    if marks[-1].end() >= last:
        return last
    rest = source.folded[after.end : end].lstrip()
    is_label_first = not rest or rest[0] in ".,;:)"
    return (marks[0] if is_label_first else marks[-1]).end()


def _tighten(source: Source, span: tuple[int, int], found: _Found, mentions: Mentions) -> tuple[int, int]:
    """From the words that open the measure itself: the softener, the verb of change, "mỗi …", "tỷ lệ …"."""
    start = span[0]
    for opening in _OPENINGS.finditer(source.folded, span[0], found.comparison.start):
        at = opening.end() if opening["soft"] else opening.start()
        if not any(mention.end > at for mention in mentions.within(span[0], at)):
            start = at
    ends_in_percent = found.unit == "%" and found.end >= span[1]
    if start == span[0] and ends_in_percent and found.comparison.start - start > _LONG_LABEL:
        comma = source.plain.rfind(", ", start, found.comparison.start - _SHORT_LABEL)
        start = comma + 2 if comma > 0 else start
    return _trim(source, start, span[1]) if start > span[0] else span


def _trim(source: Source, start: int, end: int) -> tuple[int, int]:
    """Without the connecting and softening words before it and the marks after it."""
    left, right = source.trimmed(start, end)
    while left < right:
        match = _LEADING.match(source.folded, left, right)
        if not match or match.end() == left:
            break
        left = match.end()
    right = left + len(_TRAILING.sub("", source.folded[left:right]))
    return (left, right) if left < right else source.trimmed(start, end)


def _target(
    source: Source,
    words: str,
    section: Section,
    found: _Found,
    *,
    segment: tuple[int, int],
    sentence: tuple[int, int],
    context: Context,
) -> Target:
    start = min(segment[0], found.comparison.start)
    end = max(segment[1], found.number.end)
    number = found.number
    due, due_from = context.due(segment=(start, end), sentence=sentence)
    parties, parties_from = context.parties(segment=(start, end), sentence=sentence)
    inherited = (("due", due_from), ("parties", parties_from))
    direction = _direction(source, number, start=start, context=context)
    return Target(
        span=(start, end),
        text=source.text[start:end],
        clause=section.clause.path,
        clause_id=section.clause.id,
        measure=_measure(source, found, start, end),
        comparator=found.comparison.sign,
        value=number.value,
        value_max=number.high,
        of=number.of,
        unit=found.unit,
        direction=direction,
        recurrence=recurrence_of(source, segment=(start, end), sentence=sentence, unit=found.unit),
        due=due.text if due else None,
        due_strict=bool(due and due.is_strict),
        scope=scope_of(source, segment=(start, end), sentence=sentence) or context.place,
        parties=parties,
        change=_change(words, number, direction, start=start),
        aspirational=aspires(source, sentence=sentence, before=number.start) or context.is_aspirational,
        confidence=found.confidence,
        inherited_from=tuple((name, clause) for name, clause in inherited if clause),
    )


def _direction(source: Source, number: Number, *, start: int, context: Context) -> str:
    direction = direction_of(source, start=start, number=number.start)
    is_share = direction == "reach" and _is_allocation(source, start, number)
    return context.lead_direction if is_share else direction


def _is_allocation(source: Source, start: int, number: Number) -> bool:
    """ "Hội Nông dân: 01 doanh nghiệp": a share of what the line above says."""
    return bool(_LABEL_COLON.search(source.text[start : number.start]))


def _measure(source: Source, found: _Found, start: int, end: int) -> str:
    """What is counted: the target's words without the number and the words that compare it."""
    before = source.line(start, max(start, found.comparison.start))
    rest = source.line(min(found.end, end), end).strip(" ,:;.")
    labelled = len(before.split()) > 1 and not rest
    words = before if labelled or found.is_measure else f"{before} {found.unit}"
    words = _EQUAL_TAIL.sub("", f"{words} {rest}").strip(" ,:;.")
    words = words.removeprefix("% ")
    words = _REACHES.sub("", words)
    return " ".join(words.split()) or found.unit


def _change(words: str, number: Number, direction: str, *, start: int) -> Change | None:
    """ "giảm 05 hộ" moves by; "giảm … còn 1%" and "tăng từ 80% lên 90%" end at."""
    if number.baseline is not None:
        return Change(to=number.value, baseline=number.baseline)
    if direction == "reach":
        return None
    ends_at = phrase(r"\b(?:còn|xuống|lên|đạt)(?: \w+){0,2} $").search(words[start : number.start])
    return Change(to=number.value) if ends_at else Change(by=number.value)
