"""Pure: does what a fact says add up? Recomputed whenever its values change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from phoihop.core.calendars import WorkingCalendar
from phoihop.core.numbers import decimal_words
from phoihop.core.periods import Period
from phoihop.drafting.specs import duty_spec, target_spec
from phoihop.programmes.calculations import DueRule, due_on, periods_of
from phoihop.targets.calculations import check_parts, problem_of_target

type Json = dict[str, Any]

HUNDRED = Decimal(100)
FIRST_DATES = 3


@dataclass(frozen=True)
class Check:
    """One sentence about the numbers of a fact; wrong ones are to be looked at."""

    words: str
    is_wrong: bool = False


def checks_of_targets(rows: Mapping[int, Json]) -> dict[int, list[Check]]:
    """What there is to say about the numbers of each target (values by id); only ids with something to say.

    A whole is compared with the parts that name it, each target with what is possible at all.
    """
    wholes = {values["position"]: key for key, values in rows.items() if values.get("position") is not None}
    parts: dict[int, list[Json]] = {}
    for values in rows.values():
        if values.get("part_of") in wholes:
            parts.setdefault(values["part_of"], []).append(values)
    found = {}
    for key, values in rows.items():
        own = _sum_of(values, parts.get(values.get("position", -1), [])) + checks_of_target(values)
        if own:
            found[key] = own
    return found


def checks_of_target(values: Json) -> list[Check]:
    """A target by itself: 47/48 as a percentage, and bounds nothing can meet."""
    try:
        problem = problem_of_target(target_spec(values, None, end=None), [])
    except (ArithmeticError, KeyError, ValueError):
        return []
    wrong = problem or _turned(values)
    return [*_ratio_of(values), *([Check(wrong, is_wrong=True)] if wrong else [])]


def _sum_of(whole: Json, parts: Sequence[Json]) -> list[Check]:
    """ "10 = 6 + 1 + 1 + 1 + 1", or by how much the parts miss the whole."""
    if not parts:
        return []
    sums = check_parts(target_spec(whole, None, end=None), [target_spec(p, None, end=None) for p in parts])
    if sums is None:
        return []
    terms = " + ".join(decimal_words(Decimal(part["value"])) for part in parts if part["value"] is not None)
    mark = "%" if whole["unit"].strip() == "%" else ""
    total = decimal_words(sums.whole)
    if sums.gap == 0:
        return [Check(f"Khớp: {total}{mark} = {terms}")]
    verb, gap = ("thiếu", sums.gap) if sums.gap > 0 else ("thừa", -sums.gap)
    given = decimal_words(sums.allocated)
    words = f"Không khớp: {terms} = {given}{mark}, {verb} {decimal_words(gap)}{mark} so với {total}{mark}"
    return [Check(words, is_wrong=True)]


def _ratio_of(values: Json) -> list[Check]:
    """ "2/2 = 100%"."""
    base, value = _decimal(values.get("base")), _decimal(values.get("value"))
    if not base or value is None:
        return []
    share = (value / base * HUNDRED).quantize(Decimal("0.01"))
    words = f"{decimal_words(value)}/{decimal_words(base)} = {decimal_words(share)}%"
    return [Check(words, is_wrong=value > base)]


def _turned(values: Json) -> str | None:
    """Bounds that no figure can meet, or that every figure meets."""
    value, baseline = _decimal(values.get("value")), _decimal(values.get("baseline"))
    if value is None:
        return None
    is_share = values["unit"].strip() == "%" and values["direction"] in {"reach", "decrease_to"}
    if is_share and values["comparator"] == ">" and value >= HUNDRED:
        return "Không thể trên 100%."
    if values["direction"] == "decrease_to" and baseline is not None and value >= baseline:
        return "Giảm còn mức không thấp hơn mức đầu kỳ."
    return None


def _decimal(value: object) -> Decimal | None:
    return None if value is None or value == "" else Decimal(str(value))


def first_due_days(values: Json, *, start: date, end: date | None) -> list[date]:
    """The first days a duty is due in a programme from `start` to `end` (None: ten years are looked at).

    Holidays are those of the caller's year and not known yet: only the rule's own day is counted.
    """
    spec = duty_spec(values, None)
    rule = DueRule(
        frequency=str(spec.frequency),
        anchor=str(spec.anchor),
        due_day=spec.due_day,
        due_month=spec.due_month,
        due_strict=spec.due_strict,
        shift=str(spec.shift),
    )
    span = Period(start, end or date(min(start.year + 10, 9998), 12, 31))
    periods = periods_of(rule.frequency, programme=span, within=span)
    days = (due_on(rule, period, WorkingCalendar()) for period in periods)
    return list(islice((day for day in days if day >= start), FIRST_DATES))
