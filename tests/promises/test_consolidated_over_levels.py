"""Promise: the figures at the top of a consolidation are the facts below by the target's rule, whatever the
levels they came through: nothing lost, nothing added twice."""

from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phoihop.reports.models import Consolidation, Report
from phoihop.reports.queries.consolidations import consolidation_page
from tests.reports.levels import TODAY, Levels, levels

pytestmark = pytest.mark.django_db

#: Of a commune: houses and insured of residents; None: not reported.
COMMUNES = st.tuples(
    st.none() | st.integers(0, 50), st.none() | st.tuples(st.integers(0, 90), st.integers(90, 120))
)


@pytest.fixture
def w() -> Levels:
    return levels()


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(COMMUNES, min_size=3, max_size=3), home=st.integers(0, 9), gathers=st.booleans())
def test_the_top_is_what_was_accepted_below(w, rows, home, gathers) -> None:
    with transaction.atomic():
        _reported(w, rows, home, gathers=gathers)
        transaction.set_rollback(True)


def _reported(w: Levels, rows, home, *, gathers: bool) -> None:
    """One thôn of the first commune reports too; that commune hands its own or a consolidated report up."""
    province, *fronts, thon, _ = w.fronts.values()
    w.accept(w.handed_in(thon, houses=home), fronts[0])
    for front, (houses, part) in zip(fronts, rows, strict=True):
        w.handed_in(front, houses=houses, part=part)
        if gathers and front == fronts[0]:
            w.handed_up(front)
        w.accept(Report.objects.get(obligation=w.obligation(front)), province)
    w.handed_up(province)
    w.accept(Report.objects.get(obligation=w.obligation(province)), w.top)
    figures = w.consolidated(w.top).content["figures"]
    numbers = [home, *(number for number, _ in rows if number is not None)]
    assert _number(figures[0]) == sum(numbers)
    assert figures[0]["coverage"] == f"{len(numbers)}/6 đơn vị"
    _ratio_of_sums(figures[1], [part for _, part in rows if part is not None])
    assert _number(_at(w, province)[0]) == sum(numbers)


def _ratio_of_sums(figure, parts) -> None:
    found = figure["amounts"]["this_period"]
    if not parts:
        assert found["state"] == ""
        return
    assert (Decimal(found["numerator"]), Decimal(found["denominator"])) == tuple(
        map(sum, zip(*parts, strict=True))
    )


def _number(figure) -> Decimal:
    return Decimal(figure["amounts"]["this_period"]["numerator"])


def _at(w: Levels, body):
    rows = Consolidation.objects.select_related("duty__clause__edition", "programme")
    return consolidation_page(rows.get(obligation=w.obligation(body)), today=TODAY).figures
