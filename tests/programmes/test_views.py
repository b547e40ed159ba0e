from datetime import date

import pytest
from django.urls import reverse

from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Assignment, DutyRule, Edition, Mending
from tests.programmes import factories

pytestmark = pytest.mark.django_db


def _client(body, role: str = "officer"):
    return factories.people.client_as(factories.member(body, role))


def _address(name: str, *ids: int) -> str:
    return reverse(f"programmes:{name}", args=ids)


def _listed(client, **query) -> str:
    return client.get(_address("list"), query).content.decode()


def test_the_list_is_found_without_marks_and_narrowed() -> None:
    lead = factories.body()
    for title, year in [("Chương trình giảm nghèo bền vững", 2025), ("Chương trình bảo vệ môi trường", 2026)]:
        factories.edition(
            lead=lead, title=title, period_start=date(year, 1, 1), period_end=date(year, 12, 31)
        )
    client = _client(lead)
    assert "Chương trình giảm nghèo bền vững" in _listed(client, tim="giam NGHEO")
    assert "môi trường" not in _listed(client, tim="giam NGHEO")
    assert "giảm nghèo" not in _listed(client, nam="2026")
    assert "Không có chương trình nào khớp" in _listed(client, trang_thai="in_force")
    assert "giảm nghèo" in _listed(client, trang_thai="draft", dia_ban=str(lead.area_id))


def test_a_strange_filter_is_no_error() -> None:
    client = _client(factories.body())
    assert "Chưa có chương trình nào" in _listed(client, nam="x", dia_ban="'", trang="9")


def test_the_list_costs_the_same_for_three_times_the_programmes(django_assert_max_num_queries) -> None:
    lead = factories.body()
    client = _client(lead)

    def cost(more: int) -> int:
        for _ in range(more):
            factories.in_force(factories.edition(lead=lead))
        with django_assert_max_num_queries(22) as counted:
            assert client.get(_address("list")).status_code == 200
        return len(counted)

    assert cost(3) == cost(6)


def test_the_text_costs_the_same_whatever_its_length(django_assert_max_num_queries) -> None:
    def cost(clauses: int) -> int:
        lead = factories.body()
        content = [factories.clause_content(f"C{n}") for n in range(clauses)]
        edition = factories.in_force(factories.edition(lead=lead, clauses=content))
        client = _client(lead)
        with django_assert_max_num_queries(22) as counted:
            assert client.get(_address("detail", edition.programme_id)).status_code == 200
        return len(counted)

    assert cost(5) == cost(50)


def _started(client, lead) -> Edition:
    sent = {
        "kind": "coordination_programme", "name": "Phối hợp 2026", "title": "Chương trình phối hợp năm 2026",
        "lead": lead.pk, "period_start": "2026-01-01", "period_end": "2026-12-31",
    }  # fmt: skip
    response = client.post(_address("blank"), sent)
    edition = Edition.objects.get()
    assert response.headers["Location"] == _address("draft", edition.programme_id)
    return edition


def test_a_programme_is_written_from_blank() -> None:
    lead = factories.body()
    front = factories.body(BodyKind.FRONT_COMMITTEE, lead.area)
    client = _client(lead)
    assert "Soạn mới" in client.get(_address("new")).content.decode()
    edition = _started(client, lead)
    programme = edition.programme_id
    assert "III. CHỈ TIÊU" in client.get(_address("draft", programme)).content.decode()
    section = edition.clauses.get(path="II")
    client.post(
        _address("add_clause", programme),
        {"parent": section.pk, "label": "1", "text": "1. Tuyên truyền", "version": edition.version},
    )
    edition.refresh_from_db()
    made = edition.clauses.get(path="II.1")
    parties = {"party_1": lead.pk, "party_2": front.pk, "version": edition.version}
    client.post(_address("parties", programme), parties)
    edition.refresh_from_db()
    client.post(_address("clause", programme, made.pk), {"text": "1. Vận động", "version": edition.version})
    client.post(_address("assign", programme, made.pk), {"body": front.pk, "role": "lead"})
    duty = {
        "kind": "report", "name": "Báo cáo quý", "frequency": "quarterly", "anchor": "last_month",
        "due_day": "20", "due_strict": "on", "shift": "none", "owes": [front.pk], "reviews": [lead.pk],
    }  # fmt: skip
    client.post(_address("duty", programme, made.pk), duty)
    page = client.get(_address("clause", programme, made.pk)).content.decode()
    for words in ("1. Vận động", "chủ trì", "hết ngày 19 tháng cuối kỳ", "Báo cáo quý"):
        assert words in page
    assert [party.body for party in edition.parties.order_by("order")] == [lead, front]
    assert (Assignment.objects.get().body, DutyRule.objects.get().due_strict) == (front, True)


def test_two_drafts_open_at_once_meet_a_plain_conflict() -> None:
    lead = factories.body()
    client = _client(lead)
    edition = _started(client, lead)
    header = {"title": "Tên khác", "version": edition.version}
    assert client.post(_address("draft", edition.programme_id), header).status_code == 302
    stale = client.post(_address("draft", edition.programme_id), header)
    assert stale.status_code == 409
    assert "người khác thay đổi" in stale.content.decode()


def test_after_signing_the_draft_page_leads_to_the_text_and_mending_asks_why() -> None:
    edition = factories.edition()
    lead = edition.programme.lead
    clause = factories.clause(edition)
    assignment = factories.assignment(clause, lead)
    factories.in_force(edition)
    client, programme = _client(lead), edition.programme_id
    assert client.get(_address("draft", programme)).headers["Location"] == _address("detail", programme)
    without = client.post(_address("assign", programme, clause.pk), {"body": lead.pk, "role": "focal"})
    assert without.status_code == 422
    client.post(_address("assign", programme, clause.pk), {"body": lead.pk, "role": "focal", "reason": "Sót"})
    drop = _address("drop_assignment", programme, clause.pk, assignment.pk)
    assert client.post(drop, {"reason": ""}).status_code == 409
    assert client.post(drop, {"reason": "Đọc nhầm"}).status_code == 302
    assert Mending.objects.count() == 2
    page = client.get(_address("history", programme)).content.decode()
    for words in ("Sửa lỗi nhập", "Đọc nhầm", "không có", "đầu mối"):
        assert words in page


def test_a_viewer_reads_and_is_offered_nothing_to_change() -> None:
    edition = factories.in_force(factories.edition())
    lead = edition.programme.lead
    client = _client(lead, "viewer")
    clause = factories.clause(edition)
    page = client.get(_address("clause", edition.programme_id, clause.pk)).content.decode()
    assert "Thêm phân công" not in page
    sent = {"body": lead.pk, "role": "focal", "reason": "x"}
    assert client.post(_address("assign", edition.programme_id, clause.pk), sent).status_code == 403
    assert client.get(_address("new")).status_code == 403


def test_somebody_who_does_not_see_the_programme_finds_no_page_of_it() -> None:
    edition = factories.edition()
    client = _client(factories.body())
    for name in ("detail", "history", "draft", "parties"):
        assert client.get(_address(name, edition.programme_id)).status_code == 404


def test_a_party_that_is_elsewhere_is_found_by_its_name() -> None:
    lead = factories.body()
    factories.body(BodyKind.FRONT_COMMITTEE, name="Mặt trận Tổ quốc xã Xuân Bái")
    client = _client(lead)
    edition = _started(client, lead)
    address = _address("parties", edition.programme_id)
    assert "Xuân Bái" not in client.get(address).content.decode()
    assert "Xuân Bái" in client.get(address, {"tim": "mat tran"}).content.decode()
