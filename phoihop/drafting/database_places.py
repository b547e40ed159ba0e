"""Places of the database by name with their days, for the checks of a text."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from phoihop.core import clock
from phoihop.core.vietnamese import fold
from phoihop.drafting.known_places import KIND_WORDS, KnownPlaces, NamedStay
from phoihop.organisations.models import AreaVersion, SuccessionLink
from phoihop.reading.checks import Stay


class PlacesOfDatabase:
    """Answers the checks (`reading.checks.Known`) in two queries, however many names are asked."""

    since: date | None = KnownPlaces.since

    def stays(self, names: Collection[str]) -> Mapping[str, Sequence[Stay]]:
        """For each known name, every span of days in which some place had it."""
        if not names:
            return {}
        rows = list(
            AreaVersion.objects.filter(folded__in={fold(name) for name in names}, kind__in=KIND_WORDS)
        )
        now = _followers({row.area_id for row in rows})
        found = KnownPlaces(
            NamedStay(row.kind, row.name, row.valid_from, row.valid_to, now=tuple(now.get(row.area_id, ())))
            for row in rows
        )
        return found.stays(names)


def _followers(areas: Collection[int]) -> dict[int, list[str]]:
    """What took each place over, by today's name."""
    links = SuccessionLink.objects.filter(from_area__in=areas, to_area__isnull=False)
    links = links.exclude(from_area=None).order_by("id")
    pairs = [
        (before, after) for before, after in links.values_list("from_area", "to_area") if before != after
    ]
    last = {
        row.area_id: row.full_name
        for row in AreaVersion.objects.on(clock.today()).filter(area__in={after for _, after in pairs})
    }
    found: dict[int, list[str]] = {}
    for before, after in pairs:
        if after in last and last[after] not in found.get(before, []):
            found.setdefault(before, []).append(last[after])
    return found
