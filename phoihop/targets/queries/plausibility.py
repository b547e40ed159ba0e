"""Which of many figures are unlikely, held against what the same units said before. Constant queries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from phoihop.core.periods import MONTHS_OF, Period, calendar_period, previous
from phoihop.targets.calculations.plausibility import Before, Doubt, doubts, may_doubt
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.entries import FigureRow, Key
from phoihop.targets.models import Target
from phoihop.targets.queries.earlier import earlier_figures, spreads
from phoihop.targets.queries.ground import known_figures
from phoihop.targets.queries.keys import Same, asked_by_row
from phoihop.targets.statuses import Recurrence

_PERIODS_BACK = 4


def doubts_of(
    rows: Sequence[FigureRow], period: Period, *, targets: Mapping[int, Target] | None = None
) -> dict[Key, list[Doubt]]:
    """What to ask about each row; rows nothing is asked about are left out. Five queries at most.

    For forms of higher apps too: `rows` are what somebody is about to keep for `period`.
    """
    if targets is None:
        targets = Target.objects.in_bulk({row.target_id for row in rows})
    specs = {pk: target.spec for pk, target in targets.items()}
    wholes = {t.pk: t.part_of_id for t in targets.values() if t.part_of_id}
    same = asked_by_row({*targets, *wholes.values()}) if rows else {}
    earlier = _earlier(rows, specs, period, same)
    of_wholes = _amounts_of(wholes, rows, period, same)
    found = {}
    for row in rows:
        key = row.key
        whole_id = wholes.get(row.target_id)
        asked = doubts(
            specs[row.target_id],
            row.amount,
            before=earlier.get(key, ()),
            whole=of_wholes.get((whole_id, row.body_id, row.area_id)) if whole_id else None,
        )
        if asked:
            found[key] = asked
    return found


def _earlier(
    rows: Sequence[FigureRow], specs: Mapping[int, TargetSpec], period: Period, same: Same
) -> dict[Key, list[Before]]:
    """The last figures for periods of the same length, newest first, where they may ask something."""
    if period != calendar_period(period.start, period.months):
        return {}
    periods = _periods_before(period)
    known = spreads(specs.keys(), periods, body_ids={row.body_id for row in rows}, same=same)
    asking = [
        row.key
        for row in rows
        if (spread := known.get(row.key)) and may_doubt(specs[row.target_id], row.amount, spread)
    ]
    heads = {
        (pk, one.start): (one.label, _in_one_window(spec, one, period))
        for pk, spec in specs.items()
        for one in periods
    }
    found: dict[Key, list[Before]] = defaultdict(list)
    for key, one, amount in earlier_figures(asking, periods, same=same):
        label, in_window = heads[key[0], one.start]
        found[key].append(Before(label, amount, in_window))
    return found


def _periods_before(period: Period) -> list[Period]:
    found = [period]
    for _ in range(_PERIODS_BACK):
        found.append(previous(found[-1]))
    return found[1:]


def _in_one_window(spec: TargetSpec, one: Period, other: Period) -> bool:
    """Whether both count into one running total: of the same year, half-year or quarter, or of the term."""
    if spec.recurrence in {Recurrence.ONCE, Recurrence.PER_TERM}:
        return True
    months = MONTHS_OF[spec.recurrence]
    return calendar_period(one.start, months) == calendar_period(other.start, months)


def _amounts_of(
    wholes: Mapping[int, int], rows: Sequence[FigureRow], period: Period, same: Same
) -> dict[Key, Amount]:
    """What the same units say of the wholes: in this act, else what is recorded already."""
    if not wholes:
        return {}
    asked = set(wholes.values())
    known = known_figures(asked, period, body_ids={row.body_id for row in rows}, same=same)
    amounts = {key: figure.amount for key, figure in known.items()}
    return amounts | {row.key: row.amount for row in rows if row.target_id in asked}
