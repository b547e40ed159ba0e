"""What a file is, is told by its content."""

import io
import zipfile

import pytest

from phoihop.reading.files.kinds import Kind, kind_of
from tests.reading.packages import package, paragraph


def zipped(**parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


ODT = "application/vnd.oasis.opendocument.text"
CASES = [
    (package(paragraph("a")), Kind.DOCX),
    (package(paragraph("a"))[:200], Kind.BROKEN_ZIP),
    (zipped(mimetype=ODT, **{"content.xml": "<a/>"}), Kind.ODT),
    (zipped(mimetype=ODT.replace("text", "spreadsheet")), Kind.SHEET),
    (zipped(mimetype=ODT.replace("text", "presentation")), Kind.SLIDES),
    (zipped(mimetype="application/epub+zip"), Kind.EBOOK),
    (zipped(**{"content.xml": "<a/>", "META-INF/manifest.xml": "<a/>"}), Kind.ODT),
    (zipped(**{"xl/workbook.xml": ""}), Kind.SHEET),
    (zipped(**{"ppt/presentation.xml": ""}), Kind.SLIDES),
    (zipped(**{"anh.jpg": ""}), Kind.ARCHIVE),
    (b"Rar!\x1a\x07\x00", Kind.ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Kind.OLE),
    (b"%PDF-1.7\n", Kind.PDF),
    (b"\xef\xbb\xbf \n%PDF-1.4\n", Kind.PDF),
    (b"\x89PNG\r\n\x1a\n", Kind.IMAGE),
    (b"\xff\xd8\xff\xe0", Kind.IMAGE),
    (b"II*\x00abc", Kind.IMAGE),
    (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Kind.IMAGE),
    (b"\x00\x00\x00\x18ftypheic", Kind.IMAGE),
    (b"{\\rtf1\\ansi a}", Kind.RTF),
    (b"\xef\xbb\xbf\n{\\rtf1 a}", Kind.RTF),
    (b"<!DOCTYPE html><html><p>a</p></html>", Kind.HTML),
    ("<html xmlns:o='urn'><body>".encode("utf-16"), Kind.HTML),
    (b"<!-- a --><!-- b -->\n<HTML>", Kind.HTML),
    (b"From: <Saved by Word>\nSubject: a\n b\nMIME-Version: 1.0\n", Kind.MHTML),
    (
        b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
        Kind.WORD_XML,
    ),
    (
        b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">',
        Kind.WORD_XML,
    ),
    (
        b'<?xml version="1.0"?>\n<office:document '
        b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">',
        Kind.FLAT_ODT,
    ),
    (b"MZ\x90\x00\x03", Kind.UNKNOWN),
    ("Căn cứ <Luật>".encode(), Kind.TEXT),
    ("MIME-Version là gì?".encode(), Kind.TEXT),
    (b"", Kind.TEXT),
]


@pytest.mark.parametrize(("data", "kind"), CASES, ids=[f"{n}-{kind}" for n, (_, kind) in enumerate(CASES)])
def test_the_content_says_what_a_file_is(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize("piece", [b"<!-- -->", b"a:\n ", b" ", b"<?xml ?>", b"<p:"])
def test_a_look_at_a_hostile_opening_is_short(piece: bytes) -> None:
    assert kind_of(piece * 3000) in (Kind.TEXT, Kind.HTML)
