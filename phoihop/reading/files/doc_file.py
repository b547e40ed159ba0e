"""A Word 97-2003 file ([MS-DOC]) opened: its streams, its header (FIB), and what is refused."""

import io
import struct
from dataclasses import dataclass

import olefile

from phoihop.reading.unreadable import UnreadableDocument

_PASSWORD = "Tệp có đặt mật khẩu; hãy bỏ mật khẩu rồi tải lại."
_MACROS = "Tệp Word có chứa macro; hãy lưu lại dạng .docx không macro rồi tải lại."
_TOO_OLD = "Tệp Word 95 hoặc cũ hơn; hãy mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx."
_OTHERS = (
    ("EncryptedPackage", _PASSWORD),
    ("Workbook", "Đây là bảng tính; hãy tải lên văn bản (Word, OpenDocument, PDF hoặc tệp chữ)."),
    ("Book", "Đây là bảng tính; hãy tải lên văn bản (Word, OpenDocument, PDF hoặc tệp chữ)."),
    ("PowerPoint Document", "Đây là tệp trình chiếu; hãy tải lên văn bản (Word, OpenDocument, PDF)."),
)
_WORD_97, _MAGIC = 0x00C1, 0xA5EC
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_TABLE_OF_PLACES, _LENGTHS = 154, 76


@dataclass(frozen=True)
class DocFile:
    """`main` is the stream of words and looks, `table` the stream that says where everything lies.

    `lengths` are the characters of the parts one after the other: body, footnotes, headers, macros,
    comments, endnotes, text boxes, text boxes of headers. `data` holds modifiers too long for a page.
    """

    main: bytes
    table: bytes
    data: bytes
    lengths: tuple[int, ...]

    def place(self, index: int) -> bytes:
        """The stretch of the table stream that the header names by this index; empty where it has none.

        Raises ValueError where the stream ends before it.
        """
        at = _TABLE_OF_PLACES + 8 * index
        if at + 8 > len(self.main):
            return b""
        start, length = struct.unpack_from("<II", self.main, at)
        if start + length > len(self.table):
            raise ValueError("The table stream is cut off.")
        return self.table[start : start + length]

    def after_place(self, index: int) -> bytes:
        """What follows such a stretch, to the end of the table stream."""
        start, length = struct.unpack_from("<II", self.main, _TABLE_OF_PLACES + 8 * index)
        return self.table[start + length :]


def open_doc(data: bytes) -> DocFile:
    """Raises UnreadableDocument for another kind of file, an older Word, macros or a password."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        if not ole.exists("WordDocument"):
            raise UnreadableDocument(_other(ole))
        main = ole.openstream("WordDocument").read()
        magic, version = struct.unpack_from("<HH", main, 0)
        if magic != _MAGIC or version < _WORD_97:
            raise UnreadableDocument(_TOO_OLD)
        (flags,) = struct.unpack_from("<H", main, 10)
        if flags & _ENCRYPTED:
            raise UnreadableDocument(_PASSWORD)
        if any("vba" in entry[-1].lower() or entry[0] == "Macros" for entry in ole.listdir(storages=True)):
            raise UnreadableDocument(_MACROS)
        table = ole.openstream("1Table" if flags & _SECOND_TABLE else "0Table").read()
        more = ole.openstream("Data").read() if ole.exists("Data") else b""
    return DocFile(main, table, more, struct.unpack_from("<8I", main, _LENGTHS))


def _other(ole: olefile.OleFileIO) -> str:
    for stream, sentence in _OTHERS:
        if ole.exists(stream):
            return sentence
    return "Tệp này không phải là văn bản Word (.doc)."
