from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Conflict, Refused
from phoihop.drafting import actions
from phoihop.drafting.actions.confirming import Confirmation, accepted_facts, confirm, obstacles
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.statuses import DraftStatus, FactKind, FactStatus
from phoihop.programmes.models import Programme
from phoihop.programmes.statuses import EditionStatus, Origin
from phoihop.targets.models import Target
from tests.accounts.factories import member
from tests.drafting.factories import AT, PAPER, an_binh
from tests.drafting.factories import draft as read_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return an_binh()


@pytest.fixture
def draft(place):
    return read_draft(place.officer)


def accept_all(draft, by):
    ids = list(draft.facts.values_list("pk", flat=True))
    actions.decide(draft=draft, facts=ids, verb="accept", by=by, at=AT)


def confirmation(place, draft, **fields):
    said = Confirmation(
        name="Chương trình phối hợp 2026",
        lead_id=place.committee.pk,
        way=Origin.RECORDED,
        period_start=date(2026, 1, 1),
        period_end=date(2026, 12, 31),
        in_force_from=date(2026, 1, 15),
        version=Draft.objects.get(pk=draft.pk).version,
    )
    return replace(said, **fields)


def test_reading_a_paper_makes_a_draft_and_no_programme(draft):
    assert draft.facts.filter(kind=FactKind.TARGET).count() == 3
    assert set(draft.facts.values_list("status", flat=True)) == {FactStatus.PENDING}
    assert not Programme.objects.exists()


def test_every_span_quotes_the_words_of_the_text(draft):
    for fact in draft.facts.exclude(span_start=None).exclude(kind=FactKind.CLAUSE):
        quoted = draft.text[fact.span_start : fact.span_end]
        assert quoted.strip()
        if fact.values.get("text"):
            assert fact.values["text"].split() == quoted.split()


def test_a_file_read_before_is_recognised(place, draft):
    again, is_new = actions.read_file(
        content=PAPER.encode(), name="bản khác.txt", media_type="text/plain", by=place.officer, at=AT
    )
    assert (again.pk, is_new) == (draft.pk, False)


def test_the_words_for_parties_become_the_bodies_of_the_place(place, draft):
    chosen = {p.code: {b.pk for b in p.bodies.all()} for p in draft.parties.all()}
    assert chosen["UBND"] == {place.committee.pk}
    assert chosen["MTTQ"] == {place.front.pk}
    assert chosen["PN"] == {place.women.pk}


def test_those_under_whose_name_somebody_signed_are_signing_parties(draft):
    assert {p.code for p in draft.parties.filter(is_signing=True)} == {"UBND", "MTTQ", "PN"}


def test_a_second_click_changes_nothing(place, draft):
    fact = draft.facts.filter(kind=FactKind.TARGET).first()
    assert actions.decide(draft=draft, facts=[fact.pk], verb="accept", by=place.officer, at=AT) == 1
    assert actions.decide(draft=draft, facts=[fact.pk], verb="accept", by=place.officer, at=AT) == 0


def test_only_what_nothing_is_doubted_about_is_accepted_in_one_click(place, draft):
    actions.accept_certain(draft=draft, kind=FactKind.TARGET, by=place.officer, at=AT)
    left = draft.facts.filter(kind=FactKind.TARGET, status=FactStatus.PENDING)
    assert left.exists()
    assert all(fact.doubts for fact in left)


def test_a_corrected_fact_keeps_what_was_read(place, draft):
    fact = draft.facts.filter(kind=FactKind.TARGET, values__value="25").get()
    read = fact.read
    actions.edit_fact(fact=fact, values={"value": "30"}, version=fact.version, by=place.officer, at=AT)
    fact.refresh_from_db()
    assert (fact.values["value"], fact.read, fact.status) == ("30", read, FactStatus.ACCEPTED)


def test_a_stale_form_is_refused_and_nothing_is_lost(place, draft):
    fact = draft.facts.filter(kind=FactKind.TARGET).first()
    actions.edit_fact(fact=fact, values={"unit": "hộ"}, version=fact.version, by=place.officer, at=AT)
    with pytest.raises(Conflict):
        actions.edit_fact(fact=fact, values={"unit": "người"}, version=fact.version, by=place.officer, at=AT)
    assert DraftFact.objects.get(pk=fact.pk).values["unit"] == "hộ"


def test_undo_takes_the_newest_step_back_and_then_the_one_before(place, draft):
    first, second = draft.facts.filter(kind=FactKind.TARGET)[:2]
    actions.decide(draft=draft, facts=[first.pk], verb="accept", by=place.officer, at=AT)
    actions.decide(draft=draft, facts=[second.pk], verb="reject", by=place.officer, at=AT)
    actions.undo(draft=draft, by=place.officer, at=AT)
    assert DraftFact.objects.get(pk=second.pk).status == FactStatus.PENDING
    assert DraftFact.objects.get(pk=first.pk).status == FactStatus.ACCEPTED
    actions.undo(draft=draft, by=place.officer, at=AT)
    assert DraftFact.objects.get(pk=first.pk).status == FactStatus.PENDING
    with pytest.raises(Refused):
        actions.undo(draft=draft, by=place.officer, at=AT)


