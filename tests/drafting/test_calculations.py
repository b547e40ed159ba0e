"""What adds up, what does not, and when a duty is first due."""

from datetime import date

import pytest

from phoihop.drafting.calculations import checks_of_target, checks_of_targets, first_due_days
from phoihop.drafting.proposals import duty_values, target_values
from tests.drafting.test_proposals import read_duty, read_target


def target(**fields):
    own = {name: fields.pop(name) for name in ("position", "part_of", "comparator_set") if name in fields}
    values, _ = target_values(read_target(**fields))
    return values | own


def words(found):
    return [(check.words, check.is_wrong) for check in found]


def shares(*values, whole=10):
    rows = {0: target(value=whole, unit="doanh nghiệp", position=0)}
    rows |= {n: target(value=v, unit="doanh nghiệp", position=n, part_of=0) for n, v in enumerate(values, 1)}
    return words(checks_of_targets(rows).get(0, []))


def test_parts_that_add_up_are_said_to():
    assert shares(6, 1, 1, 1, 1) == [("Khớp: 10 = 6 + 1 + 1 + 1 + 1", False)]


def test_parts_that_do_not_say_by_how_much():
    assert shares(6, 1, 1) == [("Không khớp: 6 + 1 + 1 = 8, thiếu 2 so với 10", True)]
    assert shares(9, 2) == [("Không khớp: 9 + 2 = 11, thừa 1 so với 10", True)]


def test_percents_of_a_whole_make_a_hundred():
    rows = {
        1: target(value=100, position=0),
        2: target(value=56, position=1, part_of=0),
        3: target(value=44, position=2, part_of=0),
    }
    assert ("Khớp: 100% = 56 + 44", False) in words(checks_of_targets(rows)[1])


def test_so_many_of_so_many_as_a_percentage():
    assert words(checks_of_target(target(value=2, of=2, unit="khu phố"))) == [("2/2 = 100%", False)]
    assert words(checks_of_target(target(value=47, of=48, unit="khu phố"))) == [("47/48 = 97,92%", False)]


def test_more_than_all_is_impossible():
    assert any(wrong for _, wrong in words(checks_of_target(target(value=5, of=4, unit="khu phố"))))
    assert any(wrong for _, wrong in words(checks_of_target(target(value=120))))


def test_reduced_to_no_less_than_before_is_impossible():
    values = target(value=5) | {"direction": "decrease_to", "baseline": "4", "comparator": "<="}
    assert words(checks_of_target(values)) == [("Giảm còn mức không thấp hơn mức đầu kỳ.", True)]


def test_a_plain_target_says_nothing():
    assert checks_of_target(target(value=97)) == []


def test_what_is_half_typed_raises_nothing():
    assert checks_of_target({"value": "9x"}) == []


def test_before_the_20th_is_first_due_on_the_19th():
    values, _ = duty_values(read_duty(due="day 20 of the quarter's last month", due_strict=True))
    assert first_due_days(values, start=date(2026, 1, 1), end=date(2026, 12, 31)) == [
        date(2026, 3, 19), date(2026, 6, 19), date(2026, 9, 19),
    ]  # fmt: skip


@pytest.mark.parametrize("frequency", ["on_demand", "every_5_years"])
def test_what_falls_due_never_has_no_first_day(frequency):
    values, _ = duty_values(read_duty(frequency=frequency))
    assert first_due_days(values, start=date(2026, 1, 1), end=date(2026, 12, 31)) == []
