"""Facts cut in two and joined, and every step walked back, each person their own."""

import pytest

from phoihop.core.errors import Conflict, Refused
from phoihop.drafting import actions
from phoihop.drafting.actions.confirming import accepted_facts, obstacles
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.statuses import FactKind, FactStatus
from tests.accounts.factories import member
from tests.drafting.factories import AT, PAPER, an_binh
from tests.drafting.factories import draft as read_draft

pytestmark = pytest.mark.django_db
TWO = "Hội LHPN xã giúp 12 hộ thoát nghèo và 08 hộ thoát cận nghèo."


@pytest.fixture
def place():
    return an_binh()


@pytest.fixture
def draft(place):
    return read_draft(place.officer, PAPER.replace("III. TỔ CHỨC", f"4. {TWO}\nIII. TỔ CHỨC"))


def joined(place, draft):
    """The two targets of one sentence, merged by the officer."""
    first, second = draft.facts.filter(kind=FactKind.TARGET, values__value__in=["12", "8"]).order_by("order")
    return (
        first,
        second,
        actions.merge_facts(
            fact=first,
            other=second,
            version=first.version,
            other_version=second.version,
            by=place.officer,
            at=AT,
        ),
    )


def states(draft):
    rows = draft.facts.standing().order_by("order")
    return [(r.pk, r.status, r.values, r.span_start, r.span_end, r.doubts) for r in rows]


def test_two_become_one_that_stands_at_both_and_waits(place, draft):
    first, second, row = joined(place, draft)
    row.refresh_from_db()
    second.refresh_from_db()
    assert (row.span_start, row.span_end) == (first.span_start, second.span_end)
    assert draft.text[row.span_start : row.span_end] == row.values["text"]
    assert row.status == FactStatus.PENDING
    assert "gộp" in row.doubts[0]
    assert second.status == FactStatus.GONE
    assert not draft.facts.standing().filter(pk=second.pk).exists()


def test_one_becomes_two_each_read_from_its_own_words(place, draft):
    _, _, row = joined(place, draft)
    cut = draft.text.index("08 hộ thoát cận")
    left, right = actions.split_fact(fact=row, cut=cut, version=row.version, by=place.officer, at=AT)
    assert (left.values["value"], right.values["value"]) == ("12", "8")
    assert draft.text[right.span_start : right.span_end].startswith("08 hộ")
    assert left.values["position"] != right.values["position"]
    assert {left.status, right.status} == {FactStatus.PENDING}


def test_undo_walks_back_through_split_merge_add_and_parties(place, draft):
    seen = [states(draft)]
    _, _, row = joined(place, draft)
    seen.append(states(draft))
    cut = draft.text.index("08 hộ thoát cận")
    actions.split_fact(fact=row, cut=cut, version=row.version, by=place.officer, at=AT)
    seen.append(states(draft))
    values = {"clause": "II", "party": "Hội Làm vườn", "role": "lead", "text": ""}
    start = draft.text.index("Hội LHPN xã giúp")
    actions.add_fact(
        draft=draft, kind=FactKind.ASSIGNMENT, values=values, span=(start, start + 8), by=place.officer, at=AT
    )
    for known in reversed(seen):
        actions.undo(draft=draft, by=place.officer, at=AT)
        assert states(draft) == known
    with pytest.raises(Refused):
        actions.undo(draft=draft, by=place.officer, at=AT)


def test_a_choice_of_parties_is_walked_back_too(place, draft):
    women = draft.parties.get(code="PN")
    chosen = set(women.bodies.values_list("pk", flat=True))
    choice = actions.PartyChoice(bodies=(place.front.pk,), is_signing=False, is_left_out=False)
    actions.choose_parties(
        draft=draft, area=draft.area, choices={"PN": choice}, version=1, by=place.officer, at=AT
    )
    assert set(women.bodies.values_list("pk", flat=True)) == {place.front.pk}
    actions.undo(draft=draft, by=place.officer, at=AT)
    women.refresh_from_db()
    assert set(women.bodies.values_list("pk", flat=True)) == chosen
    assert women.is_signing


