"""A text that prints no end goes on: what it asks for is laid out again before the last of it falls due."""

import logging
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.periods import MONTHS_OF, add_months
from phoihop.lifecycle.actions.amending import Signer
from phoihop.lifecycle.actions.duties import lay_out_duties
from phoihop.plans.models import Task
from phoihop.programmes.models import DutyRule, Edition, EditionDecision
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.models import Obligation

_MONTHS_AHEAD = 12
_log = logging.getLogger(__name__)


def lay_out_further(*, at: datetime) -> int:
    """Lay out each programme without a printed end whose last periods fall due within a year.

    One query finds them; each is a transaction of its own and costs a fixed number. Safe to run at any time
    and after any downtime: what is there stays, what is missing comes. Answers how many were laid out.
    """
    rows = list(_running_out(at))
    for edition in rows:
        _lay_out(edition, at=at)
    return len(rows)


def _running_out(at: datetime) -> list[Edition]:
    far = add_months(clock.day_of(at), _MONTHS_AHEAD)
    reports = Obligation.objects.filter(duty_key=OuterRef("key"), due_on__gte=far)
    tasks = Task.objects.filter(duty__key=OuterRef("key"), due_on__gte=far)
    ending = DutyRule.objects.filter(
        ~Exists(reports), ~Exists(tasks), clause__edition=OuterRef("pk"), frequency__in=list(MONTHS_OF)
    )
    rows = Edition.objects.filter(
        Exists(ending), status=EditionStatus.IN_FORCE, period_end=None, ended_on=None
    )
    return list(rows.select_related("programme__area").order_by("pk"))


def _lay_out(edition: Edition, *, at: datetime) -> None:
    """In the name of whoever last acted on the text; one that cannot be laid out does not hold up others."""
    last = (
        EditionDecision.objects.filter(edition=edition).select_related("by_body").order_by("at", "pk").last()
    )
    if last is None:
        return
    by = Signer(last.by_person_id, last.by_body_id, last.by_body.area_id, is_sample=edition.is_sample)
    try:
        with transaction.atomic():
            lay_out_duties(edition, by=by, at=at)
    except (PermissionDenied, Refused):
        _log.exception("edition %s was not laid out further", edition.pk)
