"""Which bodies, at which places, a member may enter figures of an edition for, and which targets each has."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.core.vietnamese import fold
from phoihop.organisations.models import Body
from phoihop.organisations.queries import AreaLabel, BodyLabel, body_and_area_labels
from phoihop.programmes.models import Assignment, Edition, Party
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.queries.adopted import editions_in_text
from phoihop.targets import permissions
from phoihop.targets.calculations.rollup import Unit
from phoihop.targets.models import Contribution, InheritedShare, Target
from phoihop.targets.queries.adopted import here, with_what_is_asked
from phoihop.targets.queries.keys import same_rows

type Labels = tuple[dict[int, BodyLabel], dict[int, AreaLabel]]

_MOST_NAMED = 600
"""Above it units stand in the order of places, and are found by typing a name."""


@dataclass(frozen=True)
class Asked:
    """The targets of an edition's text, as asked of its place; `here`: of those from above, only this one."""

    edition: Edition
    targets: list[Any]

    @property
    def own(self) -> list[int]:
        return [t.pk for t in self.targets if t.edition_id == self.edition.pk]

    @property
    def above(self) -> list[int]:
        return [t.pk for t in self.targets if t.edition_id != self.edition.pk]

    @property
    def open(self) -> list[int]:
        """Own targets nobody was given a share of: every party answers."""
        return [t.pk for t in self.targets if t.edition_id == self.edition.pk and not t.is_shared]

    @property
    def same(self) -> dict[int, list[int]]:
        """The rows of the targets in every edition, each with whose it is."""
        return {row: [target.pk] for target in self.targets for row in target.same}


@dataclass(frozen=True)
class Units:
    """What a member enters for: bodies at places, the bodies' own places, which are one's own, and by unit
    the targets each answers for."""

    units: list[Unit]
    homes: Mapping[int, int]
    own: frozenset[int]
    answering: Mapping[Unit, set[int]]


def asked_of(edition: Edition) -> Asked:
    """The targets of the text in its order; one query."""
    rows = with_what_is_asked(Target.objects.filter(edition__in=editions_in_text(edition.pk)), edition)
    shares = Contribution.objects.filter(target=OuterRef("pk"))
    told = rows.annotate(same=same_rows(), is_shared=Exists(shares))
    found = list(told.select_related("edition__programme", "clause").order_by("order"))
    above = [here(t) for t in found if t.edition_id != edition.pk]
    return Asked(edition, above + [t for t in found if t.edition_id == edition.pk])


def units_of(asked: Asked, *, member: Member, period: Period, words: str = "") -> Units:
    """Bodies and places that answer for a target and that the member enters for; two queries.

    With `words` those whose body or place is called so, now or once.
    """
    answering = _answering(asked)
    wanted = _called(words) & Q(pk__in={body for body, _ in answering})
    bodies = _bodies(wanted, asked, member=member, period=period)
    units = sorted((unit for unit in answering if unit[0] in bodies), key=lambda unit: (unit[1], unit[0]))
    return Units(
        units=units,
        homes={pk: area for pk, (area, _) in bodies.items()},
        own=frozenset(pk for pk, (_, is_own) in bodies.items() if is_own),
        answering=answering,
    )


def _bodies(wanted: Q, asked: Asked, *, member: Member, period: Period) -> dict[int, tuple[int, bool]]:
    """Of those wanted what the member enters for in the period: each place, and whether it is one's own."""
    if member.role not in permissions.RECORDS:
        return {}
    allowed = permissions.is_recordable(member, {t.edition.programme_id for t in asked.targets})
    living = Q(valid_to=None) | Q(valid_to__gte=period.start)
    is_own = Q(pk__in=bodies_written_for(member.body_id).values("pk"))
    rows = Body.objects.filter(living, allowed, wanted).annotate(
        is_own=ExpressionWrapper(is_own, output_field=BooleanField())
    )
    return {pk: (area, is_own) for pk, area, is_own in rows.values_list("pk", "area_id", "is_own")}


def _answering(asked: Asked) -> dict[Unit, set[int]]:
    """By unit the targets it has a share of, or took one over, or that are open to every party. One query."""
    place = asked.edition.programme.area_id
    of_text = Q(target__in=asked.own) | Q(target__in=asked.above, area=place)
    shares = Contribution.objects.filter(of_text, inherited=None).order_by()
    heirs = InheritedShare.objects.filter(
        Q(contribution__target__in=asked.own)
        | Q(contribution__target__in=asked.above, contribution__area=place),
        passed_on=None,
    ).annotate(place=_place_of_heir())
    sources = [
        shares.annotate(place=Coalesce("area", "body__area")).values_list("target_id", "body_id", "place"),
        heirs.values_list("contribution__target_id", "heir_id", "place"),
    ]
    if asked.open:
        sources.append(_open_to(asked.edition))
    found: dict[Unit, set[int]] = defaultdict(set)
    for target_id, body, area in sources[0].union(*sources[1:], all=True):
        found[body, area].update([target_id] if target_id else asked.open)
    return found


def _place_of_heir() -> Case:
    """The place of the share; of one at the old body's own place that of the heir."""
    at_home = Q(contribution__area=None) | Q(contribution__area=F("contribution__body__area"))
    return Case(When(at_home, then="heir__area"), default="contribution__area")


def _open_to(edition: Edition) -> QuerySet[Any, Any]:
    """The lead, the parties and the bodies with a role, each at its own place; no target: every open one."""
    named = Body.objects.filter(
        Q(pk=edition.programme.lead_id)
        | Q(pk__in=Party.objects.filter(edition=edition).values("body"))
        | Q(pk__in=Assignment.objects.filter(clause__edition=edition).values("body"))
    )
    return named.annotate(target=Value(None, BigIntegerField())).values_list("target", "pk", "area_id")


def _called(words: str) -> Q:
    """Bodies that are called so, or whose place is, now or once; without words all."""
    if not words.strip():
        return Q()
    text = fold(words)
    named = Body.objects.filter(Q(names__folded__contains=text) | Q(area__versions__folded__contains=text))
    return Q(pk__in=named.values("pk"))


def in_order(units: Sequence[Unit], *, own: Collection[int], labels: Mapping[int, BodyLabel]) -> list[Unit]:
    """One's own first, then by name; very many (without labels) stay in the order of places."""
    if not labels:
        return sorted(units, key=lambda unit: unit[0] not in own)
    return sorted(units, key=lambda unit: (unit[0] not in own, labels[unit[0]].sort_key, unit[1]))


def are_named(units: Sequence[Unit]) -> bool:
    """Whether so many are put in order by name."""
    return len(units) <= _MOST_NAMED


def labels_of(units: Collection[Unit], homes: Mapping[int, int], *, on: date) -> Labels:
    """Of the bodies, and of the places where a body answers for another one than its own. One query."""
    away = {area for body, area in units if homes[body] != area}
    return body_and_area_labels({body for body, _ in units}, away, on)


def unit_names(units: Collection[Unit], homes: Mapping[int, int], labels: Labels) -> dict[Unit, str]:
    """Short names; with the place where a body answers for another place than its own."""
    bodies, areas = labels
    return {
        unit: f"{bodies[unit[0]].short_name}, {areas[unit[1]].full_name}"
        if homes[unit[0]] != unit[1]
        else bodies[unit[0]].short_name
        for unit in units
    }
