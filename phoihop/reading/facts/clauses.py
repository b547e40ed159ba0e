"""The tree of clauses: labels as printed, ids of our own, every character of the body in one clause."""

import re
from dataclasses import dataclass

from phoihop.reading.draft import Clause
from phoihop.reading.language.labels import Label, Level, label_of
from phoihop.reading.language.lines import Line, lines_of
from phoihop.reading.language.source import Source

_LONGEST_RUN_IN = 12
_LONGEST_TITLE = 9
_LONGEST_OPEN_TITLE = 70
_LONGEST_TOP_TITLE = 40
_SENTENCE_INSIDE = re.compile(r"[^\W\d]{3,}\. ")
_VERB = re.compile(r"\b(?:phải|cần|được|đã|sẽ|có thể|có trách nhiệm|chịu trách nhiệm|chủ động|tiến hành)\b")


@dataclass(frozen=True)
class Section:
    """A clause with what the grammar needs: where its own words begin and who its ancestors are."""

    clause: Clause
    label: Label
    body: int
    end: int
    parent: "Section | None"

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


def sections_of(source: Source, *, start: int, end: int) -> list[Section]:
    """The clauses of a body in reading order. Lines without a label belong to the clause before them."""
    labelled = [(line, label) for line in lines_of(source, start=start, end=end) if (label := label_of(line))]
    sections: list[Section] = []
    stack: list[Section] = []
    seen: dict[str, int] = {}
    for index, (line, label) in enumerate(labelled):
        following = labelled[index + 1] if index + 1 < len(labelled) else None
        stop = following[0].start if following else end
        stack = _ancestors_for(stack, label)
        opens = following is not None and following[1].rank > label.rank
        parent = stack[-1] if stack else None
        section = _section(source, line, label, stop=stop, parent=parent, opens=opens, seen=seen)
        sections.append(section)
        stack.append(section)
    return sections


def _ancestors_for(stack: list[Section], label: Label) -> list[Section]:
    """What is left open when this label begins. A second kind of bullet goes below the first."""
    if label.level is Level.BULLET:
        for index, section in enumerate(stack):
            if section.label.level is Level.BULLET and section.label.text == label.text:
                return stack[:index]
        return stack
    return [section for section in stack if section.label.rank < label.rank]


def _section(
    source: Source,
    line: Line,
    label: Label,
    *,
    stop: int,
    parent: Section | None,
    opens: bool,
    seen: dict[str, int],
) -> Section:
    start, end = source.trimmed(line.start, stop)
    title_end = _title_end(source, line, label, end=end, opens=opens)
    above = _above(label, parent)
    path = _path(label, above, parent)
    clause = Clause(
        id=_id(label, above, parent, seen),
        parent=parent.clause.id if parent else None,
        label=label.text,
        depth=parent.clause.depth + 1 if parent else 1,
        heading=title_end is not None,
        path=path,
        span=(start, end),
        text=source.text[start:end],
    )
    return Section(clause, label, label.body if title_end is None else title_end, end, parent)


def _above(label: Label, parent: Section | None) -> Section | None:
    """The clause whose path a label is joined to: "2.5" repeats the "2" above it, so goes further out."""
    outer = parent
    while outer and outer.label.level in (Level.BULLET, Level.NUMBER) and "." in label.text:
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


def _title_end(source: Source, line: Line, label: Label, *, end: int, opens: bool) -> int | None:
    """Where a heading's title ends, or None for a clause that is not a heading.

    `opens`: deeper clauses follow at once, so even a short line with a full stop is a title.
    """
    if label.level >= Level.LETTER:
        return None
    title_end = _wrapped_end(source, line, label, end=end)
    words = source.folded[label.body : title_end].strip()
    if label.level < Level.ARTICLE and (title_end >= end or len(words.split()) <= _LONGEST_TOP_TITLE):
        return title_end
    run_in = _run_in_end(source, label.body, title_end)
    if run_in:
        return run_in
    return title_end if _is_title(words, opens=opens or title_end < end) else None


def _wrapped_end(source: Source, line: Line, label: Label, *, end: int) -> int:
    """A title goes on over lines in lower case; one printed below its label, over lines in capitals."""
    at = line.end
    is_below = not source.plain[label.body : line.end].strip()
    while at < end:
        following = source.plain.find("\n", at + 1, end)
        following = end if following < 0 else following
        left, right = source.trimmed(at, following)
        words = source.plain[left:right]
        goes_on = words[:1].islower() or (is_below and words == words.upper())
        if left == right or not goes_on or source.plain[at - 1] in ".:;":
            break
        at = right
    return at


def _run_in_end(source: Source, start: int, end: int) -> int | None:
    """`1.2. Về giảm nghèo: Thực hiện …`: the end of the short title before the colon."""
    colon = source.folded.find(":", start, end)
    if colon < 0 or not source.plain[colon + 1 : end].strip():
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
    return words.endswith(":") or len(words.split()) <= _LONGEST_OPEN_TITLE
