"""Passing an arrival on inside the body, and saying that it was read."""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.documents import notices, permissions
from phoihop.documents.models import Forwarding, IncomingEntry, ReadReceipt
from phoihop.documents.queries.forwarding import inner_bodies, inner_people


@transaction.atomic
def forward(
    *,
    entry: IncomingEntry,
    body_ids: Collection[int] = (),
    person_ids: Collection[int] = (),
    note: str = "",
    by: Member,
    at: datetime,
) -> int:
    """Pass the arrival on to departments and people of the body and tell them; how many were new.

    Whoever has it already keeps the one forwarding.
    """
    row = _locked(entry, by)
    bodies = set(body_ids) & {option.id for option in inner_bodies(row.register.body_id)}
    people = set(person_ids) & {option.id for option in inner_people(row.register.body_id)}
    if not bodies and not people:
        raise Refused("Hãy chọn đơn vị hoặc người nhận.")
    held = row.forwardings.filter(taken_back_at=None)
    new = [
        *({"body_id": pk} for pk in sorted(bodies - set(held.values_list("body_id", flat=True)))),
        *({"person_id": pk} for pk in sorted(people - set(held.values_list("person_id", flat=True)))),
    ]
    made = Forwarding.objects.bulk_create(
        Forwarding(entry=row, note=note.strip(), forwarded_by_id=by.person_id, forwarded_at=at, **to)
        for to in new
    )
    notices.tell_forwarded(row, made, at=at)
    return len(made)


@transaction.atomic
def take_back_forwarding(*, forwarding: Forwarding, by: Member, at: datetime) -> Forwarding:
    """Undo a forwarding nobody has read yet; it stays in the history."""
    entry = _locked(forwarding.entry, by)
    row = Forwarding.objects.select_for_update(of=("self",)).get(pk=forwarding.pk)
    if row.taken_back_at is not None:
        raise Refused("Lần chuyển này đã rút lại từ trước.")
    reader = {"body_id": row.body_id} if row.body_id else {"person_id": row.person_id}
    if entry.receipts.filter(**reader).exists():
        raise Refused("Nơi nhận đã đọc văn bản nên không rút lại được.")
    row.taken_back_by_id, row.taken_back_at = by.person_id, at
    row.save(update_fields=["taken_back_by", "taken_back_at"])
    return row


def _locked(entry: IncomingEntry, by: Member) -> IncomingEntry:
    row = (
        IncomingEntry.objects.select_for_update(of=("self",))
        .select_related("register__body")
        .get(pk=entry.pk)
    )
    if not permissions.can_forward(by, row.register.body):
        raise PermissionDenied
    return row


@transaction.atomic
def acknowledge(*, entry: IncomingEntry, by: Member, at: datetime) -> ReadReceipt:
    """The member has read the document; said twice it stays the first time."""
    if not IncomingEntry.objects.visible_to(by).filter(pk=entry.pk).exists():
        raise PermissionDenied
    receipt, _ = ReadReceipt.objects.get_or_create(
        entry=entry, person_id=by.person_id, defaults={"body_id": by.body_id, "at": at}
    )
    return receipt
