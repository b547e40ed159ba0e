"""What is refused, each in one plain sentence; and any bytes at all are read or refused."""

import base64
import io
import random
import zipfile
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from phoihop.reading import UnreadableDocument
from phoihop.reading.files import paper_of, zipped
from tests.reading.files.make_words import HERE, outline
from tests.reading.files.test_other_forms import odt, rtf
from tests.reading.packages import package, paragraph, saved

DOC = (HERE / "outline.doc").read_bytes()
FIB = DOC.index(b"\xec\xa5")
WORD_2003 = (
    '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" {}>'
    "<w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:wordDocument>"
)
FLAT = (HERE / "outline.fodt").read_text("utf-8")


def doc(*, at: int, value: bytes) -> bytes:
    """The .doc with bytes of its header changed."""
    return DOC[: FIB + at] + value + DOC[FIB + at + len(value) :]


def renamed(old: str, new: str) -> bytes:
    """The .doc with one of its streams called otherwise."""
    at = DOC.index(old.encode("utf-16-le") + b"\x00\x00")
    name = new.encode("utf-16-le") + b"\x00\x00"
    return DOC[:at] + name.ljust(64, b"\x00") + len(name).to_bytes(2, "little") + DOC[at + 66 :]


def with_parts(data: bytes, parts: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            if name not in parts:
                archive.writestr(name, source.read(name))
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
    "<m:encryption-data/></m:file-entry></m:manifest>"
)
BOMB = " " * (zipped.MOST_UNPACKED + 1)
REFUSED = {
    "doc with a password": (doc(at=10, value=(0x1100).to_bytes(2, "little")), "mật khẩu"),
    "docx with a password": (renamed("WordDocument", "EncryptedPackage"), "mật khẩu"),
    "doc of word 95": (doc(at=0, value=b"\xdc\xa5\x68\x00"), "Word 95"),
    "doc with macros": (renamed("\x01CompObj", "Macros"), "macro"),
    "old sheet": (renamed("WordDocument", "Workbook"), "bảng tính"),
    "old slides": (renamed("WordDocument", "PowerPoint Document"), "trình chiếu"),
    "ole of something else": (renamed("WordDocument", "Khac"), "không phải"),
    "odt with a password": (with_parts(odt(""), {"META-INF/manifest.xml": MANIFEST}), "mật khẩu"),
    "odt with macros": (with_parts(odt(""), {"Basic/Standard/Module1.xml": "<a/>"}), "macro"),
    "odt without text": (with_parts(odt(""), {"content.xml": "<a/>"}), "văn bản"),
    "odt with doctype": (with_parts(odt(""), {"content.xml": DOCTYPE + "<x/>"}), "DOCTYPE"),
    "odt bomb": (with_parts(odt(""), {"content.xml": f"<a>{BOMB}</a>"}), "phình"),
    "bomb in the styles": (package(paragraph("a"), **{"word/styles.xml": f"<a>{BOMB}</a>"}), "phình"),
    "flat odt with doctype": (FLAT.replace("?>", "?>" + DOCTYPE, 1).encode(), "DOCTYPE"),
    "word xml with doctype": (WORD_2003.format("").replace("?>", "?>" + DOCTYPE, 1).encode(), "DOCTYPE"),
    "word xml with macros": (WORD_2003.format('w:macrosPresent="yes"').encode(), "macro"),
    "rtf cut off": (rtf("a")[:-1], "cắt cụt"),
    "rtf too deep": (b"{\\rtf1 " + b"{" * 5000 + b"}" * 5001, "hỏng"),
    "page cut off": (b"<html><body><p>abc", "cắt cụt"),
    "page too deep": (b"<html><body>" + b"<b>" * 100_000 + b"a</body></html>", "hỏng"),
    "archive of the web without a page": (b"MIME-Version: 1.0\nContent-Type: text/plain\n\na", "trang mạng"),
    "a photograph in a word file": (package("<w:p/>"), "ảnh"),
    "a program": (b"MZ\x90\x00" + bytes(100), "không phải"),
    "a sheet": (with_parts(odt(""), {"xl/workbook.xml": "", "mimetype": ""}), "bảng tính"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "word"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_says_why(data: bytes, word: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"^[^\n]{10,160}\.$") as refused:
        paper_of(data, name="tep.doc")
    assert word in str(refused.value)


def test_a_hostile_name_stays_one_short_sentence() -> None:
    with pytest.raises(UnreadableDocument, match=r"^[^\n]{10,160}\.$"):
        paper_of(b"PK\x03\x04", name="tên\n" * 1000)


WHOLE = {
    "docx": saved(outline()),
    "doc": DOC,
    "odt": (HERE / "outline.odt").read_bytes(),
    "fodt": FLAT.encode(),
    "rtf": (HERE / "outline.rtf").read_bytes(),
    "xml": WORD_2003.format("").encode(),
    "html": b"<html><body><table><tr><td colspan=2>a<p>b</td></tr></table><ol><li>c</ol></body></html>",
}


@pytest.mark.parametrize("form", WHOLE)
def test_a_damaged_file_is_read_or_refused_and_never_anything_else(form: str) -> None:
    drawn = random.Random(form)
    for _ in range(40):
        data = bytearray(WHOLE[form])
        for _ in range(drawn.randint(1, 10)):
            data[drawn.randrange(min(len(data), drawn.choice((3000, 10**6))))] = drawn.choice(
                (0, 255, 128, 60)
            )
        with suppress(UnreadableDocument):
            paper_of(bytes(data), name="a")


OPENINGS = (
    b"", b"{\\rtf1 ", b"<html>", b"%PDF-1.7", b"\xff\xfe", b"\xef\xbb\xbf", b"PK\x03\x04",
    b"MIME-Version: 1.0\n",
    DOC[:2048], WORD_2003[:110].encode(), FLAT[:300].encode(),
)  # fmt: skip


@given(st.sampled_from(OPENINGS), st.binary(max_size=300))
@example(b"{\\rtf1 ", b"\\u-99999999\\bin999999999 \\cell\\row\\itap999999\\nestcell}")
@example(b"", base64.b64decode("//79AAAAAAA="))
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_read_or_refused(opening: bytes, rest: bytes) -> None:
    with suppress(UnreadableDocument):
        paper_of(opening + rest, name="a")
