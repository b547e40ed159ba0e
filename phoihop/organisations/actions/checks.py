"""What every change of places and bodies asks first."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.organisations.models import Area, Body, Dated, Level
from phoihop.organisations.permissions import can_manage
from phoihop.organisations.queries.labels import area_path


def allow(by: Member | None, areas: Iterable[Area], day: date) -> None:
    """PermissionDenied unless `by` manages each of the places."""
    if by is None:
        return
    nations = set(Area.objects.filter(level=Level.NATION).values_list("pk", flat=True))
    for area in areas:
        if not can_manage(by, nations | {label.id for label in area_path(area.pk, day)}):
            raise PermissionDenied


def holds(row: Dated, day: date) -> bool:
    """Whether the row is valid on the day."""
    return (row.valid_from is None or row.valid_from <= day) and (row.valid_to is None or row.valid_to >= day)


def area_of(thing: Area | Body) -> Area:
    """The place itself, or the place of a body."""
    return thing if isinstance(thing, Area) else thing.area


def need(text: str, message: str) -> str:
    """The text without outer blanks; Refused when nothing is left."""
    if not text.strip():
        raise Refused(message)
    return " ".join(text.split())


def fitting(name: str, longest: int) -> str:
    """The name itself; Refused when it is longer than names are kept."""
    if len(name) > longest:
        raise Refused(f"Tên dài nhất {longest} chữ: “{name[:40]}…” dài {len(name)} chữ.")
    return name
