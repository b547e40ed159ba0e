"""Registration sheets: from the round opened to the result shown."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.accounts.models import Notice
from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.organisations.models import BodyKind, Level
from phoihop.plans import actions as tasks
from phoihop.plans.actions import rounds, sheets
from phoihop.plans.models import RegistrationItem, RegistrationRound, RegistrationSheet, Task
from phoihop.plans.queries.rounds import asked_groups, my_sheets, round_board
from phoihop.plans.queries.sheets import item_choices, round_rows, sheet_page
from phoihop.plans.registration import Asked, Placed, RoundContent, SheetState, shortfalls
from phoihop.plans.sources import FinishedTasks
from phoihop.plans.statuses import TaskKind
from tests.plans import factories
from tests.plans.factories import AT
from tests.plans.registering import DUE, TODAY, accepted, content, filled, opened, sheet_of, women_of
from tests.programmes import factories as programmes
from tests.targets import factories as targets


def test_a_round_asks_every_unit_once_and_tells_those_who_fill_in(edition):
    officer = programmes.member(women_of(edition))
    head = programmes.member(women_of(edition), role="area_head")
    row = opened(edition, note="Ghi rõ địa bàn")
    assert row.sheets.count() == 3
    said = Notice.objects.filter(person__in=[officer.person_id, head.person_id])
    assert [notice.text.endswith("hết ngày 30/04/2026. Ghi rõ địa bàn") for notice in said] == [True, True]
    with pytest.raises(Refused, match="đã mở"):
        opened(edition)
    lead = programmes.member(edition.programme.lead)
    assert rounds.ask_more(given=row, body_ids=[women_of(edition).pk], by=lead, at=AT) == 0


def test_only_the_lead_opens_a_round_of_a_programme_in_force(draft):
    with pytest.raises(Refused, match="hiệu lực"):
        opened(draft)
    edition = programmes.in_force(draft)
    by = programmes.member(women_of(edition))
    with pytest.raises(PermissionDenied):
        rounds.open_round(
            programme=edition.programme, content=RoundContent(2026, DUE), body_ids=[by.body_id], by=by, at=AT
        )
    with pytest.raises(Refused, match="hôm nay"):
        opened(edition, due_on=date(2026, 4, 1))


def test_the_groups_of_units_are_found_under_the_programme_s_place(edition):
    area = edition.programme.area
    village = programmes.place("Thôn Một", parent=area, level=Level.RESIDENTIAL_AREA)
    board = programmes.body(BodyKind.FRONT_WORK_BOARD, village)
    office = programmes.body(BodyKind.OFFICE, area, parent=edition.programme.lead)
    groups = asked_groups(edition.programme, on=TODAY)
    assert len(groups[Asked.PARTIES]) == 3
    assert groups[Asked.BOARDS] == [board.pk]
    assert groups[Asked.OFFICES] == [office.pk]


def test_units_of_a_province_are_its_communes_own_bodies_of_the_same_kinds(db):
    province = programmes.place("Tỉnh", level=Level.PROVINCE)
    commune = programmes.place("Xã", parent=province)
    lead = programmes.body(area=province)
    below, other = programmes.body(area=commune), programmes.body(BodyKind.POLICE, commune)
    edition = programmes.in_force(programmes.edition(lead=lead, parties=[lead]))
    groups = asked_groups(edition.programme, on=TODAY)
    assert below.pk in groups[Asked.UNDER]
    assert other.pk not in groups[Asked.UNDER]


def test_a_sheet_goes_from_draft_to_a_task_whose_result_it_shows(edition):
    officer = programmes.member(women_of(edition))
    sheet, by, lead = accepted(
        edition,
        kind=TaskKind.EVENT,
        quantity=Decimal(2),
        quantity_unit="km",
        starts_on=date(2026, 5, 1),
        area_id=edition.programme.area_id,
        person_id=officer.person_id,
    )
    task = Task.objects.get()
    assert (task.title, task.body_id, task.person_id) == (
        "Trồng 2 km đường hoa",
        sheet.body_id,
        officer.person_id,
    )
    assert (task.planned_quantity, task.planned_unit, task.starts_on) == (2, "km", date(2026, 5, 1))
    assert task.place
    line = sheet_page(sheet, lead, today=TODAY).items[0]
    assert (line.task_id, line.result) == (task.pk, "chưa làm")
    tasks.finish(
        task=task,
        outcome=factories.outcome(
            result="Xong hai thôn.", quantity=Decimal(2), quantity_unit="km", attendance=40
        ),
        by=by,
        at=AT,
    )
    line = sheet_page(sheet, lead, today=TODAY).items[0]
    assert line.result == "Xong hai thôn; 2 km; 40 lượt người (xong 18/03/2026)"
    assert Notice.objects.filter(person=officer.person_id, text__contains="đã tiếp nhận").exists()


def test_what_a_unit_may_not_write_is_refused(edition):
    sheet, by = filled(edition)
    stranger = programmes.member(programmes.body(BodyKind.YOUTH_UNION))
    foreign = programmes.edition()
    cases = [
        (content(edition, " "), "nội dung đăng ký"),
        (content(edition, starts_on=date(2026, 10, 1)), "bắt đầu"),
        (content(edition, quantity=Decimal(2)), "đơn vị tính"),
        (content(edition, clause_id=programmes.clause(foreign).pk), "không thuộc chương trình"),
        (content(edition, person_id=stranger.person_id), "không thuộc đơn vị"),
        (content(edition, area_id=10**9), "địa bàn"),
        (content(edition, target_id=10**9), "Chỉ tiêu"),
    ]
    for given, words in cases:
        with pytest.raises(Refused, match=words):
            sheets.add_item(sheet=sheet, content=given, by=by, at=AT)
    with pytest.raises(PermissionDenied):
        sheets.add_item(sheet=sheet, content=content(edition), by=stranger, at=AT)
    with pytest.raises(Conflict):
        sheets.add_item(sheet=sheet, content=content(edition), version=sheet.version - 1, by=by, at=AT)


def test_sending_is_undone_until_it_is_answered(edition):
    sheet, by = filled(edition)
    sent = sheets.send_sheet(sheet=sheet, version=sheet.version, by=by, at=AT)
    with pytest.raises(Refused, match="rút lại"):
        sheets.add_item(sheet=sent, content=content(edition), by=by, at=AT)
    back = sheets.take_back_sheet(sheet=sent, by=by, at=AT)
    again = sheets.send_sheet(sheet=back, version=back.version, by=by, at=AT)
    lead = programmes.member(edition.programme.lead)
    with pytest.raises(Refused, match="bổ sung"):
        sheets.return_sheet(sheet=again, note="", version=again.version, by=lead, at=AT)
    returned = sheets.return_sheet(sheet=again, note="Thiếu địa bàn", version=again.version, by=lead, at=AT)
    with pytest.raises(MoveNotAllowed):
        sheets.take_back_sheet(sheet=returned, by=by, at=AT)
    assert Notice.objects.filter(person=by.person_id, text__contains="Thiếu địa bàn").exists()


def test_an_empty_sheet_is_not_sent(edition):
    body = women_of(edition)
    sheet = sheet_of(opened(edition), body)
    with pytest.raises(Refused, match="chưa có nội dung"):
        sheets.send_sheet(sheet=sheet, version=1, by=programmes.member(body), at=AT)


def test_an_accepted_sheet_changes_with_a_reason_and_its_tasks_with_it(edition):
    sheet, by, lead = accepted(edition)
    with pytest.raises(Refused, match="lý do"):
        sheets.reopen_sheet(sheet=sheet, reason="", by=by, at=AT)
    row = sheets.reopen_sheet(sheet=sheet, reason="Đổi thời gian", by=by, at=AT)
    item = row.items.get()
    later = content(edition, "Trồng 3 km đường hoa", due_on=date(2026, 10, 31))
    sheets.change_item(item=item, content=later, by=by, at=AT)
    sheets.add_item(sheet=row, content=content(edition, "Ra quân dọn vệ sinh"), by=by, at=AT)
    row.refresh_from_db()
    sent = sheets.send_sheet(sheet=row, version=row.version, by=by, at=AT)
    sheets.accept_sheet(sheet=sent, version=sent.version, by=lead, at=AT)
    assert sorted(Task.objects.values_list("title", "due_on")) == [
        ("Ra quân dọn vệ sinh", date(2026, 9, 30)),
        ("Trồng 3 km đường hoa", date(2026, 10, 31)),
    ]
    changes = [change for line in sheet_page(sent, lead, today=TODAY).history for change in line.changes]
    assert any(change.startswith("Sửa: Trồng 2 km") for change in changes)
    assert any(change.startswith("Thêm: Ra quân") for change in changes)


def test_a_content_taken_off_drops_its_task_unless_it_is_done(edition):
    sheet, by, _ = accepted(edition)
    row = sheets.reopen_sheet(sheet=sheet, reason="Không làm được", by=by, at=AT)
    sheets.drop_item(item=row.items.get(), by=by, at=AT)
    assert Task.objects.get().status == "cancelled"


def test_a_content_that_is_done_stays(edition):
    sheet, by, _ = accepted(edition)
    tasks.finish(task=Task.objects.get(), outcome=factories.outcome(), by=by, at=AT)
    row = sheets.reopen_sheet(sheet=sheet, reason="Bỏ", by=by, at=AT)
    with pytest.raises(Refused, match="làm xong"):
        sheets.drop_item(item=row.items.get(), by=by, at=AT)


def test_acceptance_is_undone_until_somebody_works_on_a_task(edition):
    sheet, by, lead = accepted(edition)
    row = sheets.undo_acceptance(sheet=sheet, by=lead, at=AT)
    assert not Task.objects.exists()
    again = sheets.accept_sheet(sheet=row, version=row.version, by=lead, at=AT)
    tasks.start(task=Task.objects.get(), by=by, at=AT)
    with pytest.raises(Refused, match="không hoàn tác"):
        sheets.undo_acceptance(sheet=again, by=lead, at=AT)
    assert RegistrationSheet.objects.get(pk=sheet.pk).status == "accepted"


def test_an_area_head_fills_in_the_sheet_of_the_board_without_seeing_the_programme(edition):
    village = programmes.place("Thôn Hai", parent=edition.programme.area, level=Level.RESIDENTIAL_AREA)
    board = programmes.body(BodyKind.FRONT_WORK_BOARD, village)
    head = programmes.member(board, role="area_head")
    row = opened(edition, [board])
    sheet = my_sheets(head, TODAY)[0][0]
    assert RegistrationSheet.objects.visible_to(head).get() == sheet
    assert [name for _, name in item_choices(sheet, today=TODAY).areas] == ["xã Thôn Hai"]
    sheets.add_item(sheet=sheet, content=content(edition), by=head, at=AT)
    stranger = programmes.member(programmes.body(BodyKind.FRONT_WORK_BOARD), role="area_head")
    assert not RegistrationSheet.objects.visible_to(stranger).exists()
    assert row.sheets.count() == 1


def test_a_unit_that_does_not_see_the_programme_sees_and_does_its_own_task(edition):
    unit = programmes.body(BodyKind.FARMERS_UNION)
    by, lead = programmes.member(unit), programmes.member(edition.programme.lead)
    sheet = sheet_of(opened(edition, [unit]), unit)
    sheets.add_item(sheet=sheet, content=content(edition), by=by, at=AT)
    sent = sheets.send_sheet(sheet=sheet, version=2, by=by, at=AT)
    sheets.accept_sheet(sheet=sent, version=3, by=lead, at=AT)
    task = Task.objects.visible_to(by).get()
    assert tasks.finish(task=task, outcome=factories.outcome(), by=by, at=AT).status == "done"
    stranger = programmes.member(programmes.body(BodyKind.FARMERS_UNION))
    assert not Task.objects.visible_to(stranger).exists()


def test_last_year_s_sheet_is_a_start_with_days_a_year_later(edition):
    sheet, by, _ = accepted(edition, starts_on=date(2026, 2, 28))
    new = sheet_of(opened(edition, year=2027), sheet.body)
    assert sheets.start_from_last(sheet=new, by=by, at=AT) == 1
    item = new.items.get()
    assert (item.starts_on, item.due_on, item.task) == (date(2027, 2, 28), date(2027, 9, 30), None)
    with pytest.raises(Refused, match="còn trống"):
        sheets.start_from_last(sheet=new, by=by, at=AT)


def test_a_round_is_called_off_until_somebody_writes(edition):
    row = opened(edition)
    lead = programmes.member(edition.programme.lead)
    rounds.call_off(given=row, by=lead, at=AT)
    assert not RegistrationRound.objects.exists()
    sheet, _ = filled(edition)
    with pytest.raises(Refused, match="không hủy"):
        rounds.call_off(given=sheet.round, by=lead, at=AT)


def test_those_who_have_not_sent_are_reminded_once_a_day(edition):
    sheet, by, lead = accepted(edition)
    front = edition.parties.get(body__kind=BodyKind.FRONT_COMMITTEE).body
    late = programmes.member(front)
    assert rounds.remind(given=sheet.round, by=lead, at=AT) == 2
    assert rounds.remind(given=sheet.round, by=lead, at=AT) == 0
    assert Notice.objects.filter(person=late.person_id, text__startswith="Chưa nhận").count() == 1
    assert not Notice.objects.filter(person=by.person_id, text__startswith="Chưa nhận").exists()


def test_the_board_counts_and_filters_by_state(edition):
    sheet, _, _ = accepted(edition)
    found = round_board(sheet.round, today=TODAY)
    assert found.counts.words == "1/3 đơn vị đã gửi"
    assert [line.body for line in found.lines] == sorted(line.body for line in found.lines)
    assert len(round_board(sheet.round, today=TODAY, state="chua-gui").lines) == 2
    after = date(2026, 5, 1)
    assert len(round_board(sheet.round, today=after, state=SheetState.LATE).lines) == 2
    assert round_board(sheet.round, today=after, state=SheetState.MISSING).lines == []
    assert len(round_board(sheet.round, today=TODAY, words="khong co ai").lines) == 0


def with_items(row, edition):
    """Every sheet with one item at a place."""
    for sheet in row.sheets.filter(items=None):
        RegistrationItem.objects.create(
            sheet=sheet,
            clause=programmes.clause(edition),
            content="việc",
            due_on=DUE,
            area=edition.programme.area,
        )


def test_the_board_and_the_file_cost_the_same_for_three_units_and_for_many(
    edition, django_assert_num_queries
):
    row = opened(edition)
    with_items(row, edition)
    with django_assert_num_queries(4):
        round_board(row, today=TODAY)
    with django_assert_num_queries(5):
        round_rows(row, today=TODAY)
    more = [programmes.body(BodyKind.FARMERS_UNION).pk for _ in range(30)]
    rounds.ask_more(given=row, body_ids=more, by=programmes.member(edition.programme.lead), at=AT)
    with_items(row, edition)
    with django_assert_num_queries(4):
        assert len(round_board(row, today=TODAY).lines) == 33
    with django_assert_num_queries(5):
        assert len(round_rows(row, today=TODAY)) == 33


def test_asking_many_units_costs_a_fixed_number_of_queries(edition, django_assert_max_num_queries):
    bodies = [programmes.body(BodyKind.FARMERS_UNION) for _ in range(40)]
    with django_assert_max_num_queries(25):
        opened(edition, bodies)


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ["Mới đăng ký 0 nội dung, chương trình yêu cầu ít nhất 01.", "Mới chọn 0 địa bàn"]),
        ([Placed(None, DUE)], ["Mới chọn 0 địa bàn"]),
        ([Placed(7, DUE)], []),
        ([Placed(7, date(2027, 1, 1))], ["Có 1 nội dung hẹn xong ngoài năm 2026."]),
    ],
)
def test_what_the_programme_asks_of_a_sheet_is_said_not_enforced(items, said):
    found = shortfalls(items, year=2026, min_items=1, min_areas=1)
    assert [line[: len(start)] for line, start in zip(found, said, strict=True)] == said


def test_a_finished_registered_task_feeds_the_report_of_its_target(draft):
    given = targets.target(draft, spec=targets.spec("Mô hình", value=5, unit="mô hình"))
    edition = programmes.in_force(draft)
    sheet, by, _ = accepted(edition, target_id=given.pk, quantity=Decimal(2), quantity_unit="mô hình")
    outcome = factories.outcome(quantity=Decimal(2), quantity_unit="mô hình")
    tasks.finish(task=Task.objects.get(), outcome=outcome, by=by, at=AT)
    found = FinishedTasks().values(targets=[given], body_ids=[sheet.body_id], period=targets.FIRST_QUARTER)
    assert found[given.pk, sheet.body_id].numerator == 2
