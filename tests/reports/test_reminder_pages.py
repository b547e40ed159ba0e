"""The pages of reminders: one's own, the lead's; forms once, twice and too late."""

import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phoihop.accounts.models import Delivery
from phoihop.core import clock
from phoihop.reports.actions.reminding import remind
from phoihop.reports.models import Reminder, ReminderRule, ReminderRuleDecision
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.reports.factories import World, world
from tests.reports.test_reminders import after, before

pytestmark = pytest.mark.django_db

RULE = {
    "before": "10, 3", "on_the_day": "on", "after": "2", "then_every": "0", "most": "12",
    "leaders_from": "1", "version": "0",
}  # fmt: skip


@pytest.fixture
def w() -> World:
    return world()


def rule_page(w: World, duty_id: int = 0, kind: str = "report") -> str:
    return reverse("reports:reminder_rule", args=[w.edition.programme_id, kind, duty_id])


def sent_page(w: World) -> str:
    return reverse("reports:reminders_sent", args=[w.edition.programme_id])


def test_a_person_sees_what_was_sent_when_and_where(w: World) -> None:
    officer = w.officer()
    client = client_as(officer)
    assert "Chưa có lời nhắc nào" in client.get(reverse("reports:reminders")).content.decode()
    remind(at=before(7))
    page = client.get(reverse("reports:reminders")).content.decode()
    assert "09:00 ngày 12/03/2026" in page
    assert "nhắc trước 7 ngày" in page
    assert "Trong phần mềm" in page
    other = client_as(w.officer(w.front)).get(reverse("reports:reminders")).content.decode()
    assert "Chưa có lời nhắc nào" in other


def test_the_lead_sees_who_was_reminded_and_others_do_not(w: World) -> None:
    w.officer()
    remind(at=before(7))
    page = client_as(programmes.member(w.committee)).get(sent_page(w)).content.decode()
    assert "Nguyễn Thị An" in page
    assert "Hội LHPN xã" in page
    assert client_as(w.officer()).get(sent_page(w)).status_code == 404


def test_both_pages_cost_the_same_for_few_and_many(w: World) -> None:
    officer = w.officer()
    mine, lead = client_as(officer), client_as(programmes.member(w.committee))
    remind(at=before(7))
    few = queries_of(mine, reverse("reports:reminders")), queries_of(lead, sent_page(w))
    for days in (1, 5, 12):
        w.officer()
        remind(at=after(days))
    many = queries_of(mine, reverse("reports:reminders")), queries_of(lead, sent_page(w))
    assert few == many
    assert max(many) <= 12


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len([one for one in asked if "SAVEPOINT" not in one["sql"]])


def test_a_rule_is_set_once_and_a_stale_form_is_refused(w: World) -> None:
    client = client_as(programmes.member(w.committee))
    key = str(uuid.uuid4())
    for _ in range(2):
        answer = client.post(rule_page(w, w.duty.pk), RULE | {"submission_key": key})
        assert answer.status_code == 302
    row = ReminderRule.objects.get()
    assert (row.days, row.then_every, row.duty_key, row.version) == ([-10, -3, 0, 2], 0, w.duty.key, 1)
    assert ReminderRuleDecision.objects.count() == 1
    assert client.post(rule_page(w, w.duty.pk), RULE).status_code == 409
    page = client.get(sent_page(w)).content.decode()
    assert "Nhắc trước 10 ngày, trước 3 ngày, đúng hạn, quá 2 ngày" in page


@pytest.mark.parametrize(
    "wrong", [{"before": "bảy"}, {"before": "", "on_the_day": "", "after": ""}, {"most": "2"}, {"most": "99"}]
)
def test_a_wrong_rule_is_said_so_and_not_kept(w: World, wrong: dict[str, str]) -> None:
    client = client_as(programmes.member(w.committee))
    assert client.post(rule_page(w), RULE | wrong).status_code == 422
    assert not ReminderRule.objects.exists()


def test_a_rule_of_what_is_not_there_is_not_found(w: World) -> None:
    client = client_as(programmes.member(w.committee))
    assert client.get(rule_page(w, kind="weather")).status_code == 404
    assert client.get(rule_page(w, w.duty.pk, kind="task")).status_code == 404
    assert client.get(rule_page(w, 999_999)).status_code == 404


def failed(w: World) -> Delivery:
    """The officer's reminder by e-mail did not arrive."""
    officer = w.officer()
    remind(at=before(7))
    row = Reminder.objects.get(person=officer.person_id)
    return Delivery.objects.create(
        person_id=officer.person_id, channel="email", key=row.key, purpose="reminder", state="failed",
        created_at=row.at, next_try_at=row.at, ended_at=clock.now(), tries=7,
        reason="Không nối được máy chủ thư.",
    )  # fmt: skip


def test_the_lead_sends_a_failed_message_again_once(w: World) -> None:
    row, client = failed(w), client_as(programmes.member(w.committee))
    assert "Không nối được máy chủ thư." in client.get(sent_page(w)).content.decode()
    address = reverse("reports:resend_reminder", args=[w.edition.programme_id, row.pk])
    assert client.post(address).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.tries) == ("waiting", 0)
    page = client.post(address, follow=True).content.decode()
    assert "không còn ở trạng thái không gửi được" in page


def test_a_message_about_something_else_is_not_the_lead_s_to_send(w: World) -> None:
    row, client = failed(w), client_as(programmes.member(w.committee))
    Delivery.objects.filter(pk=row.pk).update(key="digest-2020-01-01")
    address = reverse("reports:resend_reminder", args=[w.edition.programme_id, row.pk])
    assert client.post(address).status_code == 403
