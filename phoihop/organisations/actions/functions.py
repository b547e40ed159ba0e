"""What a body answers for, and from when to when."""

from datetime import date, datetime, timedelta

from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.organisations.actions.checks import allow, holds, need
from phoihop.organisations.models import Body, BodyFunction


@transaction.atomic
def add_function(
    *,
    body: Body,
    name: str,
    valid_from: date | None,
    valid_to: date | None = None,
    source: str = "",
    by: Member | None,
    at: datetime,
) -> BodyFunction:
    """A field of work for a span of days; refused outside the body's days or when it has it then."""
    allow(by, [body.area], valid_from or body.valid_to or clock.day_of(at))
    name = need(name, "Cần nêu lĩnh vực phụ trách.")
    if (valid_from and not holds(body, valid_from)) or (valid_to and not holds(body, valid_to)):
        raise Refused("Tổ chức không hoạt động vào thời gian đó.")
    first, last = valid_from or date.min, valid_to or date.max
    for other in BodyFunction.objects.filter(body=body, name=name):
        if (other.valid_from or date.min) <= last and first <= (other.valid_to or date.max):
            raise Refused("Tổ chức đã phụ trách lĩnh vực này vào thời gian đó.")
    return BodyFunction.objects.create(
        body=body, name=name, valid_from=valid_from, valid_to=valid_to, source=source
    )


@transaction.atomic
def transfer_function(
    *, function: BodyFunction, to: Body, on: date, source: str = "", by: Member | None, at: datetime
) -> BodyFunction:
    """From `on` the field is the other body's: the old row ends the day before; the new row is returned."""
    held = (
        BodyFunction.objects.select_for_update(of=("self",)).select_related("body__area").get(pk=function.pk)
    )
    last = on - timedelta(1)
    allow(by, [held.body.area, to.area], last)
    if to.pk == held.body_id:
        raise Refused("Lĩnh vực đã thuộc tổ chức này.")
    if not holds(held, last):
        raise Refused("Lĩnh vực không còn ở tổ chức cũ vào ngày bàn giao.")
    held.valid_to = last
    held.save(update_fields=["valid_to"])
    return add_function(body=to, name=held.name, valid_from=on, source=source, by=None, at=at)
