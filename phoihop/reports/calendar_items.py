"""Reports on their last day, for the calendar of plans."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.plans.calendar import Item, register
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.reports.calculations import Standing
from phoihop.reports.models import Obligation
from phoihop.reports.queries.standing import Held, held

_DONE = {Standing.ON_TIME, Standing.LATE}


@register
class DueReports:
    """Each report owed, on its last day."""

    labels = {"report": "Hạn báo cáo"}

    def items(self, *, member: Member, span: Period, today: date, own_only: bool) -> Iterator[Item]:
        """One query."""
        rows = Obligation.objects.visible_to(member).filter(due_on__range=(span.start, span.end))
        if own_only:
            rows = rows.filter(body__in=bodies_written_for(member.body_id).values("pk"))
        return (_item(row, today) for row in held(rows) if row.standing(today) != Standing.ENDED)


def _item(row: Held, today: date) -> Item:
    obligation, standing = row.row, row.standing(today)
    name = "reports:report" if row.report_id else "reports:obligation"
    return Item(
        uid=f"report-{obligation.pk}",
        kind="report",
        title=f"{obligation.duty.name}, {row.period.label}",
        day=obligation.due_on,
        url=reverse(name, args=[row.report_id or obligation.pk]),
        programme_id=obligation.programme_id,
        body_id=obligation.body_id,
        status=standing.value,
        is_done=standing in _DONE,
        is_late=standing == Standing.MISSING,
        is_sample=obligation.is_sample,
    )
