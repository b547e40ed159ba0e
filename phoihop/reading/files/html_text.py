"""A page of the web as blocks, and pages Word saved under the name of a document (.doc, .mht)."""

import codecs
import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import lxml.html
from lxml import etree

from phoihop.reading.paper import FileKind, Note, Paper
from phoihop.reading.unreadable import UnreadableDocument

from .blocks import Block, Cell, Grid
from .docx_styles import whole
from .html_styles import HtmlLook, HtmlStyles, styles_of
from .labels import counted
from .layout import paper_of_blocks
from .runs import Run, Speller
from .xml_parts import is_element

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>", re.IGNORECASE)
_LOOKED_AT = 8192
_BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre")
    + (
        "section",
        "article",
        "header",
        "footer",
        "main",
        "center",
        "form",
        "fieldset",
        "address",
        "hr",
        "body",
    )
)
_LEFT_OUT = frozenset(
    ("script", "style", "head", "title", "meta", "link", "del", "noscript", "template", "select", "textarea")
    + ("iframe", "object", "svg", "math", "button")
)
_ELSEWHERE = re.compile(r"mso-element\s*:\s*(?:footnote|endnote|comment|header|footer)", re.IGNORECASE)
_FOOTNOTES = re.compile(r"mso-element\s*:\s*(?:footnote|endnote)-list", re.IGNORECASE)
# What pages call so is the code page of Western Windows.
_CALLED = {"iso-8859-1": "cp1252", "us-ascii": "cp1252", "x-user-defined": "cp1252"}
_CHARACTER_SETS = ("utf-8", "utf8", "utf-16", "windows-", "cp", "iso-8859-", "us-ascii", "x-user-defined")
_OPENED, _CLOSED = re.compile(r"<html\b", re.IGNORECASE), re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def html_paper(data: bytes, name: str) -> Paper:
    """The paper of a page; raises UnreadableDocument where it has no words, ValueError if it is cut off."""
    return _paper(_decoded(data), name)


def mhtml_paper(data: bytes, name: str) -> Paper:
    """The paper of the first page in a web archive; raises UnreadableDocument where there is none."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            charset = part.get_content_charset()
            return _paper(_decoded(bytes(content or b""), charset=charset), name)
    raise UnreadableDocument(f"Tệp “{name}” là trang mạng lưu lại nhưng không có phần chữ nào.")


def _paper(text: str, name: str) -> Paper:
    if _OPENED.search(text) and not _CLOSED.search(text):
        raise ValueError("The page ends before it is closed.")
    # With the small tree the parser would end without a word where tags are never closed.
    parser = lxml.html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    root = lxml.html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    styles = styles_of(style.text or "" for style in root.iter("style"))
    body = root.find("body")
    walker = _Walker(styles)
    walker.enter(body if body is not None else root, HtmlLook())
    walker.end_paragraph()
    notes = [*walker.speller.notes()]
    if _FOOTNOTES.search(text):
        notes.append(Note("footnotes", "Văn bản có chú thích cuối trang, không đưa vào phần chữ để đọc."))
    return paper_of_blocks(walker.blocks, name=name, kind=FileKind.HTML, notes=tuple(notes))


def _decoded(data: bytes, *, charset: str | None = None) -> str:
    """By the mark at the start, by what the page says, as UTF-8, as Windows' Western code page."""
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(codec, "replace").removeprefix("\ufeff")
    said = _CHARSET.search(data[:_LOOKED_AT]) or _XML_CHARSET.search(data[:_LOOKED_AT])
    for named in (charset, said[1].decode("ascii", "ignore") if said else None, "utf-8", "cp1252"):
        try:
            # Python knows "encodings" that are no character sets, and slow ones.
            if named and named.lower().startswith(_CHARACTER_SETS):
                return str(data.decode(_CALLED.get(named.lower(), named)))
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")


@dataclass
class _Walker:
    styles: HtmlStyles
    speller: Speller = field(default_factory=Speller)
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    label: str = ""
    is_preformatted: bool = False

    def enter(self, element: etree._Element, outer: HtmlLook) -> None:
        """Everything inside an element."""
        look = self.styles.look(element, outer)
        self._add(element.text, look)
        count = whole(element.get("start"), 1) - 1
        for child in element:
            if is_element(child) and not self._is_left_out(child):
                count = whole(child.get("value"), count + 1) if child.tag == "li" else count
                self._child(child, element, look, count)
            self._add(child.tail, look)

    def end_paragraph(self) -> None:
        """What was gathered becomes a paragraph, if it holds words."""
        words = self.speller.spelled(self.runs)
        lines = [line.strip(" ") for line in words.split("\n")] if not self.is_preformatted else [words]
        if any(line.strip() for line in lines):
            self.blocks.append(self.label + "\n".join(lines).strip("\n"))
            self.label = ""
        self.runs = []

    def _child(self, child: etree._Element, parent: etree._Element, look: HtmlLook, count: int) -> None:
        if child.tag == "br":
            self.runs.append(Run("\n"))
        elif child.tag == "table":
            self.end_paragraph()
            self.blocks.append(self._grid(child, look))
        elif child.tag in _BLOCKS:
            self.end_paragraph()
            if child.tag == "li":
                self.label = _label(parent, count)
            was, self.is_preformatted = self.is_preformatted, self.is_preformatted or child.tag == "pre"
            self.enter(child, look)
            self.end_paragraph()
            self.is_preformatted = was
            self.label = "" if child.tag == "li" else self.label
        else:
            self.enter(child, look)

    def _is_left_out(self, child: etree._Element) -> bool:
        is_furniture = child.tag == "div" and child.get("title") in ("header", "footer")
        return child.tag in _LEFT_OUT or is_furniture or bool(_ELSEWHERE.search(str(child.get("style", ""))))

    def _add(self, text: str | None, look: HtmlLook) -> None:
        if not text or look.hidden:
            return
        words = str(text)
        if not self.is_preformatted:
            words = _SPACES.sub(" ", words)
            last = self.runs[-1].text if self.runs else "\n"
            words = words.removeprefix(" ") if last.endswith((" ", "\n")) else words
        if words:
            self.runs.append(Run(words, look.font, capitals=look.capitals))

    def _grid(self, table: etree._Element, outer: HtmlLook) -> Grid:
        look = self.styles.look(table, outer)
        rows = list(_rows(table))
        headers = sum(1 for row in rows if (parent := row.getparent()) is not None and parent.tag == "thead")
        return Grid(tuple(tuple(self._cells(row, look)) for row in rows), headers)

    def _cells(self, row: etree._Element, outer: HtmlLook) -> Iterator[Cell]:
        look = self.styles.look(row, outer)
        for cell in row:
            if cell.tag in ("td", "th"):
                inner = _Walker(self.styles, self.speller)
                inner.enter(cell, look)
                inner.end_paragraph()
                yield Cell(
                    tuple(inner.blocks),
                    columns=max(1, whole(cell.get("colspan"), 1)),
                    rows=max(1, whole(cell.get("rowspan"), 1)),
                )


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _label(parent: etree._Element, count: int) -> str:
    if parent.tag != "ol":
        return "- "
    return f"{counted(count, _FORMS.get(str(parent.get('type', '1')), 'decimal'))}. "
