"""On which days people are reminded. Pure."""

import pytest

from phoihop.reports.calculations.reminding import Rule, days_around, days_read, rule_words, step_on

DEFAULT = Rule()


@pytest.mark.parametrize(
    ("offset", "step"),
    [
        (-8, None), (-7, -7), (-6, -7), (-3, -7), (-2, -2), (-1, -2), (0, 0), (1, 1), (4, 1), (5, 5), (11, 5),
        (12, 12), (18, 12), (19, 19), (54, 54), (60, 54), (61, None), (400, None),
    ],
)  # fmt: skip
def test_the_latest_step_reached_counts_and_the_twelfth_is_the_last(offset: int, step: int | None) -> None:
    assert step_on(DEFAULT, offset) == step


def test_every_day_from_first_to_last_meets_at_most_the_number_of_steps() -> None:
    met = {step_on(DEFAULT, offset) for offset in range(-30, 400)} - {None}
    assert len(met) == DEFAULT.most


def test_without_a_rhythm_afterwards_a_late_reminder_goes_out_within_a_week() -> None:
    rule = Rule(days=(-1, 3), then_every=0)
    assert [step_on(rule, offset) for offset in (2, 3, 10, 11)] == [-1, 3, 3, None]


def test_a_muted_rule_reminds_of_nothing() -> None:
    assert {step_on(Rule(is_muted=True), offset) for offset in range(-10, 60)} == {None}


def test_fewer_times_than_days_end_before_the_last_day() -> None:
    assert [step_on(Rule(most=3), offset) for offset in (0, 1, 5, 12)] == [0, None, None, None]


@pytest.mark.parametrize(("text", "days"), [("7, 2", (2, 7)), (" 5 ; 1,5", (1, 5)), ("", ())])
def test_days_are_read_as_typed(text: str, days: tuple[int, ...]) -> None:
    assert days_read(text) == days


@pytest.mark.parametrize("text", ["-7", "0", "91", "bảy", "1.5"])
def test_what_is_no_number_of_days_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the form says it in words
        days_read(text)


def test_days_before_on_and_after_make_the_rule() -> None:
    assert days_around((7, 2), (1, 5), on_the_day=True) == DEFAULT.days
    assert days_around((), (3,), on_the_day=False) == (3,)


def test_a_rule_is_said_in_plain_words() -> None:
    assert rule_words(DEFAULT) == (
        "Nhắc trước 7 ngày, trước 2 ngày, đúng hạn, quá 1 ngày, quá 5 ngày, sau đó cứ 7 ngày một lần; "
        "nhiều nhất 12 lần; nhắc cả lãnh đạo từ khi quá 1 ngày."
    )
    assert rule_words(Rule(is_muted=True)) == "Không tự nhắc."
