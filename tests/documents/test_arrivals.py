"""The book of arrivals: numbers, late days, mending, passing on, reading."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from phoihop.core.errors import Conflict, Refused
from phoihop.documents import actions, queries
from phoihop.documents.content import IncomingContent
from phoihop.documents.models import IncomingEntry, ReadReceipt
from phoihop.organisations.models import Body, BodyKind
from tests.accounts import factories

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
PAPER = IncomingContent(
    arrived_on=date(2026, 3, 2), sender="Tỉnh ủy", number_text="15-CV/TU", abstract="Về công tác dân vận",
    issued_on=date(2026, 2, 27),
)  # fmt: skip


@pytest.fixture
def front(db: None) -> Body:
    return factories.body(BodyKind.FRONT_COMMITTEE)


def _clerk(body: Body):
    return factories.member(body=body, role="clerk")


def _entered(body: Body, clerk, content: IncomingContent = PAPER) -> IncomingEntry:
    return actions.enter_incoming(body=body, content=content, by=clerk, at=AT)


def _open(body: Body, clerk, first: int = 513) -> None:
    actions.open_incoming_register(body=body, year=2026, first_number=first, by=clerk, at=AT)


def test_arrivals_go_on_from_the_paper_book(front) -> None:
    clerk = _clerk(front)
    with pytest.raises(Refused, match="Chưa mở sổ văn bản đến"):
        _entered(front, clerk)
    _open(front, clerk)
    with pytest.raises(Refused, match="đã mở"):
        _open(front, clerk)
    assert [_entered(front, clerk).number for _ in range(2)] == [513, 514]


def test_a_late_day_of_arrival_is_allowed_one_to_come_is_not(front) -> None:
    clerk = _clerk(front)
    _open(front, clerk)
    late = replace(PAPER, arrived_on=date(2026, 2, 28))
    assert _entered(front, clerk, late).arrived_on == date(2026, 2, 28)
    with pytest.raises(Refused, match="sau hôm nay"):
        _entered(front, clerk, replace(PAPER, arrived_on=date(2026, 3, 3)))


def test_where_there_is_no_clerk_an_officer_files_and_else_only_the_clerk(front) -> None:
    officer = factories.member(body=front)
    _open(front, officer)
    _clerk(front)
    for other in (officer, factories.member(body=front, role="viewer"), factories.member(role="clerk")):
        with pytest.raises(PermissionDenied):
            _entered(front, other)


def test_the_same_paper_is_noticed(front) -> None:
    clerk = _clerk(front)
    _open(front, clerk)
    first = _entered(front, clerk)
    asked = {"body_id": front.pk, "sender": "tỉnh ủy", "number_text": "15-CV/TU"}
    assert queries.same_arrivals(**asked, issued_on=PAPER.issued_on) == [first]
    assert queries.same_arrivals(**asked, issued_on=date(2025, 2, 27)) == []
    assert queries.same_arrivals(**asked, issued_on=PAPER.issued_on, but=first.pk) == []


def test_a_row_is_mended_but_neither_deleted_nor_renumbered(front) -> None:
    clerk = _clerk(front)
    _open(front, clerk)
    entry = _entered(front, clerk)
    mend = {"entry": entry, "reason": "Nhầm số", "by": clerk, "at": AT}
    row = actions.correct_incoming(**mend, content=replace(PAPER, number_text="51-CV/TU"), version=1)
    assert row.corrections.get().changes == [
        {"field": "số, ký hiệu văn bản", "before": "15-CV/TU", "after": "51-CV/TU"}
    ]
    with pytest.raises(Conflict):
        actions.correct_incoming(**mend, content=PAPER, version=1)
    with pytest.raises(IntegrityError, match="not deleted"), transaction.atomic():
        IncomingEntry.objects.filter(pk=entry.pk).delete()
    with pytest.raises(IntegrityError, match="not rewritten"), transaction.atomic():
        IncomingEntry.objects.filter(pk=entry.pk).update(number=1)


def test_an_arrival_is_passed_on_read_and_then_not_taken_back(front) -> None:
    clerk, reader, unread = _clerk(front), factories.member(body=front), factories.member(body=front)
    board = factories.body(BodyKind.DEPARTMENT, parent=front)
    stranger = factories.member()
    _open(front, clerk)
    entry = _entered(front, clerk)
    people = [reader.person_id, unread.person_id, stranger.person_id]
    to = {"entry": entry, "body_ids": [board.pk], "person_ids": people, "note": "Đọc", "by": clerk, "at": AT}
    assert (actions.forward(**to), actions.forward(**to)) == (3, 0)
    inside = factories.member(body=board)
    assert IncomingEntry.objects.visible_to(inside).get() == entry
    assert not IncomingEntry.objects.visible_to(stranger).exists()
    with pytest.raises(PermissionDenied):
        actions.acknowledge(entry=entry, by=stranger, at=AT)
    actions.acknowledge(entry=entry, by=reader, at=AT)
    lines = queries.forwarding_lines(entry, today=date(2026, 3, 2))
    assert [bool(line.read) for line in lines] == [False, True, False]
    read, not_read = (entry.forwardings.get(person_id=m.person_id) for m in (reader, unread))
    with pytest.raises(Refused, match="đã đọc"):
        actions.take_back_forwarding(forwarding=read, by=clerk, at=AT)
    actions.take_back_forwarding(forwarding=not_read, by=clerk, at=AT)
    with pytest.raises(Refused, match="từ trước"):
        actions.take_back_forwarding(forwarding=not_read, by=clerk, at=AT)


@pytest.mark.django_db(transaction=True)
def test_reading_said_five_times_at_once_is_one_receipt() -> None:
    front = factories.body(BodyKind.FRONT_COMMITTEE)
    clerk, reader = _clerk(front), factories.member(body=front, role="leader")
    _open(front, clerk)
    entry = _entered(front, clerk)

    def read(_: int) -> None:
        try:
            actions.acknowledge(entry=entry, by=reader, at=AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=5) as pool:
        list(pool.map(read, range(5)))
    assert ReadReceipt.objects.count() == 1
