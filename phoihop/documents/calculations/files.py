"""What a file really is, and a clean name for it."""

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

_NAME_LIMIT = 150


_LOOKED_AT = 20_000


_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")


_ZIP_ENTRIES = 5_000


_ZIP_UNPACKED_BYTES = 300_000_000


_ACTIVE_MEDIA_TYPES = {"text/html", "application/xhtml+xml", "image/svg+xml", "text/javascript"}


_WITH_MACROS = "Tệp có macro, không nhận vì an toàn. Hãy lưu lại ở dạng không có macro."


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


DOC = FileType("Word cũ (.doc)", "application/msword", (".doc",))


RTF = FileType("RTF", "application/rtf", (".rtf", ".doc"))


WORD_PAGE = FileType("Word lưu dạng trang web (.doc)", "application/msword", (".doc",))


ODT = FileType("OpenDocument (.odt)", "application/vnd.oasis.opendocument.text", (".odt",))


PDF = FileType("PDF", "application/pdf", (".pdf",), is_shown_inline=True)


TEXT = FileType("văn bản thuần (.txt)", "text/plain", (".txt",))


PNG = FileType("ảnh PNG", "image/png", (".png",), is_shown_inline=True)


JPEG = FileType("ảnh JPEG", "image/jpeg", (".jpg", ".jpeg"), is_shown_inline=True)


WEBP = FileType("ảnh WebP", "image/webp", (".webp",), is_shown_inline=True)


TIFF = FileType("ảnh TIFF", "image/tiff", (".tif", ".tiff"))


FILE_TYPES = (DOCX, DOC, XLSX, ODT, RTF, PDF, TEXT, PNG, JPEG, WEBP, TIFF)


IMAGE_MEDIA_TYPES = frozenset(kind.media_type for kind in (PNG, JPEG, WEBP, TIFF))


ONE_PAGE_MEDIA_TYPES = IMAGE_MEDIA_TYPES - {TIFF.media_type}


ALLOWED_WORDS = "Word (.docx, .doc), Excel (.xlsx), .odt, .rtf, PDF, .txt, ảnh PNG, JPEG, WebP hoặc TIFF"


UNKNOWN_MEDIA_TYPE = "application/octet-stream"


_MAGIC = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"{\\rtf", RTF),
)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


_NOT_READABLE = {
    b"MZ": "chương trình Windows",
    b"\x7fELF": "chương trình Linux",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7z",
    b"\x1f\x8b": "tệp nén gzip",
    b"GIF8": "ảnh GIF",
    b"PK\x05\x06": "tệp nén rỗng",
}


def file_type_of(content: bytes, *, name: str, declared: str) -> FileType:
    """What the bytes really are; NotAccepted when unknown, hostile, or not what the name says.

    `declared` is the media type the sender's program gave; it is never trusted, only refused when it asks
    a browser to run the file.
    """
    if not content:
        raise NotAccepted("Tệp rỗng: không có nội dung nào.")
    if declared.partition(";")[0].strip().lower() in _ACTIVE_MEDIA_TYPES:
        raise NotAccepted(f"Không nhận loại tệp này. Nhận: {ALLOWED_WORDS}.")
    ending = PurePosixPath(name.lower()).suffix
    found = _by_magic(content)
    if found is None:
        really = next((words for start, words in _NOT_READABLE.items() if content.startswith(start)), "")
        what = f"Nội dung tệp là {really}, không nhận loại này" if really else "Không nhận loại tệp này"
        raise NotAccepted(f"{what}. Nhận: {ALLOWED_WORDS}.")
    if found is TEXT and ending == ".doc" and _is_word_page(content):
        return WORD_PAGE
    if ending not in found.endings:
        raise NotAccepted(
            f"Tên tệp kết thúc bằng “{ending or 'không có đuôi'}” nhưng nội dung là {found.label}."
        )
    return found


def _by_magic(content: bytes) -> FileType | None:
    for start, kind in _MAGIC:
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if content.startswith(_OLE):
        return _compound_type(content)
    if content.startswith(b"PK\x03\x04"):
        return _package_type(content)
    return TEXT if _is_text(content) else None


def _compound_type(content: bytes) -> FileType | None:
    """What an OLE container holds, by the names in its directory, which stand there as they are."""
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise NotAccepted(_WITH_MACROS)
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise NotAccepted("Tệp có đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.")
    return DOC if "WordDocument".encode("utf-16-le") in content else None


def _is_word_page(content: bytes) -> bool:
    """HTML, XML or MHTML that Word itself saves under the name .doc."""
    opening = content[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    return opening.startswith((b"<", b"MIME-Version:"))


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
        raise NotAccepted(_WITH_MACROS)


def _is_text(content: bytes) -> bool:
    """Text in Unicode, or in one of the old Vietnamese encodings: any bytes without control signs."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decodes(content, "utf-16")
    return not _CONTROLS.search(content) and (_decodes(content, "utf-8-sig") or not _is_mostly_high(content))


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return not any(unicodedata.category(char) == "Cc" and char not in "\t\r\n\f\v" for char in text)


def _is_mostly_high(content: bytes) -> bool:
    """Letters with marks are the smaller part of any Vietnamese text; not so of packed or random bytes."""
    high = sum(1 for byte in content[:_LOOKED_AT] if byte >= 0x80)
    return high > len(content[:_LOOKED_AT]) * 0.6


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
