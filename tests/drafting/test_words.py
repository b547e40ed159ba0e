"""Facts in words, and the name proposed for a programme."""

import pytest

from phoihop.drafting.statuses import FactKind
from phoihop.drafting.views.confirm import _calm
from phoihop.drafting.words import words_of


def test_parties_are_named_and_a_strict_day_says_the_last_day_in_time() -> None:
    duty = {
        "kind": "report",
        "frequency": "quarterly",
        "owes": ["PN", "các ngành"],
        "reviews": ["UBND"],
        "takes_note": [],
        "due_strict": True,
        "due_day": 20,
        "via_text": "",
    }
    headline, details = words_of(FactKind.DUTY, duty)
    assert headline == "báo cáo, hằng quý"
    assert [line for line in details if line] == [
        "Ai làm: Hội Liên hiệp Phụ nữ, các ngành",
        "Gửi để duyệt: Ủy ban nhân dân",
        "Hạn: trước ngày 20 (hạn cuối: hết ngày 19)",
    ]


def test_days_read_as_here_and_one_year_is_said_once() -> None:
    header = {
        "title": "Chương trình",
        "number": None,
        "place": None,
        "date": "2017-10-09",
        "period": {"start": 2025, "end": 2025},
    }
    details = words_of(FactKind.HEADER, header)[1]
    assert "Ngày: 09/10/2017" in details
    assert "Thời gian: năm 2025" in details


@pytest.mark.parametrize(
    ("title", "calm"),
    [
        ("CHƯƠNG TRÌNH PHỐI HỢP Giữa UBND và MTTQ", "Chương trình phối hợp giữa UBND và MTTQ"),
        ("CHƯƠNG TRÌNH PHỐI HỢP UBND và MTTQ", "Chương trình phối hợp UBND và MTTQ"),
        ("Quy chế phối hợp", "Quy chế phối hợp"),
    ],
)
def test_a_title_with_its_kind_in_capitals_becomes_a_name(title: str, calm: str) -> None:
    assert _calm(title, "chương trình phối hợp") == calm
