"""Pure rules of files and numbers: what a file really is, a clean name, how a number is printed."""

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

_NAME_LIMIT = 150
_ZIP_ENTRIES = 5_000
_ZIP_UNPACKED_BYTES = 300_000_000
_ACTIVE_MEDIA_TYPES = {"text/html", "application/xhtml+xml", "image/svg+xml", "text/javascript"}


class NotAccepted(Exception):
    """A file that is not taken; `message` is a plain Vietnamese sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class FileType:
    """A kind of file that is taken: media type, name endings, and whether browsers may show it in place."""

    label: str
    media_type: str
    endings: tuple[str, ...]
    is_shown_inline: bool = False


_OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX = FileType("Word (.docx)", f"{_OFFICE}.wordprocessingml.document", (".docx",))
XLSX = FileType("Excel (.xlsx)", f"{_OFFICE}.spreadsheetml.sheet", (".xlsx",))
ODT = FileType("OpenDocument (.odt)", "application/vnd.oasis.opendocument.text", (".odt",))
PDF = FileType("PDF", "application/pdf", (".pdf",), is_shown_inline=True)
TEXT = FileType("văn bản thuần (.txt)", "text/plain", (".txt",))
PNG = FileType("ảnh PNG", "image/png", (".png",), is_shown_inline=True)
JPEG = FileType("ảnh JPEG", "image/jpeg", (".jpg", ".jpeg"), is_shown_inline=True)
WEBP = FileType("ảnh WebP", "image/webp", (".webp",), is_shown_inline=True)
FILE_TYPES = (DOCX, XLSX, ODT, PDF, TEXT, PNG, JPEG, WEBP)
ALLOWED_WORDS = "Word (.docx), Excel (.xlsx), .odt, PDF, .txt, ảnh PNG, JPEG hoặc WebP"


def file_type_of(content: bytes, *, name: str, declared: str) -> FileType:
    """What the bytes really are; NotAccepted when unknown, hostile, or not what the name says.

    `declared` is the media type the sender's program gave; it is never trusted, only refused when it asks
    a browser to run the file.
    """
    if not content:
        raise NotAccepted("Tệp rỗng: không có nội dung nào.")
    if declared.partition(";")[0].strip().lower() in _ACTIVE_MEDIA_TYPES:
        raise NotAccepted(f"Không nhận loại tệp này. Nhận: {ALLOWED_WORDS}.")
    found = _by_magic(content)
    if found is None:
        raise NotAccepted(f"Không nhận loại tệp này. Nhận: {ALLOWED_WORDS}.")
    ending = PurePosixPath(name.lower()).suffix
    if ending not in found.endings:
        raise NotAccepted(
            f"Tên tệp kết thúc bằng “{ending or 'không có đuôi'}” nhưng nội dung là {found.label}."
        )
    return found


def _by_magic(content: bytes) -> FileType | None:
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if content.startswith(b"PK\x03\x04"):
        return _package_type(content)
    return TEXT if _is_text(content) else None


def _package_type(content: bytes) -> FileType | None:
    """A zip package by its own table of contents; nothing is unpacked beyond a short type line."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            _refuse_bombs_and_macros(entries)
            names = {entry.filename for entry in entries}
            if "word/document.xml" in names:
                return DOCX
            if "xl/workbook.xml" in names:
                return XLSX
            is_odt = "mimetype" in names and package.getinfo("mimetype").file_size < 200
            return (
                ODT
                if is_odt and package.read("mimetype").decode("ascii", "replace") == ODT.media_type
                else None
            )
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise NotAccepted("Tệp bị hỏng, không mở được. Hãy lưu lại tệp rồi gửi lại.") from error


def _refuse_bombs_and_macros(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > _ZIP_ENTRIES or sum(entry.file_size for entry in entries) > _ZIP_UNPACKED_BYTES:
        raise NotAccepted("Tệp nén quá lớn khi mở ra, không nhận vì an toàn.")
    if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
        raise NotAccepted("Tệp có macro, không nhận vì an toàn. Hãy lưu lại ở dạng không có macro.")


def _is_text(content: bytes) -> bool:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return not any(unicodedata.category(char) == "Cc" and char not in "\t\r\n\f\v" for char in text)


def clean_name(name: str) -> str:
    """The file name alone: no folders, no control or direction marks, at most 150 signs."""
    base = PureWindowsPath(PurePosixPath(unicodedata.normalize("NFC", name)).name).name
    spaced = re.sub(r"\s+", " ", base)
    visible = "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cf", "Co", "Cs", "Cn"})
    plain = re.sub(r'[<>:"/\\|?*]', "_", visible).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if not dot or not stem or len(ending) > 10:
        return plain[:_NAME_LIMIT] or "tep"
    return f"{stem[: _NAME_LIMIT - len(ending) - 1].rstrip()}.{ending}"


def number_words(number: int, symbol: str) -> str:
    """ "05/CTrPH-UBND-MTTQ": below ten with a leading zero (Nghị định 30/2020, Phụ lục I, mục II.3)."""
    return f"{number:02d}/{symbol}"
