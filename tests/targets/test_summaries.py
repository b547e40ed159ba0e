"""Stored parts, figures added up by the database, and the pure calculation: one and the same, always."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from phoihop.core.periods import Period, calendar_period
from phoihop.organisations.models import Area, Body, BodyKind, Level
from phoihop.people.models import Person
from phoihop.targets.actions.remaking import fold, places_changed, recompute
from phoihop.targets.actions.summaries import append_changes
from phoihop.targets.content import Amount, Rules
from phoihop.targets.models import Contribution, Summary, SummarySeries, Target
from phoihop.targets.queries.around import figures_around
from phoihop.targets.queries.totals import place_totals
from phoihop.targets.statuses import (
    BodyRule,
    Comparator,
    Direction,
    FigureState,
    PlaceRule,
    ScopeKind,
    TargetKind,
    TimeRule,
)
from tests.programmes import factories as programmes
from tests.targets import factories, trees

pytestmark = pytest.mark.django_db

MONTHS = [calendar_period(date(2026, n, 1), 1) for n in (1, 2, 3, 5, 8)]
LONGER = [calendar_period(date(2026, 1, 1), 3), calendar_period(date(2026, 6, 1), 6)]
CUT_OFF = [Period(date(2025, 12, 15), date(2026, 1, 14)), Period(date(2026, 1, 15), date(2026, 2, 14))]
PERIODS = [*MONTHS, *LONGER, *CUT_OFF, calendar_period(date(2026, 1, 1), 12)]
WINDOWS = [
    calendar_period(date(2026, 1, 1), 1),
    calendar_period(date(2026, 1, 1), 3),
    calendar_period(date(2026, 8, 1), 6),
    calendar_period(date(2027, 1, 1), 12),
    Period(date(2026, 1, 1), date(2027, 12, 31)),
    Period(date(2026, 2, 1), date(2026, 8, 20)),
]


@dataclass
class Land:
    """A nation of two provinces, three communes and two villages; who stands where; a target of all."""

    nation: Area
    provinces: list[Area]
    communes: list[Area]
    villages: list[Area]
    bodies: list[Body]
    target: Target
    by: Person

    @property
    def places(self) -> list[Area]:
        return [self.nation, *self.provinces, *self.communes, *self.villages]


def land(spec, *, shares) -> Land:
    nation = trees.place(Level.NATION)
    provinces = [trees.place(Level.PROVINCE, nation) for _ in range(2)]
    communes = [trees.place(Level.COMMUNE, provinces[n]) for n in (0, 0, 1)]
    villages = [trees.place(Level.RESIDENTIAL_AREA, communes[n]) for n in (0, 2)]
    bodies = [trees.body_at(place) for place in [*communes, *villages]]
    bodies.append(trees.body_at(communes[0], BodyKind.WOMENS_UNION))
    draft = programmes.edition(period_end=date(2027, 12, 31))
    target = factories.target(draft, spec=spec)
    Contribution.objects.bulk_create(
        Contribution(target=target, body=bodies[n], is_lead=is_lead) for n, is_lead in shares.items()
    )
    programmes.in_force(draft)
    target = Target.objects.select_related("edition__programme").get(pk=target.pk)
    return Land(nation, provinces, communes, villages, bodies, target, Person.objects.first())


numbers = st.integers(0, 6).map(Decimal)


@st.composite
def specs(draw):
    kind = draw(st.sampled_from([TargetKind.COUNT, TargetKind.RATIO, TargetKind.K_OF_N, TargetKind.LEVEL,
                                 TargetKind.EXISTENCE]))  # fmt: skip
    fields = {"rules": Rules(
        draw(st.sampled_from(TimeRule)), draw(st.sampled_from(PlaceRule)), draw(st.sampled_from(BodyRule))
    )}  # fmt: skip
    comparator = draw(st.sampled_from(Comparator))
    if comparator == Comparator.RANGE:
        fields["value_max"] = 4
    if kind == TargetKind.COUNT and draw(st.booleans()):
        fields |= {"direction": draw(st.sampled_from(Direction)), "baseline": 5}
    if kind == TargetKind.LEVEL:
        fields["level"] = "hoàn thành tốt"
    if kind == TargetKind.K_OF_N:
        fields["base"] = 5
    unit = "%" if kind == TargetKind.RATIO else "mô hình"
    value = 40 if kind == TargetKind.RATIO else 3
    if kind == TargetKind.RATIO and comparator == Comparator.RANGE:
        fields["value_max"] = 60
    return factories.spec(
        kind=kind, comparator=comparator, value=value, unit=unit,
        scope_kind=draw(st.sampled_from(ScopeKind)), **fields,
    )  # fmt: skip


@st.composite
def amounts(draw, kind):
    state = draw(st.sampled_from([FigureState.REPORTED] * 4 + list(FigureState)))
    if state in {FigureState.MISSING, FigureState.NOT_APPLICABLE}:
        return Amount(state)
    top = {TargetKind.LEVEL: st.integers(1, 4), TargetKind.EXISTENCE: st.integers(0, 1)}
    number = Decimal(draw(top.get(kind, st.integers(0, 6))))
    has_whole = kind == TargetKind.RATIO or (kind == TargetKind.K_OF_N and draw(st.booleans()))
    whole = Decimal(draw(st.integers(6, 9))) if has_whole else None
    if number == 0:
        return Amount(FigureState.ZERO, number, whole)
    return Amount(FigureState.REPORTED if state == FigureState.ZERO else state, number, whole)


@st.composite
def said(draw, spec):
    """For each figure: which body, when, what, whether it is accepted."""
    one = st.tuples(
        st.integers(0, 5), st.sampled_from(PERIODS), amounts(spec.kind), st.sampled_from([True, True, False])
    )
    return draw(st.lists(one, max_size=14))


@st.composite
def stories(draw):
    spec = draw(specs())
    shares = draw(st.dictionaries(st.integers(0, 5), st.booleans(), max_size=6))
    return spec, shares, draw(said(spec)), draw(said(spec)), draw(st.booleans())


def found(here: Land):
    totals = place_totals([here.target.pk], area_ids=[a.pk for a in here.places], windows=WINDOWS)
    return {(area, window): total for (_, area, window), total in totals.items()}


def folded(here: Land):
    return {
        (area.pk, window): trees.folded(here.target, area, window)
        for area in here.places
        for window in WINDOWS
    }


@settings(
    max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(stories())
def test_whatever_is_said_stored_added_up_and_folded_are_the_same(story):
    """Also after corrections, acceptances one by one, and a commune that changes its province."""
    spec, shares, first, then, moves = story
    with transaction.atomic():
        here = land(spec, shares=shares)
        if moves:
            trees.moved(here.communes[1], to=here.provinces[1], on=date(2026, 3, 1))
            places_changed([here.communes[1].pk])
        trees.written(here.target, [_said(here, *row) for row in first], by=here.by)
        expected = folded(here)
        assert found(here) == expected
        recompute()
        assert found(here) == expected
        for row in then:
            figures = trees.written(here.target, [_said(here, *row)], by=here.by)
            _added(figures)
        expected = folded(here)
        assert not SummarySeries.objects.filter(is_fresh=False).exists() or not first
        assert found(here) == expected
        fold()
        assert found(here) == expected
        rows = _rows()
        recompute()
        assert _rows() == rows or not first
        transaction.set_rollback(True)


def _added(figures):
    """As accepting does; these rows have their acceptance already."""
    around = figures_around({figure.pk for figure in figures})
    accepted = {figure.pk for figure in figures if hasattr(figure, "acceptance")}
    append_changes(around, new=accepted)


def _said(here, body, period, amount, is_accepted):
    return trees.Said(here.bodies[body], period, amount, is_accepted)


def _rows():
    values = Summary.objects.order_by("area_id", "months", "start").values()
    return [{k: v for k, v in row.items() if k not in {"id", "series_id"}} for row in values]
