"""Nhiệm vụ phát sinh: in force when all asked agreed; one task of the leading body, without a clause."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from phoihop.core.errors import Refused
from phoihop.core.periods import Period
from phoihop.core.workflow import MoveNotAllowed
from phoihop.organisations.models import Body, BodyKind
from phoihop.plans import actions as tasks
from phoihop.plans.actions import emergent as actions
from phoihop.plans.inputs import EmergentContent
from phoihop.plans.models import EmergentTask, Task
from phoihop.plans.queries import emergent as queries
from phoihop.plans.statuses import EmergentStatus, TaskKind
from phoihop.programmes.models import Edition
from tests.accounts.factories import client_as
from tests.plans.factories import AT, outcome
from tests.programmes import factories as programmes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]
TODAY = date(2026, 4, 2)


def party(edition: Edition, kind: BodyKind) -> Body:
    return edition.parties.get(body__kind=kind).body


def proposed(edition: Edition, **fields: object) -> EmergentTask:
    """The Women's Union proposes what the Front is to lead."""
    women = party(edition, BodyKind.WOMENS_UNION)
    values: dict[str, object] = {
        "kind": TaskKind.EVENT,
        "title": "Ủng hộ đồng bào vùng lũ",
        "reason": "Bão số 3",
        "lead": party(edition, BodyKind.FRONT_COMMITTEE).pk,
        "due_on": date(2026, 5, 1),
    } | fields
    return actions.propose_emergent(
        programme=edition.programme,
        body=women,
        content=EmergentContent(**values),  # type: ignore[arg-type]
        by=programmes.member(women),
        at=AT,
    )


def answer(row: EmergentTask, body: Body, *, agrees: bool = True, reason: str = "") -> EmergentTask:
    return actions.answer_emergent(
        emergent=row, body=body, agrees=agrees, reason=reason, by=programmes.member(body), at=AT
    )


def test_it_becomes_a_task_of_the_leading_body_when_all_agreed(edition):
    row, front = proposed(edition), party(edition, BodyKind.FRONT_COMMITTEE)
    row = answer(row, front)
    assert row.status == EmergentStatus.PROPOSED
    row = answer(row, edition.programme.lead)
    assert (row.status, row.agreed_at) == (EmergentStatus.AGREED, AT)
    task = Task.objects.get()
    assert (task.body, task.clause, task.emergent, task.title) == (
        front,
        None,
        row,
        "Ủng hộ đồng bào vùng lũ",
    )


def test_only_the_parties_named_are_asked_beside_who_works(edition):
    row = proposed(edition, asked=[party(edition, BodyKind.WOMENS_UNION).pk])
    assert row.parts.count() == 2
    row = answer(row, party(edition, BodyKind.FRONT_COMMITTEE))
    assert row.status == EmergentStatus.AGREED


def test_a_party_declines_with_a_reason_and_may_change_its_mind(edition):
    row, front = proposed(edition), party(edition, BodyKind.FRONT_COMMITTEE)
    with pytest.raises(Refused):
        answer(row, front, agrees=False)
    row = answer(row, front, agrees=False, reason="Đã có đợt vận động khác")
    assert row.status == EmergentStatus.REFUSED
    answer(row, edition.programme.lead)
    row = answer(row, front)
    assert row.status == EmergentStatus.AGREED


def test_it_is_withdrawn_while_not_all_agreed_and_never_after(edition):
    row = proposed(edition)
    women = programmes.member(party(edition, BodyKind.WOMENS_UNION))
    by = programmes.member(edition.programme.lead)
    with pytest.raises(PermissionDenied):
        actions.withdraw_emergent(emergent=row, version=1, by=by, at=AT)
    assert actions.withdraw_emergent(emergent=row, version=1, by=women, at=AT).status == "withdrawn"
    with pytest.raises(Refused):
        answer(row, edition.programme.lead)
    other = proposed(edition)
    for kind in (BodyKind.FRONT_COMMITTEE, BodyKind.PEOPLES_COMMITTEE):
        other = answer(other, party(edition, kind))
    with pytest.raises(MoveNotAllowed):
        actions.withdraw_emergent(emergent=other, version=other.version, by=women, at=AT)


