"""Invented figures and sentences of the sixth programme, by quarter of the year."""

from decimal import Decimal

from phoihop.organisations.models import BodyKind

K = BodyKind
type Quarters = tuple[str, str, str, str]

COUNTS: dict[tuple[str, BodyKind], Quarters] = {
    ("Buổi tuyên truyền pháp luật", K.FRONT_COMMITTEE): ("1", "2", "1", "1"),
    ("Buổi tuyên truyền pháp luật", K.WOMENS_UNION): ("1", "1", "1", "1"),
    ("Buổi tuyên truyền pháp luật", K.FARMERS_UNION): ("0", "1", "1", "0"),
    ("Buổi tuyên truyền pháp luật", K.YOUTH_UNION): ("1", "0", "1", "1"),
    ("Buổi tuyên truyền pháp luật", K.VETERANS_ASSOCIATION): ("0", "1", "0", "0"),
    ("Doanh nghiệp thành lập mới", K.WOMENS_UNION): ("0", "1", "0", "0"),
    ("Doanh nghiệp thành lập mới", K.FARMERS_UNION): ("0", "0", "1", "0"),
    ("Doanh nghiệp thành lập mới", K.YOUTH_UNION): ("1", "0", "0", "0"),
    ("Doanh nghiệp thành lập mới", K.VETERANS_ASSOCIATION): ("0", "0", "0", "1"),
    ("Số hộ nghèo giảm", K.FRONT_COMMITTEE): ("4", "6", "5", "8"),
    ("Số hộ cận nghèo giảm", K.FRONT_COMMITTEE): ("1", "1", "2", "1"),
    ("Hộ phụ nữ nghèo được giúp đỡ", K.WOMENS_UNION): ("2", "2", "3", "2"),
    ("Diện tích cây ăn quả mở rộng", K.FARMERS_UNION): ("0,5", "0,7", "0,4", "0,6"),
    ("Đường hoa trồng mới", K.WOMENS_UNION): ("0,8", "1,1", "0,6", "0,9"),
    ("Đợt ra quân tổng dọn vệ sinh", K.YOUTH_UNION): ("1", "1", "1", "1"),
    ("Mô hình thu gom bao bì thuốc bảo vệ thực vật", K.VETERANS_ASSOCIATION): ("1", "1", "1", "1"),
}
RATIOS: dict[tuple[str, BodyKind], tuple[tuple[int, int], ...]] = {
    ("Tỷ lệ dân số tham gia bảo hiểm y tế", K.FRONT_COMMITTEE): (
        (12980, 13610),
        (13050, 13615),
        (13120, 13620),
        (13240, 13625),
    ),
    ("Tỷ lệ đoàn viên, hội viên tham gia bảo hiểm y tế", K.WOMENS_UNION): (
        (1480, 1502),
        (1490, 1505),
        (1498, 1507),
        (1505, 1507),
    ),
    ("Tỷ lệ đoàn viên, hội viên tham gia bảo hiểm y tế", K.FARMERS_UNION): (
        (1390, 1432),
        (1401, 1433),
        (1415, 1436),
        (1422, 1437),
    ),
    ("Tỷ lệ đoàn viên, hội viên tham gia bảo hiểm y tế", K.YOUTH_UNION): (
        (402, 415),
        (405, 415),
        (409, 416),
        (411, 416),
    ),
    ("Tỷ lệ đoàn viên, hội viên tham gia bảo hiểm y tế", K.VETERANS_ASSOCIATION): (
        (310, 312),
        (311, 312),
        (311, 312),
        (312, 312),
    ),
}
SENTENCES: dict[str, str] = {
    "II.1": "Đã phối hợp tuyên truyền tại các thôn, lồng ghép trong sinh hoạt định kỳ.",
    "II.2": "Đã rà soát hộ kinh doanh đủ điều kiện, cử cán bộ hướng dẫn thủ tục thành lập doanh nghiệp.",
    "II.3": "Đã vận động hội viên, đoàn viên mua thẻ bảo hiểm y tế hộ gia đình, hỗ trợ hộ khó khăn.",
    "II.4.1": "Đã phối hợp rà soát, phân công tổ chức giúp đỡ từng hộ nghèo.",
    "II.4.2": "Các chi hội nhận giúp đỡ hộ phụ nữ nghèo bằng con giống, ngày công và vốn quay vòng.",
    "II.4.3": "Vận động hội viên chuyển đất lúa kém hiệu quả sang trồng cây ăn quả.",
    "II.5.1": "Trồng mới và chăm sóc các đoạn đường hoa do chi hội tự quản.",
    "II.5.2": "Tổ chức ra quân tổng dọn vệ sinh đường làng, ngõ xóm.",
    "II.5.3": "Duy trì các bể thu gom bao bì thuốc bảo vệ thực vật ngoài đồng.",
    "III.1": "Đã theo dõi, giám sát việc thực hiện tại các thôn.",
}


SHARE_SENTENCE = "Đã lập danh sách hộ kinh doanh đủ điều kiện, đang hướng dẫn thủ tục."
"""Under a body's own share of a target."""


def amount_of(name: str, kind: BodyKind, quarter: int) -> tuple[Decimal, Decimal | None] | None:
    """(numerator, denominator or None) of a target in a quarter (1 … 4); None: this body has none."""
    counts = COUNTS.get((name, kind))
    if counts:
        return Decimal(counts[quarter - 1].replace(",", ".")), None
    ratios = RATIOS.get((name, kind))
    if ratios:
        part, whole = ratios[quarter - 1]
        return Decimal(part), Decimal(whole)
    return None
