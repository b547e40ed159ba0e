"""Files that mean harm, or are broken, made when a test asks for them: small seeds, none of them kept."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from tests.reading.packages import CONTENT_TYPES, W, package, paragraph

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCUMENT = f"<w:document {W}><w:body><w:p><w:r><w:t>&{{name}};</w:t></w:r></w:p></w:body></w:document>"
_ODT = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True)
class Hostile:
    """A file: its name, how its bytes are made, a word of the sentence it must get ("": it may be read)."""

    name: str
    make: Callable[[], bytes]
    why: str = ""


def zipped(parts: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def bomb(size: int = 120_000_000) -> bytes:
    """A document of 120 MB of blanks in 120 kB."""
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>".encode() + b" " * size
    return zipped({"[Content_Types].xml": CONTENT_TYPES.encode(), "word/document.xml": body})


def lying_bomb() -> bytes:
    """The same, whose table of contents says the document has 1,000 bytes."""
    data, size = bomb(), struct.pack("<I", 120_000_000 + len(f"<w:document {W}><w:body><w:p><w:r><w:t>"))
    return data.replace(size, struct.pack("<I", 1000))


def many_entries() -> bytes:
    return zipped({f"word/{n}.xml": b"" for n in range(6_000)} | {"word/document.xml": b"<w/>"})


def overlapping() -> bytes:
    """Thousands of entries that all unpack the same megabyte."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("word/document.xml", b" " * 1_000_000)
        first = archive.getinfo("word/document.xml")
        for number in range(1_500):
            copy = zipfile.ZipInfo(f"word/header{number}.xml")
            for field in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(copy, field, getattr(first, field))
            archive.filelist.append(copy)
            archive.NameToInfo[copy.filename] = copy
    return held.getvalue()


def with_doctype(declaration: str, *, name: str) -> bytes:
    document = f"<?xml version='1.0'?><!DOCTYPE x [{declaration}]>{_DOCUMENT.format(name=name)}"
    return package("", **{"word/document.xml": document})


def laughs() -> bytes:
    steps = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12))
    return with_doctype(f"<!ENTITY e0 'ha'>{steps}", name="e11")


def odt_with_doctype() -> bytes:
    content = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><office:document-content>&e;</office:document-content>"
    return zipped(
        {"mimetype": _ODT.encode(), "content.xml": content.encode()}, compression=zipfile.ZIP_STORED
    )


