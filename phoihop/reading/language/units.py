"""Units: measures, which make any number a target, and things counted, which need a verb or a bound."""

import re

from .source import Source, phrase

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
    "vườn", "trang trại", "chi tổ", "nhóm", "chỉ tiêu", "quần chúng ưu tú", "quần chúng", "ngày công",
    "công", "tờ rơi", "băng rôn", "pa nô", "con", "giải", "chốt", "nghiệp đoàn", "công đoàn cơ sở",
    "tổ hòa giải", "xe đạp", "hòm thư", "phóng sự", "thẻ", "sổ", "bộ quần áo", "tổ vay vốn", "ao", "đàn",
    "đại lý", "thủ tục", "dịch vụ", "giao dịch", "tài khoản", "phong trào", "hộ kinh doanh", "trường hợp",
    "trẻ", "cụ", "cặp", "hội đồng", "ban", "ấp", "buôn", "sóc", "khóm", "khối", "cơ quan, đơn vị",
    "cựu chiến binh", "bác sĩ", "giáo viên", "sinh viên", "công nhân", "lượt hộ", "lượt hội viên",
)  # fmt: skip
_SCALE = r"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)"
_LONGEST_FIRST = sorted(map(re.escape, THINGS), key=len, reverse=True)
_ANY_THING = "(?:" + "|".join(_LONGEST_FIRST).replace(r"\ ", " ") + ")"
_MONEY = (
    rf"(?:{_SCALE} (?:việt nam )?(?:đồng|vnđ|vnd|usd|đô la)|(?:đồng|vnđ|vnd|usd|đ)(?! chí)\b"
    rf"|(?:triệu|tỷ|tỉ)\b(?! (?:lượt|{_ANY_THING})\b))"
)
_PER = r"(?: ?/ ?(?:1 )?[^\W\d_]+2?(?: (?:viên|vị|chức|phương|hội|đoàn|dân|thôn|gia đình|đầu người))?\b)*"
_DONG = re.compile(r"^đ\b", re.IGNORECASE)
_MEASURE = phrase(
    rf"(?P<unit>(?:{_MONEY}|héc ?ta|ha|km2|km²|km|m2|m²|m3|m³|mét(?: vuông| khối)?|tấn|tạ|kg|kwh|mw"
    rf"|lít|m)\b"
    rf"{_PER})"
)
_REFERENCES = {"nội dung", "tiêu chí", "chương trình", "nhóm", "giải pháp", "điểm", "bộ", "việc", "hoạt động",
               "dự án", "phong trào", "khối", "ban", "chỉ tiêu"}  # fmt: skip
_ONLY_NAMED = {"nội dung", "tiêu chí", "giải pháp", "chỉ tiêu", "việc", "điểm", "bộ"}
# Kinds a text divides its matter into; no number of them is ever to be met.
_KINDS = {
    "nhiệm", "khâu", "mặt", "lĩnh", "nguyên", "bước", "phương", "cuộc vận", "bên", "ngành", "cấp", "loại",
    "hình", "mục", "phần", "chương", "điều", "đề", "nghị quyết", "trụ", "vấn", "yếu", "quan điểm",
    "yêu cầu", "tầng", "khoản", "trang", "lĩnh vực", "đột", "năm", "tháng", "ngày", "giờ", "phút", "tuổi",
    "cái", "thành", "quý", "tuần", "nhóm giải", "và", "hoặc", "đến", "của", "trong", "về", "theo", "cho",
    "với", "tại", "trên", "để", "nửa", "là", "được", "có", "sau", "đồng chí trong", "lần thứ",
}  # fmt: skip
_PLACES = {
    "xã", "phường", "thị trấn", "huyện", "quận", "thôn", "ấp", "bản", "xóm", "khu phố", "khu dân cư",
    "tổ dân phố", "địa phương", "trường", "trường học", "cơ sở", "đơn vị", "điểm", "khu",
    "khóm", "buôn", "làng",
}  # fmt: skip
_PARTY_THINGS = ("tổ chức", "cơ quan", "đơn vị", "đoàn thể", "hội", "đoàn", "ngành")
_PARTIES_GO_ON = phrase(
    r"^,? ?(?:chính trị|đoàn thể|ký|thống nhất|phối hợp|thành viên|có sự|nêu|trên|này|cùng)\b"
)
_THING = phrase(rf'(?:"? ?)(?P<unit>(?:{_SCALE} |(?:tổng )?số )?{_ANY_THING}\b)')
_QUOTED = re.compile(r'\s+(?P<name>"(?:[^"\n]|\n(?!\n)){2,60}")')
_MORE = phrase(rf"(?:(?:, | hoặc | và )(?:{'|'.join(THINGS)})\b)?")
_YEARLY = phrase(r"(?: ?/ ?(?:1 ?)?[^\W\d_]+(?: kỳ)?\b)+")
_WORD = phrase(rf" ?(?P<unit>(?:{_SCALE} )?[^\W\d_]+(?: [^\W\d_]+)?)")


def measure_at(source: Source, at: int) -> tuple[str, int] | None:
    """A unit of measure that begins here (spaces allowed): (unit as printed, where it ends)."""
    while source.plain[at : at + 1] == " ":
        at += 1
    match = _MEASURE.match(source.folded, at)
    if not match:
        return None
    unit = source.line(match.start("unit"), match.end("unit"))
    return (_DONG.sub("đồng", unit), match.end())


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
    quoted = _QUOTED.match(source.plain, stop)
    return quoted.end() if quoted else stop


def word_at(source: Source, at: int) -> tuple[str, int] | None:
    """The one or two words that follow, for a bounded number whose unit is in no list."""
    match = _WORD.match(source.folded, at)
    return (source.line(match.start("unit"), match.end("unit")), match.end()) if match else None


def noun_at(source: Source, at: int) -> tuple[str, int] | None:
    """The one or two words that follow as a unit in no list; None for words that never are one."""
    quoted = _QUOTED.match(source.plain, at)
    found = (source.line(*quoted.span("name")), quoted.end()) if quoted else word_at(source, at)
    if not found or is_kind(found[0]):
        return None
    rate = _YEARLY.match(source.folded, found[1])
    return (source.line(at, rate.end()), rate.end()) if rate else found


def is_kind(unit: str) -> bool:
    """Does a unit begin with a word that only divides the matter ("nhiệm vụ", "lĩnh vực") or is no noun?"""
    if unit.lower() in THINGS:
        return False
    words = unit.lower().split()
    return words[0] in _KINDS or " ".join(words[:2]) in _KINDS


def is_reference(unit: str) -> bool:
    """ "thực hiện 05 nội dung của cuộc vận động" refers to five known things and sets no number."""
    return unit.lower() in _REFERENCES or is_kind(unit)


def is_made(unit: str) -> bool:
    """Of the references, those that may also be made anew: "xây dựng 02 nhóm", "hỗ trợ 05 dự án"."""
    return unit.lower() in _REFERENCES - _ONLY_NAMED


def is_place(unit: str) -> bool:
    """ "tuyên truyền tại 14 xã": where it is done, not how many are to be reached."""
    return unit.lower() in _PLACES


def is_party(unit: str, following: str) -> bool:
    """ "06 tổ chức chính trị - xã hội thống nhất": how many sign, by the folded words that follow."""
    return unit.lower() in _PARTY_THINGS and bool(_PARTIES_GO_ON.match(following))
