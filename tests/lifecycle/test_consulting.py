"""Consultation: a draft goes round its parties; every comment gets its answer before anybody signs."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from phoihop.accounts.models import Notice
from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.lifecycle import actions
from phoihop.lifecycle.models import Comment, Consultation
from phoihop.lifecycle.papers.comments import comments_paper
from phoihop.lifecycle.queries.consulting import consulting
from phoihop.lifecycle.statuses import COMMENT, CommentStatus
from phoihop.organisations.models import BodyKind
from phoihop.targets.models import Target
from phoihop.writing.checks import faults
from phoihop.writing.word import write_docx
from tests.programmes import factories
from tests.targets import factories as targets

pytestmark = pytest.mark.django_db


class Talks:
    """A draft of a committee, a Front and a Women's Union; an officer of each."""

    def __init__(self) -> None:
        area = factories.place("Lam Sơn")
        kinds = (BodyKind.PEOPLES_COMMITTEE, BodyKind.FRONT_COMMITTEE, BodyKind.WOMENS_UNION)
        names = ("UBND xã", "MTTQ xã", "Hội LHPN xã")
        bodies = [factories.body(kind, area, name=name) for kind, name in zip(kinds, names, strict=True)]
        self.edition = factories.edition(lead=bodies[0], parties=bodies)
        self.lead, self.front, self.women = (factories.member(body) for body in bodies)
        self.stranger = factories.member(factories.body(BodyKind.FARMERS_UNION))

    @property
    def clause(self):
        return self.edition.clauses.get(path="II.1")

    def target(self) -> Target:
        return targets.target(self.edition, clause=self.clause)

    def opened(self) -> Consultation:
        due_on = clock.today() + timedelta(days=5)
        return actions.open_consultation(
            edition=self.edition, due_on=due_on, note="", by=self.lead, at=clock.now()
        )

    def comment(self, given: Consultation, *, proposed: str = "", by=None, clause: bool = True) -> Comment:
        return actions.comment(
            consultation=given,
            clause=self.clause if clause else None,
            text="Nên nói rõ hơn",
            proposed_text=proposed,
            by=by or self.front,
            at=clock.now(),
        )

    def answer(self, row: Comment, verb: str, *, reply: str = "", by=None, **more) -> Comment:
        values = {"version": row.version, "by": by or self.lead, "at": clock.now()} | more
        return actions.answer_comment(given=row, verb=verb, reply=reply, **values)


@pytest.fixture
def talks() -> Talks:
    return Talks()


def test_every_party_but_the_lead_is_asked_and_told(talks: Talks) -> None:
    given = talks.opened()
    assert {row.body_id for row in given.invitations.all()} == {talks.front.body_id, talks.women.body_id}
    told = set(Notice.objects.values_list("person_id", flat=True))
    assert told == {talks.front.person_id, talks.women.person_id}


def test_one_round_at_a_time(talks: Talks) -> None:
    talks.opened()
    with pytest.raises(Refused, match="chưa khép lại"):
        talks.opened()


def test_only_the_lead_opens_answers_and_closes(talks: Talks) -> None:
    with pytest.raises(PermissionDenied):
        actions.open_consultation(
            edition=talks.edition, due_on=clock.today(), note="", by=talks.front, at=clock.now()
        )
    given = talks.opened()
    row = talks.comment(given)
    with pytest.raises(PermissionDenied):
        talks.answer(row, "accept", by=talks.front)
    with pytest.raises(PermissionDenied):
        actions.close_consultation(consultation=given, by=talks.women, at=clock.now())


def test_only_a_party_asked_comments(talks: Talks) -> None:
    given = talks.opened()
    for somebody in (talks.lead, talks.stranger):
        with pytest.raises(PermissionDenied):
            talks.comment(given, by=somebody)


def test_an_accepted_proposal_goes_into_the_draft(talks: Talks) -> None:
    row = talks.comment(talks.opened(), proposed="1. Công tác tuyên truyền, vận động")
    before = talks.edition.version
    talks.answer(row, "accept", into_draft=True)
    assert talks.clause.text == "1. Công tác tuyên truyền, vận động"
    talks.edition.refresh_from_db()
    assert talks.edition.version > before
    row.refresh_from_db()
    assert (row.status, row.is_in_draft) == (CommentStatus.ACCEPTED, True)


