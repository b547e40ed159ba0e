"""Units: measures, which make any number a target, and things counted, which need a verb or a bound."""

import re

from .source import Source, phrase

_MONEY = r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) (?:việt nam )?(?:đồng|vnđ|vnd)|(?:triệu|tỷ|tỉ|đồng|vnđ)\b)"
_PER = r"(?: ?/ ?(?:ha|người|hộ|năm|tháng|km|km2|m2|tổ chức|đơn vị|xã|vụ|sào|lần|quý|địa phương|nhà|căn)\b)*"
_MEASURE = phrase(
    rf"(?P<unit>(?:{_MONEY}|héc ?ta|ha|km2|km²|km|m2|m²|m3|m³|mét|tấn|tạ|kg|kwh|mw|lít|m)\b{_PER})"
)

#: Things counted, longest first where one begins with another.
THINGS: tuple[str, ...] = (
    "doanh nghiệp", "hợp tác xã", "tổ hợp tác", "hộ cận nghèo", "hộ nghèo", "hộ gia đình", "hộ dân",
    "hộ", "nhà", "căn nhà", "ngôi nhà", "mô hình", "công trình", "phần việc", "dự án", "tuyến đường",
    "tuyến phố", "đoạn đường", "cuộc giám sát", "cuộc", "hội nghị", "diễn đàn", "hội thảo", "hội thi",
    "lớp", "buổi", "lần", "lượt người", "lượt", "người", "lao động", "đợt", "khu dân cư", "khu phố",
    "khối phố", "thôn", "xóm", "bản", "làng", "tổ dân phố", "tổ tự quản", "tổ", "đội", "câu lạc bộ",
    "chi hội", "chi đoàn", "chi bộ", "hội viên", "đoàn viên", "đảng viên", "xã", "phường", "thị trấn",
    "đơn vị", "cơ quan", "trường học", "trường", "công dân", "gia đình", "suất quà", "suất học bổng",
    "suất", "phần quà", "con giống", "cây xanh", "cây", "tin bài", "tin", "bài", "chuyên mục",
    "chuyên đề", "ý kiến", "kiến nghị", "vụ việc", "vụ", "đơn", "hồ sơ", "cán bộ", "học sinh", "trẻ em",
    "sản phẩm", "sáng kiến", "đề tài", "giải pháp", "gương", "tập thể", "cá nhân", "điểm", "camera",
    "đối tượng", "địa chỉ", "địa phương", "bộ", "chương trình", "kế hoạch", "sự kiện", "hoạt động",
    "văn bản", "đoàn", "hội", "nội dung", "tiêu chí", "việc", "tổ chức", "cơ sở", "chuyến", "ngôi",
    "căn", "dự thảo", "đồng chí", "thanh niên", "phụ nữ", "nông dân", "em", "bể", "hố", "giếng", "cống",
    "cầu", "km", "đại biểu", "kênh", "trang", "chợ", "nhà vệ sinh", "tủ sách", "tủ", "đơn vị máu",
    "vườn", "trang trại", "chi tổ", "nhóm",
)  # fmt: skip
_REFERENCES = {"nội dung", "tiêu chí", "chương trình", "nhóm", "giải pháp", "điểm", "bộ", "việc", "hoạt động"}
_THING = phrase(
    '(?:"? ?)(?P<unit>(?:'
    + "|".join(sorted(map(re.escape, THINGS), key=len, reverse=True)).replace(r"\ ", " ")
    + r")\b)"
)
_QUOTED = re.compile(r'"[^"\n]{2,60}"')
_MORE = phrase(rf"(?:(?:, | hoặc | và )(?:{'|'.join(THINGS)})\b)?")
_YEARLY = phrase(r" ?/ ?(?:1 ?)?(?:năm|quý|tháng|nhiệm kỳ)\b")
_WORD = re.compile(r"\s*(?P<unit>[^\W\d_]+(?:\s+[^\W\d_]+)?)")


def measure_at(source: Source, at: int) -> tuple[str, int] | None:
    """A unit of measure that begins here (spaces allowed): (unit as printed, where it ends)."""
    at += len(source.plain[at:]) - len(source.plain[at:].lstrip()) if source.plain[at : at + 1] == " " else 0
    match = _MEASURE.match(source.folded, at)
    return (source.line(match.start("unit"), match.end("unit")), match.end()) if match else None


def thing_at(source: Source, at: int) -> tuple[str, int] | None:
    """A thing counted that begins here: (name as printed with the quoted name after it, where it ends)."""
    while source.plain[at : at + 1].isspace():
        at += 1
    match = _THING.match(source.folded, at)
    if not match:
        return None
    end = _MORE.match(source.folded, match.end())
    stop = end.end() if end else match.end()
    stop = _closed(source, at, stop)
    yearly = _YEARLY.match(source.folded, stop)
    stop = yearly.end() if yearly else stop
    return (source.line(at, stop), stop)


def _closed(source: Source, start: int, stop: int) -> int:
    """A unit in quotation marks, or followed by a name in them, ends after the closing mark."""
    if source.plain[start] == '"':
        closing = source.plain.find('"', start + 1, start + 80)
        return closing + 1 if closing > 0 else stop
    quoted = _QUOTED.match(source.plain, stop + 1) if source.plain[stop : stop + 1] == " " else None
    return quoted.end() if quoted else stop


def word_at(source: Source, at: int) -> tuple[str, int] | None:
    """The one or two words that follow, for a bounded number whose unit is in no list."""
    match = _WORD.match(source.plain, at)
    return (source.line(match.start("unit"), match.end("unit")), match.end()) if match else None


def is_reference(unit: str) -> bool:
    """ "thực hiện 05 nội dung của cuộc vận động" refers to five known things and sets no number."""
    return unit.lower() in _REFERENCES
