"""A PDF signed by whatever software, laid beside a signature as its proof: judged, shown, and carried on."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from phoihop.core import clock
from phoihop.documents.models import SignedPdf
from phoihop.lifecycle import actions
from phoihop.lifecycle.models import SigningPaper
from phoihop.lifecycle.queries import signing
from phoihop.lifecycle.queries.digital import digital
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Edition, Signature
from tests.documents.signed import pki
from tests.lifecycle.signers import Signers, fetched, given_back, trusts
from tests.programmes import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def signers(settings, tmp_path: Path) -> Signers:
    trusts(settings, tmp_path)
    return Signers().opened()


def _signs(signers: Signers, order: int, proof: bytes):
    """The leader presses "Ký" with a file chosen."""
    party = signers.party(order)
    version = Edition.objects.values_list("version", flat=True).get(pk=signers.edition.pk)
    fields = {
        "capacity": "on_behalf_of", "position": "Chủ tịch", "version": str(version),
        "signed_on": clock.today().isoformat(),
        "proof": SimpleUploadedFile("da-ky.pdf", proof, content_type="application/pdf"),
    }  # fmt: skip
    sent = {f"p{party.pk}-{name}": value for name, value in fields.items()}
    return signers.clients[order].post(signers.address("sign", party.pk), sent)


def _paper(signers: Signers) -> bytes:
    """The PDF to sign, as anybody of the parties takes it from the page."""
    officer = factories.people.client_as(signers.officer)
    officer.post(signers.address("freeze_paper"))
    file_id = SigningPaper.objects.get().head_id
    answer = officer.get(f"/tep/{file_id}/")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def test_an_uploaded_signed_paper_is_judged_and_the_next_party_signs_on_top_of_it(signers: Signers) -> None:
    assert _signs(signers, 0, pki.signed(_paper(signers), signers.keys[0])).status_code == 302
    page = signers.page(signers.clients[1])
    assert "Còn nguyên vẹn, người ký: HOÀNG MINH KHUÊ." in page
    assert "đã có 1 chữ ký số" in page
    token = signers.token(1)
    given_back(token, pki.signed(fetched(token).content, signers.keys[1]))
    proof = SignedPdf.objects.get(file=Signature.objects.get(party=signers.party(1)).proof)
    assert [row.signer for row in proof.signatures.order_by("order")] == [
        "HOÀNG MINH KHUÊ", "NGUYỄN ĐỨC THÀNH",
    ]  # fmt: skip


def test_a_text_of_one_s_own_is_taken_but_said_to_be_another(signers: Signers) -> None:
    _paper(signers)
    _signs(signers, 0, pki.signed(pki.paper(), signers.keys[0]))
    assert "Văn bản khác với bản hệ thống giao để ký: hãy đối chiếu." in signers.page(signers.clients[1])
    paper = SigningPaper.objects.get()
    assert paper.head_id == paper.file_id


def test_a_tampered_upload_is_said_to_be_changed(signers: Signers) -> None:
    _signs(signers, 0, pki.tampered(pki.signed(_paper(signers), signers.keys[0])))
    assert "Nội dung bị thay đổi sau khi ký" in signers.page(signers.clients[1])
    paper = SigningPaper.objects.get()
    assert paper.head_id == paper.file_id


def test_a_name_that_is_not_the_signer_s_is_pointed_out(signers: Signers) -> None:
    _signs(signers, 0, pki.signed(_paper(signers), pki.person("Lê Văn Khác")))
    assert "Tên trên chứng thư khác tên người ký đã ghi" in signers.page(signers.clients[1])


def test_every_party_opens_the_paper_and_the_proofs_and_no_stranger_does(signers: Signers) -> None:
    _signs(signers, 0, pki.signed(_paper(signers), signers.keys[0]))
    viewer = factories.people.client_as(factories.member(signers.bodies[1], "viewer"))
    stranger = factories.people.client_as(factories.member(factories.body(), "officer"))
    row = Signature.objects.get()
    for file_id in {SigningPaper.objects.get().file_id, row.proof_id}:
        assert viewer.get(f"/tep/{file_id}/").status_code == 200
        assert stranger.get(f"/tep/{file_id}/").status_code == 404
    assert viewer.get(f"/tep/{row.proof_id}/chu-ky-so/").status_code == 200
    assert viewer.post(signers.address("freeze_paper")).status_code == 403


def test_nobody_freezes_a_draft(signers: Signers) -> None:
    signers.edition = factories.edition(lead=signers.bodies[0], parties=signers.bodies)
    officer = factories.people.client_as(signers.officer)
    assert officer.post(signers.address("freeze_paper")).status_code == 409


def test_a_leader_of_two_parties_is_shown_the_other_role(signers: Signers) -> None:
    """The chair of the Front is also leader of the committee: the page says how to sign there."""
    member = signers.leaders[1]
    person = factories.people.Membership.objects.get(pk=member.membership_id).person
    factories.member(signers.bodies[0], "leader", person=person)
    page = signers.page(signers.clients[1])
    assert "bên này chưa ký" in page
    assert "Đổi sang vai trò tại UBND xã" in page


def test_the_digital_side_costs_no_more_for_six_parties_than_for_two() -> None:
    counts = []
    for size in (2, 6):
        lead = factories.body()
        kinds = [
            BodyKind.FRONT_COMMITTEE, BodyKind.WOMENS_UNION, BodyKind.FARMERS_UNION, BodyKind.YOUTH_UNION,
            BodyKind.VETERANS_ASSOCIATION,
        ]  # fmt: skip
        others = [factories.body(kind, lead.area) for kind in kinds[: size - 1]]
        edition = factories.edition(lead=lead, parties=[lead, *others])
        by = factories.member(lead, "officer")
        edition = actions.open_for_signature(edition=edition, by=by, at=clock.now())
        state = signing(edition, by, today=clock.today())
        with CaptureQueriesContext(connection) as queries:
            digital(edition, state, by, today=clock.today())
        counts.append(len(queries))
    assert counts[0] == counts[1]
