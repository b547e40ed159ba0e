"""Forms of sessions, meetings, inspections and costs in a browser: once, twice, too late, by whom."""

import uuid
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from phoihop.plans.models import AgendaItem, CostLine, Invitee, Meeting, Session
from phoihop.plans.statuses import TaskKind
from tests.accounts.factories import client_as
from tests.plans import factories
from tests.plans.test_meetings import Room
from tests.programmes import factories as programmes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]


def as_(body, role="officer") -> Client:
    return client_as(programmes.member(body, role))


def test_a_session_is_planned_once_held_and_shown_with_its_sum(edition):
    task = factories.task(edition)
    client = as_(task.body)
    sent = {
        "held_on": "2026-03-05", "topic": "Luật Đất đai", "venue": "Thôn 3", "planned_attendance": "50",
        "submission_key": str(uuid.uuid4()),
    }  # fmt: skip
    for _ in range(2):
        assert client.post(reverse("plans:add_session", args=[task.pk]), sent).status_code == 302
    session = Session.objects.get()
    counts = {"version": "1", "attendance": "42", "women": "43"}
    wrong = client.post(reverse("plans:hold_session", args=[session.pk]), counts)
    assert (wrong.status_code, "lượt nữ" in wrong.content.decode()) == (422, True)
    client.post(reverse("plans:hold_session", args=[session.pk]), counts | {"women": "20"})
    shown = client.get(reverse("plans:detail", args=[task.pk])).content.decode()
    assert "<b>42</b> lượt người" in shown
    assert "Số lượt người tham dự" not in shown


def test_a_cost_is_typed_as_people_write_money(edition):
    task = factories.task(edition)
    client = as_(task.body)
    sent = {"content": "In tờ rơi", "source": "budget", "estimate": "1.500.000"}
    assert client.post(reverse("plans:add_cost", args=[task.pk]), sent).status_code == 302
    assert CostLine.objects.get().estimate == 1_500_000
    odd = client.post(reverse("plans:add_cost", args=[task.pk]), sent | {"estimate": "1,5"})
    assert odd.status_code == 422


def test_a_stale_text_of_the_minutes_comes_back_beside_the_kept_one(edition):
    room = Room(edition).prepared()
    client = client_as(room.secretary)
    address = reverse("plans:agenda_item", args=[room.task.pk, room.item.pk])
    first = {"version": "1", "content": "Kết quả", "minutes": "Bản của người thứ nhất"}
    assert client.post(address, first).status_code == 302
    answer = client.post(address, first | {"minutes": "Bản của người thứ hai"})
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "Bản của người thứ nhất" in said
    assert "Bản của người thứ hai" in said
    assert AgendaItem.objects.get().minutes == "Bản của người thứ nhất"
    joined = first | {"minutes": "Hai bản", "version": answer.context["form"]["version"].value()}
    assert client.post(address, joined).status_code == 302
    assert AgendaItem.objects.get().minutes == "Hai bản"


def test_attendance_marked_otherwise_meanwhile_is_shown_and_the_rest_kept_on_the_sheet(edition):
    room = Room(edition).prepared()
    client = client_as(room.secretary)
    first, second, _ = Invitee.objects.order_by("pk")
    address = reverse("plans:attendance", args=[room.task.pk])
    here = {f"version-{first.pk}": "1", f"attendance-{first.pk}": "present", f"people-{first.pk}": "1"}
    assert client.post(address, here).status_code == 302
    late = {
        f"version-{first.pk}": "1", f"attendance-{first.pk}": "absent", f"reason-{first.pk}": "ốm",
        f"version-{second.pk}": "1", f"attendance-{second.pk}": "absent",
        f"reason-{second.pk}": "bận họp tỉnh",
    }  # fmt: skip
    answer = client.post(address, late)
    assert answer.status_code == 409
    assert "bận họp tỉnh" in answer.content.decode()
    assert Invitee.objects.get(pk=first.pk).attendance == "present"


def test_a_meeting_is_closed_to_strangers_and_to_those_who_only_read(edition):
    room = Room(edition).prepared()
    address = reverse("plans:meeting", args=[room.task.pk])
    assert as_(programmes.body()).get(address).status_code == 404
    reader = as_(room.bodies[1], "viewer")
    assert reader.get(address).status_code == 200
    assert reader.get(reverse("plans:change_meeting", args=[room.task.pk])).status_code == 403
    item = reverse("plans:agenda_item", args=[room.task.pk, room.item.pk])
    assert as_(room.bodies[1]).get(item).status_code == 403
    assert Meeting.objects.count() == 1


def test_the_papers_of_a_meeting_are_files(edition):
    room = Room(edition).confirmed()
    client = client_as(room.secretary)
    for name, beginning in (
        ("minutes_word", b"PK"), ("minutes_pdf", b"%PDF"), ("invitation_word", b"PK"),
    ):  # fmt: skip
        answer = client.get(reverse(f"plans:{name}", args=[room.task.pk]))
        assert answer.content.startswith(beginning)
    only = reverse("plans:invitation_word", args=[room.task.pk])
    assert client.get(only, {"moi": "999999"}).status_code == 404


def test_a_task_of_a_meeting_leads_to_it(edition):
    task = factories.task(edition, kind=TaskKind.MEETING, due_on=date(2026, 4, 20))
    client = as_(task.body)
    assert "Lập cuộc họp" in client.get(reverse("plans:detail", args=[task.pk])).content.decode()
    sent = {
        "subject": "giao ban", "held_on": "2026-04-20", "starts_at": "08:00", "place": "Hội trường",
        "chair_name": "Ông Chủ", "secretary_name": "Bà Thư",
    }  # fmt: skip
    assert client.post(reverse("plans:plan_meeting", args=[task.pk]), sent).status_code == 302
    assert "Mở cuộc họp" in client.get(reverse("plans:detail", args=[task.pk])).content.decode()
    again = client.post(reverse("plans:plan_meeting", args=[task.pk]), sent)
    assert (again.status_code, Meeting.objects.count()) == (422, 1)
