"""Sections, page headers and settings."""

from .ooxml import Node, paragraph, twips, w
from .templates import Part, Template

NUMBERED, FIRST = "header1", "header2"


def headers(template: Template, *, has_sample_mark: bool) -> dict[str, Node]:
    """The page number from page 2 on; the sample mark on every page, the first too."""
    found = {NUMBERED: w("hdr", _page_number(), _mark(template) if has_sample_mark else None)}
    if has_sample_mark:
        found[FIRST] = w("hdr", _mark(template))
    return found


def section(template: Template, *, parts: dict[str, Node], is_landscape: bool, restarts: bool) -> Node:
    """A section's page: later ones take over the headers of the first (`parts` empty)."""
    page = template.page
    height, width = (page.width, page.height) if is_landscape else (page.height, page.width)
    size = w("pgSz", w=twips(width), h=twips(height), **({"orient": "landscape"} if is_landscape else {}))
    margins = {side: twips(getattr(page, side).value) for side in ("top", "right", "bottom", "left")}
    return w(
        "sectPr",
        *(_reference(name) for name in parts),
        w("type", val="nextPage"),
        size,
        w("pgMar", **margins, header=twips(page.header), footer=twips(page.header), gutter=0),
        w("pgNumType", start=1) if restarts else None,
        w("titlePg"),
    )


def settings() -> Node:
    """word/settings.xml: Word 2013 layout rules, Vietnamese text, decimal comma."""
    mode = w(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
    return w(
        "settings",
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", mode),
        w("themeFontLang", val="vi-VN"),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


def _reference(name: str) -> Node:
    element = w("headerReference", type="first" if name == FIRST else "default")
    element.set("r:id", name)
    return element


def _page_number() -> Node:
    element = paragraph(Part.PAGE_NUMBER)
    element.append(w("fldSimple", w("r", _number_text()), instr="PAGE"))
    return element


def _number_text() -> Node:
    element = w("t")
    element.text = "2"
    return element


def _mark(template: Template) -> Node:
    return paragraph(Part.SAMPLE_MARK, template.sample_mark)
