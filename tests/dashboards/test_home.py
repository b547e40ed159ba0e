"""Việc của tôi, as each kind of person meets it."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from phoihop.accounts.models import Role
from phoihop.core import clock
from phoihop.organisations.models import BodyKind
from phoihop.people.models import User
from phoihop.programmes import actions as programme_actions
from phoihop.programmes.models import Edition
from phoihop.reports import actions
from phoihop.reports.content import ReturnItem
from tests.accounts.factories import client_as, member, person
from tests.drafting import factories as drafting
from tests.plans import factories as plans
from tests.programmes import factories as programmes
from tests.reports.factories import IN_TIME, World, submitted, world
from tests.statements import MOST, signed_in, statements

pytestmark = pytest.mark.django_db
HOME = "/"


@pytest.fixture(autouse=True)
def _march(monkeypatch: pytest.MonkeyPatch) -> None:
    """All pages on 10 March 2026."""
    monkeypatch.setattr(clock, "now", lambda: IN_TIME)
    monkeypatch.setattr(clock, "today", lambda: IN_TIME.date())


def _page(who) -> str:
    answer = client_as(who).get(HOME)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def _later(monkeypatch: pytest.MonkeyPatch, **days: int) -> None:
    monkeypatch.setattr(clock, "today", lambda: IN_TIME.date() + timedelta(**days))


def test_a_stranger_is_sent_to_sign_in_and_comes_back() -> None:
    answer = Client().get(HOME)
    assert answer.status_code == 302
    assert answer.url == f"{reverse('account_login')}?next=/"


def test_somebody_without_a_role_reads_whom_to_ask() -> None:
    client = Client()
    client.force_login(User.objects.get(person=person(username="chuavaitro")))
    page = client.get(HOME).content.decode()
    assert "người quản trị của đơn vị" in page
    assert "chuavaitro" in page


def test_an_owed_report_stands_with_its_last_day_and_begins_from_there() -> None:
    w = world()
    page = _page(w.officer())
    assert "Báo cáo quý, quý I/2026" in page
    assert "Hạn cuối: hết ngày 19/3, còn 9 ngày" in page
    assert reverse("reports:open", args=[w.obligation().pk]) in page
    assert reverse("reports:due", args=[w.obligation().pk]) in page
    assert "Bắt đầu soạn" in page


def test_this_weeks_reports_stand_before_later_ones(monkeypatch) -> None:
    w = world()
    _later(monkeypatch, days=5)
    page = _page(w.officer())
    assert page.index("Trong 7 ngày tới (1)") < page.index("quý I/2026") < page.index("Sau đó (1)")


def test_a_late_report_is_to_be_done_now(monkeypatch) -> None:
    w = world()
    _later(monkeypatch, days=12)
    page = _page(w.officer())
    assert page.index("Cần làm ngay (1)") < page.index("quá hạn 3 ngày")


def test_a_returned_report_says_how_many_items_are_to_be_mended() -> None:
    w = world()
    report = submitted(w)
    items = [
        ReturnItem(note="Nêu rõ thôn.", clause_id=w.clause.pk),
        ReturnItem(note="Sai.", target_id=w.count.pk),
    ]
    actions.return_report(report=report, items=items, note="", by=w.reviewer(), at=IN_TIME)
    page = _page(w.officer())
    assert "Cần làm ngay (1)" in page
    assert "Trả lại để bổ sung 2 mục." in page
    assert reverse("reports:edit", args=[report.pk]) in page


def test_a_report_handed_in_leaves_its_author_and_waits_for_the_reviewer() -> None:
    w = world()
    report = submitted(w)
    assert "quý I/2026," not in _page(w.officer())
    page = _page(w.reviewer())
    assert "Chờ ý kiến, chữ ký của đơn vị (1)" in page
    assert reverse("reports:report", args=[report.pk]) in page


def test_a_viewer_sees_what_is_owed_but_no_button_to_write() -> None:
    w = world()
    page = _page(w.officer(role="viewer"))
    assert reverse("reports:obligation", args=[w.obligation().pk]) in page
    assert "Bắt đầu soạn" not in page


def _signing() -> Edition:
    edition = programmes.edition()
    lead = programmes.member(edition.programme.lead)
    return programme_actions.open_for_signature(edition=edition, by=lead, at=IN_TIME)


def test_a_programme_waits_for_the_leader_of_a_party_alone() -> None:
    edition = _signing()
    front = edition.parties.get(body__kind=BodyKind.FRONT_COMMITTEE).body
    page = _page(programmes.member(front, "leader"))
    assert "Chương trình chờ ký" in page
    assert reverse("lifecycle:signing", args=[edition.programme_id]) in page
    assert "Chương trình chờ ký" not in _page(programmes.member(front, "officer"))


def test_a_signed_programme_waits_for_the_clerk_of_the_lead() -> None:
    edition = _signing()
    Edition.objects.filter(pk=edition.pk).update(status="in_force", in_force_from=date(2026, 3, 9))
    page = _page(programmes.member(edition.programme.lead, "clerk"))
    assert "Chương trình chờ cấp số" in page
    assert "Đủ chữ ký ngày 9/3" in page


def test_an_unfinished_draft_waits_for_its_officer() -> None:
    edition = programmes.edition()
    page = _page(programmes.member(edition.programme.lead))
    assert "Dự thảo chương trình" in page
    assert reverse("programmes:draft", args=[edition.programme_id]) in page


def test_a_paper_under_review_says_how_much_is_left() -> None:
    commune = drafting.an_binh()
    draft = drafting.draft(commune.officer)
    page = _page(commune.officer)
    assert f"Còn {draft.facts.filter(status='pending').count()} mục phải xem." in page
    assert reverse("drafting:review", args=[draft.pk]) in page


def test_a_task_stands_by_its_last_day() -> None:
    w = world()
    task = plans.task(w.edition, w.women, due_on=date(2026, 3, 12))
    page = _page(w.officer())
    assert page.index(task.title) < page.index("quý I/2026")
    assert "Hạn hết ngày 12/3, còn 2 ngày" in page


def test_an_area_head_sees_only_own_tasks_in_large_cards() -> None:
    w = world()
    head = w.officer(role="area_head")
    plans.task(w.edition, w.women, due_on=date(2026, 3, 12), title="Việc của người khác")
    plans.task(
        w.edition, w.women, due_on=date(2026, 3, 14), title="Chụp ảnh đường hoa", person_id=head.person_id
    )
    page = _page(head)
    assert "ph-simple" in page
    assert "Chụp ảnh đường hoa" in page
    assert "Việc của người khác" not in page


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("officer", "Đưa văn bản vào"),
        ("viewer", "Xem danh sách chương trình"),
        ("area_head", "Khi xã giao việc"),
    ],
)
def test_an_empty_page_says_what_comes_next(role: str, words: str) -> None:
    assert words in _page(member(role=role))


def test_the_bars_say_the_same_in_words(monkeypatch) -> None:
    w = world()
    submitted(w)
    _later(monkeypatch, days=12)
    page = _page(w.reviewer())
    assert "Quý I/2026: 2 báo cáo" in page
    assert "nộp đúng hạn 1, chưa báo cáo 1" in page


def test_sample_members_read_that_the_figures_are_made_up() -> None:
    assert "SỐ LIỆU MINH HỌA" in _page(member(is_sample=True))
    assert "SỐ LIỆU MINH HỌA" not in _page(member())


@pytest.mark.parametrize("role", Role.values)
def test_every_role_opens_the_page(role: str) -> None:
    w = world()
    assert "Việc của tôi" in _page(w.officer(w.women, role))


def _grown(w: World, count: int, *, start: int) -> None:
    """`count` more drafts of programmes, tasks and papers under review of the committee."""
    for number in range(start, start + count):
        programmes.edition(lead=w.committee)
        plans.task(w.edition, w.committee, title=f"Việc {number}", due_on=date(2026, 3, 12))
        drafting.draft(w.officer(w.committee), f"{drafting.PAPER}\n{number}")


def test_the_page_costs_the_same_however_much_there_is_to_do() -> None:
    w = world()
    leader = signed_in(w.officer(w.committee, "leader"))
    submitted(w)
    _grown(w, 1, start=0)
    few = statements(leader, HOME)
    submitted(w, body=w.front)
    _grown(w, 3, start=1)
    assert statements(leader, HOME) == few <= MOST
