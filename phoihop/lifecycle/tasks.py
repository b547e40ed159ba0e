"""Background work of lifecycle: ids and days in, the rest in actions."""

from procrastinate.contrib.django import app

from phoihop.core import clock
from phoihop.lifecycle import actions


@app.periodic(cron="*/10 * * * *")
@app.task(
    name="lifecycle.begin_due_amendments",
    queueing_lock="lifecycle.begin_due_amendments",
    lock="lifecycle.begin_due_amendments",
)
def begin_due_amendments(timestamp: int) -> None:
    """Every ten minutes: amendments whose effective day has come, also those a stopped worker missed."""
    actions.begin_due_amendments(at=clock.now())
