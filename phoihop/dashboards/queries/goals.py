"""What each place must reach of a programme's targets: its own number, or the sum of the shares below it."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from phoihop.targets.calculations.adoption import is_shared_out, local_spec
from phoihop.targets.calculations.comparison import reads_a_level
from phoihop.targets.content import TargetSpec

_GOALS = """
SELECT t.key, u.unit, max(t.share) FILTER (WHERE a.area_id = u.unit),
    max(t.value) FILTER (WHERE a.area_id = u.unit), sum(t.share) FILTER (WHERE a.area_id <> u.unit)
FROM targets_adoptedtarget t JOIN programmes_adoption a ON a.programme_id = t.programme_id
JOIN organisations_areapath p ON p.area_id = a.area_id AND %(day)s BETWEEN p.valid_from AND p.valid_to
JOIN unnest(%(units)s::bigint[]) AS u(unit)
    ON u.unit = a.area_id OR u.unit = p.commune_id OR u.unit = p.district_id OR u.unit = p.province_id
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


def spec_below(spec: TargetSpec, goal: Goal | None) -> TargetSpec | None:
    """The target as it stands at a place below the programme's own; None: no part was given to it yet.

    A target of each unit stays as above: its total says how many places meet it. A change from the level at
    the start of the whole has none below: nobody said at which level each place started.
    """
    if reads_a_level(spec):
        return None
    goal = goal or Goal()
    share = goal.below if goal.share is None else goal.share
    if is_shared_out(spec) and share is None and goal.value is None:
        return None
    return local_spec(spec, share, goal.value)
