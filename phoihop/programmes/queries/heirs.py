"""Who came after whom in a programme."""

from phoihop.programmes.calculations.heirs import HeirLink, Heirs
from phoihop.programmes.models import Heir


def heirs_in(programme_id: int) -> Heirs:
    """The successions of a programme; one query."""
    rows = Heir.objects.filter(programme=programme_id).order_by("from_day", "pk")
    return Heirs(tuple(HeirLink(row.body_id, row.heir_id, row.from_day) for row in rows))


def stood_for(edition_id: int, body_id: int) -> set[int]:
    """The body, and those of the edition's programme whose places it took; one query."""
    rows = Heir.objects.filter(programme__editions=edition_id)
    return Heirs(tuple(HeirLink(row.body_id, row.heir_id, row.from_day) for row in rows)).stood_for(body_id)
