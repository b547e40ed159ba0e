"""Many figures in one act: the checks of one at a time, all or nothing, queries that do not grow."""

import threading
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from phoihop.core.periods import Period
from phoihop.targets import actions
from phoihop.targets.actions.closing import close_period
from phoihop.targets.actions.entering import Confirmed, RowsRefused, record_many
from phoihop.targets.content import Amount
from phoihop.targets.entries import FigureRow, packed, unpacked
from phoihop.targets.models import Figure
from phoihop.targets.statuses import FigureState
from tests.programmes import factories as programmes
from tests.targets import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def targets(draft):
    made = [factories.target(draft, spec=factories.spec(f"chỉ tiêu {n}")) for n in range(3)]
    programmes.in_force(draft)
    return made


@pytest.fixture
def bodies(draft):
    return [party.body for party in draft.parties.order_by("order")]


def row(target, body, number=8, *, seen=None, note="", state=FigureState.REPORTED):
    numerator = None if number is None else Decimal(str(number))
    return FigureRow(target.pk, body.pk, body.area_id, Amount(state, numerator), note=note, seen=seen)


def keep(rows, by, *, reason="", period=factories.FIRST_QUARTER, **more):
    return record_many(
        rows=rows, period=period, reason=reason, origin="entering", origin_id=1, by=by, at=factories.AT,
        **more,
    )  # fmt: skip


def test_new_figures_and_corrections_are_kept_in_one_act(targets, bodies):
    lead = programmes.member(bodies[0])
    first = factories.figure(targets[0], bodies[1], 5)
    ids = keep(
        [row(targets[0], bodies[1], 7, seen=first.pk), row(targets[1], bodies[2], 0, state=FigureState.ZERO)],
        lead, reason="đếm lại",
    )  # fmt: skip
    corrected, new = (Figure.objects.get(pk=pk) for pk in ids)
    assert (corrected.corrects_id, corrected.note, corrected.numerator) == (first.pk, "đếm lại", 7)
    assert (new.state, new.recorded_for_id, new.origin_id) == ("zero", bodies[0].pk, 1)


def test_nothing_is_kept_while_one_row_is_wrong_and_each_row_is_told(targets, bodies):
    rows = [
        row(targets[0], bodies[0], 8),
        row(targets[1], bodies[0], "2.5"),
        row(targets[2], bodies[0], None, state=FigureState.MISSING),
        row(targets[2], programmes.body(), 1),
    ]
    with pytest.raises(RowsRefused) as told:
        keep(rows, programmes.member(bodies[0]))
    words = {place: problem.words for place, problem in told.value.problems.items()}
    assert words.keys() == {1, 2, 3}
    assert "số nguyên" in words[1]
    assert "lý do" in words[2]
    assert "không tham gia" in words[3]
    assert not Figure.objects.exists()


def test_another_body_s_rows_are_refused_and_the_lead_enters_for_all(targets, bodies):
    with pytest.raises(RowsRefused, match="không nhập số liệu cho tổ chức này"):
        keep([row(targets[0], bodies[0])], programmes.member(bodies[1]))
    assert len(keep([row(targets[0], body) for body in bodies], programmes.member(bodies[0]))) == 3


def test_a_number_somebody_changed_meanwhile_is_a_conflict(targets, bodies):
    lead = programmes.member(bodies[0])
    first = factories.figure(targets[0], bodies[1], 5)
    with pytest.raises(RowsRefused) as told:
        keep([row(targets[0], bodies[1], 7)], lead)
    assert told.value.problems[0].is_conflict
    actions.correct_figure(
        figure=first, state=FigureState.REPORTED, numerator=Decimal(6), reason="sai", by=lead, at=factories.AT
    )
    with pytest.raises(RowsRefused) as told:
        keep([row(targets[0], bodies[1], 7, seen=first.pk)], lead, reason="đếm lại")
    assert told.value.problems[0].is_conflict


def test_a_correction_needs_a_reason_and_the_same_figure_stands_once(targets, bodies):
    lead = programmes.member(bodies[0])
    first = factories.figure(targets[0], bodies[1], 5)
    with pytest.raises(RowsRefused, match="lý do sửa"):
        keep([row(targets[0], bodies[1], 7, seen=first.pk)], lead)
    with pytest.raises(RowsRefused, match="hai lần"):
        keep([row(targets[1], bodies[1]), row(targets[1], bodies[1], 9)], lead)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(date(2026, 7, 1), date(2026, 9, 30)), "chưa bắt đầu"),
        (Period(date(2025, 1, 1), date(2025, 3, 31)), "nằm ngoài thời gian"),
    ],
)
def test_a_period_outside_the_programme_is_refused(targets, bodies, period, words):
    with pytest.raises(RowsRefused, match=words):
        keep([row(targets[0], bodies[0])], programmes.member(bodies[0]), period=period)


def test_a_closed_period_is_refused_and_says_who_opens_it(targets, bodies):
    lead = programmes.member(bodies[0])
    close_period(
        programme=targets[0].edition.programme, period=factories.FIRST_QUARTER, by=lead, at=factories.AT
    )
    with pytest.raises(RowsRefused, match="đã khóa ngày 02/04/2026.*mở lại"):
        keep([row(targets[0], bodies[0])], lead)


def test_what_was_confirmed_stays_with_the_figure(targets, bodies):
    made = row(targets[0], bodies[0], 800)
    (pk,) = keep(
        [made], programmes.member(bodies[0]), confirmed={made.key: Confirmed("Cao hơn hẳn?", "đợt cao điểm")}
    )
    confirmation = Figure.objects.get(pk=pk).confirmation
    assert (confirmation.question, confirmation.note) == ("Cao hơn hẳn?", "đợt cao điểm")


def test_every_word_of_a_note_is_kept(targets, bodies):
    lead = programmes.member(bodies[0])
    notes = ["tab\tgiữa, hai\ndòng", "C:\\thư mục\\tệp", "\\N"]
    rows = [row(target, bodies[0], note=note) for target, note in zip(targets, notes, strict=True)]
    kept = Figure.objects.in_bulk(keep(rows, lead))
    assert [figure.note for figure in kept.values()] == notes


def test_the_queries_do_not_grow_with_the_rows(targets, bodies):
    lead = programmes.member(bodies[0])
    with CaptureQueriesContext(connection) as one:
        keep([row(targets[0], bodies[0])], lead)
    with CaptureQueriesContext(connection) as many:
        keep([row(target, body) for target in targets[1:] for body in bodies], lead)
    assert len(many) == len(one) <= 25


def test_a_row_comes_back_from_json_as_it_was():
    made = FigureRow(1, 2, 3, Amount(FigureState.ESTIMATED, Decimal("1234.5"), None), "ước", 9, "D4")
    assert unpacked(packed(made)) == made


@pytest.mark.django_db(transaction=True)
def test_a_grid_and_a_single_entry_at_once_leave_one_figure(targets, bodies):
    by = programmes.member(bodies[0])
    gate, said = threading.Barrier(2), []

    def run(act):
        try:
            gate.wait()
            act()
            said.append("done")
        except (RowsRefused, Exception) as error:  # noqa: BLE001 - its name is compared below
            said.append(type(error).__name__)
        finally:
            connection.close()

    acts = [
        lambda: keep([row(target, bodies[0]) for target in targets], by),
        lambda: factories.figure(targets[1], bodies[0], 9, by=by),
    ]
    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(said) in (["RowsRefused", "done"], ["Refused", "done"])
    assert Figure.objects.filter(target=targets[1]).count() == 1
