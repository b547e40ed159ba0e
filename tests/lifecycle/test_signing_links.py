"""Handing the paper to a signing agent and taking it back: what is entered, and what is refused and why."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from phoihop.accounts.models import Membership
from phoihop.core import clock
from phoihop.documents.models import SignedPdf, StoredFile
from phoihop.lifecycle import actions
from phoihop.lifecycle.models import SigningLink, SigningPaper
from phoihop.programmes.models import Signature
from phoihop.programmes.statuses import EditionStatus
from tests.documents.signed import pki
from tests.lifecycle.signers import Signers, fetched, given_back, trusts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh(settings, tmp_path) -> None:
    cache.clear()
    trusts(settings, tmp_path)


@pytest.fixture
def signers() -> Signers:
    return Signers().opened()


def _error(answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]


def test_two_parties_sign_one_after_the_other_on_the_same_file(signers: Signers) -> None:
    for order in (0, 1):
        token = signers.token(order)
        paper = fetched(token)
        assert paper.headers["Content-Type"] == "application/pdf"
        answer = given_back(token, pki.signed(paper.content, signers.keys[order]))
        assert (answer.status_code, answer.json()["status"]) == (200, "signed")
    assert signers.status() == EditionStatus.IN_FORCE
    proof = SignedPdf.objects.get(file=Signature.objects.get(party=signers.party(1)).proof)
    assert proof.signatures.count() == 2
    page = signers.page(signers.clients[0])
    assert page.count("Còn nguyên vẹn, người ký: HOÀNG MINH KHUÊ.") == 2
    assert "Còn nguyên vẹn, người ký: NGUYỄN ĐỨC THÀNH." in page
    assert "Đúng văn bản của hệ thống." in page


def test_the_signature_says_what_was_typed_when_the_link_was_asked_for(signers: Signers) -> None:
    answer = signers.asks(1, capacity="for_superior", principal="Chủ tịch", position="Phó Chủ tịch")
    page = signers.clients[1].get(answer.headers["Location"]).content.decode()
    token = page.partition("?khoa=")[2].partition('"')[0]
    given_back(token, pki.signed(fetched(token).content, signers.keys[1]))
    row = Signature.objects.get(party=signers.party(1))
    assert (row.capacity, row.principal, row.position) == ("for_superior", "Chủ tịch", "Phó Chủ tịch")
    assert (row.name, row.signed_on) == ("Nguyễn Đức Thành", clock.today())
    assert "KT. Chủ tịch" in signers.page(signers.clients[0])


def test_who_signs_for_a_superior_without_saying_whom_is_asked(signers: Signers) -> None:
    answer = signers.asks(1, capacity="for_superior")
    assert answer.status_code == 409
    assert "ký thay chức vụ nào" in answer.content.decode()


def test_only_the_hash_of_a_token_is_stored(signers: Signers) -> None:
    token = signers.token(0)
    row = SigningLink.objects.get()
    assert len(token) == 43
    assert token not in str(list(SigningLink.objects.values()))
    assert row.token_sha256 != token


def test_the_token_stands_in_no_log(signers: Signers, caplog, capsys) -> None:
    token = signers.token(0)
    given_back(token, b"khong phai pdf")
    given_back(f"{token}x", b"khong phai pdf")
    fetched(f"{token}x")
    Client().put(f"{reverse('lifecycle:agent')}?khoa={token}")
    assert token not in caplog.text + capsys.readouterr().err


def test_a_link_of_nobody_and_no_link_at_all_open_nothing(signers: Signers) -> None:
    signers.token(0)
    assert _error(fetched("khong-co")) == (404, "unknown")
    assert _error(fetched("")) == (404, "unknown")
    assert _error(given_back("khong-co", b"%PDF-1.7")) == (404, "unknown")


def test_a_link_is_used_once(signers: Signers) -> None:
    token = signers.token(0)
    signed = pki.signed(fetched(token).content, signers.keys[0])
    assert given_back(token, signed).status_code == 200
    assert _error(given_back(token, signed)) == (410, "used")
    assert _error(fetched(token)) == (410, "used")
    assert signers.signatures() == 1


def test_a_link_has_a_short_life(signers: Signers, settings) -> None:
    token = signers.token(0)
    signed = pki.signed(fetched(token).content, signers.keys[0])
    long_ago = clock.now() - timedelta(minutes=settings.SIGNING_LINK_MINUTES + 1)
    SigningLink.objects.update(asked_at=long_ago, expires_at=clock.now() - timedelta(seconds=1))
    assert _error(given_back(token, signed)) == (410, "expired")
    assert _error(fetched(token)) == (410, "expired")
    key = SigningLink.objects.get().key
    page = signers.page(signers.clients[0], "link", key)
    assert "Liên kết đã hết hạn" in page
    assert token not in page


def test_a_new_link_replaces_the_own_one_before(signers: Signers) -> None:
    first, second = signers.token(0), signers.token(0)
    assert _error(fetched(first)) == (410, "used")
    assert fetched(second).status_code == 200


def test_what_was_taken_back_in_between_is_not_signed(signers: Signers) -> None:
    token = signers.token(0)
    signed = pki.signed(fetched(token).content, signers.keys[0])
    actions.take_back(edition=signers.edition, reason="Sửa lời văn", by=signers.officer, at=clock.now())
    assert _error(given_back(token, signed)) == (410, "taken_back")
    signers.opened()
    assert _error(given_back(token, signed)) == (410, "taken_back")
    assert signers.signatures() == 0


def test_somebody_who_is_no_leader_any_more_does_not_sign(signers: Signers) -> None:
    token = signers.token(0)
    signed = pki.signed(fetched(token).content, signers.keys[0])
    Membership.objects.filter(pk=signers.leaders[0].membership_id).update(role="officer")
    assert _error(given_back(token, signed)) == (403, "not_a_leader")


def _refused_files(paper: bytes, key: pki.Identity) -> dict[tuple[int, str], bytes]:
    signed = pki.signed(paper, key)
    return {
        (415, "not_pdf"): b"<html>",
        (422, "other_file"): pki.signed(pki.paper(), key),
        (422, "unsigned"): paper,
        (422, "broken"): pki.tampered(signed),
        (422, "changed"): pki.signed(pki.tampered(paper), key),
        (422, "too_many"): pki.signed(signed, pki.person("Người thứ hai")),
    }


def test_what_is_not_the_file_with_one_more_signature_is_refused(signers: Signers) -> None:
    token = signers.token(0)
    paper, kept = fetched(token).content, StoredFile.objects.count()
    for count, (expected, content) in enumerate(_refused_files(paper, signers.keys[0]).items(), start=1):
        answer = given_back(token, content)
        assert _error(answer) == expected
        link = SigningLink.objects.get()
        assert (link.refusals, link.last_refusal) == (count, answer.json()["message"])
    assert (signers.signatures(), StoredFile.objects.count()) == (0, kept)
    assert link.last_refusal in signers.page(signers.clients[0], "link", link.key)
    assert given_back(token, pki.signed(paper, signers.keys[0])).status_code == 200


def test_no_file_in_the_form_is_said(signers: Signers) -> None:
    token = signers.token(0)
    assert _error(Client().post(f"{reverse('lifecycle:agent')}?khoa={token}")) == (400, "no_file")


def test_a_link_refused_too_often_closes(signers: Signers) -> None:
    token = signers.token(0)
    SigningLink.objects.update(refusals=10)
    assert _error(fetched(token)) == (410, "used")


def test_use_is_limited(signers: Signers) -> None:
    token = signers.token(0)
    found = {fetched(token).status_code for _ in range(25)}
    assert found == {200, 429}


def test_who_signed_on_the_file_of_before_signs_again(signers: Signers) -> None:
    """Both fetch, the Front is back first: the committee's file lacks its signature."""
    ours, theirs = signers.token(0), signers.token(1)
    paper = fetched(ours).content
    assert given_back(theirs, pki.signed(fetched(theirs).content, signers.keys[1])).status_code == 200
    assert _error(given_back(ours, pki.signed(paper, signers.keys[0]))) == (409, "stale")
    assert given_back(ours, pki.signed(fetched(ours).content, signers.keys[0])).status_code == 200
    assert signers.status() == EditionStatus.IN_FORCE


