from datetime import date

import pytest

from phoihop.lifecycle.calculations import duties_from, duties_until, moved_to, shifted_day, shifted_years


@pytest.mark.parametrize(
    ("given", "shifted"),
    [
        ("giai đoạn 2017 - 2020", "giai đoạn 2027 - 2030"),
        ("giai đoạn 2017-2020", "giai đoạn 2027-2030"),
        ("Đến năm 2020 có 47/48 khu dân cư", "Đến năm 2030 có 47/48 khu dân cư"),
        ("từ 2018 đến 2019", "từ 2028 đến 2029"),
        ("Nghị quyết số 12/2018/NQ-HĐND", "Nghị quyết số 12/2018/NQ-HĐND"),
        ("ngày 09 tháng 10 năm 2017", "ngày 09 tháng 10 năm 2017"),
        ("ngày 09/10/2017", "ngày 09/10/2017"),
        ("Luật năm 2015", "Luật năm 2015"),
        ("nếp sống văn minh giai đoạn 2014 – 2020", "nếp sống văn minh giai đoạn 2014 – 2020"),
        ("trong năm 2018 - 2019", "trong năm 2028 - 2029"),
        ("giai đoạn 2016-2025", "giai đoạn 2016-2025"),
        ("đến năm 2025", "đến năm 2025"),
        ("năm 20201", "năm 20201"),
    ],
)
def test_only_years_of_the_old_period_said_as_years_move(given: str, shifted: str) -> None:
    assert shifted_years(given, first=2017, last=2020, years=10) == shifted


def test_a_day_moves_by_whole_years() -> None:
    assert shifted_day(date(2020, 2, 29), 1) == date(2021, 2, 28)
    assert shifted_day(None, 1) is None


def test_duties_of_a_paper_entered_late_start_today() -> None:
    assert duties_from(date(2026, 1, 1), date(2026, 3, 5)) == date(2026, 3, 5)
    assert duties_from(date(2026, 4, 1), date(2026, 3, 5)) == date(2026, 4, 1)


def test_duties_reach_a_year_past_the_end_or_two_years_without_one() -> None:
    assert duties_until(date(2026, 12, 31), date(2026, 1, 1)) == date(2027, 12, 31)
    assert duties_until(None, date(2026, 1, 1)) == date(2028, 1, 1)


def test_a_place_moves_to_its_name_of_today_in_every_case_it_is_written() -> None:
    text = "Thị trấn Lam Sơn: UBND thị trấn Lam Sơn, UBND THỊ TRẤN LAM SƠN, xã Lam Sơn"
    moved = moved_to(text, old="thị trấn Lam Sơn", new="xã Lam Sơn")
    assert moved == "Xã Lam Sơn: UBND xã Lam Sơn, UBND XÃ LAM SƠN, xã Lam Sơn"
