"""The digital seal of a body: after the last signature and the number, once; off while nobody built on it."""

from pathlib import Path

import pytest

from phoihop.core import clock
from phoihop.documents.models import OutgoingEntry, SignedPdf
from phoihop.documents.signed.seals import SealSource
from phoihop.lifecycle import actions
from phoihop.lifecycle.models import EditionSeal
from tests.documents.signed import pki
from tests.lifecycle.signers import Signers, fetched, given_back, trusts
from tests.programmes import factories

pytestmark = pytest.mark.django_db
BODY = "ỦY BAN NHÂN DÂN XÃ"


class Sealers(Signers):
    """The signers with a clerk of each party."""

    def __init__(self) -> None:
        super().__init__()
        members = [factories.member(body, "clerk") for body in self.bodies]
        self.clerk, self.other_clerk = members
        self.desks = [factories.people.client_as(member) for member in members]

    def signed_digitally(self) -> "Sealers":
        for order in (0, 1):
            token = self.token(order)
            given_back(token, pki.signed(fetched(token).content, self.keys[order]))
        return self

    def signed_on_paper(self) -> "Sealers":
        for order, leader in enumerate(self.leaders):
            content = factories.SignatureContent(
                self.bodies[order].pk, position="Chủ tịch", signed_on=clock.today()
            )
            actions.sign(
                edition=self.edition, party=self.party(order), content=content, by=leader, at=clock.now()
            )
        return self

    def numbered(self) -> "Sealers":
        self.edition.refresh_from_db()
        self.edition = actions.give_number(
            edition=self.edition, symbol="CTrPH-UBND-MTTQ", issued_on=clock.today(), first_number=5,
            by=self.clerk, at=clock.now(),
        )  # fmt: skip
        return self

    def seals(self, order: int):
        return self.desks[order].post(self.address("seal", self.party(order).pk))


@pytest.fixture
def sealers(settings, tmp_path: Path) -> Sealers:
    trusts(settings, tmp_path)
    (tmp_path / "dau.p12").write_bytes(pki.person(BODY).p12())
    made = Sealers().opened()
    source = SealSource(p12=str(tmp_path / "dau.p12"), secret=pki.PASSWORD)
    settings.SEALS = {body.pk: source for body in made.bodies}
    return made


def test_the_seal_goes_on_what_both_parties_signed_and_is_good(sealers: Sealers) -> None:
    sealers.signed_digitally().numbered()
    assert "Đóng dấu số của UBND xã" in sealers.page(sealers.desks[0])
    assert sealers.seals(0).status_code == 302
    pdf = SignedPdf.objects.get(file=EditionSeal.objects.get().file)
    signers = list(pdf.signatures.order_by("order").values_list("signer", "trust", "is_intact"))
    assert [name for name, _, _ in signers] == ["HOÀNG MINH KHUÊ", "NGUYỄN ĐỨC THÀNH", BODY]
    assert {(trust, intact) for _, trust, intact in signers} == {("trusted", True)}
    assert pdf.since_original == "allowed"
    assert OutgoingEntry.objects.get().file == pdf.file
    page = sealers.page(sealers.clients[1])
    assert f"Còn nguyên vẹn, người ký: {BODY}." in page
    assert sealers.clients[1].get(f"/tep/{pdf.file_id}/").status_code == 200


def test_a_seal_is_put_once_and_the_other_party_s_on_top(sealers: Sealers) -> None:
    sealers.signed_digitally().numbered()
    sealers.seals(0)
    sealers.seals(0)
    first = EditionSeal.objects.get()
    sealers.seals(1)
    second = EditionSeal.objects.exclude(pk=first.pk).get()
    assert SignedPdf.objects.get(file=second.file).original_id == first.file_id
    assert SignedPdf.objects.get(file=second.file).signatures.count() == 4
    off = sealers.desks[0].post(sealers.address("unseal", first.pk))
    assert (off.status_code, EditionSeal.objects.count()) == (409, 2)


def test_a_paper_signed_on_paper_is_sealed_with_its_number(sealers: Sealers) -> None:
    sealers.signed_on_paper()
    sealers.numbered().seals(0)
    pdf = SignedPdf.objects.get(file=EditionSeal.objects.get().file)
    assert pdf.signatures.count() == 1
    assert sealers.desks[0].post(sealers.address("unseal", EditionSeal.objects.get().pk)).status_code == 302
    assert not EditionSeal.objects.exists()
    assert OutgoingEntry.objects.get().file == pdf.original
    assert sealers.edition.decisions.filter(verb="take_off_seal").exists()


def test_nobody_seals_before_the_number_or_for_another_body(sealers: Sealers) -> None:
    sealers.signed_on_paper()
    assert "Đóng dấu số" not in sealers.page(sealers.desks[0])
    assert sealers.seals(0).status_code == 409
    sealers.numbered()
    party = sealers.party(1)
    assert sealers.desks[0].post(sealers.address("seal", party.pk)).status_code == 403
    assert sealers.clients[0].post(sealers.address("seal", sealers.party(0).pk)).status_code == 403


def test_without_a_seal_configured_the_page_says_nothing_of_it(sealers: Sealers, settings) -> None:
    settings.SEALS = {}
    sealers.signed_on_paper().numbered()
    assert "ấu số" not in sealers.page(sealers.desks[0])
    assert sealers.seals(0).status_code == 403


def test_a_key_that_cannot_be_used_is_said_and_nothing_is_written(sealers: Sealers, settings, caplog) -> None:
    settings.SEALS = {sealers.bodies[0].pk: SealSource(p12="/khong/co.p12", secret="bi-mat")}
    sealers.signed_on_paper().numbered()
    answer = sealers.seals(0)
    assert (answer.status_code, EditionSeal.objects.exists()) == (409, False)
    assert "Không đọc được tệp khóa" in answer.content.decode()
    assert "bi-mat" not in answer.content.decode() + caplog.text
