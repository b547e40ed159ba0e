"""What a person reads of a verdict."""

from dataclasses import replace
from pathlib import Path

import pytest

from phoihop.documents.signed import words
from phoihop.documents.signed.roots import roots_in
from phoihop.documents.signed.verdicts import (
    Changes,
    Cover,
    Kind,
    Revocation,
    SignatureVerdict,
    Trust,
    Validity,
)  # fmt: skip
from tests.documents.signed import pki

GOOD = SignatureVerdict(
    field="Ky", signer="Hoàng Minh Khuê", issuer="CA thử", cover=Cover.FILE, changes=Changes.NONE,
    is_intact=True, is_genuine=True, trust=Trust.TRUSTED, signed_at="2026-02-05T09:30:00+07:00",
    valid_from="2025-01-01T00:00:00+00:00", valid_to="2026-01-01T00:00:00+00:00",
)  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "level", "says"),
    [
        ({}, "good", "Còn nguyên vẹn, người ký: Hoàng Minh Khuê."),
        ({"is_intact": False}, "bad", "Nội dung bị thay đổi sau khi ký"),
        ({"changes": Changes.SUSPICIOUS}, "bad", "Nội dung bị thay đổi sau khi ký"),
        ({"is_genuine": False}, "bad", "không khớp với chứng thư"),
        ({"problem": "Không đọc được."}, "bad", "Không đọc được."),
        ({"trust": Trust.UNKNOWN}, "doubtful", "Còn nguyên vẹn"),
        ({"validity": Validity.EXPIRED}, "doubtful", "Còn nguyên vẹn"),
        ({"revocation": Revocation.REVOKED, "revoked_at": "2026-01-01T00:00:00+00:00"}, "bad", "Còn nguyên"),
        ({"kind": Kind.TIMESTAMP}, "good", "dấu thời gian của"),
    ],
)
def test_the_headline_and_how_much_to_worry(changed, level: str, says: str) -> None:
    verdict = replace(GOOD, **changed)
    assert words.level(verdict) == level
    assert says in words.headline(verdict)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({}, "Ký lúc 09:30 ngày 05/02/2026, theo giờ máy của người ký"),
        ({}, "Chưa kiểm tra được thu hồi"),
        ({}, "bao trùm toàn bộ tệp"),
        ({"cover": Cover.REVISION, "changes": Changes.ALLOWED}, "chỉ có thêm chữ ký"),
        ({"trust": Trust.UNKNOWN}, "Không rõ ai bảo đảm chứng thư này"),
        ({"trust": Trust.NO_ROOTS}, "chưa được khai báo"),
        ({"trust": Trust.WEAK}, "thuật toán đã yếu"),
        ({"trust": Trust.WRONG_USE}, "không dùng để ký"),
        ({"validity": Validity.EXPIRED}, "đã hết hạn (từ ngày 01/01/2026)"),
        ({"validity": Validity.NOT_YET}, "chưa có hiệu lực (từ ngày 01/01/2025)"),
        ({"revocation": Revocation.NOT_REVOKED}, "Chưa bị thu hồi"),
        (
            {"timestamp_at": "2026-03-01T00:00:00+00:00", "is_timestamp_trusted": True},
            "07:00 ngày 01/03/2026",
        ),
        ({"signed_at": ""}, "không ghi giờ ký"),
    ],
)
def test_the_remarks_say_it_plainly(changed, says: str) -> None:
    assert says in " ".join(words.remarks(replace(GOOD, **changed)))


def test_beside_the_headline_stands_only_what_is_wrong() -> None:
    assert words.short(GOOD) == ""
    assert "Không rõ ai" in words.short(replace(GOOD, trust=Trust.UNKNOWN))
    assert "thu hồi từ ngày 01/01/2026" in words.short(
        replace(GOOD, revocation=Revocation.REVOKED, revoked_at="2026-01-01T00:00:00+00:00")
    )


def test_trusted_certificates_are_read_from_a_folder_in_either_form(tmp_path: Path) -> None:
    assert roots_in(tmp_path / "none").certificates == ()
    one, other = pki.authority(), pki.authority("CA lạ")
    (tmp_path / "mot.pem").write_bytes(one.pem + other.pem)
    (tmp_path / "lai.cer").write_bytes(one.der)
    (tmp_path / "hong.crt").write_bytes(b"khong phai chung thu")
    (tmp_path / "ghi-chu.txt").write_bytes(b"bo qua")
    found = roots_in(tmp_path)
    assert set(found.certificates) == {one.der, other.der}
    assert found.unreadable == ("hong.crt",)
    (tmp_path / "mot.pem").unlink()
    assert roots_in(tmp_path).fingerprint != found.fingerprint
