"""The review page: all facts in reading order, doubtful first, by section; its text letter for letter."""

import json
import re
from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.urls import reverse
from lxml import html

from phoihop.core import clock
from phoihop.drafting import actions, queries
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.queries import Screen
from phoihop.drafting.statuses import FactKind, FactStatus
from phoihop.drafting.views.review import review
from phoihop.people.models import User
from phoihop.sample.papers import TEXTS
from tests.accounts.factories import client_as, member
from tests.drafting.factories import AT, JPEG, PAPER, an_binh, scanned
from tests.drafting.factories import draft as read_draft
from tests.drafting.replay import form_data
from tests.reading.work import calls

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
ALL = {"xem": "tat-ca"}
MOST_QUERIES, MOST_CALLS = 30, 950_000


@pytest.fixture
def place():
    return an_binh()


@pytest.fixture
def client(place):
    return client_as(place.officer)


@pytest.fixture
def draft(place):
    return read_draft(place.officer)


def url(name, *args):
    return reverse(f"drafting:{name}", args=args)


def page_of(client, draft, **screen):
    return html.fromstring(client.get(url("review", draft.pk), screen).content.decode())


def cards(page):
    return [card.get("id") for card in page.xpath("//article")]


def test_the_list_opens_with_what_is_doubtful_and_only_that(client, draft):
    doubtful = [f"f{f.pk}" for f in draft.facts.exclude(doubts=[])]
    assert sorted(cards(page_of(client, draft))) == sorted(doubtful)
    assert len(cards(page_of(client, draft, **ALL))) == draft.facts.count()


def test_facts_of_all_kinds_stand_in_reading_order(client, draft):
    shown = [int(name[1:]) for name in cards(page_of(client, draft, **ALL))]
    rows = DraftFact.objects.in_bulk(shown)
    starts = [rows[pk].span_start for pk in shown if rows[pk].span_start is not None]
    assert starts == sorted(starts)
    assert rows[shown[0]].kind == FactKind.HEADER


def test_the_text_stands_letter_for_letter_whatever_is_marked(client, place):
    paper = PAPER.replace("đạt tỷ lệ", "<b>đạt</b> & tỷ lệ")
    draft = read_draft(place.officer, paper)
    for screen in ({}, ALL, {"muc": "clause"}):
        page = page_of(client, draft, **screen)
        assert page.xpath("//*[@data-source]")[0].text_content() == draft.text


def test_each_side_leads_to_the_other(client, draft):
    page = page_of(client, draft, **ALL)
    for fact in draft.facts.exclude(span_start=None):
        assert page.xpath(f"//article[@id='f{fact.pk}']//a[@href='#v{fact.pk}']")
        assert page.xpath(f"//*[@data-source]//*[@id='v{fact.pk}']")
    marks = page.xpath("//*[@data-source]//a/@href")
    assert all(page.xpath("//article[@id=$id]", id=mark[1:]) for mark in marks)


def test_a_mark_of_a_fact_outside_the_list_leads_to_the_whole_list(client, draft):
    marks = page_of(client, draft).xpath("//*[@data-source]//a/@href")
    assert any(mark.startswith("?muc=&xem=tat-ca#f") for mark in marks)


def test_each_section_says_what_waits_and_accepts_what_is_certain(client, draft):
    page = page_of(client, draft)
    buttons = page.xpath("//button[@name='section']")
    said = [" ".join(button.text_content().split()) for button in buttons]
    certain = draft.facts.filter(doubts=[]).count()
    assert sum(int(re.search(r"\((\d+) dữ kiện", words)[1]) for words in said) == certain
    assert any("mục II" in words for words in said)
    client.post(url("decide", draft.pk), {"section": buttons[1].get("value")})
    assert draft.facts.filter(status=FactStatus.ACCEPTED).exclude(doubts=[]).count() == 0
    assert 0 < draft.facts.filter(status=FactStatus.ACCEPTED).count() < certain


def test_what_was_inherited_says_from_where_and_silence_says_so(place):
    draft = read_draft(place.officer, (TEXTS / "lam-son-2025.txt").read_text("utf-8"))
    page = queries.review(draft, Screen("target", only_doubtful=False), by=place.officer, now=AT)
    details = [words for card in page.cards for words in card.details]
    assert any(re.fullmatch(r"Hạn: 2025 \(thừa từ mục II.*\)", words) for words in details)
    assert "Hạn: không ghi" in details


def test_an_inherited_value_somebody_changed_is_inherited_no_longer(place):
    draft = read_draft(place.officer, (TEXTS / "lam-son-2025.txt").read_text("utf-8"))
    fact = next(f for f in draft.facts.filter(kind="target") if "due" in f.read["inherited_from"])
    actions.edit_fact(fact=fact, values={"due": "2030"}, version=1, by=place.officer, at=AT)
    page = queries.review(draft, Screen("target", only_doubtful=False), by=place.officer, now=AT)
    card = next(card for card in page.cards if card.id == fact.pk)
    assert "Hạn: 2030" in card.details


