"""Which periods of a programme are closed, for whom, and who can open them again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.organisations.queries import short_name_on
from phoihop.targets.models import ClosedPeriod


@dataclass(frozen=True)
class Closing:
    """A closed period that holds another one; `area_id` where it closes the figures of one place alone."""

    programme_id: int
    area_id: int | None
    period: Period
    closed_at: datetime
    lead: str


def closings_over(
    programme_ids: Collection[int], period: Period, *, area_ids: Collection[int] = (), on: date
) -> list[Closing]:
    """What keeps figures of `period` as they are: closings of the programmes themselves, everywhere, and of
    programmes taken from them at `area_ids`, at these places. A period is closed within a longer closed one;
    a year stays open while only its quarters are closed. The lead by its name of the day. One query.
    """
    rows = _closed(programme_ids, period, area_ids).annotate(lead=short_name_on("programme__lead", on))
    asked = set(programme_ids)
    return [
        Closing(
            programme_id=row.programme_id,
            area_id=None if row.programme_id in asked else row.programme.adoption.area_id,
            period=row.period,
            closed_at=row.closed_at,
            lead=row.lead,
        )
        for row in rows.select_related("programme__adoption").order_by("programme", "-period_end")
    ]


def _closed(programme_ids: Collection[int], period: Period, area_ids: Collection[int]) -> QuerySet[Any]:
    below = Q(programme__adoption__parent__in=programme_ids, programme__adoption__area__in=list(area_ids))
    rows: QuerySet[Any] = ClosedPeriod.objects.filter(
        Q(programme__in=programme_ids) | below,
        reopened_at=None,
        period_start__lte=period.start,
        period_end__gte=period.end,
    )
    return rows


def closed_in(programme_id: int, period: Period, *, area_id: int | None = None) -> bool:
    """Whether figures of the period are closed for the programme (at the place). One query."""
    return _closed([programme_id], period, [area_id] if area_id else []).exists()


def refusal_when_closed(
    programme_id: int, period: Period, *, area_ids: Collection[int] = (), on: date
) -> str | None:
    """The sentence that says it is closed and who can open it again; None while it is open. One query."""
    found = closings_over([programme_id], period, area_ids=area_ids, on=on)
    return closed_words(found[0]) if found else None


def closed_words(closing: Closing) -> str:
    """ "Kỳ quý I/2026 đã khóa ngày 10/04/2026. UBND xã Lam Sơn mở lại được, có ghi lý do." """
    day = clock.day_of(closing.closed_at)
    return (
        f"Số liệu kỳ {closing.period.label} đã khóa ngày {day:%d/%m/%Y}."
        f" Cần sửa thì đề nghị {closing.lead} mở lại kỳ (trang “Các kỳ số liệu”, có ghi lý do)."
    )
