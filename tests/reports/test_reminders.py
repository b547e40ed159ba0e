"""Who is reminded of what, once: before and after the last day, until there is nothing more to do."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from phoihop.accounts import addresses, deliveries
from phoihop.accounts.models import Address, Delivery, Membership, Notice
from phoihop.organisations.models import Body
from phoihop.programmes.models import Programme
from phoihop.reports.actions import relief, reminder_rules
from phoihop.reports.actions.chasing import chase
from phoihop.reports.actions.reminding import remind
from phoihop.reports.calculations.reminding import Rule
from phoihop.reports.models import Obligation, Reminder, ReminderKind
from tests.accounts import gateways
from tests.programmes import factories as programmes
from tests.reports.factories import World, submitted, world

pytestmark = pytest.mark.django_db

DUE = date(2026, 3, 19)
"""The last day of the first quarter's report, a Thursday."""


def at(day: date, hour: int = 9) -> datetime:
    """That hour in Vietnam."""
    return datetime(day.year, day.month, day.day, hour - 7, tzinfo=UTC)


def before(days: int) -> datetime:
    return at(DUE - timedelta(days=days))


def after(days: int) -> datetime:
    return at(DUE + timedelta(days=days))


@pytest.fixture
def w() -> World:
    made = world()
    Obligation.objects.exclude(period_start=date(2026, 1, 1)).delete()
    assert set(Obligation.objects.values_list("due_on", flat=True)) == {DUE}
    return made


@pytest.fixture
def post(settings: Any) -> Iterator[gateways.Post]:
    with gateways.post_office() as opened:
        settings.MAILERS = gateways.mailers(opened)
        settings.DEFAULT_FROM_EMAIL = "nhacviec@lamson.gov.vn"
        settings.ADDRESS = "https://phoihop.tinh.vn"
        yield opened


def by_mail(person_id: int, value: str = "an@lamson.gov.vn") -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    Address.objects.create(person_id=person_id, channel="email", value=value, asked_at=now, confirmed_at=now)


def steps_of(person_id: int) -> list[int]:
    rows = Reminder.objects.filter(person_id=person_id).order_by("at", "step")
    return list(rows.values_list("step", flat=True))


def days_from_to(first: int, last: int) -> Iterator[datetime]:
    """Nine o'clock of each day, so many days from the last one."""
    return (at(DUE + timedelta(days=offset)) for offset in range(first, last + 1))


def test_an_officer_hears_on_each_step_that_falls_on_a_working_day_and_the_leader_when_late(w: World) -> None:
    officer, leader = w.officer().person_id, w.officer(role="leader").person_id
    for moment in days_from_to(-10, 13):
        remind(at=moment)
    assert steps_of(officer) == [-7, -2, 0, 1, 5, 12]
    assert steps_of(leader) == [1, 5, 12]
    words = Notice.objects.filter(person=officer).order_by("at").values_list("text", flat=True)
    assert words[0].startswith("Nhắc việc: ")
    assert "hạn cuối hết ngày 19/03/2026, còn 7 ngày" in words[0]
    assert "đã quá 1 ngày" in words[3]


def test_a_body_without_officers_has_its_leaders_reminded_from_the_start(w: World) -> None:
    leader = w.officer(role="leader").person_id
    remind(at=before(7))
    assert steps_of(leader) == [-7]


def test_nobody_hears_twice_however_often_the_hour_comes(w: World) -> None:
    officer = w.officer()
    assert remind(at=before(7)).people == 1
    assert remind(at=before(7)).people == 0
    assert remind(at=before(7) + timedelta(hours=3)).people == 0
    assert Notice.objects.filter(person=officer.person_id).count() == 1
    assert Delivery.objects.filter(person=officer.person_id).count() == 1


def test_at_night_and_on_days_off_nobody_is_reminded(w: World) -> None:
    w.officer()
    for moment in (at(DUE - timedelta(days=7), 20), at(date(2026, 3, 14)), at(date(2026, 3, 15))):
        assert remind(at=moment).people == 0


