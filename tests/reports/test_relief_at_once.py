"""Two people at the same moment on connections of their own: one extension, one waiver, one set of rows."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from phoihop.core.errors import Conflict, Refused
from phoihop.core.periods import Period
from phoihop.organisations.models import BodyKind
from phoihop.reports import actions
from phoihop.reports.actions import relief
from phoihop.reports.actions.calendar_changes import write_days
from phoihop.reports.actions.requests import Asked, ask_special
from phoihop.reports.calculations.calendar_lines import DayLine
from phoihop.reports.models import CalendarDay, Extension, Obligation, ObligationDecision, ReportRequest
from tests.programmes import factories as programmes
from tests.reports.factories import BEFORE, IN_TIME, YEAR, world

pytestmark = pytest.mark.django_db(transaction=True)
LATER = date(2026, 3, 27)


def both(act):
    """Run `act(0)` and `act(1)` at once; what each gave, or the kind of refusal it met."""
    start = Barrier(2)

    def run(number):
        try:
            start.wait(timeout=10)
            return act(number)
        except (Conflict, Refused) as refused:
            return type(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(run, range(2)), key=str)


def test_two_who_grant_one_request_grant_it_once():
    w = world()
    asked = relief.ask_extension(
        obligation=w.obligation(), until=LATER, reason="Chờ số liệu.", by=w.officer(), at=IN_TIME
    )
    people = [w.reviewer(), w.officer(w.committee)]
    until = [date(2026, 3, 24), date(2026, 3, 26)]

    def grant(number):
        relief.grant_extension(extension=asked, until=until[number], version=1, by=people[number], at=IN_TIME)
        return "granted"

    assert both(grant) == [Conflict, "granted"]
    row = w.obligation()
    assert row.first_due_on == date(2026, 3, 19)
    assert row.due_on == Extension.objects.get().granted_until
    assert ObligationDecision.objects.filter(verb="extend").count() == 1


def test_two_who_ask_leave_one_request_waiting():
    w = world()
    people = [w.officer(), w.officer()]

    def ask(number):
        relief.ask_extension(
            obligation=w.obligation(), until=LATER, reason="Chờ.", by=people[number], at=IN_TIME
        )
        return "asked"

    assert both(ask) == [Refused, "asked"]
    assert Extension.objects.count() == 1


def test_one_waives_while_another_extends_and_neither_act_is_lost_unseen():
    w = world()
    seen, people = w.obligation().due_on, [w.reviewer(), w.officer(w.committee)]

    def act(number):
        row = w.obligation()
        if number:
            relief.waive(obligation=row, reason="Đang sáp nhập.", by=people[1], at=IN_TIME)
            return "waived"
        relief.extend(obligation=row, until=LATER, note="x", seen=seen, by=people[0], at=IN_TIME)
        return "extended"

    given = both(act)
    row = w.obligation()
    assert row.waived_on is not None
    assert given == (["extended", "waived"] if row.first_due_on else [Refused, "waived"])


def test_obligations_of_many_bodies_made_twice_at_once_are_made_once_with_their_recipients():
    w = world()
    for number in range(20):
        body = programmes.body(BodyKind.FARMERS_UNION, w.committee.area, name=f"Hội {number}")
        w.duty.parties.create(body=body, side="owes")
    Obligation.objects.all().delete()
    by = w.officer(w.committee)
    both(lambda _: actions.make_obligations(edition=w.edition, **YEAR, by=by, at=BEFORE).created)
    assert Obligation.objects.count() == 22 * 4
    assert all(row.recipients.count() == 1 for row in Obligation.objects.all()[:10])


def test_two_special_requests_at_once_are_two_and_each_body_owes_each_once():
    w = world()
    by = [w.officer(w.committee), w.reviewer()]
    asked = Asked(Period(date(2026, 3, 1), date(2026, 3, 9)), date(2026, 3, 12))

    def ask(number):
        return ask_special(
            clause=w.clause, title=f"Báo cáo nhanh {number}", asked=asked, bodies=[w.women, w.front],
            by=by[number], at=IN_TIME,
        ).pk  # fmt: skip

    both(ask)
    assert ReportRequest.objects.count() == 2
    assert Obligation.objects.filter(request__isnull=False).count() == 4


def test_two_who_write_the_calendar_write_one_after_the_other():
    body = programmes.body(BodyKind.OPERATOR, programmes.place("Cả nước"), name="Vận hành")
    by = [programmes.member(body, "administrator") for _ in range(2)]
    CalendarDay.objects.all().delete()
    day = DayLine(date(2026, 6, 19), "holiday", "Nghỉ", "TB 01")

    def write(number):
        write_days(lines=[day], by=by[number], at=BEFORE)
        return "written"

    assert both(write) == [Refused, "written"]
    assert CalendarDay.objects.count() == 1
