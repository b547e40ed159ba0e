"""The pages and files of registration, the roadmap, pilots and personal plans."""

import html
import io
import re
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from phoihop.core.errors import Refused
from phoihop.documents.workbooks import first_sheet
from phoihop.organisations.models import BodyKind, Level
from phoihop.plans.actions import sheets
from phoihop.plans.models import Milestone, PersonalPlan, Pilot, RegistrationRound, Task
from phoihop.plans.queries.sheets import item_choices, item_lines, sheet_page
from phoihop.plans.registration_papers import round_paper, sheet_paper
from phoihop.plans.sheets_files import NotOurTable, read_rows, unit_workbook
from phoihop.writing.checks import faults
from phoihop.writing.sheets import write_xlsx
from phoihop.writing.templates import STATE_ND30
from phoihop.writing.word import write_docx
from tests.accounts.factories import client_as
from tests.plans.factories import AT
from tests.plans.registering import TODAY, accepted, content, filled, opened, sheet_of, women_of
from tests.programmes import factories as programmes

BASE = "/cong-viec/dang-ky"
pytestmark = pytest.mark.usefixtures("april")


def text(response):
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def test_the_lead_previews_a_round_then_opens_it(edition):
    page = client_as(programmes.member(edition.programme.lead))
    address = f"{BASE}/chuong-trinh/{edition.programme_id}/mo-dot/"
    given = {"year": 2026, "due_on": "2026-04-30", "groups": ["parties"], "min_items": 1, "min_areas": 1}
    assert "yêu cầu <b>3</b> đơn vị" in text(page.get(address, given))
    assert not RegistrationRound.objects.exists()
    page.post(address, given)
    row = RegistrationRound.objects.get()
    assert "0/3 đơn vị đã gửi" in text(page.get(f"{BASE}/dot/{row.pk}/"))
    assert "Chưa chọn đơn vị nào" in text(page.get(address, given | {"groups": []}))
    assert page.post(address, given).status_code == 422
    hub = text(page.get(f"{BASE}/chuong-trinh/{edition.programme_id}/"))
    assert "Đăng ký năm 2026" in hub
    assert "0/1 xã, phường có điểm" in hub


def test_an_open_round_is_changed_widened_reminded_of_and_called_off(edition):
    row = opened(edition)
    page = client_as(programmes.member(edition.programme.lead))
    change = {"version": 1, "due_on": "2026-05-15", "min_items": 2, "min_areas": 0}
    page.post(f"{BASE}/dot/{row.pk}/sua/", change)
    row.refresh_from_db()
    assert (row.due_on, row.min_items) == (date(2026, 5, 15), 2)
    page.post(f"{BASE}/dot/{row.pk}/nhac/")
    assert row.sheets.filter(reminded_on=TODAY).count() == 3
    stranger = programmes.body(BodyKind.YOUTH_UNION, name="Đoàn xã")
    found = text(page.get(f"{BASE}/dot/{row.pk}/them-don-vi/", {"tim": "doan"}))
    assert str(stranger.pk) in found
    page.post(f"{BASE}/dot/{row.pk}/them-don-vi/", {"bodies": [stranger.pk]})
    assert row.sheets.count() == 4
    text(page.get(f"{BASE}/dot/{row.pk}/huy/"))
    page.post(f"{BASE}/dot/{row.pk}/huy/")
    assert not RegistrationRound.objects.exists()


