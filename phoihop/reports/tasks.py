"""Background work of reports."""

from procrastinate.contrib.django import app

from phoihop.core import clock
from phoihop.reports.actions import reminding
from phoihop.reports.reminders.forgetting import forget_reminders


@app.periodic(cron="*/10 * * * *")
@app.task(name="reports.remind", queueing_lock="reports.remind", lock="reports.remind")
def remind(timestamp: int) -> None:
    """Every ten minutes: those whose hour has come, also those a stopped worker missed."""
    reminding.remind(at=clock.now())


@app.periodic(cron="55 1 * * *")
@app.task(name="reports.forget_old_reminders", queueing_lock="reports.forget_old_reminders")
def forget_old_reminders(timestamp: int) -> None:
    """Each night: reminders older than the installation keeps them, of which nothing can come again."""
    forget_reminders(at=clock.now())
