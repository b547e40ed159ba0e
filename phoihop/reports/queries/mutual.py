"""Báo cáo trao đổi: duties by which parties report to one another; who sent, and who took note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import DutyParty, DutyRule, Programme
from phoihop.programmes.models.facts import DutySide
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.calculations import Standing
from phoihop.reports.models import Obligation, ObligationRecipient, RoundDecision
from phoihop.reports.queries.standing import COLOURS, Held, held


@dataclass(frozen=True)
class Receipt:
    """What one peer did with another's report; `state` in words, `on` the day it took note."""

    state: str
    on: date | None = None


@dataclass(frozen=True)
class SenderRow:
    """A party with its report of the period, and what each of the others did with it."""

    body_id: int
    name: str
    obligation_id: int
    standing: Standing
    receipts: Sequence[Receipt | None]

    @property
    def colour(self) -> str:
        return COLOURS[self.standing]


@dataclass(frozen=True)
class MutualBoard:
    """One period: rows send, columns take note; counts of reports sent and of receipts given."""

    duty: DutyRule
    period: Period | None
    periods: Sequence[Period]
    columns: Sequence[str]
    rows: Sequence[SenderRow]
    sent: int
    noted: int
    expected: int


def mutual_duties(programme: Programme) -> list[tuple[int, str]]:
    """Duties in force some body both owes and receives, by id with their name; one query."""
    receives = DutyParty.objects.filter(
        duty=OuterRef("duty"), body=OuterRef("body"), side__in=[DutySide.TAKES_NOTE, DutySide.REVIEWS]
    )
    both = DutyParty.objects.filter(Exists(receives), duty=OuterRef("pk"), side=DutySide.OWES)
    rows = DutyRule.objects.filter(
        Exists(both),
        clause__edition__programme=programme,
        clause__edition__status=EditionStatus.IN_FORCE,
    )
    return list(rows.order_by("clause__order", "pk").values_list("pk", "name"))


def mutual_board(duty: DutyRule, member: Member, *, start: date | None, today: date) -> MutualBoard:
    """The period that begins on `start`, else the last that has begun; seven queries."""
    programme_id = duty.clause.edition.programme_id
    seen = Obligation.objects.visible_to(member).filter(programme=programme_id, duty_key=duty.key)
    spans = seen.filter(period_start__lte=today).values_list("period_start", "period_end")
    periods = sorted({Period(*days) for days in spans})
    period = next((one for one in periods if one.start == start), periods[-1] if periods else None)
    found = held(seen.filter(period_start=period.start, period_end=period.end)) if period else []
    ids = [row.row.pk for row in found]
    addressed = set(
        ObligationRecipient.objects.filter(obligation__in=ids).values_list("obligation_id", "body_id")
    )
    labels = body_labels({row.row.body_id for row in found} | {body for _, body in addressed}, today)
    order = sorted({body for _, body in addressed}, key=lambda body: labels[body].sort_key)
    noted = _noted(ids)
    rows = [
        SenderRow(
            body_id=row.row.body_id,
            name=labels[row.row.body_id].short_name,
            obligation_id=row.row.pk,
            standing=row.standing(today),
            receipts=[_receipt(row, body, addressed, noted) for body in order],
        )
        for row in sorted(found, key=lambda row: labels[row.row.body_id].sort_key)
    ]
    return MutualBoard(
        duty=duty,
        period=period,
        periods=periods,
        columns=[labels[body].short_name for body in order],
        rows=rows,
        sent=sum(row.standing.is_received for row in rows),
        noted=sum(receipt is not None and receipt.on is not None for row in rows for receipt in row.receipts),
        expected=len(addressed),
    )


def _noted(ids: Sequence[int]) -> dict[tuple[int, int], date]:
    """The day each recipient decided on the report's last round, by obligation and body."""
    rows = RoundDecision.objects.filter(
        round__report__obligation__in=ids, verb__in=["note", "accept"]
    ).values_list("round__report__obligation_id", "by_body_id", "at")
    return {(obligation_id, body_id): clock.day_of(at) for obligation_id, body_id, at in rows}


def _receipt(
    row: Held, body_id: int, addressed: set[tuple[int, int]], noted: Mapping[tuple[int, int], date]
) -> Receipt | None:
    """None where the report does not go to that body: a party does not report to itself."""
    key = (row.row.pk, body_id)
    if key not in addressed:
        return None
    if row.kept.first_handed_in_on is None or row.kept.is_open_draft:
        return Receipt("chưa gửi")
    return Receipt("đã tiếp nhận", noted[key]) if key in noted else Receipt("chờ tiếp nhận")