def test_a_proposal_for_words_since_changed_is_not_put_over_them(talks: Talks) -> None:
    given = talks.opened()
    first, second = (talks.comment(given, proposed=f"1. Lời {number}") for number in (1, 2))
    talks.answer(first, "accept", into_draft=True)
    with pytest.raises(Refused, match="đã sửa từ khi có ý kiến"):
        talks.answer(second, "accept", into_draft=True)
    assert talks.clause.text == "1. Lời 1"


@pytest.mark.parametrize("verb", ["explain", "refuse"])
def test_not_taking_a_comment_needs_its_reason(talks: Talks, verb: str) -> None:
    row = talks.comment(talks.opened())
    with pytest.raises(Refused, match="giải trình"):
        talks.answer(row, verb)
    assert talks.answer(row, verb, reply="Đã quy định ở mục III").reply == "Đã quy định ở mục III"


def test_a_stale_answer_changes_nothing(talks: Talks) -> None:
    row = talks.comment(talks.opened())
    talks.answer(row, "accept")
    with pytest.raises(Conflict):
        talks.answer(row, "refuse", reply="Không cần", version=1)


def test_an_answer_can_be_taken_up_again_unless_it_is_in_the_draft(talks: Talks) -> None:
    given = talks.opened()
    row = talks.answer(talks.comment(given), "accept")
    assert talks.answer(row, "reopen").status == CommentStatus.OPEN
    kept = talks.answer(talks.comment(given, proposed="1. Lời mới"), "accept", into_draft=True)
    with pytest.raises(Refused, match="đã vào dự thảo"):
        talks.answer(kept, "reopen")


def test_a_party_withdraws_its_own_comment_only(talks: Talks) -> None:
    given = talks.opened()
    row = talks.comment(given)
    with pytest.raises(PermissionDenied):
        actions.withdraw_comment(given=row, by=talks.women, at=clock.now())
    assert actions.withdraw_comment(given=row, by=talks.front, at=clock.now()).status == "withdrawn"
    assert actions.close_consultation(consultation=given, by=talks.lead, at=clock.now()).closed_at


def test_a_round_closes_when_every_comment_has_its_answer(talks: Talks) -> None:
    given = talks.opened()
    row = talks.comment(given, clause=False)
    with pytest.raises(Refused, match="Còn 1 ý kiến"):
        actions.close_consultation(consultation=given, by=talks.lead, at=clock.now())
    talks.answer(row, "explain", reply="Đã có ở mục I")
    actions.close_consultation(consultation=given, by=talks.lead, at=clock.now())
    with pytest.raises(Refused, match="đã khép lại"):
        talks.comment(given)


def test_nobody_signs_while_a_round_is_open(talks: Talks) -> None:
    given = talks.opened()
    with pytest.raises(Refused, match="hiệp thương"):
        actions.open_for_signature(edition=talks.edition, by=talks.lead, at=clock.now())
    actions.close_consultation(consultation=given, by=talks.lead, at=clock.now())
    actions.open_for_signature(edition=talks.edition, by=talks.lead, at=clock.now())


def test_a_new_comment_opens_the_partys_answer_again(talks: Talks) -> None:
    given = talks.opened()
    actions.answer_invitation(consultation=given, by=talks.front, at=clock.now())
    assert given.invitations.get(body_id=talks.front.body_id).answered_at
    talks.comment(given)
    assert given.invitations.get(body_id=talks.front.body_id).answered_at is None


def test_a_party_that_has_not_answered_in_time_is_late(talks: Talks) -> None:
    given = talks.opened()
    actions.answer_invitation(consultation=given, by=talks.front, at=clock.now())
    state = consulting(talks.edition, talks.lead, today=given.due_on + timedelta(days=1))
    assert [(line.body, line.is_late) for line in state.rounds[0].invited] == [
        ("MTTQ xã", False),
        ("Hội LHPN xã", True),
    ]
    on_the_day = consulting(talks.edition, talks.lead, today=given.due_on)
    assert not any(line.is_late for line in on_the_day.rounds[0].invited)


def test_the_page_costs_the_same_for_many_comments(talks: Talks, django_assert_num_queries) -> None:
    given = talks.opened()
    for _ in range(2):
        talks.comment(given)
    with django_assert_num_queries(9) as few:
        consulting(talks.edition, talks.front, today=clock.today())
    for _ in range(6):
        talks.comment(given)
    with django_assert_num_queries(len(few)):
        consulting(talks.edition, talks.front, today=clock.today())


