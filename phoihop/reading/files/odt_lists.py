"""The labels of lists and headings of an OpenDocument text (ODF 1.3 part 3, 5.3 and 16.30)."""

import re
from dataclasses import dataclass, field

from lxml import etree

from .lists import DEEPEST, Level, Lists
from .odt_package import LIST_FORMAT, STYLE, TEXT, OdtFile
from .odt_styles import OdtStyles, style_elements

_FORMS = {"1": "decimal", "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
_PLACE = re.compile(r"%(\d+)%")
_OUTLINE = "outline"
_NUMBERS = (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")
_BULLETS = (f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-image")


@dataclass(frozen=True)
class Place:
    """A list under way: its own key, the style it counts by, and how deep it is."""

    key: str
    style: str
    depth: int = 0


@dataclass
class OdtLists:
    """Lists of one style go on with one another only where they say so."""

    styles: OdtStyles
    by_style: dict[str, dict[int, Level]]
    lists: Lists = field(default_factory=Lists)
    _keys: dict[str, str] = field(default_factory=dict)
    _last: dict[str, str] = field(default_factory=dict)

    def entered(self, element: etree._Element, inside: Place | None) -> Place:
        """The place in a text:list met inside another list or none."""
        style = str(element.get(f"{TEXT}style-name") or (inside.style if inside else ""))
        if inside is not None:
            return Place(inside.key, style, min(inside.depth + 1, DEEPEST - 1))
        continued = self._continued(element, style)
        key = continued or f"list {len(self._keys)}"
        self._keys[str(element.get("{http://www.w3.org/XML/1998/namespace}id") or key)] = key
        self._last[style] = key
        return Place(key, style)

    def label(self, place: Place, item: etree._Element, paragraph: etree._Element) -> str:
        """The label of the first paragraph of a list item."""
        style = str(item.get(f"{TEXT}style-override") or place.style)
        style = style or self.styles.list_style(paragraph.get(f"{TEXT}style-name")) or ""
        num = f"{place.key} {style}"
        self.lists.levels[num] = self.by_style.get(style, {})
        self.lists.definition_of[num] = place.key
        start = item.get(f"{TEXT}start-value")
        if start is not None and start.isascii() and start.isdigit() and len(start) < 7:
            self.lists.overrides[num, place.depth] = int(start)
        return self.lists.label(num, place.depth)

    def heading(self, element: etree._Element) -> str:
        """The label of a heading outside lists, by the outline of the document."""
        if element.get(f"{TEXT}is-list-header") == "true":
            return ""
        depth = whole(element.get(f"{TEXT}outline-level"), 1) - 1
        self.lists.levels[_OUTLINE] = self.by_style.get(_OUTLINE, {})
        return self.lists.label(_OUTLINE, depth) if 0 <= depth < DEEPEST else ""

    def _continued(self, element: etree._Element, style: str) -> str | None:
        named = element.get(f"{TEXT}continue-list")
        if named is not None:
            return self._keys.get(str(named))
        return self._last.get(style) if element.get(f"{TEXT}continue-numbering") == "true" else None


def lists_of(file: OdtFile, styles: OdtStyles) -> OdtLists:
    """The list styles of a file, its outline under a name of its own."""
    by_style: dict[str, dict[int, Level]] = {}
    for root in file.roots:
        for style in style_elements(root):
            if style.tag == f"{TEXT}list-style":
                by_style[str(style.get(f"{STYLE}name"))] = _levels(style, styles)
            elif style.tag == f"{TEXT}outline-style":
                by_style[_OUTLINE] = _levels(style, styles)
    return OdtLists(styles, by_style)


def whole(text: str | None, otherwise: int) -> int:
    """A whole number of an attribute; a hostile or missing one is `otherwise`."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def _levels(style: etree._Element, styles: OdtStyles) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for item in style:
        depth = whole(item.get(f"{TEXT}level"), 0) - 1
        if not 0 <= depth < DEEPEST:
            continue
        look = styles.look("text", item.get(f"{TEXT}style-name"))
        if item.tag in _BULLETS:
            sign = str(item.get(f"{TEXT}bullet-char", "-"))
            found[depth] = Level(form="bullet", text=sign, font=look.font)
        elif item.tag in _NUMBERS:
            form = _FORMS.get(str(item.get(f"{STYLE}num-format", "")), "none")
            start = whole(item.get(f"{TEXT}start-value"), 1)
            text = _pattern(item, depth, found, form)
            found[depth] = Level(start, form, text, is_hidden=bool(look.hidden))
    return found


def _pattern(item: etree._Element, depth: int, above: dict[int, Level], form: str) -> str:
    """The label with "%1" for the count of the first level: as written, or of its parts."""
    written = item.get(LIST_FORMAT) or item.get(f"{STYLE}num-list-format")
    if written is not None:
        return _PLACE.sub(lambda match: f"%{match[1]}", str(written))
    shown = whole(item.get(f"{TEXT}display-levels"), 1)
    counts = [
        f"%{at + 1}"
        for at in range(max(0, depth + 1 - shown), depth + 1)
        if (form if at == depth else above[at].form if at in above else "none") not in ("none", "bullet")
    ]
    if not counts:
        return str(item.get(f"{STYLE}num-prefix", "")) + str(item.get(f"{STYLE}num-suffix", ""))
    return (
        str(item.get(f"{STYLE}num-prefix", "")) + ".".join(counts) + str(item.get(f"{STYLE}num-suffix", ""))
    )
