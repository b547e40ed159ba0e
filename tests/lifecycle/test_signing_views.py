import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.accounts.models import Notice
from phoihop.core import clock
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Edition, Signature
from phoihop.programmes.statuses import EditionStatus
from tests.programmes import factories

pytestmark = pytest.mark.django_db


class Signers:
    """A draft of a committee and a Front, and somebody in each role."""

    def __init__(self) -> None:
        lead = factories.body(name="UBND xã", symbol_of="UBND")
        front = factories.body(BodyKind.FRONT_COMMITTEE, lead.area, name="MTTQ xã", symbol_of="MTTQ")
        self.edition = factories.edition(lead=lead, parties=[lead, front])
        self.lead, self.front = lead, front
        self.officer = self.client(lead, "officer")
        self.clerk = self.client(lead, "clerk")
        self.chair = self.client(lead, "leader", position="CHỦ TỊCH")

    def client(self, body, role: str, **fields):
        return factories.people.client_as(factories.member(body, role, **fields))

    def address(self, name: str, *more: int) -> str:
        return reverse(f"lifecycle:{name}", args=[self.edition.programme_id, *more])

    def page(self, client) -> str:
        return client.get(self.address("signing")).content.decode()

    def party(self, order: int):
        return self.edition.parties.get(order=order)

    def sign(self, client, order: int, **changed):
        party = self.party(order)
        fields = {"capacity": "on_behalf_of", "position": "CHỦ TỊCH", "signed_on": clock.today().isoformat()}
        fields["version"] = str(Edition.objects.values_list("version", flat=True).get(pk=self.edition.pk))
        sent = {f"p{party.pk}-{name}": value for name, value in (fields | changed).items()}
        return client.post(self.address("sign", party.pk), sent)

    def status(self) -> str:
        self.edition.refresh_from_db()
        return self.edition.status

    def opened(self) -> "Signers":
        self.officer.post(self.address("open"), {"version": self.edition.version})
        assert self.status() == EditionStatus.SIGNING
        return self


@pytest.fixture
def signers() -> Signers:
    return Signers()


def test_both_parties_sign_and_the_clerk_numbers(signers: Signers) -> None:
    front_chair = signers.client(signers.front, "leader", position="CHỦ TỊCH")
    signers.opened()
    assert "Đã ký 0 trên 2 bên" in signers.page(signers.officer)
    assert "Ký cho MTTQ xã" in signers.page(front_chair)
    assert "Ký cho UBND xã" not in signers.page(front_chair)
    assert signers.sign(front_chair, 1).status_code == 302
    assert "Còn chờ: <b>UBND xã</b>" in signers.page(signers.officer)
    assert "cap-so" not in signers.page(signers.clerk)
    assert signers.sign(signers.chair, 0).status_code == 302
    assert signers.status() == EditionStatus.IN_FORCE
    page = signers.page(signers.clerk)
    assert "CTrPH-UBND-MTTQ" in page
    assert "Sổ năm nay chưa mở" in page
    number = {"symbol": "CTrPH-UBND-MTTQ", "issued_on": clock.today().isoformat(), "first_number": "5"}
    signers.clerk.post(signers.address("number"), number)
    assert "05/CTrPH-UBND-MTTQ" in signers.page(signers.officer)


def _told(member) -> list[str]:
    return list(Notice.objects.filter(person=member.person_id).order_by("id").values_list("text", flat=True))


def test_each_step_tells_those_who_come_next(signers: Signers) -> None:
    chair = factories.member(signers.front, "leader")
    clerk = factories.member(signers.lead, "clerk")
    signers.opened()
    signers.sign(factories.people.client_as(chair), 1)
    signers.sign(signers.chair, 0)
    asked, in_force = _told(chair)
    assert "chờ chữ ký" in asked
    assert "có hiệu lực" in in_force
    assert [text.partition(" cho")[0] for text in _told(clerk)] == ["Cấp số"]


@pytest.mark.parametrize(
    "role", ["officer", "clerk", "viewer", "administrator", "committee_member", "area_head"]
)
def test_no_other_role_signs(signers: Signers, role: str) -> None:
    signers.opened()
    assert signers.sign(signers.client(signers.lead, role), 0).status_code == 403


