"""A line of the table of figures: kế hoạch, kỳ này, lũy kế, % kế hoạch and cùng kỳ of one target and body."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from phoihop.core.periods import Period, same_last_year
from phoihop.reports.content import FigureInput
from phoihop.targets.calculations import (
    Coverage,
    Entry,
    Total,
    Unit,
    amount_words,
    is_yes_no,
    normalised,
    over_time,
    problem_of_amount,
    progress,
    roll_up,
    target_words,
    total_spec,
    window_of,
    within,
)
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.statuses import FigureState, TargetKind


@dataclass(frozen=True)
class FigureLine:
    """What the table prints for one target; amounts in words of the target, `percent` of the plan."""

    plan: str
    this_period: str
    to_date: str
    percent: Decimal | None
    outcome: str
    last_year: str


@dataclass(frozen=True)
class TotalLine:
    """A line of the table of totals with its coverage, and the amounts themselves (None: nobody said any)."""

    line: FigureLine
    coverage: Coverage
    now: Amount | None = None
    to_date: Amount | None = None


def figure_line(
    spec: TargetSpec, *, share: Decimal | None, now: Amount | None, others: Sequence[Entry],
    period: Period, programme: Period,
) -> FigureLine:  # fmt: skip
    """The line of a body (or, with `others` rolled up, of all of them).

    `others` are the figures of other periods, of earlier years too; `now` is this period's. The running total
    covers the target's own rhythm (the year, the quarter …) or the whole programme.
    """
    own = own_spec(spec, share)
    window = window_of(own, on=period.end, programme=programme)
    earlier = [e for e in others if e.period.start >= window.start and e.period.end < period.start]
    here = [] if now is None else [Entry(0, 0, period, now)]
    to_date = over_time(own, [*earlier, *here])
    year_before = same_last_year(period)
    found = over_time(own, [e for e in others if _inside(e.period, year_before)])
    reached = progress(within(own, window), to_date, on=period.end)
    return FigureLine(
        plan=target_words(own),
        this_period=amount_words(own, now),
        to_date=amount_words(own, to_date),
        percent=reached.percent,
        outcome=reached.label,
        last_year=_last_year(own, found, year_before, programme),
    )


def _last_year(spec: TargetSpec, amount: Amount | None, span: Period, programme: Period) -> str:
    """The same period a year earlier; before the programme began there was nothing to report."""
    if amount is None and span.end < programme.start:
        return "không có"
    return amount_words(spec, amount)


@dataclass(frozen=True)
class Sources:
    """What a total is made of: figures of all periods that count, the units due, the lead bodies."""

    entries: Sequence[Entry]
    due: frozenset[Unit]
    leads: frozenset[int]


def total_line(spec: TargetSpec, sources: Sources, *, period: Period, programme: Period) -> TotalLine:
    """The line of all bodies together by the target's own rules, with how many of those due reported."""
    window = window_of(spec, on=period.end, programme=programme)
    now = _rolled(spec, sources, period)
    to_date = _rolled(spec, sources, Period(window.start, period.end)).amount
    before = _rolled(spec, sources, same_last_year(period)).amount
    line = line_of_amounts(spec, now.amount, to_date, before, period=period, programme=programme)
    return TotalLine(line, now.coverage, now.amount, to_date)


def line_of_amounts(
    spec: TargetSpec, now: Amount | None, to_date: Amount | None, before: Amount | None, *, period: Period,
    programme: Period,
) -> FigureLine:  # fmt: skip
    """The line of totals already made: of this period, to date, and of the same period a year before."""
    held = total_spec(spec)
    window = window_of(spec, on=period.end, programme=programme)
    reached = progress(within(held, window), to_date, on=period.end)
    return FigureLine(
        plan=target_words(spec),
        this_period=amount_words(held, now),
        to_date=amount_words(held, to_date),
        percent=reached.percent,
        outcome=reached.label,
        last_year=_last_year(held, before, same_last_year(period), programme),
    )


def _rolled(spec: TargetSpec, sources: Sources, span: Period) -> Total:
    inside = [e for e in sources.entries if _inside(e.period, span)]
    return roll_up(spec, inside, due=sources.due, leads=sources.leads)


def _inside(period: Period, window: Period) -> bool:
    return window.start <= period.start and period.end <= window.end


def own_spec(spec: TargetSpec, share: Decimal | None) -> TargetSpec:
    """The target as the body's share of it, where it took on a number of its own."""
    return replace(spec, value=share) if share is not None and spec.kind == TargetKind.COUNT else spec


def amount_of(figure: FigureInput) -> Amount | None:
    """The typed figure as an amount; None for a line left blank."""
    if not figure.state:
        return None
    return normalised(Amount(FigureState(figure.state), figure.numerator, figure.denominator))


def problem_of(figure: FigureInput, spec: TargetSpec, *, has_evidence: bool = True) -> str | None:
    """The first thing wrong with a typed figure, in plain Vietnamese; None for a good or blank one.

    `has_evidence` False also asks a "có" for words or a file, as it must be when handed in.
    """
    amount = amount_of(figure)
    if amount is None:
        return "Hãy chọn trạng thái cho số đã ghi." if figure.numerator is not None else None
    problem = problem_of_amount(spec, amount, note=figure.note)
    if problem is None and not has_evidence and _is_bare_yes(spec, amount, figure.note):
        return "Ghi “có” thì cần nêu kết quả bằng lời hoặc gửi kèm minh chứng."
    return problem


def _is_bare_yes(spec: TargetSpec, amount: Amount, note: str) -> bool:
    return is_yes_no(spec) and bool(amount.numerator) and not note.strip()
