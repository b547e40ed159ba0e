"""Shares and parts against their whole."""

from decimal import Decimal

import pytest

from phoihop.targets.calculations import check_parts, check_shares, share_spec
from phoihop.targets.statuses import Comparator, TargetKind
from tests.targets.factories import ratio, spec


def shares(*values):
    return [None if v is None else Decimal(str(v)) for v in values]


def test_an_allocated_target_shows_its_sum_and_only_fixed_wholes_refuse_more():
    """Domain rule 2: "≥" wholes may be exceeded, parts of 100 % may not."""
    at_least = check_shares(spec(value=10), shares(6, 1, 1, 1, 1, 1))
    assert at_least.words == "đã giao 11/10, vượt 1"
    assert not at_least.is_refused
    exact = check_shares(spec(value=10, comparator=Comparator.EXACTLY), shares(6, 5))
    assert exact.is_refused
    whole = ratio("chất thải được thu gom", value=100, comparator=Comparator.EXACTLY)
    part = {"kind": TargetKind.PART_OF_WHOLE, "unit": "%", "comparator": Comparator.EXACTLY}
    assert not check_parts(whole, [spec(value=56, **part), spec(value=44, **part)]).is_refused
    assert check_parts(whole, [spec(value=56, **part), spec(value=45, **part)]).is_refused


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((6, 1, 1, 1, 1), "đã giao 10/10"),
        ((6, 1, 1), "đã giao 8/10, còn 2 chưa giao"),
    ],
)
def test_the_sum_is_said_in_words(values, words):
    assert check_shares(spec(value=10), shares(*values)).words == words


def test_shares_without_numbers_and_shares_of_a_percentage_do_not_add_up():
    assert check_shares(spec(value=10), shares(None, None)) is None
    assert check_shares(ratio(), shares(97, 100)) is None


def test_parts_of_a_percentage_of_at_least_97_stay_under_a_hundred():
    assert not check_parts(ratio(value=97), [ratio(value=60), ratio(value=40)]).is_refused
    assert check_parts(ratio(value=97), [ratio(value=60), ratio(value=41)]).is_refused


def test_a_share_is_a_target_of_its_own_for_counts_only():
    assert share_spec(spec(value=10), Decimal(6)).value == 6
    assert share_spec(spec(value=10), None).value == 10
    assert share_spec(ratio(value=97), Decimal(50)).value == 97
