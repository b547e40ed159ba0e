"""The steps of making the nation, in order, with what each took."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.nation import facts, peopling, programme, reporting
from benchmarks.nation.peopling import Place
from phoihop.accounts.acting import ActingMember
from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.organisations.models import Level
from phoihop.programmes.models import Edition, Programme
from phoihop.targets.actions.remaking import recompute
from phoihop.targets.models import Target

RESIDENTIAL_AREAS = 30_000


@dataclass(frozen=True)
class Nation:
    """What was made: the programme's edition, who leads it, targets and places, the months with figures."""

    edition: Edition
    by: ActingMember
    commune_targets: list[Target]
    residential_targets: list[Target]
    provinces: list[Place]
    communes: list[Place]
    residential: list[Place]
    months: list[Period]


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
    _step("figures and acceptances", lambda: facts.fill(asked, months, by))
    _step("totals of all places", recompute)
    _step("what all owe", lambda: reporting.owe_since_half_a_year(edition))
    _step("reports handed in", lambda: reporting.hand_in(edition, [*provinces, *communes]))
    return load()


def load() -> Nation:
    """The nation that this database holds."""
    programmes = Edition.objects.select_related("programme__area", "programme__lead")
    edition = programmes.get(programme__name=programme.NAME)
    rows = list(Target.objects.filter(edition=edition).order_by("pk"))
    of_areas = rows[programme.COMMUNE_TARGETS :]
    return Nation(
        edition=edition,
        by=programme.lead_of(edition),
        commune_targets=rows[: programme.COMMUNE_TARGETS],
        residential_targets=of_areas,
        provinces=peopling.adopting(edition, Level.PROVINCE),
        communes=peopling.adopting(edition, Level.COMMUNE),
        residential=peopling.answering(of_areas[0]),
        months=facts.last_months(clock.today()),
    )


def _step[T](what: str, work: Callable[[], T]) -> T:
    began = time.perf_counter()
    made = work()
    sys.stdout.write(f"  nation: {what:<54} {time.perf_counter() - began:9.1f} s\n")
    sys.stdout.flush()
    return made
