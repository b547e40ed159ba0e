"""A .docx package opened with suspicion: sizes counted while unpacking, no DTD, no macros, no password."""

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

from phoihop.reading.unreadable import UnreadableDocument

MOST_ENTRIES = 2_000
MOST_UNPACKED = 64 * 1024 * 1024
_CHUNK = 64 * 1024

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE_DOCUMENT = "/officeDocument"


@dataclass
class Package:
    """The parts of a package, read one by one against one budget of unpacked bytes."""

    archive: zipfile.ZipFile
    left: int = MOST_UNPACKED

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part, or None where the package has no such part."""
        try:
            info = self.archive.getinfo(name)
        except KeyError:
            return None
        return _parsed(self._unpacked(info))

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise UnreadableDocument("Tệp Word có đặt mật khẩu; hãy bỏ mật khẩu rồi tải lại.")
        held = io.BytesIO()
        with self.archive.open(info) as part:
            while chunk := part.read(_CHUNK):
                self.left -= len(chunk)
                if self.left < 0:
                    raise UnreadableDocument("Tệp Word phình quá lớn khi mở; hệ thống từ chối đọc.")
                held.write(chunk)
        return held.getvalue()


def open_package(data: bytes) -> Package:
    """The package of a .docx; raises UnreadableDocument for anything else that is a zip file."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = archive.namelist()
    if len(names) > MOST_ENTRIES:
        raise UnreadableDocument("Tệp Word có quá nhiều thành phần bên trong; hệ thống từ chối đọc.")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise UnreadableDocument("Tệp Word có chứa macro; hãy lưu lại dạng .docx không macro rồi tải lại.")
    package = Package(archive)
    _refuse_macros(package)
    return package


def main_part(package: Package) -> str:
    """The name of the main document part, by the package's relationships."""
    relations = package.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        if str(relation.get("Type", "")).endswith(_OFFICE_DOCUMENT):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _refuse_macros(package: Package) -> None:
    types = package.xml("[Content_Types].xml")
    if types is None:
        raise UnreadableDocument("Tệp nén này không phải là văn bản Word (.docx).")
    declared = " ".join(str(part.get("ContentType", "")) for part in types)
    if "macroEnabled" in declared:
        raise UnreadableDocument("Tệp Word có chứa macro; hãy lưu lại dạng .docx không macro rồi tải lại.")
    if "wordprocessingml" not in declared:
        raise UnreadableDocument("Tệp này không phải là văn bản Word (.docx).")


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    root = etree.fromstring(data.replace(_STRICT_W.encode(), W.encode()), parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument("Tệp Word chứa khai báo không an toàn (DOCTYPE); hệ thống từ chối đọc.")
    return root


def w(name: str) -> str:
    """A WordprocessingML name as lxml spells it."""
    return f"{{{W}}}{name}"
