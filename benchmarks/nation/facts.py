"""A year of monthly figures of every place, and the acceptance of nearly all: the same on every run."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from benchmarks.nation.copying import copy_lines, filled_at_once, new_ids
from benchmarks.nation.peopling import Place
from phoihop.accounts.acting import ActingMember
from phoihop.core.periods import Period
from phoihop.targets.models import Figure, FigureAcceptance, Target
from phoihop.targets.statuses import FigureState, TargetKind

SEED = 5
MONTHS = 12
_POOL = 997
"""Amounts made once for a target and taken in turn: a prime, so that no place keeps the same ones."""
_NONE = r"\N"
_FIGURE = (
    "id", "target_id", "body_id", "area_id", "recorded_by_id", "recorded_for_id", "period_start",
    "period_end", "recorded_at", "state", "numerator", "denominator", "note", "origin", "is_sample",
)  # fmt: skip
_ACCEPTANCE = ("figure_id", "by_person_id", "by_body_id", "at")
_NOT_REPORTED, _NOT_ACCEPTED = 101, 37
"""Of so many figures one was never sent, one not accepted yet."""

type Asked = tuple[Sequence[Target], Sequence[Place]]


def last_months(today: date) -> list[Period]:
    """The twelve months before this one; those of last year among them."""
    months: list[Period] = []
    last = today.replace(day=1) - timedelta(days=1)
    while len(months) < MONTHS:
        months.append(Period(last.replace(day=1), last))
        last = last.replace(day=1) - timedelta(days=1)
    return months[::-1]


def fill(asked: Sequence[Asked], months: Sequence[Period], by: ActingMember) -> tuple[int, int]:
    """How many figures and acceptances were written."""
    most = sum(len(targets) * len(places) for targets, places in asked) * len(months)
    ids = iter(new_ids(Figure, most))
    accepted: list[int] = []
    with filled_at_once(Figure, FigureAcceptance):
        figures = copy_lines(Figure, _FIGURE, _figures(asked, months, ids, accepted))
        at = f"{months[-1].end} 09:00+07"
        end = f"\t{by.person_id}\t{by.body_id}\t{at}\n"
        acceptances = copy_lines(FigureAcceptance, _ACCEPTANCE, (f"{pk}{end}" for pk in accepted))
    return figures, acceptances


def _figures(
    asked: Sequence[Asked], months: Sequence[Period], ids: Iterator[int], accepted: list[int]
) -> Iterator[str]:
    chance = random.Random(SEED)
    for targets, places in asked:
        middles = [
            f"\t{place.lead_id}\t{place.area_id}\t{place.person_id}\t{place.lead_id}" for place in places
        ]
        for target in targets:
            yield from _of_target(target, middles, months, ids, accepted, chance)


def _of_target(  # noqa: PLR0913, PLR0917 - one flat loop over three million rows
    target: Target,
    middles: Sequence[str],
    months: Sequence[Period],
    ids: Iterator[int],
    accepted: list[int],
    chance: random.Random,
) -> Iterator[str]:
    pool = _amounts(target, chance)
    for number, month in enumerate(months):
        dates = f"\t{month.start}\t{month.end}\t{month.end} 08:00+07\t"
        for place, middle in enumerate(middles):
            turn = place * 31 + number * 7 + target.pk
            if turn % _NOT_REPORTED == 0:
                continue
            pk = next(ids)
            if turn % _NOT_ACCEPTED:
                accepted.append(pk)
            yield f"{pk}\t{target.pk}{middle}{dates}{pool[turn % _POOL]}"


def _amounts(target: Target, chance: random.Random) -> list[str]:
    return [_amount(TargetKind(target.kind), chance) for _ in range(_POOL)]


def _amount(kind: TargetKind, chance: random.Random) -> str:
    """State, numbers, words and origin as text: nine of ten have a number."""
    lot = chance.random()
    if lot < 0.02:
        return _line(FigureState.MISSING, _NONE, _NONE, "Chưa rà soát xong.")
    if lot < 0.03:
        return _line(FigureState.NOT_APPLICABLE, _NONE, _NONE, "Không có đối tượng.")
    is_ratio = kind == TargetKind.RATIO
    whole = chance.randint(200, 5000) if is_ratio else None
    if lot < 0.10:
        return _line(FigureState.ZERO, "0", str(whole) if whole else _NONE)
    state = FigureState.ESTIMATED if lot < 0.12 else FigureState.REPORTED
    number = chance.randint(1, whole) if whole else chance.randint(1, 40)
    return _line(state, str(number), str(whole) if whole else _NONE)


def _line(state: FigureState, numerator: str, denominator: str, note: str = "") -> str:
    return f"{state.value}\t{numerator}\t{denominator}\t{note}\tnation\tt\n"
