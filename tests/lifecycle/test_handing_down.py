"""A programme is handed down: who gets it, who answers, what is the parent's and what is their own."""

from decimal import Decimal

import pgtrigger
import pytest
from django.core.exceptions import PermissionDenied

from phoihop.accounts.models import Notice
from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.lifecycle.actions import handing_down as acts
from phoihop.lifecycle.papers import Annexes, programme_paper
from phoihop.lifecycle.queries.adopting import adopter_page, parents_offered
from phoihop.lifecycle.queries.handing_down import Wanted, board
from phoihop.lifecycle.queries.places_below import named_places, places_below, preview
from phoihop.organisations.models import BodyKind, Level
from phoihop.programmes.actions import adopting as programmes_acts
from phoihop.programmes.models import Adoption, Clause, Edition, HandDown, Programme
from phoihop.programmes.models.adoption import Reporting
from phoihop.programmes.queries.adopted import joint_clauses
from phoihop.programmes.statuses import AdoptionStatus, EditionStatus
from phoihop.reports.actions.adopting import lay_out_below
from phoihop.reports.models import Obligation
from phoihop.targets import actions as figures
from phoihop.targets.actions.adopting import give_shares, raise_target, split_share
from phoihop.targets.models import Contribution
from phoihop.targets.queries import edition_cards, places_seen, visible_editions, visible_target
from tests.lifecycle.cascades import AT, KINDS, TODAY, cascade
from tests.programmes import factories as programmes
from tests.targets import factories as targets

pytestmark = pytest.mark.django_db


def _add(w, text="- Mỗi thôn một mô hình", number=0):
    under = programmes.clause(w.edition, "II.1")
    return programmes_acts.add_under(
        adoption=w.adoption(number), under=under, label="-", text=text, version=w.own(number).version,
        by=w.below(number), at=AT,
    )  # fmt: skip


def test_every_place_with_a_lead_gets_a_draft_and_its_people_are_told():
    w = cascade()
    officer = w.below()
    assert len(w.hand_down()) == 2
    assert w.own().status == EditionStatus.DRAFT
    assert w.own().title == "Chương trình hành động xã Lam Sơn"
    assert [party.body.kind for party in w.own().parties.order_by("order")] == list(KINDS)
    assert Notice.objects.filter(person_id=officer.person_id).count() == 1


def test_the_look_before_says_who_stays_out_and_why():
    w = cascade()
    found = places_below(w.programme, Level.COMMUNE, on=TODAY)
    seen = preview(w.edition, found, [*KINDS, BodyKind.YOUTH_UNION], on=TODAY)
    assert len(seen.ready) == 2
    assert seen.without_lead == ["xã Xuân Bái"]
    assert [count for _, count in seen.missing] == [2]
    w.hand_down()
    again = preview(w.edition, found, KINDS, on=TODAY)
    assert (len(again.ready), len(again.already)) == (0, 2)


def test_places_are_named_with_or_without_type_and_wrong_lines_are_named():
    w = cascade()
    found = places_below(w.programme, Level.COMMUNE, on=TODAY)
    chosen, problems = named_places(found, "lam son\nXã Thọ Xuân; Thọ Xuân\nNơi Lạ")
    assert [place.name for place in chosen] == ["Lam Sơn", "Thọ Xuân"]
    assert problems == ["“Nơi Lạ”: không có nơi nào tên hoặc mã như vậy."]


def test_nothing_of_the_parents_text_is_copied_and_a_change_there_is_one_row():
    w = cascade()
    w.hand_down()
    assert Clause.objects.exclude(edition=w.edition).count() == 0
    Edition.objects.filter(pk=w.edition.pk).update(status=EditionStatus.IN_FORCE)
    clause = programmes.clause(w.edition, "II.1")
    before = Clause.objects.count()
    rows = _reword(clause, "1. Công tác thông tin")
    assert (rows, Clause.objects.count()) == (1, before)
    for number in (0, 1):
        texts = [row.clause.text for row in joint_clauses(w.own(number), today=TODAY)]
        assert "1. Công tác thông tin" in texts


