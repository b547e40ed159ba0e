"""An extension asked for, a special report, a change of the calendar, for the tests that walk all pages."""

from datetime import date, timedelta

from phoihop.accounts.acting import ActingMember
from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import DutyRule, Edition
from phoihop.reports.actions.calendar_changes import write_days
from phoihop.reports.actions.relief import ask_extension
from phoihop.reports.actions.requests import Asked, ask_special
from phoihop.reports.calculations.calendar_lines import DayLine
from phoihop.reports.models import Obligation


def of_due_days(
    sixth: Edition, *, office: ActingMember, women: ActingMember, operator: ActingMember
) -> dict[str, int | str]:
    """Ids by the names their addresses call them."""
    owed = _owed(sixth)
    until = max(owed.due_on, clock.today()) + timedelta(days=7)
    extension = ask_extension(
        obligation=owed, until=until, reason="Chờ số liệu của thôn.", by=women, at=clock.now()
    )
    day = DayLine(date(2031, 4, 30), "holiday", "Ngày Chiến thắng", "Bộ luật Lao động 2019, Điều 112")
    duty = DutyRule.objects.filter(clause__edition=sixth, kind="report").order_by("pk")[0]
    return {
        "owed_obligation_id": owed.pk,
        "extension_id": extension.pk,
        "request_id": _special(sixth, office),
        "change_id": write_days(lines=[day], by=operator, at=clock.now()).pk,
        "duty_key": str(duty.key),
        "mutual_duty_id": duty.pk,
    }


def _owed(sixth: Edition) -> Obligation:
    """A report of the Women's Union still to come, which nobody began."""
    rows = Obligation.objects.filter(edition=sixth, body__kind=BodyKind.WOMENS_UNION, report_status="")
    return rows.filter(due_on__gte=clock.today()).order_by("due_on")[0]


def _special(sixth: Edition, office: ActingMember) -> int:
    today = clock.today()
    bodies = [party.body for party in sixth.parties.select_related("body").exclude(body=sixth.programme.lead)]
    asked = Asked(
        Period(today.replace(day=1), today), today + timedelta(days=5), content="Thiệt hại sau mưa lớn."
    )
    clause = sixth.clauses.order_by("order")[0]
    made = ask_special(
        clause=clause, title="Báo cáo nhanh tình hình mưa lũ", asked=asked, bodies=bodies, by=office,
        at=clock.now(),
    )  # fmt: skip
    return made.pk
