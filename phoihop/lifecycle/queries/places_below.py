"""To which places a programme can be handed down: found, named by people, and looked at before the act."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from phoihop.core.vietnamese import fold
from phoihop.lifecycle.calculations import moved_to
from phoihop.organisations.models import AreaCode, AreaVersion, Body, BodyKind, Level
from phoihop.organisations.queries import area_labels
from phoihop.programmes.actions.adopting import PlaceGiven
from phoihop.programmes.models import Adoption, Edition, Programme

LEVELS_BELOW = {
    Level.NATION: (Level.PROVINCE, Level.COMMUNE),
    Level.PROVINCE: (Level.COMMUNE,),
    Level.DISTRICT: (Level.COMMUNE,),
    Level.COMMUNE: (Level.RESIDENTIAL_AREA,),
}
_MOST_FOUND = 60
_SHOWN_IN_ERROR = 4


@dataclass(frozen=True)
class PlaceBelow:
    """A place that can get the programme; `within` is what it belongs to, `code` its code today."""

    area_id: int
    name: str
    full_name: str
    within: str
    code: str
    sort_key: str

    @property
    def label(self) -> str:
        return f"{self.full_name}, {self.within}" if self.within else self.full_name


@dataclass(frozen=True)
class HandDownPreview:
    """What the act would do: the places that get a draft, and who stays out and why."""

    ready: list[PlaceGiven]
    ready_names: list[str]
    without_lead: list[str]
    already: list[str]
    missing: list[tuple[str, int]]

    @property
    def signing(self) -> int:
        """How many bodies would sign below."""
        return sum(len(place.body_ids) for place in self.ready)


def levels_below(programme: Programme) -> list[tuple[str, str]]:
    """The levels this programme can be handed down to, as choices."""
    return [
        (level.value, level.label)
        for level in LEVELS_BELOW.get(Level(programme.area.level), (Level.COMMUNE,))
    ]


def usual_signers(edition: Edition) -> list[str]:
    """The kinds of bodies that sign at the places below, the lead first: those of the programme itself.

    Residential areas have none of them: there the Front's board works for all.
    """
    programme = edition.programme
    if Level(programme.area.level) == Level.COMMUNE:
        return [BodyKind.FRONT_WORK_BOARD]
    kinds = edition.parties.order_by("order").values_list("body__kind", flat=True)
    return list(dict.fromkeys([programme.lead.kind, *kinds]))


def places_below(programme: Programme, level: str, *, on: date) -> list[PlaceBelow]:
    """Every place of the level inside the programme's, in the order of names; four queries at most."""
    rows = AreaVersion.objects.on(on).filter(area__level=level)
    if programme.area.level != Level.NATION:
        rows = rows.filter(parent=programme.area_id)
    found = list(rows.order_by("sort_key", "kind", "pk"))
    codes = dict(AreaCode.objects.on(on).filter(area__in=[r.area_id for r in found]).values_list(
        "area_id", "code"
    ))  # fmt: skip
    above = {row.parent_id for row in found} - {programme.area_id, None}
    within = area_labels([pk for pk in above if pk], on)
    return [
        PlaceBelow(
            area_id=row.area_id,
            name=row.name,
            full_name=row.full_name,
            within=within[row.parent_id].full_name if row.parent_id in within else "",
            code=codes.get(row.area_id, ""),
            sort_key=row.sort_key,
        )
        for row in found
    ]


def found_by(places: Iterable[PlaceBelow], words: str) -> list[PlaceBelow]:
    """Those whose name or code holds every word, with or without marks; the first sixty."""
    wanted = fold(words).split()
    hits = [place for place in places if all(word in fold(f"{place.label} {place.code}") for word in wanted)]
    return hits[:_MOST_FOUND] if wanted else []


