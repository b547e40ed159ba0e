"""Parts asked and offered until they add up."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from phoihop.accounts.models import Notice
from phoihop.core.errors import Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.organisations.models import BodyKind
from phoihop.targets import actions
from phoihop.targets.calculations import adds_up, check_shares
from phoihop.targets.models import Contribution, PartOffer
from phoihop.targets.queries.offers import edition_parts, unsettled
from phoihop.targets.statuses import Comparator, TargetKind
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.targets.factories import AT, share, spec, target

FIXED = {"comparator": Comparator.EXACTLY}
DAY = AT.date()


def people(edition):
    """Officers of the lead, the Front and the women's union."""
    return [programmes.member(party.body) for party in edition.parties.order_by("order")]


def bodies(edition):
    return [party.body for party in edition.parties.order_by("order")]


def propose(given, body, value, by):
    return actions.propose_part(target=given, body=body, value=Decimal(value), by=by, at=AT)


def shares_of(given):
    return dict(given.contributions.values_list("body_id", "value"))


def test_a_part_asked_by_the_lead_is_taken_on_by_the_party(draft):
    lead, front, _ = people(draft)
    _, body, _ = bodies(draft)
    given = target(draft)
    offer = propose(given, body, 4, lead)
    assert Notice.objects.get(person=front.person_id).text.endswith(
        "nhận phần 4 doanh nghiệp của chỉ tiêu “doanh nghiệp thành lập mới”."
    )
    with pytest.raises(PermissionDenied):
        actions.accept_part(offer=offer, by=people(draft)[2], at=AT)
    actions.accept_part(offer=offer, by=front, at=AT)
    assert shares_of(given) == {body.pk: 4}
    with pytest.raises(MoveNotAllowed):
        actions.accept_part(offer=offer, by=front, at=AT)


def test_a_counter_offer_replaces_the_open_one_and_the_other_side_answers(draft):
    lead, front, _ = people(draft)
    _, body, _ = bodies(draft)
    given = target(draft)
    asked = propose(given, body, 4, lead)
    offered = propose(given, body, 2, front)
    asked.refresh_from_db()
    assert asked.status == "countered"
    assert not offered.is_from_lead
    with pytest.raises(PermissionDenied):
        actions.accept_part(offer=offered, by=front, at=AT)
    actions.accept_part(offer=offered, by=lead, at=AT)
    assert shares_of(given) == {body.pk: 2}


def test_the_leads_own_part_needs_no_answer(draft):
    lead, _, _ = people(draft)
    given = target(draft)
    assert propose(given, draft.programme.lead, 6, lead).status == "accepted"
    assert shares_of(given) == {draft.programme.lead_id: 6}


def test_a_part_is_refused_with_a_reason_or_withdrawn(draft):
    lead, front, _ = people(draft)
    _, body, _ = bodies(draft)
    given = target(draft)
    first = propose(given, body, 4, lead)
    with pytest.raises(Refused, match="lý do"):
        actions.refuse_part(offer=first, reason=" ", by=front, at=AT)
    assert actions.refuse_part(offer=first, reason="Ít hội viên", by=front, at=AT).status == "refused"
    second = propose(given, body, 3, lead)
    with pytest.raises(PermissionDenied):
        actions.withdraw_part(offer=second, by=front, at=AT)
    assert actions.withdraw_part(offer=second, by=lead, at=AT).status == "withdrawn"
    assert shares_of(given) == {}


def test_what_was_taken_on_is_undone_until_somebody_builds_on_it(draft):
    lead, front, _ = people(draft)
    _, body, _ = bodies(draft)
    given = target(draft, shares=[share(draft.programme.lead, 6)])
    first = actions.accept_part(offer=propose(given, body, 2, front), by=lead, at=AT)
    second = actions.accept_part(offer=propose(given, body, 3, front), by=lead, at=AT)
    with pytest.raises(Refused, match="hoàn tác"):
        actions.undo_part(offer=first, by=front, at=AT)
    actions.undo_part(offer=second, by=front, at=AT)
    assert shares_of(given)[body.pk] == 2
    actions.undo_part(offer=first, by=lead, at=AT)
    assert body.pk not in shares_of(given)


@pytest.mark.parametrize("fields", [FIXED, {"value": 100, "unit": "%", "kind": TargetKind.PART_OF_WHOLE}])
def test_a_fixed_whole_is_never_passed_but_a_least_is(draft, fields):
    """Domain rule 2; all there is of something is 100 %, whatever the word before it."""
    lead, front, _ = people(draft)
    _, body, _ = bodies(draft)
    fixed = target(draft, spec=spec(**fields), shares=[share(draft.programme.lead, 6)])
    rest = 94 if "value" in fields else 4
    offer = propose(fixed, body, rest + 1, front)
    with pytest.raises(Refused, match="vượt 1"):
        actions.accept_part(offer=offer, by=lead, at=AT)
    free = target(draft, spec=spec(), shares=[share(draft.programme.lead, 6)])
    actions.accept_part(offer=propose(free, body, 5, front), by=lead, at=AT)
    assert sum(shares_of(free).values()) == 11


