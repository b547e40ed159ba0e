"""WordprocessingML by hand: elements, paragraphs and tables, children in the order its schema asks.

Lengths in the file are twentieths of a point ("twips"), letter sizes half points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from lxml import etree

from .templates import Part

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
_NAMES = {"w": W, "r": R}

type Element = etree._Element


@cache
def q(name: str) -> str:
    """{namespace}p for "p" or "w:p"; "r:id" for a relationship."""
    prefix, _, local = name.rpartition(":")
    return f"{{{_NAMES[prefix or 'w']}}}{local}"


def w(tag: str, *children: "Element | None", **attributes: object) -> Element:
    """A w: element with w: attributes; None among the children is skipped."""
    element = etree.Element(q(tag), nsmap=_NAMES)
    for name, value in attributes.items():
        element.set(q(name.rstrip("_")), str(value))
    element.extend([child for child in children if child is not None])
    return element


def twips(millimetres: float) -> int:
    """Millimetres in the file's unit."""
    return round(millimetres * 1440 / 25.4)


def points(value: float) -> int:
    """Points in twips."""
    return round(value * 20)


@dataclass(frozen=True, kw_only=True)
class Extra:
    """What one paragraph has beyond its style: `before`, `after` in points, `left`, `right` in mm."""

    keeps_next: bool = False
    before: float | None = None
    after: float | None = None
    left: float | None = None
    right: float | None = None
    align: str = ""
    is_rule: bool = False
    is_bold: bool = False


PLAIN = Extra()


def paragraph(part: Part, *lines: str, extra: Extra = PLAIN) -> Element:
    """A paragraph of a part's style; several lines are broken inside it."""
    element = w("p", _paragraph_properties(part, extra))
    run = w("r", w("rPr", w("b")) if extra.is_bold else None)
    for number, line in enumerate(line for line in lines if line):
        if number:
            run.append(w("br"))
        run.append(_text(line))
    if len(run) > int(extra.is_bold):
        element.append(run)
    return element


def _text(line: str) -> Element:
    element = w("t")
    element.text = line
    if line != line.strip() or "  " in line:
        element.set(f"{{{XML}}}space", "preserve")
    return element


def _paragraph_properties(part: Part, extra: Extra) -> Element:
    return w(
        "pPr",
        w("pStyle", val=part.value),
        w("keepNext") if extra.keeps_next else None,
        w("pBdr", w("bottom", val="single", sz=6, space=0, color="000000")) if extra.is_rule else None,
        _spacing(extra),
        _indent(extra),
        w("jc", val=extra.align) if extra.align else None,
    )


def _spacing(extra: Extra) -> Element | None:
    given = {"before": extra.before, "after": extra.after}
    values = {name: points(value) for name, value in given.items() if value is not None}
    return w("spacing", **values) if values else None


def _indent(extra: Extra) -> Element | None:
    given = {"left": extra.left, "right": extra.right}
    values: dict[str, object] = {name: twips(value) for name, value in given.items() if value is not None}
    return w("ind", **values, firstLine=0) if values else None


def rule(length: float, *, within: float) -> Element:
    """A drawn line of `length` mm, centred in a column of `within` mm."""
    side = (within - length) / 2
    return paragraph(Part.RULE, extra=Extra(left=side, right=side, is_rule=True))


def borderless(widths: Sequence[float], rows: Iterable[Element]) -> Element:
    """A table that only places things: no borders, cell margins 0, fixed widths in mm."""
    return table(widths, rows, border="none", margin=0)


def table(widths: Sequence[float], rows: Iterable[Element], *, border: str, margin: float) -> Element:
    """A fixed table as wide as its columns (mm); `margin` is left and right inside each cell."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(map(twips, widths)), type="dxa"),
            w("jc", val="center"),
            w("tblBorders", *(w(side, val=border, sz=4, space=0, color="000000") for side in sides)),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(_margin(side, margin) for side in ("top", "left", "bottom", "right"))),
        ),
        w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths)),
        *rows,
    )


def _margin(side: str, margin: float) -> Element:
    return w(side, w=twips(margin if side in ("left", "right") else 0), type="dxa")


def row(cells: Iterable[Element], *, is_header: bool = False) -> Element:
    """A row that no page end cuts; a header row comes again on each page."""
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if is_header else None), *cells)


def cell(content: Iterable[Element], *, width: float, span: int = 1, align: str = "top") -> Element:
    """A cell, `width` in mm. One without content gets the paragraph the file format demands."""
    properties = w(
        "tcPr",
        w("tcW", w=twips(width), type="dxa"),
        w("gridSpan", val=span) if span > 1 else None,
        w("vAlign", val=align) if align != "top" else None,
    )
    return w("tc", properties, *(list(content) or [paragraph(Part.TABLE_TEXT)]))
