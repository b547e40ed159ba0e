"""How many should report for a target at a place and below it, on a day."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Sum

from phoihop.targets.models import Contribution, DueCount, Target
from phoihop.targets.queries.windows import AskedWindow
from phoihop.targets.statuses import BodyRule


class _Row(NamedTuple):
    target_id: int
    area_id: int
    since: date
    until: date
    units: int
    places: int
    lead_units: int
    lead_places: int


@dataclass(frozen=True)
class Due:
    """Units and places that should report; not `is_known`: the target names nobody."""

    units: int
    places: int
    is_known: bool


@dataclass(frozen=True)
class DueCounts:
    """The counts of many targets and places."""

    rows: dict[tuple[int, int], list[_Row]]
    named: frozenset[int]
    of_leads: frozenset[int]

    def at(self, target_id: int, area_id: int, window: AskedWindow) -> Due:
        """Those whose duty and place stand on the last day of the window."""
        rows = [
            row
            for row in self.rows.get((target_id, area_id), ())
            if row.since <= window.last_day <= row.until
        ]
        leads = target_id in self.of_leads
        return Due(
            units=sum(row.lead_units if leads else row.units for row in rows),
            places=sum(row.lead_places if leads else row.places for row in rows),
            is_known=target_id in self.named,
        )


def due_counts(targets: Sequence[Target], *, area_ids: Collection[int]) -> DueCounts:
    """Who should report for these targets at these places and below them; two queries."""
    ids = [target.pk for target in targets]
    found = (
        DueCount.objects.filter(target__in=ids, area_id__in=area_ids)
        .values_list("target_id", "area_id", "since", "until")
        .annotate(
            sum_units=Sum("units"),
            sum_places=Sum("places"),
            sum_lead_units=Sum("lead_units"),
            sum_lead_places=Sum("lead_places"),
        )
    )
    rows: dict[tuple[int, int], list[_Row]] = defaultdict(list)
    for values in found:
        row = _Row(*values)
        rows[row.target_id, row.area_id].append(row)
    return DueCounts(
        rows=dict(rows),
        named=frozenset(_named(ids)),
        of_leads=frozenset(t.pk for t in targets if t.body_rule == BodyRule.LEAD_ONLY),
    )


def _named(target_ids: Collection[int]) -> set[int]:
    """The targets that name somebody: asked one by one, as a share of each is enough."""
    shares = Contribution.objects.filter(target=OuterRef("pk"))
    named = Target.objects.filter(Exists(shares), pk__in=target_ids)
    return set(named.values_list("pk", flat=True))
