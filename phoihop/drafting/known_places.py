"""Places by name with their days, for the checks of a text: from the lists, or from rows of the database.

Does not need Django: the command line uses it without a database.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from phoihop.organisations.places import lists
from phoihop.organisations.places.plan import Key, Plan, plan
from phoihop.reading.checks import Stay
from phoihop.reading.language.source import Source

#: The type of a place as it is printed before its name.
KIND_WORDS = {
    "province": "tỉnh",
    "municipality": "thành phố",
    "rural_district": "huyện",
    "provincial_city": "thành phố",
    "town": "thị xã",
    "urban_district": "quận",
    "rural_commune": "xã",
    "ward": "phường",
    "township": "thị trấn",
    "special_zone": "đặc khu",
}


@dataclass(frozen=True)
class NamedStay:
    """A place's name for a span of days, and what stands there today."""

    kind: str
    name: str
    valid_from: date | None
    valid_to: date | None
    now: tuple[str, ...] = ()


class KnownPlaces:
    """Answers the checks (`reading.checks.Known`). The lists say nothing of days before `since`."""

    since: date | None = lists.OLD_LIST_DAY

    def __init__(self, rows: Iterable[NamedStay]) -> None:
        self._stays: dict[str, list[Stay]] = defaultdict(list)
        for row in rows:
            if row.kind in KIND_WORDS:
                self._stays[folded(row.kind, row.name)].append(Stay(row.valid_from, row.valid_to, row.now))

    def stays(self, names: Collection[str]) -> Mapping[str, Sequence[Stay]]:
        """For each known name, every span of days in which some place had it."""
        return {name: self._stays[name] for name in names if name in self._stays}


def folded(kind: str, name: str) -> str:
    """Type and name in the form in which a text is searched: "thị trấn lam sơn"."""
    return Source.of(f"{KIND_WORDS[kind]} {name}").folded


def listed_places() -> KnownPlaces:
    """The places of the committed lists; about half a second."""
    made = plan(lists.read())
    now = _followers(made)
    return KnownPlaces(
        NamedStay(version.kind, version.name, *version.span, now=now.get(key, ()))
        for key, place in made.places.items()
        for version in place.versions
    )


def _followers(made: Plan) -> dict[Key, tuple[str, ...]]:
    """The last names of what took each place over."""
    found: dict[Key, list[str]] = defaultdict(list)
    for act in made.acts:
        for link in act.links:
            last = made.places[link.after].versions[-1]
            if link.before != link.after and last.kind in KIND_WORDS:
                found[link.before].append(f"{KIND_WORDS[last.kind]} {last.name}")
    return {key: tuple(dict.fromkeys(names)) for key, names in found.items()}
