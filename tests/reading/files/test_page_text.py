"""Words with places become text: columns, paragraphs and what stands around them."""

import re
import textwrap

import pytest

from phoihop.reading.files.page_text import Written, written
from phoihop.reading.files.tokens import Token

WIDE, HIGH, SIZE, STEP = 6.0, 16.0, 12.0, 80


def page(text: str, *, top: float = 120.0) -> Written:
    """A page drawn with letters: each takes the same place, each line stands under the one before."""
    tokens = [
        Token(
            text=match.group(),
            left=60 + match.start() * WIDE,
            right=60 + match.end() * WIDE,
            base=top + number * HIGH,
            size=SIZE,
        )
        for number, line in enumerate(text.strip("\n").split("\n"))
        for match in re.finditer(r"\S+", line)
    ]
    return written(tokens, width=60 * 2 + STEP * WIDE, height=842)


def test_three_signatures_side_by_side_are_read_one_after_the_other() -> None:
    sheet = page("""
     TM. UBND XÃ                 TM. BTT UBMTTQ              TM. HỘI NÔNG DÂN
      CHỦ TỊCH                      CHỦ TỊCH                     CHỦ TỊCH


    Nguyễn Văn A                  Trần Thị B                    Lê Văn C
""")
    assert sheet.text.split("\n") == [
        "TM. UBND XÃ", "CHỦ TỊCH", "Nguyễn Văn A",
        "TM. BTT UBMTTQ", "CHỦ TỊCH", "Trần Thị B",
        "TM. HỘI NÔNG DÂN", "CHỦ TỊCH", "Lê Văn C",
    ]  # fmt: skip
    assert [len(row) for row in sheet.tables[0].rows] == [3]


def test_recipients_stand_left_of_the_signature_they_are_printed_beside() -> None:
    sheet = page("""
Nơi nhận:                                      TM. ỦY BAN NHÂN DÂN
- Huyện ủy (b/c);                                   CHỦ TỊCH
- Các đoàn thể xã;
- Lưu: VT.
                                                  Nguyễn Văn A
""")
    assert sheet.text.split("\n") == [
        "Nơi nhận:", "- Huyện ủy (b/c);", "- Các đoàn thể xã;", "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A",
    ]  # fmt: skip


def test_a_list_set_with_tab_stops_is_read_line_by_line() -> None:
    sheet = page("""
* Đoàn thanh niên:              01 doanh nghiệp.
* Hội Phụ nữ:                   01 doanh nghiệp.
* Hội Nông dân:                 02 doanh nghiệp.
""")
    assert sheet.text.split("\n\n") == [
        "* Đoàn thanh niên:\t01 doanh nghiệp.",
        "* Hội Phụ nữ:\t01 doanh nghiệp.",
        "* Hội Nông dân:\t02 doanh nghiệp.",
    ]


FULL = "vận động đoàn viên và hội viên tham gia các phong trào thi đua yêu nước năm"


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("\n".join(textwrap.wrap(f"- Phối hợp {FULL} {FULL} 2025.", STEP, initial_indent="     ")), 1),
        (f"     - Phối hợp {FULL[:60]}.\n     - Giám sát việc thực hiện.", 2),
        (f"- Phối hợp {FULL[:60]};\n- Giám sát việc thực hiện.", 2),
        ("     1. Mục đích:\n     2. Yêu cầu:", 2),
    ],
    ids=["soft breaks", "set in", "labelled", "short lines"],
)
def test_a_break_is_soft_where_the_next_word_had_no_room(drawn: str, read: int) -> None:
    assert len(page(drawn).text.split("\n\n")) == read


def test_a_number_broken_after_its_stroke_is_one_word_again() -> None:
    start = f"Căn cứ Công văn {FULL[:48]} số 1995/CTr-"
    assert "1995/CTr-UBND-MTTQ ngày" in page(f"{start}\nUBND-MTTQ ngày 05 tháng 02 năm 2025;").text


def test_running_text_in_two_columns_is_read_column_by_column() -> None:
    rows = [f"bên trái dòng {n} là lời của cột       bên phải dòng {n} là lời của cột" for n in range(10)]
    text = page("\n".join(rows)).text
    assert text.index("bên trái dòng 9") < text.index("bên phải dòng 0")


def test_words_and_cells_keep_their_place_in_the_text() -> None:
    sheet = page("""
UBND XÃ SÔNG MÂY              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 05/CTr-UBND                  Độc lập - Tự do - Hạnh phúc

                      CHƯƠNG TRÌNH PHỐI HỢP
""")
    assert all(sheet.text[slice(*span)] == token.text for span, token in sheet.words)
    cells = [sheet.text[slice(*cell)] for cell in sheet.tables[0].rows[0]]
    assert [cell.split("\n")[0] for cell in cells] == [
        "UBND XÃ SÔNG MÂY",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]


def test_a_number_alone_is_a_page_number_only_at_the_edge_of_the_page() -> None:
    assert page("12\n\n\nmột dòng chữ của trang này\nmột dòng nữa", top=30).text.startswith("một dòng")
    assert "12" in page("một dòng chữ\n\n\n12\n\n\nmột dòng nữa").text
