"""Pages of tasks: who opens them, what a form does once, twice and too late."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from phoihop.plans.models import Task
from phoihop.plans.statuses import TaskStatus
from tests.accounts.factories import client_as
from tests.plans import factories
from tests.programmes import factories as programmes
from tests.targets.factories import photo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]
ROLES = ["viewer", "officer", "leader", "clerk", "committee_member", "area_head", "administrator"]
WRITERS = {"officer", "leader"}
OWN_ONLY = {"committee_member", "area_head"}


def as_(body, role="officer") -> Client:
    return client_as(programmes.member(body, role))


@pytest.mark.parametrize("role", ROLES)
def test_every_role_reads_and_only_officers_and_leaders_plan(edition, role):
    task = factories.task(edition)
    client = as_(task.body, role)
    assert client.get(reverse("plans:list")).status_code == 200
    assert client.get(reverse("plans:month")).status_code == 200
    seen = 404 if role in OWN_ONLY else 200
    assert client.get(reverse("plans:detail", args=[task.pk])).status_code == seen
    wanted = 200 if role in WRITERS else 403
    assert client.get(reverse("plans:new")).status_code == wanted
    assert client.get(reverse("plans:change", args=[task.pk])).status_code == wanted


def test_another_commune_does_not_find_the_task(edition):
    task = factories.task(edition)
    other = as_(programmes.body())
    assert other.get(reverse("plans:detail", args=[task.pk])).status_code == 404
    assert other.post(reverse("plans:start", args=[task.pk])).status_code == 404


def test_a_task_is_planned_once_even_when_the_form_is_sent_twice(edition):
    client = as_(edition.programme.lead)
    sent = {
        "programme": edition.programme_id,
        "clause": programmes.clause(edition).pk,
        "body": edition.programme.lead_id,
        "kind": "training",
        "title": "Tuyên truyền Luật Đất đai",
        "due_on": "2026-05-20",
        "submission_key": str(uuid.uuid4()),
    }
    for _ in range(2):
        assert client.post(reverse("plans:new"), sent).status_code == 302
    assert Task.objects.get().title == "Tuyên truyền Luật Đất đai"


def test_a_task_without_a_name_comes_back_with_what_was_filled_in(edition):
    sent = {"programme": edition.programme_id, "due_on": "2026-05-20", "place": "Nhà văn hóa thôn 3"}
    answer = as_(edition.programme.lead).post(reverse("plans:new"), sent)
    assert answer.status_code == 422
    assert "Nhà văn hóa thôn 3" in answer.content.decode()


def test_an_area_head_finishes_the_own_task_with_a_photo(edition):
    front = edition.parties.order_by("order")[1].body
    head = programmes.member(front, "area_head")
    task = factories.task(edition, front, person_id=head.person_id)
    client = client_as(head)
    sent = {
        "version": 1,
        "finished_on": "2026-04-01",
        "attendance": "45",
        "evidence": SimpleUploadedFile("anh.png", photo(), "image/png"),
    }
    page = client.post(reverse("plans:finish", args=[task.pk]), sent, follow=True).content.decode()
    assert "Đã ghi kết quả" in page
    assert "anh.png" in page
    task.refresh_from_db()
    assert (task.status, task.attendance) == (TaskStatus.DONE, 45)


def test_a_future_day_is_said_beside_the_form_and_a_late_form_is_told(edition):
    task = factories.task(edition)
    client = as_(task.body)
    address = reverse("plans:finish", args=[task.pk])
    early = client.post(address, {"version": 1, "finished_on": "2026-04-30", "result": "xong"})
    assert (early.status_code, "sau hôm nay" in early.content.decode()) == (422, True)
    assert client.post(address, {"version": 7, "finished_on": "2026-04-01", "result": "x"}).status_code == 409
    task.refresh_from_db()
    assert task.status == TaskStatus.PLANNED


def test_a_dropped_task_says_why_and_opens_again(edition):
    task = factories.task(edition)
    client = as_(task.body)
    client.post(reverse("plans:start", args=[task.pk]), {"version": 1})
    sent = {"version": 2, "reason": "gộp vào việc khác"}
    page = client.post(reverse("plans:cancel", args=[task.pk]), sent, follow=True).content.decode()
    assert "gộp vào việc khác" in page
    client.post(reverse("plans:reopen", args=[task.pk]), {"version": 3, "reason": "vẫn cần làm"})
    task.refresh_from_db()
    assert task.status == TaskStatus.DOING


def test_the_list_is_narrowed_by_status_and_programme(edition):
    open_task, done = factories.task(edition), factories.finished(edition)
    client = as_(edition.programme.lead)

    def ids(**query):
        return {card.id for card in client.get(reverse("plans:list"), query).context["cards"]}

    assert ids() == {open_task.pk}
    assert ids(**{"trang-thai": "done"}) == {done.pk}
    assert ids(**{"trang-thai": "tat-ca", "chuong-trinh": edition.programme_id}) == {open_task.pk, done.pk}
    assert ids(**{"chuong-trinh": 0}) == set()


def test_a_month_that_cannot_be_read_is_this_month(edition):
    client = as_(edition.programme.lead)
    for text in ("", "2026-13", "x", "0001-01", "9999-12"):
        assert client.get(reverse("plans:month"), {"thang": text}).context["shown"].label == "tháng 04/2026"