def _reword(clause, text):
    """As mended at the top: one row, past the trigger that guards signed texts."""
    with pgtrigger.ignore("programmes.Clause:clause_frozen"):
        return Clause.objects.filter(pk=clause.pk).update(text=text)


def test_an_addition_stands_under_its_clause_with_the_owner_marked():
    w = cascade()
    w.hand_down()
    _add(w)
    rows = joint_clauses(w.own(), today=TODAY)
    assert [(row.clause.path, row.source) for row in rows][2:5] == [
        ("II.1", "của tỉnh"), ("II.1", "của xã"), ("II.2", "của tỉnh"),
    ]  # fmt: skip
    assert len(joint_clauses(w.own(1), today=TODAY)) == 5


def test_a_fixed_clause_takes_no_addition():
    w = cascade()
    w.hand_down(fixed_clauses=(programmes.clause(w.edition, "II.1").key,))
    with pytest.raises(Refused, match="giữ nguyên"):
        _add(w)


def test_the_document_holds_both_texts_in_place():
    w = cascade()
    w.hand_down()
    _add(w)
    paper = programme_paper(w.own(), annexes=Annexes(targets=True), today=TODAY)
    words = [getattr(block, "text", "") for block in paper.blocks]
    place = next(i for i, block in enumerate(words) if "Mỗi thôn một mô hình" in block)
    assert "Công tác tuyên truyền" in words[place - 1]
    assert "Giảm nghèo" in words[place + 1]
    assert len(paper.annexes) == 1


def test_adopting_by_decision_brings_it_into_force_with_what_is_owed_and_who_answers():
    w = cascade()
    w.hand_down()
    edition = w.adopt_by_decision()
    assert edition.status == EditionStatus.IN_FORCE
    assert w.adoption().status == AdoptionStatus.ADOPTED
    rows = Obligation.objects.filter(programme=edition.programme)
    assert {row.body_id for row in rows} == {w.fronts[0].pk}
    assert {r.body_id for row in rows for r in row.recipients.all()} == {w.lead.pk}
    assert rows.count() == 4
    shares = Contribution.objects.filter(target=w.houses)
    assert [(row.body_id, row.area_id) for row in shares] == [(w.fronts[0].pk, w.communes[0].pk)]


@pytest.mark.parametrize(("reporting", "owing"), [(Reporting.ALL_UP, 2), (Reporting.THROUGH_LEAD, 2)])
def test_the_parties_below_report_up_or_through_their_lead(reporting, owing):
    w = cascade()
    w.hand_down(reporting=reporting)
    edition = w.adopt_by_decision()
    rows = Obligation.objects.filter(programme=edition.programme).prefetch_related("recipients")
    goes = {(row.body_id, r.body_id) for row in rows for r in row.recipients.all()}
    front, committee = w.fronts[0].pk, edition.parties.get(body__kind=KINDS[1]).body_id
    up = front if reporting == Reporting.THROUGH_LEAD else w.lead.pk
    assert goes == {(front, w.lead.pk), (committee, up)}
    assert len({row.body_id for row in rows}) == owing


def test_what_is_owed_below_is_laid_out_again_without_change():
    w = cascade()
    w.hand_down()
    w.adopt_by_decision()
    made = lay_out_below(parent=w.programme, until=w.edition.period_end, at=AT)
    assert (made.created, made.changed, made.removed) == (0, 0, 0)


def test_signing_adopts_too():
    w = cascade()
    w.hand_down()
    from phoihop.lifecycle import actions  # noqa: PLC0415

    actions.record_signed(
        edition=w.own(), number_text="05/CTr", in_force_from=TODAY, signatures=[], by=w.below(), at=AT
    )
    assert w.adoption().status == AdoptionStatus.ADOPTED
    assert Obligation.objects.filter(programme=w.adoption().programme).exists()


