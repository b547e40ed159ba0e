"""Which of many figures are unlikely, held against what the same units said before. Constant queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from phoihop.core.periods import MONTHS_OF, Period, calendar_period, previous
from phoihop.targets.calculations.plausibility import Before, Doubt, doubts
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.entries import FigureRow, Key
from phoihop.targets.models import Target
from phoihop.targets.queries.ground import earlier_figures, known_figures
from phoihop.targets.statuses import Recurrence

_PERIODS_BACK = 4


def doubts_of(rows: Sequence[FigureRow], period: Period) -> dict[Key, list[Doubt]]:
    """What to ask about each row; rows nothing is asked about are left out. Seven queries.

    For forms of higher apps too: `rows` are what somebody is about to keep for `period`.
    """
    targets = Target.objects.in_bulk({row.target_id for row in rows})
    specs = {pk: target.spec for pk, target in targets.items()}
    bodies = {row.body_id for row in rows}
    earlier = _earlier(targets.keys(), period, bodies)
    wholes = {t.pk: t.part_of_id for t in targets.values() if t.part_of_id}
    of_wholes = _amounts_of(wholes, rows, period, bodies)
    found = {}
    for row in rows:
        whole_id = wholes.get(row.target_id)
        asked = doubts(
            specs[row.target_id],
            row.amount,
            before=_before(specs[row.target_id], earlier.get(row.key, ()), period),
            whole=of_wholes.get((whole_id, row.body_id, row.area_id)) if whole_id else None,
        )
        if asked:
            found[row.key] = asked
    return found


def _earlier(
    target_ids: Collection[int], period: Period, body_ids: Collection[int]
) -> Mapping[Key, list[tuple[Period, Amount]]]:
    """The last figures of each unit for periods of the same length, newest first."""
    if period != calendar_period(period.start, period.months):
        return {}
    found: dict[Key, list[tuple[Period, Amount]]] = defaultdict(list)
    starts = _starts_before(period)
    known = earlier_figures(target_ids, starts, body_ids=body_ids, months=period.months)
    for (key, _), one in sorted(known.items(), key=lambda item: item[0][1], reverse=True):
        found[key].append(one)
    return found


def _starts_before(period: Period) -> list[date]:
    starts, one = [], period
    for _ in range(_PERIODS_BACK):
        one = previous(one)
        starts.append(one.start)
    return starts


def _before(spec: TargetSpec, earlier: Iterable[tuple[Period, Amount]], period: Period) -> list[Before]:
    return [Before(p.label, amount, in_window=_in_one_window(spec, p, period)) for p, amount in earlier]


def _in_one_window(spec: TargetSpec, one: Period, other: Period) -> bool:
    """Whether both count into one running total: of the same year, half-year or quarter, or of the term."""
    if spec.recurrence in {Recurrence.ONCE, Recurrence.PER_TERM}:
        return True
    months = MONTHS_OF[spec.recurrence]
    return calendar_period(one.start, months) == calendar_period(other.start, months)


def _amounts_of(
    wholes: Mapping[int, int], rows: Iterable[FigureRow], period: Period, body_ids: Collection[int]
) -> dict[Key, Amount]:
    """What the same units say of the wholes: in this act, else what is recorded already."""
    if not wholes:
        return {}
    asked = set(wholes.values())
    known = known_figures(asked, period, body_ids=body_ids)
    amounts = {key: figure.amount for key, figure in known.items()}
    return amounts | {row.key: row.amount for row in rows if row.target_id in asked}
