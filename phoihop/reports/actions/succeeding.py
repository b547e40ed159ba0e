"""What becomes of obligations when a programme or a body ends: no longer owed, or owed by successors.

Consequences, as in `obligations`: the act that calls them has asked permission.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.programmes.models import Edition, Programme
from phoihop.reports.calculations.synchronisation import Key
from phoihop.reports.models import Obligation, ObligationRecipient, Round


@transaction.atomic
def end_obligations(
    *, edition: Edition, on: date, reason: str, body: Body | None = None, by: Member, at: datetime
) -> int:
    """From `on`, what the edition (one body of it) still had to hand in is no longer owed; answers how many.

    What was due before stays owed and counted; a report once handed in stays as it is.
    """
    if not reason.strip():
        raise Refused("Hãy ghi lý do thôi phải nộp.")
    rows = _open(edition.obligations.filter(due_on__gte=on))
    if body is not None:
        rows = rows.filter(body=body)
    return rows.update(ended_on=on, ended_reason=reason.strip())


def _open(rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
    """Not ended, and never handed in."""
    handed_in = Round.objects.filter(report__obligation=OuterRef("pk"))
    return rows.filter(~Exists(handed_in), ended_on=None)


def inherit_obligation(*, obligation: Obligation, successor: Body, by: Member, at: datetime) -> Obligation:
    """The successor owes this report now: a new row linked to the old one; Refused when already handed in."""
    rows = Obligation.objects.filter(pk=obligation.pk)
    made = _inherit(rows, {obligation.body_id: successor})
    if not made:
        raise Refused("Báo cáo này đã nộp, đã thôi phải nộp hoặc đơn vị kế thừa đã có báo cáo cùng kỳ.")
    return made[0]


def inherit_obligations(
    *, programme: Programme, successors: Mapping[int, Body], by: Member, at: datetime
) -> list[Obligation]:
    """Every open obligation of the ended bodies (by id) goes on to its successor, in one go."""
    return _inherit(programme.obligations.filter(body_id__in=list(successors)), successors)


@transaction.atomic
def _inherit(rows: QuerySet[Obligation], successors: Mapping[int, Body]) -> list[Obligation]:
    old = list(
        _open(rows)
        .filter(inherited_by=None)
        .select_for_update(of=("self",))
        .select_related("body")
        .prefetch_related("recipients")
        .order_by("due_on", "id")
    )
    heirs = [_heir(row, successors[row.body_id]) for row in old]
    taken = _keys_of(successors.values())
    new = []
    for heir in heirs:
        if _key(heir) not in taken:
            taken.add(_key(heir))
            new.append(heir)
    Obligation.objects.bulk_create(new)
    by_id = {row.pk: row for row in old}
    ObligationRecipient.objects.bulk_create(
        ObligationRecipient(obligation=heir, body_id=r.body_id, reviews=r.reviews)
        for heir in new
        for r in by_id[heir.inherited_from_id or 0].recipients.all()
        if r.body_id != heir.body_id
    )
    _end_those_due_after_their_body(old)
    return new


def _heir(row: Obligation, successor: Body) -> Obligation:
    return Obligation(
        programme_id=row.programme_id,
        edition_id=row.edition_id,
        duty_id=row.duty_id,
        body=successor,
        period_start=row.period_start,
        period_end=row.period_end,
        due_on=row.due_on,
        form_version=row.form_version,
        inherited_from=row,
        is_sample=row.is_sample,
    )


def _key(row: Obligation) -> Key:
    return Key(row.duty_id, row.body_id, Period(row.period_start, row.period_end))


def _keys_of(bodies: Iterable[Body]) -> set[Key]:
    """What the successors owe already: two that merged leave one report a period."""
    return {_key(row) for row in Obligation.objects.filter(body__in=list(bodies))}


def _end_those_due_after_their_body(old: list[Obligation]) -> None:
    """Due before the body ended: counted there for good. Due later: the successor's row counts instead."""
    for row in old:
        if row.body.valid_to is not None and row.body.valid_to < row.due_on:
            row.ended_on = row.body.valid_to + timedelta(days=1)
            row.ended_reason = "Đơn vị đã kết thúc hoạt động; đơn vị kế thừa nộp."
    Obligation.objects.bulk_update(old, ["ended_on", "ended_reason"], batch_size=5000)