def test_a_certificate_of_another_name_is_held_for_the_person_to_decide(signers: Signers) -> None:
    token = signers.token(0)
    signed = pki.signed(fetched(token).content, pki.person("Lê Văn Khác"))
    answer = given_back(token, signed)
    assert (answer.status_code, answer.json()["status"]) == (202, "held")
    assert signers.signatures() == 0
    key = SigningLink.objects.get().key
    page = signers.page(signers.clients[0], "link", key)
    assert "Tên trên chứng thư khác tên bạn" in page
    assert "Lê Văn Khác" in page
    assert "chờ quyết định của bạn" in signers.page(signers.clients[0])
    signers.clients[0].post(signers.address("link", key), {"decision": "accept"})
    assert Signature.objects.get(party=signers.party(0)).name == "Hoàng Minh Khuê"
    assert "Tên trên chứng thư khác tên người ký đã ghi" in signers.page(signers.clients[0])


def test_a_held_file_can_be_dropped(signers: Signers) -> None:
    token = signers.token(0)
    given_back(token, pki.signed(fetched(token).content, pki.person("Lê Văn Khác")))
    key = SigningLink.objects.get().key
    signers.clients[0].post(signers.address("link", key), {"decision": "drop"})
    assert (SigningLink.objects.get().status, signers.signatures()) == ("dropped", 0)
    assert signers.clients[0].post(signers.address("link", key), {"decision": "accept"}).status_code == 409
    assert SigningPaper.objects.get().head == SigningPaper.objects.get().file


def test_a_held_file_overtaken_by_another_party_must_be_signed_anew(signers: Signers) -> None:
    ours, theirs = signers.token(0), signers.token(1)
    given_back(ours, pki.signed(fetched(ours).content, pki.person("Lê Văn Khác")))
    given_back(theirs, pki.signed(fetched(theirs).content, signers.keys[1]))
    key = SigningLink.objects.get(status="held").key
    answer = signers.clients[0].post(signers.address("link", key), {"decision": "accept"})
    assert (answer.status_code, "Bên khác đã ký" in answer.content.decode()) == (409, True)
    assert signers.signatures() == 1


def test_the_link_of_one_leader_is_nobody_else_s_to_see(signers: Signers) -> None:
    signers.token(0)
    key = SigningLink.objects.get().key
    assert signers.clients[1].get(signers.address("link", key)).status_code == 404
    assert signers.clients[1].post(signers.address("link", key), {"decision": "drop"}).status_code == 404


def test_a_leader_asks_for_no_link_of_another_party(signers: Signers) -> None:
    party = signers.party(1)
    fields = {"capacity": "on_behalf_of", "position": "x", "version": str(signers.edition.version)}
    sent = {f"p{party.pk}-{name}": value for name, value in fields.items()}
    assert signers.clients[0].post(signers.address("ask_link", party.pk), sent).status_code == 403


def test_a_blank_position_is_asked_again_with_what_was_typed(signers: Signers) -> None:
    answer = signers.asks(0, position="", authority="TM. ỦY BAN NHÂN DÂN")
    assert answer.status_code == 422
    assert "TM. ỦY BAN NHÂN DÂN" in answer.content.decode()
