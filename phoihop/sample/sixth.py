"""The sixth, made-up programme of xã Lam Sơn: read from its text, signed new by its six parties, numbered."""

from datetime import date, timedelta
from typing import Any

from phoihop.accounts.acting import ActingMember
from phoihop.documents.actions import store_file
from phoihop.drafting import actions as drafting
from phoihop.drafting.actions.confirming import Confirmation, confirm
from phoihop.drafting.models import Draft
from phoihop.lifecycle.actions import enter_signature, give_number, sign
from phoihop.organisations.models import Body, BodyKind
from phoihop.programmes import actions as programmes
from phoihop.programmes.content import SignatureContent
from phoihop.programmes.models import Edition, Party
from phoihop.programmes.models.editions import Capacity
from phoihop.programmes.statuses import Origin
from phoihop.sample.acting import moment
from phoihop.sample.papers import TEXTS
from phoihop.sample.people import Cast
from phoihop.sample.recording import accept_all, mend_targets, settle_parties

_SIGNING = frozenset({"UBND", "MTTQ", "CTXH"})
_NAMES: dict[int, dict[str, Any]] = {
    0: {"name": "Buổi tuyên truyền pháp luật", "parties": ["MTTQ", "CTXH"]},
    1: {"name": "Doanh nghiệp thành lập mới"},
    7: {"name": "Tỷ lệ dân số tham gia bảo hiểm y tế", "parties": ["MTTQ"]},
    8: {"name": "Tỷ lệ đoàn viên, hội viên tham gia bảo hiểm y tế", "parties": ["CTXH"]},
    9: {"name": "Số hộ nghèo giảm", "parties": ["MTTQ"]},
    10: {"name": "Số hộ cận nghèo giảm", "parties": ["MTTQ"]},
    11: {"name": "Hộ phụ nữ nghèo được giúp đỡ"},
    12: {"name": "Diện tích cây ăn quả mở rộng"},
    13: {"name": "Đường hoa trồng mới"},
    14: {"name": "Đợt ra quân tổng dọn vệ sinh"},
    15: {"name": "Mô hình thu gom bao bì thuốc bảo vệ thực vật"},
}
"""What the reviewing person corrects: short names for the tables, and who answers where the text is broad."""


def period_of(today: date) -> tuple[date, date]:
    """The programme's years: this year, with the last one while less than half a year of it has passed."""
    return date((today - timedelta(days=180)).year, 1, 1), date(today.year, 12, 31)


def sixth_text(today: date) -> str:
    """The made-up text with its years."""
    start, end = period_of(today)
    years = f"NĂM {end.year}" if start.year == end.year else f"GIAI ĐOẠN {start.year} - {end.year}"
    text = (TEXTS / "xa-lam-son-minh-hoa.txt").read_text("utf-8")
    return text.replace("{PERIOD}", years).replace("{YEAR}", str(end.year))


def make_sixth(cast: Cast, today: date) -> Edition:
    """Read, correct, confirm as a new text, sign by all six, number."""
    start, end = period_of(today)
    at = moment(start + timedelta(days=7))
    member = cast.acting("vanphong")
    draft, _ = drafting.read_file(
        content=sixth_text(today).encode(),
        name=f"Chương trình phối hợp xã Lam Sơn {end.year}.txt",
        media_type="text/plain",
        by=member,
        at=at,
    )
    draft = settle_parties(draft, cast.area, signing=_SIGNING, by=member, at=at)
    mend_targets(draft, _NAMES, by=member, at=at)
    accept_all(draft, by=member, at=at)
    said = Confirmation(
        name=f"Phối hợp công tác xã Lam Sơn năm {end.year}",
        lead_id=cast.bodies[BodyKind.PEOPLES_COMMITTEE].pk,
        way=Origin.SIGNED_HERE,
        period_start=start,
        period_end=end,
        in_force_from=None,
        version=Draft.objects.get(pk=draft.pk).version,
    )
    edition = confirm(draft=draft, confirmation=said, by=member, at=at)
    return _sign_and_number(edition, cast, start + timedelta(days=9))


def _sign_and_number(edition: Edition, cast: Cast, day: date) -> Edition:
    at = moment(day, 14)
    edition = programmes.open_for_signature(edition=edition, by=cast.acting("chutich"), at=at)
    signers = {cast.bodies[kind].pk: cast.acting(username) for kind, username in _SIGNERS.items()}
    for party in edition.parties.select_related("body").order_by("order"):
        signer = signers.get(party.body_id)
        if signer:
            content = _signature(party, signer, day)
            edition = sign(edition=edition, party=party, content=content, by=signer, at=at)
        else:
            edition = _enter_for(edition, party, cast, day)
    return give_number(
        edition=edition,
        symbol="CTrPH-UBND-MTTQ",
        issued_on=day,
        first_number=4,
        by=cast.acting("vanthu"),
        at=moment(day, 16),
    )


_SIGNERS = {
    BodyKind.PEOPLES_COMMITTEE: "chutich",
    BodyKind.FRONT_COMMITTEE: "mattran",
    BodyKind.WOMENS_UNION: "hoiphunu",
    BodyKind.FARMERS_UNION: "nongdan",
    BodyKind.YOUTH_UNION: "thanhnien",
}


def _signature(party: Party, signer: ActingMember, day: date) -> SignatureContent:
    return SignatureContent(
        body_id=party.body_id,
        capacity=Capacity.ON_BEHALF_OF,
        authority=_authority(party.body),
        position="BÍ THƯ" if party.body.kind == BodyKind.YOUTH_UNION else "CHỦ TỊCH",
        name=signer.full_name,
        signed_on=day,
    )


def _authority(body: Body) -> str:
    if body.kind == BodyKind.PEOPLES_COMMITTEE:
        return "ỦY BAN NHÂN DÂN"
    return "BAN THƯỜNG TRỰC" if body.kind == BodyKind.FRONT_COMMITTEE else "BAN THƯỜNG VỤ"


def _enter_for(edition: Edition, party: Party, cast: Cast, day: date) -> Edition:
    """The veterans have no account: the lead enters their signature with its scan."""
    member, at = cast.acting("vanphong"), moment(day, 15)
    scan = store_file(
        content=(TEXTS.parent / "files" / "trang-ky-minh-hoa.png").read_bytes(),
        name="Trang ký Hội Cựu chiến binh (minh họa).png",
        media_type="image/png",
        by=member,
        at=at,
    )
    content = SignatureContent(
        body_id=party.body_id,
        capacity=Capacity.ON_BEHALF_OF,
        authority="BAN THƯỜNG VỤ",
        position="CHỦ TỊCH",
        name="Lưu Văn Chiến",
        signed_on=day,
        proof_id=scan.pk,
    )
    return enter_signature(edition=edition, party=party, content=content, by=member, at=at)
