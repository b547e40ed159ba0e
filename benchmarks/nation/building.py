"""The steps of making the nation, in order, with what each took."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.nation import facts, peopling, programme
from benchmarks.nation.peopling import Place
from phoihop.accounts.acting import ActingMember
from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.organisations.models import Level
from phoihop.programmes.models import Edition, Programme
from phoihop.targets.models import Target

RESIDENTIAL_AREAS = 30_000


@dataclass(frozen=True)
class Nation:
    """What was made: the programme's edition, who leads it, its targets and places, the months with figures."""

    edition: Edition
    by: ActingMember
    commune_targets: list[Target]
    residential_targets: list[Target]
    provinces: list[Place]
    communes: list[Place]
    residential: list[Place]
    months: list[Period]
    figures: int


def found() -> bool:
    """Whether this database holds a nation already."""
    return Programme.objects.filter(name=programme.NAME).exists()


def build(*, every: int = 1) -> Nation:
    """The nation, or with `every` only each so-many-th commune and as many fewer residential areas.

    The places of the list must be loaded. Rows are committed step by step.
    """
    provinces = _step(
        "bodies and people of the provinces",
        lambda: peopling.people_places(peopling.places(Level.PROVINCE, 1), Level.PROVINCE),
    )
    communes = _step(
        "bodies and people of the communes",
        lambda: peopling.people_places(peopling.places(Level.COMMUNE, every), Level.COMMUNE),
    )
    count = RESIDENTIAL_AREAS // every
    residential = _step("residential areas", lambda: peopling.residential_areas(communes, count))
    edition = _step("the programme and its targets", programme.programme_of_the_nation)
    by = programme.lead_of(edition)
    areas = [place.area_id for place in [*provinces, *communes]]
    _step("hand-down to all", lambda: programme.hand_down_to_all(edition, areas, by))
    of_communes, of_areas = _step(
        "who answers for the targets", lambda: programme.give_targets(edition, provinces, residential)
    )
    months = facts.last_months(clock.today())
    asked = [(of_communes, communes), (of_areas, residential)]
    figures, _ = _step("figures and acceptances", lambda: facts.fill(asked, months, by))
    return Nation(edition, by, of_communes, of_areas, provinces, communes, residential, months, figures)


def _step[T](what: str, work: Callable[[], T]) -> T:
    began = time.perf_counter()
    made = work()
    sys.stdout.write(f"  nation: {what:<54} {time.perf_counter() - began:9.1f} s\n")
    sys.stdout.flush()
    return made
