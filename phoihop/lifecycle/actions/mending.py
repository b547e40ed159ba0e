"""A wrongly read duty, mended: what it makes from today on follows the mended rule."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from phoihop.core.member import Member
from phoihop.lifecycle.actions.duties import lay_out_duties
from phoihop.organisations.models import Body
from phoihop.programmes import actions as programmes
from phoihop.programmes.content import DutySpec
from phoihop.programmes.models import Clause, DutyRule
from phoihop.programmes.statuses import EditionStatus

type Sides = dict[str, list[Body]]


@transaction.atomic
def mend_duty(
    *, duty: DutyRule, spec: DutySpec, sides: Sides, reason: str, by: Member, at: datetime
) -> DutyRule:
    """programmes.mend_duty, then obligations and tasks still to come are brought in line."""
    row = programmes.mend_duty(duty=duty, spec=spec, **_named(sides), reason=reason, by=by, at=at)
    _remake(row.clause, by=by, at=at)
    return row


@transaction.atomic
def mend_missed_duty(
    *, clause: Clause, spec: DutySpec, sides: Sides, reason: str, by: Member, at: datetime
) -> DutyRule:
    """programmes.mend_missed_duty, then what it makes owed."""
    row = programmes.mend_missed_duty(clause=clause, spec=spec, **_named(sides), reason=reason, by=by, at=at)
    _remake(clause, by=by, at=at)
    return row


def _named(sides: Sides) -> dict[str, Iterable[Body]]:
    return {name: sides.get(name, []) for name in ("owes", "reviews", "takes_note")}


def _remake(clause: Clause, *, by: Member, at: datetime) -> None:
    if clause.edition.status == EditionStatus.IN_FORCE:
        lay_out_duties(clause.edition, by=by, at=at)
