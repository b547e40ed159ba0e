"""A range from a flow's own closed periods, or nothing."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from phoihop.core.periods import Period, periods_within
from phoihop.dashboards.calculations.forecast import forecast

QUARTERS = list(periods_within(Period(date(2023, 1, 1), date(2026, 12, 31)), months=3))


def _closed(*amounts: int | str, first: int = 0) -> dict[Period, Decimal]:
    return {QUARTERS[first + n]: Decimal(a) for n, a in enumerate(amounts)}


def test_three_closed_periods_are_not_enough() -> None:
    assert forecast(_closed(5, 6, 7), done=Decimal(7), ahead=QUARTERS[3:4], is_whole=True) is None


def test_four_alike_leave_no_doubt() -> None:
    found = forecast(_closed(5, 5, 5, 5), done=Decimal(10), ahead=QUARTERS[4:6], is_whole=True)
    assert found is not None
    assert (found.low, found.high, found.closed) == (Decimal(20), Decimal(20), 4)


def test_the_range_is_the_prediction_interval_written_out() -> None:
    """4, 6, 5, 9: mean 6, deviation 2.16; one more: 6 ± 1.638 · 2.16 · √1.25 = 6 ± 3.96."""
    found = forecast(_closed(4, 6, 5, 9), done=Decimal("10.5"), ahead=QUARTERS[4:5], is_whole=False)
    assert found is not None
    assert (found.low, found.high) == (Decimal("12.54"), Decimal("20.46"))


def test_a_known_season_is_no_surprise() -> None:
    """Each year twice the one before: the rest of the third year is told to the unit."""
    closed = _closed(1, 2, 3, 50, 2, 4, 6, 100, 4, 8)
    found = forecast(closed, done=Decimal(12), ahead=QUARTERS[10:12], is_whole=True)
    assert found is not None
    assert found.is_seasonal
    assert (found.low, found.high) == (Decimal(224), Decimal(224))


def test_a_year_before_that_had_nothing_is_no_measure() -> None:
    found = forecast(_closed(5, 0, 5, 5, 5, 5), done=Decimal(10), ahead=QUARTERS[6:8], is_whole=True)
    assert found is not None
    assert not found.is_seasonal


def test_counts_are_never_forecast_to_fall() -> None:
    found = forecast(_closed(0, 0, 0, 30), done=Decimal(30), ahead=QUARTERS[4:5], is_whole=True)
    assert found is not None
    assert found.low == Decimal(30)


def test_periods_of_another_length_do_not_speak() -> None:
    year = {Period(date(2022, 1, 1), date(2022, 12, 31)): Decimal(20)}
    assert forecast(_closed(5, 5, 5) | year, done=Decimal(0), ahead=QUARTERS[4:5], is_whole=True) is None


def test_a_window_with_nothing_ahead_is_what_it_is() -> None:
    found = forecast(_closed(5, 5, 5, 5), done=Decimal(20), ahead=[], is_whole=True)
    assert found is not None
    assert (found.low, found.high) == (Decimal(20), Decimal(20))


@given(st.lists(st.integers(0, 500), min_size=4, max_size=14), st.integers(1, 4))
def test_a_range_is_in_order_and_not_below_what_is_there(amounts: list[int], ahead: int) -> None:
    coming = QUARTERS[len(amounts) : len(amounts) + ahead] or QUARTERS[-1:]
    found = forecast(_closed(*amounts), done=Decimal(3), ahead=coming, is_whole=True)
    assert found is not None
    assert Decimal(3) <= found.low <= found.high
