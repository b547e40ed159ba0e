"""The days of a programme."""

from datetime import date

from phoihop.core.periods import Period
from phoihop.programmes.models import Edition


def span_of(edition: Edition) -> Period:
    """The days of the programme; a blank stays open as far as dates go, counted from coming into force."""
    start = edition.period_start or edition.in_force_from or edition.issued_on
    if start is None:
        return Period(date.min, date.max)
    return Period(start, edition.period_end or date.max)


def edition_span(edition: Edition, on: date) -> Period:
    """The programme's days, with an open end closed by the end of the year of `on`."""
    span = span_of(edition)
    start = span.start if span.start != date.min else date(on.year, 1, 1)
    end = span.end if span.end != date.max else date(max(on.year, start.year), 12, 31)
    return Period(start, max(start, end))
