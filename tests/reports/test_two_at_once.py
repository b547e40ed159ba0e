"""Two people at the same moment, each on a connection of their own: nothing lost, nothing twice."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from phoihop.core.errors import Conflict
from phoihop.core.workflow import MoveNotAllowed
from phoihop.reports import actions
from phoihop.reports.models import Obligation, Report, Round
from phoihop.targets.models import Figure
from tests.reports.factories import BEFORE, IN_TIME, YEAR, saved, world, written

pytestmark = pytest.mark.django_db(transaction=True)


def both(act):
    """Run `act(0)` and `act(1)` at once; what each gave, or the exception it met."""
    start = Barrier(2)

    def run(number):
        try:
            start.wait(timeout=10)
            return act(number)
        except (Conflict, MoveNotAllowed) as refused:
            return type(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(run, range(2)))


def test_two_who_save_one_report_do_not_overwrite_each_other():
    w = world()
    report = w.report()
    people = [w.officer(), w.officer()]

    def save(number):
        content = written(w, text=f"Bản của người {number}.")
        actions.save_report(report=report, content=content, version=1, by=people[number], at=IN_TIME)
        return "saved"

    assert sorted(both(save), key=str) == [Conflict, "saved"]


def test_a_report_submitted_twice_makes_one_round_and_one_fact_each():
    w = world()
    report = saved(w, w.report())
    people = [w.officer(), w.officer()]

    def submit(number):
        actions.submit(report=report, by=people[number], at=IN_TIME)
        return "submitted"

    assert sorted(both(submit), key=str) == [MoveNotAllowed, "submitted"]
    assert Round.objects.count() == 1
    assert Figure.objects.count() == 2


def test_two_who_open_one_report_get_the_same():
    w = world()
    row = w.obligation()
    people = [w.officer(), w.officer()]
    opened = both(lambda number: actions.open_report(obligation=row, by=people[number], at=IN_TIME).pk)
    assert opened[0] == opened[1]
    assert Report.objects.count() == 1


def test_obligations_made_twice_at_once_are_made_once():
    w = world()
    Obligation.objects.all().delete()
    by = w.officer(w.committee)
    both(lambda _: actions.make_obligations(edition=w.edition, **YEAR, by=by, at=BEFORE))
    assert Obligation.objects.count() == 8
