"""On which days people are reminded of a last day. Pure: no tables, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass

LEADERS_WHEN_LATE = 1
MOST_DAYS = 90


@dataclass(frozen=True)
class Rule:
    """Days count from the last day: -7 a week before, 0 the day itself, 5 five days late.

    After the last of `days` every `then_every` days (0: no more), `most` times in all. Leaders are reminded
    on steps from `leaders_from` on, officers on all.
    """

    days: tuple[int, ...] = (-7, -2, 0, 1, 5)
    then_every: int = 7
    most: int = 12
    leaders_from: int = LEADERS_WHEN_LATE
    is_muted: bool = False

    @property
    def first(self) -> int:
        """The first day somebody is reminded."""
        return self.days[0]

    @property
    def last(self) -> int:
        """The last day on which a reminder, even one delayed by the system, still goes out."""
        steps = max(0, self.most - len(self.days)) if self.then_every else 0
        return self.days[-1] + steps * self.then_every + (self.then_every or _GRACE)


_GRACE = 7
"""Without a rhythm after the last day, how many days it may go out late."""


def step_on(rule: Rule, offset: int) -> int | None:
    """The latest step reached `offset` days after the last day (negative: before); None when none holds.

    A step that was missed while the system was down is not made up for: only the latest counts, so that
    everybody hears of a thing once, in the words of today.
    """
    if rule.is_muted or offset < rule.first or offset > rule.last:
        return None
    passed = [day for day in rule.days if day <= offset]
    step, number = passed[-1], len(passed)
    if rule.then_every and step == rule.days[-1]:
        more = (offset - step) // rule.then_every
        step, number = step + more * rule.then_every, number + more
    return step if number <= rule.most else None


def days_read(text: str) -> tuple[int, ...]:
    """Numbers of days as a lead types them ("7, 2"), each once; ValueError for anything but 1 to 90."""
    found = sorted({int(word) for word in text.replace(";", ",").split(",") if word.strip()})
    if any(not 1 <= days <= MOST_DAYS for days in found):
        raise ValueError(text)
    return tuple(found)


def days_around(before: Sequence[int], after: Sequence[int], *, on_the_day: bool) -> tuple[int, ...]:
    """The days of a rule: so many days before, on the last day, so many after."""
    return tuple(sorted({*(-days for days in before), *after, *([0] if on_the_day else [])}))


def days_words(days: Sequence[int]) -> str:
    """ "trước 7 ngày, trước 2 ngày, đúng hạn, quá 1 ngày, quá 5 ngày"."""
    return ", ".join(step_words(day) for day in days)


def step_words(step: int) -> str:
    """One step in words."""
    if step == 0:
        return "đúng hạn"
    return f"trước {-step} ngày" if step < 0 else f"quá {step} ngày"


def rule_words(rule: Rule) -> str:
    """The whole rule as a sentence for people."""
    if rule.is_muted:
        return "Không tự nhắc."
    weekly = f", sau đó cứ {rule.then_every} ngày một lần" if rule.then_every else ""
    leaders = "từ đầu" if rule.leaders_from <= rule.first else f"từ khi {step_words(rule.leaders_from)}"
    return f"Nhắc {days_words(rule.days)}{weekly}; nhiều nhất {rule.most} lần; nhắc cả lãnh đạo {leaders}."
