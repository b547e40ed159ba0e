"""Naming who stands where a body of a programme stood, and taking it back.

Consequences of an act of succession, which has asked permission.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.programmes.models import Heir, Programme


@transaction.atomic
def name_heirs(
    *,
    programme: Programme,
    successors: Mapping[int, Sequence[Body]],
    from_day: date,
    by: Member,
    at: datetime,
) -> list[int]:
    """From `from_day` the successors stand where the ended bodies (by id) stood; answers the new rows' ids.

    One already named stays one row.
    """
    known = set(Heir.objects.filter(programme=programme).values_list("body_id", "heir_id"))
    rows = [
        Heir(programme=programme, body_id=ended, heir=heir, from_day=from_day, is_sample=programme.is_sample)
        for ended, heirs in successors.items()
        for heir in dict.fromkeys(heirs)
        if (ended, heir.pk) not in known and heir.pk != ended
    ]
    return [row.pk for row in Heir.objects.bulk_create(rows)]


@transaction.atomic
def unname_heirs(*, programme: Programme, made: Collection[int], by: Member, at: datetime) -> None:
    """Undo `name_heirs`: take the rows it made (ids) away."""
    Heir.objects.filter(programme=programme, pk__in=made).delete()
