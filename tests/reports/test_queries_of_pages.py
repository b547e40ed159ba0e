"""How many statements the pages of a report cost, everything counted, for a short report and a long one."""

from datetime import timedelta
from decimal import Decimal

import pgtrigger
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phoihop.core import clock
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Clause
from phoihop.programmes.models.facts import Assignment, AssignmentRole
from phoihop.reports import actions
from phoihop.reports.content import ReturnItem
from phoihop.reports.models import Consolidation, Obligation, ReportFigure, ReportSection
from phoihop.targets.models import Contribution, Target
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.reports.factories import IN_TIME, saved, submitted, world

pytestmark = pytest.mark.django_db
MOST = 12


@pytest.fixture(autouse=True)
def _march(monkeypatch):
    """All pages on 10 March 2026."""
    monkeypatch.setattr(clock, "now", lambda: IN_TIME)
    monkeypatch.setattr(clock, "today", lambda: IN_TIME.date())


def _cost(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(asked)


@pgtrigger.ignore()
def _longer(w, report, count=6):
    """More clauses, targets and figures in a report, past what keeps a signed text as it is."""
    for number in range(count):
        clause = Clause.objects.create(
            edition=w.edition, order=900 + number, depth=1, label=f"{number}.", path=f"IX.{number}",
            text="Thêm việc.",
        )  # fmt: skip
        Assignment.objects.create(clause=clause, body=w.women, role=AssignmentRole.COORDINATE)
        ReportSection.objects.create(report=report, clause=clause, text="Đã làm.")
        target = Target.objects.get(pk=w.count.pk)
        target.pk, target.order, target.name = None, 900 + number, f"Chỉ tiêu {number}"
        target.key = clause.key
        target.save(force_insert=True)
        Contribution.objects.create(target=target, body=w.women, value=5)
        ReportFigure.objects.create(report=report, target=target, state="reported", numerator=Decimal(1))


@pytest.mark.parametrize("name", ["edit", "preview"])
def test_a_report_being_written_costs_the_same_however_long(name):
    w = world()
    report = saved(w, w.report())
    client, address = client_as(w.officer()), reverse(f"reports:{name}", args=[report.pk])
    few = _cost(client, address)
    _longer(w, report)
    assert _cost(client, address) == few <= MOST


def test_a_report_handed_in_three_times_costs_as_one_handed_in_once():
    w = world()
    report = submitted(w)
    client, address = client_as(w.reviewer()), reverse("reports:report", args=[report.pk])
    few = _cost(client, address)
    item = ReturnItem(clause_id=w.clause.pk, target_id=None, note="Nêu rõ hơn.")
    for day in (1, 2):
        at = IN_TIME + timedelta(days=day)
        actions.return_report(report=report, items=[item], by=w.reviewer(), at=at)
        actions.submit(report=report, by=w.officer(), at=at)
    assert _cost(client, address) == few <= MOST
    assert _cost(client, reverse("reports:round", args=[report.pk, 2])) <= MOST


def _more_units(w, count):
    """More bodies that owe the quarter's report and handed it in."""
    for number in range(count):
        extra = programmes.body(BodyKind.FARMERS_UNION, w.committee.area, name=f"Hội {number}")
        w.duty.parties.create(body=extra, side="owes")
        row = w.obligation()
        copy = Obligation.objects.create(
            programme=row.programme, edition=row.edition, duty=row.duty, body=extra,
            period_start=row.period_start, period_end=row.period_end, due_on=row.due_on,
        )  # fmt: skip
        copy.recipients.create(body=w.committee, reviews=True)
        submitted(w, body=extra)


def test_a_consolidated_report_costs_the_same_for_one_unit_and_for_six():
    w = world()
    submitted(w)
    client = client_as(w.reviewer())
    client.post(reverse("reports:consolidate", args=[w.duty.pk]), {"tu": "2026-01-01", "den": "2026-03-31"})
    made = Consolidation.objects.get()
    names = ("consolidation", "consolidation_paragraphs")
    addresses = [reverse(f"reports:{name}", args=[made.pk]) for name in names]
    few = [_cost(client, address) for address in addresses]
    _more_units(w, 5)
    row = actions.refresh(consolidation=made, by=w.reviewer(), at=IN_TIME)
    assert [_cost(client, address) for address in addresses] == few
    actions.close(consolidation=row, by=w.reviewer(), at=IN_TIME)
    assert max(_cost(client, address) for address in addresses) <= MOST
