"""Closing a period: its figures stand. Opening it again needs a reason; who, when and why stay to be read."""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.programmes.models import Adoption, Programme
from phoihop.programmes.statuses import SIGNED
from phoihop.targets import permissions
from phoihop.targets.actions.locking import PERIODS
from phoihop.targets.models import ClosedPeriod
from phoihop.targets.queries.closing import refusal_when_closed


def hold_open(programme_ids: Collection[int]) -> None:
    """Until the end of the transaction nobody closes a period of these programmes; recording goes on side by
    side. To be asked before looking whether a period is closed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock_shared(%s, id) FROM unnest(%s::int[]) AS id",
            [PERIODS, sorted(programme_ids)],
        )


def refuse_closed(programme_id: int, period: Period, *, area_ids: Collection[int], at: datetime) -> None:
    """Refused, in plain words, when figures of the period stand; else it stays open while this act lasts."""
    hold_open([programme_id])
    told = refusal_when_closed(programme_id, period, area_ids=area_ids, on=clock.day_of(at))
    if told:
        raise Refused(told)


def _hold_alone(programme: Programme) -> None:
    """Waits for figures on their way, here and under the programmes above whose targets are recorded here."""
    above = Adoption.objects.filter(programme=programme).values_list("parent_id", flat=True)
    with connection.cursor() as cursor:
        for pk in sorted({programme.pk, *above}):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [PERIODS, pk])


@transaction.atomic
def close_period(*, programme: Programme, period: Period, by: Member, at: datetime) -> ClosedPeriod:
    """The lead says that the figures of the period stand. Refused before it ended, or when closed already."""
    if not permissions.can_close(by, programme):
        raise PermissionDenied
    if not programme.editions.filter(status__in=SIGNED).exists():
        raise Refused("Chương trình chưa có hiệu lực nên chưa có kỳ số liệu để khóa.")
    if period.end >= clock.day_of(at):
        raise Refused(f"Kỳ {period.label} chưa kết thúc nên chưa khóa được.")
    _hold_alone(programme)
    told = refusal_when_closed(programme.pk, period, on=clock.day_of(at))
    if told:
        raise Refused(told)
    return ClosedPeriod.objects.create(
        programme=programme, period_start=period.start, period_end=period.end, closed_by_id=by.person_id,
        closed_for_id=by.body_id, closed_at=at, is_sample=by.is_sample,
    )  # fmt: skip


@transaction.atomic
def reopen_period(*, closed: ClosedPeriod, reason: str, by: Member, at: datetime) -> ClosedPeriod:
    """The lead lets figures of the period be recorded and corrected again. Conflict when it is open."""
    row = ClosedPeriod.objects.select_for_update(of=("self",)).select_related("programme").get(pk=closed.pk)
    if not permissions.can_close(by, row.programme):
        raise PermissionDenied
    if not reason.strip():
        raise Refused("Hãy ghi lý do mở lại kỳ.")
    if not row.is_closed:
        raise Conflict("Kỳ số liệu")
    row.reopened_by_id, row.reopened_for_id = by.person_id, by.body_id
    row.reopened_at, row.reason = at, reason.strip()
    row.save(update_fields=["reopened_by", "reopened_for", "reopened_at", "reason"])
    return row
