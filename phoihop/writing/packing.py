"""The parts of a .docx in one zip: the same parts always give the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

from lxml import etree

from .ooxml import Element, Node, rendered

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_CORE = f"{_PACKAGE}/metadata/core-properties"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"

#: Part name without ".xml" -> the kind of its relationship and of its content.
_KINDS = {"styles": "styles", "settings": "settings", "header1": "header", "header2": "header"}


def pack(document: Node, *, parts: Mapping[str, Node], core: Element) -> bytes:
    """The file. `parts` are those in word/ beside the document; a part's relationship id is its name."""
    files: dict[str, Element | Node] = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relationships(
            {
                "document": (f"{_OFFICE}/officeDocument", "word/document.xml"),
                "core": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": core,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships(
            {name: (f"{_OFFICE}/{_KINDS[name]}", f"{name}.xml") for name in parts}
        ),
        **{f"word/{name}.xml": part for name, part in parts.items()},
    }
    return zipped({name: _bytes(root) for name, root in files.items()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip without the time of writing."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return held.getvalue()


def core_properties(*, title: str, author: str, day: date) -> Element:
    """docProps/core.xml; `day` stands for the time of writing."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DUBLIN, "dcterms": _TERMS})
    for name, text in (("title", title), ("creator", author), ("language", "vi-VN")):
        etree.SubElement(root, f"{{{_DUBLIN}}}{name}").text = text
    for name in ("created", "modified"):
        stamp = etree.SubElement(root, f"{{{_TERMS}}}{name}", nsmap={"xsi": _INSTANCE})
        stamp.set(f"{{{_INSTANCE}}}type", "dcterms:W3CDTF")
        stamp.text = f"{day.isoformat()}T00:00:00Z"
    return root


def _content_types(parts: Mapping[str, Node]) -> Element:
    space = f"{_PACKAGE}/content-types"
    root = _root(space, "Types")
    for extension, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{space}}}Default", Extension=extension, ContentType=kind)
    kinds = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/docProps/core.xml": _CORE_TYPE,
        **{f"/word/{name}.xml": f"{_WORD}.{_KINDS[name]}+xml" for name in parts},
    }
    for name, kind in kinds.items():
        etree.SubElement(root, f"{{{space}}}Override", PartName=name, ContentType=kind)
    return root


def _relationships(targets: Mapping[str, tuple[str, str]]) -> Element:
    space = f"{_PACKAGE}/relationships"
    root = _root(space, "Relationships")
    for name, (kind, target) in targets.items():
        etree.SubElement(root, f"{{{space}}}Relationship", Id=name, Type=kind, Target=target)
    return root


def _root(space: str, name: str) -> Element:
    """The package's own parts must have no prefix."""
    return etree.fromstring(f'<{name} xmlns="{space}"/>')


def _bytes(root: Element | Node) -> bytes:
    if isinstance(root, Node):
        return rendered(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