def named_places(
    places: Sequence[PlaceBelow], text: str
) -> tuple[list[PlaceBelow], list[str]]:  # fmt: skip
    """The places named in a list (one a line: a name with or without its type, or a code), and what is wrong.

    "Lam Sơn, Thanh Hóa" says which of several; a place named twice counts once.
    """
    known: dict[str, list[PlaceBelow]] = defaultdict(list)
    for place in places:
        for key in {fold(place.name), fold(place.full_name), fold(place.label), place.code.lstrip("0")}:
            known[key].append(place)
        known[fold(f"{place.name} {_bare(place.within)}")].append(place)
        known[fold(f"{place.full_name} {_bare(place.within)}")].append(place)
    chosen: dict[int, PlaceBelow] = {}
    problems = []
    for line in filter(None, (line.strip() for line in text.replace(";", "\n").splitlines())):
        key = line.lstrip("0") if line.isdigit() else fold(line)
        hits = {place.area_id: place for place in known.get(key, [])}
        if len(hits) == 1:
            chosen |= hits
        else:
            problems.append(_problem(line, list(hits.values())))
    return sorted(chosen.values(), key=lambda place: place.sort_key), problems


def _bare(name: str) -> str:
    """ "tỉnh Thanh Hóa" as "Thanh Hóa"."""
    return name.removeprefix("tỉnh ").removeprefix("thành phố ")


def _problem(line: str, hits: Sequence[PlaceBelow]) -> str:
    if not hits:
        return f"“{line}”: không có nơi nào tên hoặc mã như vậy."
    some = "; ".join(place.label for place in hits[:_SHOWN_IN_ERROR])
    return f"“{line}”: có {len(hits)} nơi ({some}). Hãy ghi cả tên tỉnh hoặc dùng mã."


def preview(
    edition: Edition, places: Sequence[PlaceBelow], kinds: Sequence[str], *, on: date
) -> HandDownPreview:
    """What handing down to these places would do; four queries whatever their number.

    The body of the first kind leads at each place; a place without one stays out.
    """
    taken = set(Adoption.objects.filter(parent=edition.programme).values_list("area_id", flat=True))
    by_place = _bodies(places, kinds, on)
    words = area_labels([edition.programme.area_id], on)[edition.programme.area_id].full_name
    ready, without, missing = [], [], Counter[str]()
    for place in places:
        bodies = by_place.get(place.area_id, {})
        if place.area_id in taken:
            continue
        if kinds[0] not in bodies:
            without.append(place)
            continue
        missing.update(kind for kind in kinds if kind not in bodies)
        ready.append(
            (place, _given(edition, place, [bodies[kind] for kind in kinds if kind in bodies], words))
        )
    return HandDownPreview(
        ready=[given for _, given in ready],
        ready_names=[place.label for place, _ in ready],
        without_lead=[place.label for place in without],
        already=[place.label for place in places if place.area_id in taken],
        missing=[(str(BodyKind(kind).label), count) for kind, count in missing.items()],
    )


def _bodies(places: Sequence[PlaceBelow], kinds: Collection[str], on: date) -> dict[int, dict[str, int]]:
    """One body of each kind at each place."""
    rows = Body.objects.on(on).filter(area__in=[place.area_id for place in places], kind__in=list(kinds))
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for pk, area_id, kind in rows.order_by("-pk").values_list("pk", "area_id", "kind"):
        found[area_id][kind] = pk
    return found


def _given(edition: Edition, place: PlaceBelow, body_ids: Sequence[int], above: str) -> PlaceGiven:
    return PlaceGiven(
        area_id=place.area_id,
        lead_id=body_ids[0],
        body_ids=tuple(body_ids),
        name=_named(edition.programme.name, place, above),
        title=_named(" ".join(edition.title.split()), place, above),
        seat=place.name,
    )


def _named(words: str, place: PlaceBelow, above: str) -> str:
    """The parent's words with the place's name for its own; where it names no place, the name behind it."""
    moved = moved_to(words, old=above, new=place.full_name)
    return moved if moved != words else f"{words}, {place.full_name}"
