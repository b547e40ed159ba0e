"""The pages of due days through a browser's eyes: asked, granted, refused, given, let off, told, written."""

from datetime import date

import pytest
from django.urls import reverse

from phoihop.core import clock
from phoihop.organisations.models import BodyKind
from phoihop.reports.actions import relief
from phoihop.reports.actions.cutoff_windows import load_windows
from phoihop.reports.models import CalendarDay, DutySetting, Extension, Obligation, ReportRequest
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.reports.factories import IN_TIME, world

pytestmark = pytest.mark.django_db
UNTIL = "2026-03-27"


@pytest.fixture(autouse=True)
def _march(monkeypatch):
    """All pages on 10 March 2026."""
    monkeypatch.setattr(clock, "now", lambda: IN_TIME)
    monkeypatch.setattr(clock, "today", lambda: IN_TIME.date())


def post(client, name, *args, **data):
    return client.post(reverse(f"reports:{name}", args=args), data)


def test_more_time_is_asked_for_granted_and_told():
    w = world()
    pk, women, office = w.obligation().pk, client_as(w.officer()), client_as(w.reviewer())
    refused = post(women, "ask_extension", pk, until="2026-03-01", reason="x")
    assert (refused.status_code, "Hạn mới phải sau" in refused.content.decode()) == (422, True)
    post(women, "ask_extension", pk, until=UNTIL, reason="Chờ số liệu.")
    asked = Extension.objects.get()
    assert "Chờ số liệu." in office.get(reverse("reports:due", args=[pk])).content.decode()
    post(office, "grant_extension", asked.pk, version=1, until="", note="")
    page = women.get(reverse("reports:due", args=[pk])).content.decode()
    assert "Vì sao hạn cuối là hết ngày 27/03/2026?" in page
    assert "hạn đầu: hết ngày 19/03/2026" in page
    assert post(office, "grant_extension", asked.pk, version=1, until="", note="").status_code == 409


def test_a_refusal_and_one_taken_back():
    w = world()
    pk, women, office = w.obligation().pk, client_as(w.officer()), client_as(w.reviewer())
    post(women, "ask_extension", pk, until=UNTIL, reason="Chờ số liệu.")
    asked = Extension.objects.get()
    assert post(office, "refuse_extension", asked.pk, version=1, reason="").status_code == 422
    post(office, "refuse_extension", asked.pk, version=1, reason="Kỳ họp gần.")
    post(women, "ask_extension", pk, until=UNTIL, reason="Xin lại.")
    again = Extension.objects.latest("pk")
    post(women, "take_back_extension", again.pk, version=1)
    assert [row.status for row in Extension.objects.order_by("pk")] == ["refused", "taken_back"]


def test_given_taken_back_let_off_and_owed_again():
    w = world()
    pk, office = w.obligation().pk, client_as(w.reviewer())
    assert post(office, "extend", pk, until=UNTIL, reason="x", seen="hôm nay").status_code == 409
    post(office, "extend", pk, until=UNTIL, reason="Nghỉ lễ.", seen="2026-03-19")
    post(office, "shorten", pk, reason="Nhầm.", seen=UNTIL)
    assert w.obligation().due_on == date(2026, 3, 19)
    post(office, "waive", pk, reason="Đang sắp xếp.")
    assert (
        "được miễn"
        in office.get(reverse("reports:board", args=[w.edition.programme_id]) + "?nam=2026").content.decode()
    )
    assert (
        "Được miễn từ ngày 10/03/2026: Đang sắp xếp."
        in office.get(reverse("reports:due", args=[pk])).content.decode()
    )
    post(office, "owe_again", pk, reason="Nhầm kỳ.")
    assert w.obligation().waived_on is None


def test_a_stranger_finds_nothing_and_the_owing_body_relieves_nobody():
    w = world()
    pk = w.obligation().pk
    stranger = client_as(programmes.member(programmes.body(area=programmes.place("Nơi khác"))))
    assert stranger.get(reverse("reports:due", args=[pk])).status_code == 404
    assert post(stranger, "waive", pk, reason="x").status_code == 404
    assert post(client_as(w.officer()), "waive", pk, reason="x").status_code == 403


