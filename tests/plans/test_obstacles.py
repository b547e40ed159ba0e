"""Vướng mắc: raised on a clause, answered, closed, reopened; who sees and may do what."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from phoihop.accounts.models import Notice
from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.organisations.models import Body, BodyKind
from phoihop.plans.actions import obstacles as actions
from phoihop.plans.inputs import ObstacleContent
from phoihop.plans.models import Obstacle
from phoihop.plans.queries import obstacles as queries
from phoihop.plans.statuses import OBSTACLE, ObstacleKind, ObstacleStatus
from phoihop.programmes.models import Edition
from tests.accounts.factories import client_as
from tests.plans.factories import AT
from tests.programmes import factories as programmes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]
TODAY = date(2026, 4, 2)


def women_of(edition: Edition) -> Body:
    return edition.parties.get(body__kind=BodyKind.WOMENS_UNION).body


def content(edition: Edition, **fields: object) -> ObstacleContent:
    values: dict[str, object] = {
        "kind": ObstacleKind.MONEY,
        "text": "Chưa có kinh phí in tờ rơi.",
        "since_on": date(2026, 3, 1),
        "addressed_to": edition.programme.lead_id,
        "answer_due_on": date(2026, 4, 10),
    } | fields
    return ObstacleContent(**values)  # type: ignore[arg-type]


def raised(edition: Edition, *, body: Body | None = None, **fields: object) -> Obstacle:
    body = body or women_of(edition)
    return actions.raise_obstacle(
        clause=programmes.clause(edition, "II.1"),
        body=body,
        content=content(edition, **fields),
        by=programmes.member(body),
        at=AT,
    )


def test_a_party_raises_the_lead_answers_and_the_party_closes(edition):
    row = raised(edition)
    lead, women = programmes.member(edition.programme.lead), programmes.member(row.raised_by_body)
    row = actions.answer_obstacle(obstacle=row, text="Đã cấp 5 triệu đồng.", version=1, by=lead, at=AT)
    assert row.status == ObstacleStatus.ANSWERED
    row = actions.close_obstacle(obstacle=row, version=2, by=women, at=AT)
    assert row.status == ObstacleStatus.CLOSED
    assert [d.verb for d in row.decisions.order_by("pk")] == ["raise", "answer", "close"]


def test_the_body_addressed_is_told_at_once(edition):
    officer = programmes.member(edition.programme.lead)
    raised(edition)
    notice = Notice.objects.get(person_id=officer.person_id)
    assert "vướng mắc ở mục II.1" in notice.text
    assert "10/04/2026" in notice.text


def test_an_answer_that_does_not_help_is_asked_again_with_a_new_day(edition):
    row = raised(edition)
    lead, women = programmes.member(edition.programme.lead), programmes.member(row.raised_by_body)
    row = actions.answer_obstacle(obstacle=row, text="Tự cân đối.", version=1, by=lead, at=AT)
    row = actions.ask_again(
        obstacle=row, text="Hội không có nguồn.", answer_due_on=date(2026, 4, 20), version=2, by=women, at=AT
    )
    assert (row.status, row.answer_due_on) == (ObstacleStatus.OPEN, date(2026, 4, 20))


def test_the_lead_closes_only_with_a_reason_and_the_raiser_reopens(edition):
    row = raised(edition)
    lead, women = programmes.member(edition.programme.lead), programmes.member(row.raised_by_body)
    with pytest.raises(Refused):
        actions.close_obstacle(obstacle=row, version=1, by=lead, at=AT)
    row = actions.close_obstacle(obstacle=row, reason="Đã có kế hoạch mới", version=1, by=lead, at=AT)
    row = actions.reopen_obstacle(obstacle=row, reason="Vẫn chưa có", version=2, by=women, at=AT)
    assert row.status == ObstacleStatus.OPEN


def test_a_body_that_can_solve_it_gets_it_forwarded(edition):
    front = edition.parties.get(body__kind=BodyKind.FRONT_COMMITTEE).body
    lead = programmes.member(edition.programme.lead)
    row = actions.forward_obstacle(
        obstacle=raised(edition), to=front, answer_due_on=date(2026, 4, 15), version=1, by=lead, at=AT
    )
    assert row.addressed_to == front
    with pytest.raises(PermissionDenied):
        actions.answer_obstacle(obstacle=row, text="…", version=2, by=lead, at=AT)
    actions.answer_obstacle(obstacle=row, text="Đã làm", version=2, by=programmes.member(front), at=AT)


def test_it_is_taken_back_only_before_an_answer(edition):
    row = raised(edition)
    women = programmes.member(row.raised_by_body)
    lead = programmes.member(edition.programme.lead)
    answered = actions.answer_obstacle(obstacle=row, text="Đã rõ", version=1, by=lead, at=AT)
    with pytest.raises(Refused):
        actions.withdraw_obstacle(obstacle=answered, version=2, by=women, at=AT)
    other = raised(edition, text="Nhầm")
    assert actions.withdraw_obstacle(obstacle=other, version=1, by=women, at=AT).status == "withdrawn"


def test_a_stale_form_and_a_stranger_change_nothing(edition):
    row = raised(edition)
    lead = programmes.member(edition.programme.lead)
    with pytest.raises(Conflict):
        actions.answer_obstacle(obstacle=row, text="Cũ", version=7, by=lead, at=AT)
    stranger = programmes.body(BodyKind.FARMERS_UNION)
    with pytest.raises(PermissionDenied):
        raised(edition, body=stranger)
    with pytest.raises(PermissionDenied):
        actions.answer_obstacle(obstacle=row, text="…", version=1, by=programmes.member(stranger), at=AT)


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": " "},
        {"since_on": TODAY + timedelta(days=1)},
        {"answer_due_on": TODAY - timedelta(days=1)},
    ],
)
def test_words_and_days_must_make_sense(edition, wrong):
    with pytest.raises(Refused):
        raised(edition, **wrong)


def test_nothing_is_raised_on_a_draft(draft):
    with pytest.raises(Refused):
        raised(draft)


@pytest.mark.parametrize("status", ObstacleStatus.values)
@pytest.mark.parametrize("verb", list(OBSTACLE.moves))
def test_every_verb_is_open_only_where_the_table_says(status, verb):
    if OBSTACLE.allows(status, verb):
        assert OBSTACLE.after(status, verb) in ObstacleStatus.values
    else:
        with pytest.raises(MoveNotAllowed):
            OBSTACLE.after(status, verb)


def test_overdue_answers_are_counted(edition):
    raised(edition)
    raised(edition, text="Thiếu người")
    counts = queries.obstacle_counts(edition.programme, date(2026, 4, 11))
    assert (counts.open, counts.late, counts.unsolved) == (2, 2, 2)


def test_it_is_found_through_the_key_of_its_clause(edition):
    row = raised(edition)
    by_clause = queries.unsolved_by_clause(edition.programme_id, programmes.member(women_of(edition)), TODAY)
    assert [card.id for card in by_clause[row.clause.key]] == [row.pk]


def test_a_report_begins_with_what_the_body_raised(edition):
    from phoihop.core.periods import Period

    row = raised(edition, proposal="Cấp 5 triệu đồng.")
    found = queries.obstacles_of_period(
        row.raised_by_body, edition.programme_id, Period(date(2026, 1, 1), date(2026, 3, 31))
    )
    assert queries.obstacle_sentences(found) == [
        "Mục II.1 (kinh phí, chờ trả lời): Chưa có kinh phí in tờ rơi. Đề xuất: Cấp 5 triệu đồng."
    ]
    none = queries.obstacles_of_period(
        row.raised_by_body, edition.programme_id, Period(date(2025, 10, 1), date(2025, 12, 31))
    )
    assert none == []


def test_the_list_costs_the_same_for_two_and_for_twenty(edition, django_assert_num_queries):
    member = programmes.member(edition.programme.lead)
    for count in (2, 18):
        for _ in range(count):
            raised(edition)
        rows = queries.programme_obstacles(edition.programme, member, status="mo")
        with django_assert_num_queries(3):
            queries.obstacles_paged(rows, "1", TODAY)


def test_the_pages_lead_through_it(edition):
    women = client_as(programmes.member(women_of(edition)))
    new = reverse("plans:new_obstacle", args=[edition.programme_id])
    assert "Nêu vướng mắc" in women.get(new).content.decode()
    form = {
        "clause": programmes.clause(edition, "II.1").pk,
        "body": women_of(edition).pk,
        "kind": "money",
        "text": "Chưa có kinh phí.",
        "since_on": "2026-03-01",
        "addressed_to": edition.programme.lead_id,
        "answer_due_on": "2026-04-10",
    }
    assert women.post(new, form | {"text": ""}).status_code == 422
    assert women.post(new, form | {"since_on": "2026-05-01"}).status_code == 422
    page = women.post(new, form).url
    lead = client_as(programmes.member(edition.programme.lead))
    assert "Trả lời" in lead.get(page).content.decode()
    act = reverse("plans:obstacle_act", args=[Obstacle.objects.get().pk])
    assert lead.post(act, {"verb": "answer", "version": 1}).status_code == 422
    assert lead.post(act, {"verb": "answer", "version": 1, "answer-text": "Đã cấp."}).status_code == 302
    assert women.post(act, {"verb": "close", "version": 2}).status_code == 302
    listed = women.get(reverse("plans:obstacles", args=[edition.programme_id]), {"trang-thai": "closed"})
    assert "đã giải quyết" in listed.content.decode()
    stranger = client_as(programmes.member(programmes.body(BodyKind.FARMERS_UNION)))
    assert stranger.get(page).status_code == 404
    assert stranger.post(act, {"verb": "answer"}).status_code == 404
