"""Two people at the plans of one programme at the same moment: nothing lost, nothing twice."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from phoihop.core.errors import Refused
from phoihop.lifecycle.actions import implementing, plan_tasks
from phoihop.plans.models import Proposal, Task
from phoihop.programmes.models import Programme
from tests.lifecycle.planning import AT, World

pytestmark = pytest.mark.django_db(transaction=True)


def both(*acts):
    """Run the acts at once; what each gave, or the exception it met."""
    start = Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=10)
            return act()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_parties_propose_at_once_and_both_stand():
    w = World()
    round_ = w.round()
    both(lambda: w.proposed(round_), lambda: w.proposed(round_, w.farmers))
    assert sorted(Proposal.objects.values_list("order", flat=True)) == [1, 2]


def test_who_proposes_while_the_lead_closes_is_in_or_is_told():
    w = World()
    round_ = w.round()
    w.judged(w.proposed(round_))
    proposed, closed = both(lambda: w.proposed(round_, w.farmers), lambda: w.closed(round_))
    is_in = isinstance(proposed, Proposal)
    assert is_in or "góp ý vào dự thảo" in proposed.message
    assert is_in != (not isinstance(closed, Refused))
    assert Proposal.objects.count() == 1 + is_in


def test_closing_twice_at_once_makes_one_plan():
    w = World()
    round_ = w.round()
    w.judged(w.proposed(round_))
    results = both(lambda: w.closed(round_), lambda: w.closed(round_))
    assert sum(isinstance(result, Refused) for result in results) == 1
    assert Programme.objects.filter(under=w.programme).count() == 1


def test_tasks_made_twice_at_once_are_made_once():
    w = World()
    plan = w.signed(w.plan({}, {"path": "II.2"})).programme
    by = [w.officer(), w.officer()]
    made = both(*(lambda one=one: plan_tasks.make_plan_tasks(plan=plan, by=one, at=AT) for one in by))
    assert sorted(made) == [0, 2]
    assert Task.objects.count() == 2


def test_the_joint_plan_and_a_partys_plan_make_one_task_at_once():
    w = World()
    joint = w.signed(w.plan()).programme
    own = w.signed(
        implementing.draft_implementation(
            programme=w.programme, body=w.women, year=2026, by=w.officer(w.women), at=AT
        )
    ).programme
    lead, women = w.officer(), w.officer(w.women)
    both(
        lambda: plan_tasks.make_plan_tasks(plan=joint, by=lead, at=AT),
        lambda: plan_tasks.make_plan_tasks(plan=own, by=women, at=AT),
    )
    assert Task.objects.count() == 1


def test_a_party_begins_its_plan_once():
    w = World()
    by = [w.officer(w.front), w.officer(w.front)]
    results = both(
        *(
            lambda one=one: implementing.draft_implementation(
                programme=w.programme, body=w.front, year=2026, by=one, at=AT
            )
            for one in by
        )
    )
    assert sum(isinstance(result, Refused) for result in results) == 1
    assert Programme.objects.filter(under=w.programme).count() == 1
