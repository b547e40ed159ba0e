"""What all places owe of the last quarters and of this one, and the reports most of them handed in."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from django.db import connection, transaction

from benchmarks.nation.copying import copy_rows, gather_statistics, new_ids
from benchmarks.nation.peopling import Place
from phoihop.core import clock
from phoihop.programmes.models import Edition
from phoihop.reports.actions import open_report
from phoihop.reports.actions.adopting import Laid, lay_out_below
from phoihop.reports.models import Obligation, ObligationRecipient, Report, Round
from phoihop.reports.statuses import ReportStatus

_NOT_HANDED_IN = 11
"""Of so many bodies one has not reported."""
_DAYS = 200
"""How far back obligations begin: two closed quarters at least."""
_ALL_AT_ONCE = "SET CONSTRAINTS ALL IMMEDIATE; SET LOCAL enable_nestloop = off"
"""Triggers join all new rows, of which there are no statistics yet, with others: never one by one."""
_NOTHING = {
    "period": [], "period_label": "kỳ trước", "is_nil": True, "overview": "Tình hình ổn định.",
    "shortcomings": "", "recommendations": "", "entered_by_body_id": None, "paper_scan_id": None,
    "sections": [], "emergent": [], "figures": [], "files": [], "tables": [],
}  # fmt: skip


def owe(edition: Edition, *, from_day: date, until: date) -> Laid:
    """What binds the places below, as if laid out on `from_day`."""
    at = datetime.combine(from_day, time(2), tzinfo=UTC)
    return lay_out_below(parent=edition.programme, until=until, at=at)


def owe_since_half_a_year(edition: Edition) -> Laid:
    """From two quarters ago up to the end of this year."""
    today = clock.today()
    made = owe(edition, from_day=today - timedelta(days=_DAYS), until=today.replace(month=12, day=31))
    gather_statistics(Obligation, ObligationRecipient)
    return made


@transaction.atomic
def hand_in(edition: Edition, places: Sequence[Place]) -> int:
    """Reports of all past periods but each so-many-th, accepted; by the officer of the place."""
    with connection.cursor() as cursor:
        cursor.execute(_ALL_AT_ONCE)
    person = {place.area_id: place.person_id for place in places}
    owed = Obligation.objects.filter(
        programme__adoption__parent=edition.programme_id, due_on__lt=clock.today(), report=None
    )
    rows = [
        row
        for number, row in enumerate(
            owed.order_by("pk").values_list("pk", "body_id", "body__area_id", "due_on")
        )
        if number % _NOT_HANDED_IN
    ]
    ids = new_ids(Report, len(rows))
    copy_rows(
        Report,
        ("id", "obligation_id", "status", "entered_by_body_id", "created_at", "updated_at", "submitted_at",
         "is_sample"),
        _reports(ids, rows),
    )  # fmt: skip
    gather_statistics(Report)
    copy_rows(Round, ("report_id", "sequence", "content", "by_person_id", "by_body_id", "at"), (
        (pk, 1, connection.ops.adapt_json_value(_NOTHING, None), person[area], body, _at(due))
        for pk, (_, body, area, due) in zip(ids, rows, strict=True)
    ))  # fmt: skip
    gather_statistics(Round)
    return len(rows)


def _reports(ids: Sequence[int], rows: Sequence[tuple[int, int, int, date]]) -> Iterator[tuple[object, ...]]:
    for pk, (obligation, body, _, due) in zip(ids, rows, strict=True):
        at = _at(due)
        yield pk, obligation, ReportStatus.ACCEPTED, body, at, at, at, True


def _at(due: date) -> datetime:
    return datetime.combine(due - timedelta(days=1), time(2), tzinfo=UTC)


def next_obligations(edition: Edition, lead_ids: Sequence[int]) -> dict[int, Obligation]:
    """By body: what it owes next without a report."""
    rows = Obligation.objects.filter(
        programme__adoption__parent=edition.programme_id, body__in=lead_ids, report=None,
        due_on__gte=clock.today(), period_start__lte=clock.today(),
    )  # fmt: skip
    return {row.body_id: row for row in rows.order_by("-due_on")}


__all__ = ["hand_in", "next_obligations", "open_report", "owe", "owe_since_half_a_year"]
