"""Places and bodies entered by people."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import fold
from phoihop.organisations.actions.checks import allow, holds
from phoihop.organisations.actions.new import NewArea, NewBody, begin_area, begin_body
from phoihop.organisations.calculations import SOCIO_POLITICAL, StandardName, standard_name
from phoihop.organisations.models import Area, AreaKind, Body, BodyAlias, BodyKind, Dated, Level
from phoihop.organisations.queries.labels import area_path

RESIDENTIAL_KINDS = (
    AreaKind.VILLAGE,
    AreaKind.HAMLET,
    AreaKind.QUARTER,
    AreaKind.RESIDENTIAL_GROUP,
    AreaKind.BAN,
    AreaKind.BUON,
    AreaKind.AP,
    AreaKind.BLOCK,
)


@transaction.atomic
def create_residential_area(
    *,
    commune: Area,
    kind: AreaKind,
    name: str,
    valid_from: date,
    legal_document: str = "",
    is_sample: bool = False,
    by: Member | None,
    at: datetime,
) -> Area:
    """A thôn, tổ dân phố, … of a commune from a day on; PermissionDenied or Refused otherwise."""
    allow(by, [commune], valid_from)
    if commune.level != Level.COMMUNE or kind not in RESIDENTIAL_KINDS:
        raise Refused("Khu dân cư phải thuộc một xã, phường, thị trấn hoặc đặc khu.")

    def make[T: Dated](row: T) -> T:
        return _saved(row, by=by, at=at)

    return begin_area(
        NewArea(name, kind, commune),
        level=Level.RESIDENTIAL_AREA,
        since=valid_from,
        document=legal_document,
        make=make,
        is_sample=is_sample,
    )


@transaction.atomic
def create_body(  # noqa: PLR0913 -- what is known of a body when it is entered
    *,
    kind: BodyKind,
    area: Area,
    name: str,
    short_name: str,
    symbol: str,
    valid_from: date | None,
    parent: Body | None = None,
    aliases: Iterable[str] = (),
    is_sample: bool = False,
    by: Member | None,
    at: datetime,
) -> Body:
    """A body at a place from a day on (None: as far back as is known); PermissionDenied or Refused."""
    allow(by, [area], valid_from or area.valid_to or clock.day_of(at))

    def make[T: Dated](row: T) -> T:
        return _saved(row, by=by, at=at)

    new = NewBody(kind, area, name, short_name, symbol, parent)
    body = begin_body(new, since=valid_from, document="", make=make, is_sample=is_sample)
    BodyAlias.objects.bulk_create(
        [
            BodyAlias(body=body, text=text, folded=key)
            for key, text in {fold(a): a for a in aliases}.items()
            if key
        ]
    )
    return body


def _saved[T: Dated](row: T, *, by: Member | None, at: datetime) -> T:
    if isinstance(row, Area | Body):
        row.entered_by_id = by.person_id if by else None
        row.entered_at = at
    row.save()
    return row


def standard_name_at(kind: BodyKind, area: Area, day: date) -> StandardName | None:
    """The usual name of a body of this kind at a place on a day; None for kinds named one by one."""
    label = area_path(area.pk, day)[0]
    return standard_name(
        kind,
        level=Level(label.level),
        area_kind=AreaKind(label.kind),
        area_name=label.name,
        place=label.full_name,
    )


@transaction.atomic
def create_standard_bodies(
    *,
    area: Area,
    valid_from: date | None,
    kinds: Iterable[BodyKind] = (BodyKind.PEOPLES_COMMITTEE, BodyKind.FRONT_COMMITTEE, *SOCIO_POLITICAL),
    is_sample: bool = False,
    by: Member | None,
    at: datetime,
) -> dict[BodyKind, Body]:
    """Bodies under their usual names, those that stand already included; by kind.

    A body of a place that has ended is given the place's last day.
    """
    made: dict[BodyKind, Body] = {}
    day = valid_from or area.valid_to or clock.day_of(at)
    standing = {body.kind: body for body in Body.objects.filter(area=area) if holds(body, day)}
    for kind in kinds:
        usual = standard_name_at(kind, area, day)
        if usual is None:
            raise Refused(f"{kind.label}: cần đặt tên riêng.")
        made[kind] = standing.get(kind) or create_body(
            kind=kind,
            area=area,
            name=usual.name,
            short_name=usual.short_name,
            symbol=usual.symbol,
            valid_from=valid_from,
            is_sample=is_sample,
            by=by,
            at=at,
        )
    _end_with_their_place(made.values(), area)
    return made


def _end_with_their_place(bodies: Iterable[Body], area: Area) -> None:
    if area.valid_to is None:
        return
    open_ids = [body.pk for body in bodies if body.valid_to is None]
    Body.objects.filter(pk__in=open_ids).update(valid_to=area.valid_to)
    for body in bodies:
        body.valid_to = body.valid_to or area.valid_to
        body.names.filter(valid_to=None).update(valid_to=area.valid_to)
