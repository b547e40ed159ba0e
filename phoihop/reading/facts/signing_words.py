"""The words of a signature: marks, positions, stamps, ranks and names."""

import re

from phoihop.reading.language.source import phrase

_AFTER_BARE_MARK = (
    r"(?=(?:ỦY|UỶ|BAN|BCH|BTV|BTT|UBND|UBMTTQ|HĐND|HỘI|ĐOÀN|TỈNH|HUYỆN|THÀNH|THỊ|QUẬN|ĐẢNG|LIÊN|CÔNG|MẶT"
    r"|THƯỜNG"
    r"|CHÍNH|CHỦ|TRƯỞNG|GIÁM|BÍ|BỘ|XÃ|PHƯỜNG)\b)"
)
CAPACITY = re.compile(
    rf"(?P<mark>TM|T/M|KT|K/T|TL|T/L|TUQ|Q)(?:\s*[./:]\s*(?=[^\W\d_])|\s+{_AFTER_BARE_MARK})"
)
SPEAKS_FOR = ("TM", "T/M")
STANDS_FOR = re.compile(r"(?:ĐẠI DIỆN|THAY MẶT|XÁC NHẬN CỦA)(?:\s+(?:CHO|LÃNH ĐẠO))?\b\s*:?\s*")
_TITLE = (
    r"chi hội (?:trưởng|phó)|thủ trưởng(?: cơ quan| đơn vị)?|chủ tịch|bí thư"
    r"|trưởng ban|giám đốc|chánh văn phòng|trưởng phòng|trưởng công an|chỉ huy trưởng"
    r"|chính trị viên|chính ủy|tư lệnh|hiệu trưởng|tổng thư ký|tổng giám đốc|chủ nhiệm|cục trưởng|viện trưởng"
    r"|chánh án|chánh thanh tra|bộ trưởng|tổng bí thư|thủ tướng(?: chính phủ)?|trưởng thôn|trưởng khu"
    r"|tổ trưởng"
    r"|khu phố trưởng|trưởng ban công tác mặt trận|trưởng đoàn|ủy viên(?: ban)?(?: thường trực| thường vụ)?"
    r"|thứ trưởng|trưởng"
)
POSITION = phrase(rf"(?<!đoàn\x20)(?<!ban\x20)\b(?:quyền |q\. ?)?(?:phó |thứ )?(?:{_TITLE})(?!\w)")
POSITION_TRAIL = phrase(
    r"(?: (?:thường trực|phụ trách))*(?:,? kiêm (?:nhiệm )?[^\n]{3,40}| - (?:phó )?(?:tổng thư ký|chủ tịch"
    r"|bí thư))?"
)
STAMP = re.compile(
    r"[(\[]?\s*(?:đã ký|ký tên|ký, đóng dấu|ký và đóng dấu|ký, ghi rõ họ tên|signed)[^)\]\n]{0,30}?"
    r"(?:[)\]:]|$|(?=\s[A-ZĐ]))|\(ký\)",
    re.IGNORECASE,
)
NOISE = phrase(
    r"(?:ký bởi|người ký|email|thời gian ký|cơ quan ?:|ngày ký|chữ ký số|chức vụ ?:|digitally|date ?:|reason"
    r"|sao y|số ?:|làm tại|trang \d|ngày \d|[\d\W]+$)"
)
BODY_WORDS = phrase(
    r"\b(?:bên|ban|ủy ban|ub|ubnd|ubmttq|hđnd|bch|btv|btt|hội|đoàn|liên đoàn|lđlđ|công đoàn|mttq|mặt trận"
    r"|tỉnh"
    r"|huyện"
    r"|thị xã|thị trấn|thành phố|quận|xã|phường|đặc khu|việt nam|tncs|phòng|sở|bộ|cục|công an|đảng ủy"
    r"|chính phủ"
    r"|quốc hội|thường vụ|chấp hành|nhân dân|tổ quốc|liên hiệp|hội đồng|đoàn chủ tịch|trường|ngân hàng|đài"
    r"|(?:tỉnh|huyện|thành|thị) ủy|văn phòng|trung tâm|công ty|chi nhánh|tòa án|viện kiểm sát)(?!\w)"
)
_RANK = re.compile(
    r"^(?:(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|úy|uý)\b|(?:pgs|gs|ts|tskh|th\.?s|thạc sĩ|tiến sĩ|bs"
    r"|bác sĩ|ks"
    r"|kỹ sư|cn|cử nhân|luật sư|ls|đ/c|đồng chí|ông|bà|linh mục|hòa thượng|thượng tọa|đại đức)"
    r"(?:\.|\b(?![.']))\s*)[ .,:-]*",
    re.IGNORECASE,
)
_END_STAMP = re.compile(r"\s*[(\[](?:đã ký|ký)[^)\]]*[)\]]\s*$", re.IGNORECASE)
_FAMILIES = frozenset((
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
    "dương", "lý", "đào", "đoàn", "vương", "trịnh", "trương", "đinh", "lâm", "phùng", "mai", "tô", "hà",
    "tạ", "cao", "tăng", "lưu", "thái", "châu", "tống", "quách", "khổng", "kiều", "chu", "lương", "la",
    "nông", "hứa", "lò", "vàng", "giàng", "sùng", "lường", "quàng", "cầm", "bế", "ma", "triệu", "mạc",
    "thạch", "sơn", "danh", "kim", "văn", "bàn", "lục", "đàm", "từ", "thân", "doãn", "nghiêm", "viên", "mã",
    "ninh", "thiều", "vi", "lã", "ksor", "rơ", "siu", "nay", "kpă", "niê", "ayun", "y", "a", "k'",
    "h'", "cà", "tòng", "sầm", "moong", "cụt", "và", "vừ", "xồng", "lầu", "thào", "cứ", "hờ", "mùa",
    "chang", "phàn", "tẩn", "chảo", "lù", "vù", "sìn", "cháng", "điểu", "kpuih", "rah", "rmah", "puih",
    "ama", "tôn", "giáp", "hán", "bạch", "biện", "cù", "diệp", "điền", "đồng", "khúc", "khuất",
    "lại", "liêu", "lộ", "mẫn", "nhữ", "quế", "sái", "trà", "tưởng",
    "ung", "uông", "vòng", "xa", "hàn", "lữ", "khương", "ưng", "vạn", "quang",
    "nhan", "mông", "mẫu", "lỗ", "lang", "kha", "giang", "đậu",
    "đái", "bành", "bá", "âu", "ấu",
))  # fmt: skip
_NOT_A_FAMILY = phrase(
    r"đoàn (?:thanh|tncs|chủ|tn\b|xã|phường|viên)|sơn la|kim bảng|hà (?:nội|giang|nam|tĩnh)"
    r"|văn (?:phòng|hóa)|lao động"
)
_LONGEST_NAME = 6


