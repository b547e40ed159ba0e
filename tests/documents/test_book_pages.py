"""Pages of the books: any document numbered, sent, filed, read; search; pages; files."""

import io
from datetime import date
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from phoihop.core import clock
from phoihop.documents import actions
from phoihop.documents.calculations import held_to, registry_fields
from phoihop.documents.content import IncomingContent, OutgoingDetails
from phoihop.documents.models import Delivery, IncomingEntry, OutgoingEntry
from phoihop.organisations.models import BodyKind
from tests.accounts import factories

pytestmark = pytest.mark.django_db
TODAY = clock.today()


@pytest.fixture
def town():
    """(committee, its clerk, Front, its clerk), both at one place, with this year's books open."""
    area = factories.area()
    committee, front = (
        factories.body(kind, at=area) for kind in (BodyKind.PEOPLES_COMMITTEE, BodyKind.FRONT_COMMITTEE)
    )
    clerk, front_clerk = (factories.member(body=body, role="clerk") for body in (committee, front))
    actions.open_register(
        body=committee, year=TODAY.year, document_type="", first_number=138, by=clerk, at=clock.now()
    )
    for body, member in ((committee, clerk), (front, front_clerk)):
        actions.open_incoming_register(body=body, year=TODAY.year, by=member, at=clock.now())
    return committee, clerk, front, front_clerk


def _sent(**more) -> dict[str, str]:
    return {
        "document_type": "BC", "symbol": "BC-UBND", "issued_on": TODAY.isoformat(),
        "abstract": "Kết quả công tác dân vận", "signer_position": "Chủ tịch",
        "signer_name": "Hoàng Minh Khuê", "recipients": "- UBMTTQ xã;\n- Báo tỉnh;\n- Lưu: VT.",
        "pages": "3", "copies": "5",
    } | more  # fmt: skip


def test_any_document_is_numbered_sent_filed_and_read(town) -> None:
    _, clerk, front, front_clerk = town
    client, other = factories.client_as(clerk), factories.client_as(front_clerk)
    file = io.BytesIO(b"%PDF-1.7 bao cao")
    file.name = "bao-cao.pdf"
    page = client.post(reverse("documents:new_entry"), _sent() | {"file": file}, follow=True)
    assert "Đã cấp số 138/BC-UBND" in page.content.decode()
    entry = OutgoingEntry.objects.get()
    address = reverse("documents:send", args=[entry.pk])
    assert client.get(address).content.decode().count('name="to"') == 2
    chosen = {"to": [f"b{front.pk}", "nBáo tỉnh"], "more": "", "channel": "email", "note": ""}
    preview = client.get(address, chosen | {"xem-truoc": "1"}).content.decode()
    assert "Gửi đến 2 nơi" in preview
    assert "thư điện tử" in preview
    assert not Delivery.objects.exists()
    assert "Đã gửi đến 2 nơi" in client.post(address, chosen, follow=True).content.decode()
    assert "138/BC-UBND" in other.get(reverse("documents:waiting")).content.decode()
    delivery = Delivery.objects.get(body=front)
    filed = other.post(reverse("documents:take_in", args=[delivery.pk]), follow=True).content.decode()
    assert "Đã vào sổ, số đến 1" in filed
    again = other.post(reverse("documents:take_in", args=[delivery.pk]))
    assert again.status_code == 409
    leader = factories.client_as(factories.member(body=front, role="leader"))
    arrived = IncomingEntry.objects.get()
    read = leader.post(reverse("documents:acknowledge", args=[arrived.pk]), follow=True)
    assert "Bạn đã xác nhận đọc" in read.content.decode()
    seen = client.get(reverse("documents:entry", args=[entry.pk])).content.decode()
    assert "<b>1</b> đã vào sổ, <b>1</b> đã có người xác nhận đọc" in seen


def test_the_same_number_and_symbol_in_another_book_is_asked_about_first(town) -> None:
    committee, clerk, *_ = town
    client = factories.client_as(clerk)
    client.post(reverse("documents:new_entry"), _sent())
    actions.open_register(
        body=committee, year=TODAY.year, document_type="BC", first_number=138, by=clerk, at=clock.now()
    )
    answer = client.post(reverse("documents:new_entry"), _sent())
    assert (answer.status_code, "Vẫn cấp số 138/BC-UBND" in answer.content.decode()) == (422, True)
    page = client.post(reverse("documents:new_entry"), _sent(even_so="1"), follow=True).content.decode()
    assert "Trùng số, ký hiệu với" in page
    assert OutgoingEntry.objects.count() == 2


def test_a_paper_entered_twice_is_asked_about_first(town) -> None:
    client, address = factories.client_as(town[1]), reverse("documents:new_incoming")
    paper = {
        "arrived_on": TODAY.isoformat(), "sender": "Tỉnh ủy", "number_text": "15-CV/TU",
        "abstract": "Về dân vận", "urgency": "urgent",
    }  # fmt: skip
    assert "số đến 1" in client.post(address, paper, follow=True).content.decode()
    answer = client.post(address, paper)
    assert (answer.status_code, "Có thể đã vào sổ" in answer.content.decode()) == (422, True)
    assert client.post(address, paper | {"even_so": "1"}).status_code == 302
    page = client.get(reverse("documents:incoming_entry", args=[IncomingEntry.objects.latest("pk").pk]))
    assert "Trùng nơi gửi" in page.content.decode()


