"""Background work of accounts: messages on their way out."""

from procrastinate.contrib.django import app

from phoihop.accounts import deliveries
from phoihop.core import clock


@app.periodic(cron="* * * * *")
@app.task(name="accounts.send_waiting", queueing_lock="accounts.send_waiting")
def send_waiting(timestamp: int) -> None:
    """Each minute: what waits and is due. Also what a killed worker had begun."""
    deliveries.send_waiting(at=clock.now())
