"""Numbers that look like targets and are not. Each is masked with its length kept.

To teach the reader a new trap, add it here and a case to tests/reading/corpus/targets.json.
"""

import re

from .source import Source, phrase

_DOCUMENTS: tuple[str, ...] = (
    # "488/2014/QĐ-UBND", "thông tư 124/TT-BCA", "số 217, 218-QĐ/TW", "Nghị quyết 18", "Đề án 06"
    r"(?<!tổng )(?<!tổng\n)\bsố:? \d[\d/.,]{0,30}(?: ?[-/] ?[^\W\d_][\w.]{0,40}){0,6}",
    r"\b\d{1,9}(?:/\d{1,9}){0,4} ?[-/] ?(?:[^\W\d_]{2,}[/-][^\W\d_]+|qh\d+|nq\b|qđ\b|kh\b|ct\b|tt\b|nđ\b"
    r"|ctr\b|bc\b|hd\b|ttg\b|tw\b|cp\b)[\w/-]*",
    r"\b(?:luật|bộ luật|nghị quyết|nghị định|quyết định|quy định|chỉ thị|thông tư|kết luận|kế hoạch"
    r"|công văn|hướng dẫn|thông báo|pháp lệnh|công ước|đề án|tiểu dự án|dự án|điều|khoản|mục|điểm|chương"
    r"|phần|phụ lục|biểu|mẫu|bước|tiểu đề án|ban chỉ đạo|bcđ|tiêu chí|tiêu chuẩn|tcvn|iso|lần thứ|khóa|thứ"
    r"|hình|bảng) \d+[a-z]?(?:(?:, ?| và )\d+)*\b(?! ?%|[,.]\d)",
    # roads, places, ranks and classes that are named by a number
    r"\b(?:quốc lộ|tỉnh lộ|huyện lộ|đường tỉnh|đường huyện|ql|đt|tl|đh|cầu|cống|km)[. ]?\d+[\w+.]*",
    r"\bcấp [1-4]\b|\b(?:hạng|bậc|loại|lớp|khu vực|vùng|giải|kỳ|đợt|vòng|tập|quyển|tiểu khu|lô"
    r"|phòng) \d{1,2}\b"
    r"(?! ?%| học sinh| em\b| người\b| hộ\b)",
)

_DAYS: tuple[str, ...] = (
    r"\bngày (?:mùng )?\d{1,2}(?: ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{2,4})?)?",
    r"\b\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}\b",
    r"\b\d{1,2} tháng \d{1,2}\b(?: năm \d{4})?",
    r"\btháng \d{1,2}(?:(?:, ?| và | ?- ?)\d{1,2}(?! ?%|[\d.,]*\d))*(?:/\d{4})?\b",
    r"\bquý (?:\d|i{1,3}|iv)\b(?:/\d{4})?",
    r"\bnăm \d{4}\b(?: ?[-,] ?\d{4})?",
    r"\b(?:19|20)\d\d ?- ?(?:19|20)\d\d\b",
    r"\bhọc kỳ [12]\b|\bnăm học (?:19|20)\d\d[\d -]*",
    r"\b(?:trước|chậm nhất|đến hết|quốc khánh|kỷ niệm|dịp|lễ|mùng|cách mạng|chào mừng"
    r"|tết) \d{1,2}/\d{1,2}\b(?!/)(?! \w+ (?:đạt|được))",
    r"(?:(?<=quốc khánh)|(?<=thương binh liệt sĩ)|(?<=phụ nữ)) ?\(?\d{1,2}/\d{1,2}\)?",
    # hours of an agenda, lengths of time, ages, anniversaries
    r"\b\d{1,2} ?(?:h|g|:) ?\d{2}\b'?|\b\d{1,2} ?h\b|\b\d{1,2} giờ(?: \d{1,2}(?: phút)?)?\b",
    r"\b\d+(?:[,.]\d+)?(?: ?(?:-|đến) ?\d+)? (?:năm|tháng|ngày(?! công)|tuần|phút|quý|nhiệm kỳ|thế kỷ)\b",
    r"\b\d{1,3}(?: ?(?:-|đến|tới) ?(?:dưới )?\d{1,3})? tuổi\b",
)

