"""What was found out about a signature, in plain Vietnamese."""

from datetime import datetime, timedelta, timezone
from enum import StrEnum

from phoihop.documents.signed.verdicts import (
    Changes,
    Cover,
    Kind,
    Revocation,
    SignatureVerdict,
    Trust,
    Validity,
)

VIETNAM = timezone(timedelta(hours=7))


class Level(StrEnum):
    """How much a person should worry."""

    GOOD = "good"
    DOUBTFUL = "doubtful"
    BAD = "bad"


def level(verdict: SignatureVerdict) -> Level:
    """Good only when the content stands and the certificate is vouched for."""
    if not verdict.stands or verdict.revocation == Revocation.REVOKED or verdict.trust == Trust.WEAK:
        return Level.BAD
    is_certain = verdict.trust == Trust.TRUSTED and verdict.validity == Validity.VALID
    return Level.GOOD if is_certain else Level.DOUBTFUL


def headline(verdict: SignatureVerdict) -> str:
    """The one sentence that matters."""
    who = verdict.signer or "không rõ"
    if verdict.problem:
        return verdict.problem
    if not verdict.is_intact:
        return f"Nội dung bị thay đổi sau khi ký (chữ ký của {who})."
    if not verdict.is_genuine:
        return f"Chữ ký không khớp với chứng thư đi kèm (ghi tên {who})."
    if verdict.changes == Changes.SUSPICIOUS:
        return f"Nội dung bị thay đổi sau khi ký: tệp có phần sửa thêm vào sau chữ ký của {who}."
    if verdict.kind == Kind.TIMESTAMP:
        return f"Còn nguyên vẹn, dấu thời gian của {who}."
    return f"Còn nguyên vẹn, người ký: {who}."


def remarks(verdict: SignatureVerdict) -> list[str]:
    """When, what it covers, who vouches, and what could not be checked; nothing of what was not judged."""
    if verdict.problem:
        return []
    said = [
        _time(verdict),
        _extent(verdict),
        _TRUST[verdict.trust].format(issuer=verdict.issuer or "không rõ"),
    ]
    said.append(_validity(verdict))
    said.append(_revocation(verdict))
    return [sentence for sentence in said if sentence]


def short(verdict: SignatureVerdict) -> str:
    """What of the certificate a reader must know beside the headline; blank when all is well."""
    if verdict.problem or level(verdict) == Level.GOOD:
        return ""
    if verdict.revocation == Revocation.REVOKED:
        return _revocation(verdict)
    return _validity(verdict) or _TRUST[verdict.trust].format(issuer=verdict.issuer or "không rõ")


_TRUST = {
    Trust.TRUSTED: "Chứng thư do {issuer} cấp, thuộc danh sách tin cậy.",
    Trust.NO_ROOTS: (
        "Không rõ ai bảo đảm chứng thư này: hệ thống chưa được khai báo nơi cấp chứng thư tin cậy "
        "(nơi cấp ghi: {issuer})."
    ),
    Trust.UNKNOWN: "Không rõ ai bảo đảm chứng thư này: nơi cấp {issuer} không thuộc danh sách tin cậy.",
    Trust.WRONG_USE: "Chứng thư do {issuer} cấp không dùng để ký văn bản.",
    Trust.WEAK: "Chữ ký dùng thuật toán đã yếu, không còn bảo đảm.",
}


def _time(verdict: SignatureVerdict) -> str:
    if verdict.timestamp_at:
        who = "được tin cậy" if verdict.is_timestamp_trusted else "không rõ ai bảo đảm"
        return f"Ký lúc {_said(verdict.timestamp_at)}, theo dấu thời gian ({who})."
    if verdict.signed_at:
        return f"Ký lúc {_said(verdict.signed_at)}, theo giờ máy của người ký (không có dấu thời gian)."
    return "Chữ ký không ghi giờ ký."


def _extent(verdict: SignatureVerdict) -> str:
    if verdict.changes == Changes.SUSPICIOUS:
        return "Chữ ký này không bảo đảm cho nội dung đang thấy trong tệp."
    if verdict.cover == Cover.FILE:
        return "Chữ ký bao trùm toàn bộ tệp."
    return "Sau chữ ký này tệp chỉ có thêm chữ ký hoặc dấu thời gian; nội dung không đổi."


def _validity(verdict: SignatureVerdict) -> str:
    if verdict.validity == Validity.EXPIRED:
        return f"Khi ký, chứng thư đã hết hạn (từ {_day(verdict.valid_to)})."
    if verdict.validity == Validity.NOT_YET:
        return f"Khi ký, chứng thư chưa có hiệu lực (từ {_day(verdict.valid_from)})."
    return ""


def _revocation(verdict: SignatureVerdict) -> str:
    if verdict.kind == Kind.TIMESTAMP:
        return ""
    if verdict.revocation == Revocation.REVOKED:
        return f"Chứng thư đã bị thu hồi từ {_day(verdict.revoked_at)}."
    if verdict.revocation == Revocation.NOT_REVOKED:
        return "Chưa bị thu hồi, theo thông tin kèm trong tệp."
    return "Chưa kiểm tra được thu hồi: tệp không kèm thông tin thu hồi."


def _said(moment: str) -> str:
    return f"{datetime.fromisoformat(moment).astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}"


def _day(moment: str) -> str:
    return f"ngày {datetime.fromisoformat(moment).astimezone(VIETNAM):%d/%m/%Y}" if moment else "trước đó"
