"""What is left to the worker. Queued in the caller's transaction: there exactly when the rows are."""

from collections.abc import Iterable

from procrastinate.contrib.django import app

OPEN, PAGE, JOIN = "drafting.open_paper", "drafting.read_page", "drafting.join_pages"
QUEUE = "reading"


def queue_opening(reading_id: int) -> None:
    """Have the files of a paper opened."""
    app.configure_task(OPEN, queue=QUEUE).defer(reading_id=reading_id)


def queue_pages(reading_id: int, numbers: Iterable[int]) -> None:
    """Have these pages recognised. Early pages of any paper come before late pages of another.

    So a letter put in behind a book does not wait for the whole book.
    """
    for number in numbers:
        app.configure_task(PAGE, queue=QUEUE, priority=-number).defer(reading_id=reading_id, number=number)


def queue_joining(reading_id: int) -> None:
    """Have the recognised pages of a paper joined and read."""
    app.configure_task(JOIN, queue=QUEUE).defer(reading_id=reading_id)
