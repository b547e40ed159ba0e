"""WordprocessingML by hand: elements, paragraphs and tables, children in the order its schema asks.

Lengths in the file are twentieths of a point ("twips"), letter sizes half points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from xml.sax.saxutils import escape

from lxml import etree

from .templates import Part
from .wording import NOT_XML

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = {"w": W, "r": R}

_IN_ATTRIBUTE = {'"': "&quot;"}

#: An element of a file that was read.
type Element = etree._Element


@cache
def q(name: str) -> str:
    """{namespace}p for "p" or "w:p"; "r:id" for a relationship."""
    prefix, _, local = name.rpartition(":")
    return f"{{{_NAMES[prefix or 'w']}}}{local}"


class Node:
    """An element to be written: its name, its attributes as they stand in the file, and what is in it.

    A plain object: thousands of them make a document, and lxml's cost ten times as much. A `kept` one is
    written out once and stands in many places: it must not change any more.
    """

    __slots__ = ("children", "head", "kept", "tag", "text")

    def __init__(self, tag: str, head: str, children: "list[Node]") -> None:
        self.tag = tag
        self.head = head
        self.children = children
        self.text = ""
        self.kept = ""

    def append(self, child: "Node") -> None:
        """Put a child behind the others."""
        self.children.append(child)

    def set(self, name: str, value: str) -> None:
        """Another attribute, its name with its prefix."""
        self.head += _attribute(name, value)


def w(tag: str, *children: "Node | None", **attributes: object) -> Node:
    """A w: element with w: attributes; None among the children is skipped."""
    head = "".join([_attribute(f"w:{name.rstrip('_')}", str(value)) for name, value in attributes.items()])
    return Node(f"w:{tag}", head, [child for child in children if child is not None])


@lru_cache(maxsize=20_000)
def _attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value, _IN_ATTRIBUTE)}"'


def rendered(root: Node) -> bytes:
    """The part of the file whose root this is; ValueError for letters XML cannot hold."""
    names = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in _NAMES.items())
    pieces = ["<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"]
    _render(Node(root.tag, names + root.head, root.children), pieces)
    whole = "".join(pieces)
    if NOT_XML.search(whole):
        raise ValueError("a sign XML cannot hold")
    return whole.encode()


def keeping(node: Node) -> Node:
    """The node, written out for good."""
    pieces: list[str] = []
    _render(node, pieces)
    node.kept = "".join(pieces)
    return node


def _render(node: Node, pieces: list[str]) -> None:
    if node.kept:
        pieces.append(node.kept)
        return
    if not node.children and not node.text:
        pieces.append(f"<{node.tag}{node.head}/>")
        return
    pieces.append(f"<{node.tag}{node.head}>{escape(node.text)}")
    for child in node.children:
        _render(child, pieces)
    pieces.append(f"</{node.tag}>")


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


def paragraph(part: Part, *lines: str, extra: Extra = PLAIN) -> Node:
    """A paragraph of a part's style; several lines are broken inside it."""
    element = w("p", _paragraph_properties(part, extra))
    run = w("r", w("rPr", w("b")) if extra.is_bold else None)
    for number, line in enumerate(line for line in lines if line):
        if number:
            run.append(w("br"))
        run.append(_text(line))
    if len(run.children) > int(extra.is_bold):
        element.append(run)
    return element


def _text(line: str) -> Node:
    element = w("t")
    element.text = line
    if line != line.strip() or "  " in line:
        element.set("xml:space", "preserve")
    return element


@lru_cache(maxsize=2_000)
def _paragraph_properties(part: Part, extra: Extra) -> Node:
    return keeping(
        w(
            "pPr",
            w("pStyle", val=part.value),
            w("keepNext") if extra.keeps_next else None,
            w("pBdr", w("bottom", val="single", sz=6, space=0, color="000000")) if extra.is_rule else None,
            _spacing(extra),
            _indent(extra),
            w("jc", val=extra.align) if extra.align else None,
        )
    )


def _spacing(extra: Extra) -> Node | None:
    given = {"before": extra.before, "after": extra.after}
    values = {name: points(value) for name, value in given.items() if value is not None}
    return w("spacing", **values) if values else None


def _indent(extra: Extra) -> Node | None:
    given = {"left": extra.left, "right": extra.right}
    values: dict[str, object] = {name: twips(value) for name, value in given.items() if value is not None}
    return w("ind", **values, firstLine=0) if values else None


def rule(length: float, *, within: float) -> Node:
    """A drawn line of `length` mm, centred in a column of `within` mm."""
    side = (within - length) / 2
    return paragraph(Part.RULE, extra=Extra(left=side, right=side, is_rule=True))


def borderless(widths: Sequence[float], rows: Iterable[Node]) -> Node:
    """A table that only places things: no borders, cell margins 0, fixed widths in mm."""
    return table(widths, rows, border="none", margin=0)


def table(widths: Sequence[float], rows: Iterable[Node], *, border: str, margin: float) -> Node:
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


def _margin(side: str, margin: float) -> Node:
    return w(side, w=twips(margin if side in ("left", "right") else 0), type="dxa")


def row(cells: Iterable[Node], *, is_header: bool = False) -> Node:
    """A row that no page end cuts; a header row comes again on each page."""
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if is_header else None), *cells)


def cell(content: Iterable[Node], *, width: float, span: int = 1, align: str = "top") -> Node:
    """A cell, `width` in mm. One without content gets the paragraph the file format demands."""
    return w("tc", _cell_properties(width, span, align), *(list(content) or [paragraph(Part.TABLE_TEXT)]))


@lru_cache(maxsize=2_000)
def _cell_properties(width: float, span: int, align: str) -> Node:
    return keeping(
        w(
            "tcPr",
            w("tcW", w=twips(width), type="dxa"),
            w("gridSpan", val=span) if span > 1 else None,
            w("vAlign", val=align) if align != "top" else None,
        )
    )
