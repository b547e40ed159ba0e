"""Background work of lifecycle: ids and days in, the rest in actions."""

from procrastinate.contrib.django import app

from phoihop.core import clock
from phoihop.lifecycle import actions
from phoihop.lifecycle.actions.further import lay_out_further


@app.periodic(cron="*/10 * * * *")
@app.task(
    name="lifecycle.begin_due_amendments",
    queueing_lock="lifecycle.begin_due_amendments",
    lock="lifecycle.begin_due_amendments",
)
def begin_due_amendments(timestamp: int) -> None:
    """Every ten minutes: amendments whose effective day has come, also those a stopped worker missed."""
    actions.begin_due_amendments(at=clock.now())


@app.periodic(cron="20 1 * * *")
@app.task(
    name="lifecycle.lay_out_further",
    queueing_lock="lifecycle.lay_out_further",
    lock="lifecycle.lay_out_further",
)
def lay_out_further_periods(timestamp: int) -> None:
    """Each night: programmes without a printed end get the reports and tasks of their next periods."""
    lay_out_further(at=clock.now())
