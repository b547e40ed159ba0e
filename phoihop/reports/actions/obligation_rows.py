"""The rows of obligations written by the thousand: one statement each, whatever their number."""

import uuid
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.db import connection

from phoihop.core.constraints import checked_at_once
from phoihop.core.periods import Period
from phoihop.programmes.calculations.synchronisation import Key
from phoihop.programmes.models import DutyRule, Edition
from phoihop.reports.models import ReportRequest
from phoihop.reports.queries.rules import Windows

_INSERT = """
INSERT INTO reports_obligation (programme_id, edition_id, duty_id, duty_key, body_id, period_start,
    period_end, due_on, covers_start, covers_end, form_version, ended_reason, waived_reason, is_sample,
    request_id)
SELECT %(programme)s, %(edition)s, d.id, d.key, w.body_id, w.period_start, w.period_end, w.due_on,
       w.covers_start, w.covers_end, 1, '', '', %(is_sample)s, %(request)s
FROM unnest(%(duties)s::bigint[], %(bodies)s::bigint[], %(starts)s::date[], %(ends)s::date[],
            %(dues)s::date[], %(covers_starts)s::date[], %(covers_ends)s::date[])
    AS w(duty_id, body_id, period_start, period_end, due_on, covers_start, covers_end)
JOIN programmes_dutyrule d ON d.id = w.duty_id
ON CONFLICT DO NOTHING
"""
_MOVE = """
UPDATE reports_obligation o
SET due_on = CASE WHEN o.first_due_on IS NULL THEN m.due_on ELSE GREATEST(o.due_on, m.due_on) END,
    first_due_on = CASE WHEN m.due_on < o.due_on AND o.first_due_on IS NOT NULL THEN m.due_on END
FROM unnest(%(ids)s::bigint[], %(dues)s::date[]) AS m(id, due_on)
WHERE o.id = m.id
"""
_RECEIVING = """
WITH open AS MATERIALIZED (
    SELECT o.id, o.duty_id, o.body_id FROM reports_obligation o
    WHERE o.edition_id = %(edition)s AND o.duty_id = ANY(%(duties)s) AND o.inherited_from_id IS NULL
      AND o.report_status = ''
      AND (o.due_on >= %(today)s
           OR NOT EXISTS (SELECT FROM reports_obligationrecipient r WHERE r.obligation_id = o.id))
), wanted AS MATERIALIZED (
    SELECT o.id, p.body_id, bool_or(p.side = 'reviews') AS reviews
    FROM open o JOIN programmes_dutyparty p ON p.duty_id = o.duty_id
    WHERE p.side <> 'owes' AND p.body_id <> o.body_id
    GROUP BY o.id, p.body_id
)
"""
_NO_LONGER = f"""{_RECEIVING}
DELETE FROM reports_obligationrecipient r USING open o
WHERE r.obligation_id = o.id
  AND NOT EXISTS (SELECT FROM wanted w WHERE w.id = r.obligation_id AND w.body_id = r.body_id)
"""
_ADDRESS = f"""{_RECEIVING}
INSERT INTO reports_obligationrecipient (obligation_id, body_id, reviews)
SELECT w.id, w.body_id, w.reviews FROM wanted w
WHERE NOT EXISTS (
    SELECT FROM reports_obligationrecipient r
    WHERE r.obligation_id = w.id AND r.body_id = w.body_id AND r.reviews = w.reviews
)
ON CONFLICT (obligation_id, body_id) DO UPDATE SET reviews = EXCLUDED.reviews
"""


def insert(
    wanted: Mapping[Key, date],
    *,
    edition: Edition,
    duties: Mapping[uuid.UUID, DutyRule],
    windows: Windows,
    request: ReportRequest | None = None,
) -> int:
    """Write obligations by what is owed and its due day; one there already stays. Answers how many are new.

    `duties` by their key. One statement.
    """
    if not wanted:
        return 0
    rows = sorted(wanted.items())
    given = _columns(rows, duties, windows) | {
        "programme": edition.programme_id,
        "edition": edition.pk,
        "is_sample": edition.programme.is_sample,
        "request": request.pk if request else None,
    }
    with checked_at_once(), connection.cursor() as cursor:
        cursor.execute(_INSERT, given)
        return int(cursor.rowcount)


def _columns(
    rows: Collection[tuple[Key, date]], duties: Mapping[uuid.UUID, DutyRule], windows: Windows
) -> dict[str, Any]:
    covers: dict[tuple[uuid.UUID, Period], Period | None] = {}
    for key, _ in rows:
        if (key.duty, key.period) not in covers:
            frequency = duties[key.duty].frequency
            covers[key.duty, key.period] = windows.covers(key.duty, frequency, key.period)
    covered = [covers[key.duty, key.period] for key, _ in rows]
    return {
        "duties": [duties[key.duty].pk for key, _ in rows],
        "bodies": [key.body_id for key, _ in rows],
        "starts": [key.period.start for key, _ in rows],
        "ends": [key.period.end for key, _ in rows],
        "dues": [due for _, due in rows],
        "covers_starts": [period and period.start for period in covered],
        "covers_ends": [period and period.end for period in covered],
    }


def move(dues: Mapping[int, date]) -> None:
    """New due days by id; one that was extended keeps its later day while that is later. One statement."""
    if not dues:
        return
    with connection.cursor() as cursor:
        cursor.execute(_MOVE, {"ids": list(dues), "dues": list(dues.values())})


def address(edition: Edition, *, duty_ids: Iterable[int], today: date) -> None:
    """Write who receives each obligation that has no recipients yet or is still to come without a report.

    A body named on both sides of the duty reviews; nobody reports to itself. Two statements.
    """
    given: dict[str, Any] = {"edition": edition.pk, "duties": list(duty_ids), "today": today}
    with checked_at_once(), connection.cursor() as cursor:
        cursor.execute(_NO_LONGER, given)
        cursor.execute(_ADDRESS, given)
