"""A style sheet cut down to the rules of classes that some page can use. Pure.

The sheet of the vendored kit styles a hundred components; a page that is opened for the first time over a
weak signal pays for each. A rule is kept unless one of its classes is written nowhere in the sources.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[A-Za-z][\w-]*")
_MADE_UP = re.compile(r"([A-Za-z][\w-]*-)(?:\{\{[^{}]*\}\}|\{%[^{}]*%\})((?:-[\w-]+)?)")
_CLASS = re.compile(r"\.((?:\\.|[\w-])+)")
_NO_CLASSES = re.compile(r":(?:not|is|where)\([^()]*\)|/\*.*?\*/", re.DOTALL)
"""What a selector excludes or takes one of, and remarks."""
_GROUPS = ("@media", "@supports")


@dataclass(frozen=True)
class Used:
    """Every word of the sources, and the classes put together in templates: what stands before and after
    the part that is filled in ("bg-{{ colour }}-lt")."""

    words: frozenset[str]
    made_up: frozenset[tuple[str, str]]

    def holds(self, name: str) -> bool:
        """Whether a page can carry this class; a part filled in must itself be a word of the sources."""
        return name in self.words or any(
            name.startswith(start) and name.endswith(end) and self._is_word(name[len(start) :], end)
            for start, end in self.made_up
        )

    def _is_word(self, rest: str, end: str) -> bool:
        return rest.removesuffix(end) in self.words


def used_in(sources: Iterable[str]) -> Used:
    """What templates, code and scripts could name."""
    words: set[str] = set()
    made_up: set[tuple[str, str]] = set()
    for text in sources:
        words.update(_WORD.findall(text))
        made_up.update(_MADE_UP.findall(text))
    return Used(frozenset(words), frozenset(made_up))


def cut_down(sheet: str, used: Used) -> str:
    """The sheet with the rules whose every class is used; rules without a class stay."""
    return "".join(_kept(sheet, used))


def _kept(sheet: str, used: Used) -> Iterator[str]:
    for head, body in _rules(sheet):
        if body is None:
            yield head
        elif head.lstrip().startswith(_GROUPS):
            inside = cut_down(body, used)
            yield f"{head}{{{inside}}}" if inside else ""
        elif head.lstrip().startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            selectors = [one for one in _selectors(head) if _is_used(one, used)]
            yield f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _is_used(selector: str, used: Used) -> bool:
    names = _CLASS.findall(_NO_CLASSES.sub("", selector))
    return all(used.holds(name.replace("\\", "")) for name in names)


def _selectors(head: str) -> list[str]:
    """Parted at the commas outside brackets."""
    return re.split(r",(?![^()]*\))", head)


def _rules(sheet: str) -> Iterator[tuple[str, str | None]]:
    """Each rule's head and what is between its braces; None: a statement without any ("@charset …;")."""
    at = 0
    while at < len(sheet):
        opens, ends = sheet.find("{", at), sheet.find(";", at)
        if opens < 0 or (0 <= ends < opens and sheet[at:ends].lstrip().startswith("@")):
            stop = len(sheet) if opens < 0 else ends + 1
            yield sheet[at:stop], None
            at = stop
            continue
        closes = _closing(sheet, opens)
        yield sheet[at:opens], sheet[opens + 1 : closes]
        at = closes + 1


def _closing(sheet: str, opens: int) -> int:
    """Where the brace opened there is closed."""
    depth = 0
    for found in re.compile(r"[{}]").finditer(sheet, opens):
        depth += 1 if found.group() == "{" else -1
        if depth == 0:
            return found.start()
    return len(sheet)