def test_a_share_is_raised_never_lowered():
    w = cascade()
    w.hand_down()
    give_shares(target=w.houses, shares={w.communes[0].pk: Decimal(10)}, by=w.by(), at=AT)
    with pytest.raises(Refused, match="không được thấp hơn"):
        raise_target(adoption=w.adoption(), target=w.houses, value=Decimal(8), by=w.below(), at=AT)
    raise_target(adoption=w.adoption(), target=w.houses, value=Decimal(12), by=w.below(), at=AT)
    [houses, forums] = adopter_page(w.adoption(), today=TODAY).targets
    assert (houses.asked, houses.goal) == ("từ 10 nhà trở lên", "từ 12 nhà trở lên")
    assert forums.goal == "mỗi nơi từ 02 cuộc trở lên"


def test_shares_of_places_never_pass_a_fixed_whole():
    w = cascade()
    w.hand_down()
    type(w.houses).objects.filter(pk=w.houses.pk).update(comparator="=")
    w.houses.refresh_from_db()
    with pytest.raises(Refused, match="vượt chỉ tiêu"):
        give_shares(target=w.houses, shares={a.pk: Decimal(60) for a in w.communes[:2]}, by=w.by(), at=AT)


def test_a_place_splits_its_share_among_its_bodies_and_figures_roll_up():
    w = cascade()
    w.hand_down()
    give_shares(target=w.houses, shares={w.communes[0].pk: Decimal(10)}, by=w.by(), at=AT)
    edition = w.adopt_by_decision()
    committee = edition.parties.get(body__kind=KINDS[1]).body
    parts = [(w.fronts[0].pk, Decimal(6)), (committee.pk, Decimal(4))]
    split_share(adoption=w.adoption(), target=w.houses, parts=parts, by=w.below(), at=AT)
    figure = targets.figure(w.houses, committee, 3)
    figures.accept_figures(figures=[figure], by=w.below(), at=targets.AT)
    [above, _] = edition_cards(w.edition, body_ids=[w.lead.pk], on=targets.AT.date())
    assert above.total.value == "3"
    [here, _] = edition_cards(edition, body_ids=[w.fronts[0].pk], on=targets.AT.date())
    assert (here.total.goal, here.total.value) == ("từ 10 nhà trở lên", "3")
    assert {share.body_id for share in here.shares} == {w.fronts[0].pk, committee.pk}


def test_a_place_sees_its_own_part_above_and_nothing_of_others():
    w = cascade()
    w.hand_down()
    member = w.below()
    assert not visible_editions(member).filter(pk=w.edition.pk).exists()
    target = visible_target(w.houses.pk, member)
    assert places_seen(target, member) == {w.communes[0].pk}
    assert not Programme.objects.visible_to(member).filter(pk=w.programme.pk).exists()
    stranger = programmes.member(programmes.body())
    with pytest.raises(type(w.houses).DoesNotExist):
        visible_target(w.houses.pk, stranger)


def test_only_the_lead_hands_down_and_only_the_places_lead_answers():
    w = cascade()
    with pytest.raises(PermissionDenied):
        acts.hand_down(programme=w.programme, plan=w.plan(), places=[], by=w.below(), at=AT)
    w.hand_down()
    with pytest.raises(PermissionDenied):
        acts.adopt(adoption=w.adoption(), by=w.below(1), at=AT)
    with pytest.raises(PermissionDenied):
        acts.adopt(adoption=w.adoption(), by=w.by(), at=AT)


def test_a_stale_answer_is_a_conflict_and_a_second_one_is_refused():
    w = cascade()
    w.hand_down()
    acts.adopt(adoption=w.adoption(), version=1, by=w.below(), at=AT)
    with pytest.raises(Conflict):
        acts.decline(adoption=w.adoption(), reason="Bận", version=1, by=w.below(), at=AT)
    with pytest.raises(MoveNotAllowed):
        acts.adopt(adoption=w.adoption(), by=w.below(), at=AT)