def test_sums_are_shown_and_follow_each_edit(place):
    draft = read_draft(place.officer, (TEXTS / "lam-son-2025.txt").read_text("utf-8"))

    def check(value):
        page = queries.review(draft, Screen("target", only_doubtful=False), by=place.officer, now=AT)
        return [c for card in page.cards if card.id == whole.pk for c in card.checks]

    whole = draft.facts.get(kind="target", values__value="10", values__part_of=None)
    assert [(c.words, c.is_wrong) for c in check(10)] == [("Khớp: 10 = 6 + 1 + 1 + 1 + 1", False)]
    actions.edit_fact(fact=whole, values={"value": "12"}, version=1, by=place.officer, at=AT)
    assert check(12)[0].is_wrong


def test_a_duty_says_its_first_days(place, draft):
    page = queries.review(draft, Screen("duty", only_doubtful=False), by=place.officer, now=AT)
    words = [words for card in page.cards for words in card.details]
    assert "Hạn cuối: hết ngày 19/03/2026, 19/06/2026, 19/09/2026" in words


def test_who_else_is_at_work_is_shown_for_a_while(client, place, draft):
    other = member(body=place.committee, role="officer")
    fact = draft.facts.filter(kind="target").first()
    actions.decide(draft=draft, facts=[fact.pk], verb="reject", by=other, at=clock.now())
    name = draft.decisions.get().by_person.full_name
    assert f"{name} đang rà soát bản này" in client.get(url("review", draft.pk)).content.decode()
    draft.decisions.update(at=clock.now() - timedelta(minutes=11))
    assert "đang rà soát bản này" not in client.get(url("review", draft.pk)).content.decode()


def test_the_history_of_a_fact_says_who_changed_what_from_what(client, place, draft):
    fact = draft.facts.filter(kind="target", values__value="25").get()
    actions.edit_fact(fact=fact, values={"value": "30.5"}, version=1, by=place.officer, at=AT)
    page = client.get(url("fact_history", draft.pk, fact.pk)).content.decode()
    assert "Giá trị: 25 → 30,5" in page
    assert draft.decisions.get().by_person.full_name in page
    assert "Giá trị: 25 → 30,5" in client.get(url("history", draft.pk)).content.decode()


def long_paper(targets):
    lines = "".join(
        f"{n}. Hội LHPN xã vận động hội viên giúp {n} hộ nghèo tại thôn số {n} thoát nghèo.\n"
        for n in range(4, 4 + targets)
    )
    return PAPER.replace("III. TỔ CHỨC", f"{lines}III. TỔ CHỨC")


def test_three_hundred_facts_cost_no_more_queries(client, place, draft, django_assert_max_num_queries):
    longer = read_draft(place.officer, long_paper(105))
    assert longer.facts.count() > 300
    counts = []
    for row in (draft, longer):
        with django_assert_max_num_queries(MOST_QUERIES) as captured:
            client.get(url("review", row.pk), ALL)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_three_hundred_facts_take_little_work(place):
    """The view alone: a test client would copy the context of each of a thousand pieces."""
    longer = read_draft(place.officer, long_paper(105))
    request = RequestFactory().get(url("review", longer.pk), ALL)
    request.member = place.officer
    request.user = User.objects.get(person_id=place.officer.person_id)
    assert review(request, longer.pk).status_code == 200
    assert calls(lambda: review(request, longer.pk)) < MOST_CALLS


def test_a_step_on_three_hundred_facts_costs_as_many_queries(
    client, place, draft, django_assert_max_num_queries
):
    longer = read_draft(place.officer, long_paper(105))
    counts = []
    for row in (draft, longer):
        fact = row.facts.filter(kind="target").first()
        with django_assert_max_num_queries(40) as captured:
            client.post(url("decide", row.pk), {"accept": f"{fact.pk}.1"}, headers=HTMX)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_a_scan_shows_its_pictures_with_the_facts_on_them(client, place, draft):
    scanned(draft, place.officer)
    page = page_of(client, draft, goc="anh", **ALL)
    assert page.xpath("//figure/img/@src") == [url("page_image", draft.pk, 1)]
    assert page.xpath("//figure/img/@loading") == ["lazy"]
    linked = set(page.xpath("//figure//a/@href"))
    target = draft.facts.filter(kind="target").first()
    assert f"#f{target.pk}" in linked
    assert page.xpath("//*[contains(@class,'scan-unsure')]")
    assert not page.xpath("//*[@data-source]")


