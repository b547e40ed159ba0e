import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.drafting.actions import reading as reading_actions
from phoihop.drafting.models import Draft
from phoihop.drafting.statuses import FactKind, FactStatus
from phoihop.programmes.models import Programme
from tests.accounts.factories import client_as, member
from tests.drafting.factories import PAPER, an_binh
from tests.drafting.factories import draft as read_draft

pytestmark = pytest.mark.django_db


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


def test_a_file_put_in_opens_its_review(client):
    file = SimpleUploadedFile("chuong-trinh.txt", PAPER.encode(), content_type="text/plain")
    answer = client.post(url("upload"), {"file": file})
    draft = Draft.objects.get()
    assert answer.headers["Location"] == url("review", draft.pk)


def test_pasted_text_is_read_too(client):
    client.post(url("upload"), {"pasted": PAPER})
    assert Draft.objects.get().facts.filter(kind=FactKind.TARGET).count() == 3


def test_an_empty_form_says_what_is_missing(client):
    answer = client.post(url("upload"), {})
    assert answer.status_code == 422
    assert "Chọn một tệp hoặc dán nội dung" in answer.content.decode()


def test_an_unreadable_file_is_answered_in_words(client):
    file = SimpleUploadedFile("hong.docx", b"PK\x03\x04 not a real file", content_type="application/zip")
    answer = client.post(url("upload"), {"file": file}, follow=True)
    assert "bị hỏng" in answer.content.decode()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("kind", FactKind.values)
def test_the_review_shows_text_and_facts_of_each_kind(client, draft, kind):
    answer = client.get(url("review", draft.pk), {"muc": kind})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count('class="card mb-2 fact') == draft.facts.filter(kind=kind).count()


def test_the_review_costs_the_same_for_a_longer_paper(client, place, draft, django_assert_max_num_queries):
    longer = PAPER.replace(
        "III. TỔ CHỨC",
        "".join(f"{n}. Vận động {n}0 hộ nghèo thoát nghèo.\n" for n in range(4, 30)) + "III. TỔ CHỨC",
    )
    other = read_draft(place.officer, longer)
    assert other.facts.count() > 2 * draft.facts.count()
    counts = []
    for row in (draft, other):
        with django_assert_max_num_queries(30) as captured:
            client.get(url("review", row.pk))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_buttons_accept_reject_and_undo(client, draft):
    fact = draft.facts.filter(kind=FactKind.TARGET).first()
    client.post(url("decide", draft.pk), {"kind": "target", "accept": fact.pk})
    fact.refresh_from_db()
    assert fact.status == FactStatus.ACCEPTED
    client.post(url("undo", draft.pk), {"kind": "target"})
    fact.refresh_from_db()
    assert fact.status == FactStatus.PENDING


@pytest.mark.parametrize("kind", FactKind.values)
def test_each_kind_of_fact_can_be_edited_and_saved_unchanged(client, draft, kind):
    fact = draft.facts.filter(kind=kind).first()
    if fact is None:
        assert kind == FactKind.RECIPIENT
        return
    form = client.get(url("edit_fact", draft.pk, fact.pk)).context["form"]
    data = {name: value for name in form.fields if (value := form[name].value()) not in (None, "", False)}
    answer = client.post(url("save_fact", draft.pk, fact.pk), data)
    assert answer.status_code == 302, answer.context["form"].errors
    fact.refresh_from_db()
    assert fact.status == FactStatus.ACCEPTED
    kept = {k: v for k, v in fact.values.items() if k in fact.read and k not in {"anchor", "text"}}
    assert kept == {k: fact.read[k] for k in kept} or kind == FactKind.TARGET


def test_a_wrong_number_is_explained_at_its_field(client, draft):
    fact = draft.facts.filter(kind=FactKind.TARGET).first()
    answer = client.post(url("save_fact", draft.pk, fact.pk), {"value": "chín bảy", "version": 1})
    assert answer.status_code == 422
    assert "Hãy ghi một số" in answer.content.decode()


def test_a_missed_target_can_be_added(client, draft):
    clause = draft.facts.filter(kind=FactKind.CLAUSE).first().values["id"]
    data = {
        "clause": clause,
        "name": "nhà Đại đoàn kết",
        "kind": "count",
        "comparator": ">=",
        "value": "2",
        "unit": "nhà",
        "direction": "reach",
        "recurrence": "once",
        "scope_kind": "place",
        "parties": "MTTQ",
    }
    client.post(url("add_fact", draft.pk, "target"), data)
    added = draft.facts.get(read__isnull=True)
    assert (added.values["name"], added.status) == ("nhà Đại đoàn kết", FactStatus.ACCEPTED)