def test_what_cannot_be_a_part_is_refused(draft):
    lead, _, _ = people(draft)
    _, body, _ = bodies(draft)
    given = target(draft, spec=spec(**FIXED))
    stranger = programmes.body(BodyKind.YOUTH_UNION)
    for value, to, words in ((0, body, "lớn hơn 0"), (11, body, "tổng thể"), (1, stranger, "bên ký")):
        with pytest.raises(Refused, match=words):
            propose(given, to, value, lead)
    percent = target(draft, spec=spec(kind=TargetKind.RATIO, value=97, unit="%"))
    with pytest.raises(Refused, match="không chia"):
        propose(percent, body, 1, lead)


def test_the_page_says_what_is_missing_and_signature_waits_for_fixed_parts(draft):
    lead, front, _ = people(draft)
    _, body, women = bodies(draft)
    fixed = target(draft, spec=spec("công trình", **FIXED), shares=[share(draft.programme.lead, 6)])
    free = target(draft, spec=spec("mô hình"), shares=[share(draft.programme.lead, 8)])
    lines = {line.target_id: line for line in edition_parts(draft, on=DAY)}
    assert (
        lines[fixed.pk].words == "6/10 doanh nghiệp, còn thiếu 4: " + lines[fixed.pk].segments[0].body + " 6"
    )
    assert lines[free.pk].gap_words == "còn thiếu 2"
    assert {line.target_id for line in unsettled(draft, on=DAY)} == {fixed.pk, free.pk}
    with pytest.raises(Refused, match="“công trình” \\(còn thiếu 4\\)") as refused:
        actions.refuse_unsettled_parts(draft)
    assert "mô hình" not in refused.value.message
    for part, of in ((3, body), (1, women)):
        actions.accept_part(offer=propose(fixed, of, part, lead), by=programmes.member(of), at=AT)
    actions.refuse_unsettled_parts(draft)
    assert next(line for line in edition_parts(draft, on=DAY) if line.target_id == fixed.pk).is_agreed
    propose(fixed, body, 2, front)
    assert unsettled(draft, on=DAY)[0].open_offers == 1


@pytest.mark.parametrize(
    ("comparator", "value", "found", "agreed"),
    [
        (Comparator.AT_LEAST, 10, 10, True),
        (Comparator.AT_LEAST, 10, 9, False),
        (Comparator.MORE_THAN, 3, 3, False),
        (Comparator.MORE_THAN, 3, 4, True),
        (Comparator.EXACTLY, 10, 9, False),
        (Comparator.EXACTLY, 10, 11, False),
        (Comparator.AT_MOST, 10, 7, True),
        (Comparator.AT_MOST, 10, 11, False),
        (Comparator.LESS_THAN, 10, 10, False),
    ],
)
def test_when_parts_make_the_whole(comparator, value, found, agreed):
    given = spec(value=value, comparator=comparator)
    assert adds_up(given, check_shares(given, [Decimal(found)])) is agreed


def test_the_list_of_parts_costs_the_same_for_one_target_and_for_ten(draft, django_assert_num_queries):
    target(draft, shares=[share(draft.programme.lead, 6)])
    with django_assert_num_queries(4):
        edition_parts(draft, on=DAY)
    for number in range(9):
        target(draft, spec=spec(f"việc {number}"), shares=[share(body, 1) for body in bodies(draft)])
    with django_assert_num_queries(4):
        assert len(edition_parts(draft, on=DAY)) == 10


def test_the_pages_take_a_proposal_and_an_answer(draft, april):
    lead, front, _ = people(draft)
    _, body, _ = bodies(draft)
    given = target(draft)
    page = client_as(lead)
    assert "còn thiếu 10" in page.get(f"/chi-tieu/van-ban/{draft.pk}/phan/").content.decode()
    address = f"/chi-tieu/{given.pk}/phan/"
    assert page.post(address, {"body": body.pk, "value": "0"}).status_code == 422
    page.post(address, {"body": body.pk, "value": "4", "note": "Theo số hội viên"})
    offer = PartOffer.objects.get()
    other = client_as(front)
    assert "Nhận phần này" in other.get(address).content.decode()
    other.post(f"/chi-tieu/phan/{offer.pk}/nhan/")
    assert Contribution.objects.get(target=given).value == 4
    assert "4/10" in other.get(address).content.decode()
    other.post(f"/chi-tieu/phan/{offer.pk}/hoan-tac/")
    assert not Contribution.objects.filter(target=given).exists()


@pytest.mark.django_db(transaction=True)
def test_two_who_accept_at_once_never_pass_a_fixed_whole():
    edition = programmes.edition(
        lead=(committee := programmes.body()),
        parties=[
            committee,
            programmes.body(BodyKind.FRONT_COMMITTEE, committee.area),
            programmes.body(BodyKind.WOMENS_UNION, committee.area),
        ],
    )
    lead, front, women = people(edition)
    given = target(edition, spec=spec(**FIXED), shares=[share(committee, 6)])
    offers = [propose(given, body, 3, lead) for body in bodies(edition)[1:]]
    start = Barrier(2)

    def accept(number):
        try:
            start.wait(timeout=10)
            return actions.accept_part(offer=offers[number], by=[front, women][number], at=AT).status
        except Refused as refused:
            return refused.message
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(accept, range(2)))
    assert said == ["Nhận phần này thì vượt tổng thể: đã giao 12/10, vượt 2.", "accepted"]
    assert sum(shares_of(given).values()) == 9
