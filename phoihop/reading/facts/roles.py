"""What a predicate makes its subject: lead, coordinate, advise, focal, supervise, or simply implement."""

from phoihop.reading.language.source import phrase

LEADS = phrase(r"(?<!do )(?<!do mình )\bchủ trì\b(?! (?:hội nghị|cuộc họp|họp)\b)|\blàm nòng cốt chủ trì\b")
SAYS_LEADS = phrase(r"\bchủ trì\b")
JOINS_IN = phrase(r" (?:cùng )?phối hợp(?: thực hiện| tham gia)?(?=[.;,)]| ?$)")
COORDINATES = phrase(r"\bphối hợp\b")
ADVISES = phrase(r"\btham mưu(?:,? (?:giúp|đề xuất|cho))*\b(?! giúp việc)")
CONTACT = phrase(
    r"\b(?:đầu mối|đấu mối)\b|\b(?:cơ quan|đơn vị|bộ phận) thường trực\b|\bthường trực (?:giúp"
    r"|của chương trình)\b|\b(?:làm|là) thường trực\b"
)
_SELF_STARTED = phrase(r"\bchủ động\b[^;.]{0,60}?\bphối hợp\b[^;.,]{0,30}?\b(?:với|cùng)\b")
_TOGETHER = phrase(r"[\s,-]*cùng(?: với)? ")
_NOISE = phrase(r"(?:chương trình|kế hoạch|quy chế|nội dung|các nội dung|công tác|việc) $")
_ONLY_JOINS = phrase(
    r"[\s,]*(?:chủ động |tích cực |thường xuyên |có trách nhiệm |cùng(?: nhau)? )*phối hợp\b"
)
_FOLLOWS = phrase(
    r"^[\s,]*(?:(?:tổ chức|thường xuyên|tiếp tục|định kỳ|tăng cường|chịu trách nhiệm|có trách nhiệm|chủ động"
    r"|chủ trì|việc|công tác|giúp [\w ]{3,30}?"
    r"|(?:hàng|hằng) \w+|thực hiện|tập trung|triển khai|hướng dẫn|\d+ tháng)(?:,| và)? )*"
    r"(?:theo dõi|giám sát|đôn đốc|kiểm tra)\b"
)
_WATCHES = phrase(
    r"\b(?:theo dõi, ?(?:đôn đốc|kiểm tra|giám sát)|thực hiện giám sát|theo dõi, ?tham mưu"
    r"|giúp [\w ]{3,40} theo dõi"
    r"|hướng dẫn, ?(?:kiểm tra|đôn đốc|theo dõi)|đôn đốc, ?(?:kiểm tra|theo dõi|giám sát)"
    r"|kiểm tra, ?(?:giám sát|đôn đốc))\b"
)
_WHEN = (
    r"(?:(?:định kỳ|(?:hàng|hằng|mỗi) (?:tháng|quý|năm|tuần)|[\d#]+ tháng|(?:một|[\d#]+) năm|(?:một"
    r"|[\d#]+) lần|đột xuất"
    r"|và|hoặc|cuối năm|đầu năm|trước \w+ [\d#/]+|sau|vào [\w #]{2,20}?|năm [\d#]+|có trách nhiệm"
    r"|chủ động),? )*"
)
_SENDS = (
    r"(?:gửi (?:[^;.,]{0,40}?)?báo cáo|gửi (?:kết quả|số liệu|về|cho)|báo cáo|tổng hợp,? (?:và )?báo cáo"
    r"|thông tin,? báo cáo"
    r"|có báo cáo|thực hiện chế độ (?:thông tin,? )?báo cáo)"
)
_MEETS = (
    r"(?:(?:tổ chức|tiến hành|họp|cùng|thống nhất|có"
    r"|luân phiên(?: nhau)?(?: chủ trì)?|sẽ|duy trì"
    r"|thực hiện) )*"
    r"(?:họp|giao ban|hội ý|hội nghị (?:giao ban|liên tịch|sơ kết|tổng kết)|chế độ giao ban|sơ kết|sơ,"
    r"|tổng kết"
    r"|kiểm điểm|gặp mặt|trao đổi thông tin|rút kinh nghiệm|đánh giá (?:kết quả|việc|tình hình))"
)
_IN_TURN = phrase(r"\bluân phiên(?: nhau)? chủ trì\b")
_IS_DUTY = phrase(rf"[\s,]*{_WHEN}(?:{_SENDS}|{_MEETS})\b")


def is_duty(words: str) -> bool:
    """A report to send, a meeting or a review to hold is a duty, not a role, unless a role is said."""
    says_role = SAYS_LEADS.search(words) and not _IN_TURN.search(words)
    return bool(_IS_DUTY.match(words)) and not (says_role or ADVISES.search(words))


def roles_of(words: str, *, has_partners: bool) -> list[str]:
    """The roles folded `words` give their subject. `has_partners`: others are named to coordinate with."""
    if is_duty(words) and not has_partners:
        return []
    roles = []
    if _is_lead(words, has_partners=has_partners):
        roles.append("lead")
    elif _ONLY_JOINS.match(words):
        roles.append("coordinate")
    if ADVISES.search(words):
        roles.append("advise")
    if CONTACT.search(words):
        roles.append("focal")
    if _FOLLOWS.search(words) or _WATCHES.search(words):
        roles.append("supervise")
    return roles or ["implement"]


def _is_lead(words: str, *, has_partners: bool) -> bool:
    if LEADS.search(words) or _SELF_STARTED.search(words):
        return True
    if has_partners and _TOGETHER.match(words):
        return True
    joins = COORDINATES.search(words)
    return has_partners and bool(joins) and not _NOISE.search(words[: joins.start()] if joins else "")