@pytest.mark.parametrize(
    "how", ["handed in", "waived", "no longer asked", "muted", "membership ended", "body ended"]
)
def test_reminding_stops(w: World, how: str) -> None:
    officer = w.officer()
    remind(at=before(7))
    stop(w, how, officer.membership_id)
    for moment in days_from_to(-2, 12):
        remind(at=moment)
    assert steps_of(officer.person_id) == [-7]


def stop(w: World, how: str, membership_id: int) -> None:
    row = w.obligation()
    if how == "handed in":
        submitted(w)
    elif how == "waived":
        relief.waive(obligation=row, reason="Không phát sinh.", by=w.reviewer(), at=before(5))
    elif how == "no longer asked":
        Obligation.objects.filter(pk=row.pk).update(ended_on=date(2026, 3, 13), ended_reason="Thôi áp dụng.")
    elif how == "muted":
        muted(w)
    elif how == "membership ended":
        Membership.objects.filter(pk=membership_id).update(valid_to=date(2026, 3, 12))
    else:
        Obligation.objects.filter(pk=row.pk).update(ended_on=date(2026, 3, 13), ended_reason="Đã sáp nhập.")
        Body.objects.filter(pk=w.women.pk).update(valid_to=date(2026, 3, 12))


def muted(w: World, rule: Rule | None = None) -> None:
    reminder_rules.set_rule(
        programme=w.edition.programme, kind=ReminderKind.REPORT, duty=w.duty,
        rule=rule or Rule(is_muted=True), version=0, by=programmes.member(w.committee), at=before(7),
    )  # fmt: skip


def test_a_later_day_begins_the_steps_anew(w: World) -> None:
    officer = w.officer().person_id
    remind(at=before(7))
    relief.extend(
        obligation=w.obligation(), until=DUE + timedelta(days=7), seen=DUE, note="Chờ số liệu.",
        by=w.reviewer(), at=before(5),
    )  # fmt: skip
    for moment in days_from_to(-2, 7):
        remind(at=moment)
    assert steps_of(officer) == [-7, -7, -2, 0]


def test_a_report_sent_back_is_asked_for_again(w: World) -> None:
    officer = w.officer().person_id
    report = submitted(w)
    remind(at=after(1))
    assert steps_of(officer) == []
    report.status = "returned"
    report.save()
    remind(at=after(1) + timedelta(days=3))
    assert steps_of(officer) == [1]
    assert "trả lại để bổ sung" in Reminder.objects.get(person=officer).words


def test_after_a_standstill_everything_missed_comes_once_in_one_message(w: World, post) -> None:
    officer = w.officer(w.front).person_id
    by_mail(officer)
    later = w.obligation(w.front)
    Obligation.objects.filter(pk=later.pk).update(due_on=DUE + timedelta(days=4))
    done = Obligation.objects.get(body=w.women)
    Obligation.objects.filter(pk=done.pk).update(body=w.front, period_start=date(2025, 10, 1))
    remind(at=before(8))
    assert steps_of(officer) == []
    moment = after(6)
    assert remind(at=moment).things == 2
    deliveries.send_waiting(at=moment)
    assert len(post.letters) == 1
    assert sorted(steps_of(officer)) == [1, 5]
    assert post.letters[0]["Subject"] == "Nhắc việc 25/03/2026: 2 việc quá hạn"


def test_the_message_is_plain_and_leads_to_each_thing(w: World, post) -> None:
    officer = w.officer().person_id
    by_mail(officer)
    remind(at=before(7))
    deliveries.send_waiting(at=before(7))
    letter, row = post.letters[0], w.obligation()
    text = letter.get_content()
    assert letter["Subject"].startswith("Nhắc việc: ")
    assert f"https://phoihop.tinh.vn/bao-cao/phai-nop/{row.pk}/" in text
    assert "SẮP ĐẾN HẠN" in text
    assert "không thay công văn đôn đốc" in text
    name = Membership.objects.filter(person=officer)[0].person.full_name
    assert name not in text
    assert Delivery.objects.get(channel="email").subject == letter["Subject"]