def test_a_special_report_is_asked_for_seen_and_withdrawn():
    w = world()
    office = client_as(w.officer(w.committee))
    programme = w.edition.programme_id
    assert office.get(reverse("reports:special_form", args=[programme])).status_code == 200
    given = {"title": "Báo cáo nhanh", "clause": w.clause.pk, "bodies": [w.women.pk], "reviews": "1"}
    given |= {"start": "2026-03-01", "end": "2026-03-09", "content": "Thiệt hại.", "outline": "1. Nhà cửa"}
    assert post(office, "ask_special", programme, **given, due="").status_code == 422
    post(office, "ask_special", programme, **given, due="2026-03-12")
    row = ReportRequest.objects.get()
    page = office.get(reverse("reports:special", args=[row.pk])).content.decode()
    assert "Thiệt hại." in page
    assert "0/0 đơn vị" in page
    assert "Báo cáo nhanh" in client_as(w.officer()).get(reverse("reports:mine")).content.decode()
    post(office, "withdraw_request", row.pk, version=1, reason="Đã có số liệu.")
    assert Obligation.objects.get(request=row).ended_on == date(2026, 3, 10)


def test_a_window_is_chosen_and_the_page_warns():
    load_windows()
    w = world()
    office, programme = client_as(w.officer(w.committee)), w.edition.programme_id
    assert (
        "Nghị định 09/2019/NĐ-CP" in office.get(reverse("reports:windows", args=[programme])).content.decode()
    )
    post(office, "choose_window", programme, w.duty.key, scheme="nd-09-2019", version=0)
    assert DutySetting.objects.get().scheme == "nd-09-2019"
    assert w.obligation(quarter=2).covers_end == date(2026, 6, 14)


def test_the_calendar_is_looked_over_written_and_undone():
    CalendarDay.objects.all().delete()
    body = programmes.body(BodyKind.OPERATOR, programmes.place("Cả nước"), name="Vận hành")
    operator = client_as(programmes.member(body, "administrator"))
    wrong = post(operator, "calendar_preview", text="hôm nay; nghỉ; x; y\n30/04/2028; nghỉ; Lễ; Điều 112")
    assert (wrong.status_code, "không phải là ngày" in wrong.content.decode()) == (422, True)
    seen = post(operator, "calendar_preview", text="30/04/2028; nghỉ; Ngày Chiến thắng; Điều 112")
    assert "0 hạn nộp sẽ đổi" in seen.content.decode()
    post(operator, "calendar_write", lines="2028-04-30;holiday;Ngày Chiến thắng;Điều 112")
    row = CalendarDay.objects.get()
    gone = post(operator, "calendar_preview", bo=row.pk)
    assert "bỏ khỏi lịch" in gone.content.decode()
    page = operator.get(reverse("reports:calendar") + "?nam=2028").content.decode()
    assert "Ngày Chiến thắng" in page
    change = page.split("/hoan-tac/")[0].rsplit("/", 1)[1]
    post(operator, "calendar_undo", int(change))
    assert not CalendarDay.objects.exists()


def test_the_board_of_places_and_its_sheet():
    w = world()
    office = client_as(w.officer(w.committee))
    address = reverse("reports:places", args=[w.edition.programme_id])
    page = office.get(f"{address}?nam=2026&che_do={w.duty.key}").content.decode()
    assert "Quý I/2026" in page
    assert office.get(f"{address}?dia_ban=999999").status_code == 404
    sheet = office.get(reverse("reports:places_file", args=[w.edition.programme_id]) + "?nam=2026")
    assert sheet.content[:2] == b"PK"


def test_lists_say_why_in_a_number_of_queries_that_does_not_grow(django_assert_max_num_queries):
    w = world()
    client = client_as(w.officer())
    client.get(reverse("reports:mine"))
    relief.extend(
        obligation=w.obligation(), until=date(2026, 3, 25), note="x", seen=date(2026, 3, 19),
        by=w.reviewer(), at=IN_TIME,
    )  # fmt: skip
    with django_assert_max_num_queries(20):
        page = client.get(reverse("reports:mine")).content.decode()
    assert "gia hạn, hạn đầu: hết ngày 19/03/2026" in page
    assert "Vì sao?" in page
