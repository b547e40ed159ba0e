"""Consolidating while others work, each on a connection of their own: nothing lost, nothing twice."""

import pytest

from phoihop.core.errors import Refused
from phoihop.reports import actions
from phoihop.reports.models import ConsolidatedParagraph, Consolidation, Obligation, Report, Round
from phoihop.reports.queries.sources import late_comers, sources_of
from tests.reports.factories import IN_TIME, saved, submitted, world
from tests.reports.levels import QUARTER, TODAY, levels
from tests.reports.test_two_at_once import both

pytestmark = pytest.mark.django_db(transaction=True)


def make(w):
    return actions.consolidate(duty=w.duty, body=w.committee, period=QUARTER, by=w.reviewer(), at=IN_TIME)


def test_two_who_begin_one_paper_get_the_same():
    w = world()
    submitted(w)
    people = [w.reviewer(), w.reviewer()]
    made = both(
        lambda n: (
            actions.consolidate(duty=w.duty, body=w.committee, period=QUARTER, by=people[n], at=IN_TIME).pk
        )
    )
    assert made[0] == made[1]
    assert (Consolidation.objects.count(), ConsolidatedParagraph.objects.count()) == (1, 1)


def test_two_who_take_in_what_is_new_take_it_once():
    w = world()
    row = make(w)
    submitted(w)
    people = [w.reviewer(), w.reviewer()]
    both(lambda n: actions.refresh(consolidation=row, by=people[n], at=IN_TIME).pk)
    assert ConsolidatedParagraph.objects.filter(consolidation=row).count() == 1


def test_a_report_handed_in_while_the_paper_is_closed_is_in_it_or_shown_as_late():
    w = world()
    submitted(w, body=w.front)
    report = saved(w, w.report())
    row = make(w)
    by, author = w.reviewer(), w.officer()

    def act(number):
        if number:
            return actions.submit(report=report, by=author, at=IN_TIME).pk
        return actions.close(consolidation=row, by=by, at=IN_TIME).pk

    both(act)
    row.refresh_from_db()
    is_in = row.paragraphs.filter(round__report=report).exists()
    assert (row.received_count == 2) is is_in
    late = late_comers(row, sources_of(row, today=TODAY))
    assert bool(late) is not is_in


def test_two_who_hand_one_paper_up_hand_it_in_once():
    w = levels()
    province, one, *_ = w.fronts.values()
    w.handed_in(one, text="Một.")
    row = w.consolidated(province)
    people = [w.by(province), w.by(province)]
    obligation = Obligation.objects.get(pk=w.obligation(province).pk)

    def hand_up(number):
        try:
            return actions.hand_up(
                consolidation=row, obligation=obligation, version=row.version, by=people[number], at=IN_TIME
            ).sequence
        except Refused as refused:
            return refused.message

    found = both(hand_up)
    assert found.count(1) == 1
    assert Round.objects.filter(report__obligation=obligation).count() == 1
    assert Report.objects.filter(obligation=obligation).count() == 1
