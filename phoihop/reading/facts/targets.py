"""Targets: each number to be met, with its comparator, unit, direction, time, scope and parties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from phoihop.reading.draft import Change, Target
from phoihop.reading.language.lines import parts
from phoihop.reading.language.numbers import Number
from phoihop.reading.language.parties import Mentions
from phoihop.reading.language.source import Source, phrase

from .clauses import Section
from .figures import Figure, figures_in, tells_history
from .target_context import Context, aspires, direction_of, recurrence_of, scope_of

_LABEL_COLON = re.compile(r"(?::|\t|\s{2,}|:\s*)\s*$")
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
# How sure a target can be whose time stands in a heading above it.
_TAKEN = 0.8
_LONG_LABEL, _SHORT_LABEL = 110, 20


@dataclass(frozen=True)
class _Piece:
    """The words between two cuts, and those of them that speak of the measure itself."""

    whole: tuple[int, int]
    own: tuple[int, int]
    part_end: int


def targets_of(
    source: Source, words: str, section: Section, *, spans: list[tuple[int, int]], context: Context
) -> list[Target]:
    """The targets in a clause's own sentences. `words` is the masked text (see `traps.masked`)."""
    if any(tells_history(source.folded[slice(*above.title)]) for above in (section, *section.ancestors())):
        return []
    targets: list[Target] = []
    for sentence in _without_title(section, spans):
        for left, right in parts(source, start=sentence[0], end=sentence[1]):
            found = figures_in(source, words, left, right, sentence=sentence[0])
            pieces = _pieces(source, found, left, right, mentions=context.mentions)
            rows: list[Target] = []
            for figure, piece in zip(found, pieces, strict=True):
                row = _target(source, words, section, figure, piece=piece, sentence=sentence, context=context)
                rows.append(_within(source, rows[-1], row) if rows else row)
            targets += rows
    return targets