def test_the_message_names_the_letter_by_which_the_unit_was_asked(w: World, post) -> None:
    by_mail(w.officer().person_id)
    chase(
        programme=w.edition.programme, keys=[f"obligation-{w.obligation().pk}"],
        requested_by=DUE + timedelta(days=9), by=programmes.member(w.committee), at=after(4),
    )  # fmt: skip
    remind(at=after(5))
    deliveries.send_waiting(at=after(5))
    words = "Đã được đôn đốc ngày 23/03/2026, yêu cầu xong trước hết ngày 28/03/2026."
    assert words in post.letters[0].get_content()


def test_what_was_done_before_the_letter_went_out_is_left_out_of_it(w: World, post) -> None:
    officer = w.officer().person_id
    by_mail(officer)
    remind(at=before(7))
    submitted(w)
    assert deliveries.send_waiting(at=before(7) + timedelta(minutes=1)) == {"dropped": 1}
    assert post.letters == []


def test_a_letter_held_up_until_night_goes_out_in_the_morning(w: World, post) -> None:
    by_mail(w.officer().person_id)
    remind(at=before(7))
    night = at(DUE - timedelta(days=7), 22)
    assert deliveries.send_waiting(at=night) == {"waiting": 1}
    assert deliveries.send_waiting(at=night + timedelta(hours=1)) == {}
    assert deliveries.send_waiting(at=at(DUE - timedelta(days=6), 7)) == {"sent": 1}


def test_the_lead_s_rule_for_a_duty_goes_before_the_default(w: World) -> None:
    officer, leader = w.officer().person_id, w.officer(role="leader").person_id
    muted(w, Rule(days=(-3, 0), then_every=1, most=4, leaders_from=-3))
    for moment in days_from_to(-10, 13):
        remind(at=moment)
    assert steps_of(officer) == steps_of(leader) == [-3, 0, 1]


def test_at_once_makes_one_message_for_each_thing(w: World) -> None:
    officer = w.officer(w.front).person_id
    Obligation.objects.filter(body=w.women).update(body=w.front, period_start=date(2025, 10, 1))
    addresses.choose(person_id=officer, version=0, rhythm="at_once")
    remind(at=at(DUE - timedelta(days=7), 7))
    assert Notice.objects.filter(person=officer).count() == 2
    remind(at=before(7))
    assert Notice.objects.filter(person=officer).count() == 2


def test_a_weekly_message_holds_what_came_up_in_the_week(w: World) -> None:
    officer = w.officer().person_id
    addresses.choose(person_id=officer, version=0, rhythm="weekly", weekday=1)
    for moment in days_from_to(-10, 13):
        remind(at=moment)
    assert steps_of(officer) == [-7, 1, 5]
    days = Notice.objects.filter(person=officer).values_list("at__iso_week_day", flat=True)
    assert set(days) == {1}


def test_an_account_that_is_closed_is_not_reminded(w: World) -> None:
    officer = w.officer().person_id
    Membership.objects.get(person=officer).person.user.__class__.objects.update(is_active=False)
    assert remind(at=before(7)).people == 0


def test_the_lead_is_reminded_to_close_a_period_once_the_reports_are_in(w: World) -> None:
    lead = programmes.member(w.committee).person_id
    Obligation.objects.all().update(ended_on=None)
    remind(at=at(date(2026, 4, 3)))
    kinds = Reminder.objects.filter(person=lead).values_list("kind", "words", "due_on")
    assert list(kinds) == [("closing", "Khóa số liệu quý I/2026", date(2026, 4, 10))]
    assert Programme.objects.get().lead_id == w.committee.pk
