"""Small places and bodies for tests; the whole nation is loaded only where it is the subject."""

from datetime import UTC, date, datetime
from itertools import count

from phoihop.core.vietnamese import fold
from phoihop.organisations.actions import create_body, standard_name_at
from phoihop.organisations.actions.new import area_version
from phoihop.organisations.models import Area, AreaKind, AreaVersion, Body, BodyAlias, BodyKind, Level

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
_numbers = count(1)
_KINDS = {
    Level.PROVINCE: AreaKind.PROVINCE,
    Level.DISTRICT: AreaKind.RURAL_DISTRICT,
    Level.COMMUNE: AreaKind.RURAL_COMMUNE,
    Level.RESIDENTIAL_AREA: AreaKind.VILLAGE,
}


def area(
    *,
    level: Level = Level.COMMUNE,
    name: str = "",
    kind: AreaKind | None = None,
    parent: Area | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Area:
    """A place with one version; without a parent it belongs to the nation."""
    name = name or f"Địa bàn {next(_numbers)}"
    row = Area.objects.create(level=level, valid_from=valid_from, valid_to=valid_to)
    version = area_version(
        row,
        name=name,
        kind=kind or _KINDS[level],
        parent=parent or nation(),
        since=valid_from,
        document="",
    )
    version.valid_to = valid_to
    version.save()
    return row


def nation() -> Area:
    """The one nation."""
    row, is_new = Area.objects.get_or_create(level=Level.NATION)
    if is_new:
        area_version(row, name="Việt Nam", kind=AreaKind.NATION, parent=None, since=None, document="").save()
    return row


def province(name: str = "Thanh Hóa") -> Area:
    """A province of the nation; the same row when asked for twice."""
    known = AreaVersion.objects.filter(area__level=Level.PROVINCE, name=name).first()
    return known.area if known else area(level=Level.PROVINCE, name=name)


def commune(
    name: str = "",
    *,
    kind: AreaKind = AreaKind.RURAL_COMMUNE,
    parent: Area | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Area:
    """A commune of the province Thanh Hóa, or of `parent`."""
    above = parent or province()
    return area(name=name, kind=kind, parent=above, valid_from=valid_from, valid_to=valid_to)


def body(
    *,
    kind: BodyKind = BodyKind.PEOPLES_COMMITTEE,
    area: Area | None = None,
    name: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
    parent: Body | None = None,
    aliases: tuple[str, ...] = (),
) -> Body:
    """A body under its usual name, or `name`, at a place, or at a new commune."""
    place = area or commune()
    usual = None if name else standard_name_at(kind, place, valid_from or AT.date())
    full, short, symbol = (usual.name, usual.short_name, usual.symbol) if usual else (name, name, "")
    row = create_body(
        kind=kind,
        area=place,
        name=full or f"Tổ chức {next(_numbers)}",
        short_name=short or "Tổ chức",
        symbol=symbol,
        valid_from=valid_from,
        parent=parent,
        by=None,
        at=AT,
    )
    if valid_to:
        row.names.update(valid_to=valid_to)
        row.valid_to = valid_to
        row.save(update_fields=["valid_to"])
    BodyAlias.objects.bulk_create(BodyAlias(body=row, text=text, folded=fold(text)) for text in aliases)
    return row
