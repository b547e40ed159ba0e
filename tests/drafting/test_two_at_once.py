"""Two of one body at the same moment, each on a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from phoihop.core.errors import Conflict
from phoihop.drafting import actions
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.statuses import FactKind, FactStatus
from tests.accounts.factories import member
from tests.drafting.factories import AT, PAPER, an_binh
from tests.drafting.factories import draft as read_draft

pytestmark = pytest.mark.django_db(transaction=True)


def both_at_once(*acts):
    """What each act gave, or the class of the conflict it met; all begin together."""
    start = Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=10)
            with transaction.atomic():
                return act()
        except Conflict:
            return Conflict
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


@pytest.fixture
def two():
    """The place, a draft, and its two officers."""
    place = an_binh()
    return read_draft(place.officer), place.officer, member(body=place.committee, role="officer")


def target(draft):
    return draft.facts.filter(kind=FactKind.TARGET).first()


def test_one_paper_put_in_twice_at_once_is_one_draft():
    officer = an_binh().officer
    given = {"content": PAPER.encode(), "name": "a.txt", "media_type": "text/plain"}
    found = both_at_once(*[lambda: actions.read_file(**given, by=officer, at=AT)[1]] * 2)
    assert sorted(found) == [False, True]
    assert Draft.objects.count() == 1


def test_of_two_edits_of_one_fact_one_is_kept_and_the_other_told(two):
    draft, first, second = two
    fact = target(draft)

    def edit(by, unit):
        return lambda: actions.edit_fact(fact=fact, values={"unit": unit}, version=1, by=by, at=AT).values

    found = both_at_once(edit(first, "hộ"), edit(second, "người"))
    kept = next(values for values in found if values is not Conflict)
    assert found.count(Conflict) == 1
    assert DraftFact.objects.get(pk=fact.pk).values == kept
    assert draft.decisions.count() == 1


def test_of_an_edit_and_a_rejection_the_later_is_told(two):
    draft, first, second = two
    fact = target(draft)
    found = both_at_once(
        lambda: actions.edit_fact(fact=fact, values={"unit": "hộ"}, version=1, by=first, at=AT).status,
        lambda: actions.decide(
            draft=draft, facts=[fact.pk], verb="reject", versions={fact.pk: 1}, by=second, at=AT
        ),
    )
    assert found.count(Conflict) == 1
    expected = FactStatus.ACCEPTED if found[1] is Conflict else FactStatus.REJECTED
    assert DraftFact.objects.get(pk=fact.pk).status == expected


def test_the_same_acceptance_twice_is_one_step_and_no_conflict(two):
    draft, first, second = two
    fact = target(draft)

    def accept(by):
        return lambda: actions.decide(
            draft=draft, facts=[fact.pk], verb="accept", versions={fact.pk: 1}, by=by, at=AT
        )

    assert sorted(both_at_once(accept(first), accept(second))) == [0, 1]
    assert draft.decisions.count() == 1


def test_two_splits_of_one_fact_make_two_facts_not_three(two):
    draft, first, second = two
    fact = target(draft)
    cut = draft.text.index(" ", fact.span_start + 10)

    def split(by):
        return lambda: actions.split_fact(fact=fact, cut=cut, version=1, by=by, at=AT)

    before = draft.facts.count()
    assert both_at_once(split(first), split(second)).count(Conflict) == 1
    assert draft.facts.count() == before + 1


def test_facts_added_at_once_each_have_a_place(two):
    draft, first, second = two
    values = {"clause": "II", "party": "UBND", "role": "lead", "text": ""}

    def add(by):
        return lambda: (
            actions.add_fact(draft=draft, kind=FactKind.ASSIGNMENT, values=values, by=by, at=AT).order
        )

    orders = both_at_once(add(first), add(second))
    assert len(set(orders)) == 2


def test_work_on_different_facts_does_not_hinder(two):
    draft, first, second = two
    mine, theirs = draft.facts.filter(kind=FactKind.TARGET)[:2]
    found = both_at_once(
        lambda: actions.edit_fact(fact=mine, values={"unit": "a"}, version=1, by=first, at=AT).pk,
        lambda: actions.edit_fact(fact=theirs, values={"unit": "b"}, version=1, by=second, at=AT).pk,
    )
    assert found == [mine.pk, theirs.pk]
