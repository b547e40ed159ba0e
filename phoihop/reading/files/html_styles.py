"""The little of CSS that changes what a page says: font, hidden, capitals."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:\.(?P<name>[\w-]+))?\Z", re.IGNORECASE)
_FONT = re.compile(r"(?:^|;)\s*(?:mso-[a-z]+-)?font-family\s*:\s*([^;]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)", re.IGNORECASE)
_CAPITALS = re.compile(r"(?:^|;)\s*text-transform\s*:\s*uppercase", re.IGNORECASE)
_MOST_RULES, _LONGEST_RULE = 5_000, 4_000


@dataclass(frozen=True)
class HtmlLook:
    """What is known of the text inside an element."""

    font: str | None = None
    hidden: bool = False
    capitals: bool = False


@dataclass
class HtmlStyles:
    """Declarations by tag and class; other selectors are not asked."""

    rules: dict[tuple[str, str], str] = field(default_factory=dict)

    def look(self, element: etree._Element, outer: HtmlLook) -> HtmlLook:
        """The look inside an element that stands in another look."""
        tag = str(element.tag)
        names = ["", *str(element.get("class", "")).split()]
        said = [self.rules.get((of, name)) for name in names for of in ("", tag) if of or name]
        declared = ";".join([*filter(None, said), str(element.get("style", ""))])
        face = element.get("face") if tag == "font" else None
        fonts = [match[1] for match in _FONT.finditer(declared)]
        font = face or (fonts[-1] if fonts else None)
        return HtmlLook(
            font=_first(str(font)) if font else outer.font,
            hidden=outer.hidden or bool(_HIDDEN.search(declared)),
            capitals=outer.capitals or bool(_CAPITALS.search(declared)),
        )


def styles_of(sheets: Iterable[str]) -> HtmlStyles:
    """From the text of the style elements."""
    styles = HtmlStyles()
    for sheet in sheets:
        for rule in _without_comments(sheet).split("}")[:_MOST_RULES]:
            selectors, _, declared = rule.partition("{")
            for selector in selectors.split(","):
                found = _SELECTOR.match(selector.strip())
                if found and len(declared) < _LONGEST_RULE:
                    key = ((found["tag"] or "").lower(), found["name"] or "")
                    styles.rules[key] = (styles.rules.get(key, "") + ";" + declared)[-_LONGEST_RULE:]
    return styles


def _without_comments(sheet: str) -> str:
    first, *others = sheet.replace("<!--", "").replace("-->", "").split("/*")
    return first + "".join(other.partition("*/")[2] for other in others)


def _first(fonts: str) -> str:
    return fonts.split(",")[0].strip().strip("\"'")