def bare_name(words: str) -> str:
    """A name without ranks and degrees before it or a stamp after it."""
    words = _END_STAMP.sub("", words).strip(" .,;:*_")
    while True:
        shorter = _RANK.sub("", words, count=1)
        if shorter == words or not shorter:
            return words
        words = shorter


def is_name(words: str) -> bool:
    """Two to six words that each begin with a capital and are letters, apostrophes and dashes only."""
    parts = words.split()
    if not 2 <= len(parts) <= _LONGEST_NAME:
        return False
    if not all(re.fullmatch(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]*)*", part) for part in parts):
        return False
    if not all(part[0].isupper() for part in parts):
        return False
    if words.isupper():
        folded = words.lower()
        return _is_family(words) and not (_NOT_A_FAMILY.match(folded) or POSITION.match(folded))
    return not POSITION.match(words.lower())


def _is_family(words: str) -> bool:
    first = words.lower().split()[0]
    return first in _FAMILIES or "'" in first or "’" in first


def names_in_a_row(words: str, count: int) -> list[int]:
    """Where each of `count` names printed side by side begins, told by family names; else nothing."""
    parts = list(re.finditer(r"\S+", words))
    if len(parts) * 2 < 5 * count or not all(part.group()[0].isupper() for part in parts):
        return []
    starts = [0]
    for index, part in enumerate(parts[1:-1], 1):
        before = sum(1 for other in parts[:index] if other.start() >= starts[-1])
        is_middle = parts[index - 1].group().lower() in ("thị", "văn")
        if part.group().lower() in _FAMILIES and not is_middle and before >= 2 and len(starts) < count:
            starts.append(part.start())
    return starts if len(starts) == count else []
