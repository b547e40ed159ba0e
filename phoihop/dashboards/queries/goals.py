"""What each place must reach of a programme's targets: its own number, or the sum of the shares below it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from phoihop.targets.calculations.adoption import is_shared_out, local_spec
from phoihop.targets.content import TargetSpec, usual_rules
from phoihop.targets.statuses import PlaceRule, ScopeKind

_GOALS = """
WITH RECURSIVE versions AS (
    SELECT DISTINCT ON (v.area_id) v.area_id, v.parent_id FROM organisations_areaversion v
    WHERE (v.valid_from IS NULL OR v.valid_from <= %(day)s) AND (v.valid_to IS NULL OR v.valid_to >= %(day)s)
    ORDER BY v.area_id, v.valid_from DESC NULLS LAST
), units(area_id, unit_id) AS (
    SELECT u, u FROM unnest(%(units)s::bigint[]) u
    UNION ALL
    SELECT v.area_id, units.unit_id FROM versions v JOIN units ON v.parent_id = units.area_id
)
SELECT t.key, u.unit_id, max(t.share) FILTER (WHERE a.area_id = u.unit_id),
    max(t.value) FILTER (WHERE a.area_id = u.unit_id), sum(t.share) FILTER (WHERE a.area_id <> u.unit_id)
FROM units u JOIN programmes_adoption a ON a.area_id = u.area_id
JOIN targets_adoptedtarget t ON t.programme_id = a.programme_id
WHERE t.key = ANY(%(keys)s) GROUP BY 1, 2
"""


class Goal(NamedTuple):
    """Of a target at a place: its share from above, the value it set itself, the shares of places below."""

    share: Decimal | None = None
    value: Decimal | None = None
    below: Decimal | None = None


def goals_at(keys: Collection[UUID], *, area_ids: Collection[int], day: date) -> dict[tuple[UUID, int], Goal]:
    """By target key and place; what nobody was given is not there. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_GOALS, {"day": day, "units": list(area_ids), "keys": list(keys)})
        return {(key, unit): Goal(*found) for key, unit, *found in cursor.fetchall()}


def spec_below(spec: TargetSpec, goal: Goal | None, *, is_commune: bool) -> TargetSpec | None:
    """The target as it stands at a place below the programme's own; None: no part was given to it yet.

    A target of each unit is asked of one commune as its own number, and counted over several.
    """
    goal = goal or Goal()
    share = goal.below if goal.share is None else goal.share
    if is_shared_out(spec) and share is None and goal.value is None:
        return None
    found = local_spec(spec, share, goal.value)
    if found.rules.place != PlaceRule.COUNT or not is_commune:
        return found
    usual = usual_rules(found.kind, scope_kind=ScopeKind.PLACE)
    return replace(found, rules=replace(found.rules, place=usual.place))
