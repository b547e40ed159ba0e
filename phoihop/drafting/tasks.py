"""Background work on papers put in. A task takes ids, and may be run again."""

import logging
from collections.abc import Callable

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from phoihop.core import clock
from phoihop.drafting.actions import watching, working
from phoihop.drafting.actions.jobs import JOIN, OPEN, PAGE, QUEUE

logger = logging.getLogger(__name__)

TRIES = 3
_AGAIN = RetryStrategy(max_attempts=TRIES, wait=5)


@app.task(name=OPEN, queue=QUEUE, retry=_AGAIN, pass_context=True)
def open_paper(context: JobContext, reading_id: int) -> None:
    _work(context, reading_id, lambda: working.open_paper(reading_id=reading_id, at=clock.now()))


@app.task(name=PAGE, queue=QUEUE, retry=_AGAIN, pass_context=True)
def read_page(context: JobContext, reading_id: int, number: int) -> None:
    _work(
        context, reading_id, lambda: working.read_page(reading_id=reading_id, number=number, at=clock.now())
    )


@app.task(name=JOIN, queue=QUEUE, retry=_AGAIN, pass_context=True)
def join_pages(context: JobContext, reading_id: int) -> None:
    _work(context, reading_id, lambda: working.join_pages(reading_id=reading_id, at=clock.now()))


@app.periodic(cron="* * * * *")
@app.task(name="drafting.go_on", queueing_lock="drafting.go_on", lock="drafting.go_on")
def go_on(timestamp: int) -> None:
    """Each minute: papers scanned for viruses meanwhile, and readings a lost worker left behind."""
    watching.release_scanned(at=clock.now())
    watching.take_up_forgotten()


def _work(context: JobContext, reading_id: int, act: Callable[[], None]) -> None:
    """An error of our own is tried again; the last time it becomes a sentence on the page of the paper."""
    try:
        act()
    except Exception:
        if context.job.attempts < TRIES:
            raise
        logger.exception("reading %s was given up", reading_id)
        working.give_up(reading_id=reading_id, at=clock.now())
