"""What a run and a paragraph take from their styles: font, hidden, capitals, number."""

from dataclasses import dataclass, field

from lxml import etree

from .docx_package import switch, value, w

_DEEPEST_CHAIN = 20


@dataclass(frozen=True)
class Look:
    """Of a run; None is "not said here"."""

    font: str | None = None
    hidden: bool | None = None
    capitals: bool | None = None

    def over(self, under: "Look") -> "Look":
        """This look where it says something, else the one under it."""
        return Look(
            font=under.font if self.font is None else self.font,
            hidden=under.hidden if self.hidden is None else self.hidden,
            capitals=under.capitals if self.capitals is None else self.capitals,
        )


@dataclass(frozen=True)
class NumberPlace:
    """A list and a level in it; either may be left to the style."""

    num: str | None
    depth: int | None


@dataclass
class Styles:
    """The styles of a document by their id."""

    elements: dict[str, etree._Element]
    defaults: Look
    default_paragraph: str | None
    _looks: dict[str, Look] = field(default_factory=dict)

    def look(self, style: str | None) -> Look:
        """The look of a style, those it is based on included."""
        if style is None:
            return Look()
        if style not in self._looks:
            look = Look()
            for element in self.chain(style):
                look = look.over(look_of(element.find(w("rPr"))))
            self._looks[style] = look
        return self._looks[style]

    def chain(self, style: str | None) -> list[etree._Element]:
        """A style and those it is based on, nearest first."""
        found: list[etree._Element] = []
        while style in self.elements and len(found) < _DEEPEST_CHAIN:
            found.append(self.elements[style])
            style = value(found[-1], "basedOn")
        return found

    def number(self, style: str | None) -> tuple[str | None, NumberPlace]:
        """The style of the chain that numbers, and its place; a style that switches numbers off ends it."""
        for element in self.chain(style):
            place = number_place(element.find(w("pPr")))
            if place.num is not None:
                return (str(element.get(w("styleId"))), place)
        return (None, NumberPlace(None, None))


def styles_of(root: etree._Element | None) -> Styles:
    """From the part styles.xml, which may be missing."""
    if root is None:
        return Styles({}, Look(), None)
    elements = {str(style.get(w("styleId"))): style for style in root.findall(w("style"))}
    default = next(
        (
            name
            for name, style in elements.items()
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on")
        ),
        None,
    )
    return Styles(elements, look_of(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")), default)


def look_of(properties: etree._Element | None) -> Look:
    """What run properties say themselves."""
    if properties is None:
        return Look()
    fonts = properties.find(w("rFonts"))
    return Look(
        font=_font(fonts) if fonts is not None else None,
        hidden=switch(properties, "vanish"),
        capitals=switch(properties, "caps"),
    )


def _font(fonts: etree._Element) -> str | None:
    """The font of letters beyond ASCII; a theme's font is never one of before Unicode."""
    if fonts.get(w("hAnsiTheme")) or fonts.get(w("asciiTheme")):
        return ""
    name = fonts.get(w("hAnsi")) or fonts.get(w("ascii"))
    return str(name) if name is not None else None


def number_place(properties: etree._Element | None) -> NumberPlace:
    """What w:numPr says."""
    place = properties.find(w("numPr")) if properties is not None else None
    depth = value(place, "ilvl")
    return NumberPlace(value(place, "numId"), whole(depth, 0) if depth is not None else None)


def whole(text: str | None, otherwise: int) -> int:
    """A whole number of an attribute; a hostile or missing one is `otherwise`."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else otherwise
