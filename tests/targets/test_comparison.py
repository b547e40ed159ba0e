"""Table-driven: what meets a target and what does not."""

from decimal import Decimal

import pytest

from phoihop.targets.calculations import achieved, least_needed, level_rank
from phoihop.targets.content import Rules
from phoihop.targets.statuses import Comparator, Direction, PlaceRule, TargetKind, TimeRule
from tests.targets.factories import ratio, spec

STOCK = Rules(TimeRule.LAST, PlaceRule.SUM)


def number(value):
    return None if value is None else Decimal(str(value))


def test_more_than_90_percent_fails_at_exactly_90_and_from_90_up_passes():
    """Domain rule 3."""
    above, from_up = ratio(value=90, comparator=Comparator.MORE_THAN), ratio(value=90)
    assert achieved(above, number(90), number(100)) is False
    assert achieved(above, number(901), number(1000)) is True
    assert achieved(from_up, number(90), number(100)) is True
    assert achieved(from_up, number(899), number(1000)) is False


@pytest.mark.parametrize(
    ("comparator", "value", "found", "is_met"),
    [
        (Comparator.AT_LEAST, 10, 10, True),
        (Comparator.AT_LEAST, 10, 9, False),
        (Comparator.MORE_THAN, 3, 3, False),
        (Comparator.MORE_THAN, 3, 4, True),
        (Comparator.EXACTLY, 10, 10, True),
        (Comparator.EXACTLY, 10, 11, False),
        (Comparator.AT_MOST, 5, 5, True),
        (Comparator.AT_MOST, 5, 6, False),
        (Comparator.LESS_THAN, 5, 5, False),
        (Comparator.LESS_THAN, 5, 4, True),
    ],
)
def test_each_comparator_at_its_bound(comparator, value, found, is_met):
    assert achieved(spec(comparator=comparator, value=value), number(found)) is is_met


@pytest.mark.parametrize(("found", "is_met"), [(0, False), (1, True), (3, True), (4, True)])
def test_a_range_is_met_from_its_near_end_on(found, is_met):
    assert achieved(spec(comparator=Comparator.RANGE, value=1, value_max=3), number(found)) is is_met


def test_a_ratio_is_compared_exactly_however_it_would_round():
    two_thirds = ratio(value="66.6667")
    assert achieved(two_thirds, number(2), number(3)) is False


def test_a_ratio_without_its_whole_compares_with_nothing():
    assert achieved(ratio(), number(97)) is None


@pytest.mark.parametrize(
    ("found", "of", "is_met"),
    [(47, 48, True), (46, 48, False), (47, None, True), (39, 40, False), (40, 40, True), (1, 1, True)],
)
def test_k_of_n_keeps_its_share_when_the_number_of_units_changes(found, of, is_met):
    target = spec(kind=TargetKind.K_OF_N, value=47, base=48, unit="khu phố")
    assert achieved(target, number(found), number(of)) is is_met


def test_decrease_to_looks_at_the_level_and_decrease_by_at_the_change():
    to = ratio(value=1, direction=Direction.DECREASE_TO, comparator=Comparator.AT_MOST)
    by = spec(value=25, unit="hộ nghèo", direction=Direction.DECREASE_BY)
    from_level = spec(value=25, unit="hộ nghèo", direction=Direction.DECREASE_BY, baseline=80, rules=STOCK)
    assert achieved(to, number(1), number(100)) is True
    assert achieved(to, number(2), number(100)) is False
    assert achieved(by, number(25)) is True
    assert achieved(from_level, number(55)) is True
    assert achieved(from_level, number(56)) is False


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("hoàn thành xuất sắc nhiệm vụ", 4),
        ("hoàn thành tốt nhiệm vụ trở lên", 3),
        ("Hoàn thành", 2),
        ("không hoàn thành", 1),
        ("chưa hoàn thành", 1),
        ("vững mạnh", None),
    ],
)
def test_levels_are_ordered_excellent_good_done_not_done(words, rank):
    assert level_rank(words) == rank


@pytest.mark.parametrize(("rank", "is_met"), [(4, True), (3, True), (2, False), (1, False)])
def test_a_level_is_met_by_itself_and_what_is_better(rank, is_met):
    target = spec(kind=TargetKind.LEVEL, value=None, level="hoàn thành tốt", unit="")
    assert achieved(target, number(rank)) is is_met


def test_a_thing_exists_or_not_and_a_value_given_later_compares_with_nothing():
    page = spec("duy trì trang Facebook", kind=TargetKind.EXISTENCE, value=None, unit="")
    later = spec(kind=TargetKind.LATER, value=None, given_later="UBND tỉnh giao đầu năm")
    assert achieved(page, number(1)) is True
    assert achieved(page, number(0)) is False
    assert achieved(page, None) is None
    assert achieved(later, number(5)) is None


@pytest.mark.parametrize(
    ("fields", "of", "needed"),
    [
        ({"comparator": Comparator.MORE_THAN, "value": 3, "unit": "cuộc giám sát"}, None, 4),
        ({"value": 10}, None, 10),
        ({"comparator": Comparator.MORE_THAN, "value": "3.1", "unit": "ha"}, None, None),
        ({"comparator": Comparator.MORE_THAN, "value": 3, "unit": "triệu đồng"}, None, None),
        ({"comparator": Comparator.AT_MOST, "value": 3}, None, None),
        ({"kind": TargetKind.K_OF_N, "value": 47, "base": 48, "unit": "khu phố"}, 40, 40),
    ],
)
def test_whole_things_say_how_many_are_needed_at_least(fields, of, needed):
    assert least_needed(spec(**fields), of=number(of)) == needed
