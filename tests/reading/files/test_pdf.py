"""PDF files with letters: read in the order of the eye, and nothing of the text lost."""

import json
import random
import re
from collections import Counter
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from phoihop.reading import Paper, UnreadableDocument, paper_of, read_paper
from phoihop.reading.files.scans import paper_of_pdf, scan_pages
from phoihop.reading.files.syllables import is_sound, is_syllable, unsound_share
from phoihop.reading.paper import FileKind
from tests.reading import score
from tests.reading.alignment import Alignment
from tests.reading.drafts import HERE, TEXTS, sample
from tests.reading.files.made_pdf import blank_pages, written_by_hand

PAPERS = Path(__file__).parent / "papers"
FIVE = sorted(path.stem for path in PAPERS.glob("*-20*.pdf"))
GOLD = {path.stem: path for path in (HERE / "gold").glob("*.json")}
MOST_LOST = 0.02


def printed(name: str) -> bytes:
    return (PAPERS / f"{name}.pdf").read_bytes()


@cache
def paper(name: str) -> Paper:
    return paper_of(printed(name), name="tep.pdf")


def source(name: str) -> str:
    """The text as it was printed: marks of a web page left out."""
    return re.sub(r"\[bookmark: \w+\]", "", (TEXTS / f"{name}.txt").read_text("utf-8"))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def macro_f1(gold: dict[str, Any], draft: dict[str, Any]) -> float:
    sections, _ = score.score(gold, draft)
    marks = [
        2 * row["tp"] / max(1, 2 * row["tp"] + row["fn"] + row["fp"])
        for row in sections.values()
        if any(row.values())
    ]
    return sum(marks) / len(marks)


@pytest.mark.parametrize("name", sorted(GOLD.keys() & set(FIVE)))
def test_a_printed_programme_gives_the_facts_of_its_text(name: str) -> None:
    gold = json.loads(GOLD[name].read_text("utf-8"))
    text = sample(name)
    moved = Alignment.of(paper(name).text, text.text).moved(read_paper(paper(name)).as_json())
    assert macro_f1(gold, moved) >= macro_f1(gold, text.as_json()) - MOST_LOST


@pytest.mark.parametrize("name", FIVE)
def test_no_word_of_the_body_is_lost(name: str) -> None:
    read = paper(name)
    kept = words(read.text) + words(" ".join(note.text for note in read.notes))
    assert not words(source(name)) - kept - Counter({"5": 1})


@pytest.mark.parametrize("name", FIVE)
def test_pages_and_cells_lie_in_the_text_in_order(name: str) -> None:
    read = paper(name)
    assert read.kind == FileKind.PDF
    ends = [0, *(page.span[1] for page in read.pages)]
    assert all(end <= page.span[0] for end, page in zip(ends, read.pages, strict=False))
    cells = [cell for table in read.tables for row in table.rows for cell in row]
    assert all(0 <= start <= end <= len(read.text) for start, end in cells)
    assert len({len(row) for table in read.tables for row in table.rows}) <= 1


def test_a_paragraph_is_one_line_also_over_the_end_of_a_page() -> None:
    longest = max(source("tam-ky-2024-2029").split("\n"), key=len)
    assert " ".join(longest.split()) in paper("tam-ky-2024-2029").text


def test_the_two_sides_of_the_head_are_read_one_after_the_other() -> None:
    assert paper("extras").text.startswith(
        "UBND XÃ SÔNG MÂY\nSố: 05/CTr-UBND\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Sông Mây, ngày 05 tháng 02 năm 2025\n\nCHƯƠNG TRÌNH PHỐI HỢP\n"
    )


def test_signatures_side_by_side_are_read_one_after_the_other() -> None:
    assert "CHỦ TỊCH\nNguyễn Thị Thu\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n" in paper("lam-son-2025").text
    signed = read_paper(paper("lam-son-2025")).signatories
    assert [row.name for row in signed] == [row.name for row in sample("lam-son-2025").signatories]


