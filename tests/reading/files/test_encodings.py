"""Text files in every encoding Vietnamese was written in: read, and named in a note."""

import unicodedata

import pytest

from phoihop.reading import Paper, UnreadableDocument
from phoihop.reading.files import paper_of
from tests.reading.drafts import TEXTS
from tests.reading.files.test_legacy import SMALL, VNI

TEXT = (TEXTS / "bim-son-2017-2020.txt").read_text("utf-8")
# What the old scripts have no sign for is written with the plain one.
PLAIN = TEXT.translate(str.maketrans({"–": "-", "“": '"', "”": '"', "…": ".", "’": "'", "‘": "'"}))
TCVN3 = bytes.fromhex(
    "b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbaecccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4"
    "abe5e6e7e8e9aceaebecedeeeff1f2f3f4adf5f6f7f8f9fafbfcfdfe"
).decode("latin-1")  # fmt: skip


def vni(text: str) -> bytes:
    table = {small: bytes.fromhex(code).decode("latin-1") for small, code in VNI.items()}
    table |= {small.upper(): spelled.upper() for small, spelled in table.items()}
    return "".join(table.get(char, char) for char in text).encode("latin-1")


def tcvn3(text: str) -> bytes:
    table = dict(zip(SMALL, TCVN3, strict=True))
    return "".join(table.get(char, char) for char in text.lower()).encode("latin-1")


def cp1258(text: str) -> bytes:
    """Each letter with its tone apart, as that code page has them."""
    return b"".join(map(_cp1258, text))


def _cp1258(char: str) -> bytes:
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        pass
    marks = unicodedata.normalize("NFD", char)
    tone = next(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
    return (unicodedata.normalize("NFC", marks.replace(tone, "")) + tone).encode("cp1258")


def read(data: bytes) -> Paper:
    return paper_of(data, name="tep.txt")


def encodings(paper: Paper) -> str:
    return " ".join(note.text for note in paper.notes if note.code == "encoding")


@pytest.mark.parametrize(
    "data", [TEXT.encode(), TEXT.encode("utf-8-sig"), unicodedata.normalize("NFD", TEXT).encode()]
)
def test_unicode_is_read_without_a_note(data: bytes) -> None:
    assert read(data) == Paper(text=TEXT)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wider_unicode_is_read_and_named(codec: str) -> None:
    paper = read(TEXT.encode(codec))
    assert paper.text == TEXT
    assert codec[:6].upper() in encodings(paper)


@pytest.mark.parametrize(
    ("data", "text", "name"),
    [
        (cp1258(PLAIN), PLAIN, "Windows-1258"),
        (vni(PLAIN), PLAIN, "VNI"),
        (tcvn3(PLAIN), PLAIN.lower(), "TCVN3 (ABC)"),
        (vni(PLAIN).decode("latin-1").encode(), PLAIN, "VNI"),
        (
            "Ủy ban nhân dân xã phối hợp".encode().decode("cp1252").encode(),
            "Ủy ban nhân dân xã phối hợp",
            "hai lần",
        ),
    ],
)
def test_an_old_encoding_is_read_and_named(data: bytes, text: str, name: str) -> None:
    paper = read(data)
    assert paper.text == text
    assert name in encodings(paper)
    assert "lẫn" not in encodings(paper)


def test_one_file_in_four_encodings_is_read_line_by_line() -> None:
    ways = (str.encode, vni, tcvn3, cp1258)
    lines = PLAIN.split("\n")
    paper = read(b"\n".join(ways[number % 4](line) for number, line in enumerate(lines)))
    assert paper.text == "\n".join(
        line.lower() if number % 4 == 2 else line for number, line in enumerate(lines)
    )
    assert all(name in encodings(paper) for name in ("lẫn", "UTF-8", "VNI", "TCVN3", "Windows-1258"))


def test_an_old_line_pasted_among_others_is_spelled_anew() -> None:
    words = "Ủy ban nhân dân xã Lam Sơn\nViÖc phèi hîp thùc hiÖn ch­¬ng tr×nh\nCăn cứ Luật"
    paper = read(words.encode())
    assert paper.text.split("\n")[1] == "Việc phối hợp thực hiện chương trình"
    assert "TCVN3" in encodings(paper)


def test_capitals_of_tcvn3_come_back_where_they_can_be_told() -> None:
    assert (
        read("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM".encode("latin-1")).text
        == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    )
    assert read("Hµ Néi, ngµy 5".encode("latin-1")).text == "Hà Nội, ngày 5"


@pytest.mark.parametrize(
    "text", ["Résumé: café à Paris", "Straße, 100 °C, § 5, ½, «Hà Nội»", "a — b", "5 m²"]
)
def test_what_is_no_vietnamese_but_sound_unicode_stays(text: str) -> None:
    assert read(text.encode()).text == text


@pytest.mark.parametrize(
    "data", [b"\x81\x8d\x90abc", b"ab\x00cd", bytes(range(256)) * 9, b"\xff\xfe", b"\xef\xbb\xbf "]
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^[^\n]{10,160}\.$"):
        read(data)
