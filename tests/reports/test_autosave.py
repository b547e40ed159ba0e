"""What the page sends as one types, and what it is told: saved, not saved and why, changed by others."""

import json

import pytest
from django.urls import reverse

from phoihop.core import clock
from phoihop.reports.models import ReportVariant
from phoihop.reports.queries.units import marks_of, stored_units
from tests.accounts.factories import client_as
from tests.reports.factories import IN_TIME, world
from tests.reports.test_forms import MODELS, published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _march(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: IN_TIME)
    monkeypatch.setattr(clock, "today", lambda: IN_TIME.date())


@pytest.fixture
def w():
    made = world()
    published(made, MODELS, replaces=False)
    return made


def send(client, report, marks, *units, **fields):
    data = fields | {"doan": units, "goc": json.dumps(marks), "version": 1}
    answer = client.post(reverse("reports:autosave", args=[report.pk]), data)
    assert answer.status_code == 200
    return answer.json()


def test_only_the_named_units_are_saved(w):
    report, client = w.report(), client_as(w.officer())
    name = f"muc-{w.clause.pk}"
    told = send(client, report, {}, name, overview="không gửi", **{f"{name}-text": "Đã giúp 12 hộ."})
    assert (told["saved"], told["problems"], told["clashing"]) == ("09:00", {}, [])
    report.refresh_from_db()
    assert (report.sections.get().text, report.overview) == ("Đã giúp 12 hộ.", "")
    assert told["marks"] == marks_of(stored_units(report))


def test_a_wrong_cell_is_named_and_the_rest_is_saved(w):
    report, client = w.report(), client_as(w.officer())
    rows = {"bang-mohinh-dong": ["r1", "r2"], "bang-mohinh-r1-ten": "Hoa", "bang-mohinh-r1-ho": "nhiều",
            "bang-mohinh-r2-ten": "Camera", "bang-mohinh-r2-ho": "0"}  # fmt: skip
    told = send(client, report, {}, "bang-mohinh-r1", "bang-mohinh-r2", **rows)
    assert list(told["problems"]) == ["bang-mohinh-r1"]
    assert "cột “Số hộ”: cần một số" in told["problems"]["bang-mohinh-r1"]
    assert [row["cells"] for row in report.tables.get().rows] == [["Camera", "0"]]


def test_what_others_changed_comes_back_as_fields(w):
    report, client = w.report(), client_as(w.officer())
    send(client, report, {}, "chung-overview", overview="Ổn định.")
    told = send(client, report, {}, "chung-shortcomings", shortcomings="Thiếu kinh phí.")
    assert told["others"] == {"chung-overview": {"overview": "Ổn định."}}


def test_a_clash_keeps_both_however_often_the_page_is_saved(w):
    report, client = w.report(), client_as(w.officer())
    send(client, report, {}, "chung-overview", overview="Bản một.")
    told = send(client, report, {}, "chung-overview", overview="Bản hai.")
    assert told["clashing"] == ["chung-overview"]
    assert "chung-overview" not in told["marks"]
    page = {"version": 1, "goc": json.dumps(told["marks"]), "overview": "Bản hai, sửa thêm."}
    answer = client.post(reverse("reports:save", args=[report.pk]), page)
    assert answer.url == reverse("reports:variants", args=[report.pk])
    report.refresh_from_db()
    assert report.overview == "Bản một."
    assert ReportVariant.objects.get().value == {"text": "Bản hai, sửa thêm."}
    chosen = {"chon": "ban-kia", "thay": marks_of(stored_units(report))["chung-overview"]}
    client.post(reverse("reports:settle", args=[report.pk, ReportVariant.objects.get().pk]), chosen)
    report.refresh_from_db()
    assert report.overview == "Bản hai, sửa thêm."


def test_a_report_handed_in_refuses_in_words(w):
    report, client = w.report(), client_as(w.officer())
    report.status, report.submitted_at = "submitted", IN_TIME
    report.save()
    told = send(client, report, {}, "chung-overview", overview="Muộn.")
    assert "Báo cáo đã nộp" in told["refused"]


def test_others_do_not_save_into_it(w):
    report = w.report()
    address = reverse("reports:autosave", args=[report.pk])
    assert client_as(w.officer(w.front)).post(address, {"doan": "chung-overview"}).status_code == 404