def encrypted_zip() -> bytes:
    """A package whose every entry says it has a password."""
    data = bytearray(package(paragraph("Bí mật")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def compound(*names: str) -> bytes:
    """The head of an OLE container and the names in its directory, nothing else."""
    return OLE + b"\0" * 504 + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    held, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(held))
        held += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(held)
    held += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    held += b"".join(b"%010d 00000 n \n" % place for place in places)
    held += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(held)


def pdf_of_pages(count: int) -> bytes:
    """So many empty pages: every one an object of a hundred bytes."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids)
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree, *[page] * count)


def pdf_that_is_its_own_page() -> bytes:
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]/Parent 2 0 R>>")


def pdf_with_password() -> bytes:
    lock = b"<</Filter/Standard/V 1/R 2/P -44/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    tree = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    name = b"/Encrypt 4 0 R/ID[<61><61>]"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree, page, lock, trailer=name)


def pdf_bomb() -> bytes:
    """A page whose content unpacks to 200 MB."""
    content = zlib.compress(b"0 0 m " * 33_000_000, 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page, stream)


def pdf_of_giant_sheet() -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 14000000 14000000]>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page)


def png(width: int, height: int, *, rows: int | None = None) -> bytes:
    """A white picture of one bit a pixel; `rows`: only so many of its lines are there."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    lines = (b"\0" + b"\xff" * ((width + 7) // 8)) * (height if rows is None else rows)
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    content = zlib.compress(lines, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", content) + chunk(b"IEND", b"")


def tiff_that_never_ends() -> bytes:
    """A TIFF whose next page is itself."""
    entries = [(256, 3, 1, 10), (257, 3, 1, 10), (262, 3, 1, 1), (273, 4, 1, 200), (279, 4, 1, 20)]
    table = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    page = struct.pack("<H", len(entries)) + table + struct.pack("<I", 8)
    return (b"II*\x00" + struct.pack("<I", 8) + page).ljust(240, b"\xff")


def nested_xml() -> bytes:
    depth = 200_000
    return package("<w:sdt>" * depth + "</w:sdt>" * depth)


def rtf(content: bytes) -> bytes:
    return b"{\\rtf1\\ansi " + content + b"}"


SLOW = {
    "bomb in a PDF", "one endless line", "the same clause for ever", "endless TIFF", "cut picture",
    "picture that lies about its size",
}  # fmt: skip
CORPUS: dict[str, Hostile] = {
    "bomb": Hostile("bom.docx", bomb, "quá lớn"),
    "lying bomb": Hostile("bom.docx", lying_bomb, "ệp"),
    "many entries": Hostile("nhieu.docx", many_entries, "ệp"),
    "overlapping entries": Hostile("chong.docx", overlapping, "quá lớn"),
    "external entity": Hostile(
        "xxe.docx", lambda: with_doctype("<!ENTITY e SYSTEM 'file:///etc/passwd'>", name="e"), "DOCTYPE"
    ),
    "entity from the network": Hostile(
        "xxe.docx",
        lambda: with_doctype("<!ENTITY % e SYSTEM 'http://127.0.0.1:9/x'> %e;", name="e"),
        "DOCTYPE",
    ),
    "billion laughs": Hostile("cuoi.docx", laughs, "ệp"),
    "empty doctype": Hostile(
        "doctype.docx",
        lambda: package("", **{"word/document.xml": f"<!DOCTYPE x><w:document {W}><w:body/></w:document>"}),
        "DOCTYPE",
    ),
    "entity in an odt": Hostile("xxe.odt", odt_with_doctype, "ệp"),
    "macro": Hostile("macro.docx", lambda: package("", **{"word/vbaProject.bin": "x"}), "macro"),
    "macro by its type": Hostile(
        "macro.docx",
        lambda: package(
            "", **{"[Content_Types].xml": CONTENT_TYPES.replace("main+xml", "macroEnabled.main+xml")}
        ),
        "macro",
    ),
    "macro in an old Word file": Hostile("cu.doc", lambda: compound("WordDocument", "_VBA_PROJECT"), "macro"),
    "password on a package": Hostile("khoa.docx", encrypted_zip, "mật khẩu"),
    "password around a package": Hostile("khoa.docx", lambda: compound("EncryptedPackage"), "mật khẩu"),
    "password on a PDF": Hostile("khoa.pdf", pdf_with_password, "mật khẩu"),
    "program": Hostile("bao-cao.docx", lambda: b"MZ\x90\x00" + b"\0" * 500, "chương trình"),
    "picture named Word": Hostile("anh.docx", lambda: png(10, 10), "ảnh PNG"),
    "Word named PDF": Hostile("that.pdf", lambda: package(paragraph("Chào")), "Word"),
    "sheet named Word": Hostile("bang.docx", lambda: zipped({"xl/workbook.xml": b"<x/>"}), "Excel"),
    "archive named Word": Hostile("nen.docx", lambda: zipped({"a.txt": b"a"}), "ệp"),
    "page of the web": Hostile("trang.html", lambda: b"<html><script>alert(1)</script></html>", "ệp"),
    "cut package": Hostile("cut.docx", lambda: package(paragraph("Chào " * 500))[:400], "hỏng"),
    "cut old Word file": Hostile("cut.doc", lambda: compound("WordDocument")[:900], "ệp"),
    "cut PDF": Hostile("cut.pdf", lambda: pdf_of_pages(3)[:200], "ệp"),
    "cut picture": Hostile("cut.png", lambda: png(2000, 2000, rows=100), "ệp"),
    "ten thousand pages": Hostile("day.pdf", lambda: pdf_of_pages(10_000), "ệp"),
    "page tree in a ring": Hostile("vong.pdf", pdf_that_is_its_own_page, "ệp"),
    "bomb in a PDF": Hostile("bom.pdf", pdf_bomb, "ệp"),
    "sheet of five kilometres": Hostile("to.pdf", pdf_of_giant_sheet, "ệp"),
    "two hundred megapixels": Hostile("to.png", lambda: png(20_000, 10_000), "ệp"),
    "picture that lies about its size": Hostile("lon.png", lambda: png(2**31 - 1, 2**31 - 1, rows=1), "ệp"),
    "endless TIFF": Hostile("vong.tif", tiff_that_never_ends, "ệp"),
    "deep XML": Hostile("sau.docx", nested_xml, "ệp"),
    "deep RTF": Hostile("sau.rtf", lambda: rtf(b"{" * 500_000), ""),
    "binary in RTF": Hostile("nhi-phan.rtf", lambda: rtf(b"\\bin2000000000 x"), ""),
    "broken characters": Hostile("le.txt", lambda: "\ud800a".encode("utf-16-le", "surrogatepass") * 9, "ệp"),
    "random bytes": Hostile("la.txt", lambda: bytes(range(256)) * 100, "ệp"),
    "one endless line": Hostile("dai.txt", lambda: b"1." * 400_000, ""),
    "brackets": Hostile("ngoac.txt", lambda: ("(" * 5_000 + " ").encode() * 20, ""),
    "the same clause for ever": Hostile(
        "lap.txt", lambda: "1. Tỷ lệ đạt 100% trở lên,\n".encode() * 4_500, "nghìn mục"
    ),
}
