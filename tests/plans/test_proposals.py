"""What parties propose for the joint plan, and what the lead does with it."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from phoihop.accounts.models import Notice
from phoihop.core.errors import Conflict, Refused
from phoihop.plans.actions import grouping, proposals
from phoihop.plans.likeness import Compared, alike
from phoihop.plans.models import Proposal
from phoihop.plans.statuses import PROPOSAL, ProposalStatus, TaskKind
from tests.lifecycle.planning import AT, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def w() -> World:
    return World()


def test_every_party_is_asked_and_those_but_the_lead_are_told(w):
    w.officer(w.women)
    round_ = w.round()
    assert {call.body_id for call in round_.calls.all()} == {body.pk for body in w.bodies}
    assert Notice.objects.filter(text__contains="Mời đề xuất").count() == 1


def test_only_the_lead_calls_and_once_a_year_within_the_programme(w):
    with pytest.raises(PermissionDenied):
        proposals.open_proposals(
            programme=w.programme, year=2026, due_on=date(2026, 3, 1), by=w.officer(w.front), at=AT
        )
    w.round()
    with pytest.raises(Refused, match="Đã có đợt đề xuất"):
        w.round()
    with pytest.raises(Refused, match="ngoài thời gian"):
        w.round(2028)


def test_a_party_proposes_for_itself_and_the_lead_enters_a_paper_one(w):
    round_ = w.round()
    own = w.proposed(round_, coordinator_ids=[w.front.pk, w.women.pk])
    assert list(own.coordinators.all()) == [w.front]
    with pytest.raises(PermissionDenied):
        proposals.propose(round_=round_, body=w.women, content=w.content(), by=w.officer(w.farmers), at=AT)
    entered = proposals.propose(round_=round_, body=w.farmers, content=w.content(), by=w.officer(), at=AT)
    assert entered.decisions.get().by_body == w.committee


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"content": " "}, "Hãy ghi nội dung"),
        ({"ends_on": date(2026, 3, 1)}, "không được trước ngày bắt đầu"),
        ({"ends_on": date(2027, 1, 5)}, "trong năm 2026"),
        ({"target_value": Decimal(4)}, "cần đơn vị tính"),
        ({"cost": 5_000_000}, "cả số tiền và nguồn"),
    ],
)
def test_what_is_not_complete_is_refused_in_words(w, fields, words):
    round_ = w.round()
    with pytest.raises(Refused, match=words):
        w.proposed(round_, **fields)


def test_a_stranger_proposes_nothing(w):
    round_, other = w.round(), World()
    with pytest.raises(Refused, match="không phải bên"):
        proposals.propose(
            round_=round_, body=other.women, content=w.content(), by=w.officer(other.women), at=AT
        )


def test_a_changed_proposal_waits_to_be_looked_at_again(w):
    round_ = w.round()
    row = w.judged(w.proposed(round_))
    assert row.status == ProposalStatus.ACCEPTED
    changed = proposals.change_proposal(
        proposal=row,
        content=w.content(place="Nhà văn hóa"),
        version=row.version,
        by=w.officer(w.women),
        at=AT,
    )
    assert (changed.status, changed.place) == (ProposalStatus.PROPOSED, "Nhà văn hóa")
    with pytest.raises(Conflict):
        proposals.withdraw_proposal(proposal=row, version=1, by=w.officer(w.women), at=AT)


def test_an_answer_is_open_again_after_another_proposal(w):
    round_ = w.round()
    call = proposals.answer_call(round_=round_, body=w.women, by=w.officer(w.women), at=AT)
    assert call.answered_at
    w.proposed(round_)
    call.refresh_from_db()
    assert call.answered_at is None


def test_two_same_proposals_become_one_and_both_are_kept(w):
    round_ = w.round()
    kept, other = w.proposed(round_), w.proposed(round_, w.farmers, coordinator_ids=[w.front.pk])
    grouping.merge(proposal=other, into=kept, version=1, by=w.officer(), at=AT)
    assert set(kept.coordinators.all()) == {w.farmers, w.front}
    assert list(kept.sources.all()) == [other]
    proposals.withdraw_proposal(proposal=kept, version=1, by=w.officer(w.women), at=AT)
    other.refresh_from_db()
    assert (other.status, other.merged_into) == (ProposalStatus.PROPOSED, None)


def test_a_return_needs_a_note_and_tells_the_party(w):
    round_ = w.round()
    w.officer(w.women)
    row = w.proposed(round_)
    with pytest.raises(Refused, match="cần sửa điều gì"):
        w.judged(row, "return")
    w.judged(row, "return", "Ghi rõ địa điểm")
    assert Notice.objects.filter(text__contains="Ghi rõ địa điểm").exists()


def test_the_lead_accepts_all_that_waits_at_once(w):
    round_ = w.round()
    w.proposed(round_)
    w.proposed(round_, w.farmers)
    assert grouping.accept_all(round_=round_, by=w.officer(), at=AT) == 2
    assert not Proposal.objects.exclude(status=ProposalStatus.ACCEPTED).exists()


def test_proposals_of_a_clause_change_places(w):
    round_ = w.round()
    first, second = w.proposed(round_), w.proposed(round_, w.farmers, content="Ra quân dọn vệ sinh")
    grouping.move(proposal=second, up=True, version=1, by=w.officer(), at=AT)
    assert list(Proposal.objects.filter(round=round_)) == [second, first]
    grouping.move(proposal=second, up=True, version=1, by=w.officer(), at=AT)
    assert list(Proposal.objects.filter(round=round_)) == [second, first]


def test_last_years_contents_are_taken_over_once_a_year_later(w):
    old = w.judged(w.proposed(w.round()))
    w.closed(old.round)
    next_year = w.round(2027)
    for _ in range(2):
        grouping.carry_over(round_=next_year, earlier=[old], by=w.officer(w.women), at=AT)
    (new,) = next_year.proposals.all()
    assert (new.starts_on, new.ends_on, new.carried_from) == (date(2027, 4, 1), date(2027, 6, 30), old)


def test_a_closed_round_says_where_to_go_on(w):
    round_ = w.round()
    w.judged(w.proposed(round_))
    w.closed(round_)
    with pytest.raises(Refused, match="góp ý vào dự thảo"):
        w.proposed(round_)


def test_the_database_keeps_a_merged_one_to_its_one(w):
    row = w.proposed(w.round())
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=row.pk).update(status=ProposalStatus.MERGED)


@pytest.mark.parametrize("status", ProposalStatus.values)
@pytest.mark.parametrize("verb", PROPOSAL.moves)
def test_what_is_withdrawn_is_moved_no_more(status, verb):
    assert not PROPOSAL.allows(ProposalStatus.WITHDRAWN, verb)
    assert PROPOSAL.moves[verb].target != status or status in ProposalStatus.values


def _compared(number, words, *, clause="II.1", month=4):
    return Compared(number, clause, words, date(2026, month, 1), date(2026, month, 28))


def test_alike_are_contents_of_one_clause_and_time_in_nearly_the_same_words():
    rows = [
        _compared(1, "Tuyên truyền Luật Bảo vệ môi trường"),
        _compared(2, "Tuyên truyền về Luật bảo vệ môi trường năm 2026"),
        _compared(3, "Tuyên truyền Luật Bảo vệ môi trường", month=5),
        _compared(4, "Tuyên truyền Luật Bảo vệ môi trường", clause="II.2"),
        _compared(5, "Tặng quà hộ nghèo"),
    ]
    assert alike(rows) == [(1, 2)]
    assert TaskKind.TRAINING
