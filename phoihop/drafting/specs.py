"""Pure: reviewed values as the typed content the higher facts are made of."""

from datetime import date
from decimal import Decimal
from typing import Any

from phoihop.programmes.content import DutySpec
from phoihop.programmes.models.facts import DueAnchor, DutyKind, Frequency, Shift
from phoihop.targets.content import TargetSpec, usual_rules
from phoihop.targets.statuses import Comparator, Direction, Recurrence, ScopeKind, TargetKind

type Json = dict[str, Any]
type Span = tuple[int, int] | None


def target_spec(values: Json, span: Span, *, end: date | None) -> TargetSpec:
    """A reviewed target's values as a typed target; a due year means its last day, no due means the end."""
    kind, scope_kind = TargetKind(values["kind"]), ScopeKind(values["scope_kind"])
    return TargetSpec(
        name=values["name"],
        kind=kind,
        rules=usual_rules(kind, scope_kind=scope_kind),
        comparator=Comparator(values["comparator"]),
        value=_number(values["value"]),
        value_max=_number(values["value_max"]),
        base=_number(values["base"]),
        level=values["level"],
        unit=values["unit"],
        direction=Direction(values["direction"]),
        baseline=_number(values["baseline"]),
        recurrence=Recurrence(values["recurrence"]),
        due_on=due_day(values["due"]) or end,
        scope_kind=scope_kind,
        scope_text=values["scope_text"],
        is_aspirational=values["is_aspirational"],
        given_later="văn bản không ghi" if values["kind"] == TargetKind.LATER else "",
        text=values.get("text") or "",
        span=span,
    )


def due_day(due: str | None) -> date | None:
    """ "2020" is its last day; an ISO day is itself; anything else (a season, a feast) is no day."""
    if not due:
        return None
    if due.isdecimal() and len(due) == 4:
        return date(int(due), 12, 31)
    return printed_day(due)


def printed_day(text: str | None) -> date | None:
    """An ISO day; None for anything else."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def duty_spec(values: Json, span: Span) -> DutySpec:
    """A reviewed duty's values as a due rule."""
    return DutySpec(
        kind=DutyKind(values["kind"]),
        frequency=Frequency(values["frequency"]),
        name=values["name"],
        text=values.get("text") or "",
        span=span,
        anchor=DueAnchor(values["anchor"]),
        due_day=values["due_day"],
        due_month=values["due_month"],
        due_strict=values["due_strict"],
        shift=Shift(values["shift"]),
        is_due_printed=values["due_day"] is not None,
        via_text=values["via_text"],
    )