def test_a_leader_does_not_sign_for_another_party(signers: Signers) -> None:
    signers.opened()
    assert signers.sign(signers.chair, 1).status_code == 403


def test_a_form_without_a_position_is_shown_again_with_what_was_typed(signers: Signers) -> None:
    signers.opened()
    again = signers.sign(signers.chair, 0, position="", authority="TM. ỦY BAN NHÂN DÂN")
    assert again.status_code == 422
    assert "TM. ỦY BAN NHÂN DÂN" in again.content.decode()


def test_the_lead_enters_a_paper_signature_with_its_scan(signers: Signers) -> None:
    signers.opened()
    party = signers.party(1)
    assert "Nhập hộ chữ ký của MTTQ xã" in signers.page(signers.officer)
    prefix = f"n{party.pk}"
    sent = {
        f"{prefix}-name": "Trần Văn Bình",
        f"{prefix}-capacity": "on_behalf_of",
        f"{prefix}-position": "CHỦ TỊCH",
        f"{prefix}-signed_on": clock.today().isoformat(),
        f"{prefix}-version": str(signers.edition.version),
    }
    address = signers.address("enter", party.pk)
    assert signers.officer.post(address, sent).status_code == 422
    scan = SimpleUploadedFile("ky.pdf", b"%PDF-1.7 ban chup", content_type="application/pdf")
    assert signers.officer.post(address, sent | {f"{prefix}-proof": scan}).status_code == 302
    signature = Signature.objects.get(party=party)
    assert (signature.name, signature.person) == ("Trần Văn Bình", None)
    assert "Nhập hộ" in signers.page(signers.officer)
    proof = reverse("documents:download", args=[signature.proof_id])
    front = signers.client(signers.front, "viewer")
    assert front.get(proof).status_code == 200


def test_a_disguised_scan_is_refused_in_plain_words(signers: Signers) -> None:
    signers.opened()
    party = signers.party(0)
    scan = SimpleUploadedFile("ky.pdf", b"<html>", content_type="application/pdf")
    refused = signers.sign(signers.chair, 0, proof=scan)
    assert refused.status_code == 409
    assert "nội dung là văn bản thuần" in refused.content.decode()
    assert not Signature.objects.filter(party=party).exists()


def test_taking_back_returns_to_the_draft(signers: Signers) -> None:
    signers.opened()
    assert signers.officer.post(signers.address("take_back"), {"reason": ""}).status_code == 302
    assert signers.status() == EditionStatus.DRAFT


def test_a_paper_is_recorded_on_a_form_with_its_blanks(signers: Signers) -> None:
    party = signers.party(1)
    assert signers.officer.get(signers.address("record")).status_code == 200
    sent = {"number_text": "", "in_force_from": "2026-02-05", f"p{party.pk}-name": "Nguyễn Thị Thu"}
    sent |= {f"p{signers.party(order).pk}-capacity": "on_behalf_of" for order in (0, 1)}
    assert signers.officer.post(signers.address("record"), sent).status_code == 302
    assert signers.status() == EditionStatus.IN_FORCE
    page = signers.page(signers.officer)
    assert "Số: không ghi" in page
    assert "Nguyễn Thị Thu" in page


def test_a_record_without_a_day_is_asked_again(signers: Signers) -> None:
    assert signers.officer.post(signers.address("record"), {"number_text": "5/CTr"}).status_code == 422


def test_a_stale_page_does_not_open_for_signature(signers: Signers) -> None:
    stale = {"version": signers.edition.version + 7}
    assert signers.officer.post(signers.address("open"), stale).status_code == 409
    assert Edition.objects.get().status == EditionStatus.DRAFT


def test_nobody_signs_a_text_changed_since_the_page_was_opened(signers: Signers) -> None:
    front_chair = signers.client(signers.front, "leader")
    signers.opened()
    shown = str(signers.edition.version)
    assert f'value="{shown}"' in signers.page(front_chair)
    signers.officer.post(signers.address("take_back"), {"reason": "Sửa lời văn."})
    signers.edition.refresh_from_db()
    signers.opened()
    answer = signers.sign(front_chair, 1, version=shown)
    assert (answer.status_code, "vừa được người khác thay đổi" in answer.content.decode()) == (409, True)
    assert not Signature.objects.exists()
    assert signers.sign(front_chair, 1).status_code == 302
