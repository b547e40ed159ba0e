"""What many figures stand on: their targets, who answers, what is recorded already. Constant queries."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.targets import permissions
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.entries import FigureRow, Key
from phoihop.targets.models import Contribution, Figure, Target
from phoihop.targets.queries.keys import Same, asked_by_row, narrowed
from phoihop.targets.queries.taking_part import bodies_that_answer
from phoihop.targets.statuses import FIGURE_STATES


class Known(NamedTuple):
    """The figure that stands now."""

    id: int
    amount: Amount
    note: str


@dataclass(frozen=True)
class Ground:
    """By id: targets with their edition and programme, specs, bodies; who answers for what; which bodies the
    member records for, by programme; the figures that stand; shares at a place other than the body's own."""

    targets: dict[int, Target]
    specs: dict[int, TargetSpec]
    bodies: dict[int, Body]
    answering: set[tuple[int, int]]
    recordable: dict[int, set[int]]
    known: dict[Key, Known]
    elsewhere: set[Key]


def ground_of(rows: Sequence[FigureRow], period: Period, *, member: Member) -> Ground:
    """Everything the rows are checked against; twelve queries for any number of rows of one programme."""
    asked = {row.target_id for row in rows}
    body_ids = {row.body_id for row in rows}
    found = Target.objects.filter(pk__in=asked).select_related("edition__programme__lead", "clause")
    targets = {target.pk: target for target in found}
    bodies = Body.objects.in_bulk(list(body_ids))
    programmes = {t.edition.programme for t in targets.values()}
    return Ground(
        targets=targets,
        specs={pk: target.spec for pk, target in targets.items()},
        bodies=bodies,
        answering=bodies_that_answer(targets.values(), bodies.keys()),
        recordable={p.pk: permissions.recordable(member, p, bodies.keys()) for p in programmes},
        known=known_figures(targets.keys(), period, body_ids=bodies.keys()),
        elsewhere=_elsewhere(rows, bodies),
    )


def _elsewhere(rows: Sequence[FigureRow], bodies: dict[int, Body]) -> set[Key]:
    away = [row for row in rows if row.body_id in bodies and row.area_id != bodies[row.body_id].area_id]
    if not away:
        return set()
    shares = Contribution.objects.filter(
        target__in={row.target_id for row in away}, body__in={row.body_id for row in away}
    ).exclude(area=None)
    return {(target, body, area or 0) for target, body, area in shares.values_list("target", "body", "area")}


def known_figures(
    target_ids: Collection[int], period: Period, *, body_ids: Collection[int], same: Same | None = None
) -> dict[Key, Known]:
    """The figures that stand for the bodies and the period, by target, body and place; of the same target in
    other editions too. Two queries, one with `same` (`asked_by_row` of at least these targets)."""
    asked = asked_by_row(target_ids) if same is None else narrowed(same, target_ids)
    rows = Figure.objects.current().filter(
        target__in=list(asked), period_start=period.start, period_end=period.end, body__in=list(body_ids)
    )
    columns = ("id", "target", "body", "area", "state", "numerator", "denominator", "note")
    found = {}
    for pk, target, body, area, state, numerator, denominator, note in rows.values_list(*columns):
        known = Known(pk, Amount(FIGURE_STATES[state], numerator, denominator), note)
        for target_id in asked[target]:
            found[target_id, body, area] = known
    return found


def figures_by_id(ids: Collection[int]) -> dict[int, Known]:
    """Figures as they were shown, replaced since or not; one query."""
    columns = ("id", "state", "numerator", "denominator", "note")
    rows = Figure.objects.filter(pk__in=list(ids)).values_list(*columns)
    return {pk: Known(pk, Amount(FIGURE_STATES[s], n, d), note) for pk, s, n, d, note in rows}
