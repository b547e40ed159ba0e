"""The labels Word numbers by itself: they are not in the text, so they are worked out and written in.

ECMA-376 part 1, 17.9. All lists of one abstract definition count together; a `startOverride` sets the count
the first time its own list is met.
"""

from dataclasses import dataclass, field, replace

from lxml import etree

from .docx_package import switch, value, w
from .docx_styles import NumberPlace, Styles, look_of, number_place, whole
from .labels import bullet, counted

_DEEPEST = 9


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    text: str
    is_legal: bool = False
    is_hidden: bool = False
    suffix: str = " "
    font: str | None = None
    style: str | None = None
    restarts_after: int | None = None


@dataclass
class Numbering:
    """Counts each list as the document goes on; `label` is called for each paragraph in order."""

    styles: Styles
    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    abstract_of: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)

    def label(self, paragraph: etree._Element) -> str:
        """The label of a paragraph with what stands after it, or nothing."""
        place = self._place(paragraph.find(w("pPr")))
        if place is None:
            return ""
        num, depth = place
        levels = self.levels[num]
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counted(num, depth, level)
        if level.is_hidden:
            return ""
        text = (
            bullet(level.text, font=level.font) if level.form == "bullet" else _filled(level, levels, counts)
        )
        return f"{text}{level.suffix}" if text else ""

    def _place(self, properties: etree._Element | None) -> tuple[str, int] | None:
        own = number_place(properties)
        name = value(properties, "pStyle") or self.styles.default_paragraph
        style, of_style = self.styles.number(name)
        num = of_style.num if own.num is None else own.num
        if num is None or num not in self.levels:
            return None
        depth = own.depth
        if depth is None:
            depth = 0 if own.num is not None else self._depth_of_style(num, name, style, of_style)
        return (num, min(depth, _DEEPEST - 1))

    def _depth_of_style(self, num: str, name: str | None, style: str | None, place: NumberPlace) -> int:
        """The level that names the style; the style's own level where none does."""
        for wanted in (name, style):
            for depth, level in self.levels[num].items():
                if wanted is not None and level.style == wanted:
                    return depth
        return place.depth or 0

    def _counted(self, num: str, depth: int, level: _Level) -> list[int | None]:
        counts = self.counts.setdefault(self.abstract_of[num], [None] * _DEEPEST)
        for at in range(_DEEPEST):
            start = self.overrides.pop((num, at), None)
            if start is not None:
                counts[at] = start - 1
        count = counts[depth]
        counts[depth] = level.start if count is None else count + 1
        for deeper in range(depth + 1, _DEEPEST):
            after = self.levels[num][deeper].restarts_after if deeper in self.levels[num] else None
            if after is None or depth < after:
                counts[deeper] = None
        return counts


def numbering_of(numbering: etree._Element | None, styles: Styles) -> Numbering:
    """From the part numbering.xml, which may be missing."""
    result = Numbering(styles)
    if numbering is None:
        return result
    abstracts = {str(item.get(w("abstractNumId"))): item for item in numbering.findall(w("abstractNum"))}
    by_style = {name: key for key, item in abstracts.items() if (name := value(item, "styleLink"))}
    for num in numbering.findall(w("num")):
        name = str(num.get(w("numId")))
        abstract = value(num, "abstractNumId") or ""
        link = value(abstracts.get(abstract), "numStyleLink")
        abstract = by_style.get(link, abstract) if link else abstract
        result.abstract_of[name] = abstract
        result.levels[name] = _levels(abstracts[abstract]) if abstract in abstracts else {}
        for override in num.findall(w("lvlOverride")):
            _override(result, name, override)
    result.levels.pop("0", None)
    return result


def _override(numbering: Numbering, num: str, override: etree._Element) -> None:
    numbering.levels[num] = numbering.levels[num] | _levels(override)
    start = value(override, "startOverride")
    if start is not None:
        depth, first = whole(_text(override, "ilvl"), 0), whole(start, 1)
        numbering.overrides[num, depth] = first
        if depth in numbering.levels[num]:
            numbering.levels[num][depth] = replace(numbering.levels[num][depth], start=first)


def _levels(parent: etree._Element) -> dict[int, _Level]:
    found = {}
    for item in parent.findall(w("lvl")):
        depth = whole(_text(item, "ilvl"), 0)
        if depth < _DEEPEST:
            found[depth] = _level(item)
    return found


def _level(item: etree._Element) -> _Level:
    look = look_of(item.find(w("rPr")))
    form = item.find(f".//{w('numFmt')}")
    restart = value(item, "lvlRestart")
    text = "-" if item.find(w("lvlPicBulletId")) is not None else value(item, "lvlText")
    return _Level(
        start=whole(value(item, "start"), 1),
        form=str(form.get(w("val"))) if form is not None else "decimal",
        text=text or "",
        is_legal=bool(switch(item, "isLgl")),
        is_hidden=bool(look.hidden),
        suffix="" if value(item, "suff") == "nothing" else " ",
        font=look.font,
        style=value(item, "pStyle"),
        restarts_after=whole(restart, 0) if restart is not None else None,
    )


def _text(item: etree._Element, name: str) -> str | None:
    found = item.get(w(name))
    return str(found) if found is not None else None


def _filled(level: _Level, levels: dict[int, _Level], counts: list[int | None]) -> str:
    """ "%1.%2." with each level's own count in its own form."""
    text = level.text
    for depth in range(_DEEPEST):
        mark = f"%{depth + 1}"
        if mark in text:
            other = levels.get(depth, level)
            count = counts[depth]
            form = "decimal" if level.is_legal else other.form
            text = text.replace(mark, counted(other.start if count is None else count, form))
    return text
