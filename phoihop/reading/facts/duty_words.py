"""The words that make a duty of each kind, and those that only look like one."""

from phoihop.reading.language.source import phrase

#: The verb that makes a duty of each kind, most telling first.
KINDS: tuple[tuple[str, str], ...] = (
    (
        "report",
        r"\bgửi (?:[^;.,]{0,30}?)?báo cáo\b|\bbáo cáo (?:bằng văn bản|kết quả|tình hình|đánh giá|về|cho|với"
        r"|định kỳ|ban|ủy ban|ub|tháng|quý|năm|sơ kết|tổng kết|công tác|việc|hàng|hằng|chi bộ|đảng"
        r"|\d+ tháng|đột xuất)"
        r"|\btổng hợp,? (?:và )?báo cáo\b|\bgửi (?:kết quả |số liệu[^;.,]{0,30}? |văn bản "
        r"|kế hoạch )?(?:về|cho|đến)\b"
        r"|(?<!nhân dân )\bphản ánh (?:với|đến|về)\b|\bcó báo cáo\b|\bchế độ báo cáo\b"
        r"|(?<!thông )\bbáo kết quả\b"
        r"|\bbáo cáo(?=[^;.]{0,40} (?:về|cho|gửi)\b)",
    ),
    (
        "notice",
        r"\bthông báo (?:[^;.]{0,60}? )?(?:cho|đến|với|tới)\b|\bthông tin (?:[^;.,]{0,40}? )?(?:cho|đến)\b"
        r"|\bcung cấp (?:thông tin|số liệu|tài liệu|tình hình)[^;.]{0,60}? (?:cho|đến)\b"
        r"|\bcung cấp cho [^;.,]{3,60}? (?:danh sách|thông tin|số liệu|tài liệu|tình hình)\b"
        r"|\btrao đổi (?:thông tin|tình hình)\b"
        r"|\bgửi số liệu\b",
    ),
    (
        "review",
        r"\bsơ,? (?:kết|tổng kết)\b|\btổng kết\b|\bđánh giá,? (?:kết quả|kiểm điểm|việc|rút|tình hình)"
        r"|\bkiểm điểm\b|\brút kinh nghiệm\b|\bkiểm tra\b|\bđánh giá \d+ năm\b",
    ),
    (
        "meeting",
        r"\b(?:họp|hội nghị)\b(?! (?:sơ|tổng) kết)|\bgiao ban\b|\bhội ý\b|\btiếp xúc cử tri\b|\bđối thoại\b"
        r"|\bgặp mặt\b"
        r"|\bdiễn đàn\b|\blàm việc (?:với|giữa)\b",
    ),
    (
        "survey",
        r"\brà soát\b|\bkhảo sát\b|\bthống kê\b|\blấy (?:ý kiến|phiếu)\b|\bđiều tra\b|\bcập nhật\b",
    ),
    (
        "event",
        r"\btập huấn\b|\bngày hội\b|\bbiểu dương\b|\bkhen thưởng\b|\btổ chức lễ\b|\bliên hoan\b"
        r"|\bhội thi\b|\btháng cao điểm\b"
        r"|\bxây dựng (?:chương trình|kế hoạch)\b|\bban hành (?:kế hoạch|chương trình)\b|\bphát động\b"
        r"|\bthăm hỏi\b|\bbồi dưỡng\b"
        r"|\bđăng ký\b|\btuần lễ\b|\bký kết\b|\bđối ngoại\b|\bgiám sát\b|\btổ chức (?!đoàn thể|chính trị"
        r"|thành viên|cơ sở|đảng|mình|cá nhân)",
    ),
)
KIND_PATTERNS = tuple((name, phrase(words)) for name, words in KINDS)
BARE_HOLDING = phrase(r"tổ chức|giám sát")
#: Money for work is no work: "kinh phí tổ chức tập huấn hằng năm", "bố trí kinh phí hàng năm cử cán bộ".
PAYS_FOR = phrase(
    r"^\W*(?:nguồn )?(?:kinh phí|ngân sách|vốn)\b|\b(?:bố trí|lập|giao|cấp|bảo đảm) (?:dự toán|kinh phí)\b"
)
VAGUE = phrase(r"\btheo quy định của pháp luật về báo cáo\b")
#: What the noun is part of is not held: "thực hiện nghị quyết hội nghị".
IN_NAME_OF = phrase(
    r"(?:thực hiện|nội dung|quy định|nghị quyết|kết luận|chức năng|công tác|hiệu quả|kết quả|tại|qua"
    r"|trước|sau"
    r"|trong|trong các) $"
)
#: A counted meeting is a target: "tổ chức ít nhất 02 hội nghị".
COUNTED = phrase(
    r"(?<!năm )(?<!tháng )(?<![/\d])\d{1,3}(?! (?:tháng|tuần|quý|năm|ngày)\b)(?: (?!lần\b)\w+){0,3} $"
)
COUNTS = phrase(r"(?:tổ chức|giám sát) (?:ít nhất|từ|trên|tối thiểu|không quá|khoảng|được)? ?\d")
MIDTERM = phrase(r"\bgiữa (?:nhiệm kỳ|kỳ|giai đoạn)\b")
CLOSES = phrase(r"\btổng kết\b(?! (?:năm|công tác năm|rút|thực tiễn|hằng|hàng)\b)")
FINAL_KIND = phrase(r"\btổng kết\b")
INTERIM_KIND = phrase(r"\bsơ kết\b")
YEAR_OR_DAY = phrase(r"\bnăm 20\d\d\b|\btháng \d{1,2}/20\d\d\b|\bquý (?:[1-4]|i{1,3}|iv)(?:/| năm )20\d\d\b")