def test_from_upload_to_programme_by_the_forms_alone(client, place, draft):
    for kind in FactKind.values:
        client.post(url("decide", draft.pk), {"certain": kind})
    for fact in draft.facts.filter(status=FactStatus.PENDING):
        client.post(url("decide", draft.pk), {"accept": fact.pk})
    form = client.get(url("confirm", draft.pk)).context["form"]
    data = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    data |= {"lead": place.committee.pk, "way": "recorded", "in_force_from": "2026-01-15"}
    answer = client.post(url("make_programme", draft.pk), data)
    assert answer.status_code == 302
    assert Programme.objects.get().lead == place.committee


def test_the_confirm_page_says_what_is_still_open(client, draft):
    page = client.get(url("confirm", draft.pk)).content.decode()
    assert "mục chưa xem" in page


def test_the_parties_page_lists_each_word_and_saves_choices(client, place, draft):
    page = client.get(url("parties", draft.pk)).content.decode()
    assert "“MTTQ”" in page
    row = draft.parties.get(code="PN")
    data = {"version": draft.version, f"party-{row.pk}": [place.front.pk], "signing": [row.pk]}
    client.post(url("save_parties", draft.pk), data)
    assert [b.pk for b in row.bodies.all()] == [place.front.pk]


@pytest.mark.parametrize("name", ["review", "parties", "confirm"])
def test_another_body_finds_nothing(place, draft, name):
    stranger = client_as(member(body=place.women, role="officer"))
    assert stranger.get(url(name, draft.pk)).status_code == 404


@pytest.mark.parametrize("role", ["viewer", "clerk", "committee_member", "area_head", "administrator"])
def test_other_roles_may_not_open_the_pages(place, draft, role):
    client = client_as(member(body=place.committee, role=role))
    assert client.get(url("papers")).status_code == 403
    assert client.get(url("review", draft.pk)).status_code == 403
    assert client.post(url("decide", draft.pk), {"accept": 1}).status_code == 403


def test_a_party_that_is_no_body_is_refused_before_the_database_does(client, draft):
    party = draft.parties.order_by("pk").first()
    form = {"version": draft.version, f"party-{party.pk}": "999999999", "signing": str(party.pk)}
    answer = client.post(url("save_parties", draft.pk), form)
    assert answer.status_code == 409
    assert "không có trong danh mục" in answer.content.decode()


def test_a_book_is_no_paper_to_read(client, monkeypatch):
    monkeypatch.setattr(reading_actions, "MOST_CHARACTERS", 500)
    answer = client.post(url("upload"), {"pasted": PAPER}, follow=True)
    assert "khoảng 700 trang" in answer.content.decode()
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("kind", "field", "length"), [("duty", "owes", 121), ("header", "number", 81), ("header", "place", 101)]
)
def test_a_fact_longer_than_is_kept_is_refused_on_its_form(client, draft, kind, field, length):
    fact = draft.facts.filter(kind=kind).first()
    page = client.get(url("edit_fact", draft.pk, fact.pk))
    given = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    form = {name: value for name, value in given.items() if value not in (None, [], False)}
    form[field] = "x" * length
    answer = client.post(url("save_fact", draft.pk, fact.pk), form)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors


def test_what_was_read_too_long_is_named_before_confirming(client, draft):
    fact = draft.facts.get(kind=FactKind.HEADER)
    fact.values, fact.status = {**fact.values, "number": "9" * 90}, FactStatus.ACCEPTED
    fact.save()
    page = client.get(url("confirm", draft.pk)).content.decode()
    assert "ô “Số, ký hiệu” dài hơn 80 chữ" in page


def test_a_paper_with_endless_words_is_read_or_refused_in_words(client):
    long = "rất dài " * 60
    paper = (
        f"ỦY BAN NHÂN DÂN {long}\nSố: 1{'3' * 100}/CTrPH\nCHƯƠNG TRÌNH PHỐI HỢP\ngiữa UBND và MTTQ {long}\n"
        f"I. Nội dung\n1. {'Ban ' * 80} phối hợp {long}\n2. Hằng quý, {'Hội ' * 80} báo cáo {'Ban ' * 80}\n"
        f"TM. ỦY BAN NHÂN DÂN {long}\nCHỦ TỊCH {long}\nNơi nhận:\n- {long * 3};\n"
    )
    answer = client.post(url("upload"), {"pasted": paper})
    assert answer.status_code == 302
    assert client.get(url("confirm", Draft.objects.get().pk)).status_code == 200
