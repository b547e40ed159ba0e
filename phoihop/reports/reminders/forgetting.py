"""Who was reminded of what long ago leaves the database, as soon as nothing asks for it any more."""

from datetime import datetime, timedelta

from phoihop.accounts.forgetting import forget, kept_since
from phoihop.core import clock
from phoihop.reports.models import Reminder
from phoihop.reports.reminders.rules import rules


def forget_reminders(*, at: datetime) -> int:
    """Old rows of things whose last step of any rule has gone by, and how many they were.

    Until then a row says that its step was told, however old it is: nobody may hear the same twice.
    """
    over = clock.day_of(at) - timedelta(days=rules().last)
    return forget(Reminder.objects.filter(at__lt=kept_since(at), due_on__lt=over))
