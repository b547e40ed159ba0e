"""Promises about totals: each with its numbers written out, through the acts people do."""

from datetime import date
from decimal import Decimal

import pytest

from phoihop.core.periods import Period, calendar_period
from phoihop.organisations import actions as organisations
from phoihop.organisations.actions import Decree
from phoihop.organisations.actions.following import tell_places_changed
from phoihop.organisations.models import Area, AreaKind, Body, BodyKind, Level
from phoihop.targets import actions
from phoihop.targets.actions.remaking import recompute
from phoihop.targets.calculations import Coverage, achieved
from phoihop.targets.content import Amount, ContributionContent, Rules
from phoihop.targets.models import Figure, Target
from phoihop.targets.queries.places import place_page
from phoihop.targets.queries.totals import children_totals, place_totals
from phoihop.targets.statuses import FigureState, PlaceRule, TargetKind, TimeRule
from tests.programmes import factories as programmes
from tests.targets import factories, trees

pytestmark = pytest.mark.django_db

YEAR = calendar_period(date(2026, 1, 1), 12)
FIRST, SECOND, THIRD = (calendar_period(date(2026, month, 1), 3) for month in (1, 4, 7))
JULY = date(2026, 7, 1)


class Land:
    """A province with communes, each with a Front; the province's committee leads one target of all."""

    def __init__(self, communes: int, **spec: object) -> None:
        self.nation = trees.place(Level.NATION)
        self.province = trees.place(Level.PROVINCE, self.nation)
        self.other = trees.place(Level.PROVINCE, self.nation)
        self.communes = [trees.place(Level.COMMUNE, self.province) for _ in range(communes)]
        self.fronts = [trees.body_at(place) for place in self.communes]
        self.lead = programmes.body(BodyKind.PEOPLES_COMMITTEE, self.province)
        draft = programmes.edition(lead=self.lead, parties=[self.lead, *self.fronts])
        shares = [ContributionContent(front.pk, None, front.area_id) for front in self.fronts]
        target = factories.target(draft, spec=factories.spec(**spec), shares=shares)
        programmes.in_force(draft)
        self.target = Target.objects.select_related("edition__programme__lead").get(pk=target.pk)
        recompute()

    def say(self, body: Body, numerator: object, period: Period = FIRST, **fields: object) -> Figure:
        """The body records, the province accepts."""
        made = factories.figure(self.target, body, numerator, period=period, at=_after(period), **fields)
        return factories.accepted(made)

    def total(self, place: Area, window: Period = YEAR, **fields: object):
        found = place_totals([self.target.pk], area_ids=[place.pk], windows=[window], **fields)
        return found[self.target.pk, place.pk, window]


def _after(period: Period):
    return factories.AT.replace(month=12, day=28) if period.end > date(2026, 3, 31) else factories.AT


def test_zero_is_a_number_and_missing_is_none():
    """Of four communes: 5, 0, one without a figure and why, one silent: 5 in all, 2 of 4 reported."""
    land = Land(4)
    land.say(land.fronts[0], 5)
    land.say(land.fronts[1], 0, state=FigureState.ZERO)
    land.say(land.fronts[2], None, state=FigureState.MISSING, note="mất sổ")
    total = land.total(land.province)
    assert total.amount == Amount(FigureState.REPORTED, Decimal(5))
    assert total.coverage == Coverage(2, 4)
    assert (total.reported, total.zero, total.missing, total.not_applicable) == (1, 1, 1, 0)
    lines = place_page(land.target, area_id=land.province.pk, window=YEAR, on=date(2026, 12, 31)).below
    assert sorted(line.standing.value for line in lines) == ["0", "5", "chưa báo cáo", "không có số liệu"]


def test_a_new_officer_goes_on_where_the_former_one_stopped():
    """A cumulative target: 3 by one officer, lũy kế 8 by the next, 8 and not 11 in all."""
    land = Land(1, rules=Rules(TimeRule.TO_DATE, PlaceRule.SUM))
    former, next_one = programmes.member(land.fronts[0]), programmes.member(land.fronts[0])
    land.say(land.fronts[0], 3, FIRST, by=former)
    second = land.say(land.fronts[0], 8, SECOND, by=next_one)
    assert land.total(land.province).amount.numerator == 8
    assert {f.recorded_by_id for f in Figure.objects.all()} == {former.person_id, next_one.person_id}
    actions.correct_figure(
        figure=second, state=FigureState.REPORTED, numerator=Decimal(7), reason="đếm lại", by=next_one,
        at=_after(SECOND),
    )  # fmt: skip
    assert land.total(land.province).amount.numerator == 8
    factories.accepted(Figure.objects.current().get(period_start=SECOND.start))
    assert land.total(land.province).amount.numerator == 7


def test_a_ratio_above_is_sum_over_sum():
    """50 of 100 and 9 of 10 are 59 of 110 (53,64%), not the mean of 50% and 90% (70%)."""
    land = Land(2, kind=TargetKind.RATIO, value=60, unit="%")
    land.say(land.fronts[0], 50, denominator=100)
    land.say(land.fronts[1], 9, denominator=10)
    for place in (land.province, land.nation):
        total = land.total(place)
        assert (total.amount.numerator, total.amount.denominator) == (59, 110)
        assert not achieved(land.target.spec, total.amount.numerator, total.amount.denominator)
        assert total.met == 1