def test_a_line_printed_from_two_fonts_is_read_in_the_order_of_the_eye() -> None:
    document = pypdfium2.PdfDocument(printed("fallback"))
    drawn = document[0].get_textpage().get_text_range()
    document.close()
    assert unsound_share(drawn) > 0.1
    assert is_sound(paper("fallback").text)
    printed_words = words("\n".join(source("duc-co-2017").split("\n")[4:24]))
    notes = " ".join(note.text for note in paper("fallback").notes)
    assert not printed_words - words(paper("fallback").text) - words(notes)


def test_what_stands_around_the_text_is_set_apart_with_its_words() -> None:
    read = paper("extras")
    notes = {note.code: note.text for note in read.notes}
    assert "Thời gian ký: 05.02.2025 10:11:12 +07:00" in notes["electronic_signature"]
    assert "Chương trình phối hợp xã Sông Mây năm 2025" in notes["running_head"]
    assert "Người ký" not in read.text
    assert "Chương trình phối hợp xã Sông Mây" not in read.text
    assert not re.search(r"^\d+$", read.text, re.MULTILINE)
    assert [line[:3] for line in read.text.split("\n") if re.match(r"\d+\. ", line)] == [
        f"{number}. "[:3] for number in range(1, 21)
    ]


def test_a_stamp_of_arrival_is_set_apart() -> None:
    notes = {note.code: note.text for note in paper("duc-co-2017").notes}
    assert "ĐẾN Ngày 21/7/2017" in notes["incoming_stamp"]
    assert "ĐẾN" not in paper("duc-co-2017").text


def test_a_table_with_lines_is_read_cell_by_cell() -> None:
    read = paper("extras")
    table = read.tables[-1]
    assert [[read.text[slice(*cell)] for cell in row] for row in table.rows][1:3] == [
        ["1", "Tỷ lệ hộ dân tham gia bảo hiểm y tế trên địa bàn xã", "%", "97"],
        ["2", "Số hộ nghèo được giúp đỡ thoát nghèo", "hộ", "25"],
    ]


def test_fonts_of_before_unicode_are_spelled_anew_and_it_is_said() -> None:
    lines = ["Céng hßa x· héi chñ nghÜa ViÖt Nam", "§éc lËp - Tù do - H¹nh phóc"]
    data = written_by_hand([line.encode("latin-1") for line in lines], font=".VnTime")
    read = paper_of(data, name="a.pdf")
    assert "Cộng hòa xã hội chủ nghĩa Việt Nam" in read.text
    assert "Độc lập - Tự do - Hạnh phúc" in read.text
    assert "legacy_font" in {note.code for note in read.notes}


def test_scripts_in_a_file_are_not_run_and_its_letters_are_read() -> None:
    script = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    assert "Chuong trinh" in paper_of(written_by_hand([b"Chuong trinh"], extra=script), name="a.pdf").text


def test_a_file_with_letters_has_no_page_to_recognise() -> None:
    assert scan_pages(printed("duc-co-2017"), name="a.pdf") is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n", "bị hỏng"),
        (printed("fallback")[:4000], "bị hỏng"),
        (
            written_by_hand(
                [b"a"],
                trailer="/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
                " /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) >>",
            ),
            "mật khẩu",
        ),
        (blank_pages(1), "không có chữ"),
        (blank_pages(501), "501 trang"),
    ],
    ids=["empty", "truncated", "locked", "blank", "long"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said):
        paper_of(data, name="tep.pdf")


def test_damaged_files_are_read_or_refused() -> None:
    whole, chance = printed("fallback"), random.Random(5)
    for _ in range(25):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 40)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(UnreadableDocument):
            assert paper_of_pdf(bytes(data[: chance.randint(len(data) // 2, len(data))]), "a.pdf").text


@pytest.mark.parametrize(
    "word", ["nghiêng", "UỶ", "khuỷu", "quyết", "Gìn", "ươm", "xoèn", "Đắk", "hoà", "hòa"]
)
def test_syllables_of_the_language_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["ĐCTUBTW", "hßa", "nghÜa", "ộự", "tạạn", "strưa"])
def test_letters_that_are_no_syllable_are_known(word: str) -> None:
    assert not is_syllable(word)
