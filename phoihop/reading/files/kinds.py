"""What a file is, by its content; its name is never asked."""

import io
import re
import zipfile
from enum import StrEnum


class Kind(StrEnum):
    """The forms of file that are told apart, those that are refused included."""

    DOCX = "docx"
    WORD_XML = "word_xml"
    OLE = "ole"
    ODT = "odt"
    FLAT_ODT = "flat_odt"
    RTF = "rtf"
    HTML = "html"
    MHTML = "mhtml"
    PDF = "pdf"
    IMAGE = "image"
    SHEET = "sheet"
    SLIDES = "slides"
    EBOOK = "ebook"
    ARCHIVE = "archive"
    BROKEN_ZIP = "broken_zip"
    UNKNOWN = "unknown"
    TEXT = "text"


_LOOKED_AT = 4096
_PDF_WITHIN = 1024
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF87a", b"GIF89a", b"\x00\x00\x01\x00")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ", b"PK\x05\x06")
_PROGRAMS = (b"MZ\x90", b"\x7fELF")
_ODT = "application/vnd.oasis.opendocument"

# The first element of an XML or HTML file says what it is.
_XML_KINDS = (
    (re.compile(r"schemas\.microsoft\.com/office/(?:word/2003/wordml|2006/xmlPackage)"), Kind.WORD_XML),
    (re.compile(r"opendocument:xmlns:office"), Kind.FLAT_ODT),
)
_XML = re.compile(r"\s*<(?:\?xml|[A-Za-z]+:)")
_HTML = re.compile(
    r"(?:\s|<!--(?:(?!-->).)*-->|<\?xml[^>]*>)*"
    r"<(?:!doctype\s+html|html|head|meta|title|style|body|table|div|p|span|font)\b[^<]*>",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(r"\A\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?MIME-Version:", re.IGNORECASE)


def kind_of(data: bytes) -> Kind:
    """What the bytes are. TEXT is what is left over: it may still turn out not to be text."""
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    for kind, found in (
        (Kind.OLE, data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
        (Kind.PDF, b"%PDF-" in data[:_PDF_WITHIN]),
        (Kind.IMAGE, data.startswith(_IMAGES) or _is_boxed_image(data)),
        (Kind.ARCHIVE, data.startswith(_ARCHIVES)),
        (Kind.UNKNOWN, data.startswith(_PROGRAMS)),
        (Kind.RTF, data[:64].lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"{\\rt")),
    ):
        if found:
            return kind
    return _written_kind(_opening(data))


def _is_boxed_image(data: bytes) -> bool:
    """WebP in RIFF; HEIC and AVIF, the photographs of telephones, in their own boxes."""
    brand = data[8:12]
    if data.startswith(b"RIFF"):
        return brand == b"WEBP"
    return data[4:8] == b"ftyp" and brand in (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"hevc")


def _zip_kind(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            opening = _mimetype(archive, names)
    except Exception:  # noqa: BLE001 - a damaged directory fails in many ways and means one thing
        return Kind.BROKEN_ZIP
    if opening.startswith(_ODT):
        return (
            Kind.SHEET if "spreadsheet" in opening else Kind.SLIDES if "presentation" in opening else Kind.ODT
        )
    if opening.startswith("application/epub"):
        return Kind.EBOOK
    folders = {name.split("/", 1)[0] for name in names if "/" in name}
    for folder, kind in (("word", Kind.DOCX), ("xl", Kind.SHEET), ("ppt", Kind.SLIDES)):
        if folder in folders:
            return kind
    return Kind.DOCX if "[Content_Types].xml" in names else Kind.ARCHIVE


def _mimetype(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" not in names:
        return _ODT if "content.xml" in names and "META-INF/manifest.xml" in names else ""
    with archive.open("mimetype") as part:
        return part.read(200).decode("ascii", "replace").strip()


def _opening(data: bytes) -> str:
    """The first characters of what may be written text: good enough to look at, not to read."""
    start = data[:_LOOKED_AT]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", "replace")
    return start.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _written_kind(opening: str) -> Kind:
    if _XML.match(opening):
        for pattern, kind in _XML_KINDS:
            if pattern.search(opening):
                return kind
    if _HTML.match(opening):
        return Kind.HTML
    return Kind.MHTML if _MHTML.match(opening) else Kind.TEXT
