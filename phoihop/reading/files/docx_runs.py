"""The characters of a paragraph of Word: what shows is kept, what is deleted, hidden or a command is not."""

from dataclasses import dataclass, field

from lxml import etree

from .docx_package import value, w
from .docx_styles import Look, Styles, look_of
from .runs import SOFT_HYPHEN, Run
from .symbols import symbol
from .xml_parts import is_element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
ALTERNATES = f"{_MC}AlternateContent"
LEFT_OUT = frozenset(
    w(name)
    for name in (
        "del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sectPr", "tblPr", "trPr",
        "tcPr", "tblPrEx", "tblGrid", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rt",
        "footnote", "endnote",
    )
)  # fmt: skip
_SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("softHyphen"): SOFT_HYPHEN,
}
_RUN, _TEXT, _SYMBOL, _FIELD, _BOX = w("r"), w("t"), w("sym"), w("fldChar"), w("txbxContent")


@dataclass
class Words:
    """The runs of a paragraph and the text boxes that hang on it."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


@dataclass
class RunReader:
    """Reads paragraphs one after the other; a field may begin in one and end in another."""

    styles: Styles
    fields: list[bool] = field(default_factory=list)

    def read(self, paragraph: etree._Element, into: Words) -> None:
        """Add the runs and boxes of a paragraph."""
        style = value(paragraph.find(w("pPr")), "pStyle") or self.styles.default_paragraph
        self._collect(paragraph, self.styles.look(style).over(self.styles.defaults), into)
        # An instruction that never ends must not swallow the rest of the document.
        self.fields = [False] * len(self.fields)

    def _collect(self, parent: etree._Element, look: Look, into: Words) -> None:
        for child in parent:
            if child.tag == _RUN:
                self._run(child, look, into)
            elif child.tag == _MATHS_TEXT:
                into.runs.append(Run(child.text or ""))
            elif child.tag == ALTERNATES:
                for chosen in alternates(child):
                    self._collect(chosen, look, into)
            elif child.tag not in LEFT_OUT and is_element(child):
                self._collect(child, look, into)

    def _run(self, run: etree._Element, look: Look, into: Words) -> None:
        properties = run.find(w("rPr"))
        if properties is not None:
            style = self.styles.look(value(properties, "rStyle"))
            look = look_of(properties).over(style).over(look)
        for child in run:
            if child.tag == _FIELD:
                self._field(str(child.get(w("fldCharType"))))
            elif not look.hidden and not any(self.fields):
                self._piece(child, look, into)

    def _field(self, mark: str) -> None:
        """A field shows what stands between "separate" and "end"; before that are its instructions."""
        if mark == "begin":
            self.fields.append(True)
        elif self.fields and mark == "separate":
            self.fields[-1] = False
        elif self.fields and mark == "end":
            self.fields.pop()

    def _piece(self, child: etree._Element, look: Look, into: Words) -> None:
        if child.tag == _TEXT:
            into.runs.append(Run(child.text or "", look.font, capitals=bool(look.capitals)))
        elif child.tag in _SIGNS:
            into.runs.append(Run(_SIGNS[child.tag], look.font))
        elif child.tag == _SYMBOL:
            into.runs.append(Run(_symbol(child)))
        elif child.tag == _BOX:
            into.boxes.append(child)
        elif child.tag not in LEFT_OUT and is_element(child):
            for inner in alternates(child) if child.tag == ALTERNATES else child:
                self._piece(inner, look, into)


def alternates(choices: etree._Element) -> list[etree._Element]:
    """One of the ways in which the same content is written: the first choice, else the fallback."""
    first = choices.find(f"{_MC}Choice")
    chosen = first if first is not None else choices.find(f"{_MC}Fallback")
    return [chosen] if chosen is not None else []


def _symbol(item: etree._Element) -> str:
    try:
        code = int(str(item.get(w("char"), "")), 16)
    except ValueError:
        return ""
    font = str(item.get(w("font"), ""))
    return symbol(code, font=font) if 0xF000 <= code < 0xF100 or code < 0x100 else chr(code & 0xFFFF)
