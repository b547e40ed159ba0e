"""What places below owe by the duties of a programme above, for all of them in a fixed number of statements.

The due dates are the parent's and computed once; the database multiplies them with places and bodies. Rows
written a moment ago have no statistics yet, and nested loops over thousands of places would take minutes:
joins go by hash.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from phoihop.core import clock
from phoihop.core.constraints import checked_at_once
from phoihop.core.periods import Period
from phoihop.programmes.calculations import days_of, due_rule_of
from phoihop.programmes.models import Adoption, DutyRule, Edition, Programme
from phoihop.programmes.models.facts import DutyKind
from phoihop.programmes.queries.adopted import standing_editions
from phoihop.reports.calculations import due_on, periods_of
from phoihop.reports.models import Obligation
from phoihop.reports.queries.rules import windows_of, working_calendar

_KINDS = [DutyKind.REPORT, DutyKind.REVIEW]
_COLUMNS = ("duties", "keys", "starts", "ends", "dues", "covers_starts", "covers_ends")


@dataclass(frozen=True)
class Laid:
    """How many obligations of places below came, follow a changed rule, and went."""

    created: int
    changed: int
    removed: int


_WANTED = """
WITH wanted AS MATERIALIZED (
    SELECT * FROM unnest(%(duties)s::bigint[], %(keys)s::uuid[], %(starts)s::date[], %(ends)s::date[],
                         %(dues)s::date[], %(covers_starts)s::date[], %(covers_ends)s::date[])
        AS w(duty_id, key, period_start, period_end, due_on, covers_start, covers_end)
), places AS MATERIALIZED (
    SELECT p.id AS programme_id, e.id AS edition_id, p.lead_id, p.is_sample, e.in_force_from,
           h.duties, h.reporting
    FROM programmes_adoption a
    JOIN programmes_handdown h ON h.id = a.hand_down_id
    JOIN programmes_programme p ON p.id = a.programme_id
    JOIN programmes_edition e ON e.programme_id = p.id AND e.status = 'in_force'
    WHERE a.parent_id = %(parent)s AND (%(adoption)s::bigint IS NULL OR a.id = %(adoption)s)
), owing AS MATERIALIZED (
    SELECT programme_id, lead_id AS body_id FROM places
    UNION
    SELECT s.programme_id, y.body_id FROM places s
    JOIN programmes_party y ON y.edition_id = s.edition_id WHERE s.reporting <> 'lead_up'
), owed AS MATERIALIZED (
    SELECT s.programme_id, s.edition_id, s.is_sample, w.duty_id, w.key, o.body_id, w.period_start,
           w.period_end, w.due_on, w.covers_start, w.covers_end
    FROM places s
    JOIN wanted w ON w.key = ANY(s.duties) AND w.due_on >= s.in_force_from
    JOIN owing o ON o.programme_id = s.programme_id
    JOIN organisations_body b ON b.id = o.body_id
        AND (b.valid_from IS NULL OR b.valid_from <= w.due_on)
        AND (b.valid_to IS NULL OR b.valid_to >= w.due_on)
)
"""
_OPEN = """
    JOIN programmes_dutyrule d ON d.id = x.duty_id
    JOIN programmes_clause c ON c.id = d.clause_id
    JOIN programmes_edition de ON de.id = c.edition_id AND de.programme_id = %(parent)s
    WHERE x.due_on >= %(today)s AND x.ended_on IS NULL AND x.inherited_from_id IS NULL
      AND x.waived_on IS NULL AND x.report_status = '' AND NOT d.is_asked
"""
_SAME = """w.programme_id = x.programme_id AND w.key = x.duty_key AND w.body_id = x.body_id
      AND w.period_start = x.period_start AND w.period_end = x.period_end"""
_GONE = f"""{_WANTED}
SELECT x.id FROM reports_obligation x JOIN places s ON s.programme_id = x.programme_id {_OPEN}
  AND NOT EXISTS (SELECT FROM owed w WHERE {_SAME})
"""
_FOLLOW = f"""{_WANTED}
UPDATE reports_obligation t SET duty_id = w.duty_id, edition_id = w.edition_id,
    due_on = CASE WHEN t.first_due_on IS NULL THEN w.due_on ELSE GREATEST(t.due_on, w.due_on) END,
    first_due_on = CASE WHEN w.due_on < t.due_on AND t.first_due_on IS NOT NULL THEN w.due_on END
FROM owed w JOIN reports_obligation x ON {_SAME} {_OPEN}
  AND t.id = x.id
  AND (COALESCE(x.first_due_on, x.due_on), x.duty_id, x.edition_id)
      IS DISTINCT FROM (w.due_on, w.duty_id, w.edition_id)
"""
_CREATE = f"""{_WANTED}
INSERT INTO reports_obligation (programme_id, edition_id, duty_id, duty_key, body_id, period_start,
    period_end, due_on, covers_start, covers_end, form_version, ended_reason, waived_reason, is_sample)
SELECT programme_id, edition_id, duty_id, key, body_id, period_start, period_end, due_on, covers_start,
    covers_end, 1, '', '', is_sample
FROM owed w WHERE due_on >= %(today)s
  AND NOT EXISTS (SELECT FROM reports_obligation x WHERE {_SAME})
