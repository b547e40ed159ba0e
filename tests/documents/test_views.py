import io
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from phoihop.documents import actions, storage
from phoihop.documents.models import OutgoingRegister
from phoihop.organisations.models import BodyKind
from tests.accounts import factories

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


def _stored(member, content: bytes = b"%PDF-1.7 a", name: str = "bản quét.pdf"):
    return actions.store_file(content=content, name=name, media_type="application/pdf", by=member, at=AT)


def test_a_file_is_saved_not_run() -> None:
    member = factories.member()
    file = _stored(member)
    response = factories.client_as(member).get(reverse("documents:download", args=[file.pk]))
    assert b"".join(response.streaming_content) == b"%PDF-1.7 a"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "b%E1%BA%A3n%20qu%C3%A9t.pdf" in response.headers["Content-Disposition"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Type"] == "application/pdf"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert response.headers["Cache-Control"].startswith("private")


@pytest.mark.parametrize(
    ("content", "name", "disposition"),
    [(b"%PDF-1.7 a", "a.pdf", "inline"), (b"<script>alert(1)</script>", "a.txt", "attachment")],
)
def test_only_images_and_pdf_are_shown_in_place(content: bytes, name: str, disposition: str) -> None:
    member = factories.member()
    address = reverse("documents:download", args=[_stored(member, content, name).pk])
    response = factories.client_as(member).get(address, {"xem": "1"})
    assert response.headers["Content-Disposition"].startswith(disposition)
    response.close()


def test_another_body_does_not_find_the_file() -> None:
    file = _stored(factories.member())
    address = reverse("documents:download", args=[file.pk])
    assert factories.client_as(factories.member()).get(address).status_code == 404
    assert Client().get(address).status_code == 302


def test_a_file_whose_bytes_are_gone_is_not_found() -> None:
    member = factories.member()
    file = _stored(member, b"%PDF-1.7 mat")
    storage.path_of(file.sha256).unlink()
    assert factories.client_as(member).get(reverse("documents:download", args=[file.pk])).status_code == 404


def test_the_clerk_opens_a_register_and_annuls_a_number_on_the_page() -> None:
    body = factories.body(BodyKind.PEOPLES_COMMITTEE)
    clerk = factories.member(body=body, role="clerk")
    client = factories.client_as(clerk)
    sent = {"year": "2026", "document_type": "CTr", "first_number": "7"}
    opened = client.post(reverse("documents:registers"), sent)
    register = OutgoingRegister.objects.get()
    assert opened.headers["Location"] == reverse("documents:register", args=[register.pk])
    entry = actions.give_number(
        body=body,
        document_type="CTr",
        symbol="CTr-UBND",
        abstract="V/v",
        issued_on=DAY,
        by=clerk,
        at=AT,
    )
    page = client.get(opened.headers["Location"]).content.decode()
    assert "07/CTr-UBND" in page
    client.post(reverse("documents:annul", args=[entry.pk]), {"reason": "Viết nhầm"})
    assert f"Đã hủy: Viết nhầm ({clerk.full_name}" in client.get(opened.headers["Location"]).content.decode()
    again = client.post(reverse("documents:registers"), sent)
    assert (again.status_code, "đã mở" in again.content.decode()) == (409, True)


def test_the_clerk_of_the_office_keeps_the_registers_of_the_committee_it_serves() -> None:
    body = factories.body(BodyKind.PEOPLES_COMMITTEE)
    office = factories.body(BodyKind.OFFICE, parent=body)
    client = factories.client_as(factories.member(body=office, role="clerk"))
    client.post(reverse("documents:registers"), {"year": "2026", "document_type": "BC", "first_number": "1"})
    assert OutgoingRegister.objects.get().body == body


def test_another_body_does_not_find_the_register() -> None:
    body = factories.body()
    clerk = factories.member(body=body, role="clerk")
    register = actions.open_register(body=body, year=2026, document_type="CTr", by=clerk, at=AT)
    stranger = factories.client_as(factories.member(role="clerk"))
    assert stranger.get(reverse("documents:register", args=[register.pk])).status_code == 404


def test_a_register_costs_the_same_whatever_its_length(django_assert_max_num_queries) -> None:
    body = factories.body()
    clerk = factories.member(body=body, role="clerk")
    register = actions.open_register(body=body, year=2026, document_type="CTr", by=clerk, at=AT)
    client = factories.client_as(clerk)

    def cost(more: int) -> int:
        for _ in range(more):
            actions.give_number(
                body=body,
                document_type="CTr",
                symbol="CTr",
                abstract="x",
                issued_on=DAY,
                by=clerk,
                at=AT,
            )
        with django_assert_max_num_queries(20) as counted:
            assert client.get(reverse("documents:register", args=[register.pk])).status_code == 200
        return len(counted)

    assert cost(2) == cost(4)


def test_a_register_leaves_as_a_sheet_with_its_annulled_numbers() -> None:
    body = factories.body(BodyKind.PEOPLES_COMMITTEE)
    clerk = factories.member(body=body, role="clerk")
    register = actions.open_register(body=body, year=2026, document_type="CTr", by=clerk, at=AT)
    entry = actions.give_number(
        body=body, document_type="CTr", symbol="CTr-UBND", abstract="=1+1", issued_on=DAY, by=clerk, at=AT
    )
    actions.annul_number(entry=entry, reason="Viết nhầm", by=clerk, at=AT)
    response = factories.client_as(clerk).get(reverse("documents:register_file", args=[register.pk]))
    assert 'filename="so-van-ban-di-CTr-2026.xlsx"' in response.headers["Content-Disposition"]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(response.content)).get_sheet_by_index(0).to_python()
    assert rows[-1][:3] == ["01/CTr-UBND", DAY, "Chương trình: =1+1"]
    assert rows[-1][-1] == f"Đã hủy ngày 02/03/2026, {clerk.full_name}: Viết nhầm"
