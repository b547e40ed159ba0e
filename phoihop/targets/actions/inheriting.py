"""Shares of bodies that ended go on to their heirs, and back when that act is undone.

Consequences of an act of succession, which has asked permission.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.programmes.models import Edition
from phoihop.targets.models import InheritedShare
from phoihop.targets.queries.shares import OpenShare, open_shares

type Parts = Mapping[tuple[int, int], Decimal]
"""What an heir takes of a share: (contribution id, heir id) -> value in the target's unit."""


@transaction.atomic
def pass_on_shares(
    *, edition: Edition, successors: Mapping[int, Sequence[Body]], parts: Parts, by: Member, at: datetime
) -> list[int]:
    """The heirs answer for the shares of the ended bodies (by id) from now on; answers the new rows' ids.

    One heir takes a share whole. Several take the `parts` people agreed on, or take part without a number;
    Refused when the parts given come to another sum than the share. Three queries.
    """
    rows = [
        row
        for share in open_shares(edition, successors)
        for row in _rows(edition, share, successors[share.body_id], parts)
    ]
    return [row.pk for row in InheritedShare.objects.bulk_create(rows)]


def _rows(edition: Edition, share: OpenShare, heirs: Sequence[Body], parts: Parts) -> list[InheritedShare]:
    if len(heirs) == 1:
        values: list[Decimal | None] = [share.value]
    else:
        values = [parts.get((share.contribution_id, heir.pk)) for heir in heirs]
        _check_parts(share, values)
    return [
        InheritedShare(
            contribution_id=share.contribution_id, after_id=share.after_id, heir=heir, value=value,
            is_sample=edition.is_sample,
        )
        for heir, value in zip(heirs, values, strict=True)
    ]  # fmt: skip


def _check_parts(share: OpenShare, values: Sequence[Decimal | None]) -> None:
    given = [value for value in values if value is not None]
    if not given or share.value is None:
        return
    if any(value < 0 for value in given) or sum(given, Decimal(0)) != share.value:
        name = share.target.name
        raise Refused(f"Chỉ tiêu “{name}”: các phần chia cộng lại phải bằng {share.value.normalize():f}.")


@transaction.atomic
def take_shares_back(*, made: Collection[int], by: Member, at: datetime) -> None:
    """Undo `pass_on_shares`: the rows it made (ids) go; Refused once an heir recorded a figure there."""
    rows = list(InheritedShare.objects.filter(pk__in=made).select_related("contribution__target", "heir"))
    for row in rows:
        if row.contribution.target.figures.filter(body=row.heir).exists():
            raise Refused("Đơn vị kế thừa đã ghi số liệu nên không hoàn tác được.")
    if InheritedShare.objects.filter(after__in=made).exists():
        raise Refused("Phần này đã chuyển tiếp cho đơn vị khác nên không hoàn tác được.")
    InheritedShare.objects.filter(pk__in=made).delete()
