from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.documents import actions as documents
from phoihop.organisations.models import BodyKind
from phoihop.programmes import actions
from phoihop.programmes.content import SignatureContent
from phoihop.programmes.models import Edition, Party, Signature
from phoihop.programmes.models.editions import Capacity
from phoihop.programmes.statuses import EditionStatus
from tests.programmes import factories
from tests.programmes.factories import AT

DAY = date(2026, 2, 5)
CHAIR = "CHỦ TỊCH"


def _opened(**fields) -> Edition:
    edition = factories.edition(**fields)
    return actions.open_for_signature(edition=edition, by=factories.member(edition.programme.lead), at=AT)


def _party(edition: Edition, order: int) -> Party:
    return edition.parties.select_related("body").get(order=order)


def _content(party: Party, day: date = DAY, **fields) -> SignatureContent:
    return SignatureContent(party.body_id, position=CHAIR, signed_on=day, **fields)


def _sign(edition: Edition, order: int, day: date = DAY, **fields) -> Edition:
    party = _party(edition, order)
    by = factories.member(party.body, "leader")
    return actions.sign(edition=edition, party=party, content=_content(party, day, **fields), by=by, at=AT)


@pytest.mark.django_db
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_in_force_after_the_last_signature_in_any_order(order: tuple[int, int]) -> None:
    edition = _opened()
    first, last = order
    assert _sign(edition, first, DAY).status == EditionStatus.SIGNING
    signed = _sign(edition, last, DAY - timedelta(days=2))
    assert signed.status == EditionStatus.IN_FORCE
    assert signed.in_force_from == DAY
    assert signed.number_text == ""


@pytest.mark.django_db
def test_one_signature_a_party() -> None:
    edition = _opened()
    _sign(edition, 0)
    with pytest.raises(Refused, match="đã ký"):
        _sign(edition, 0)


@pytest.mark.django_db
def test_only_a_leader_of_the_party_signs() -> None:
    edition = _opened()
    party, other = _party(edition, 0), _party(edition, 1)
    for by in [
        factories.member(party.body, "officer"),
        factories.member(party.body, "clerk"),
        factories.member(party.body, "administrator"),
        factories.member(other.body, "leader"),
    ]:
        with pytest.raises(PermissionDenied):
            actions.sign(edition=edition, party=party, content=_content(party), by=by, at=AT)


@pytest.mark.django_db
def test_the_head_of_an_office_signs_only_by_order_or_authorisation() -> None:
    edition = _opened()
    party = _party(edition, 0)
    office = factories.body(BodyKind.OFFICE, party.body.area, parent=party.body)
    by = factories.member(office, "leader")
    with pytest.raises(PermissionDenied):
        actions.sign(edition=edition, party=party, content=_content(party), by=by, at=AT)
    content = _content(party, capacity=Capacity.BY_ORDER)
    actions.sign(edition=edition, party=party, content=content, by=by, at=AT)
    assert Signature.objects.get(party=party).capacity == Capacity.BY_ORDER


@pytest.mark.django_db
def test_a_person_may_sign_in_two_capacities() -> None:
    lead = factories.body()
    front = factories.body(BodyKind.FRONT_COMMITTEE, lead.area)
    union = factories.body(BodyKind.WOMENS_UNION, lead.area)
    edition = _opened(lead=lead, parties=[front, union])
    somebody = factories.people.person("Lê Thị Hoa")
    for order, capacity in [(0, Capacity.FOR_SUPERIOR), (1, Capacity.ON_BEHALF_OF)]:
        party = _party(edition, order)
        by = factories.member(party.body, "leader", person=somebody)
        principal = "Chủ tịch" if capacity == Capacity.FOR_SUPERIOR else ""
        content = _content(party, capacity=capacity, principal=principal)
        actions.sign(edition=edition, party=party, content=content, by=by, at=AT)
    signatures = Signature.objects.filter(party__edition=edition)
    assert {s.person_id for s in signatures} == {somebody.pk}
    assert {s.name for s in signatures} == {"Lê Thị Hoa"}
    assert {s.capacity for s in signatures} == {Capacity.FOR_SUPERIOR, Capacity.ON_BEHALF_OF}


@pytest.mark.django_db
def test_who_signs_for_a_superior_says_for_which_position() -> None:
    edition = _opened()
    party = _party(edition, 0)
    content = _content(party, capacity=Capacity.FOR_SUPERIOR)
    with pytest.raises(Refused, match="ký thay chức vụ nào"):
        actions.sign(
            edition=edition, party=party, content=content, by=factories.member(party.body, "leader"), at=AT
        )


@pytest.mark.django_db
def test_nobody_signs_for_tomorrow_or_without_a_day() -> None:
    edition = _opened()
    with pytest.raises(Refused, match="sau hôm nay"):
        _sign(edition, 0, DAY + timedelta(days=1))
    with pytest.raises(Refused, match="ngày ký"):
        _sign(edition, 0, None)


