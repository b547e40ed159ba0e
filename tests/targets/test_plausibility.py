"""Unlikely values ask; likely ones never do."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.targets.calculations.plausibility import Before, Spread, doubts, may_doubt
from phoihop.targets.content import Amount, Rules
from phoihop.targets.statuses import FigureState as S
from phoihop.targets.statuses import PlaceRule, TargetKind, TimeRule
from tests.targets.factories import ratio, spec

COUNT, RATIO = spec(), ratio()
TO_DATE = spec(rules=Rules(TimeRule.TO_DATE, PlaceRule.SUM))
K_OF_N = spec(kind=TargetKind.K_OF_N, value=47, base=48, unit="khu phố")


def number(value, whole=None):
    whole = None if whole is None else Decimal(str(whole))
    value = Decimal(str(value))
    return Amount(S.ZERO if value == 0 else S.REPORTED, value, whole)


def earlier(*values, whole=None, in_window=False):
    return [Before(f"quý {place}", number(value, whole), in_window) for place, value in enumerate(values)]


@pytest.mark.parametrize(
    ("target", "found", "before", "code"),
    [
        (RATIO, number(130, 120), [], "over_percent"),
        (K_OF_N, number(49), [], "over_base"),
        (K_OF_N, number(47, 46), [], "over_base"),
        (COUNT, number(120), earlier(12), "slipped"),
        (COUNT, number(12), earlier(120, 118), "slipped"),
        (COUNT, number(1200), earlier(12), "slipped"),
        (COUNT, number(0), earlier(12, 15), "sudden_zero"),
        (COUNT, number(80), earlier(12, 20), "jump"),
        (COUNT, number(5), earlier(60, 90), "jump"),
        (TO_DATE, number(8), earlier(12, in_window=True), "fallen_total"),
        (RATIO, number(9, 120), earlier(90, 95, whole=120), "slipped"),
    ],
)
def test_an_unlikely_value_asks(target, found, before, code):
    assert [doubt.code for doubt in doubts(target, found, before=before)] == [code]


@pytest.mark.parametrize(
    ("target", "found", "before"),
    [
        (RATIO, number(120, 120), []),
        (K_OF_N, number(49, 50), []),
        (COUNT, number(1), earlier(2, 3)),
        (COUNT, number(9), earlier(2, 1)),
        (COUNT, number(20), earlier(12, 15)),
        (COUNT, number(0), earlier(12)),
        (COUNT, number(0), earlier(12, 0)),
        (TO_DATE, number(8), earlier(12)),
        (TO_DATE, number(14), earlier(12, in_window=True)),
        (COUNT, Amount(S.MISSING), earlier(12, 15)),
        (spec(kind=TargetKind.EXISTENCE, value=None, unit=""), number(0), earlier(1, 1)),
        (RATIO, number(110, 120), earlier(100, 105, whole=120)),
    ],
)
def test_a_likely_value_does_not_ask(target, found, before):
    assert doubts(target, found, before=before) == []


def test_a_part_larger_than_its_whole_asks():
    asked = doubts(RATIO, number(60, 100), whole=number(56, 100))
    assert [doubt.code for doubt in asked] == ["part_over_whole"]
    assert doubts(RATIO, number(50, 100), whole=number(56, 100)) == []


_SIZES = st.one_of(st.integers(0, 2000), st.decimals(0, 300, places=4))


@given(
    target=st.sampled_from([COUNT, TO_DATE, RATIO]), now=_SIZES, before=st.lists(_SIZES, max_size=4),
    in_window=st.booleans(), has_newest=st.booleans(),
)  # fmt: skip
def test_what_the_spread_leaves_out_asks_nothing(target, now, before, in_window, has_newest):
    """The cheap question may be answered too often with yes, never wrongly with no."""
    whole = 300 if target is RATIO else None
    rows = earlier(*before, whole=whole, in_window=in_window)
    sizes = [float(Decimal(str(value)) / (whole or 1)) for value in before]
    spread = Spread(min(sizes), max(sizes), sizes[0] if has_newest else None) if sizes else None
    of_past = {d.code for d in doubts(target, number(now, whole), before=rows)} - {"over_percent"}
    if of_past:
        assert spread is not None
        assert may_doubt(target, number(now, whole), spread)