_NAMES: tuple[str, ...] = (
    r"\b24/(?:7|24)\b|\b(?:covid|sars) ?- ?\d+|\b(?:cách mạng công nghiệp|công nghiệp"
    r"|phiên bản) (?:lần thứ )?\d[.,]0",
    # names in quotation marks hold no targets; neither do "5 không, 3 sạch" and "4 tại chỗ"
    r'"(?:[^"\n]|\n(?!\n)){1,160}"',
    r"\b[1-9]0? (?:không|sạch|nhất|đột phá|trụ cột|khâu|tại chỗ|cùng|xung kích|đồng hành|sẵn sàng|tốt|rõ"
    r"|dám|biết|giảm|tăng|bám|chống|tự|an|trách nhiệm|phẩm chất|chữ vàng|điều bác|quyết tâm|có(?=,? \d)"
    r"|yên|hơn|giữ|nên|xây|tiết kiệm|chủ động|thực chất|hóa|k)\b",
    r"\b[1-5](?: ?(?:-|đến) ?[1-5])? sao\b",
    r"\b\d\+\d\b|\b\d k\b",
    r"\bhộ (?:giàu|khá) giúp \d+ hộ nghèo\b",
)

_RATES: tuple[str, ...] = (
    # "trên 1 ha": for each hectare; "trên 10.000 dân"; "trên cả 03 mặt"
    r"(?:\btrên|/|\bmỗi|\btính trên) ?(?:0?1 )(?=ha\b|sào|mẫu|m2|héc ?ta|đơn vị diện tích)",
    r"(?:\btrên|/|\btính trên) ?[\d.]+ ?(?:vạn |nghìn |triệu )?(?=(?:người )?dân\b|trẻ đẻ|ca đẻ)",
    r"\bcả \d+ ",
    r"\b(?:lập|làm|in|sao|chia|giữ)(?: thành)? \d+ bản\b",
)

_CODES: tuple[str, ...] = (
    r"\b0\d{8,10}\b|\b0\d{2,4}[. ]\d{3}[. ]\d{3,4}\b",
    r"\b(?:điện thoại|đt|hotline|đường dây nóng|tổng đài|fax|zalo|tài khoản|stk|mã số|số hiệu)"
    r"[^\d\n;,]{0,12}\d[\d .-]{5,20}",
)

# The running head of an official gazette, between its page numbers.
_PAGES: tuple[str, ...] = (
    r"(?:\b\d{1,3}\s{0,3})?\bcông báo/số [\d +]{1,20}/ngày [\d/-]{6,10}(?:\s{0,3}\d{1,3}\b(?! ?%))?",
)

TRAPS: tuple[str, ...] = (*_PAGES, *_DOCUMENTS, *_DAYS, *_NAMES, *_RATES, *_CODES)
_TRAP = phrase("|".join(f"(?:{trap})" for trap in TRAPS))
_BETWEEN_PARAGRAPHS = re.compile(r"(?<=[.;:])\n+|\n{2,}")
_DIGITS = re.compile(r"\d")


def masked(source: Source) -> str:
    """`source.folded` with the digits of traps turned to "#"; length kept.

    Only paragraphs with a digit are searched: a trap never reaches over an empty line.
    """
    pieces, at = [], 0
    for gap in _BETWEEN_PARAGRAPHS.finditer(source.folded):
        pieces.append(_masked(source.folded[at : gap.start()]) + gap.group())
        at = gap.end()
    return "".join([*pieces, _masked(source.folded[at:])])


def _masked(paragraph: str) -> str:
    if not _DIGITS.search(paragraph):
        return paragraph
    return _TRAP.sub(lambda match: _DIGITS.sub("#", match.group()), paragraph)
