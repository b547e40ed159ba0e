"""Which bodies, at which places, a member may enter figures of an edition for, and which targets each has."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.db.models.functions import Coalesce

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.core.vietnamese import fold
from phoihop.organisations.models import Body
from phoihop.organisations.queries import area_labels, body_labels
from phoihop.programmes.models import Assignment, Edition, Party
from phoihop.programmes.queries.adopted import editions_in_text
from phoihop.targets import permissions
from phoihop.targets.calculations.rollup import Unit
from phoihop.targets.models import Contribution, InheritedShare, Target
from phoihop.targets.queries.adopted import localised

_MOST_NAMED = 600
"""Above it units stand in the order of places, and are found by typing a name."""


@dataclass(frozen=True)
class Asked:
    """The targets of an edition's text, as asked of its place; `here`: of those from above, only this one."""

    edition: Edition
    targets: list[Target]
    shared: frozenset[int]

    @property
    def own(self) -> list[int]:
        return [t.pk for t in self.targets if t.edition_id == self.edition.pk]

    @property
    def above(self) -> list[int]:
        return [t.pk for t in self.targets if t.edition_id != self.edition.pk]

    @property
    def open(self) -> list[int]:
        """Own targets nobody was given a share of: every party answers."""
        return [pk for pk in self.own if pk not in self.shared]


def asked_of(edition: Edition) -> Asked:
    """The targets of the text in its order; five queries at most."""
    rows = Target.objects.filter(edition__in=editions_in_text(edition.pk)).order_by("order")
    found = list(rows.select_related("edition__programme", "clause"))
    above = [t for t in found if t.edition_id != edition.pk]
    own = [t for t in found if t.edition_id == edition.pk]
    here = localised(above, at={edition.programme.area_id}) if above else []
    ids = [t.pk for t in own]
    shared = Target.objects.filter(pk__in=ids).filter(
        pk__in=Contribution.objects.filter(target__in=ids).order_by().values("target")
    )
    return Asked(edition, here + own, frozenset(shared.values_list("pk", flat=True)))


def units_of(asked: Asked, *, member: Member, period: Period) -> list[Unit]:
    """Bodies and places that answer for a target and that the member enters for; eight queries."""
    found = {unit for units in _shares(asked).values() for unit in units}
    if asked.open:
        found |= _open_to(asked.edition)
    bodies = {body for body, _ in found}
    programmes = {t.edition.programme for t in asked.targets}
    allowed = {pk for p in programmes for pk in permissions.recordable(member, p, bodies)}
    living = Body.objects.filter(pk__in=allowed).filter(Q(valid_to=None) | Q(valid_to__gte=period.start))
    standing = set(living.values_list("pk", flat=True))
    return sorted((unit for unit in found if unit[0] in standing), key=lambda unit: (unit[1], unit[0]))


def targets_by_unit(asked: Asked, units: Collection[Unit]) -> dict[Unit, set[int]]:
    """Which targets each of these units answers for; three queries."""
    found: dict[Unit, set[int]] = defaultdict(set)
    bodies = {body for body, _ in units}
    for target_id, given in _shares(asked, bodies).items():
        for unit in given:
            found[unit].add(target_id)
    if asked.open:
        for unit in _open_to(asked.edition) & set(units):
            found[unit] |= set(asked.open)
    return found


def _shares(asked: Asked, bodies: Collection[int] | None = None) -> dict[int, set[Unit]]:
    """By target: who has a share, or took one over; of a target from above at the edition's place alone."""
    place = asked.edition.programme.area_id
    of_text = Q(target__in=asked.own) | Q(target__in=asked.above, area=place)
    rows = Contribution.objects.filter(of_text, inherited=None)
    heirs = InheritedShare.objects.filter(
        Q(contribution__target__in=asked.own)
        | Q(contribution__target__in=asked.above, contribution__area=place),
        passed_on=None,
    )
    if bodies is not None:
        rows, heirs = rows.filter(body__in=bodies), heirs.filter(heir__in=bodies)
    found: dict[int, set[Unit]] = defaultdict(set)
    for target_id, body, area in rows.order_by().values_list(
        "target", "body", Coalesce("area", "body__area")
    ):
        found[target_id].add((body, area))
    columns = ("contribution__target", "heir", "heir__area", "contribution__area", "contribution__body__area")
    for target_id, heir, home, area, old_home in heirs.values_list(*columns):
        found[target_id].add((heir, home if area in {None, old_home} else area))
    return found


def _open_to(edition: Edition) -> set[Unit]:
    """The lead, the parties and the bodies with a role, each at its own place."""
    named = Body.objects.filter(
        Q(pk=edition.programme.lead_id)
        | Q(pk__in=Party.objects.filter(edition=edition).values("body"))
        | Q(pk__in=Assignment.objects.filter(clause__edition=edition).values("body"))
    )
    return set(named.values_list("pk", "area_id"))


def searched(units: Sequence[Unit], words: str) -> list[Unit]:
    """Those whose body or place is called so, now or once; one query."""
    text = fold(words)
    named = Body.objects.filter(pk__in={body for body, _ in units}).filter(
        Q(names__folded__contains=text) | Q(area__versions__folded__contains=text)
    )
    kept = set(named.values_list("pk", flat=True))
    return [unit for unit in units if unit[0] in kept]


def in_order(units: Sequence[Unit], *, own: Collection[int], on: date) -> list[Unit]:
    """One's own first, then by name; very many stay in the order of places. One query."""
    if len(units) > _MOST_NAMED:
        return sorted(units, key=lambda unit: unit[0] not in own)
    labels = body_labels({body for body, _ in units}, on)
    return sorted(units, key=lambda unit: (unit[0] not in own, labels[unit[0]].sort_key, unit[1]))


def unit_names(units: Collection[Unit], *, on: date) -> dict[Unit, str]:
    """Short names; with the place where a body answers for another place than its own. Three queries."""
    labels = body_labels({body for body, _ in units}, on)
    homes = dict(Body.objects.filter(pk__in=labels).values_list("pk", "area_id"))
    areas = area_labels({area for body, area in units if homes[body] != area}, on)
    return {
        unit: f"{labels[unit[0]].short_name}, {areas[unit[1]].full_name}"
        if homes[unit[0]] != unit[1]
        else labels[unit[0]].short_name
        for unit in units
    }
