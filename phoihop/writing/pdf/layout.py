"""What typst needs to know of a .docx of our own writer: sections, paragraphs and tables, resolved.

Every length is in points. The looks come out of the file's styles, so the PDF cannot differ from the .docx.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate
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
                text = text_of(element)
                yield {**self._look(element, has_text=bool(text)), "lines": text.split("\n")}

    def _look(self, element: Element, *, has_text: bool) -> Json:
        run = element.find(q("r"))
        own = (element.find(q("pPr")), run.find(q("rPr")) if run is not None else None)
        key = (b"1" if has_text else b"", *[b"" if p is None else etree.tostring(p) for p in own])
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
        margin = _length(element.find(f"{q('tblPr')}/{q('tblCellMar')}/{q('left')}"), "w")
        widths = [_length(column, "w") for column in element.iterfind(f"{q('tblGrid')}/{q('gridCol')}")]
        rows = [self._row(row, margin) for row in element.iterfind(q("tr"))]
        keeps_next = bool(rows) and _keeps_next(rows[-1])
        usual, aligns = _said_once(rows, columns=len(widths))
        return {
            "kind": "table",
            "widths": widths,
            "is_ruled": border is not None and border.get(q("val")) == "single",
            "margin": margin,
            "rows": rows,
            "keeps_next": keeps_next,
            "usual": usual,
            "aligns": aligns,
        }

    def _row(self, element: Element, margin: float) -> Json:
        return {
            "is_header": element.find(f"{q('trPr')}/{q('tblHeader')}") is not None,
            "cells": [self._cell(cell, margin) for cell in element.iterfind(q("tc"))],
        }

    def _cell(self, element: Element, margin: float) -> Json:
        span = element.find(f"{q('tcPr')}/{q('gridSpan')}")
        return {
            "span": 1 if span is None else int(number_of(span.get(q("val")))),
            "is_centred": element.find(f"{q('tcPr')}/{q('vAlign')}") is not None,
            "margin": margin,
            "blocks": list(self._blocks(element)),
        }


_NO_LOOK: Json = {
    "size": 12, "bold": False, "italic": False, "leading": 0, "before": 0, "after": 0, "left": 0, "right": 0,
}  # fmt: skip


def _said_once(rows: list[Json], *, columns: int) -> tuple[Json, list[str]]:
    """The look most cells share and how each column stands; cells that are so keep only their lines."""
    plain = [(place, cell) for row in rows for place, cell in _placed(row) if _is_plain(cell)]
    looks = Counter(_shared(cell) for _, cell in plain)
    if not looks:
        return _NO_LOOK, ["left"] * columns
    usual = looks.most_common(1)[0][0]
    alike = [(place, cell) for place, cell in plain if _shared(cell) == usual]
    stands: list[Counter[str]] = [Counter() for _ in range(columns)]
    for place, cell in alike:
        stands[place][cell["blocks"][0]["align"]] += 1
    aligns = [found.most_common(1)[0][0] if found else "left" for found in stands]
    for row in rows:
        row["cells"] = [
            _lines(cell)
            if _is_plain(cell) and _shared(cell) == usual and cell["blocks"][0]["align"] == aligns[place]
            else cell
            for place, cell in _placed(row)
        ]
    return dict(zip(_NO_LOOK, usual, strict=True)), aligns


def _placed(row: Json) -> list[tuple[int, Json]]:
    """The cells of a row, each with the column it begins in."""
    starts = accumulate((cell["span"] for cell in row["cells"]), initial=0)
    return list(zip(starts, row["cells"], strict=False))


def _is_plain(cell: Json) -> bool:
    """One centred cell of one paragraph that is nothing but its lines."""
    if cell["span"] != 1 or not cell["is_centred"] or len(cell["blocks"]) != 1:
        return False
    block = cell["blocks"][0]
    return (
        block["kind"] == "paragraph"
        and block["height"] is None
        and block["align"] != "both"
        and not block["indent"]
        and not block["underlined"]
        and block["outline"] is None
    )


def _shared(cell: Json) -> tuple[Any, ...]:
    return tuple(cell["blocks"][0][name] for name in _NO_LOOK)


def _lines(cell: Json) -> str | list[str]:
    lines: list[str] = cell["blocks"][0]["lines"]
    return lines[0] if len(lines) == 1 else lines


def _keeps_next(row: Json) -> bool:
    return any(block.get("keeps_next") for cell in row["cells"] for block in cell["blocks"])


def _length(element: Element | None, attribute: str) -> float:
    return 0 if element is None else number_of(element.get(q(attribute))) / _TWIPS
