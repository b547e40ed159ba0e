"""Background work of reports."""

from procrastinate.contrib.django import app

from phoihop.core import clock
from phoihop.reports.actions import reminding


@app.periodic(cron="*/10 * * * *")
@app.task(name="reports.remind", queueing_lock="reports.remind", lock="reports.remind")
def remind(timestamp: int) -> None:
    """Every ten minutes: those whose hour has come, also those a stopped worker missed."""
    reminding.remind(at=clock.now())