def test_rows_are_mended_on_their_pages(town) -> None:
    _, clerk, *_ = town
    client = factories.client_as(clerk)
    client.post(reverse("documents:new_entry"), _sent())
    entry = OutgoingEntry.objects.get()
    sent = _sent(abstract="Kết quả dân vận", reason="Gõ thừa", version="1")
    page = client.post(
        reverse("documents:correct_entry", args=[entry.pk]), sent, follow=True
    ).content.decode()
    assert "<s>Kết quả công tác dân vận</s> thành Kết quả dân vận" in page
    assert client.post(reverse("documents:correct_entry", args=[entry.pk]), sent).status_code == 409


def test_a_term_book_opens_with_its_days(town) -> None:
    client = factories.client_as(town[1])
    sent = {"document_type": "CTr", "span": "term", "first_number": "7", "style": "party"}
    refused = client.post(reverse("documents:registers"), sent)
    assert (refused.status_code, refused.content.decode().count("Hãy điền ô này")) == (422, 4)
    whole = sent | {"label": "nhiệm kỳ 2025-2030", "first_day": "2025-07-01"}
    page = client.post(reverse("documents:registers"), whole, follow=True).content.decode()
    assert "Văn bản tiếp theo mang số 07" in page
    assert "đến khi khép sổ" in page


def _fill(town, count: int) -> OutgoingEntry:
    committee, clerk, *_ = town
    for place in range(count):
        entry = actions.give_number(
            body=committee, document_type="KH", symbol="KH-UBND", abstract=f"Kế hoạch đợt {place}",
            issued_on=TODAY, details=OutgoingDetails(recipients="- Tỉnh ủy (b/c);"), by=clerk, at=clock.now(),
        )  # fmt: skip
        actions.enter_incoming(
            body=committee,
            content=IncomingContent(arrived_on=TODAY, sender="Tỉnh ủy", abstract=f"Giấy mời {place}"),
            by=clerk, at=clock.now(),
        )  # fmt: skip
    return entry


def test_books_are_searched_and_cost_the_same_whatever_their_length(
    town, django_assert_max_num_queries
) -> None:
    client = factories.client_as(town[1])
    register = _fill(town, 2).register
    arrivals = IncomingEntry.objects.latest("pk").register
    addresses = [
        reverse("documents:register", args=[register.pk]),
        reverse("documents:incoming", args=[arrivals.pk]),
    ]

    def cost() -> list[int]:
        found = []
        for address in addresses:
            with django_assert_max_num_queries(25) as counted:
                assert client.get(address).status_code == 200
            found.append(len(counted))
        return found

    few = cost()
    _fill(town, 50)
    assert cost() == few
    assert "Trang 1 trên 2" in client.get(addresses[0]).content.decode()
    hit = client.get(addresses[0], {"q": "ke hoach dot 49"}).content.decode()
    assert hit.count("KH-UBND</a>") == 1
    assert "Không có số nào khớp" in client.get(addresses[0], {"q": "khong co"}).content.decode()
    hit = client.get(addresses[1], {"q": "giay moi 49"}).content.decode()
    assert ("Giấy mời 49" in hit, "Giấy mời 48" in hit) == (True, False)


def test_long_values_are_cut_and_said_so() -> None:
    held = held_to(
        registry_fields("outgoing"),
        {"Subject": "a" * 501, "PageAmount": 1234, "IssuedDate": date(2026, 3, 2)},
    )
    values = dict(zip([field.name for field in registry_fields("outgoing")], held.values, strict=True))
    assert (len(values["Subject"]), values["PageAmount"]) == (500, None)
    assert held.warnings == (
        "FileCode.OrganId: thiếu mã định danh của cơ quan",
        "Subject: dài 501 ký tự, cắt còn 500",
        "PageAmount: 1234 quá 3 chữ số, bỏ trống",
    )
    with pytest.raises(KeyError):
        held_to(registry_fields("incoming"), {"IssuedAmount": 1})


def _rows(client, name: str, pk: int) -> list[list[object]]:
    content = client.get(reverse(name, args=[pk])).content
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def test_books_leave_with_the_fields_of_the_annex(town) -> None:
    client = factories.client_as(town[1])
    entry = _fill(town, 1)
    arrival = IncomingEntry.objects.get()
    head, row = _rows(client, "documents:register_fields", entry.register_id)[-2:]
    said = dict(zip(head, row, strict=True))
    assert said["Số của văn bản (CodeNumber)"] == "138"
    assert said["Tên loại văn bản (TypeName)"] == "Kế hoạch"
    assert said["Cảnh báo"] == "FileCode.OrganId: thiếu mã định danh của cơ quan"
    assert _rows(client, "documents:incoming_file", arrival.register_id)[-1][:3] == [TODAY, 1, "Tỉnh ủy"]
    assert len(_rows(client, "documents:incoming_fields", arrival.register_id)[-1]) == 22
    xml = client.get(reverse("documents:register_fields", args=[entry.register_id]), {"dang": "xml"}).content
    document = ElementTree.fromstring(xml)[0]
    assert (document.findtext("CodeNotation"), document.findtext("To/OrganName")) == (
        "KH-UBND",
        "Tỉnh ủy (b/c)",
    )


def test_the_stamp_says_what_article_21_asks(town) -> None:
    committee, clerk, *_ = town
    _fill(town, 1)
    entry = IncomingEntry.objects.get()
    reader = factories.member(body=committee, person=factories.person("Trần Thu Hà"))
    client = factories.client_as(clerk)
    sent = {"people": [reader.person_id], "note": "Dự thảo trả lời"}
    client.post(reverse("documents:forward", args=[entry.pk]), sent)
    stamp = client.get(reverse("documents:stamp", args=[entry.pk])).content.decode()
    for words in ("ĐẾN", "Số: 1", f"Ngày: {TODAY:%d/%m/%Y}", "Chuyển: Trần Thu Hà", "Số và ký hiệu HS:"):
        assert words in stamp