def test_only_a_party_proposes_and_only_who_is_asked_answers(edition):
    stranger = programmes.body(BodyKind.FARMERS_UNION)
    with pytest.raises(PermissionDenied):
        actions.propose_emergent(
            programme=edition.programme,
            body=stranger,
            content=EmergentContent(TaskKind.WORK, "Việc", "Lý do", stranger.pk, date(2026, 5, 1)),
            by=programmes.member(stranger),
            at=AT,
        )
    with pytest.raises(PermissionDenied):
        answer(proposed(edition), stranger)


@pytest.mark.parametrize("wrong", [{"title": " "}, {"reason": ""}, {"due_on": date(2026, 4, 1)}])
def test_what_and_why_and_by_when_must_be_said(edition, wrong):
    with pytest.raises(Refused):
        proposed(edition, **wrong)


def test_a_task_stands_under_a_clause_or_comes_from_an_agreement_never_both_nor_neither(edition):
    row = proposed(edition)
    common = {"programme": edition.programme, "body": edition.programme.lead, "due_on": TODAY}
    for ends in ({}, {"clause": programmes.clause(edition), "emergent": row}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Task.objects.create(**common, **ends, kind="work", title="Việc")


def test_a_report_says_what_came_of_it_from_its_result(edition):
    row, front = proposed(edition), party(edition, BodyKind.FRONT_COMMITTEE)
    answer(row, front)
    answer(row, edition.programme.lead)
    tasks.finish(task=Task.objects.get(), outcome=outcome(), by=programmes.member(front), at=AT)
    quarter = Period(date(2026, 1, 1), date(2026, 3, 31))
    assert queries.emergent_results(front, edition.programme_id, quarter) == [
        "Đã tổ chức 01 hoạt động: Ủng hộ đồng bào vùng lũ (ngày 18/03/2026), đã phát 200 tờ rơi."
    ]


def test_the_list_costs_the_same_for_two_and_for_ten(edition, django_assert_num_queries):
    member = programmes.member(edition.programme.lead)
    for count in (2, 8):
        for _ in range(count):
            proposed(edition)
        with django_assert_num_queries(4):
            queries.emergent_cards(queries.programme_emergents(edition.programme, member), TODAY)


def test_the_pages_lead_through_it(edition):
    women = client_as(programmes.member(party(edition, BodyKind.WOMENS_UNION)))
    new = reverse("plans:new_emergent", args=[edition.programme_id])
    assert "Đề xuất nhiệm vụ phát sinh" in women.get(new).content.decode()
    front = party(edition, BodyKind.FRONT_COMMITTEE)
    form = {
        "body": party(edition, BodyKind.WOMENS_UNION).pk,
        "title": "Ủng hộ đồng bào vùng lũ",
        "kind": "event",
        "reason": "Bão số 3",
        "lead": front.pk,
        "due_on": "2026-05-01",
        "coordinators": [edition.programme.lead_id],
    }
    assert women.post(new, form | {"due_on": "2026-01-01"}).status_code == 422
    page = women.post(new, form).url
    assert "Rút đề xuất" in women.get(page).content.decode()
    row = EmergentTask.objects.get()
    reply = reverse("plans:answer_emergent", args=[row.pk])
    other = client_as(programmes.member(front))
    assert other.post(reply, {"body": front.pk, "decline": "1"}).status_code == 422
    assert other.post(reply, {"body": front.pk, "agree": "1"}).status_code == 302
    last = client_as(programmes.member(edition.programme.lead))
    assert last.post(reply, {"body": edition.programme.lead_id, "agree": "1"}).status_code == 302
    task = reverse("plans:detail", args=[Task.objects.get().pk])
    assert "nhiệm vụ phát sinh" in last.get(task).content.decode()
    listed = last.get(reverse("plans:emergents", args=[edition.programme_id])).content.decode()
    assert "đã thống nhất" in listed
    stranger = client_as(programmes.member(programmes.body(BodyKind.FARMERS_UNION)))
    assert stranger.get(page).status_code == 404
    assert stranger.post(reply, {"body": front.pk, "agree": "1"}).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_last_answers_at_once_make_one_task(edition):
    row = proposed(edition)
    bodies = [party(edition, BodyKind.FRONT_COMMITTEE), edition.programme.lead]
    people = [programmes.member(body) for body in bodies]
    start = Barrier(2)

    def agree(number: int) -> str:
        try:
            start.wait(timeout=10)
            answered = actions.answer_emergent(
                emergent=row, body=bodies[number], agrees=True, by=people[number], at=AT
            )
            return str(answered.status)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(agree, range(2))) == ["agreed", "proposed"]
    assert Task.objects.count() == 1
