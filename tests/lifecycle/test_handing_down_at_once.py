"""Two people at the same moment, each on a connection of their own: every place once, every answer once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from phoihop.core.errors import Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.lifecycle.actions import handing_down as acts
from phoihop.lifecycle.queries.places_below import places_below, preview
from phoihop.organisations.models import Level
from phoihop.programmes.models import Adoption, AdoptionDecision, Programme
from phoihop.reports.models import Obligation
from tests.lifecycle.cascades import AT, KINDS, TODAY, cascade

pytestmark = pytest.mark.django_db(transaction=True)


def both(act):
    """Run `act(0)` and `act(1)` at once; what each gave, or the refusal it met."""
    start = Barrier(2)

    def run(number):
        try:
            start.wait(timeout=10)
            return act(number)
        except (MoveNotAllowed, Refused) as refused:
            return type(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(run, range(2)))


def test_handed_down_twice_at_once_each_place_gets_one():
    w = cascade()
    ready = preview(w.edition, places_below(w.programme, Level.COMMUNE, on=TODAY), KINDS, on=TODAY).ready
    people = [w.by(), w.by("leader")]

    def hand_down(number):
        made = acts.hand_down(programme=w.programme, plan=w.plan(), places=ready, by=people[number], at=AT)
        return len(made)

    assert sorted(both(hand_down), key=str) == [2, Refused]
    assert (Adoption.objects.count(), Programme.objects.count()) == (2, 3)


def test_two_officers_of_one_place_answer_once():
    w = cascade()
    w.hand_down()
    row, people = w.adoption(), [w.below(), w.below(0, "leader")]

    def adopt(number):
        acts.adopt_by_decision(
            adoption=row,
            number_text=f"{number + 1}/QĐ",
            decided_on=TODAY,
            version=None,
            by=people[number],
            at=AT,
        )
        return "adopted"

    done = both(adopt)
    assert done.count("adopted") == 1
    assert AdoptionDecision.objects.filter(verb="adopt").count() == 1
    assert Obligation.objects.count() == 4
