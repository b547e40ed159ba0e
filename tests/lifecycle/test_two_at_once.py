"""Two people at the same moment, each on a connection of their own: nothing lost, nothing twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.lifecycle import actions
from phoihop.lifecycle.actions.reviewing import Words
from phoihop.lifecycle.models import Comment, Consultation, ProgrammeSuccession, Review, ReviewKind
from phoihop.plans.models import Task
from phoihop.programmes.models import Heir
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.models import Obligation
from tests.lifecycle.test_consulting import Talks
from tests.lifecycle.test_reviewing import END, TWO_YEARS, World
from tests.lifecycle.test_succeeding import Outcome, Running
from tests.programmes import factories

pytestmark = pytest.mark.django_db(transaction=True)


def both(*acts: Callable[[], Any]) -> list[Any]:
    """Run the acts at once; what each gave, or the exception it met."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            start.wait(timeout=10)
            return act()
        except (Conflict, MoveNotAllowed, Refused) as refused:
            return type(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_who_open_a_round_open_one() -> None:
    talks = Talks()
    found = both(talks.opened, talks.opened)
    assert Refused in found
    assert Consultation.objects.count() == 1


def test_comments_of_two_parties_are_both_kept() -> None:
    talks = Talks()
    given = talks.opened()
    both(lambda: talks.comment(given), lambda: talks.comment(given, by=talks.women))
    assert {row.body_id for row in Comment.objects.all()} == {talks.front.body_id, talks.women.body_id}


def test_a_comment_answered_twice_at_once_has_one_answer() -> None:
    talks = Talks()
    said = talks.comment(talks.opened())
    found = both(
        lambda: talks.answer(said, "accept").status,
        lambda: talks.answer(said, "refuse", reply="Đã có ở mục khác").status,
    )
    assert Conflict in found
    said.refresh_from_db()
    assert [said.status] == [answer for answer in found if answer is not Conflict]


def test_nothing_is_said_in_a_round_that_closes_meanwhile() -> None:
    talks = Talks()
    given = talks.opened()
    found = both(
        lambda: talks.comment(given),
        lambda: actions.close_consultation(consultation=given, by=talks.lead, at=clock.now()),
    )
    given.refresh_from_db()
    if given.closed_at is None:
        assert Comment.objects.count() == 1
    else:
        assert found[0] is Refused
        assert not Comment.objects.exists()


def test_two_handovers_of_one_programme_leave_one() -> None:
    running = Running()
    found = both(
        lambda: running.succeed(Outcome.SPLIT, by=factories.member(running.new_lead)),
        lambda: running.succeed(Outcome.TRANSFERRED, by=factories.member(running.new_lead)),
    )
    assert Refused in found
    row = ProgrammeSuccession.objects.get()
    assert Heir.objects.filter(body=running.front).count() == (2 if row.outcome == Outcome.SPLIT else 1)
    keys = list(Obligation.objects.values_list("duty", "body", "period_start"))
    assert len(keys) == len(set(keys))


def test_closing_and_handing_over_at_once_leave_one_outcome() -> None:
    running = Running()
    by = factories.member(running.new_lead)
    both(lambda: running.succeed(Outcome.CLOSED, by=by), lambda: running.succeed(Outcome.TRANSFERRED, by=by))
    row = ProgrammeSuccession.objects.get()
    running.edition.refresh_from_db()
    assert (running.edition.status == EditionStatus.ENDED) == (row.outcome == Outcome.CLOSED)
    assert Heir.objects.exists() == (row.outcome == Outcome.TRANSFERRED)


def test_publishing_and_undoing_at_once_do_only_one() -> None:
    running = Running()
    row = running.succeed(Outcome.TRANSFERRED)
    by = factories.member(running.new_lead)
    both(
        lambda: actions.publish_succession(row=row, by=by, at=clock.now()),
        lambda: actions.undo_succession(row=row, reason="Ghi nhầm", by=by, at=clock.now()),
    )
    row.refresh_from_db()
    assert (row.published_at is None) != (row.undone_at is None)
    of_heirs = Task.objects.filter(body=running.new_front).exists()
    assert of_heirs == (row.published_at is not None)


def test_a_review_begun_and_written_by_two_is_one_and_loses_nothing() -> None:
    world = World()
    both(world.review, world.review)
    review = Review.objects.get(kind=ReviewKind.FINAL)

    def write(words: str) -> str:
        actions.write_review(
            review=review, words=Words(overview=words), said={}, version=1, by=world.by, at=END
        )
        return words

    found = both(lambda: write("Bản một"), lambda: write("Bản hai"))
    assert Conflict in found
    review.refresh_from_db()
    assert review.overview in found
    assert TWO_YEARS.end == review.period_end