def test_a_unit_writes_and_sends_and_the_lead_returns_and_accepts(edition):
    sheet = sheet_of(opened(edition, min_items=1), women_of(edition))
    unit, lead = (
        client_as(programmes.member(sheet.body)),
        client_as(programmes.member(edition.programme.lead)),
    )
    assert f"/bang/{sheet.pk}/" in text(unit.get(f"{BASE}/"))
    address = f"{BASE}/bang/{sheet.pk}"
    assert "Mới đăng ký 0 nội dung" in text(unit.get(f"{address}/"))
    item = {
        "version": 1,
        "content": "Trồng đường hoa",
        "clause": programmes.clause(edition).pk,
        "kind": "work",
        "due_on": "2026-09-30",
        "quantity": "2,5",
        "quantity_unit": "km",
    }
    assert unit.post(f"{address}/them/", item | {"quantity_unit": ""}).status_code == 422
    unit.post(f"{address}/them/", item)
    assert unit.post(f"{address}/them/", item).status_code == 409
    made = sheet.items.get()
    text(unit.get(f"{BASE}/noi-dung/{made.pk}/sua/"))
    unit.post(f"{BASE}/noi-dung/{made.pk}/sua/", item | {"version": 2, "content": "Trồng 3 km"})
    unit.post(f"{address}/gui/", {"version": 3})
    unit.post(f"{address}/rut/")
    unit.post(f"{address}/gui/", {"version": 5})
    lead.post(f"{address}/tra-lai/", {"tra-lai-note": "Ghi địa bàn", "tra-lai-version": 6})
    assert "Ghi địa bàn" in text(unit.get(f"{address}/"))
    unit.post(f"{address}/gui/", {"version": 7})
    assert lead.post(f"{address}/tiep-nhan/", {"version": 3}).status_code == 409
    lead.post(f"{address}/tiep-nhan/", {"version": 8})
    task = Task.objects.get()
    assert f"/cong-viec/{task.pk}/" in text(unit.get(f"{address}/"))
    assert "Lập từ nội dung đã đăng ký" in text(unit.get(f"/cong-viec/{task.pk}/"))


def test_acceptance_is_undone_and_an_accepted_sheet_opened_again(edition):
    sheet, by, _ = accepted(edition)
    unit, lead = client_as(by), client_as(programmes.member(edition.programme.lead))
    address = f"{BASE}/bang/{sheet.pk}"
    lead.post(f"{address}/hoan-tac/")
    assert not Task.objects.exists()
    sheet.refresh_from_db()
    lead.post(f"{address}/tiep-nhan/", {"version": sheet.version})
    assert unit.post(f"{address}/mo-sua/", {"mo-sua-note": ""}).status_code == 422
    unit.post(f"{address}/mo-sua/", {"mo-sua-note": "Đổi ngày"})
    unit.post(f"{BASE}/noi-dung/{sheet.items.get().pk}/bo/")
    assert Task.objects.get().status == "cancelled"


def test_another_unit_sees_no_sheet_of_a_programme_it_has_no_part_in(edition):
    sheet, _ = filled(edition)
    stranger = client_as(programmes.member(programmes.body(BodyKind.YOUTH_UNION)))
    item = sheet.items.get()
    for address in (f"bang/{sheet.pk}/", f"noi-dung/{item.pk}/sua/", f"dot/{sheet.round_id}/"):
        assert stranger.get(f"{BASE}/{address}").status_code == 404
    assert stranger.post(f"{BASE}/bang/{sheet.pk}/gui/", {"version": 2}).status_code == 404


def workbook(*rows):
    """A sheet of cells as the reader gives them."""
    return [list(row) for row in rows]


HEAD = (
    "Mã dòng", "Nội dung đăng ký", "Mục", "Địa bàn", "Từ ngày", "Đến ngày", "Chỉ tiêu", "Đơn vị tính",
    "Người phụ trách",
)  # fmt: skip


def test_the_workbook_goes_out_and_comes_back(edition):
    sheet, by = filled(edition, quantity=Decimal(2), quantity_unit="km")
    unit = client_as(by)
    address = f"{BASE}/bang/{sheet.pk}"
    out = unit.get(f"{address}/bang-tinh/").content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(out)).get_sheet_by_index(0).to_python()
    head = next(place for place, row in enumerate(rows) if "Mã dòng" in row)
    assert rows[head + 1][1:3] == ["Trồng 2 km đường hoa", "II.1"]
    assert first_sheet(out)[head + 1][0] == float(sheet.items.get().pk)
    upload = SimpleUploadedFile("bang.xlsx", out)
    assert "Không có gì mới" in text(unit.post(f"{address}/nhap/", {"file": upload}))
    assert unit.post(f"{address}/nhap/", {"file": SimpleUploadedFile("x.xlsx", b"no")}).status_code == 422


