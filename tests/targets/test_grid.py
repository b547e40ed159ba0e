"""The grid on the screen: filled with what is known, read, looked at, kept, undone."""

import re
import uuid
from decimal import Decimal

import pytest
from django.urls import reverse

from phoihop.targets import actions, sources
from phoihop.targets.actions.closing import close_period
from phoihop.targets.models import Entering, Figure
from phoihop.targets.sources import SourcedValue, SourceFact
from phoihop.targets.statuses import FigureState
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.statements import MOST, signed_in, statements
from tests.targets import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]


class World:
    """A programme in force of three bodies with a count and a ratio; the lead's officer at a browser."""

    def __init__(self, draft):
        self.count = factories.target(draft, spec=factories.spec("mô hình", unit="mô hình"))
        self.ratio = factories.target(draft, spec=factories.ratio())
        programmes.in_force(draft)
        self.edition = draft
        self.lead, self.front, self.women = (p.body for p in draft.parties.order_by("order"))
        self.client = client_as(programmes.member(self.lead))
        self.address = reverse("targets:grid", args=[draft.pk])

    def box(self, target, body, seen=None):
        return f"o-{target.pk}-{body.pk}-{body.area_id}-{seen.pk if seen else 0}"

    def whole(self, target, body, seen=None):
        return self.box(target, body, seen).replace("o-", "m-", 1)

    def sends(self, **boxes):
        return self.client.post(self.address, boxes | {"submission_key": str(uuid.uuid4())})

    def keeps(self, address, **answers):
        return self.client.post(address, answers | {"submission_key": str(uuid.uuid4())}, follow=True)


@pytest.fixture
def w(draft):
    return World(draft)


def test_the_grid_shows_what_is_known_of_every_body_the_lead_enters_for(w):
    known = factories.figure(w.ratio, w.women, 97, 120)
    page = w.client.get(w.address).content.decode()
    assert f'name="{w.box(w.ratio, w.women, known)}"' in page
    assert re.search(rf'name="{w.whole(w.ratio, w.women, known)}"\s+value="120"', page)
    assert page.count("nhập hộ") == 2
    own = client_as(programmes.member(w.women)).get(w.address).content.decode()
    assert w.box(w.count, w.women) in own
    assert w.box(w.count, w.lead) not in own


def test_what_is_typed_is_looked_at_before_it_is_kept(w):
    known = factories.figure(w.count, w.women, 8)
    answer = w.sends(**{
        w.box(w.count, w.women, known): "9",
        w.box(w.count, w.front): "0",
        w.box(w.ratio, w.front): "97",
        w.whole(w.ratio, w.front): "120",
        w.box(w.ratio, w.lead): "KSL: chưa rà soát",
    })  # fmt: skip
    assert not Figure.objects.exclude(pk=known.pk).exists()
    page = w.client.get(answer.url).content.decode()
    assert "Sẽ ghi <b>3</b> số mới, sửa <b>1</b> số" in page
    refused = w.keeps(answer.url)
    assert "Hãy ghi lý do sửa số liệu" in refused.content.decode()
    kept = w.keeps(answer.url, reason="đếm sót")
    assert "Đã ghi số liệu" in kept.content.decode()
    now = {(f.target_id, f.body_id): f for f in Figure.objects.current()}
    assert now[w.count.pk, w.women.pk].note == "đếm sót"
    assert now[w.count.pk, w.front.pk].state == "zero"
    assert now[w.ratio.pk, w.front.pk].denominator == 120
    assert now[w.ratio.pk, w.lead.pk].note == "chưa rà soát"
    assert all(f.recorded_for_id == w.lead.pk for f in now.values())


def test_a_blank_cell_erases_nothing_and_a_cell_left_alone_is_no_correction(w):
    known = factories.figure(w.count, w.women, 8)
    other = factories.figure(w.count, w.front, 5)
    answer = w.sends(**{w.box(w.count, w.women, known): "", w.box(w.count, w.front, other): "5"})
    assert answer.status_code == 422
    assert "Ô để trống không xóa số đã có" in answer.content.decode()
    assert not Entering.objects.exists()
    assert Figure.objects.count() == 2