def test_a_place_declines_and_the_lead_excuses_it():
    w = cascade()
    w.hand_down()
    acts.decline(adoption=w.adoption(), reason="Đã có chương trình riêng", by=w.below(), at=AT)
    assert board(w.programme, Wanted(state="declined"), today=TODAY).found == 1
    acts.decide_on_decline(adoption=w.adoption(), is_excused=True, note="", by=w.by(), at=AT)
    tally = board(w.programme, Wanted(), today=TODAY).total
    assert (tally.places, tally.asked, tally.excused) == (2, 1, 1)


def test_a_hand_down_is_undone_while_nobody_answered():
    w = cascade()
    w.hand_down()
    given = HandDown.objects.get()
    assert acts.undo_hand_down(given=given, reason="Nhầm", by=w.by(), at=AT) == 2
    assert not Adoption.objects.exists()
    assert Programme.objects.count() == 1
    w.hand_down()
    acts.adopt(adoption=w.adoption(), by=w.below(), at=AT)
    with pytest.raises(Refused, match="Đã có 1 nơi trả lời"):
        acts.undo_hand_down(given=HandDown.objects.latest("pk"), reason="Nhầm", by=w.by(), at=AT)


def test_an_answer_is_taken_back_until_the_text_is_under_way():
    w = cascade()
    w.hand_down()
    acts.adopt(adoption=w.adoption(), by=w.below(), at=AT)
    assert Contribution.objects.filter(area=w.communes[0]).exists()
    acts.take_back_adoption(adoption=w.adoption(), reason="Bấm nhầm", by=w.below(), at=AT)
    assert w.adoption().status == AdoptionStatus.HANDED
    assert not Contribution.objects.filter(area=w.communes[0]).exists()
    w.adopt_by_decision()
    with pytest.raises(Refused, match="không rút lại được"):
        acts.take_back_adoption(adoption=w.adoption(), reason="Bấm nhầm", by=w.below(), at=AT)


def test_the_board_counts_filters_and_searches():
    w = cascade()
    w.hand_down()
    w.adopt_by_decision()
    found = board(w.programme, Wanted(), today=TODAY)
    assert (found.total.adopted, found.total.in_force, found.found) == (1, 1, 2)
    assert [line.label for line in found.lines] == ["đã có hiệu lực", "chưa trả lời"]
    assert board(w.programme, Wanted(words="tho xuan"), today=TODAY).lines[0].place == "xã Thọ Xuân"
    assert board(w.programme, Wanted(state="waiting"), today=TODAY).found == 1


def test_the_board_costs_the_same_for_more_places(django_assert_num_queries):
    w = cascade()
    w.hand_down()
    with django_assert_num_queries(3):
        board(w.programme, Wanted(), today=TODAY)
    for number in range(6):
        commune = programmes.place(f"Nơi {number}", parent=w.province)
        for kind in KINDS:
            programmes.body(kind, commune)
    w.hand_down()
    with django_assert_num_queries(3):
        assert board(w.programme, Wanted(), today=TODAY).found == 8


def test_handing_down_costs_the_same_for_more_places(django_assert_num_queries):
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    w = cascade()
    with CaptureQueriesContext(connection) as few:
        w.hand_down()
    for number in range(8):
        commune = programmes.place(f"Nơi {number}", parent=w.province)
        for kind in KINDS:
            programmes.body(kind, commune)
    with CaptureQueriesContext(connection) as many:
        w.hand_down()
    assert len(many) == len(few)


def test_a_commune_begins_by_itself_from_a_programme_of_its_own_line():
    w = cascade()
    member = w.below()
    assert [row.id for row in parents_offered(member, on=TODAY)] == [w.programme.pk]
    place = preview(w.edition, places_below(w.programme, Level.COMMUNE, on=TODAY), KINDS, on=TODAY).ready[0]
    made = acts.start_from_parent(parent=w.programme, place=place, by=member, at=AT)
    assert made.status == AdoptionStatus.ADOPTED
    assert parents_offered(member, on=TODAY) == []
    other = programmes.member(programmes.body(BodyKind.WOMENS_UNION, w.communes[1]))
    assert parents_offered(other, on=TODAY) == []