def test_a_parent_by_the_highest_follows_when_the_highest_is_corrected_down():
    """9, 7, 4: the highest is 9; corrected to 2 it is 7, and 7 is found without adding anything anew."""
    land = Land(3, rules=Rules(TimeRule.LAST, PlaceRule.MAX))
    highest, *_ = [land.say(front, n) for front, n in zip(land.fronts, (9, 7, 4), strict=True)]
    assert land.total(land.province).amount.numerator == 9
    by = programmes.member(land.fronts[0])
    corrected = actions.correct_figure(
        figure=highest, state=FigureState.REPORTED, numerator=Decimal(2), reason="ghi nhầm", by=by,
        at=factories.AT,
    )  # fmt: skip
    factories.accepted(corrected)
    assert land.total(land.province).amount.numerator == 7
    assert land.total(land.nation).amount.numerator == 7


def test_a_mean_above_weighs_by_what_it_is_of():
    """Mean yields: 90 triệu on 10 ha and 400 triệu on 100 ha make 4,45, not the mean of 9 and 4 (6,5)."""
    land = Land(2, kind=TargetKind.RATIO, value=6, unit="triệu đồng/ha")
    land.say(land.fronts[0], 90, denominator=10)
    land.say(land.fronts[1], 400, denominator=100)
    amount = land.total(land.province).amount
    assert amount.numerator / amount.denominator == Decimal(490) / 110
    assert not achieved(land.target.spec, amount.numerator, amount.denominator)


@pytest.mark.parametrize(
    ("done", "of", "is_met"), [(47, 48, True), (46, 48, False), (39, 40, False), (40, 40, True)]
)
def test_47_of_48_asks_the_same_share_of_a_changed_base(done, of, is_met):
    """47/48 of 40 quarters left after a merger: 39 are too few, 40 are needed."""
    spec = factories.spec(kind=TargetKind.K_OF_N, value=47, base=48, unit="khu phố")
    assert achieved(spec, Decimal(done), Decimal(of)) is is_met


def test_three_communes_merged_in_mid_year_keep_their_numbers_then_and_today():
    """10, 20 and 30 before July, 15 after it at the merged one: 75 in all; today 75 at one place."""
    land = Land(3)
    for front, number in zip(land.fronts, (10, 20, 30), strict=True):
        land.say(front, number)
    act = organisations.merge(
        predecessors=land.communes,
        successor=organisations.NewArea("Hợp Nhất", AreaKind.RURAL_COMMUNE, land.province),
        decree=Decree(JULY, "Nghị quyết 1/2026"), by=None, at=factories.AT,
    )  # fmt: skip
    merged = Area.objects.distinct().get(predecessor_links__succession=act)
    heir = trees.body_at(merged)
    [figure] = trees.written(
        land.target, [trees.Said(heir, THIRD, Amount(FigureState.REPORTED, Decimal(15)))],
        by=Figure.objects.first().recorded_by,
    )  # fmt: skip
    assert figure.area == merged
    recompute()
    assert land.total(land.province).amount.numerator == 75
    assert [land.total(place).amount.numerator for place in land.communes] == [10, 20, 30]
    assert land.total(merged).amount.numerator == 15
    day = date(2026, 12, 31)
    assert land.total(merged, today=day).amount.numerator == 75
    assert land.total(land.province, today=day).amount.numerator == 75
    below = children_totals([land.target.pk], area_id=land.province.pk, windows=[YEAR], today=day)
    assert [(area, total.amount.numerator) for (_, area, _), total in below.items()] == [(merged.pk, 75)]


def test_a_split_place_keeps_its_number_under_its_old_name():
    """40 of a commune split in two: nothing for either of the new ones, 40 under the old name, marked."""
    land = Land(1)
    land.say(land.fronts[0], 40)
    organisations.split(
        predecessor=land.communes[0],
        successors=[
            organisations.NewArea(name, AreaKind.RURAL_COMMUNE, land.province) for name in ("Đông", "Tây")
        ],
        decree=Decree(JULY, "Nghị quyết 2/2026"), by=None, at=factories.AT,
    )  # fmt: skip
    day = date(2026, 12, 31)
    page = place_page(land.target, area_id=land.province.pk, window=YEAR, on=day, as_today=True)
    assert page.place.total.amount.numerator == 40
    found = {line.is_former: line.total.amount and line.total.amount.numerator for line in page.below}
    assert found == {False: None, True: 40}


def test_a_unit_that_moves_counts_where_it_lay_at_the_time():
    """12 while it lay in the first province, 5 after it moved: 12 there, 5 here, 17 in the nation."""
    land = Land(1)
    land.say(land.fronts[0], 12, FIRST)
    trees.moved(land.communes[0], to=land.other, on=JULY)
    tell_places_changed([land.communes[0].pk])
    land.say(land.fronts[0], 5, THIRD)
    recompute()
    assert land.total(land.province).amount.numerator == 12
    assert land.total(land.other).amount.numerator == 5
    assert land.total(land.nation).amount.numerator == 17
    assert land.total(land.other, today=date(2026, 12, 31)).amount.numerator == 17
    assert land.total(land.province, FIRST).coverage == Coverage(1, 1)


def test_a_share_passed_on_changes_who_is_asked_and_no_number():
    """The women's 4 of 10 pass to the Front: what each reported stays, 6 + 3 in all."""
    land = Land(2)
    land.say(land.fronts[0], 6)
    land.say(land.fronts[1], 3)
    ended, heir = land.fronts[1], land.fronts[0]
    Body.objects.filter(pk=ended.pk).update(valid_to=date(2026, 6, 30))
    actions.pass_on_shares(
        edition=land.target.edition, successors={ended.pk: [heir]}, parts={},
        by=programmes.member(land.lead), at=factories.AT,
    )  # fmt: skip
    assert land.total(land.province).amount.numerator == 9
    assert land.total(land.province, FIRST).coverage == Coverage(2, 2)
    recompute()
    assert land.total(land.province).amount.numerator == 9
    assert land.total(land.province, FIRST).coverage == Coverage(2, 2)