@pytest.mark.django_db
def test_nobody_signs_a_draft() -> None:
    with pytest.raises(Refused, match="chưa trình ký"):
        _sign(factories.edition(), 0)


def _scan(by):
    return documents.store_file(
        content=b"%PDF-1.7 ban chup", name="ky.pdf", media_type="application/pdf", by=by, at=AT
    )


@pytest.mark.django_db
def test_the_lead_enters_the_signature_of_a_party_without_accounts_with_its_scan() -> None:
    edition = _opened()
    party = _party(edition, 1)
    by = factories.member(edition.programme.lead)
    content = _content(party, name="Trần Văn Bình")
    with pytest.raises(Refused, match="bản chụp"):
        actions.enter_signature(edition=edition, party=party, content=content, by=by, at=AT)
    content = _content(party, name="Trần Văn Bình", proof_id=_scan(by).pk)
    stranger = factories.member(factories.body())
    with pytest.raises(PermissionDenied):
        actions.enter_signature(edition=edition, party=party, content=content, by=stranger, at=AT)
    actions.enter_signature(edition=edition, party=party, content=content, by=by, at=AT)
    signature = Signature.objects.get(party=party)
    assert signature.person is None
    assert signature.entered_for == edition.programme.lead


@pytest.mark.django_db
def test_a_party_whose_leader_has_an_account_signs_itself() -> None:
    edition = _opened()
    party = _party(edition, 1)
    factories.member(party.body, "leader")
    by = factories.member(edition.programme.lead)
    content = _content(party, name="Trần Văn Bình", proof_id=_scan(by).pk)
    with pytest.raises(Refused, match="tự ký"):
        actions.enter_signature(edition=edition, party=party, content=content, by=by, at=AT)


@pytest.mark.django_db(transaction=True)
def test_parties_signing_at_once_never_lose_a_signature() -> None:
    for _ in range(5):
        lead = factories.body()
        kinds = [BodyKind.FRONT_COMMITTEE, BodyKind.WOMENS_UNION]
        edition = _opened(lead=lead, parties=[lead, *(factories.body(kind, lead.area) for kind in kinds)])
        signers = [(party, factories.member(party.body, "leader")) for party in edition.parties.all()]

        def sign(signer, edition=edition) -> None:
            party, by = signer
            try:
                actions.sign(edition=edition, party=party, content=_content(party), by=by, at=AT)
            finally:
                connection.close()

        with ThreadPoolExecutor(max_workers=3) as pool:
            list(pool.map(sign, signers))
        edition.refresh_from_db()
        assert Signature.objects.filter(party__edition=edition).count() == 3
        assert edition.status == EditionStatus.IN_FORCE


@pytest.mark.django_db(transaction=True)
def test_the_same_party_signing_twice_at_once_signs_once() -> None:
    edition = _opened()
    party = _party(edition, 0)
    by = factories.member(party.body, "leader")

    def sign(_: int) -> bool:
        try:
            actions.sign(edition=edition, party=party, content=_content(party), by=by, at=AT)
        except Refused:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=2) as pool:
        assert sorted(pool.map(sign, range(2))) == [False, True]
    assert Signature.objects.filter(party=party).count() == 1


def _numbered(edition: Edition, by=None, day: date = DAY) -> Edition:
    lead = edition.programme.lead
    clerk = by or factories.member(lead, "clerk")
    return actions.give_number(
        edition=edition, document_type="CTr", symbol="CTrPH-UBND-MTTQ", issued_on=day, by=clerk, at=AT
    )


def _register(edition: Edition) -> None:
    lead = edition.programme.lead
    documents.open_register(
        body=lead, year=2026, document_type="CTr", by=factories.member(lead, "clerk"), at=AT
    )


@pytest.mark.django_db
def test_the_number_comes_only_after_every_signature() -> None:
    edition = _opened()
    _register(edition)
    _sign(edition, 0)
    with pytest.raises(Refused, match="tất cả các bên"):
        _numbered(edition)
    _sign(edition, 1)
    numbered = _numbered(edition)
    assert numbered.number_text == "01/CTrPH-UBND-MTTQ"
    assert numbered.issued_on == DAY
    assert "01 ctrph ubnd mttq" in numbered.programme.folded
    with pytest.raises(Refused, match="đã có số"):
        _numbered(edition)


@pytest.mark.django_db
def test_a_number_an_edition_carries_is_not_annulled() -> None:
    edition = _opened()
    _register(edition)
    _sign(edition, 0)
    _sign(edition, 1)
    entry = _numbered(edition).outgoing_entry
    clerk = factories.member(edition.programme.lead, "clerk")
    with pytest.raises(Refused, match="đã ban hành"):
        documents.annul_number(entry=entry, reason="nhầm", by=clerk, at=AT)


@pytest.mark.django_db
def test_the_paper_is_not_dated_before_the_last_signature() -> None:
    edition = _opened()
    _register(edition)
    _sign(edition, 0)
    _sign(edition, 1)
    with pytest.raises(Refused, match="trước ngày ký"):
        _numbered(edition, day=DAY - timedelta(days=1))


