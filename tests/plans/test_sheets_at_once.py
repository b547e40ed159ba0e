"""Two at the same moment, each on a connection of their own: one round, one task a content."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.organisations.models import BodyKind
from phoihop.plans.actions import rounds, sheets
from phoihop.plans.models import RegistrationRound, Task
from phoihop.plans.registration import RoundContent
from tests.plans.factories import AT
from tests.plans.registering import DUE, filled
from tests.programmes import factories as programmes


@pytest.mark.django_db(transaction=True)
def test_two_who_accept_one_sheet_make_its_tasks_once():
    lead = programmes.body()
    women = programmes.body(BodyKind.WOMENS_UNION, lead.area)
    edition = programmes.in_force(programmes.edition(lead=lead, parties=[lead, women]))
    sheet, by = filled(edition)
    sent = sheets.send_sheet(sheet=sheet, version=sheet.version, by=by, at=AT)
    people = [programmes.member(lead), programmes.member(lead)]
    start = Barrier(2)

    def accept(number):
        try:
            start.wait(timeout=10)
            sheets.accept_sheet(sheet=sent, version=sent.version, by=people[number], at=AT)
        except (Conflict, MoveNotAllowed) as refused:
            return type(refused).__name__
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(accept, range(2))) == ["Conflict", "done"]
    assert Task.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_open_the_same_year_open_one_round():
    lead = programmes.body()
    edition = programmes.in_force(programmes.edition(lead=lead, parties=[lead]))
    people = [programmes.member(lead), programmes.member(lead)]
    start = Barrier(2)

    def open_it(number):
        try:
            start.wait(timeout=10)
            rounds.open_round(
                programme=edition.programme, content=RoundContent(2026, DUE), body_ids=[lead.pk],
                by=people[number], at=AT,
            )  # fmt: skip
        except Refused:
            return "refused"
        else:
            return "opened"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(open_it, range(2))) == ["opened", "refused"]
    assert RegistrationRound.objects.count() == 1