def test_letters_nobody_is_sure_of_are_painted_in_the_text(client, place, draft):
    scanned(draft, place.officer)
    page = page_of(client, draft)
    painted = "".join(part.text_content() for part in page.xpath("//*[contains(@class,'unsure')]"))
    assert painted == "nghèo." * PAPER.split().count("nghèo.")
    assert page.xpath("//*[@data-source]")[0].text_content() == draft.text
    assert page.xpath("//a[contains(., 'Ảnh bản quét')]")


def test_a_picture_is_for_those_who_may_see_the_paper(client, place, draft):
    scanned(draft, place.officer)
    answer = client.get(url("page_image", draft.pk, 1))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert b"".join(answer.streaming_content) == JPEG
    stranger = client_as(member(body=place.women, role="officer"))
    assert stranger.get(url("page_image", draft.pk, 1)).status_code == 404
    assert client.get(url("page_image", draft.pk, 2)).status_code == 404


def test_only_the_chosen_words_are_read_anew_and_nothing_is_written(client, draft):
    fact = draft.facts.filter(kind="target", values__value="97").get()
    other = draft.facts.filter(kind="target", values__value="3").get()
    data = form_data(client.get(url("edit_fact", draft.pk, fact.pk)))
    data |= {"span_start": other.span_start, "span_end": other.span_end, "buoc": "chon"}
    answer = client.post(url("reread", draft.pk, "target"), data, headers=HTMX)
    fresh = form_data(answer)
    assert (fresh["value"], fresh["comparator"], fresh["unit"]) == ("3", ">", "km")
    assert "Đã đọc lại đoạn vừa chọn" in answer.content.decode()
    assert DraftFact.objects.get(pk=fact.pk).version == 1
    client.post(url("save_fact", draft.pk, fact.pk), fresh)
    fact.refresh_from_db()
    assert (fact.span_start, fact.values["value"]) == (other.span_start, "3")
    assert fact.values["text"] == draft.text[fact.span_start : fact.span_end]


def test_without_scripts_the_edges_move_by_words(client, draft):
    fact = draft.facts.filter(kind="target", values__value="97").get()
    data = form_data(client.get(url("edit_fact", draft.pk, fact.pk))) | {"buoc": "cuoi-bot"}
    answer = client.post(url("reread", draft.pk, "target"), data)
    fresh = form_data(answer)
    assert int(fresh["span_end"]) < fact.span_end
    assert "<html" in answer.content.decode()


def test_what_cannot_be_read_keeps_what_was_typed(client, draft):
    fact = draft.facts.filter(kind="target", values__value="97").get()
    start = draft.text.index("CHƯƠNG TRÌNH")
    data = form_data(client.get(url("edit_fact", draft.pk, fact.pk)))
    data |= {"span_start": start, "span_end": start + 10, "buoc": "chon", "value": "12,5"}
    answer = client.post(url("reread", draft.pk, "target"), data, headers=HTMX)
    assert form_data(answer)["value"] == "12,5"
    assert "các ô giữ nguyên" in answer.content.decode()


def test_a_quoted_sentence_fills_the_form_of_a_new_fact(client, draft):
    answer = client.get(url("new_fact", draft.pk, "target"), {"cau": "trồng mới   trên 03 km đường hoa"})
    assert (form_data(answer)["value"], form_data(answer)["comparator"]) == ("3", ">")
    lost = client.get(url("new_fact", draft.pk, "target"), {"cau": "không có câu này"})
    assert "Không thấy câu này" in lost.content.decode()


def test_a_preview_says_what_the_form_would_mean_and_writes_nothing(client, draft):
    fact = draft.facts.filter(kind="target", values__value="97").get()
    data = form_data(client.get(url("edit_fact", draft.pk, fact.pk))) | {"value": "120"}
    del data["submission_key"]
    page = client.post(url("preview", draft.pk, "target"), data).content.decode()
    assert "Từ 120% trở lên" in page
    assert "Tỷ lệ không thể lớn hơn 100%" in page
    assert client.post(url("preview", draft.pk, "target"), data | {"value": "x"}).status_code == 200
    assert DraftFact.objects.get(pk=fact.pk).version == 1


