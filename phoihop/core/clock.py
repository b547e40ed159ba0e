"""The one clock. Everything below the views takes the time as an argument."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """This instant, aware."""
    return timezone.now()


def today() -> date:
    """Today in Vietnam."""
    return timezone.localdate()


def day_of(at: datetime) -> date:
    """The day in Vietnam of an instant."""
    return timezone.localdate(at)
