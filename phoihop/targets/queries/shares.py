"""Who answers for what of a target today: the shares of the text, those of ended bodies with their heirs."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast, JSONObject

from phoihop.core.batches import hang
from phoihop.organisations.models import Body
from phoihop.programmes.models import Adoption, Edition
from phoihop.targets.models import Contribution, Figure, InheritedShare, Target


@dataclass(frozen=True)
class Shares:
    """Of one target: a row for each body and place that answers today, and whose place each heir took whole.

    Rows of heirs are not stored: their share is in the text under the old name.
    """

    rows: list[Contribution] = field(default_factory=list)
    took_over: dict[int, int] = field(default_factory=dict)


def shares_of(
    target_ids: Collection[int], *, area_ids: Collection[int] | None = None, of_text: bool = False
) -> dict[int, Shares]:
    """By target, leads first, at every place or only at these; `of_text`: only where no place is named.

    One query.
    """
    asked = Contribution.objects.filter(target__in=target_ids)
    return shares_in(at_places(asked.filter(area=None) if of_text else asked, area_ids))


def shares_in(asked: QuerySet[Contribution]) -> dict[int, Shares]:
    """The same of shares chosen otherwise; one query."""
    inherited = InheritedShare.objects.filter(contribution=OuterRef("pk")).order_by("pk")
    facts = JSONObject(
        id="pk", heir="heir_id", home="heir__area_id", after="after_id", value=Cast("value", TextField())
    )
    rows = asked.order_by("-is_lead", "pk").select_related("body")
    by_target: dict[int, list[Any]] = {}
    for row in rows.annotate(passed=ArraySubquery(inherited.values(facts=facts))):
        hang(row, inherited=[_inherited(row, facts) for facts in row.passed])
        by_target.setdefault(row.target_id, []).append(row)
    return {target_id: standing_shares(found) for target_id, found in by_target.items()}


class ShareRows:
    """What one body answers for of some targets: as the text gave it, or as the heir of a body that ended."""

    def __init__(self, rows: QuerySet[Contribution], body_id: int) -> None:
        """Of these rows, of all bodies' and places; nothing is asked yet."""
        taken = InheritedShare.objects.filter(heir=body_id).values("contribution")
        own = rows.filter(Q(body=body_id) | Q(pk__in=taken))
        self.body_id = body_id
        self.rows = own.order_by("-is_lead", "pk").select_related("body")
        inherited = InheritedShare.objects.filter(contribution__in=own.values("pk"))
        self.inherited = inherited.select_related("heir")

    @property
    def questions(self) -> tuple[QuerySet[Any], ...]:
        """To be asked together, with others if they like."""
        return self.rows, self.inherited

    def by_target(self, of_places: Collection[int], *, area_id: int) -> dict[int, Decimal]:
        """The numbers the body stands with, summed by target; of targets `of_places` at this place only."""
        passed: dict[int, list[InheritedShare]] = defaultdict(list)
        for inherited in self.inherited:
            passed[inherited.contribution_id].append(inherited)
        by_target: dict[int, list[Contribution]] = defaultdict(list)
        for row in self.rows:
            hang(row, inherited=passed[row.pk])
            if row.target_id not in of_places or row.area_id == area_id:
                by_target[row.target_id].append(row)
        found: dict[int, Decimal] = defaultdict(Decimal)
        for target_id, given in by_target.items():
            for share in standing_shares(given).rows:
                if share.body_id == self.body_id and share.value is not None:
                    found[target_id] += share.value
        return dict(found)


def shares_of_text(target: Target) -> QuerySet[Contribution]:
    """The shares the edition itself gives; those of places that adopted its programme are theirs."""
    below = Adoption.objects.filter(parent=target.edition.programme_id).values("area")
    return target.contributions.exclude(area__in=below)


def at_places[M: Contribution | Figure](rows: QuerySet[M], area_ids: Collection[int] | None) -> QuerySet[M]:
    """The rows at these places; None: all."""
    return rows if area_ids is None else rows.filter(area__in=area_ids)


def is_below(row: Contribution) -> bool:
    """A body that answers for its own place under a programme handed down to it."""
    return row.area_id is not None and row.area_id == row.body.area_id


def parts_of(rows: Iterable[Contribution]) -> list[Decimal | None]:
    """The parts that together make the whole: of the bodies, or where none has a number of the places below.

    What bodies take on and what places below get are two ways to part the same whole, never added up.
    """
    found = list(rows)
    of_bodies = [row.value for row in found if not is_below(row)]
    has_numbers = any(value is not None for value in of_bodies)
    return of_bodies if has_numbers else [row.value for row in found]


def standing_shares(rows: Iterable[Contribution]) -> Shares:
    """The shares as they stand: an heir's parts of several shares come to one row a place."""
    standing: dict[tuple[int, int | None], Contribution] = {}
    took_over: dict[int, int] = {}
    for row in rows:
        passed = list(row.inherited.all())
        gone = {inherited.after_id for inherited in passed}
        heirs = [inherited for inherited in passed if inherited.pk not in gone]
        if len(heirs) == 1:
            earlier = {row.body_id, *(inherited.heir_id for inherited in passed)} - {heirs[0].heir_id}
            took_over |= dict.fromkeys(earlier, heirs[0].heir_id)
        for share in [_of_heir(row, heir) for heir in heirs] or [row]:
            _merge(standing, share)
    return Shares(list(standing.values()), took_over)


def _inherited(row: Contribution, facts: dict[str, Any]) -> InheritedShare:
    return InheritedShare(
        pk=facts["id"],
        contribution_id=row.pk,
        heir=Body(pk=facts["heir"], area_id=facts["home"]),
        after_id=facts["after"],
        value=None if facts["value"] is None else Decimal(facts["value"]),
    )


def _of_heir(row: Contribution, inherited: InheritedShare) -> Contribution:
    place = None if row.area_id == row.body.area_id else row.area_id
    return Contribution(
        target_id=row.target_id,
        body=inherited.heir,
        area_id=place,
        value=inherited.value,
        is_lead=row.is_lead,
    )


def _merge(standing: dict[tuple[int, int | None], Contribution], share: Contribution) -> None:
    known = standing.setdefault((share.body_id, share.area_id), share)
    if known is share:
        return
    merged = Contribution(
        target_id=share.target_id, body=known.body, area_id=known.area_id,
        value=share.value if known.value is None else known.value + (share.value or 0),
        is_lead=known.is_lead or share.is_lead,
    )  # fmt: skip
    standing[share.body_id, share.area_id] = merged


@dataclass(frozen=True)
class OpenShare:
    """A share a body answers for: from the text, or the part it took over (`after_id`)."""

    contribution_id: int
    after_id: int | None
    body_id: int
    value: Decimal | None
    target: Target


def open_shares(edition: Edition, body_ids: Collection[int]) -> list[OpenShare]:
    """The shares these bodies answer for today and nobody took over, in order; two queries."""
    of_text = Contribution.objects.filter(target__edition=edition, body__in=list(body_ids), inherited=None)
    taken = InheritedShare.objects.filter(
        contribution__target__edition=edition, heir__in=list(body_ids), passed_on=None
    )
    found = [
        OpenShare(row.pk, None, row.body_id, row.value, row.target)
        for row in of_text.select_related("target").order_by("target__order", "pk")
    ]
    return found + [
        OpenShare(row.contribution_id, row.pk, row.heir_id, row.value, row.contribution.target)
        for row in taken.select_related("contribution__target").order_by("contribution__target__order", "pk")
    ]
