"""Reports among peers: one report goes to all others, each takes note for itself."""

from datetime import date

import pytest

from phoihop.organisations.models import BodyKind
from phoihop.programmes.models.facts import Frequency
from phoihop.reports import actions
from phoihop.reports.content import ReportInput
from phoihop.reports.models import Obligation
from phoihop.reports.queries.mutual import mutual_board, mutual_duties
from tests.programmes import factories as programmes
from tests.reports.factories import BEFORE, IN_TIME, YEAR

pytestmark = pytest.mark.django_db


def peers():
    """Three parties, each owing the others a monthly report."""
    area = programmes.place("Lam Sơn")
    kinds = (BodyKind.PEOPLES_COMMITTEE, BodyKind.FRONT_COMMITTEE, BodyKind.WOMENS_UNION)
    bodies = [programmes.body(kind, area, name=f"Bên {n}") for n, kind in enumerate(kinds)]
    edition = programmes.edition(lead=bodies[0], parties=bodies)
    duty = programmes.duty(
        programmes.clause(edition, "III"), owes=bodies, takes_note=bodies, frequency=Frequency.MONTHLY
    )
    programmes.in_force(edition)
    edition.refresh_from_db()
    actions.make_obligations(edition=edition, **YEAR, by=programmes.member(bodies[0]), at=BEFORE)
    return bodies, edition, duty


def sent(body, duty, *, month=2):
    row = Obligation.objects.get(duty=duty, body=body, period_start=date(2026, month, 1))
    by = programmes.member(body)
    report = actions.open_report(obligation=row, by=by, at=IN_TIME)
    content = ReportInput(overview="Tình hình ổn định.")
    actions.save_report(report=report, content=content, version=report.version, by=by, at=IN_TIME)
    actions.submit(report=report, by=by, at=IN_TIME)
    return report


def test_each_owes_all_others_and_none_itself():
    bodies, _, duty = peers()
    for body in bodies:
        row = Obligation.objects.get(duty=duty, body=body, period_start=date(2026, 2, 1))
        assert {r.body_id for r in row.recipients.all()} == {b.pk for b in bodies} - {body.pk}
        assert not any(r.reviews for r in row.recipients.all())


def test_the_board_says_who_sent_and_who_took_note():
    bodies, edition, duty = peers()
    report = sent(bodies[1], duty)
    reader = programmes.member(bodies[0])
    actions.note(report=report, by=reader, at=IN_TIME)
    assert mutual_duties(edition.programme) == [(duty.pk, duty.name)]
    board = mutual_board(duty, reader, start=date(2026, 2, 1), today=date(2026, 3, 11))
    assert (board.sent, board.noted, board.expected) == (1, 1, 6)
    states = [[receipt and receipt.state for receipt in row.receipts] for row in board.rows]
    assert states == [
        [None, "chưa gửi", "chưa gửi"],
        ["đã tiếp nhận", None, "chờ tiếp nhận"],
        ["chưa gửi", "chưa gửi", None],
    ]
    actions.note(report=report, by=programmes.member(bodies[2]), at=IN_TIME)
    report.refresh_from_db()
    assert report.status == "noted"


def test_without_a_period_named_the_last_one_begun_is_shown():
    bodies, _, duty = peers()
    board = mutual_board(duty, programmes.member(bodies[0]), start=None, today=date(2026, 5, 20))
    assert board.period is not None
    assert board.period.label == "tháng 05/2026"