ON CONFLICT DO NOTHING
"""
_NEAREST = """
WITH uppers AS MATERIALIZED (
    SELECT a.area_id, p.lead_id
    FROM programmes_adoption a
    JOIN programmes_programme p ON p.id = a.programme_id
    JOIN programmes_edition e ON e.programme_id = p.id AND e.status = 'in_force'
    WHERE a.parent_id = %(parent)s
), nearest AS MATERIALIZED (
    SELECT p.id AS programme_id, p.lead_id, h.reporting, top.lead_id AS top_id,
           COALESCE(c.lead_id, d.lead_id, v.lead_id, top.lead_id) AS above_id
    FROM programmes_adoption a
    JOIN programmes_handdown h ON h.id = a.hand_down_id
    JOIN programmes_programme p ON p.id = a.programme_id
    JOIN programmes_programme top ON top.id = a.parent_id
    LEFT JOIN organisations_areapath t
        ON t.area_id = a.area_id AND %(today)s BETWEEN t.valid_from AND t.valid_to
    LEFT JOIN uppers c ON c.area_id = t.commune_id AND c.area_id <> a.area_id
    LEFT JOIN uppers d ON d.area_id = t.district_id AND d.area_id <> a.area_id
    LEFT JOIN uppers v ON v.area_id = t.province_id AND v.area_id <> a.area_id
    LEFT JOIN programmes_adoption own ON own.id = %(adoption)s::bigint
    WHERE a.parent_id = %(parent)s
      AND (own.id IS NULL OR own.area_id IN (a.area_id, t.commune_id, t.district_id, t.province_id))
)
"""
"""Whom each place reports to: the nearest place above that took the same programme on, else the one at the
top. Of one adoption: that place and those below it."""
_ADDRESS = f"""{_NEAREST}
INSERT INTO reports_obligationrecipient (obligation_id, body_id, reviews)
SELECT x.id, r.body_id, TRUE
FROM nearest s
JOIN reports_obligation x ON x.programme_id = s.programme_id
CROSS JOIN LATERAL (SELECT CASE WHEN s.reporting = 'through_lead' AND x.body_id <> s.lead_id
                                THEN s.lead_id ELSE s.above_id END AS body_id) r
{_OPEN} AND r.body_id <> x.body_id
  AND NOT EXISTS (SELECT FROM reports_obligationrecipient y WHERE y.obligation_id = x.id)
ON CONFLICT DO NOTHING
"""
_READDRESS = f"""{_NEAREST}
UPDATE reports_obligationrecipient y SET body_id = s.above_id
FROM nearest s JOIN reports_obligation x ON x.programme_id = s.programme_id {_OPEN}
  AND y.obligation_id = x.id AND y.body_id NOT IN (s.above_id, s.lead_id) AND x.body_id <> s.above_id
  AND (y.body_id = s.top_id OR y.body_id IN (SELECT lead_id FROM uppers))
  AND NOT EXISTS (
    SELECT FROM reports_obligationrecipient z WHERE z.obligation_id = x.id AND z.body_id = s.above_id
  )
"""


@transaction.atomic
def lay_out_below(
    *, parent: Programme, until: date, adoption: Adoption | None = None, at: datetime
) -> Laid:  # fmt: skip
    """Bring what places below owe up to `until` in line with the parent's duties that bind them.

    For one adoption or for all in force; idempotent. Only rows due from today on and without a report
    follow; nothing is owed for days before a place's text was in force. A consequence of adopting, mending
    or amending: the act has asked permission. Ten statements.
    """
    today = clock.day_of(at)
    Programme.objects.select_for_update(of=("self",), no_key=True).get(pk=parent.pk)
    edition = standing_editions([parent.pk]).get()
    given = _wanted(edition, today=today, until=until) | {
        "parent": parent.pk,
        "adoption": adoption.pk if adoption else None,
        "today": today,
    }
    with checked_at_once(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
        cursor.execute(_GONE, given)
        gone = [pk for (pk,) in cursor.fetchall()]
        Obligation.objects.filter(pk__in=gone).delete()
        cursor.execute(_FOLLOW, given)
        changed = cursor.rowcount
        cursor.execute(_CREATE, given)
        created = cursor.rowcount
        cursor.execute(_ADDRESS, given)
        cursor.execute(_READDRESS, given)
        cursor.execute("SET LOCAL enable_nestloop = on")
    return Laid(created, changed, len(gone))


def _wanted(edition: Edition, *, today: date, until: date) -> dict[str, Any]:
    """Every duty of the parent with its periods due from today, as columns for the database."""
    duties = DutyRule.objects.filter(clause__edition=edition, kind__in=_KINDS).order_by("pk")
    calendar, windows = working_calendar(), windows_of(edition.programme_id)
    rows = [
        (duty.pk, duty.key, period.start, period.end, due, covers and covers.start, covers and covers.end)
        for duty in duties
        for period in _periods(duty, edition, today=today, until=until)
        if today <= (due := due_on(due_rule_of(duty), period, calendar)) <= until
        for covers in [windows.covers(duty.key, duty.frequency, period)]
    ]
    columns = zip(*rows, strict=True) if rows else ([] for _ in _COLUMNS)
    return dict(zip(_COLUMNS, map(list, columns), strict=True))


def _periods(duty: DutyRule, edition: Edition, *, today: date, until: date) -> Iterable[Period]:
    start = edition.period_start or edition.in_force_from or today
    programme = days_of(duty.frequency, start=start, end=edition.period_end, until=until)
    within = Period(start, max(start, until))
    return periods_of(due_rule_of(duty).frequency, programme=programme, within=within)


@transaction.atomic
def clear_below(*, adoption: Adoption) -> int:
    """Nothing more is owed at the place by the parent's duties; what has a report stays. How many went."""
    rows = Obligation.objects.filter(
        programme=adoption.programme_id, duty__clause__edition__programme=adoption.parent_id, report=None
    )
    count = rows.count()
    rows.delete()
    return count
