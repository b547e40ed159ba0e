"""The pages of plans as people click through them."""

from datetime import date

import pytest
from django.urls import reverse

from phoihop.core import clock
from phoihop.plans.models import Proposal, Task
from phoihop.programmes.models import Programme
from tests.lifecycle.planning import AT, TODAY, World
from tests.programmes import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def w(monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: AT)
    return World()


def client(w, body=None, role="officer"):
    return factories.people.client_as(w.officer(body, role))


def page(client, name, *ids, **query) -> str:
    answer = client.get(reverse(name, args=ids), query)
    assert answer.status_code == 200
    return answer.content.decode()


def given(w, **fields):
    values = {
        "body": w.women.pk,
        "clause": factories.clause(w.edition, "II.1").pk,
        "content": "Tuyên truyền Luật Đất đai",
        "kind": "training",
        "when": "quy-2",
    }
    return values | fields


def test_the_lead_calls_and_a_party_proposes_a_quarter(w):
    lead, women = client(w), client(w, w.women)
    call = {"year": "2026", "due_on": "2026-03-01"}
    lead.post(reverse("lifecycle:call_proposals", args=[w.programme.pk]), call)
    round_ = w.programme.proposal_rounds.get()
    answer = women.post(reverse("plans:propose", args=[round_.pk]), given(w))
    assert answer.status_code == 302
    row = Proposal.objects.get()
    assert (row.starts_on, row.ends_on) == (date(2026, 4, 1), date(2026, 6, 30))
    assert "quý II/2026" in page(women, "plans:proposals", round_.pk)


def test_who_proposes_after_the_closing_keeps_what_was_typed(w):
    round_ = w.round()
    w.judged(w.proposed(round_))
    w.closed(round_)
    answer = client(w, w.women).post(reverse("plans:propose", args=[round_.pk]), given(w))
    assert answer.status_code == 422
    assert "Tuyên truyền Luật Đất đai" in answer.content.decode()
    assert "đã khép lại" in answer.content.decode()


def test_days_of_one_s_own_need_both_ends(w):
    round_ = w.round()
    form = given(w, when="ngay", starts_on="2026-04-02")
    answer = client(w, w.women).post(reverse("plans:propose", args=[round_.pk]), form)
    assert "Hãy ghi cả ngày bắt đầu" in answer.content.decode()


def test_a_party_changes_its_own_and_sees_no_buttons_of_the_lead(w):
    round_ = w.round()
    row = w.proposed(round_)
    w.proposed(round_, w.farmers)
    women = client(w, w.women)
    shown = page(women, "plans:proposals", round_.pk)
    assert "Có thể trùng với" in shown
    assert 'name="accept"' not in shown
    assert 'value="quy-2" selected' in page(women, "plans:change_proposal", row.pk)
    women.post(
        reverse("plans:change_proposal", args=[row.pk]), given(w, version="1", when="thang-5", place="Chợ")
    )
    row.refresh_from_db()
    assert (row.place, row.ends_on) == ("Chợ", date(2026, 5, 31))


def test_the_lead_merges_closes_and_takes_it_back(w):
    round_ = w.round()
    kept, other = w.proposed(round_), w.proposed(round_, w.farmers)
    lead = client(w)
    judge = reverse("plans:judge_proposal", args=[other.pk])
    lead.post(judge, {"merge": "1", "into": kept.pk, "version": "1"})
    lead.post(reverse("plans:accept_all_proposals", args=[round_.pk]))
    assert "1 đề xuất đã ghép" in page(lead, "lifecycle:close_proposals", w.programme.pk, 2026)
    lead.post(reverse("lifecycle:close_proposals", args=[w.programme.pk, 2026]))
    assert Programme.objects.filter(under=w.programme).exists()
    assert "Hoàn tác việc khép lại" in page(lead, "lifecycle:plans", w.programme.pk)
    lead.post(reverse("lifecycle:undo_closing", args=[w.programme.pk, 2026]))
    assert not Programme.objects.filter(under=w.programme).exists()


def test_a_plan_shows_its_items_and_makes_their_tasks(w):
    plan = w.signed(w.plan()).programme
    lead = client(w)
    assert "chưa lập công việc" in page(lead, "lifecycle:plans", plan.pk)
    assert "Sẽ lập 1 công việc" in page(lead, "lifecycle:plan_tasks", plan.pk)
    lead.post(reverse("lifecycle:plan_tasks", args=[plan.pk]))
    shown = page(lead, "lifecycle:plans", plan.pk)
    assert reverse("plans:detail", args=[Task.objects.get().pk]) in shown
    assert "chưa đến hạn" in shown


def test_a_party_sees_what_its_plan_is_made_of_and_begins_it(w):
    front = client(w, w.front)
    address = reverse("lifecycle:implementation", args=[w.programme.pk, w.front.pk, 2026])
    assert "1 mục chủ trì" in front.get(address).content.decode()
    assert front.post(address).status_code == 302
    assert (
        front.get(reverse("lifecycle:implementation", args=[w.programme.pk, w.women.pk, 2026])).status_code
        == 403
    )
    assert "đang soạn" in page(client(w), "lifecycle:plans", w.programme.pk, nam="2026")


def test_last_years_contents_stand_to_be_chosen(w):
    old = w.judged(w.proposed(w.round()))
    w.closed(old.round)
    round_ = w.round(2027)
    women = client(w, w.women)
    assert "chuyển tiếp" in page(women, "plans:carry_over", round_.pk)
    women.post(reverse("plans:carry_over", args=[round_.pk]), {"items": [old.pk]})
    assert "chuyển tiếp từ năm 2026" in page(women, "plans:proposals", round_.pk)


@pytest.mark.parametrize("count", [2, 6])
def test_the_round_costs_the_same_for_more_proposals(w, count, django_assert_max_num_queries):
    round_ = w.round()
    for number in range(count):
        w.proposed(round_, content=f"Nội dung {number}", coordinator_ids=[w.front.pk])
    lead = client(w)
    page(lead, "plans:proposals", round_.pk)
    with django_assert_max_num_queries(30) as counted:
        page(lead, "plans:proposals", round_.pk)
    assert len(counted) == 15


@pytest.mark.parametrize("count", [1, 5])
def test_the_items_cost_the_same_for_more_of_them(w, count, django_assert_max_num_queries):
    plan = w.signed(w.plan(*({"content": f"Nội dung {number}"} for number in range(count)))).programme
    lead = client(w)
    lead.post(reverse("lifecycle:plan_tasks", args=[plan.pk]))
    page(lead, "lifecycle:plans", plan.pk)
    with django_assert_max_num_queries(40) as counted:
        page(lead, "lifecycle:plans", plan.pk)
    assert len(counted) == 26
