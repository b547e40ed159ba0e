"""The tree of clauses: labels as printed, ids of our own, every character of the body in one clause."""

import re
from dataclasses import dataclass, replace

from phoihop.reading.draft import Clause, Span
from phoihop.reading.language.labels import Label, Level
from phoihop.reading.language.lines import Line, goes_on, lines_of, wrap_width
from phoihop.reading.language.source import Source

from .labelled import labelled_lines

_LONGEST_RUN_IN = 12
_LONGEST_TITLE = 9
_LONGEST_OPEN_TITLE = 70
_LONGEST_TOP_TITLE = 40
_SENTENCE_INSIDE = re.compile(r"[^\W\d]{3,}\. ")
_VERB = re.compile(r"\b(?:phải|cần|được|đã|sẽ|có thể|có trách nhiệm|chịu trách nhiệm|chủ động|tiến hành)\b")
# "Ủy ban nhân dân tỉnh chủ trì, …": somebody does something, so the line is no title.
_SAYS_WHO_DOES = re.compile(
    r"\s*(?:các |thường trực |lãnh đạo )?(?:ban thường|ủy ban|ub|mttq|hđnd|hội (?:đồng|nông|lhpn|liên|cựu"
    r"|phụ)"
    r"|đoàn (?:thanh|tncs|tn)|liên đoàn|lđlđ|công an|công đoàn|sở |phòng |văn phòng|mặt trận"
    r"|tổ chức (?:chính|thành)).*\b(?:chủ trì|phối hợp (?:với|cùng)|có trách nhiệm|chỉ đạo|hướng dẫn"
    r"|tham mưu)\b"
)
_MUST = re.compile(r"\b(?:phải|có trách nhiệm|chịu trách nhiệm)\b")
_ADDRESSED = re.compile(r"\s*(?:các )?(?:ông|bà|đồng chí|chánh văn phòng)\b")


@dataclass(frozen=True)
class Section:
    """A clause with what the grammar needs: where its own words begin and who its ancestors are."""

    clause: Clause
    label: Label
    body: int
    end: int
    parent: "Section | None"
    rank: int

    @property
    def title(self) -> tuple[int, int]:
        """The span of a heading's words, without label and run-in text."""
        return (self.label.body, self.body if self.clause.heading else self.label.body)

    def ancestors(self) -> list["Section"]:
        """From the parent outwards."""
        found, at = [], self.parent
        while at:
            found.append(at)
            at = at.parent
        return found


def sections_of(source: Source, *, start: int, end: int, tables: tuple[Span, ...] = ()) -> list[Section]:
    """The clauses of a body in reading order. Lines without a label belong to the clause before them.

    Labels inside `tables` number the rows of a table: they open no clause.
    """
    lines = lines_of(source, start=start, end=end)
    width = wrap_width(lines)
    labelled = labelled_lines(lines, width=width, tables=tables)
    sections: list[Section] = []
    stack: list[Section] = []
    seen: dict[str, int] = {}
    for index, (at, label) in enumerate(labelled):
        following = labelled[index + 1] if index + 1 < len(labelled) else None
        below = lines[at : following[0] if following else len(lines)]
        stop = lines[following[0]].start if following else end
        if label.level is Level.ROMAN and label.order == 1 and stack and _holds_parts(source, stack[-1]):
            sections[-1] = stack[-1] = replace(stack[-1], rank=Level.ROMAN - 1)
        rank = _rank(source, label, stack)
        stack = _ancestors_for(stack, label, rank)
        opens = following is not None and following[1].rank > label.rank
        paragraph = _Paragraph(below, label, stop, width, opens)
        section = _section(source, paragraph, stack[-1] if stack else None, rank=rank, seen=seen)
        sections.append(section)
        stack.append(section)
    return sections


@dataclass(frozen=True)
class _Paragraph:
    """A labelled line and those below it up to `stop`; `opens`: deeper clauses follow at once."""

    lines: list[Line]
    label: Label
    stop: int
    width: int
    opens: bool


def _rank(source: Source, label: Label, stack: list[Section]) -> int:
    """How deep a label stands: by its shape, unless what is open says that it was begun below that."""
    same = next((section.rank for section in stack if section.label.level is label.level), None)
    if label.level in (Level.NUMBER, Level.BULLET):
        return label.rank
    if same is not None:
        return same
    if label.level is Level.CAPITAL and label.order == 1 and _is_open(stack, Level.ROMAN):
        return Level.ROMAN + 1
    if label.level is Level.HALF_CLOSED:
        return _half_closed_rank(label, stack)
    innermost = stack[-1] if stack else None
    if innermost and innermost.label.level is Level.BULLET and label.order == 1:
        leads = source.plain[innermost.label.body : innermost.end].rstrip().endswith(":")
        return innermost.rank + 1 if leads else label.rank
    return label.rank


def _half_closed_rank(label: Label, stack: list[Section]) -> int:
    """ "2)" after "1." is its sibling; "1)" below "a)" its child."""
    for section in stack:
        if section.label.rank == Level.NUMBER and label.order == (section.label.order or 0) + 1:
            return section.rank
    return Level.LETTER + 1 if _is_open(stack, Level.LETTER) and label.order == 1 else label.rank


def _holds_parts(source: Source, section: Section) -> bool:
    """ "Điều 1. Phê duyệt Kế hoạch … như sau:" above "I.": the article holds all the parts."""
    says = source.plain[section.label.body : section.end].rstrip()
    return section.label.level is Level.ARTICLE and section.clause.depth == 1 and says.endswith(":")


def _is_open(stack: list[Section], level: Level) -> bool:
    return any(section.label.level is level for section in stack)


