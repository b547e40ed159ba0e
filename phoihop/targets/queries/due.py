"""How many should report for a target at a place and below it, on a day."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from phoihop.core.prepared import prepared_rows
from phoihop.targets.models import Target
from phoihop.targets.queries.windows import AskedWindow
from phoihop.targets.statuses import BodyRule


class _Row(NamedTuple):
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


_COUNTS = """
SELECT t.id, EXISTS (SELECT FROM targets_contribution c WHERE c.target_id = t.id), d.*
FROM unnest((SELECT %s::bigint[])) AS t(id)
LEFT JOIN LATERAL (
    SELECT area_id, since, until, sum(units), sum(places), sum(lead_units), sum(lead_places)
    FROM targets_duecount
    WHERE target_id = t.id AND area_id = ANY((SELECT %s::bigint[])::bigint[])
    GROUP BY area_id, since, until
) d ON true
"""


def due_counts(targets: Sequence[Target], *, area_ids: Collection[int]) -> DueCounts:
    """Who should report for these targets at these places and below them; one query."""
    rows: dict[tuple[int, int], list[_Row]] = defaultdict(list)
    named = set()
    given = [[target.pk for target in targets], list(area_ids)]
    for target_id, is_named, area_id, *counts in prepared_rows(_COUNTS, given):
        named |= {target_id} if is_named else set()
        if area_id is not None:
            rows[target_id, area_id].append(_Row(*counts))
    return DueCounts(
        rows=dict(rows),
        named=frozenset(named),
        of_leads=frozenset(t.pk for t in targets if t.body_rule == BodyRule.LEAD_ONLY),
    )
