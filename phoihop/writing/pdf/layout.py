"""What typst needs to know of a .docx of our own writer: sections, paragraphs and tables, resolved.

Every length is in points. The looks come out of the file's styles, so the PDF cannot differ from the .docx.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from phoihop.writing.checks.opened import Opened, Section, has_line, number_of, text_of
from phoihop.writing.ooxml import Element, q
from phoihop.writing.templates import Part

type Json = dict[str, Any]

_TWIPS = 20
#: Times New Roman and Tinos: ascent, descent and line gap in letter sizes.
_LETTERS = 0.891 + 0.216
_SINGLE = _LETTERS + 0.042


def layout_of(file: Opened) -> Json:
    """The whole document as typst's template reads it: fonts, the sample mark, sections in order."""
    layout = _Layout(file)
    return {
        "font": "Tinos",
        "mark": file.template.sample_mark if file.is_sample else None,
        "number_size": file.template.look(Part.PAGE_NUMBER).size.value,
        "mark_size": file.template.look(Part.SAMPLE_MARK).size.value,
        "sections": [layout.section(section) for section in file.sections],
    }


class _Layout:
    """One file's layout; paragraphs with the same properties are resolved once."""

    def __init__(self, file: Opened) -> None:
        self._file = file
        self._looks: dict[tuple[bytes, ...], Json] = {}

    def section(self, section: Section) -> Json:
        size, margins = section.page.find(q("pgSz")), section.page.find(q("pgMar"))
        names = ("top", "right", "bottom", "left", "header")
        return {
            "width": _length(size, "w"),
            "height": _length(size, "h"),
            "margins": {name: _length(margins, name) for name in names},
            "blocks": list(self._blocks(section.blocks)),
        }

    def _blocks(self, given: Iterable[Element]) -> Iterator[Json]:
        for element in given:
            if element.tag == q("tbl"):
                yield self._table(element)
            elif element.tag == q("p"):
                yield {**self._look(element), "lines": text_of(element).split("\n")}

    def _look(self, element: Element) -> Json:
        run = element.find(q("r"))
        own = (element.find(q("pPr")), run.find(q("rPr")) if run is not None else None)
        key = (b"1" if text_of(element) else b"", *(b"" if p is None else etree.tostring(p) for p in own))
        if key not in self._looks:
            self._looks[key] = self._resolved(element, run)
        return self._looks[key]

    def _resolved(self, element: Element, run: Element | None) -> Json:
        file = self._file
        look = file.template.look(file.part(element))
        size = look.size.value
        return {
            "kind": "line" if has_line(element) else "paragraph",
            "size": size,
            "bold": look.bold if run is None else file.is_on(run, "b"),
            "italic": look.italic if run is None else file.is_on(run, "i"),
            "align": file.setting(element, "jc") or "left",
            "before": file.number(element, "spacing", "before") / _TWIPS,
            "after": file.number(element, "spacing", "after") / _TWIPS,
            "height": self._hair(element),
            "leading": self._leading(element, size),
            "underlined": look.is_underlined,
            "indent": file.number(element, "ind", "firstLine") / _TWIPS,
            "left": file.number(element, "ind", "left") / _TWIPS,
            "right": file.number(element, "ind", "right") / _TWIPS,
            "outline": file.setting(element, "outlineLvl"),
            "keeps_next": file.is_paragraph_on(element, "keepNext"),
        }

    def _hair(self, element: Element) -> float | None:
        """The height of a paragraph that only carries a line or nothing, else None."""
        return None if text_of(element) else self._exact(element)

    def _exact(self, element: Element) -> float | None:
        if self._file.setting(element, "spacing", "lineRule") != "exact":
            return None
        return self._file.number(element, "spacing", "line") / _TWIPS

    def _leading(self, element: Element, size: float) -> float:
        """What stands between the letters of two lines."""
        exact = self._exact(element)
        if exact is not None:
            return exact - _LETTERS * size
        lines = number_of(self._file.setting(element, "spacing", "line") or "240") / 240
        return (lines * _SINGLE - _LETTERS) * size

    def _table(self, element: Element) -> Json:
        border = element.find(f"{q('tblPr')}/{q('tblBorders')}/{q('top')}")
        margin = element.find(f"{q('tblPr')}/{q('tblCellMar')}/{q('left')}")
        grid = element.iterfind(f"{q('tblGrid')}/{q('gridCol')}")
        rows = [self._row(row) for row in element.iterfind(q("tr"))]
        return {
            "kind": "table",
            "widths": [_length(column, "w") for column in grid],
            "is_ruled": border is not None and border.get(q("val")) == "single",
            "margin": _length(margin, "w"),
            "rows": rows,
            "keeps_next": bool(rows) and _keeps_next(rows[-1]),
        }

    def _row(self, element: Element) -> Json:
        return {
            "is_header": element.find(f"{q('trPr')}/{q('tblHeader')}") is not None,
            "cells": [self._cell(cell) for cell in element.iterfind(q("tc"))],
        }

    def _cell(self, element: Element) -> Json:
        span = element.find(f"{q('tcPr')}/{q('gridSpan')}")
        return {
            "span": 1 if span is None else int(number_of(span.get(q("val")))),
            "is_centred": element.find(f"{q('tcPr')}/{q('vAlign')}") is not None,
            "blocks": list(self._blocks(element)),
        }


def _keeps_next(row: Json) -> bool:
    return any(block.get("keeps_next") for cell in row["cells"] for block in cell["blocks"])


def _length(element: Element | None, attribute: str) -> float:
    return 0 if element is None else number_of(element.get(q(attribute))) / _TWIPS