def test_the_table_of_comments_leaves_as_a_right_document(talks: Talks) -> None:
    given = talks.opened()
    talks.answer(talks.comment(given, proposed="1. Lời mới"), "refuse", reply="Giữ như dự thảo")
    factories.member(talks.edition.programme.lead, "leader")
    said = consulting(talks.edition, talks.lead, today=clock.today()).rounds[0]
    paper = comments_paper(talks.edition, said, today=date(2026, 12, 10))
    assert faults(write_docx(paper)) == []
    body, said_words, answer = paper.annexes[0].blocks[0].rows[0][2:]
    assert body == "MTTQ xã"
    assert said_words == "Nên nói rõ hơn\nĐề nghị viết lại: 1. Lời mới"
    assert answer == "Không tiếp thu: Giữ như dự thảo"


@pytest.mark.parametrize("verb", sorted(COMMENT.moves))
@pytest.mark.parametrize("status", list(CommentStatus))
def test_every_move_of_a_comment_is_open_or_refused_as_its_table_says(verb: str, status: str) -> None:
    if COMMENT.allows(status, verb):
        assert COMMENT.after(status, verb) in CommentStatus.values
    else:
        with pytest.raises(MoveNotAllowed):
            COMMENT.after(status, verb)


def test_the_whole_talk_through_the_pages(talks: Talks) -> None:
    lead, front = (factories.people.client_as(member) for member in (talks.lead, talks.front))

    def address(name: str, *more: int) -> str:
        return reverse(f"lifecycle:{name}", args=[talks.edition.programme_id, *more])

    assert lead.post(address("open_consultation"), {"due_on": ""}).status_code == 422
    lead.post(address("open_consultation"), {"due_on": clock.today().isoformat(), "note": "Mời các bên"})
    page = front.get(address("consultation")).content.decode()
    assert "Mời các bên" in page
    assert "Ý kiến của đơn vị tôi" in page
    assert front.post(address("comment"), {"text": ""}).status_code == 422
    front.post(
        address("comment"),
        {"subject": f"muc-{talks.clause.pk}", "text": "Bổ sung", "proposed_text": "1. Lời mới"},
    )
    front.post(address("agree"))
    row = Comment.objects.get()
    assert "Tiếp thu, viết lại trong dự thảo" in lead.get(address("consultation")).content.decode()
    lead.post(address("answer_comment", row.pk), {"into_draft": "1", "version": row.version, "reply": ""})
    assert talks.clause.text == "1. Lời mới"
    assert lead.get(address("comments_word", row.consultation_id)).content.startswith(b"PK")
    lead.post(address("close_consultation"))
    assert "đã khép lại" in front.get(address("consultation")).content.decode()


def test_a_target_is_commented_on_with_its_words_of_then(talks: Talks) -> None:
    given, target = talks.opened(), talks.target()
    said = actions.comment(
        consultation=given, clause=None, target=target, text="Nên giảm", proposed_text="từ 8 trở lên",
        by=talks.front, at=clock.now(),
    )  # fmt: skip
    assert (said.path, said.old_text) == (
        "II.1, chỉ tiêu",
        "doanh nghiệp thành lập mới: từ 10 doanh nghiệp trở lên",
    )
    with pytest.raises(Refused, match="sửa chỉ tiêu"):
        talks.answer(said, "accept", into_draft=True)
    assert talks.answer(said, "accept").status == CommentStatus.ACCEPTED


def test_a_target_of_another_text_is_not_commented_on(talks: Talks) -> None:
    with pytest.raises(Refused, match="không thuộc dự thảo"):
        actions.comment(
            consultation=talks.opened(), clause=None, target=targets.target(), text="x", by=talks.front,
            at=clock.now(),
        )  # fmt: skip


def test_the_page_offers_the_targets_too(talks: Talks) -> None:
    talks.opened()
    target = talks.target()
    client = factories.people.client_as(talks.front)
    address = reverse("lifecycle:comment", args=[talks.edition.programme_id])
    assert client.post(address, {"subject": f"chi-tieu-{target.pk}", "text": "Nên giảm"}).status_code == 302
    assert Comment.objects.get().target == target
    assert client.post(address, {"subject": "chi-tieu-0", "text": "Nên giảm"}).status_code == 422
