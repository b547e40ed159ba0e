"""Two people at the same moment on the editions of one programme, each on a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from phoihop.core.errors import Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.lifecycle import actions
from phoihop.programmes.content import SignatureContent
from phoihop.programmes.models import Edition
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.models import Obligation
from tests.lifecycle.amendments import AMENDED, at, started, terms, world

pytestmark = pytest.mark.django_db(transaction=True)


def both(*acts: Callable[[], str]) -> list[object]:
    """Run both at once; what each gave, or the refusal it met."""
    start = Barrier(2)

    def run(act: Callable[[], str]) -> object:
        try:
            start.wait(timeout=10)
            return act()
        except (Refused, MoveNotAllowed) as refused:
            return type(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(run, acts))


def test_of_two_amendments_started_at_once_one_wins() -> None:
    w = world()
    people = [w.member(), w.member(w.front)]

    def start(number: int) -> str:
        actions.start_amendment(programme=w.programme, terms=terms(), by=people[number], at=at(AMENDED))
        return "started"

    assert sorted(both(lambda: start(0), lambda: start(1)), key=str) == [Refused, "started"]
    assert Edition.objects.filter(programme=w.programme).count() == 2


def test_signing_the_last_time_while_the_edition_is_withdrawn_leaves_one_outcome() -> None:
    w = world()
    row = actions.open_for_signature(edition=started(w), by=w.member(), at=at(AMENDED))
    first, last = row.parties.select_related("body").order_by("order")
    leaders = {party.pk: w.member(party.body, "leader") for party in (first, last)}

    def sign(party: object) -> str:
        content = SignatureContent(party.body_id, position="CHỦ TỊCH", signed_on=AMENDED)
        actions.sign(edition=row, party=party, content=content, by=leaders[party.pk], at=at(AMENDED))
        return "signed"

    def withdraw() -> str:
        actions.withdraw_edition(
            edition=w.first, on=AMENDED, document="QĐ 12", reason="Sai", by=lead, at=at(AMENDED)
        )
        return "withdrawn"

    lead = w.member()
    sign(first)
    results = both(lambda: sign(last), withdraw)
    statuses = dict(Edition.objects.filter(programme=w.programme).values_list("sequence", "status"))
    assert results in (["signed", Refused], ["signed", MoveNotAllowed])
    assert statuses == {1: EditionStatus.SUPERSEDED, 2: EditionStatus.IN_FORCE}


def test_two_workers_bring_one_amendment_in_once() -> None:
    w = world()
    row = started(w)
    row.refresh_from_db()
    actions.record_signed(
        edition=row, number_text="09", in_force_from=AMENDED.replace(month=10), signatures=[], by=w.member(),
        at=at(AMENDED),
    )  # fmt: skip
    later = at(AMENDED.replace(month=11))

    def begin() -> str:
        actions.begin_due_amendments(at=later)
        return "ran"

    assert both(begin, begin) == ["ran", "ran"]
    assert Obligation.objects.count() == 8
    assert row.decisions.filter(verb="synchronise").count() == 1


def test_of_two_who_take_a_recording_back_at_once_one_does() -> None:
    w = world()

    def undo() -> str:
        actions.undo_record(edition=w.first, reason="Ghi nhầm ngày", by=w.member(), at=at(AMENDED))
        return "undone"

    done = both(undo, undo)
    assert done.count("undone") == 1
    assert Edition.objects.filter(programme=w.programme, status=EditionStatus.DRAFT).count() == 1