@pytest.mark.django_db
def test_a_recorded_paper_keeps_its_own_number_and_gets_no_new_one() -> None:
    edition = factories.in_force(factories.edition(), number_text="1995/CTrPH-UBND-UB.MTTQ")
    assert edition.status == EditionStatus.IN_FORCE
    with pytest.raises(Refused, match="giữ số đã in"):
        _numbered(edition)


@pytest.mark.django_db
def test_blanks_of_a_recorded_paper_stay_blank() -> None:
    edition = factories.edition()
    by = factories.member(edition.programme.lead)
    recorded = actions.record(edition=edition, number_text="", in_force_from=DAY, signatures=[], by=by, at=AT)
    assert recorded.number_text == ""
    assert recorded.issued_on is None
    for signature in Signature.objects.filter(party__edition=recorded):
        assert (signature.name, signature.position, signature.signed_on) == ("", "", None)


@pytest.mark.django_db
def test_a_signature_of_somebody_who_is_no_party_is_refused() -> None:
    edition = factories.edition()
    by = factories.member(edition.programme.lead)
    foreign = SignatureContent(factories.body().pk)
    with pytest.raises(Refused, match="bên ký"):
        actions.record(edition=edition, number_text="", in_force_from=DAY, signatures=[foreign], by=by, at=AT)


@pytest.mark.django_db
def test_a_party_records_the_paper_too_but_a_stranger_does_not() -> None:
    edition = factories.edition()
    with pytest.raises(PermissionDenied):
        actions.record(
            edition=edition, number_text="", in_force_from=DAY, signatures=[],
            by=factories.member(factories.body()), at=AT,
        )  # fmt: skip
    by = factories.member(_party(edition, 1).body)
    actions.record(edition=edition, number_text="", in_force_from=DAY, signatures=[], by=by, at=AT)


@pytest.mark.django_db
def test_take_back_is_free_before_another_party_signed() -> None:
    edition = _opened()
    _sign(edition, 0)
    by = factories.member(edition.programme.lead)
    taken = actions.take_back(edition=edition, reason="", by=by, at=AT)
    assert taken.status == EditionStatus.DRAFT
    assert not Signature.objects.filter(party__edition=edition).exists()


@pytest.mark.django_db
def test_take_back_after_another_party_signed_needs_a_reason_and_keeps_who_had_signed() -> None:
    edition = _opened()
    _sign(edition, 1)
    by = factories.member(edition.programme.lead)
    with pytest.raises(Refused, match="lý do"):
        actions.take_back(edition=edition, reason=" ", by=by, at=AT)
    actions.take_back(edition=edition, reason="Bổ sung chỉ tiêu", by=by, at=AT)
    decision = edition.decisions.get(verb="take_back")
    assert decision.data["lapsed"][0]["signed_on"] == "2026-02-05"


@pytest.mark.django_db
def test_an_edition_in_force_is_not_taken_back() -> None:
    edition = _opened()
    _sign(edition, 0)
    _sign(edition, 1)
    with pytest.raises(MoveNotAllowed):
        actions.take_back(edition=edition, reason="x", by=factories.member(edition.programme.lead), at=AT)


@pytest.mark.django_db
def test_a_coordination_programme_needs_two_parties_clauses_and_a_period() -> None:
    lead = factories.body()
    by = factories.member(lead)
    for fields, why in [
        ({"parties": [lead]}, "2 bên ký"),
        ({"clauses": []}, "điều khoản"),
        ({"period_end": None}, "thời gian"),
    ]:
        edition = factories.edition(lead=lead, **fields)
        with pytest.raises(Refused, match=why):
            actions.open_for_signature(edition=edition, by=by, at=AT)


@pytest.mark.django_db
def test_only_the_draft_that_was_seen_is_opened() -> None:
    edition = factories.edition()
    by = factories.member(edition.programme.lead)
    with pytest.raises(Conflict):
        actions.open_for_signature(edition=edition, version=edition.version + 1, by=by, at=AT)
    front = factories.member(_party(edition, 1).body)
    with pytest.raises(PermissionDenied):
        actions.open_for_signature(edition=edition, by=front, at=AT)


@pytest.mark.django_db
def test_an_edition_ends_once_and_its_end_can_be_undone() -> None:
    edition = factories.in_force(factories.edition())
    by = factories.member(edition.programme.lead)
    ended = actions.end(edition=edition, on=date(2026, 6, 30), reason="Hết việc", by=by, at=AT)
    assert (ended.status, ended.ended_on) == (EditionStatus.ENDED, date(2026, 6, 30))
    with pytest.raises(MoveNotAllowed):
        actions.end(edition=edition, on=date(2026, 6, 30), reason="", by=by, at=AT)
    again = actions.undo_end(edition=edition, reason="Nhầm", by=by, at=AT)
    assert (again.status, again.ended_on) == (EditionStatus.IN_FORCE, None)
