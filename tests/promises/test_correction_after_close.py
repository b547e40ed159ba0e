"""A wrong number in a closed quarter: opened again with a reason, corrected, accepted, closed again.

8 + 5 + 3 = 16 stands after the first closing; the women's union counted 5 and had 7: 18 stands after the
second. Every number and every reason can still be read.
"""

from decimal import Decimal

import pytest

from phoihop.core.errors import Refused
from phoihop.organisations.models import BodyKind
from phoihop.targets import actions
from phoihop.targets.actions.closing import close_period, reopen_period
from phoihop.targets.models import ClosedPeriod, Figure
from phoihop.targets.queries.closing import closed_in
from phoihop.targets.queries.totals import place_totals
from phoihop.targets.statuses import FigureState
from tests.programmes import factories as programmes
from tests.targets import factories

pytestmark = pytest.mark.django_db
QUARTER, AT = factories.FIRST_QUARTER, factories.AT


def _three_who_answer():
    """The lead, the Front and the women's union with a share of 4 each."""
    lead = programmes.body()
    front = programmes.body(BodyKind.FRONT_COMMITTEE, lead.area)
    women = programmes.body(BodyKind.WOMENS_UNION, lead.area)
    draft = programmes.edition(lead=lead, parties=[lead, front, women])
    target = factories.target(draft, shares=[factories.share(body, 4) for body in (lead, front, women)])
    programmes.in_force(draft)
    return target, lead, front, women


def test_a_correction_after_close_reopens_with_a_reason_and_closes_again():
    target, lead, front, women = _three_who_answer()
    programme, by = target.edition.programme, programmes.member(lead)

    def total():
        found = place_totals([target.pk], area_ids=[lead.area_id], windows=[QUARTER])
        return found[target.pk, lead.area_id, QUARTER].amount.numerator

    figures = [
        factories.accepted(factories.figure(target, body, number))
        for body, number in ((lead, 8), (women, 5), (front, 3))
    ]
    assert total() == 16
    closed = close_period(programme=programme, period=QUARTER, by=by, at=AT)
    assert closed_in(programme.pk, QUARTER)
    correction = {
        "figure": figures[1], "state": FigureState.REPORTED, "numerator": Decimal(7),
        "reason": "Đếm sót hai mô hình", "by": programmes.member(women), "at": AT,
    }  # fmt: skip
    with pytest.raises(Refused, match="đã khóa"):
        actions.correct_figure(**correction)
    assert total() == 16

    reopen_period(closed=closed, reason="Hội LHPN đếm sót", by=by, at=AT)
    corrected = actions.correct_figure(**correction)
    assert total() == 16
    factories.accepted(corrected)
    assert total() == 18
    close_period(programme=programme, period=QUARTER, by=by, at=AT)
    with pytest.raises(Refused, match="đã khóa"):
        actions.accept_figures(figures=[corrected], by=by, at=AT)

    assert total() == 18
    told = [(row.reason, row.is_closed) for row in ClosedPeriod.objects.order_by("pk")]
    assert told == [("Hội LHPN đếm sót", False), ("", True)]
    said = Figure.objects.filter(body=women).order_by("pk").values_list("numerator", "note")
    assert list(said) == [(5, ""), (7, "Đếm sót hai mô hình")]
