"""Digital signatures of stored files: kept as rows, said on a page, judged again when the roots changed."""

from pathlib import Path

import pytest
from django.db.models import RestrictedError
from django.urls import reverse

from phoihop.core import clock
from phoihop.documents.actions import store_file
from phoihop.documents.actions.signing import check_again, check_signatures
from phoihop.documents.models import SignedPdf, StoredFile
from phoihop.documents.queries.signing import signatures_of
from tests.accounts import factories
from tests.documents.signed import pki

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return factories.member(body=factories.body(), role="officer")


def _stored(content: bytes, by, name: str = "ky.pdf"):
    return store_file(content=content, name=name, media_type="application/pdf", by=by, at=clock.now())


def _signed(name: str = "Hoàng Minh Khuê") -> bytes:
    return pki.signed(pki.paper(), pki.person(name))


def test_verdicts_are_rows_with_the_file(officer, settings, tmp_path: Path) -> None:
    settings.TRUST = tmp_path
    original, file = _stored(pki.paper(), officer, "goc.pdf"), _stored(_signed(), officer)
    row = check_signatures(file=file, originals=[original], at=clock.now())
    assert row is not None
    assert (row.original, row.since_original) == (original, "allowed")
    found = signatures_of([file.pk])[file.pk]
    assert found.text == "Đúng văn bản của hệ thống."
    assert [one.headline for one in found.signatures] == ["Còn nguyên vẹn, người ký: Hoàng Minh Khuê."]
    assert found.signatures[0].level == "doubtful"


def test_another_text_is_said_to_be_another(officer) -> None:
    other, file = _stored(pki.paper("Van ban khac"), officer, "khac.pdf"), _stored(_signed(), officer)
    check_signatures(file=file, originals=[other], at=clock.now())
    assert "đối chiếu" in signatures_of([file.pk])[file.pk].text


def test_a_scan_or_a_file_without_signatures_leaves_no_row(officer) -> None:
    assert check_signatures(file=_stored(pki.paper(), officer), at=clock.now()) is None
    assert not SignedPdf.objects.exists()


def test_a_file_that_cannot_be_judged_says_why(officer) -> None:
    file = _stored(_signed().replace(b"startxref", b"startxrex"), officer)
    check_signatures(file=file, at=clock.now())
    found = signatures_of([file.pk])[file.pk]
    assert found.problem.endswith(".")
    assert not found.all_stand


def test_new_roots_are_asked_for_on_demand_and_the_original_stays(officer, settings, tmp_path: Path) -> None:
    settings.TRUST = tmp_path
    original, file = _stored(pki.paper(), officer, "goc.pdf"), _stored(_signed(), officer)
    check_signatures(file=file, originals=[original], at=clock.now())
    client = factories.client_as(officer)
    page = reverse("documents:signatures", args=[file.pk])
    assert "chưa được khai báo nơi cấp" in client.get(page).content.decode()
    assert "Kiểm tra lại" not in client.get(page).content.decode()
    (tmp_path / "ca.pem").write_bytes(pki.authority().pem)
    assert "Kiểm tra lại" in client.get(page).content.decode()
    assert client.post(reverse("documents:check_signatures", args=[file.pk])).status_code == 302
    said = client.get(page).content.decode()
    assert "thuộc danh sách tin cậy" in said
    assert "Đúng văn bản của hệ thống." in said
    before = SignedPdf.objects.get().checked_at
    check_again(file=file, at=clock.now())
    assert SignedPdf.objects.get().checked_at == before


def test_a_file_goes_together_with_its_original(officer) -> None:
    """As when the sample data is taken out: all its files at once."""
    original, file = _stored(pki.paper(), officer, "goc.pdf"), _stored(_signed(), officer)
    check_signatures(file=file, originals=[original], at=clock.now())
    with pytest.raises(RestrictedError):
        original.delete()
    StoredFile.objects.filter(pk__in=[original.pk, file.pk]).delete()
    assert not SignedPdf.objects.exists()


def test_who_may_not_open_the_file_sees_none_of_its_signatures(officer) -> None:
    file = _stored(_signed(), officer)
    stranger = factories.client_as(factories.member(body=factories.body(), role="officer"))
    assert stranger.get(reverse("documents:signatures", args=[file.pk])).status_code == 404
    assert stranger.post(reverse("documents:check_signatures", args=[file.pk])).status_code == 404


def test_the_verdicts_of_many_files_cost_two_queries(officer, django_assert_num_queries) -> None:
    files = [_stored(_signed(f"Người {number}"), officer, f"{number}.pdf") for number in range(3)]
    for file in files:
        check_signatures(file=file, at=clock.now())
    for count in (1, 3):
        with django_assert_num_queries(2):
            assert len(signatures_of([file.pk for file in files[:count]])) == count
