"""The working calendar as data: what a pasted list says, what a change moves, and back again."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Conflict, Refused
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import DutyRule
from phoihop.reports import actions
from phoihop.reports.actions.calendar_changes import preview_days, undo_days, write_days
from phoihop.reports.calculations.calendar_lines import DayLine, lines_of, text_of
from phoihop.reports.models import CalendarDay, Obligation
from tests.programmes import factories as programmes
from tests.reports.factories import BEFORE, IN_TIME, YEAR, world

pytestmark = pytest.mark.django_db
SWAP = [
    DayLine(date(2026, 6, 19), "holiday", "Nghỉ hoán đổi", "Thông báo 01"),
    DayLine(date(2026, 6, 20), "working", "Làm bù", "Thông báo 01"),
]
TODAY = date(2026, 2, 5)


def shifting_world(shift="next"):
    """As `world`, with deadlines that move off days not worked."""
    CalendarDay.objects.all().delete()
    w = world()
    DutyRule.objects.filter(pk=w.duty.pk).update(shift=shift)
    Obligation.objects.all().delete()
    actions.make_obligations(edition=w.edition, **YEAR, by=w.officer(w.committee), at=BEFORE)
    return w


def operator():
    body = programmes.body(BodyKind.OPERATOR, programmes.place("Cả nước"), name="Đơn vị vận hành hệ thống")
    return programmes.member(body, "administrator")


def test_a_pasted_list_is_read_in_either_form_of_days():
    text = (
        "Ngày; Loại; Tên; Nguồn\n30/04/2027; nghỉ; Ngày Chiến thắng; Điều 112\n"
        "2027-05-08,working,Làm bù,TB 02, mục 1"
    )
    lines, problems = lines_of(text)
    assert problems == []
    assert [(line.day, line.kind) for line in lines] == [
        (date(2027, 4, 30), "holiday"), (date(2027, 5, 8), "working"),
    ]  # fmt: skip
    assert lines[1].source == "TB 02, mục 1"
    assert lines_of(text_of(lines))[0] == lines


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("31/02/2027; nghỉ; Tên; Nguồn", "không phải là ngày"),
        ("30/04/2027; đi chơi; Tên; Nguồn", "loại “đi chơi”"),
        ("30/04/2027; nghỉ; Tên", "cần đủ"),
        ("30/04/2027; nghỉ; Tên; ", "cần đủ"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(row, words):
    lines, problems = lines_of(f"01/05/2027; nghỉ; Ngày Quốc tế lao động; Điều 112\n{row}")
    assert len(lines) == 1
    assert problems[0].startswith("Dòng 2: ")
    assert words in problems[0]


def test_the_preview_says_how_many_due_days_would_move_and_writes_nothing():
    shifting_world()
    preview = preview_days(SWAP, today=TODAY)
    assert preview.count == 2
    assert [(s.before, s.after, s.count) for s in preview.shifts] == [
        (date(2026, 6, 19), date(2026, 6, 20), 2)
    ]
    assert CalendarDay.objects.count() == 0


def test_due_days_to_come_move_and_come_back_on_undo():
    w = shifting_world()
    by = operator()
    change = write_days(lines=SWAP, by=by, at=BEFORE)
    assert change.moved == 2
    assert w.obligation(quarter=2).due_on == date(2026, 6, 20)
    undo_days(change=change, by=by, at=IN_TIME)
    assert w.obligation(quarter=2).due_on == date(2026, 6, 19)
    assert CalendarDay.objects.count() == 0
    with pytest.raises(Conflict):
        undo_days(change=change, by=by, at=IN_TIME)


def test_a_report_begun_and_one_extended_keep_what_was_given_to_them():
    w = shifting_world()
    in_may = BEFORE.replace(month=5)
    actions.open_report(obligation=w.obligation(quarter=2), by=w.officer(), at=in_may)
    front = w.obligation(w.front, quarter=2)
    Obligation.objects.filter(pk=front.pk).update(first_due_on=front.due_on, due_on=date(2026, 6, 26))
    write_days(lines=SWAP, by=operator(), at=in_may)
    assert w.obligation(quarter=2).due_on == date(2026, 6, 19)
    front.refresh_from_db()
    assert (front.first_due_on, front.due_on) == (date(2026, 6, 20), date(2026, 6, 26))


def test_a_rule_without_shift_stays():
    shifting_world("none")
    assert preview_days(SWAP, today=TODAY).count == 0


def test_nothing_new_is_refused_and_a_day_written_over_is_not_undone():
    shifting_world()
    by = operator()
    change = write_days(lines=SWAP, by=by, at=BEFORE)
    with pytest.raises(Refused):
        write_days(lines=SWAP, by=by, at=BEFORE)
    write_days(lines=[DayLine(date(2026, 6, 19), "")], by=by, at=BEFORE)
    with pytest.raises(Refused):
        undo_days(change=change, by=by, at=BEFORE)


def test_only_who_operates_the_system_writes():
    w = shifting_world()
    for member in (w.officer(w.committee), programmes.member(w.committee, "administrator")):
        with pytest.raises(PermissionDenied):
            write_days(lines=SWAP, by=member, at=BEFORE)


def test_the_number_of_queries_does_not_grow_with_obligations(django_assert_num_queries):
    w = shifting_world()
    with django_assert_num_queries(3):
        preview_days(SWAP, today=TODAY)
    for number in range(5):
        body = programmes.body(BodyKind.FARMERS_UNION, w.committee.area, name=f"Hội {number}")
        w.duty.parties.create(body=body, side="owes")
    actions.make_obligations(edition=w.edition, **YEAR, by=w.officer(w.committee), at=BEFORE)
    with django_assert_num_queries(3):
        assert preview_days(SWAP, today=TODAY).count == 7
