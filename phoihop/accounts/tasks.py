"""Background work of accounts: messages on their way out, sessions that ended."""

from procrastinate.contrib.django import app

from phoihop.accounts import deliveries
from phoihop.accounts.forgetting import forget_messages
from phoihop.accounts.sessions import SessionStore
from phoihop.core import clock


@app.periodic(cron="* * * * *")
@app.task(name="accounts.send_waiting", queueing_lock="accounts.send_waiting")
def send_waiting(timestamp: int) -> None:
    """Each minute: what waits and is due. Also what a killed worker had begun."""
    deliveries.send_waiting(at=clock.now())


@app.periodic(cron="40 1 * * *")
@app.task(name="accounts.forget_ended_sessions", queueing_lock="accounts.forget_ended_sessions")
def forget_ended_sessions(timestamp: int) -> None:
    """Each night: sessions nobody can go on with."""
    SessionStore.clear_expired()


@app.periodic(cron="50 1 * * *")
@app.task(name="accounts.forget_old_messages", queueing_lock="accounts.forget_old_messages")
def forget_old_messages(timestamp: int) -> None:
    """Each night: messages older than the installation keeps them."""
    forget_messages(at=clock.now())
