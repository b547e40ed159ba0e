"""A Word package: its parts by their relationships, none with macros."""

from posixpath import dirname, join, normpath

from lxml import etree

from phoihop.reading.unreadable import UnreadableDocument

from .xml_parts import parsed
from .zipped import Package, open_package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE_DOCUMENT = "/officeDocument"
MACROS = "Tệp Word có chứa macro; hãy lưu lại dạng .docx không macro rồi tải lại."


def open_docx(data: bytes) -> Package:
    """The package of a .docx or .dotx; raises UnreadableDocument for macros or another kind of package."""
    package = open_package(data)
    if any(name.lower().endswith("vbaproject.bin") for name in package.names):
        raise UnreadableDocument(MACROS)
    types = package.xml("[Content_Types].xml")
    declared = " ".join(str(part.get("ContentType", "")) for part in types) if types is not None else ""
    if "macroEnabled" in declared:
        raise UnreadableDocument(MACROS)
    if "wordprocessingml" not in declared:
        raise UnreadableDocument("Tệp này không phải là văn bản Word (.docx).")
    return package


def part(package: Package, name: str) -> etree._Element | None:
    """The root of a part with the names of the strict form made those of the common one."""
    if name not in package.names:
        return None
    return parsed(common_names(package.bytes(name)))


def common_names(data: bytes) -> bytes:
    """XML whose names of the strict form are those of the common one."""
    return data.replace(_STRICT_W.encode(), W.encode())


def main_part(package: Package) -> str:
    """The name of the main document part, by the package's relationships."""
    return _related(package, "", _OFFICE_DOCUMENT) or "word/document.xml"


def related_part(package: Package, source: str, kind: str) -> etree._Element | None:
    """A part the source names by the end of its relationship's type ("/numbering"), or None."""
    name = _related(package, source, kind) or join(dirname(source), f"{kind.strip('/')}.xml")
    return part(package, name)


def _related(package: Package, source: str, kind: str) -> str | None:
    folder, file = dirname(source), source.rsplit("/", 1)[-1]
    relations = package.xml(join(folder, "_rels", f"{file}.rels"))
    for relation in relations if relations is not None else ():
        if str(relation.get("Type", "")).endswith(kind):
            target = str(relation.get("Target", ""))
            return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
    return None


def w(name: str) -> str:
    """A WordprocessingML name as lxml spells it."""
    return f"{{{W}}}{name}"


def value(parent: etree._Element | None, name: str) -> str | None:
    """The w:val of a child, or None."""
    item = parent.find(w(name)) if parent is not None else None
    found = item.get(w("val")) if item is not None else None
    return str(found) if found is not None else None


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """A property that is on by being there; None where it is not said."""
    item = parent.find(w(name)) if parent is not None else None
    if item is None:
        return None
    return item.get(w("val")) not in ("0", "false", "off")
