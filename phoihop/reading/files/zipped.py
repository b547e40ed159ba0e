"""A zip file opened with suspicion: entries and unpacked bytes are counted, never believed."""

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

from phoihop.reading.unreadable import UnreadableDocument

from .xml_parts import parsed

MOST_ENTRIES = 2_000
MOST_UNPACKED = 64 * 1024 * 1024
_CHUNK = 64 * 1024


@dataclass
class Package:
    """The parts of a package, read one by one against one budget of unpacked bytes."""

    archive: zipfile.ZipFile
    names: frozenset[str]
    left: int = MOST_UNPACKED

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part, or None where the package has no such part."""
        return parsed(self.bytes(name)) if name in self.names else None

    def bytes(self, name: str) -> bytes:
        """A part unpacked; raises UnreadableDocument where it needs a password or swells too far."""
        info = self.archive.getinfo(name)
        if info.flag_bits & 1:
            raise UnreadableDocument("Tệp có đặt mật khẩu; hãy bỏ mật khẩu rồi tải lại.")
        held = io.BytesIO()
        with self.archive.open(info) as part:
            while chunk := part.read(_CHUNK):
                self.left -= len(chunk)
                if self.left < 0:
                    raise UnreadableDocument("Tệp phình quá lớn khi mở; hệ thống từ chối đọc.")
                held.write(chunk)
        return held.getvalue()


def open_package(data: bytes) -> Package:
    """Raises UnreadableDocument for too many entries, BadZipFile for what is no zip file."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = archive.namelist()
    if len(names) > MOST_ENTRIES:
        raise UnreadableDocument("Tệp có quá nhiều thành phần bên trong; hệ thống từ chối đọc.")
    return Package(archive, frozenset(names))
