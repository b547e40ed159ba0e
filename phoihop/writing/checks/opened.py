"""A .docx as its rules ask about it: parts, sections, and what formatting comes out in the end."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from phoihop.writing.ooxml import Element, q
from phoihop.writing.templates import Part, Template

_OFF = ("0", "false", "off")
_LIMIT = 50_000_000
_SIGNS = {q("br"): "\n", q("tab"): "\t", q("noBreakHyphen"): "-"}


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section's blocks and its page."""

    blocks: list[Element]
    page: Element


@dataclass(frozen=True, kw_only=True)
class Opened:
    """An opened file. `headers` are keyed by relationship id."""

    body: Element
    styles: Element
    headers: dict[str, Element]
    template: Template
    is_sample: bool

    @cached_property
    def paragraphs(self) -> list[Element]:
        """All of the text, those in tables too, in reading order."""
        return list(self.body.iter(q("p")))

    @cached_property
    def sections(self) -> list[Section]:
        """The main document, then each annex."""
        found: list[Section] = []
        blocks: list[Element] = []
        for block in self.body.iterchildren("*"):
            page = block if block.tag == q("sectPr") else block.find(f"{q('pPr')}/{q('sectPr')}")
            if block.tag != q("sectPr"):
                blocks.append(block)
            if page is not None:
                found.append(Section(blocks=blocks, page=page))
                blocks = []
        return found or [Section(blocks=blocks, page=etree.Element(q("sectPr")))]

    @cached_property
    def _style_of_id(self) -> dict[str, Element]:
        return {style.get(q("styleId"), ""): style for style in self.styles.iter(q("style"))}

    def part(self, paragraph: Element) -> Part:
        """The part a paragraph is, by its style."""
        try:
            return Part(style_id(paragraph))
        except ValueError:
            return Part.TABLE_TEXT if is_in_table(paragraph) else Part.BODY

    def of(self, *parts: Part) -> list[Element]:
        """The paragraphs that are one of the parts."""
        return [paragraph for paragraph, part in self._parts if part in parts]

    @cached_property
    def _parts(self) -> list[tuple[Element, Part]]:
        return [(paragraph, self.part(paragraph)) for paragraph in self.paragraphs]

    def setting(self, paragraph: Element, name: str, attribute: str = "val") -> str | None:
        """A paragraph's own attribute, else its style's, else the default's."""
        return _first(self._levels(paragraph, "pPr"), name, attribute)

    def run_setting(self, run: Element, name: str, attribute: str = "val") -> str | None:
        """A run's own attribute, else its styles', else the default's."""
        return _first(self._run_levels(run), name, attribute)

    def is_on(self, run: Element, name: str) -> bool:
        """Whether a run is bold ("b"), italic ("i"), …"""
        return _is_on(self._run_levels(run), name)

    def is_paragraph_on(self, paragraph: Element, name: str, *, default: bool = False) -> bool:
        """Whether a paragraph keeps with the next ("keepNext"), minds widows ("widowControl"), …"""
        return _is_on(self._levels(paragraph, "pPr"), name, default=default)

    def number(self, paragraph: Element, name: str, attribute: str) -> float:
        """A paragraph's attribute as a number; 0 when nothing sets it."""
        return number_of(self.setting(paragraph, name, attribute))

    def size(self, run: Element) -> float:
        """Letter size in points."""
        return number_of(self.run_setting(run, "sz") or "20") / 2

    def _run_levels(self, run: Element) -> Iterator[Element]:
        own = run.find(q("rPr"))
        if own is not None:
            yield own
            named = own.find(q("rStyle"))
            if named is not None:
                yield from self._style_levels(named.get(q("val"), ""), "rPr")
        paragraph = next(run.iterancestors(q("p")))
        yield from self._style_levels(style_id(paragraph), "rPr")

    def _levels(self, paragraph: Element, kind: str) -> Iterator[Element]:
        yield from paragraph.iterfind(q(kind))
        yield from self._style_levels(style_id(paragraph), kind)

    def _style_levels(self, name: str, kind: str) -> tuple[Element, ...]:
        if (name, kind) not in self._levels_of_style:
            self._levels_of_style[name, kind] = tuple(self._inherited(name, kind))
        return self._levels_of_style[name, kind]

    @cached_property
    def _levels_of_style(self) -> dict[tuple[str, str], tuple[Element, ...]]:
        return {}

    def _inherited(self, name: str, kind: str) -> Iterator[Element]:
        """The properties of a style, of the style it is based on, and so on; then the file's defaults."""
        seen: set[str] = set()
        while name in self._style_of_id and name not in seen:
            seen.add(name)
            style = self._style_of_id[name]
            yield from style.iterfind(q(kind))
            based = style.find(q("basedOn"))
            name = "" if based is None else based.get(q("val"), "")
        default = "rPrDefault" if kind == "rPr" else "pPrDefault"
        yield from self.styles.iterfind(f"{q('docDefaults')}/{q(default)}/{q(kind)}")


