"""Each kind of thing people are reminded of: open while nobody did it, with its last day, at its own page."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.lifecycle import actions as lifecycle
from phoihop.plans import actions as plans
from phoihop.programmes.models import Edition
from phoihop.reports.actions import relief
from phoihop.reports.actions.reminding import remind
from phoihop.reports.models import Reminder
from phoihop.reports.reminders.items import Item, open_items, still_open
from phoihop.targets import actions as targets
from tests.lifecycle.cascades import cascade
from tests.plans import factories, registering
from tests.plans.factories import AT
from tests.programmes import factories as programmes
from tests.reports import factories as reports
from tests.targets.factories import target

pytestmark = pytest.mark.django_db

TODAY = AT.date()
ALWAYS = Period(date(2020, 1, 1), date(2030, 1, 1))


@pytest.fixture
def draft() -> Edition:
    lead = programmes.body()
    parties = [
        lead,
        programmes.body("front_committee", lead.area),
        programmes.body("womens_union", lead.area),
    ]
    return programmes.edition(lead=lead, parties=parties)


@pytest.fixture
def edition(draft: Edition) -> Edition:
    return programmes.in_force(draft)


def found(kind: str, *, today: date = TODAY) -> list[Item]:
    """Open things of a kind; each is found again by its key."""
    items = [item for item in open_items(ALWAYS, today=today) if item.kind == kind]
    assert still_open({item.key for item in items}, today=today) == {item.key: item for item in items}
    return items


def test_a_task_until_it_has_its_result(edition: Edition) -> None:
    task = factories.task(edition)
    (item,) = found("task")
    assert (item.number, item.due_on, item.body_id) == (task.pk, date(2026, 3, 20), task.body_id)
    assert item.words == task.title
    plans.finish(task=task, outcome=factories.outcome(), by=programmes.member(task.body), at=AT)
    assert found("task") == []


def test_a_task_given_to_somebody_is_that_person_s_until_late(edition: Edition) -> None:
    task = factories.task(edition)
    officer, given, leader = (
        programmes.member(task.body, role).person_id for role in ("officer", "area_head", "leader")
    )
    type(task).objects.filter(pk=task.pk).update(person=given)
    remind(at=AT.replace(month=3, day=18))
    assert set(Reminder.objects.values_list("person_id", flat=True)) == {given}
    remind(at=AT.replace(month=3, day=25))
    assert set(Reminder.objects.values_list("person_id", flat=True)) == {given, leader}
    assert officer not in {given, leader}


def test_a_registration_sheet_until_it_is_sent(edition: Edition) -> None:
    sheet, by = registering.filled(edition)
    items = {item.body_id: item for item in found("registration")}
    assert len(items) == 3
    assert items[sheet.body_id].due_on == registering.DUE
    registering.sheets.send_sheet(sheet=sheet, version=sheet.version, by=by, at=AT)
    assert sheet.body_id not in {item.body_id for item in found("registration")}


def test_an_offer_is_the_other_side_s_to_answer(draft: Edition) -> None:
    lead, front, _ = (party.body for party in draft.parties.order_by("order"))
    given = target(draft)
    asked = targets.propose_part(
        target=given, body=front, value=Decimal(4), by=programmes.member(lead), at=AT
    )
    (item,) = found("offer")
    assert (item.body_id, item.due_on) == (front.pk, TODAY + timedelta(days=7))
    targets.propose_part(target=given, body=front, value=Decimal(2), by=programmes.member(front), at=AT)
    (item,) = found("offer")
    assert (item.body_id, item.number != asked.pk) == (lead.pk, True)


def test_a_party_asked_in_a_round_of_consultation_until_it_answers(draft: Edition) -> None:
    lead, front, women = (party.body for party in draft.parties.order_by("order"))
    due_on = clock.today() + timedelta(days=5)
    given = lifecycle.open_consultation(
        edition=draft, due_on=due_on, note="", by=programmes.member(lead), at=clock.now()
    )
    today = clock.today()
    assert {item.body_id for item in found("consultation", today=today)} == {front.pk, women.pk}
    lifecycle.answer_invitation(consultation=given, by=programmes.member(front), at=clock.now())
    (item,) = found("consultation", today=today)
    assert (item.body_id, item.due_on) == (women.pk, due_on)


def test_a_place_that_has_not_answered_what_was_handed_down() -> None:
    given = cascade()
    given.hand_down()
    assert {item.body_id for item in found("adoption")} == {front.pk for front in given.fronts}
    given.adopt_by_decision(0)
    (item,) = found("adoption")
    assert (item.body_id, item.due_on) == (given.fronts[1].pk, date(2026, 3, 1))


def test_a_request_for_more_time_is_who_reviews_the_report_s_to_answer() -> None:
    """Asked on 10 March by the women: the committee has until the 13th; answered, it is nobody's."""
    w = reports.world()
    asked = relief.ask_extension(
        obligation=w.obligation(), until=date(2026, 3, 25), reason="chờ số liệu", by=w.officer(),
        at=reports.IN_TIME,
    )  # fmt: skip
    today = reports.IN_TIME.date()
    (item,) = found("extension", today=today)
    assert (item.body_id, item.due_on, item.number) == (w.committee.pk, date(2026, 3, 13), asked.pk)
    assert item.url == f"/bao-cao/phai-nop/{w.obligation().pk}/han/"
    officer = w.reviewer()
    remind(at=reports.IN_TIME.replace(day=13))
    told = Reminder.objects.get(kind="extension", person=officer.person_id)
    assert told.words == "Trả lời đề nghị gia hạn: Báo cáo quý, quý I/2026"
    relief.refuse_extension(
        extension=asked, note="hạn đã đủ", version=asked.version, by=officer, at=reports.IN_TIME
    )
    assert found("extension", today=today) == []