def test_rows_are_marked_one_by_one_and_an_empty_cell_never_erases(edition):
    sheet, by = filled(edition, quantity=Decimal(2), quantity_unit="km")
    item = sheet.items.get()
    choices = item_choices(sheet, today=TODAY)
    cells = workbook(
        ("Bảng đăng ký năm 2026",),
        HEAD,
        (float(item.pk), None, None, None, None, "2026-10-31", None, None, None),
        (None, "Ra quân", "II.1", None, "01/05/2026", "31/05/2026", 3.0, "buổi", None),
        (None, "Thiếu ngày", "II.9", "Nơi khác", None, "hôm qua", "nhiều", None, "Ai đó"),
        (999999.0, "Của bảng khác", None, None, None, None, None, None, None),
        (None,) * 9,
    )
    rows = read_rows(cells, items={item.pk: item}, choices=choices)
    assert [row.number for row in rows] == [3, 4, 5, 6]
    assert [bool(row.errors) for row in rows] == [False, False, True, True]
    assert len(rows[2].errors) == 5
    assert (rows[0].content.quantity, rows[0].content.due_on) == (2, date(2026, 10, 31))
    given = [(row.item_id, row.content) for row in rows[:2]]
    sheets.write_rows(sheet=sheet, rows=given, version=sheet.version, by=by, at=AT)
    assert sorted(sheet.items.values_list("content", "quantity")) == [
        ("Ra quân", 3),
        ("Trồng 2 km đường hoa", 2),
    ]
    with pytest.raises(NotOurTable):
        read_rows(workbook(("a", "b")), items={}, choices=choices)


def test_what_was_shown_is_what_is_written(edition):
    sheet, by = filled(edition)
    unit = client_as(by)
    book = unit_workbook(sheet, item_lines(sheet.items.all(), today=TODAY), body="Hội")
    rows = [list(row) for row in book.rows]
    rows[1][1:6] = ["Dọn vệ sinh", "II.2", None, None, date(2026, 6, 30)]
    changed = write_xlsx(type(book)(**(vars(book) | {"rows": tuple(map(tuple, rows))})))
    address = f"{BASE}/bang/{sheet.pk}/nhap/"
    page = text(unit.post(address, {"file": SimpleUploadedFile("b.xlsx", changed)}))
    assert "sẽ ghi 1 dòng" in page
    cells = html.unescape(re.search(r'name="cells"\s+value="([^"]*)"', page).group(1))
    unit.post(f"{address}ghi/", {"cells": cells, "version": sheet.version})
    assert sheet.items.count() == 2
    unit.post(f"{address}ghi/", {"cells": "[1]", "version": sheet.version})
    assert sheet.items.count() == 2


def test_what_is_no_workbook_is_refused():
    for given in (b"", b"PK\x03\x04nothing", b"x" * 6_000_000):
        with pytest.raises(Refused):
            first_sheet(given)


def test_the_documents_keep_the_rules_of_the_format(edition):
    sheet, by, lead = accepted(edition, quantity=Decimal(2), quantity_unit="km")
    for body in (sheet.body, edition.programme.lead):
        programmes.member(body, role="leader", position="Chủ tịch")
    for paper in (sheet_paper(sheet, today=TODAY), round_paper(sheet.round, today=TODAY)):
        assert faults(write_docx(paper), template=STATE_ND30) == []
    unit = client_as(by)
    for address in (f"bang/{sheet.pk}", f"dot/{sheet.round_id}"):
        assert unit.get(f"{BASE}/{address}/word/").content[:2] == b"PK"
        assert unit.get(f"{BASE}/{address}/pdf/").content[:4] == b"%PDF"
    out = unit.get(f"{BASE}/dot/{sheet.round_id}/bang-tinh/").content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(out)).get_sheet_by_index(0).to_python()
    assert any("Trồng 2 km đường hoa" in row for row in rows)
    assert sheet_page(sheet, lead, today=TODAY).items


def test_milestones_are_set_confirmed_and_carried_on_their_pages(edition):
    page = client_as(programmes.member(edition.programme.lead))
    here = f"{BASE}/chuong-trinh/{edition.programme_id}/lo-trinh"
    assert "Chưa có mốc nào" in text(page.get(f"{here}/"))
    given = {"text": "Xong 3 tuyến", "due_on": "2026-12-31", "bodies": [edition.programme.lead_id]}
    assert page.post(f"{here}/them/", given | {"bodies": []}).status_code == 422
    page.post(f"{here}/them/", given)
    row = Milestone.objects.get()
    assert "Xong 3 tuyến" in text(page.get(f"{here}/"))
    page.post(f"{BASE}/moc/{row.pk}/sua/", given | {"text": "Xong 4 tuyến", "version": 1})
    onward = {"into": edition.programme_id, "due_on": "2027-12-31", "version": 2}
    page.post(f"{BASE}/moc/{row.pk}/chuyen/", onward)
    assert Milestone.objects.get(carried_from=row).text == "Xong 4 tuyến"
    page.post(f"{BASE}/moc/{row.pk}/chuyen/hoan-tac/")
    proof = {"version": 4, "on": "2026-04-01", "proof_text": "Biên bản"}
    page.post(f"{BASE}/moc/{row.pk}/xac-nhan/", proof)
    assert "đã đạt" in text(page.get(f"{BASE}/moc/{row.pk}/"))
    page.post(f"{BASE}/moc/{row.pk}/bo-xac-nhan/")
    page.post(f"{BASE}/moc/{row.pk}/bo/")
    assert not Milestone.objects.exists()


