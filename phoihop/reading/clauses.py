"""The tree of clauses: labels as printed, ids of our own, every character of the body in one clause."""

import re
from dataclasses import dataclass

from .draft import Clause
from .labels import Label, Level, label_of
from .lines import Line, lines_of
from .source import Source

_LONGEST_RUN_IN = 12
_LONGEST_TITLE = 9
_LONGEST_OPEN_TITLE = 70
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
        stop = labelled[index + 1][0].start if index + 1 < len(labelled) else end
        stack = _ancestors_for(stack, label)
        section = _section(source, line, label, stop=stop, parent=stack[-1] if stack else None, seen=seen)
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
    source: Source, line: Line, label: Label, *, stop: int, parent: Section | None, seen: dict[str, int]
) -> Section:
    start, end = source.trimmed(line.start, stop)
    title_end = _title_end(source, line, label, end=end)
    path = _path(label, parent)
    clause = Clause(
        id=_unique(path if label.level is not Level.BULLET else f"{path}/{label.text}", seen),
        parent=parent.clause.id if parent else None,
        label=label.text,
        depth=parent.clause.depth + 1 if parent else 1,
        heading=title_end is not None,
        path=path,
        span=(start, end),
        text=source.text[start:end],
    )
    return Section(clause, label, label.body if title_end is None else title_end, end, parent)


def _path(label: Label, parent: Section | None) -> str:
    """`II.2.5`: a number that repeats its parent's is not joined twice; a bullet carries its parent's path."""
    if label.level is Level.BULLET:
        return parent.clause.path if parent else ""
    outer = parent
    while outer and outer.label.level in (Level.BULLET, Level.NUMBER) and "." in label.text:
        outer = outer.parent
    above = outer.clause.path if outer else ""
    return f"{above}.{label.text}" if above else label.text


def _unique(name: str, seen: dict[str, int]) -> str:
    """The name itself, or with ~2, ~3 … where the document prints a label twice."""
    seen[name] = seen.get(name, 0) + 1
    is_bullet = "/" in name
    return f"{name}{seen[name]}" if is_bullet else name if seen[name] == 1 else f"{name}~{seen[name]}"


def _title_end(source: Source, line: Line, label: Label, *, end: int) -> int | None:
    """Where a heading's title ends, or None for a clause that is not a heading."""
    if label.level in (Level.BULLET, Level.LETTER):
        return None
    title_end = _wrapped_end(source, line, end=end) if label.level is not Level.BULLET else line.end
    words = source.folded[label.body : title_end].strip()
    if label.level < Level.ARTICLE and (title_end >= end or len(words.split()) <= 40):
        return title_end
    run_in = _run_in_end(source, label.body, title_end)
    if run_in:
        return run_in
    return title_end if _is_title(words) else None


def _wrapped_end(source: Source, line: Line, *, end: int) -> int:
    """A title broken over lines goes on while the next line begins in lower case."""
    at = line.end
    while at < end:
        following = source.plain.find("\n", at + 1, end)
        following = end if following < 0 else following
        left, right = source.trimmed(at, following)
        if left == right or not source.plain[left].islower() or source.plain[at - 1] in ".:;":
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


def _is_title(words: str) -> bool:
    """Is the whole paragraph a title? A sentence of more than a few words that ends in a full stop is not."""
    if _SENTENCE_INSIDE.search(words):
        return False
    if words.endswith((".", ";", "!")):
        return len(words.split()) <= _LONGEST_TITLE and not _VERB.search(words) and ";" not in words[:-1]
    return words.endswith(":") or len(words.split()) <= _LONGEST_OPEN_TITLE
