"""The labels Word numbers by itself: they are not in the text, so they are worked out and written in."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from .docx_package import w

_DEEPEST = 9
_ROMANS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    text: str
    is_legal: bool


@dataclass
class Numbering:
    """Counts each list as the document goes on; `label` is called for each paragraph in order."""

    levels: dict[str, dict[int, _Level]]
    abstract_of: dict[str, str]
    styles: dict[str, tuple[str, int]]
    counts: dict[str, list[int | None]] = field(default_factory=dict)

    def label(self, paragraph: etree._Element) -> str:
        """The label of a paragraph with the space after it, or nothing."""
        place = self._place(paragraph)
        if not place:
            return ""
        num, depth = place
        levels = self.levels.get(num, {})
        level = levels.get(depth)
        if level is None or level.form == "none":
            return ""
        counts = self._counted(num, depth, level)
        if level.form == "bullet":
            return f"{_bullet(level.text)} "
        return f"{_filled(level, levels, counts)} "

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        num, depth = _num_of(paragraph.find(w("pPr")))
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        by_style = self.styles.get(str(style.get(w("val")))) if style is not None else None
        if num is None and by_style:
            num, depth = by_style[0], depth if depth is not None else by_style[1]
        return (num, depth or 0) if num and num != "0" else None

    def _counted(self, num: str, depth: int, level: _Level) -> list[int | None]:
        counts = self.counts.setdefault(self.abstract_of.get(num, num), [None] * _DEEPEST)
        count = counts[depth]
        counts[depth] = level.start if count is None else count + 1
        for deeper in range(depth + 1, _DEEPEST):
            counts[deeper] = None
        return counts


def numbering_of(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """From the parts numbering.xml and styles.xml, either of which may be missing."""
    if numbering is None:
        return Numbering({}, {}, {})
    abstracts = {
        str(item.get(w("abstractNumId"))): _levels(item) for item in numbering.findall(w("abstractNum"))
    }
    levels: dict[str, dict[int, _Level]] = {}
    abstract_of: dict[str, str] = {}
    for num in numbering.findall(w("num")):
        name = str(num.get(w("numId")))
        link = num.find(w("abstractNumId"))
        abstract = str(link.get(w("val"))) if link is not None else ""
        overrides = num.findall(w("lvlOverride"))
        levels[name] = _overridden(abstracts.get(abstract, {}), overrides)
        # A restarted list counts apart; others of one definition go on together.
        restarts = any(item.find(w("startOverride")) is not None for item in overrides)
        abstract_of[name] = f"num {name}" if restarts else abstract
    return Numbering(levels, abstract_of, _styles(styles))


def _levels(parent: etree._Element) -> dict[int, _Level]:
    found = {}
    for item in parent.findall(w("lvl")):
        depth = _whole(item.get(w("ilvl")), 0)
        if 0 <= depth < _DEEPEST:
            found[depth] = _Level(
                start=_whole(_value(item, "start"), 1),
                form=_value(item, "numFmt") or "decimal",
                text=_value(item, "lvlText") or "",
                is_legal=item.find(w("isLgl")) is not None,
            )
    return found


def _overridden(levels: dict[int, _Level], overrides: list[etree._Element]) -> dict[int, _Level]:
    result = dict(levels)
    for item in overrides:
        result.update(_levels(item))
        depth = _whole(item.get(w("ilvl")), 0)
        start = _value(item, "startOverride")
        if start is not None and depth in result:
            old = result[depth]
            result[depth] = _Level(_whole(start, 1), old.form, old.text, old.is_legal)
    return result


def _styles(styles: etree._Element | None) -> dict[str, tuple[str, int]]:
    """Styles that number their paragraphs, those based on them included."""
    own: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in styles.findall(w("style")) if styles is not None else ():
        name = str(style.get(w("styleId")))
        num, depth = _num_of(style.find(w("pPr")))
        if num:
            own[name] = (num, depth or 0)
        parent = _value(style, "basedOn")
        if parent:
            based[name] = parent
    for name in based:
        seen, at = {name}, name
        while at not in own and based.get(at) and based[at] not in seen:
            at = based[at]
            seen.add(at)
        if at in own:
            own.setdefault(name, own[at])
    return own


def _num_of(properties: etree._Element | None) -> tuple[str | None, int | None]:
    place = properties.find(w("numPr")) if properties is not None else None
    if place is None:
        return (None, None)
    depth = _value(place, "ilvl")
    return (_value(place, "numId"), min(_whole(depth, 0), _DEEPEST - 1) if depth is not None else None)


def _value(parent: etree._Element, name: str) -> str | None:
    item = parent.find(w(name))
    value = item.get(w("val")) if item is not None else None
    return str(value) if value is not None else None


def _whole(value: object, otherwise: int) -> int:
    text = str(value or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def _filled(level: _Level, levels: dict[int, _Level], counts: list[int | None]) -> str:
    """ "%1.%2." with each level's own count in its own form."""
    text = level.text
    for depth in range(_DEEPEST):
        mark = f"%{depth + 1}"
        if mark in text:
            other = levels.get(depth, level)
            count = counts[depth] if counts[depth] is not None else other.start
            form = "decimal" if level.is_legal else other.form
            text = text.replace(mark, _FORMS.get(form, str)(count or 0))
    return text


def _bullet(text: str) -> str:
    """A symbol-font bullet has no letter of its own and becomes "-"."""
    return text if text in ("-", "+", "*", "•", "–") else "+" if text == "o" else "-"


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMANS:
        while number >= value and len(text) < 24:
            text += letters
            number -= value
    return text


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 500 else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
}
