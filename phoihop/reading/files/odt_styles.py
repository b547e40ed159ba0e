"""What paragraphs and runs of an OpenDocument text take from their styles."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from .odt_package import FO, OFFICE, STYLE, SVG, TEXT, OdtFile

_DEEPEST_CHAIN = 20
_HOLDERS = (f"{OFFICE}styles", f"{OFFICE}automatic-styles")


@dataclass(frozen=True)
class OdtLook:
    """Of a run; None is "not said here"."""

    font: str | None = None
    hidden: bool | None = None
    capitals: bool | None = None

    def over(self, under: "OdtLook") -> "OdtLook":
        """This look where it says something, else the one under it."""
        return OdtLook(
            font=under.font if self.font is None else self.font,
            hidden=under.hidden if self.hidden is None else self.hidden,
            capitals=under.capitals if self.capitals is None else self.capitals,
        )


@dataclass
class OdtStyles:
    """Styles by family and name, and the fonts they name."""

    elements: dict[tuple[str, str], etree._Element]
    fonts: dict[str, str]
    _looks: dict[tuple[str, str | None], OdtLook] = field(default_factory=dict)

    def look(self, family: str, name: str | None) -> OdtLook:
        """The look a style gives, those it comes from included."""
        key = (family, name)
        if key not in self._looks:
            look = OdtLook()
            for element in self._chain(family, name):
                look = look.over(self._own(element.find(f"{STYLE}text-properties")))
            self._looks[key] = look
        return self._looks[key]

    def list_style(self, name: str | None) -> str | None:
        """The list style a paragraph style names."""
        for element in self._chain("paragraph", name):
            found = element.get(f"{STYLE}list-style-name")
            if found is not None:
                return str(found)
        return None

    def is_section_hidden(self, section: etree._Element) -> bool:
        """Whether a section does not show."""
        return section.get(f"{TEXT}display") == "none"

    def _chain(self, family: str, name: str | None) -> Iterator[etree._Element]:
        for _ in range(_DEEPEST_CHAIN):
            element = self.elements.get((family, name or ""))
            if element is None:
                break
            yield element
            name = element.get(f"{STYLE}parent-style-name")
        if (family, "") in self.elements:
            yield self.elements[family, ""]

    def _own(self, properties: etree._Element | None) -> OdtLook:
        if properties is None:
            return OdtLook()
        name = properties.get(f"{STYLE}font-name")
        family = self.fonts.get(str(name), str(name)) if name else properties.get(f"{FO}font-family")
        display, case = properties.get(f"{TEXT}display"), properties.get(f"{FO}text-transform")
        return OdtLook(
            font=str(family) if family else None,
            hidden=display == "none" if display else None,
            capitals=case == "uppercase" if case else None,
        )


def styles_of(file: OdtFile) -> OdtStyles:
    """All styles of a file; a default style has the name ""."""
    elements: dict[tuple[str, str], etree._Element] = {}
    fonts: dict[str, str] = {}
    for root in file.roots:
        for face in root.iter(f"{STYLE}font-face"):
            fonts[str(face.get(f"{STYLE}name"))] = str(face.get(f"{SVG}font-family", ""))
        for style in style_elements(root):
            if style.tag in (f"{STYLE}style", f"{STYLE}default-style"):
                key = (str(style.get(f"{STYLE}family")), str(style.get(f"{STYLE}name", "")))
                elements[key] = style
    return OdtStyles(elements, fonts)


def style_elements(root: etree._Element) -> Iterator[etree._Element]:
    """The styles of a root, common ones first."""
    for holder in _HOLDERS:
        for part in root.findall(holder):
            yield from part
