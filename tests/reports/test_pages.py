"""Pages through a browser's eyes: what is typed, saved, looked over, handed in, decided, counted."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.core import clock
from phoihop.reports import actions
from phoihop.reports.models import Consolidation, Obligation, Report
from tests.accounts.factories import client_as
from tests.plans import factories as tasks
from tests.programmes import factories as programmes
from tests.reports.factories import IN_TIME, saved, submitted, world

pytestmark = pytest.mark.django_db
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4"
    b"\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00\x00\x00IEND\xaeB`\x82"
)
ROLES = ["viewer", "officer", "leader", "clerk", "committee_member", "area_head", "administrator"]


@pytest.fixture(autouse=True)
def _march(monkeypatch):
    """All pages on 10 March 2026."""
    monkeypatch.setattr(clock, "now", lambda: IN_TIME)
    monkeypatch.setattr(clock, "today", lambda: IN_TIME.date())


def typed(w, report, **changes):
    """The form as a browser sends it."""
    fields = {
        "version": report.version,
        "overview": "Tình hình ổn định.",
        f"muc-{w.clause.pk}-text": "Đã giúp đỡ 12 hộ.",
        f"so-{w.count.pk}-numerator": "12",
        f"so-{w.count.pk}-state": "",
        f"so-{w.ratio.pk}-numerator": "97",
        f"so-{w.ratio.pk}-denominator": "120",
        f"so-{w.ratio.pk}-state": "reported",
    }
    return fields | changes


def test_an_officer_opens_types_looks_over_and_hands_in():
    w = world()
    client = client_as(w.officer())
    page = client.get(reverse("reports:mine")).content.decode()
    assert "Hạn cuối: hết ngày 19/03/2026, vì văn bản ghi trước ngày 20 tháng cuối quý" in page
    opened = client.post(reverse("reports:open", args=[w.obligation().pk]))
    form = client.get(opened.url).content.decode()
    assert "2. Giảm nghèo" in form
    assert "từ 40 hộ trở lên" in form
    report = Report.objects.get()
    photo = SimpleUploadedFile("ảnh.png", PNG, "image/png")
    data = typed(w, report, tiep="xem-truoc", **{f"so-{w.count.pk}-file": photo})
    answer = client.post(reverse("reports:save", args=[report.pk]), data)
    assert answer.url == reverse("reports:preview", args=[report.pk])
    preview = client.get(answer.url).content.decode()
    assert "97/120" in preview
    assert "97/120 (80,83%)" in preview
    report.refresh_from_db()
    version = int(re.search(r'name="version"\s+value="(\d+)"', preview)[1])
    sent = client.post(reverse("reports:submit", args=[report.pk]), {"version": version})
    assert sent.url == reverse("reports:report", args=[report.pk])
    report.refresh_from_db()
    assert report.status == "submitted"
    assert report.attachments.get().target == w.count


def test_what_was_typed_stays_on_the_page_when_a_figure_is_wrong():
    w = world()
    report = w.report()
    client = client_as(w.officer())
    data = typed(w, report, **{f"so-{w.ratio.pk}-numerator": "-5"})
    answer = client.post(reverse("reports:save", args=[report.pk]), data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Số liệu không thể âm." in page
    assert "Đã giúp đỡ 12 hộ." in page
    assert not report.figures.exists()


def test_a_stale_form_gets_a_page_that_says_so():
    w = world()
    report = w.report()
    saved(w, report)
    answer = client_as(w.officer()).post(reverse("reports:save", args=[report.pk]), typed(w, report))
    assert answer.status_code == 409
    assert "vừa được người khác thay đổi" in answer.content.decode()


def test_the_office_returns_a_named_item_and_the_author_sees_it_in_the_form():
    w = world()
    report = submitted(w)
    office = client_as(w.reviewer())
    page = office.get(reverse("reports:report", args=[report.pk])).content.decode()
    assert "Duyệt báo cáo" in page
    data = {f"chon-so-{w.count.pk}": "1", f"can-so-{w.count.pk}": "Ghi rõ thôn."}
    office.post(reverse("reports:return", args=[report.pk]), data)
    form = client_as(w.officer()).get(reverse("reports:edit", args=[report.pk])).content.decode()
    assert "Cần bổ sung: Ghi rõ thôn." in form


def test_every_round_and_what_changed_is_readable():
    w = world()
    report = submitted(w)
    reviewer = w.reviewer()
    data = {f"chon-muc-{w.clause.pk}": "1", f"can-muc-{w.clause.pk}": "Thêm số liệu."}
    client_as(reviewer).post(reverse("reports:return", args=[report.pk]), data)
    report.refresh_from_db()
    saved(w, report, text="Đã giúp đỡ 15 hộ.")
    actions.submit(report=report, by=w.officer(), at=IN_TIME)
    client = client_as(reviewer)
    page = client.get(reverse("reports:report", args=[report.pk])).content.decode()
    assert "<del>12</del><ins>15</ins>" in page
    first = client.get(reverse("reports:round", args=[report.pk, 1])).content.decode()
    assert "Đã giúp đỡ 12 hộ." in first
    client.post(reverse("reports:accept", args=[report.pk]), {"note": "Tốt."})
    report.refresh_from_db()
    assert report.status == "accepted"


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_the_pages_it_may_open(role):
    w = world()
    report = submitted(w)
    client = client_as(w.officer(w.women, role))
    for name, args in [("mine", []), ("boards", []), ("report", [report.pk]), ("consolidations", [])]:
        assert client.get(reverse(f"reports:{name}", args=args)).status_code == 200
    assert client.get(reverse("reports:board", args=[w.edition.programme_id])).status_code == 200
    assert client.get(reverse("reports:word", args=[report.pk])).status_code == 200
    writes = role in {"officer", "leader"}
    quarter = w.obligation(quarter=1)
    Obligation.objects.filter(pk=quarter.pk).update(due_on=quarter.due_on)
    answer = client.post(reverse("reports:take_back", args=[report.pk]))
    assert answer.status_code == (302 if writes else 403)
    answer = client.post(reverse("reports:accept", args=[report.pk]))
    assert answer.status_code in ({403, 409} if writes else {403})


def test_a_stranger_finds_nothing():
    w = world()
    report = submitted(w)
    client = client_as(programmes.member(programmes.body()))
    for name, pk in [
        ("report", report.pk),
        ("edit", report.pk),
        ("obligation", report.obligation_id),
        ("board", w.edition.programme_id),
        ("word", report.pk),
    ]:
        assert client.get(reverse(f"reports:{name}", args=[pk])).status_code == 404


def test_nobody_signed_in_is_sent_to_sign_in(client):
    assert client.get(reverse("reports:mine")).status_code == 302


def test_the_board_says_in_words_who_is_missing_and_leaves_as_a_sheet(monkeypatch):
    w = world()
    submitted(w)
    monkeypatch.setattr(clock, "today", lambda: IN_TIME.date().replace(month=4))
    client = client_as(w.reviewer())
    page = client.get(reverse("reports:board", args=[w.edition.programme_id])).content.decode()
    assert "nộp đúng hạn" in page
    assert "chưa báo cáo" in page
    assert "đã nộp 1/2 báo cáo đến hạn (50%)" in page
    sheet = client.get(reverse("reports:board_file", args=[w.edition.programme_id]))
    assert sheet.content.startswith(b"PK")


def _grown(w, count):
    from phoihop.organisations.models import BodyKind

    for number in range(count):
        extra = programmes.body(BodyKind.FARMERS_UNION, w.committee.area, name=f"Hội {number}")
        w.duty.parties.create(body=extra, side="owes")
        row = w.obligation(quarter=1)
        copy = Obligation.objects.create(
            programme=row.programme, edition=row.edition, duty=row.duty, body=extra,
            period_start=row.period_start, period_end=row.period_end, due_on=row.due_on,
        )  # fmt: skip
        copy.recipients.create(body=w.committee, reviews=True)
        submitted(w, body=extra)


@pytest.mark.parametrize("name", ["mine", "board", "boards", "consolidation"])
def test_the_number_of_queries_does_not_grow_with_units(name, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    w = world()
    reviewer = w.reviewer()
    submitted(w)
    client = client_as(reviewer)
    client.post(reverse("reports:consolidate", args=[w.duty.pk]), {"tu": "2026-01-01", "den": "2026-03-31"})
    args = {"board": [w.edition.programme_id], "consolidation": [Consolidation.objects.get().pk]}
    address = reverse(f"reports:{name}", args=args.get(name, []))
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    _grown(w, 4)
    with django_assert_num_queries(len(few)):
        client.get(address)


def test_the_form_costs_the_same_however_long_the_report(django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from phoihop.programmes.models.facts import Assignment, AssignmentRole
    from phoihop.reports.models import ReportSection

    w = world()
    report = w.report()
    client = client_as(w.officer())
    address = reverse("reports:edit", args=[report.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for clause in w.edition.clauses.exclude(pk=w.clause.pk):
        Assignment.objects.get_or_create(clause=clause, body=w.women, role=AssignmentRole.COORDINATE)
        ReportSection.objects.create(report=report, clause=clause)
    with django_assert_num_queries(len(few)):
        client.get(address)


def test_a_viewer_of_the_own_body_reads_a_draft_that_was_never_handed_in():
    w = world()
    report = w.report()
    answer = client_as(w.officer(role="viewer")).get(reverse("reports:report", args=[report.pk]))
    assert answer.status_code == 200
    assert "Chưa nộp lần nào." in answer.content.decode()


def test_what_was_typed_stays_on_the_page_when_a_file_is_not_taken():
    w = world()
    report = w.report()
    photo = SimpleUploadedFile("anh.heic", b"\x00\x00\x00\x18ftypheic", "image/heic")
    data = typed(w, report, **{f"so-{w.count.pk}-file": photo})
    answer = client_as(w.officer()).post(reverse("reports:save", args=[report.pk]), data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Không nhận loại tệp này" in page
    assert "Đã giúp đỡ 12 hộ." in page
    report.refresh_from_db()
    assert (report.version, report.figures.count()) == (1, 0)


@pytest.mark.parametrize("decision", ["accept", "return"])
def test_nobody_decides_on_a_round_not_looked_at(decision):
    w = world()
    report = submitted(w)
    author, office = client_as(w.officer()), client_as(w.reviewer())
    page = office.get(reverse("reports:report", args=[report.pk])).content.decode()
    seen = re.search(r'name="lan"\s+value="(\d+)"', page)[1]
    author.post(reverse("reports:take_back", args=[report.pk]))
    report.refresh_from_db()
    author.post(reverse("reports:submit", args=[report.pk]), {"version": report.version})
    data = {"lan": seen, f"chon-muc-{w.clause.pk}": "1", f"can-muc-{w.clause.pk}": "Thêm."}
    answer = office.post(reverse(f"reports:{decision}", args=[report.pk]), data)
    assert (answer.status_code, "vừa được người khác thay đổi" in answer.content.decode()) == (409, True)
    assert not report.rounds.latest("sequence").decisions.exists()
    answer = office.post(reverse(f"reports:{decision}", args=[report.pk]), data | {"lan": "2"})
    assert answer.status_code == 302


def test_a_number_counted_from_tasks_is_taken_over_by_one_click_with_its_records():
    """Three households helped by finished tasks: named, opened one by one, and put into the line."""
    w = world()
    for quantity in (1, 2):
        tasks.finished(w.edition, w.women, path="II.2", quantity=quantity, quantity_unit="hộ")
    client, report = client_as(w.officer()), w.report()
    form = client.get(reverse("reports:edit", args=[report.pk])).content.decode()
    assert "Theo công việc đã xong: 3" in form
    links = re.findall(r'href="(/cong-viec/\d+/)"', form)
    assert [client.get(link).status_code for link in links] == [200, 200]
    data = typed(w, report, tiep=f"lay-{w.count.pk}", **{f"so-{w.count.pk}-numerator": ""})
    answer = client.post(reverse("reports:save", args=[report.pk]), data)
    assert answer.url == reverse("reports:edit", args=[report.pk]) + f"#chi-tieu-{w.count.pk}"
    figure = report.figures.get(target=w.count)
    assert (figure.numerator, figure.state) == (3, "reported")
    assert report.sections.get().text == "Đã giúp đỡ 12 hộ."


def test_enter_in_a_line_saves_and_takes_no_number_over():
    """The first button of the form is the one a browser presses on Enter."""
    w = world()
    report = w.report()
    form = client_as(w.officer()).get(reverse("reports:edit", args=[report.pk])).content.decode()
    inside = form.partition('id="bieu-mau-bao-cao"')[2]
    assert re.search(r'<button[^>]*value="([^"]*)"', inside)[1] == ""
