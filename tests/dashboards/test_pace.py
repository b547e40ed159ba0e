"""Where a target should be on a day: by days, by last year's season, never before figures are due."""

from datetime import date
from decimal import Decimal

import pytest

from phoihop.core.periods import Period, periods_within
from phoihop.dashboards.calculations.pace import Basis, counted_until, has_pace, pace
from phoihop.targets.content import Rules
from phoihop.targets.statuses import Comparator, PlaceRule, ScopeKind, TargetKind, TimeRule
from tests.targets.factories import ratio, spec

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
QUARTERS_2025 = list(periods_within(Period(date(2025, 1, 1), date(2025, 12, 31)), months=3))


def _last_year(*amounts: int) -> dict[Period, Decimal]:
    return {p: Decimal(a) for p, a in zip(QUARTERS_2025, amounts, strict=False)}


def test_half_of_a_year_asks_for_half_of_the_goal() -> None:
    found = pace(YEAR, actual=Decimal("37.6"), on=date(2026, 6, 30))
    assert found is not None
    assert (found.expected, found.points, found.basis) == (Decimal("49.6"), -12, Basis.LINEAR)
    assert found.words == "chậm 12 điểm so với nhịp"


def test_four_closed_periods_of_last_year_make_the_season() -> None:
    found = pace(YEAR, actual=Decimal(12), on=date(2026, 6, 30), last_year=_last_year(5, 5, 10, 80))
    assert found is not None
    assert (found.expected, found.basis, found.words) == (Decimal("10.0"), Basis.SEASONAL, "đúng nhịp")


@pytest.mark.parametrize("amounts", [(5, 5, 90), (0, 0, 0, 0)])
def test_a_year_not_known_whole_makes_no_season(amounts: tuple[int, ...]) -> None:
    found = pace(YEAR, actual=Decimal(0), on=date(2026, 6, 30), last_year=_last_year(*amounts))
    assert found is not None
    assert found.basis == Basis.LINEAR


def test_a_day_inside_a_period_takes_its_part_by_days() -> None:
    found = pace(YEAR, actual=Decimal(0), on=date(2026, 8, 15), last_year=_last_year(0, 0, 92, 8))
    assert found is not None
    assert found.expected == Decimal("46.0")


def test_the_end_of_the_window_asks_for_everything_and_a_day_before_it_for_nothing() -> None:
    ended = pace(YEAR, actual=Decimal(120), on=date(2027, 3, 1))
    assert ended is not None
    assert (ended.expected, ended.words) == (Decimal("100.0"), "nhanh 20 điểm so với nhịp")
    assert pace(YEAR, actual=Decimal(0), on=date(2025, 12, 31)) is None


@pytest.mark.parametrize(
    ("today", "latest", "until"),
    [
        (date(2026, 4, 10), None, date(2025, 12, 31)),
        (date(2026, 4, 10), date(2026, 3, 31), date(2026, 3, 31)),
        (date(2026, 5, 5), None, date(2026, 3, 31)),
    ],
)
def test_a_period_just_over_is_waited_for_until_figures_come(
    today: date, latest: date | None, until: date
) -> None:
    assert counted_until(today, months=3, latest=latest) == until


@pytest.mark.parametrize(
    ("asked", "has"),
    [
        (spec(), True),
        (ratio(), False),
        (spec(comparator=Comparator.AT_MOST), False),
        (spec(rules=Rules(TimeRule.LAST, PlaceRule.SUM)), False),
        (spec(scope_kind=ScopeKind.EACH_UNIT), False),
        (spec(kind=TargetKind.LATER, value=None, given_later="UBND tỉnh giao"), False),
    ],
)
def test_only_what_adds_up_toward_a_goal_has_a_pace(asked, has: bool) -> None:
    assert has_pace(asked) is has
