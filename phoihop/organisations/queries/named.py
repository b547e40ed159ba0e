"""Places and bodies that people name in a form."""

from datetime import date, timedelta

from phoihop.core.errors import Refused
from phoihop.core.vietnamese import nfc
from phoihop.organisations.models import Area, AreaKind, AreaVersion, Body, BodyName
from phoihop.organisations.queries.labels import best_on


def area_named(kind: AreaKind, name: str, *, beside: Area, day: date) -> Area | None:
    """The place of that type and name on a day beside another: in its parent, else in the parent above."""
    own = best_on(beside.versions.all(), day - timedelta(1))
    rows = AreaVersion.objects.on(day).filter(kind=kind, name=nfc(name), area__level=beside.level)
    found = {row.area for row in rows.filter(parent=own.parent_id).select_related("area")}
    if not found and own.parent_id:
        above = AreaVersion.objects.filter(area=own.parent_id).values("parent")
        near = rows.filter(parent__versions__parent__in=above).select_related("area")
        found = {row.area for row in near}
    if len(found) > 1:
        raise Refused(f"Có nhiều nơi tên {kind.label} {name}; hãy ghi việc này từ trang của địa bàn đó.")
    return next(iter(found), None)


def body_named(name: str, *, area: Area, day: date) -> Body | None:
    """The body of that full name at a place on a day."""
    row = (
        BodyName.objects.on(day).filter(body__area=area, name=nfc(name)).select_related("body__area").first()
    )
    return row.body if row else None


def residential_areas_named(area: Area, names: list[str], day: date) -> list[int]:
    """The ids of the residential areas of a commune by type and name; Refused for one that is not there."""
    rows = AreaVersion.objects.on(day).filter(parent=area)
    ids = {row.full_name.lower(): row.area_id for row in rows}
    unknown = [name for name in names if nfc(name).lower() not in ids]
    if unknown:
        raise Refused(f"Không có khu dân cư: {', '.join(unknown)}.")
    return [ids[nfc(name).lower()] for name in names]
