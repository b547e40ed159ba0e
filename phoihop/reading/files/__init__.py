"""From a file's bytes to its text: what it is, is decided by content and never by its name."""

import unicodedata
import zipfile
import zlib

from lxml import etree

from phoihop.reading.paper import FileKind, Paper
from phoihop.reading.unreadable import UnreadableDocument

from .docx_text import docx_text

MOST_BYTES = 25 * 1024 * 1024
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, etree.XMLSyntaxError, NotImplementedError,
    EOFError, OSError, RuntimeError, ValueError, OverflowError, MemoryError,
)  # fmt: skip
_FOREIGN = (
    (b"%PDF", "Tệp PDF chưa đọc được; hãy tải lên bản Word (.docx) hoặc bản chữ (.txt)."),
    (_OLE, "Tệp Word kiểu cũ (.doc) hoặc có đặt mật khẩu; hãy lưu lại dạng .docx không mật khẩu."),
    (b"{\\rtf", "Tệp RTF chưa đọc được; hãy lưu lại dạng .docx rồi tải lên."),
    (b"\x89PNG", "Đây là tệp ảnh; hãy tải lên bản Word (.docx) hoặc bản chữ (.txt)."),
    (b"\xff\xd8\xff", "Đây là tệp ảnh; hãy tải lên bản Word (.docx) hoặc bản chữ (.txt)."),
    (b"\xff\xfe", "Tệp chữ không dùng mã UTF-8; hãy lưu lại với mã UTF-8 rồi tải lên."),
    (b"\xfe\xff", "Tệp chữ không dùng mã UTF-8; hãy lưu lại với mã UTF-8 rồi tải lên."),
)


def text_of(data: bytes, *, name: str) -> str:
    """The text of a file; see `paper_of`."""
    return paper_of(data, name=name).text


def paper_of(data: bytes, *, name: str) -> Paper:
    """A .txt (UTF-8, with or without a mark) or .docx file opened, told apart by content.

    Raises UnreadableDocument, with one plain Vietnamese sentence, for anything else or anything broken;
    nothing else, whatever the bytes. `name` is only quoted in that sentence.
    """
    if not data.strip():
        raise UnreadableDocument(f"Tệp “{name}” trống, không có chữ nào để đọc.")
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(
            f"Tệp “{name}” lớn hơn {MOST_BYTES // 1024 // 1024} MB; hệ thống từ chối đọc."
        )
    if data.startswith(_ZIP):
        return Paper(text=_word(data, name=name), kind=FileKind.DOCX)
    for opening, sentence in _FOREIGN:
        if data.startswith(opening):
            raise UnreadableDocument(sentence)
    return Paper(text=_plain(data, name=name))


def _word(data: bytes, *, name: str) -> str:
    try:
        return unicodedata.normalize("NFC", docx_text(data))
    except _BROKEN as error:
        raise UnreadableDocument(f"Tệp Word “{name}” bị hỏng hoặc bị cắt cụt, không mở được.") from error


def _plain(data: bytes, *, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"Tệp “{name}” không phải là tệp Word (.docx) hay tệp chữ dùng mã UTF-8."
        ) from error
    if "\x00" in text:
        raise UnreadableDocument(f"Tệp “{name}” không phải là tệp Word (.docx) hay tệp chữ.")
    return unicodedata.normalize("NFC", text)
