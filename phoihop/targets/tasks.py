"""Background work on totals: folded and made anew each minute, held against the figures each night."""

from procrastinate.contrib.django import app

from phoihop.core import clock
from phoihop.targets.actions import checking, remaking


@app.periodic(cron="* * * * *")
@app.task(
    name="targets.keep_summaries", queueing_lock="targets.keep_summaries", lock="targets.keep_summaries"
)
def keep_summaries(timestamp: int) -> None:
    """Each minute: what is no longer up to date is made anew, and what acts appended is folded."""
    remaking.remake_stale()
    remaking.fold()


@app.periodic(cron="10 2 * * *")
@app.task(
    name="targets.check_summaries", queueing_lock="targets.check_summaries", lock="targets.check_summaries"
)
def check_summaries(timestamp: int) -> None:
    """Each night."""
    checking.check_summaries(at=clock.now())
