"""Lists as word processors count them, whatever the file they stand in.

All lists of one definition count together; an override sets the count the first time its own list is met at
that depth (ECMA-376 part 1, 17.9; the binary format and RTF keep the same model).
"""

from dataclasses import dataclass, field

from .labels import bullet, counted

DEEPEST = 9


@dataclass(frozen=True)
class Level:
    """A level of a list: `text` is its label with "%1" for the count of the first level, "%2" …"""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    is_legal: bool = False
    is_hidden: bool = False
    font: str | None = None
    style: str | None = None
    restarts_after: int | None = None


@dataclass
class Lists:
    """Counts each list as the document goes on; `label` is called for each paragraph in order.

    `levels` by list and depth, `definition_of` the definition a list counts with, `overrides` the counts
    with which a list begins at a depth.
    """

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    definition_of: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)

    def label(self, num: str, depth: int) -> str:
        """The label of the next paragraph of a list with a space after it; empty where it has none."""
        levels = self.levels.get(num, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counted(num, depth, level)
        if level.is_hidden:
            return ""
        text = (
            bullet(level.text, font=level.font) if level.form == "bullet" else _filled(level, levels, counts)
        )
        # A label that was printed close to its words is still a label: one space parts them.
        return f"{text.rstrip()} " if text.strip() else ""

    def _counted(self, num: str, depth: int, level: Level) -> list[int | None]:
        counts = self._counts.setdefault(self.definition_of.get(num, num), [None] * DEEPEST)
        start = self.overrides.pop((num, depth), None)
        count = counts[depth]
        if start is not None:
            counts[depth] = start
        else:
            counts[depth] = level.start if count is None else count + 1
        for deeper in range(depth + 1, DEEPEST):
            after = self.levels[num][deeper].restarts_after if deeper in self.levels[num] else None
            if after is None or depth < after:
                counts[deeper] = None
        return counts


def _filled(level: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    """ "%1.%2." with each level's own count in its own form."""
    text = level.text
    for depth in range(DEEPEST):
        mark = f"%{depth + 1}"
        if mark in text:
            other = levels.get(depth, level)
            count = counts[depth]
            form = "decimal" if level.is_legal else other.form
            text = text.replace(mark, counted(other.start if count is None else count, form))
    return text
