"""Monthly on the 31st: each month from the anchor, never from the month before."""

from datetime import date

import pytest

from phoihop.organisations.models import BodyKind
from phoihop.programmes.models.facts import Frequency
from phoihop.reports import actions
from phoihop.reports.models import Obligation
from tests.programmes import factories as programmes
from tests.reports.factories import BEFORE, YEAR

pytestmark = pytest.mark.django_db


def test_monthly_from_31_january_is_28_february_then_31_march():
    area = programmes.place()
    lead, front = programmes.body(area=area), programmes.body(BodyKind.FRONT_COMMITTEE, area)
    edition = programmes.edition(lead=lead, parties=[lead, front])
    programmes.duty(
        programmes.clause(edition, "III"), owes=[front], reviews=[lead], frequency=Frequency.MONTHLY,
        due_day=31, due_strict=False,
    )  # fmt: skip
    programmes.in_force(edition)
    edition.refresh_from_db()
    at = BEFORE.replace(month=1)
    actions.make_obligations(edition=edition, **YEAR, by=programmes.member(lead), at=at)
    assert list(Obligation.objects.order_by("due_on").values_list("due_on", flat=True)) == [
        date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31),
        date(2026, 6, 30), date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31),
        date(2026, 11, 30), date(2026, 12, 31),
    ]  # fmt: skip
