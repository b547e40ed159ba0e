"""How long a year of reports takes to be made when each of many bodies owes one a month."""

from django.db import transaction

from benchmarks.measuring import once, show
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models.facts import Frequency
from phoihop.reports.actions import make_obligations
from phoihop.reports.models import Obligation
from tests.programmes import factories as programmes
from tests.reports.factories import BEFORE, YEAR

BODIES = 100


def main() -> None:
    """As many bodies as a province has communes; all of it is rolled back."""
    with transaction.atomic():
        area = programmes.place("Nơi đo")
        lead = programmes.body(BodyKind.PEOPLES_COMMITTEE, area, name="UBND nơi đo")
        owing = [programmes.body(BodyKind.FRONT_WORK_BOARD, area, name=f"Đơn vị {n}") for n in range(BODIES)]
        edition = programmes.edition(lead=lead, parties=[lead])
        programmes.duty(
            programmes.clause(edition, "III"), owes=owing, reviews=[lead], frequency=Frequency.MONTHLY
        )
        programmes.in_force(edition)
        by = programmes.member(lead)

        def make() -> None:
            make_obligations(edition=edition, **YEAR, by=by, at=BEFORE)

        seconds = once(make)
        show(f"making {Obligation.objects.filter(edition=edition).count()} obligations of a year", seconds)
        show("  and once more, when nothing is missing", once(make))
        transaction.set_rollback(True)
