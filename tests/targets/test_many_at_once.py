"""Many acceptances at the same moment, on as many real connections: sums exact, no deadlock."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest
from django.conf import settings
from django.db import connection

from phoihop.core.periods import calendar_period
from phoihop.organisations.models import Level
from phoihop.people.models import Person
from phoihop.targets import actions
from phoihop.targets.actions.remaking import fold, recompute
from phoihop.targets.content import Amount, ContributionContent
from phoihop.targets.models import SummarySeries, Target
from phoihop.targets.queries.totals import place_totals
from phoihop.targets.statuses import FigureState
from tests.programmes import factories as programmes
from tests.targets import factories, trees

pytestmark = pytest.mark.django_db(transaction=True)

YEAR = calendar_period(date(2026, 1, 1), 12)
_PEOPLE, _FIGURES = 40, 200


@pytest.fixture
def many_connections() -> Iterator[None]:
    """A pool with room for everybody; closed after."""
    connection.close_pool()
    options = settings.DATABASES["default"]["OPTIONS"]
    usual, options["pool"] = options["pool"], options["pool"] | {"max_size": _PEOPLE + 2}
    yield
    options["pool"] = usual
    connection.close_pool()


@pytest.mark.usefixtures("many_connections")
def test_two_hundred_acceptances_by_forty_people_are_exact():
    """200 communes of one province, each with n = 1 … 200: 20.100, wherever one looks."""
    nation = trees.place(Level.NATION)
    province = trees.place(Level.PROVINCE, nation)
    lead = programmes.body(area=province)
    fronts = [trees.body_at(trees.place(Level.COMMUNE, province)) for _ in range(_FIGURES)]
    draft = programmes.edition(lead=lead, parties=[lead, fronts[0]])
    shares = [ContributionContent(front.pk, None, front.area_id) for front in fronts]
    target = factories.target(draft, shares=shares)
    programmes.in_force(draft)
    by = programmes.member(lead)
    person = Person.objects.get(pk=by.person_id)
    said = [
        trees.Said(front, YEAR, Amount(FigureState.REPORTED, Decimal(n)), is_accepted=False)
        for n, front in enumerate(fronts, start=1)
    ]
    figures = trees.written(Target.objects.get(pk=target.pk), said, by=person)
    recompute()
    gate, accepted = threading.Barrier(_PEOPLE), []

    def accept(mine):
        try:
            gate.wait()
            accepted.extend(
                actions.accept_figures(figures=[figure], by=by, at=factories.AT) for figure in mine
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(_PEOPLE) as pool:
        list(pool.map(accept, [figures[n::_PEOPLE] for n in range(_PEOPLE)]))
    assert sum(accepted) == _FIGURES
    assert SummarySeries.objects.get().is_fresh
    for _ in range(2):
        found = place_totals([target.pk], area_ids=[province.pk, nation.pk], windows=[YEAR])
        assert {total.amount.numerator for total in found.values()} == {20_100}
        assert {total.coverage.reported for total in found.values()} == {_FIGURES}
        fold()
