"""An OpenDocument text opened: as a package or as one flat file; none with macros or a password."""

from dataclasses import dataclass

from lxml import etree

from phoihop.reading.unreadable import UnreadableDocument

from .xml_parts import parsed
from .zipped import Package, open_package

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, DRAW, STYLE = (
    f"{{{_URN}{name}:1.0}}" for name in ("office", "text", "table", "drawing", "style")
)
FO = f"{{{_URN}xsl-fo-compatible:1.0}}"
SVG = f"{{{_URN}svg-compatible:1.0}}"
LIST_FORMAT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_ENCRYPTED = f"{{{_URN}manifest:1.0}}encryption-data"
_SCRIPT_MODULE = "{http://openoffice.org/2000/script}module"
_MACROS = "Tệp OpenDocument có chứa macro; hãy lưu lại không macro rồi tải lại."
_PASSWORD = "Tệp có đặt mật khẩu; hãy bỏ mật khẩu rồi tải lại."


@dataclass(frozen=True)
class OdtFile:
    """The text, and the roots in which its styles stand; those of the text come last and win."""

    text: etree._Element
    roots: tuple[etree._Element, ...]


def open_odt(data: bytes) -> OdtFile:
    """A package; raises UnreadableDocument for macros, a password, or where there is no text."""
    package = open_package(data)
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in package.names):
        raise UnreadableDocument(_MACROS)
    _refuse_password(package)
    styles, content = package.xml("styles.xml"), package.xml("content.xml")
    return _opened([root for root in (styles, content) if root is not None])


def open_flat_odt(data: bytes) -> OdtFile:
    """A flat file; raises UnreadableDocument as for a package."""
    root = parsed(data)
    if next(root.iter(_SCRIPT_MODULE), None) is not None:
        raise UnreadableDocument(_MACROS)
    return _opened([root])


def _opened(roots: list[etree._Element]) -> OdtFile:
    text = roots[-1].find(f"{OFFICE}body/{OFFICE}text") if roots else None
    if text is None:
        raise UnreadableDocument("Tệp OpenDocument không có phần văn bản.")
    return OdtFile(text, tuple(roots))


def _refuse_password(package: Package) -> None:
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(_ENCRYPTED), None) is not None:
        raise UnreadableDocument(_PASSWORD)
