"""Choosing which days the figures of a duty cover: those of the period, or a decree's cut-off window."""

import uuid
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.programmes.models import DutyRule, Programme
from phoihop.reports.models import CutoffWindow, DutySetting, DutySettingDecision, Obligation
from phoihop.reports.queries.rules import windows_of
from phoihop.reports.relief_permissions import sets_windows

_COVER = """
UPDATE reports_obligation o SET covers_start = w.covers_start, covers_end = w.covers_end
FROM unnest(%(starts)s::date[], %(ends)s::date[], %(covers_starts)s::date[], %(covers_ends)s::date[])
    AS w(period_start, period_end, covers_start, covers_end)
WHERE o.duty_key = %(key)s AND o.period_start = w.period_start AND o.period_end = w.period_end
  AND o.due_on >= %(today)s AND o.report_status = '' AND o.ended_on IS NULL
  AND (o.covers_start, o.covers_end) IS DISTINCT FROM (w.covers_start, w.covers_end)
"""


@transaction.atomic
def choose_window(
    *, programme: Programme, duty_key: uuid.UUID, scheme: str, version: int, by: Member, at: datetime
) -> int:
    """Reckon a duty's figures by calendar periods (`scheme` empty) or by a decree's cut-off windows.

    Holds through all editions, and for the places that adopted the duty. Reports still to come that nobody
    began follow; answers how many. `version` is that of the choice the form showed, 0 for none yet.
    """
    row = Programme.objects.select_for_update(of=("self",), no_key=True).get(pk=programme.pk)
    if not sets_windows(by, row):
        raise PermissionDenied
    duty = DutyRule.objects.filter(key=duty_key, clause__edition__programme=row).order_by("-pk").first()
    if duty is None or (scheme and not _has_line(scheme, duty.frequency)):
        raise Refused("Kỳ chốt số liệu này không dùng được cho định kỳ của chế độ báo cáo.")
    setting = DutySetting.objects.filter(programme=row, duty_key=duty_key).first()
    if (setting.version if setting else 0) != version:
        raise Conflict("Kỳ số liệu này")
    setting = setting or DutySetting(programme=row, duty_key=duty_key, version=0)
    before, setting.scheme, setting.version = setting.scheme, scheme, setting.version + 1
    setting.save()
    DutySettingDecision.objects.create(
        setting=setting, before=before, after=scheme, verb="choose", by_person_id=by.person_id,
        by_body_id=by.body_id, at=at,
    )  # fmt: skip
    return _cover(row, duty, at=at)


def _has_line(scheme: str, frequency: str) -> bool:
    return CutoffWindow.objects.filter(scheme=scheme, frequency=frequency).exists()


def _cover(programme: Programme, duty: DutyRule, *, at: datetime) -> int:
    today, windows = clock.day_of(at), windows_of(programme.pk)
    rows = Obligation.objects.filter(duty_key=duty.key, due_on__gte=today, report_status="", ended_on=None)
    spans = [Period(*days) for days in rows.values_list("period_start", "period_end").distinct()]
    covers = [windows.covers(duty.key, duty.frequency, span) for span in spans]
    given: dict[str, Any] = {
        "key": duty.key,
        "today": today,
        "starts": [span.start for span in spans],
        "ends": [span.end for span in spans],
        "covers_starts": [found and found.start for found in covers],
        "covers_ends": [found and found.end for found in covers],
    }
    with connection.cursor() as cursor:
        cursor.execute(_COVER, given)
        return int(cursor.rowcount)
