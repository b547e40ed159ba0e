"""Word in one XML file: the form of Word 2003, and packages written flat. Both are read as a .docx is."""

from lxml import etree

from phoihop.reading.paper import Paper
from phoihop.reading.unreadable import UnreadableDocument

from .doc_lists import FORMS
from .docx_package import MACROS, W, common_names, w
from .docx_text import paper_of_document
from .xml_parts import is_element, parsed

_WORD_2003 = b"http://schemas.microsoft.com/office/word/2003/wordml"
_PART = "{http://schemas.microsoft.com/office/2006/xmlPackage}part"
_PART_NAME = "{http://schemas.microsoft.com/office/2006/xmlPackage}name"
# What Word 2003 called otherwise than the standard that followed it.
_ELEMENTS = {
    w("listPr"): w("numPr"),
    w("ilfo"): w("numId"),
    w("lists"): w("numbering"),
    w("listDef"): w("abstractNum"),
    w("list"): w("num"),
    w("ilst"): w("abstractNumId"),
    w("nfc"): w("numFmt"),
    w("vmerge"): w("vMerge"),
}
_ATTRIBUTES = {w("h-ansi"): w("hAnsi"), w("listDefId"): w("abstractNumId"), w("ilfo"): w("numId")}


def word_xml_paper(data: bytes, name: str) -> Paper:
    """The paper of a Word XML file; raises UnreadableDocument for macros, or what lxml raises if broken."""
    root = parsed(common_names(data).replace(_WORD_2003, W.encode()))
    if root.tag == w("wordDocument"):
        return _of_2003(root, name)
    if any(str(part.get(_PART_NAME, "")).lower().endswith("vbaproject.bin") for part in root.iter(_PART)):
        raise UnreadableDocument(MACROS)
    return paper_of_document(
        next(root.iter(w("document")), None),
        name=name,
        styles=next(root.iter(w("styles")), None),
        numbering=next(root.iter(w("numbering")), None),
    )


def _of_2003(root: etree._Element, name: str) -> Paper:
    if root.get(w("macrosPresent")) == "yes" or root.find(w("docSuppData")) is not None:
        raise UnreadableDocument(MACROS)
    for element in list(root.iter()):
        if is_element(element):
            _rename(element)
    return paper_of_document(
        root, name=name, styles=root.find(w("styles")), numbering=root.find(w("numbering"))
    )


def _rename(element: etree._Element) -> None:
    if element.tag == w("nfc"):
        form = str(element.get(w("val"), ""))
        element.set(w("val"), FORMS.get(int(form), "decimal") if form.isdecimal() else "decimal")
    for old, new in _ATTRIBUTES.items():
        found = element.get(old)
        if found is not None:
            element.set(new, found)
    element.tag = _ELEMENTS.get(str(element.tag), element.tag)
