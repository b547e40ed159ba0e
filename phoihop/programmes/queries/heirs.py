"""Who came after whom in a programme."""

from collections.abc import Iterable

from django.db.models import QuerySet

from phoihop.programmes.calculations.heirs import HeirLink, Heirs
from phoihop.programmes.models import Heir


def heirs_in(programme_id: int) -> Heirs:
    """The successions of a programme; one query."""
    return heirs_from(Heir.objects.filter(programme=programme_id).order_by("from_day", "pk"))


def heirs_of_text(edition_id: int) -> QuerySet[Heir]:
    """The successions of the edition's programme, not asked yet."""
    return Heir.objects.filter(programme__editions=edition_id)


def heirs_from(rows: Iterable[Heir]) -> Heirs:
    """Successions as they are reckoned with."""
    return Heirs(tuple(HeirLink(row.body_id, row.heir_id, row.from_day) for row in rows))


def stood_for(edition_id: int, body_id: int) -> set[int]:
    """The body, and those of the edition's programme whose places it took; one query."""
    return heirs_from(heirs_of_text(edition_id)).stood_for(body_id)