def test_pilots_are_chosen_assessed_and_done_again_on_their_pages(edition):
    area = edition.programme.area
    one = programmes.place("Thôn Một", parent=area, level=Level.RESIDENTIAL_AREA)
    two = programmes.place("Thôn Hai", parent=area, level=Level.RESIDENTIAL_AREA)
    page = client_as(programmes.member(edition.programme.lead))
    here = f"{BASE}/chuong-trinh/{edition.programme_id}/diem"
    assert "chưa có điểm" in text(page.get(f"{here}/"))
    given = {
        "name": "Khu dân cư kiểu mẫu",
        "clause": programmes.clause(edition).pk,
        "area": one.pk,
        "since": "2026-03-01",
        "decision_text": "QĐ 12",
    }
    text(page.get(f"{here}/chon/"))
    page.post(f"{here}/chon/", given)
    row = Pilot.objects.get()
    for version, verb in enumerate(("start", "prove"), start=1):
        page.post(f"{BASE}/diem/{row.pk}/chuyen/", {"verb": verb, "version": version})
    page.post(f"{BASE}/diem/{row.pk}/danh-gia/", {"on": "2026-04-01", "rating": "good", "text": "Tốt"})
    replicas = {"since": "2026-04-02", "decision_text": "KH 20", "areas": [two.pk]}
    page.post(f"{BASE}/diem/{row.pk}/nhan-rong/", replicas)
    shown = text(page.get(f"{BASE}/diem/{row.pk}/"))
    assert "Nhân rộng: 1 nơi" in shown
    assert "Tốt, nên nhân rộng" in shown
    out = page.get(f"{here}/bang-tinh/").content
    assert len(CalamineWorkbook.from_filelike(io.BytesIO(out)).get_sheet_by_index(0).to_python()) >= 5
    assert page.post(f"{BASE}/diem/{row.pk}/chuyen/", {"verb": "fly"}).status_code == 404


def test_a_member_writes_a_personal_plan_and_the_board_notes_it(edition):
    front = edition.parties.get(body__kind=BodyKind.FRONT_COMMITTEE).body
    person = client_as(programmes.member(front, role="committee_member"))
    board = client_as(programmes.member(front))
    here = f"{BASE}/chuong-trinh/{edition.programme_id}/ca-nhan"
    person.post(f"{here}/cua-toi/")
    plan = PersonalPlan.objects.get()
    mine = f"{BASE}/ca-nhan/{plan.pk}"
    given = {
        "version": 1,
        "clause": programmes.clause(edition).pk,
        "content": "Giúp 2 hộ nghèo",
        "due_on": "2026-09-30",
    }
    person.post(f"{mine}/them/", given)
    held = plan.commitments.get()
    person.post(f"{BASE}/ca-nhan/viec/{held.pk}/sua/", given | {"version": 2, "expected": "2 hộ"})
    assert board.get(f"{mine}/").status_code == 404
    assert person.get(f"{here}/").status_code == 403
    person.post(f"{mine}/gui/", {"version": 3})
    assert "1/1 người đã gửi" in text(board.get(f"{here}/"))
    board.post(f"{mine}/ghi-nhan/", {"version": 4})
    assert Task.objects.get().title == "Giúp 2 hộ nghèo"
    person.post(f"{mine}/mo-sua/", {"mo-sua-note": "Đổi số hộ"})
    person.post(f"{BASE}/ca-nhan/viec/{held.pk}/bo/")
    assert Task.objects.get().status == "cancelled"


def test_last_year_s_sheet_is_offered_and_taken(edition):
    sheet, by, _ = accepted(edition)
    new = sheet_of(opened(edition, year=2027), sheet.body)
    unit = client_as(by)
    assert "Bắt đầu từ bảng năm trước" in text(unit.get(f"{BASE}/bang/{new.pk}/"))
    unit.post(f"{BASE}/bang/{new.pk}/tu-nam-truoc/")
    assert new.items.get().content == content(edition).content
