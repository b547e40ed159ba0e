"""The labels Word numbers by itself: they are not in the text, so they are worked out and written in.

ECMA-376 part 1, 17.9.
"""

from dataclasses import dataclass, field, replace

from lxml import etree

from .docx_package import switch, value, w
from .docx_styles import NumberPlace, Styles, look_of, number_place, whole
from .lists import DEEPEST, Level, Lists


@dataclass
class Numbering:
    """Which list a paragraph of Word is in; `label` is called for each paragraph in order."""

    styles: Styles
    lists: Lists = field(default_factory=Lists)

    def label(self, paragraph: etree._Element) -> str:
        """The label of a paragraph with a space after it, or nothing."""
        place = self._place(paragraph.find(w("pPr")))
        return self.lists.label(*place) if place else ""

    def _place(self, properties: etree._Element | None) -> tuple[str, int] | None:
        own = number_place(properties)
        name = value(properties, "pStyle") or self.styles.default_paragraph
        style, of_style = self.styles.number(name)
        num = of_style.num if own.num is None else own.num
        if num is None or num not in self.lists.levels:
            return None
        depth = own.depth
        if depth is None:
            depth = 0 if own.num is not None else self._depth_of_style(num, name, style, of_style)
        return (num, min(depth, DEEPEST - 1))

    def _depth_of_style(self, num: str, name: str | None, style: str | None, place: NumberPlace) -> int:
        """The level that names the style; the style's own level where none does."""
        for wanted in (name, style):
            for depth, level in self.lists.levels[num].items():
                if wanted is not None and level.style == wanted:
                    return depth
        return place.depth or 0


def numbering_of(numbering: etree._Element | None, styles: Styles) -> Numbering:
    """From the part numbering.xml, which may be missing."""
    result = Numbering(styles)
    lists = result.lists
    if numbering is None:
        return result
    abstracts = {str(item.get(w("abstractNumId"))): item for item in numbering.findall(w("abstractNum"))}
    by_style = {name: key for key, item in abstracts.items() if (name := value(item, "styleLink"))}
    for num in numbering.findall(w("num")):
        name = str(num.get(w("numId")))
        abstract = value(num, "abstractNumId") or ""
        link = value(abstracts.get(abstract), "numStyleLink")
        abstract = by_style.get(link, abstract) if link else abstract
        lists.definition_of[name] = abstract
        lists.levels[name] = _levels(abstracts[abstract]) if abstract in abstracts else {}
        for override in num.findall(w("lvlOverride")):
            _override(lists, name, override)
    lists.levels.pop("0", None)
    return result


def _override(lists: Lists, num: str, override: etree._Element) -> None:
    lists.levels[num] = lists.levels[num] | _levels(override)
    start = value(override, "startOverride")
    if start is not None:
        depth, first = whole(_text(override, "ilvl"), 0), whole(start, 1)
        lists.overrides[num, depth] = first
        if depth in lists.levels[num]:
            lists.levels[num][depth] = replace(lists.levels[num][depth], start=first)


def _levels(parent: etree._Element) -> dict[int, Level]:
    found = {}
    for item in parent.findall(w("lvl")):
        depth = whole(_text(item, "ilvl"), 0)
        if depth < DEEPEST:
            found[depth] = _level(item)
    return found


def _level(item: etree._Element) -> Level:
    look = look_of(item.find(w("rPr")))
    form = item.find(f".//{w('numFmt')}")
    restart = value(item, "lvlRestart")
    text = "-" if item.find(w("lvlPicBulletId")) is not None else value(item, "lvlText")
    return Level(
        start=whole(value(item, "start"), 1),
        form=str(form.get(w("val"))) if form is not None else "decimal",
        text=text or "",
        is_legal=bool(switch(item, "isLgl")),
        is_hidden=bool(look.hidden),
        font=look.font,
        style=value(item, "pStyle"),
        restarts_after=whole(restart, 0) if restart is not None else None,
    )


def _text(item: etree._Element, name: str) -> str | None:
    found = item.get(w(name))
    return str(found) if found is not None else None