def test_each_person_walks_back_their_own_steps_and_keeps_the_others(place, draft):
    other = member(body=place.committee, role="officer")
    mine, theirs = draft.facts.filter(kind=FactKind.TARGET)[:2]
    actions.decide(draft=draft, facts=[mine.pk], verb="accept", by=place.officer, at=AT)
    actions.decide(draft=draft, facts=[theirs.pk], verb="accept", by=other, at=AT)
    actions.undo(draft=draft, by=place.officer, at=AT)
    assert DraftFact.objects.get(pk=theirs.pk).status == FactStatus.ACCEPTED
    assert DraftFact.objects.get(pk=mine.pk).status == FactStatus.PENDING


def test_a_step_another_went_on_from_no_longer_stands(place, draft):
    other = member(body=place.committee, role="officer")
    fact = draft.facts.filter(kind=FactKind.TARGET)[0]
    actions.decide(draft=draft, facts=[fact.pk], verb="accept", by=place.officer, at=AT)
    fact.refresh_from_db()
    actions.edit_fact(fact=fact, values={"unit": "nhà"}, version=fact.version, by=other, at=AT)
    with pytest.raises(Refused):
        actions.undo(draft=draft, by=place.officer, at=AT)
    assert DraftFact.objects.get(pk=fact.pk).values["unit"] == "nhà"


@pytest.mark.parametrize("cut", [0, 10**6])
def test_a_cut_outside_the_words_is_refused(place, draft, cut):
    fact = draft.facts.filter(kind=FactKind.TARGET)[0]
    with pytest.raises(Refused):
        actions.split_fact(fact=fact, cut=cut, version=fact.version, by=place.officer, at=AT)


def test_only_two_of_a_kind_are_joined(place, draft):
    target = draft.facts.filter(kind=FactKind.TARGET)[0]
    duty = draft.facts.filter(kind=FactKind.DUTY)[0]
    with pytest.raises(Refused):
        actions.merge_facts(fact=target, other=duty, version=1, other_version=1, by=place.officer, at=AT)


def test_a_stale_split_or_merge_is_a_conflict(place, draft):
    first, second = draft.facts.filter(kind=FactKind.TARGET)[:2]
    with pytest.raises(Conflict):
        actions.split_fact(fact=first, cut=first.span_start + 8, version=9, by=place.officer, at=AT)
    with pytest.raises(Conflict):
        actions.merge_facts(fact=first, other=second, version=1, other_version=9, by=place.officer, at=AT)


def test_a_word_only_a_rejected_fact_used_does_not_hold_up_the_confirmation(place, draft):
    values = {"clause": "II", "party": "Hội Làm vườn", "role": "lead", "text": ""}
    fact = actions.add_fact(draft=draft, kind=FactKind.ASSIGNMENT, values=values, by=place.officer, at=AT)
    actions.decide(draft=draft, facts=[fact.pk], verb="reject", by=place.officer, at=AT)
    assert not any("Hội Làm vườn" in words for words in obstacles(draft, accepted_facts(draft)))


def test_a_clause_hung_under_another_takes_its_path_and_all_below_it(place):
    draft = read_draft(place.officer)
    clause = {row.values["id"]: row for row in draft.facts.filter(kind=FactKind.CLAUSE)}
    moved, parent = clause["III"], clause["II"]
    actions.edit_fact(
        fact=moved, values={"parent": parent.values["id"]}, version=moved.version, by=place.officer, at=AT
    )
    paths = {r.values["id"]: (r.values["path"], r.values["depth"]) for r in draft.facts.filter(kind="clause")}
    assert paths["III"] == ("II.III", 2)
    assert paths["III.1"] == ("II.III.1", 3)
    actions.undo(draft=draft, by=place.officer, at=AT)
    paths = {r.values["id"]: r.values["path"] for r in draft.facts.filter(kind="clause")}
    assert (paths["III"], paths["III.1"]) == ("III", "III.1")


def test_a_clause_cannot_be_hung_under_one_that_follows(place):
    draft = read_draft(place.officer)
    rows = {row.values["id"]: row for row in draft.facts.filter(kind=FactKind.CLAUSE)}
    with pytest.raises(Refused):
        actions.edit_fact(fact=rows["II"], values={"parent": "III"}, version=1, by=place.officer, at=AT)
    assert Draft.objects.get(pk=draft.pk).decisions.count() == 0