def test_a_duty_is_previewed_with_its_first_days(client, draft):
    fact = draft.facts.filter(kind="duty").first()
    data = form_data(client.get(url("edit_fact", draft.pk, fact.pk))) | {"due_day": "25"}
    del data["submission_key"]
    page = client.post(url("preview", draft.pk, "duty"), data).content.decode()
    assert "Hạn cuối: hết ngày 24/03/2026" in page


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["in place", "without scripts"])
def test_ones_own_values_stand_beside_the_others_and_nothing_is_lost(client, place, draft, headers):
    fact = draft.facts.filter(kind="target", values__value="25").get()
    mine = form_data(client.get(url("edit_fact", draft.pk, fact.pk))) | {"value": "30"}
    other = member(body=place.committee, role="officer")
    actions.edit_fact(fact=fact, values={"value": "40"}, version=1, by=other, at=AT)
    answer = client.post(url("save_fact", draft.pk, fact.pk), mine, headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert [name in page for name in ("Giữ của tôi", "Lấy của người kia")] == [True, True]
    rows = html.fromstring(page).xpath("//table//tr[th='Giá trị']/td/text()")
    assert rows == ["30", "40"]
    fact.refresh_from_db()
    assert fact.values["value"] == "40"
    client.post(url("save_fact", draft.pk, fact.pk), form_data(answer), headers=headers)
    fact.refresh_from_db()
    assert fact.values["value"] == "30"


def test_taking_the_others_shows_their_card(client, place, draft):
    fact = draft.facts.filter(kind="target", values__value="25").get()
    actions.edit_fact(fact=fact, values={"value": "40"}, version=1, by=place.officer, at=AT)
    card = client.get(url("card", draft.pk, fact.pk), ALL, headers=HTMX).content.decode()
    assert "Giảm từ 40" in card
    whole = client.get(url("card", draft.pk, fact.pk), ALL)
    assert whole.headers["Location"].endswith(f"#f{fact.pk}")


def test_vietnamese_numbers_years_and_days_are_typed_as_printed(client, draft):
    fact = draft.facts.filter(kind="target", values__value="97").get()
    data = form_data(client.get(url("edit_fact", draft.pk, fact.pk)))
    data |= {"value": "97,5", "due_nam": "2027"}
    client.post(url("save_fact", draft.pk, fact.pk), data)
    fact.refresh_from_db()
    assert (fact.values["value"], fact.values["due"]) == ("97.5", "2027")
    data = form_data(client.get(url("edit_fact", draft.pk, fact.pk)))
    assert data["due_nam"] == "2027"
    data |= {"due_nam": "", "due_ngay": "2027-03-19"}
    client.post(url("save_fact", draft.pk, fact.pk), data)
    fact.refresh_from_db()
    assert fact.values["due"] == "2027-03-19"


def test_parties_are_ticked_from_those_of_the_paper_or_written(client, draft):
    fact = draft.facts.filter(kind="target", values__value="97").get()
    page = client.get(url("edit_fact", draft.pk, fact.pk))
    offered = html.fromstring(page.content.decode()).xpath("//input[@name='parties']/@value")
    assert set(offered) == set(draft.parties.values_list("code", flat=True))
    data = form_data(page) | {"parties": ["PN", "UBND"], "parties-khac": "Hội Làm vườn"}
    client.post(url("save_fact", draft.pk, fact.pk), data)
    fact.refresh_from_db()
    assert set(fact.values["parties"]) == {"PN", "UBND", "Hội Làm vườn"}
    assert draft.parties.filter(code="Hội Làm vườn").exists()


def test_units_of_this_paper_are_suggested(client, draft):
    fact = draft.facts.filter(kind="target").first()
    page = client.get(url("edit_fact", draft.pk, fact.pk)).content.decode()
    offered = html.fromstring(page).xpath("//datalist[@id='don-vi']/option/@value")
    assert offered[:3] == ["%", "km", "hộ nghèo"]


def test_the_focus_goes_where_a_step_leads(client, draft):
    fact = draft.facts.filter(kind="target").first()
    cut = draft.text.index(" ", fact.span_start + 10)
    data = {"cut": cut, "version": 1}
    answer = client.post(url("split", draft.pk, fact.pk), data, headers=HTMX)
    assert json.loads(answer.headers["HX-Trigger-After-Settle"]) == {"review:focus": {"id": f"f{fact.pk}"}}


def test_a_confirmed_draft_is_shown_without_buttons(client, draft):
    Draft.objects.filter(pk=draft.pk).update(status="discarded")
    page = page_of(client, draft, **ALL)
    assert not page.xpath("//button[@name='accept' or @name='section'] | //a[@data-key-for='edit']")


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("legal_basis", {"text": "Luật Thanh niên năm 2020"}),
        ("assignment", {"party": "UBND"}),
        ("duty", {"name": "Báo cáo", "owes": ["MTTQ"]}),
        ("signatory", {"party": "UBND", "name": "Trần Văn Thử"}),
        ("recipient", {"name": "Như trên"}),
    ],
)
def test_every_kind_can_be_added_by_hand_and_read_on_its_card(client, draft, kind, typed):
    data = form_data(client.get(url("new_fact", draft.pk, kind))) | typed
    answer = client.post(url("add_fact", draft.pk, kind), data)
    assert answer.status_code == 302, answer.content.decode()
    page = page_of(client, draft, **ALL)
    added = draft.facts.get(read__isnull=True)
    assert page.xpath("//article[@id=$id]//*[contains(., 'thêm tay')]", id=f"f{added.pk}")