def test_a_cell_that_says_no_figure_is_told_and_nothing_typed_is_lost(w):
    answer = w.sends(**{w.box(w.count, w.women): "mười", w.box(w.count, w.front): "2,5"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Còn 2 ô chưa ghi được" in page
    assert 'value="mười"' in page
    assert "phải là số nguyên" in page


def test_the_same_form_sent_twice_is_one_act_and_kept_twice_records_once(w):
    sent = {w.box(w.count, w.women): "9", "submission_key": str(uuid.uuid4())}
    first, second = (w.client.post(w.address, sent) for _ in range(2))
    assert first.url == second.url
    assert Entering.objects.count() == 1
    for _ in range(2):
        w.keeps(first.url)
    assert Figure.objects.count() == 1


def test_a_number_changed_meanwhile_is_shown_beside_one_s_own_and_none_is_lost(w):
    known = factories.figure(w.count, w.women, 8)
    answer = w.sends(**{w.box(w.count, w.women, known): "9", w.box(w.count, w.front): "3"})
    theirs = actions.correct_figure(
        figure=known, state=FigureState.REPORTED, numerator=Decimal(7), reason="tính lại",
        by=programmes.member(w.women), at=factories.AT,
    )  # fmt: skip
    page = w.client.get(answer.url).content.decode()
    assert "Giữ số đang có: <b>7</b>" in page
    assert "Lấy số của tôi: <b>9</b>" in page
    name = f"{w.count.pk}-{w.women.pk}-{w.women.area_id}"
    w.keeps(answer.url, **{f"over-{name}": theirs.pk, f"mine-{name}": "1", "reason": "theo biên bản"})
    now = Figure.objects.current().get(target=w.count, body=w.women)
    assert (now.numerator, now.corrects_id, now.note) == (9, theirs.pk, "theo biên bản")
    assert Figure.objects.current().get(target=w.count, body=w.front).numerator == 3


def test_the_one_who_keeps_the_other_number_records_only_the_rest(w):
    answer = w.sends(**{w.box(w.count, w.women): "9", w.box(w.count, w.front): "3"})
    theirs = factories.figure(w.count, w.women, 7)
    name = f"{w.count.pk}-{w.women.pk}-{w.women.area_id}"
    w.keeps(answer.url, **{f"over-{name}": theirs.pk, f"mine-{name}": ""})
    assert Figure.objects.current().get(target=w.count, body=w.women) == theirs
    assert Figure.objects.count() == 2


def test_an_unlikely_number_asks_and_its_answer_stays_with_it(w):
    answer = w.sends(**{w.box(w.ratio, w.women): "130", w.whole(w.ratio, w.women): "120"})
    assert "Tỷ lệ trên 100% (130/120)" in w.client.get(answer.url).content.decode()
    assert "Còn số khác thường chưa xác nhận" in w.keeps(answer.url).content.decode()
    assert not Figure.objects.exists()
    name = f"{w.ratio.pk}-{w.women.pk}-{w.women.area_id}"
    w.keeps(answer.url, **{f"sure-{name}": "1", f"note-{name}": "vượt kế hoạch"})
    figure = Figure.objects.get()
    assert "130/120" in figure.confirmation.question
    assert figure.confirmation.note == "vượt kế hoạch"


def test_the_page_of_one_figure_asks_the_same(w):
    address = reverse("targets:record", args=[w.ratio.pk])
    sent = {
        "body": w.women.pk, "period": "2026-01-01_2026-03-31", "state": "reported", "numerator": "130",
        "denominator": "120",
    }  # fmt: skip
    asked = w.client.post(address, sent)
    assert asked.status_code == 422
    assert "Đúng như vậy" in asked.content.decode()
    w.client.post(address, sent | {"sure": "1", "sure_note": "đúng"})
    assert Figure.objects.get().confirmation.note == "đúng"


def test_an_act_is_undone_while_nobody_built_on_it(w):
    known = factories.figure(w.count, w.women, 8)
    answer = w.sends(**{w.box(w.count, w.women, known): "9", w.box(w.count, w.front): "3"})
    w.keeps(answer.url, reason="đếm sót")
    entering = Entering.objects.get()
    page = w.keeps(reverse("targets:undo_entering", args=[entering.pk]), reason="nhầm kỳ").content.decode()
    assert "Đã hoàn tác" in page
    now = {f.body_id: f for f in Figure.objects.current()}
    assert (now[w.women.pk].numerator, now[w.front.pk].state) == (8, "missing")
    assert "Hoàn tác lần nhập ngày 02/04/2026: nhầm kỳ" in now[w.women.pk].note
    assert Figure.objects.count() == 5
    entering.refresh_from_db()
    assert (entering.status, entering.undone_reason) == ("undone", "nhầm kỳ")


def test_an_act_somebody_built_on_is_not_undone(w):
    answer = w.sends(**{w.box(w.count, w.women): "9"})
    w.keeps(answer.url)
    factories.accepted(Figure.objects.get())
    page = w.keeps(reverse("targets:undo_entering", args=[Entering.objects.get().pk]), reason="nhầm")
    assert "được duyệt nên không hoàn tác được" in page.content.decode()
    assert Figure.objects.count() == 1


def test_another_body_s_act_is_not_seen_and_dropping_one_keeps_no_figure(w):
    answer = w.sends(**{w.box(w.count, w.women): "9"})
    assert client_as(programmes.member(w.women)).get(answer.url).status_code == 404
    w.keeps(reverse("targets:drop_entering", args=[Entering.objects.get().pk]))
    assert Entering.objects.get().status == "dropped"
    assert not Figure.objects.exists()


def test_a_closed_period_says_so_in_the_grid_and_takes_nothing(w):
    by = programmes.member(w.lead)
    close_period(programme=w.edition.programme, period=factories.FIRST_QUARTER, by=by, at=factories.AT)
    assert "đã khóa ngày 02/04/2026" in w.client.get(w.address).content.decode()
    answer = w.sends(**{w.box(w.count, w.women): "9"})
    assert answer.status_code == 422
    assert not Entering.objects.exists()


class _Found:
    label = "Theo công việc đã xong"

    def values(self, *, targets, body_ids, period):
        fact = SourceFact("Ra mắt mô hình, 12/02/2026", "/cong-viec/1/")
        return {(targets[0].pk, body): SourcedValue(self.label, Decimal(4), (fact,)) for body in body_ids}


def test_what_tasks_say_is_taken_in_the_grid_without_scripts_and_on_the_target_by_one_click(w, monkeypatch):
    monkeypatch.setattr(sources, "_sources", {"found": _Found()})
    page = w.client.get(w.address).content.decode()
    assert 'href="/cong-viec/1/"' in page
    cell = w.box(w.count, w.women).removeprefix("o-")
    again = w.sends(lay=cell, **{w.box(w.ratio, w.women): "90"}).content.decode()
    assert re.search(rf'name="o-{cell}"\s+value="4"', again)
    assert re.search(rf'name="{w.box(w.ratio, w.women)}"\s+value="90"', again)
    detail = reverse("targets:detail", args=[w.count.pk])
    assert "Theo công việc đã ghi, quý I/2026" in w.client.get(detail).content.decode()
    sent = {"body": w.women.pk, "ky": "2026-01-01_2026-03-31", "seen": ""}
    w.client.post(reverse("targets:take", args=[w.count.pk]), sent)
    figure = Figure.objects.get()
    assert (figure.numerator, figure.origin, figure.note) == (4, "source", "Theo công việc đã xong")


@pytest.mark.parametrize("words", ["", "?tim=lam"])
def test_the_grid_costs_the_same_for_few_and_for_many(w, words):
    client = signed_in(programmes.member(w.lead))
    few = statements(client, w.address + words)
    for body in (w.lead, w.front, w.women):
        factories.figure(w.count, body, 3)
        factories.figure(w.ratio, body, 90, 100)
    by = programmes.member(w.lead)
    close_period(programme=w.edition.programme, period=factories.FIRST_QUARTER, by=by, at=factories.AT)
    assert statements(client, w.address + words) == few <= MOST