def _ancestors_for(stack: list[Section], label: Label, rank: int) -> list[Section]:
    """What is left open when this label begins. A second kind of bullet goes below the first."""
    if label.level is Level.BULLET:
        for index, section in enumerate(stack):
            if section.label.level is Level.BULLET and section.label.text == label.text:
                return stack[:index]
        return stack
    return [section for section in stack if section.rank < rank]


def _section(
    source: Source, paragraph: _Paragraph, parent: Section | None, *, rank: int, seen: dict[str, int]
) -> Section:
    line, label = paragraph.lines[0], paragraph.label
    start, end = source.trimmed(line.start, paragraph.stop)
    title_end = _title_end(source, paragraph, end=end)
    above = _above(label, parent)
    clause = Clause(
        id=_id(label, above, parent, seen),
        parent=parent.clause.id if parent else None,
        label=label.text,
        depth=parent.clause.depth + 1 if parent else 1,
        heading=title_end is not None,
        path=_path(label, above, parent),
        span=(start, end),
        text=source.text[start:end],
    )
    return Section(clause, label, label.body if title_end is None else title_end, end, parent, rank)


def _above(label: Label, parent: Section | None) -> Section | None:
    """The clause whose path a label is joined to: "2.5" repeats the "2" above it, so goes further out."""
    outer = parent
    repeated = label.text.split(".")
    while outer and (
        outer.label.level is Level.BULLET
        or (
            label.level in (Level.NUMBER, Level.LETTER)
            and len(repeated) > 1
            and (outer.label.level is Level.NUMBER or outer.label.text == repeated[0])
        )
    ):
        outer = outer.parent
    return outer


def _path(label: Label, above: Section | None, parent: Section | None) -> str:
    """`II.2.5`; a bullet carries its parent's path."""
    if label.level is Level.BULLET:
        return parent.clause.path if parent else ""
    return f"{above.clause.path}.{label.text}" if above and above.clause.path else label.text


def _id(label: Label, above: Section | None, parent: Section | None, seen: dict[str, int]) -> str:
    """Like the path, but unique: ~2, ~3 … where the document prints a label twice; bullets are counted."""
    if label.level is Level.BULLET:
        name = f"{parent.clause.id if parent else ''}/{label.text}"
        seen[name] = seen.get(name, 0) + 1
        return f"{name}{seen[name]}"
    name = f"{above.clause.id}.{label.text}" if above else label.text
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name}~{seen[name]}"


def _title_end(source: Source, paragraph: _Paragraph, *, end: int) -> int | None:
    """Where a heading's title ends, or None for a clause that is not a heading."""
    label = paragraph.label
    if label.level is Level.BULLET:
        return None
    title_end = _wrapped_end(source, paragraph)
    words = source.folded[label.body : title_end].strip()
    if label.level < Level.ARTICLE and (title_end >= end or len(words.split()) <= _LONGEST_TOP_TITLE):
        return title_end
    run_in = _run_in_end(source, label.body, title_end)
    if run_in and label.level < Level.HALF_CLOSED:
        return run_in
    opens = paragraph.opens or title_end < end
    if label.level >= Level.HALF_CLOSED:
        # A point is a heading only over what stands below it.
        return title_end if opens and _is_point_title(words) else None
    return title_end if _is_title(words, opens=opens) else None


def _is_point_title(words: str) -> bool:
    is_short = len(words.split()) <= _LONGEST_RUN_IN and not _VERB.search(words)
    return words.endswith(":") or (is_short and not words.endswith((".", ";", ",")))


def _wrapped_end(source: Source, paragraph: _Paragraph) -> int:
    """A title goes on over lines in lower case; one printed below its label, over lines in capitals."""
    lines = paragraph.lines
    at = max(lines[0].end, paragraph.label.body)
    above = lines[0]
    is_below = not source.plain[paragraph.label.body : lines[0].end].strip()
    for line in lines[1:]:
        if line.is_blank:
            if not is_below or at > max(lines[0].end, paragraph.label.body):
                break
            continue
        in_capitals = line.plain == line.plain.upper() and (is_below or _is_capitals(source, paragraph, at))
        if source.plain[at - 1] in ".:;" and not (is_below and above is lines[0]):
            break
        if not (in_capitals or goes_on(above, line, width=paragraph.width)):
            if is_below and above is lines[0] and paragraph.label.level < Level.NUMBER:
                at, above = line.end, line
                continue
            break
        at, above = line.end, line
    return at


def _is_capitals(source: Source, paragraph: _Paragraph, at: int) -> bool:
    words = source.plain[paragraph.label.body : at]
    return words == words.upper() and any(char.isalpha() for char in words)


def _run_in_end(source: Source, start: int, end: int) -> int | None:
    """`1.2. Về giảm nghèo: Thực hiện …`: the end of the short title before the colon."""
    colon = source.folded.find(":", start, end)
    if colon < 0 or not source.plain[colon + 1 : end].strip() or _ADDRESSED.match(source.folded, start):
        return None
    words = source.folded[start:colon].split()
    following = source.plain[colon + 1 : end].lstrip()[:1]
    return colon + 1 if len(words) <= _LONGEST_RUN_IN and following.isupper() and "," not in words else None


def _is_title(words: str, *, opens: bool) -> bool:
    """Is the whole paragraph a title? One that ends in a full stop only if short and something follows it."""
    if _SENTENCE_INSIDE.search(words):
        return False
    if words.endswith((".", ";", "!")):
        return (
            opens
            and len(words.split()) <= _LONGEST_TITLE
            and not _VERB.search(words)
            and ";" not in words[:-1]
        )
    is_sentence = _SAYS_WHO_DOES.match(words) or (
        len(words.split()) > _LONGEST_RUN_IN and _MUST.search(words)
    )
    return words.endswith(":") or (len(words.split()) <= _LONGEST_OPEN_TITLE and not is_sentence)
