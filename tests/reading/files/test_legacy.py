"""TCVN3 and VNI: every letter, and which fonts mean them."""

import shutil
import string
import subprocess
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from phoihop.reading.files import paper_of
from phoihop.reading.files.legacy import Script, script_of_font, unicode_of
from phoihop.reading.files.runs import Run, Speller
from tests.reading.drafts import TEXTS
from tests.reading.packages import package

SMALL = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
# As the maker of VNI published them: the base letter and the byte that marks it, in hexadecimal.
VNI = {
    "á": "61F9", "à": "61F8", "ả": "61FB", "ã": "61F5", "ạ": "61EF", "ă": "61EA", "ắ": "61E9", "ằ": "61E8",
    "ẳ": "61FA", "ẵ": "61FC", "ặ": "61EB", "â": "61E2", "ấ": "61E1", "ầ": "61E0", "ẩ": "61E5", "ẫ": "61E3",
    "ậ": "61E4", "é": "65F9", "è": "65F8", "ẻ": "65FB", "ẽ": "65F5", "ẹ": "65EF", "ê": "65E2", "ế": "65E1",
    "ề": "65E0", "ể": "65E5", "ễ": "65E3", "ệ": "65E4", "í": "ED", "ì": "EC", "ỉ": "E6", "ĩ": "F3", "ị": "F2",
    "ó": "6FF9", "ò": "6FF8", "ỏ": "6FFB", "õ": "6FF5", "ọ": "6FEF", "ô": "6FE2", "ố": "6FE1", "ồ": "6FE0",
    "ổ": "6FE5", "ỗ": "6FE3", "ộ": "6FE4", "ơ": "F4", "ớ": "F4F9", "ờ": "F4F8", "ở": "F4FB", "ỡ": "F4F5",
    "ợ": "F4EF", "ú": "75F9", "ù": "75F8", "ủ": "75FB", "ũ": "75F5", "ụ": "75EF", "ư": "F6", "ứ": "F6F9",
    "ừ": "F6F8", "ử": "F6FB", "ữ": "F6F5", "ự": "F6EF", "ý": "79F9", "ỳ": "79F8", "ỷ": "79FB", "ỹ": "79F5",
    "ỵ": "EE", "đ": "F1",
}  # fmt: skip


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed to compare with")
def test_every_byte_of_tcvn3_is_the_letter_iconv_says() -> None:
    for code in (*range(1, 0x18), *range(0x80, 0xB0), *range(0xB5, 0x100)):
        command = ["iconv", "-f", "TCVN", "-t", "UTF-8"]
        said = subprocess.run(command, input=bytes([0x62, code, 0x62]), capture_output=True, check=True)
        assert f"b{unicode_of(chr(code), Script.TCVN3)}b" == said.stdout.decode(), hex(code)


def test_all_134_letters_can_be_written_in_both_scripts() -> None:
    letters = set(SMALL + SMALL.upper())
    assert len(letters) == 134
    one_byte = [chr(code) for code in range(1, 0x100)]
    assert letters <= {unicode_of(byte, Script.TCVN3) for byte in one_byte}
    assert set(SMALL.upper()) <= {unicode_of(byte, Script.TCVN3_CAPITALS) for byte in one_byte}
    assert set(VNI) == set(SMALL)


@pytest.mark.parametrize("letter", VNI)
def test_every_letter_of_vni_is_the_published_one(letter: str) -> None:
    spelled = bytes.fromhex(VNI[letter]).decode("latin-1")
    assert unicode_of(spelled, Script.VNI) == letter
    assert unicode_of(spelled.upper(), Script.VNI) == letter.upper()


def test_what_is_no_letter_of_a_script_stays() -> None:
    plain = string.printable + "–“”…"
    assert unicode_of(plain, Script.VNI) == unicode_of(plain, Script.TCVN3) == plain


def test_bytes_taken_for_code_page_1258_are_the_same_letters() -> None:
    for words, script in (("ViÖt Nam, Ìn ÞÝ òí", Script.TCVN3), ("Vieät Nam, ÑÖÔØNG", Script.VNI)):
        taken = words.encode("latin-1").decode("cp1258", "replace")
        assert unicode_of(taken, script) == unicode_of(words, script)


@pytest.mark.parametrize(
    ("name", "script"),
    [
        (".VnTime", Script.TCVN3),
        (".VnArial Narrow", Script.TCVN3),
        (".VnTimeH", Script.TCVN3_CAPITALS),
        (".VnArial NarrowH", Script.TCVN3_CAPITALS),
        ('".VnTime"', Script.TCVN3),
        ("VNI-Times", Script.VNI),
        ("VNI Helve", Script.VNI),
        ("Times New Roman", None),
        ("Vninh", None),
        ("", None),
        (None, None),
    ],
)
def test_a_font_says_the_script(name: str | None, script: Script | None) -> None:
    assert script_of_font(name) is script


def test_a_letter_split_over_two_runs_is_put_together() -> None:
    speller = Speller()
    assert speller.spelled([Run("Co", "VNI-Times"), Run("äng", "VNI-Helve")]) == "Cộng"
    assert [note.code for note in speller.notes()] == ["legacy_font"]


def test_unicode_typed_in_an_old_font_stays_and_is_no_news() -> None:
    speller = Speller()
    assert speller.spelled([Run("Ủy ban nhân dân xã", ".VnTime")]) == "Ủy ban nhân dân xã"
    assert speller.spelled([Run("So 5", ".VnTime"), Run("abc", ".VnTimeH")]) == "So 5ABC"
    assert speller.notes() == ()


def test_a_hyphen_that_may_break_a_line_is_a_letter_of_tcvn3() -> None:
    speller = Speller()
    assert speller.spelled([Run("ph\xad¬ng", ".VnTime")]) == "phương"
    assert speller.spelled([Run("phối\xad hợp", "Times New Roman")]) == "phối hợp"


def in_script(text: str, script: Script) -> str:
    """The runs of a paragraph in an old font: capitals of TCVN3 stand in a font of their own."""
    if script is Script.VNI:
        return run(text.translate(TO_VNI), "VNI-Times")
    pieces = groupby(text, key=lambda char: char in SMALL.upper())
    return "".join(
        run("".join(piece).lower().translate(TO_TCVN3), ".VnTimeH")
        if is_capital
        else run("".join(piece).translate(TO_TCVN3), ".VnTime")
        for is_capital, piece in pieces
    )


def run(words: str, font: str) -> str:
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


TO_VNI = {ord(small): bytes.fromhex(code).decode("latin-1") for small, code in VNI.items()}
TO_VNI |= {ord(chr(small).upper()): spelled.upper() for small, spelled in TO_VNI.items()}
TO_TCVN3 = {
    ord(letter): chr(code)
    for code in range(0xA8, 0x100)
    if (letter := unicode_of(chr(code), Script.TCVN3)) in SMALL
}


@pytest.mark.parametrize("script", [Script.TCVN3, Script.VNI])
@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_programme_in_an_old_font_reads_as_in_unicode(path: Path, script: Script) -> None:
    lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    paper = paper_of(package("".join(f"<w:p>{in_script(line, script)}</w:p>" for line in lines)), name="a")
    assert [line for line in paper.text.split("\n") if line.strip()] == lines
    assert [note.code for note in paper.notes] == ["legacy_font"]