def _without_title(section: Section, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A title that runs on into the first sentence below it is a sentence of its own."""
    for start, end in spans:
        if section.clause.heading and start < section.body < end:
            yield (start, section.body)
            start = section.body
        yield (start, end)


def _pieces(source: Source, found: list[Figure], start: int, end: int, *, mentions: Mentions) -> list[_Piece]:
    """The words that belong to each number of a part: cut at the mark nearest to the next one."""
    cuts = [start]
    for before, after in zip(found, found[1:], strict=False):
        cuts.append(_cut(source, before, after, end=end))
    cuts.append(end)
    wholes = zip(cuts, cuts[1:], strict=False)
    return [
        _Piece(whole, _tighten(source, _trim(source, *whole), figure, mentions), end)
        for whole, figure in zip(wholes, found, strict=False)
    ]


def _cut(source: Source, before: Figure, after: Figure, *, end: int) -> int:
    first, last = before.end, after.comparison.start
    marks = list(_SEPARATOR.finditer(source.folded, first, max(first, last)))
    if not marks:
        return last
    if marks[-1].end() >= last:
        return last
    rest = source.folded[after.end : end].lstrip()
    is_label_first = not rest or rest[0] in ".,;:)"
    return (marks[0] if is_label_first else marks[-1]).end()


def _tighten(source: Source, span: tuple[int, int], figure: Figure, mentions: Mentions) -> tuple[int, int]:
    """From the words that open the measure itself: the softener, the verb of change, "mỗi …", "tỷ lệ …"."""
    start = span[0]
    for opening in _OPENINGS.finditer(source.folded, span[0], figure.comparison.start):
        at = opening.end() if opening["soft"] else opening.start()
        if not any(mention.end > at for mention in mentions.within(span[0], at)):
            start = at
    ends_in_percent = figure.unit == "%" and figure.end >= span[1]
    if start == span[0] and ends_in_percent and figure.comparison.start - start > _LONG_LABEL:
        comma = source.plain.rfind(", ", start, figure.comparison.start - _SHORT_LABEL)
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
    if source.plain[right : right + 1] == ")" and source.plain.count("(", left, right):
        right += 1
    return (left, right) if left < right else source.trimmed(start, end)


def _target(
    source: Source,
    words: str,
    section: Section,
    figure: Figure,
    *,
    piece: _Piece,
    sentence: tuple[int, int],
    context: Context,
) -> Target:
    start = min(piece.own[0], figure.comparison.start)
    end = max(piece.own[1], figure.number.end)
    number = figure.number
    due, due_from = context.due(segment=piece.whole, sentence=sentence, number=(number.start, number.end))
    parties, parties_from = context.parties(segment=(start, end), sentence=sentence)
    recurrence, recurs_from = _recurrence(source, figure, piece, sentence=sentence, context=context)
    inherited = (("due", due_from), ("parties", parties_from), ("recurrence", recurs_from))
    direction = _direction(source, number, start=start, context=context)
    return Target(
        span=(start, end),
        text=source.text[start:end],
        clause=section.clause.path,
        clause_id=section.clause.id,
        measure=_measure(source, figure, start, end),
        comparator=figure.comparison.sign,
        value=number.value,
        value_max=number.high,
        of=number.of,
        unit=figure.unit,
        direction=direction,
        recurrence=recurrence,
        due=due.text if due else None,
        due_strict=bool(due and due.is_strict),
        scope=scope_of(source, segment=(start, end), sentence=sentence, number=number.start) or context.place,
        parties=parties,
        change=_change(words, number, direction, start=start),
        aspirational=aspires(source, sentence=sentence, before=number.start) or context.is_aspirational,
        confidence=min(figure.confidence, _TAKEN if recurs_from or _is_far(due_from, context) else 1.0),
        inherited_from=tuple((name, clause) for name, clause in inherited if clause),
    )


def _within(source: Source, whole: Target, row: Target) -> Target:
    """ "…, trong đó có 08 xã": a part of the target before it is due with it."""
    between = source.folded[whole.span[0] : row.span[0] + 12]
    is_part = row.due is None and "trong đó" in " ".join(between.split())
    return replace(row, due=whole.due, due_strict=whole.due_strict) if is_part else row


def _is_far(clause: str | None, context: Context) -> bool:
    """A year taken from a heading, not from the sentence that opens the list."""
    return clause is not None and clause != context.lead_clause


def _recurrence(
    source: Source, figure: Figure, piece: _Piece, *, sentence: tuple[int, int], context: Context
) -> tuple[str, str | None]:
    """How often, and the clause that says so if not the target's own sentence."""
    segment = (min(piece.whole[0], figure.comparison.start), max(piece.own[1], figure.number.end))
    own = recurrence_of(source, segment=segment, sentence=sentence, unit=figure.unit, part_end=piece.part_end)
    return context.recurrence if own == "once" else (own, None)


def _direction(source: Source, number: Number, *, start: int, context: Context) -> str:
    direction = direction_of(source, start=start, number=number.start)
    is_share = direction == "reach" and _is_allocation(source, start, number)
    return context.lead_direction if is_share else direction


def _is_allocation(source: Source, start: int, number: Number) -> bool:
    """ "Hội Nông dân: 01 doanh nghiệp": a share of what the line above says."""
    return bool(_LABEL_COLON.search(source.text[start : number.start]))


def _measure(source: Source, figure: Figure, start: int, end: int) -> str:
    """What is counted: the target's words without the number and the words that compare it."""
    before = source.line(start, max(start, figure.comparison.start))
    rest = source.line(min(figure.end, end), end).strip(" ,:;.")
    labelled = len(before.split()) > 1 and not rest
    words = before if labelled or figure.is_measure else f"{before} {figure.unit}"
    words = _EQUAL_TAIL.sub("", f"{words} {rest}").strip(" ,:;.")
    words = words.removeprefix("% ")
    words = _REACHES.sub("", words)
    return " ".join(words.split()) or figure.unit


def _change(words: str, number: Number, direction: str, *, start: int) -> Change | None:
    """ "giảm 05 hộ" moves by; "giảm … còn 1%" and "tăng từ 80% lên 90%" end at."""
    if number.baseline is not None:
        return Change(to=number.value, baseline=number.baseline)
    if direction == "reach":
        return None
    ends_at = phrase(r"\b(?:còn|xuống|lên|đạt)(?: \w+){0,2} $").search(words[start : number.start])
    return Change(to=number.value) if ends_at else Change(by=number.value)
