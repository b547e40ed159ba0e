"""What the member's body owes, and what waits for its word, by date; a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.reports.calculations import Standing
from phoihop.reports.models import Obligation, Report
from phoihop.reports.queries.explaining import DueTold, dues_told
from phoihop.reports.queries.routes import waits, with_turn
from phoihop.reports.queries.standing import COLOURS, Held, held
from phoihop.reports.statuses import ReportStatus

DAYS_AHEAD = 100
DAYS_BACK = 400
_NOTHING_LEFT = frozenset({Standing.ON_TIME, Standing.LATE, Standing.ENDED, Standing.WAIVED})


@dataclass(frozen=True)
class OwedRow:
    """A report the body owes; `days` until due (negative: late), `report_id` once begun."""

    obligation_id: int
    report_id: int | None
    programme_id: int
    programme: str
    body: str
    name: str
    period: Period
    due_on: date
    days: int
    standing: Standing
    status_label: str
    is_begun: bool
    is_flagged: bool
    is_inherited: bool
    told: DueTold
    is_sample: bool

    @property
    def colour(self) -> str:
        return COLOURS[self.standing]

    @property
    def is_waived(self) -> bool:
        return self.standing is Standing.WAIVED

    @property
    def is_open(self) -> bool:
        """Something is still to be done by the body."""
        return self.standing not in _NOTHING_LEFT


@dataclass(frozen=True)
class WaitingRow:
    """A report handed in to the member's body that it has not decided on."""

    report_id: int
    programme: str
    body: str
    name: str
    period: Period
    submitted_at: datetime
    due_on: date
    is_sample: bool


def owed_by(member: Member, *, today: date) -> list[OwedRow]:
    """Reports of the member's body: those still open first by due day, then those done, latest first.

    Five queries, up to four more where windows and requests are told of. Home and "Báo cáo phải nộp" show the
    same rows.
    """
    bodies = bodies_written_for(member.body_id).values("pk")
    days = (today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD))
    rows = held(Obligation.objects.filter(body__in=bodies, due_on__range=days))
    shown = [row for row in rows if row.standing(today) != Standing.ENDED]
    labels = body_labels({row.row.body_id for row in shown}, today)
    told = dues_told(row.row for row in shown)
    found = [_owed(row, labels[row.row.body_id].short_name, today, told[row.row.pk]) for row in shown]
    still = sorted((r for r in found if r.is_open), key=lambda r: (r.due_on, r.programme))
    done = sorted((r for r in found if not r.is_open), key=lambda r: r.due_on, reverse=True)
    return [*still, *done]


def _owed(row: Held, body: str, today: date, told: DueTold) -> OwedRow:
    obligation = row.row
    return OwedRow(
        obligation_id=obligation.pk,
        report_id=row.report_id,
        programme_id=obligation.programme_id,
        programme=obligation.programme.name,
        body=body,
        name=obligation.duty.name,
        period=row.period,
        due_on=obligation.due_on,
        days=(obligation.due_on - today).days,
        standing=row.standing(today),
        status_label=str(ReportStatus(row.report_status).label) if row.report_status else "chưa soạn",
        is_begun=row.report_id is not None,
        is_flagged=obligation.rule_changed_at is not None,
        is_inherited=obligation.inherited_from_id is not None,
        told=told,
        is_sample=obligation.is_sample,
    )


def waiting_for(member: Member, *, today: date) -> list[WaitingRow]:
    """Reports handed in that wait for the member's body in its turn, oldest first; two queries."""
    own = bodies_written_for(member.body_id).values("pk")
    reports = (
        Report.objects.filter(
            Q(obligation__recipients__body__in=own)
            | Q(obligation__recipients=None, obligation__programme__lead__in=own),
            status=ReportStatus.SUBMITTED,
        )
        .exclude(obligation__body__in=own)
        .select_related("obligation__programme", "obligation__duty")
        .order_by("submitted_at")
        .distinct()
    )
    waiting = [report for report in with_turn(reports, own) if waits(report)]
    return list(_waiting(waiting, today))


def _waiting(reports: list[Report], today: date) -> Iterable[WaitingRow]:
    labels = body_labels({r.obligation.body_id for r in reports}, today)
    for report in reports:
        obligation = report.obligation
        yield WaitingRow(
            report_id=report.pk,
            programme=obligation.programme.name,
            body=labels[obligation.body_id].short_name,
            name=obligation.duty.name,
            period=Period(obligation.period_start, obligation.period_end),
            submitted_at=report.submitted_at or report.updated_at,
            due_on=obligation.due_on,
            is_sample=report.is_sample,
        )


def obligation_page(obligation: Obligation, *, today: date) -> OwedRow:
    """One obligation loaded with its programme and duty, as the list shows it; a few queries."""
    row = held(Obligation.objects.filter(pk=obligation.pk))[0]
    label = body_labels([obligation.body_id], today)[obligation.body_id]
    return _owed(row, label.short_name, today, dues_told([row.row])[row.row.pk])