def test_a_new_word_for_a_party_is_asked_about(place, draft):
    values = {"clause": "", "party": "Hội Làm vườn", "role": "lead", "text": ""}
    actions.add_fact(draft=draft, kind=FactKind.ASSIGNMENT, values=values, by=place.officer, at=AT)
    accept_all(draft, place.officer)
    assert obstacles(draft, accepted_facts(draft)) == ["Chưa rõ là tổ chức nào: Hội Làm vườn."]


@pytest.mark.parametrize("role", ["viewer", "clerk", "committee_member", "area_head", "administrator"])
def test_other_roles_cannot_put_a_paper_in(place, role):
    with pytest.raises(PermissionDenied):
        read_draft(member(body=place.committee, role=role))


def test_another_body_neither_sees_nor_decides(place, draft):
    stranger = member(body=place.women, role="officer")
    assert not Draft.objects.visible_to(stranger).exists()
    with pytest.raises(PermissionDenied):
        actions.decide(draft=draft, facts=[draft.facts.first().pk], verb="accept", by=stranger, at=AT)


def test_nothing_enters_a_programme_while_a_fact_is_unseen(place, draft):
    with pytest.raises(Refused, match="mục chưa xem"):
        confirm(draft=draft, confirmation=confirmation(place, draft), by=place.officer, at=AT)
    assert not Programme.objects.exists()


def test_confirming_makes_programme_targets_and_duties_in_one_act(place, draft):
    accept_all(draft, place.officer)
    edition = confirm(draft=draft, confirmation=confirmation(place, draft), by=place.officer, at=AT)
    assert edition.status == EditionStatus.IN_FORCE
    assert edition.number_text == ""
    assert edition.clauses.count() == draft.facts.filter(kind=FactKind.CLAUSE).count()
    targets = Target.objects.filter(edition=edition)
    assert [(t.comparator, str(t.value.normalize()), t.unit) for t in targets.order_by("order")] == [
        (">=", "97", "%"),
        (">", "3", "km"),
        (">=", "25", "hộ nghèo"),
    ]
    duty = edition.clauses.exclude(duties=None).get().duties.get()
    assert (duty.anchor, duty.due_day, duty.due_strict) == ("last_month", 20, True)
    assert {(p.body_id, p.side) for p in duty.parties.all()} == {
        (place.front.pk, "owes"),
        (place.women.pk, "owes"),
        (place.committee.pk, "reviews"),
    }
    names = {p.body_id: p.signature.name for p in edition.parties.select_related("signature")}
    assert names[place.front.pk] == "Nguyễn Thị Thử"
    assert Draft.objects.get(pk=draft.pk).status == DraftStatus.CONFIRMED


def test_a_rejected_fact_does_not_enter(place, draft):
    accept_all(draft, place.officer)
    target = draft.facts.filter(kind=FactKind.TARGET).first()
    actions.decide(draft=draft, facts=[target.pk], verb="reject", by=place.officer, at=AT)
    edition = confirm(draft=draft, confirmation=confirmation(place, draft), by=place.officer, at=AT)
    assert Target.objects.filter(edition=edition).count() == 2


def test_a_new_paper_waits_for_signatures(place, draft):
    accept_all(draft, place.officer)
    said = confirmation(place, draft, way=Origin.SIGNED_HERE)
    edition = confirm(draft=draft, confirmation=said, by=place.officer, at=AT)
    assert edition.status == EditionStatus.DRAFT


def test_a_draft_is_confirmed_once(place, draft):
    accept_all(draft, place.officer)
    said = confirmation(place, draft)
    confirm(draft=draft, confirmation=said, by=place.officer, at=AT)
    with pytest.raises(Exception, match="confirm"):
        confirm(draft=draft, confirmation=said, by=place.officer, at=AT)
    assert Programme.objects.count() == 1


def test_parties_chosen_meanwhile_make_the_confirmation_stale(place, draft):
    accept_all(draft, place.officer)
    said = confirmation(place, draft)
    actions.choose_parties(
        draft=draft, area=draft.area, choices={}, version=draft.version, by=place.officer, at=AT
    )
    with pytest.raises(Conflict):
        confirm(draft=draft, confirmation=said, by=place.officer, at=AT)


def test_a_discarded_draft_can_be_taken_up_again(place, draft):
    actions.discard(draft=draft, by=place.officer, at=AT)
    with pytest.raises(Refused):
        actions.undo(draft=draft, by=place.officer, at=AT)
    actions.restore(draft=draft, by=place.officer, at=AT)
    assert Draft.objects.get(pk=draft.pk).status == DraftStatus.OPEN


def test_an_unreadable_file_is_refused_in_a_sentence(place):
    with pytest.raises(Refused, match="[a-z]"):
        actions.read_file(
            content=b"\x00\x01\x02", name="anh.jpg", media_type="image/jpeg", by=place.officer, at=AT
        )