def opened(content: bytes, *, template: Template, is_sample: bool) -> Opened:
    """The file's parts; BadZipFile, KeyError or XMLSyntaxError when it is not a .docx."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _LIMIT:
            raise KeyError("too large")
        headers = {
            relation.get("Id", ""): _xml(archive.read(_name(relation.get("Target", ""))))
            for relation in _xml(archive.read("word/_rels/document.xml.rels"))
            if relation.get("Type", "").endswith("/header")
        }
        body = _xml(archive.read("word/document.xml")).find(q("body"))
        if body is None:
            raise KeyError("body")
        styles = _xml(archive.read("word/styles.xml"))
    return Opened(body=body, styles=styles, headers=headers, template=template, is_sample=is_sample)


def text_of(element: Element) -> str:
    """The text of a paragraph (or of anything that holds runs); a break is a line break."""
    return "".join([_SIGNS.get(str(node.tag), node.text or "") for node in element.iter(q("t"), *_SIGNS)])


def runs_of(paragraph: Element) -> list[Element]:
    """The runs of a paragraph that hold visible text."""
    return [run for run in paragraph.iter(q("r")) if text_of(run).strip()]


def has_line(paragraph: Element) -> bool:
    """Whether a line is drawn under a paragraph."""
    border = paragraph.find(f"{q('pPr')}/{q('pBdr')}/{q('bottom')}")
    return border is not None and border.get(q("val")) == "single"


def style_id(paragraph: Element) -> str:
    """The id of a paragraph's style."""
    style = paragraph.find(f"{q('pPr')}/{q('pStyle')}")
    return "" if style is None else style.get(q("val"), "")


def is_in_table(paragraph: Element) -> bool:
    """Whether a paragraph stands in a cell."""
    return next(paragraph.iterancestors(q("tc")), None) is not None


def quoted(paragraph: Element) -> str:
    """The beginning of a paragraph, to find it by."""
    words = " ".join(text_of(paragraph).split())
    return f"“{words[:50]}{'…' if len(words) > 50 else ''}”"


def number_of(value: str | None) -> float:
    """A number of the file; 0 for none and for what no program should have written."""
    try:
        return float(value or 0)
    except ValueError:
        return 0


def length_of(element: Element | None, attribute: str = "w") -> float:
    """A length of the file in mm; 0 when it does not give one."""
    return 0 if element is None else number_of(element.get(q(attribute))) * 25.4 / 1440


def _name(target: str) -> str:
    """The name in the package of a part the document names."""
    return target[1:] if target.startswith("/") else f"word/{target}"


def _xml(content: bytes) -> Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _first(levels: Iterator[Element], name: str, attribute: str) -> str | None:
    for level in levels:
        element = level.find(q(name))
        if element is not None and element.get(q(attribute)) is not None:
            return element.get(q(attribute))
    return None


def _is_on(levels: Iterator[Element], name: str, *, default: bool = False) -> bool:
    for level in levels:
        element = level.find(q(name))
        if element is not None:
            return element.get(q("val"), "1") not in _OFF
    return default
