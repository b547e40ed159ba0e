"""The figures that stand around those of an act: of the same target, at the same places, in one statement."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from phoihop.core.periods import Period
from phoihop.core.prepared import prepared_rows
from phoihop.programmes.models import Edition, Programme
from phoihop.targets.content import Amount
from phoihop.targets.statuses import FigureState

_AROUND = """
SELECT f.id, s.programme_id, s.lead_id, s.key, s.edition_id, f.area_id, f.body_id, f.period_start,
       f.period_end, f.state, f.numerator, f.denominator, x.id IS NOT NULL,
       own.is_own AND EXISTS (SELECT FROM targets_figure c WHERE c.corrects_id = f.id),
       own.is_own AND EXISTS (
           SELECT FROM targets_closedperiod c
           LEFT JOIN programmes_adoption d ON d.programme_id = c.programme_id
           WHERE c.reopened_at IS NULL
             AND c.period_start <= f.period_start AND c.period_end >= f.period_end
             AND (c.programme_id = s.programme_id
                  OR (d.parent_id = s.programme_id AND d.area_id = f.area_id))
       )
FROM (
    SELECT a.programme_id, a.key, a.area_id, t.id AS target_id, t.edition_id, p.lead_id
    FROM (
        SELECT DISTINCT e.programme_id, t.key, f.area_id
        FROM targets_figure f
        JOIN targets_target t ON t.id = f.target_id
        JOIN programmes_edition e ON e.id = t.edition_id
        WHERE f.id = ANY((SELECT %(ids)s::bigint[])::bigint[])
    ) a
    JOIN programmes_programme p ON p.id = a.programme_id
    JOIN programmes_edition e ON e.programme_id = a.programme_id
    JOIN targets_target t ON t.edition_id = e.id AND t.key = a.key
    OFFSET 0
) s
JOIN targets_figure f ON f.target_id = s.target_id AND f.area_id = s.area_id
LEFT JOIN targets_figureacceptance x ON x.figure_id = f.id
CROSS JOIN LATERAL (SELECT f.id = ANY((SELECT %(ids)s::bigint[])::bigint[]) AS is_own) own
WHERE x.id IS NOT NULL OR own.is_own
ORDER BY f.id
"""


class Around(NamedTuple):
    """A figure of a series at a place: an accepted one, or one asked for.

    Whether it `is_corrected` or lies in a period that `is_closed` (as `closings_over` says) is told only of
    those asked for.
    """

    pk: int
    programme_id: int
    lead_id: int
    key: UUID
    edition_id: int
    area_id: int
    body_id: int
    period_start: date
    period_end: date
    state: str
    numerator: Decimal | None
    denominator: Decimal | None
    is_accepted: bool
    is_corrected: bool
    is_closed: bool

    @property
    def series(self) -> tuple[int, UUID]:
        return self.programme_id, self.key

    @property
    def edition(self) -> Edition:
        """Under which it was recorded: as much of it as permissions ask for."""
        found = Edition(pk=self.edition_id, programme_id=self.programme_id)
        found.programme = Programme(pk=self.programme_id, lead_id=self.lead_id)
        return found

    @property
    def period(self) -> Period:
        return Period(self.period_start, self.period_end)

    @property
    def amount(self) -> Amount:
        return Amount(FigureState(self.state), self.numerator, self.denominator)


def figures_around(figure_ids: Collection[int]) -> list[Around]:
    """These figures, and every accepted one of the same targets (in any edition) at the same places, in the
    order they came. One query."""
    return [Around(*row) for row in prepared_rows(_AROUND, {"ids": list(figure_ids)})]
