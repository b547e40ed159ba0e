"""A small paper of a made-up commune, its bodies and an officer who reads it."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from phoihop.accounts.acting import ActingMember
from phoihop.documents.actions import store_file
from phoihop.drafting import actions
from phoihop.drafting.models import Draft, Reading, ReadPage
from phoihop.organisations.models import Body, BodyKind
from tests.accounts.factories import member
from tests.organisations.factories import body, commune

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PAPER = """CHƯƠNG TRÌNH PHỐI HỢP
CÔNG TÁC GIỮA ỦY BAN NHÂN DÂN VỚI ỦY BAN MẶT TRẬN TỔ QUỐC VÀ HỘI LIÊN HIỆP PHỤ NỮ XÃ AN BÌNH NĂM 2026

Căn cứ Luật Mặt trận Tổ quốc Việt Nam năm 2015;
Ủy ban nhân dân, Ủy ban Mặt trận Tổ quốc và Hội Liên hiệp Phụ nữ xã An Bình thống nhất Chương trình phối hợp:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Tạo sự thống nhất trong phối hợp.
II. NỘI DUNG PHỐI HỢP
1. UBND chủ trì, phối hợp với Ủy ban MTTQ vận động Nhân dân tham gia bảo hiểm y tế đạt tỷ lệ từ 97% trở lên.
2. Hội LHPN xã vận động hội viên trồng mới trên 03 km đường hoa.
3. Phấn đấu năm 2026 giảm 25 hộ nghèo.
III. TỔ CHỨC THỰC HIỆN
1. Đề nghị Ủy ban MTTQ xã và Hội LHPN xã gửi báo cáo hằng quý về UBND xã trước ngày 20 tháng cuối quý.
2. Trong quá trình thực hiện, các bên trao đổi để bổ sung cho phù hợp./.

TM. ỦY BAN MTTQ
CHỦ TỊCH

Nguyễn Thị Thử

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Thử

TM. HỘI LHPN
CHỦ TỊCH

Lê Thị Thử
"""


@dataclass(frozen=True)
class Commune:
    """xã An Bình: its three bodies and an officer of its People's Committee."""

    committee: Body
    front: Body
    women: Body
    officer: ActingMember


def an_binh() -> Commune:
    place = commune("An Bình", valid_from=date(2025, 7, 1))
    committee = body(kind=BodyKind.PEOPLES_COMMITTEE, area=place)
    return Commune(
        committee=committee,
        front=body(kind=BodyKind.FRONT_COMMITTEE, area=place),
        women=body(kind=BodyKind.WOMENS_UNION, area=place),
        officer=member(body=committee, role="officer"),
    )


def draft(officer: ActingMember, text: str = PAPER) -> Draft:
    row, _ = actions.read_file(
        content=text.encode(), name="chuong-trinh.txt", media_type="text/plain", by=officer, at=AT
    )
    return row


JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300"
    + "08" * 64
    + "ffc0000b080001000101011100ffc40014000100000000000000000000000000000009ffc4001410010000000000000000"
    "0000000000000000ffda0008010100003f0054dfffd9"
)


def scanned(draft: Draft, officer: ActingMember) -> ReadPage:
    """The draft as if it came from a scan of one page: every word in a box, "nghèo" doubtful."""
    words, left, top = [], 10, 10
    for found in re.finditer(r"\S+|\n", draft.text):
        if found.group() == "\n":
            left, top = 10, top + 30
            continue
        width = 9 * len(found.group())
        sure = 0.4 if found.group() == "nghèo." else 0.95
        words.append([found.start(), found.end(), left, top, left + width, top + 20, sure])
        left += width + 9
    image = store_file(content=JPEG, name="trang-1.jpg", media_type="image/jpeg", by=officer, at=AT)
    reading = Reading.objects.create(
        body=draft.body, name="quet.pdf", digest="a" * 64, status="done", draft=draft,
        created_by=draft.created_by, created_at=AT,
    )  # fmt: skip
    return ReadPage.objects.create(
        reading=reading, number=1, words=words, width=1000, height=1400, image=image,
        span_start=0, span_end=len(draft.text), read_at=AT,
    )  # fmt: skip
