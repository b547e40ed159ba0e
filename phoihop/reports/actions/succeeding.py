"""What becomes of obligations when a programme or a body ends: no longer owed, or owed by successors.

Consequences, as in `obligations`: the act that calls them has asked permission.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.programmes.calculations.synchronisation import Key
from phoihop.programmes.models import Edition, Programme
from phoihop.reports.models import Obligation, ObligationRecipient, Round


@transaction.atomic
def end_obligations(
    *,
    edition: Edition,
    on: date,
    reason: str,
    bodies: Collection[int] | None = None,
    by: Member,
    at: datetime,
) -> int:
    """From `on`, what the programme (some bodies of it, by id) still had to hand in is no longer owed.

    The whole programme ending, its duties end at the places below too. What was due before stays owed and
    counted; a report once handed in stays as it is. Answers how many.
    """
    if not reason.strip():
        raise Refused("Hãy ghi lý do thôi phải nộp.")
    rows = _open(owed_under(edition.programme_id)).filter(due_on__gte=on)
    if bodies is not None:
        rows = rows.filter(body__in=bodies, programme=edition.programme_id)
    return rows.update(ended_on=on, ended_reason=reason.strip())


def owed_under(programme_id: int) -> QuerySet[Obligation]:
    """What the programme's bodies owe, and what places that adopted it owe by its duties."""
    own = Q(programme=programme_id)
    return Obligation.objects.filter(own | Q(duty__clause__edition__programme=programme_id))


def _open(rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
    """Not ended, not waived, and never handed in."""
    handed_in = Round.objects.filter(report__obligation=OuterRef("pk"))
    return rows.filter(~Exists(handed_in), ended_on=None, waived_on=None)


@transaction.atomic
def inherit_obligations(
    *, programme: Programme, successors: Mapping[int, Sequence[Body]], by: Member, at: datetime
) -> list[Obligation]:
    """Every open obligation of the ended bodies (by id) goes on to its successors, as new rows linked to it.

    After a split each successor owes one; successors that merged owe one together. What was due before its
    body ended stays counted there for good. A fixed number of queries.
    """
    old = list(
        _open(programme.obligations.filter(body_id__in=list(successors)))
        .filter(inherited_by=None)
        .select_for_update(of=("self",))
        .select_related("body")
        .prefetch_related("recipients")
        .order_by("due_on", "id")
    )
    new = _new_rows(programme, old, successors)
    Obligation.objects.bulk_create(new)
    _address_as_before(new, old, successors)
    _end_those_due_after_their_body(old)
    return new


def _new_rows(
    programme: Programme, old: Iterable[Obligation], successors: Mapping[int, Sequence[Body]]
) -> list[Obligation]:
    heirs = {heir.pk for group in successors.values() for heir in group}
    taken = {_key(row) for row in programme.obligations.filter(body__in=heirs)}
    new = []
    for row in old:
        for successor in successors[row.body_id]:
            heir = _heir(row, successor)
            if _key(heir) not in taken:
                taken.add(_key(heir))
                new.append(heir)
    return new


def _address_as_before(
    new: Iterable[Obligation], old: Iterable[Obligation], successors: Mapping[int, Sequence[Body]]
) -> None:
    """To the former recipients, or to those who came after them in the same act; nobody reports to itself."""
    by_id = {row.pk: row for row in old}
    reviews: dict[tuple[int, int], bool] = {}
    for heir in new:
        for recipient in by_id[heir.inherited_from_id or 0].recipients.all():
            for body_id in [b.pk for b in successors.get(recipient.body_id, ())] or [recipient.body_id]:
                if body_id != heir.body_id:
                    key = heir.pk, body_id
                    reviews[key] = reviews.get(key, False) or recipient.reviews
    ObligationRecipient.objects.bulk_create(
        ObligationRecipient(obligation_id=obligation_id, body_id=body_id, reviews=does)
        for (obligation_id, body_id), does in reviews.items()
    )


def _heir(row: Obligation, successor: Body) -> Obligation:
    return Obligation(
        programme_id=row.programme_id,
        edition_id=row.edition_id,
        duty_id=row.duty_id,
        duty_key=row.duty_key,
        body=successor,
        period_start=row.period_start,
        period_end=row.period_end,
        due_on=row.due_on,
        first_due_on=row.first_due_on,
        covers_start=row.covers_start,
        covers_end=row.covers_end,
        request_id=row.request_id,
        form_version=row.form_version,
        inherited_from=row,
        is_sample=row.is_sample,
    )


def _key(row: Obligation) -> Key:
    return Key(row.duty_key, row.body_id, Period(row.period_start, row.period_end))


def _end_those_due_after_their_body(old: list[Obligation]) -> None:
    """Due before the body ended: counted there for good. Due later: the successor's row counts instead."""
    for row in old:
        if row.body.valid_to is not None and row.body.valid_to < row.due_on:
            row.ended_on = row.body.valid_to + timedelta(days=1)
            row.ended_reason = "Đơn vị đã kết thúc hoạt động; đơn vị kế thừa nộp."
    Obligation.objects.bulk_update(old, ["ended_on", "ended_reason"], batch_size=5000)
