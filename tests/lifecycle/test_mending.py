from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from phoihop.core import clock
from phoihop.lifecycle import actions
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import DutyRule, Edition, Mending
from phoihop.reports.models import Obligation
from phoihop.targets.actions import mend_target
from phoihop.targets.content import ContributionContent
from tests.lifecycle.cascades import AT, cascade
from tests.programmes import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    """In force this year and the next; the Front owes the committee a report before day 20 each quarter."""
    lead = factories.body()
    front = factories.body(BodyKind.FRONT_COMMITTEE, lead.area)
    year = clock.today().year
    made = factories.edition(
        lead=lead, parties=[lead, front], period_start=date(year, 1, 1), period_end=date(year + 1, 12, 31)
    )
    factories.duty(factories.clause(made, "III"), owes=[front], reviews=[lead])
    by = factories.member(lead)
    return actions.record_signed(
        edition=made, number_text="", in_force_from=date(year, 1, 2), signatures=[], by=by, at=clock.now()
    )


def _sent(edition: Edition, **changed) -> dict[str, object]:
    lead, front = (party.body_id for party in edition.parties.order_by("order"))
    fields = {
        "kind": "report", "name": "Báo cáo", "frequency": "quarterly", "anchor": "last_month",
        "due_day": "15", "shift": "none", "owes": [front], "reviews": [lead], "reason": "Đọc nhầm ngày",
    }  # fmt: skip
    return fields | changed


def test_a_mended_due_day_moves_what_is_still_to_come(edition: Edition) -> None:
    client = factories.people.client_as(factories.member(edition.programme.lead))
    duty = DutyRule.objects.get()
    address = reverse("lifecycle:mend_duty", args=[edition.programme_id, duty.pk])
    assert 'value="20"' in client.get(address).content.decode()
    assert client.post(address, _sent(edition, reason="")).status_code == 422
    assert client.post(address, _sent(edition)).status_code == 302
    assert {due.day for due in Obligation.objects.values_list("due_on", flat=True)} == {15}
    assert Mending.objects.get().before["due_strict"] is True


def test_a_missed_duty_makes_obligations(edition: Edition) -> None:
    client = factories.people.client_as(factories.member(edition.programme.lead))
    clause = factories.clause(edition, "II.1")
    before = Obligation.objects.count()
    address = reverse("lifecycle:missed_duty", args=[edition.programme_id, clause.pk])
    assert client.get(address).status_code == 200
    client.post(address, _sent(edition, frequency="monthly"))
    assert Obligation.objects.count() > before


def test_a_stranger_mends_no_duty(edition: Edition) -> None:
    assigned = factories.body()
    factories.actions.mend_missed_assignment(
        clause=factories.clause(edition), body=assigned, role="lead", reason="x",
        by=factories.member(edition.programme.lead), at=clock.now(),
    )  # fmt: skip
    client = factories.people.client_as(factories.member(assigned))
    address = reverse("lifecycle:mend_duty", args=[edition.programme_id, DutyRule.objects.get().pk])
    assert client.post(address, _sent(edition)).status_code == 403


def test_a_target_above_is_mended_without_touching_the_shares_of_the_places_below():
    w = cascade()
    w.hand_down()
    w.adopt_by_decision()
    below = list(w.houses.contributions.values_list("pk", "body_id"))
    spec = replace(w.houses.spec, name="Nhà Đại đoàn kết xây mới")
    for shares in ([], [ContributionContent(w.lead.pk, w.houses.value)]):
        mend_target(target=w.houses, spec=spec, contributions=shares, reason="Đọc sót chữ", by=w.by(), at=AT)
    assert below
    assert set(below) < set(w.houses.contributions.values_list("pk", "body_id"))
    assert Mending.objects.latest("pk").before["contributions"] == []
