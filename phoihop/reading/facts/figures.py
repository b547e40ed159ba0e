"""Which numbers of a sentence are targets: not what was reached, what each thing costs, how many sign."""

import re
from dataclasses import dataclass
from itertools import islice

from phoihop.reading.language.comparators import Comparison, compare, shares_bound
from phoihop.reading.language.numbers import Number, numbers_in
from phoihop.reading.language.source import Source, phrase
from phoihop.reading.language.units import (
    is_kind,
    is_made,
    is_party,
    is_place,
    is_reference,
    measure_at,
    noun_at,
    thing_at,
    word_at,
)

_CUES = (
    r"đạt|thành lập|xây dựng|xây|tổ chức|vận động|hỗ trợ|giúp(?: đỡ)?|giảm|tăng|mở(?: rộng)?|kết nạp"
    r"|phát triển|giới thiệu|tạo|hoàn thành|nhân rộng|duy trì|sửa chữa|trao|tặng|thực hiện|đào tạo"
    r"|tập huấn|lựa chọn|chọn|đăng ký|phấn đấu|chỉ tiêu|ra mắt|công nhận|khen thưởng|đỡ đầu|nhận|còn|trồng"
    r"|lắp đặt|hiến|giải quyết|xóa|bồi dưỡng|tuyên truyền|tiếp nhận|phối hợp|chủ trì|giám sát|phản biện|thăm"
    r"|tuyển|giao|phát|treo|đăng|nâng|huy động|quyên góp|ủng hộ|thu|tiết kiệm|in|cấp|khám|tư vấn|hòa giải"
    r"|khởi công|khánh thành|bàn giao|làm|viết|sản xuất|phát sóng|biên soạn|lắp|dọn|vệ sinh"
    r"|bê tông hóa|cứng hóa|củng cố|kiện toàn|bố trí|thắp sáng|tham mưu|kiểm tra|khảo sát|đầu tư|quy hoạch"
    r"|nuôi|chuyển đổi|cho vay|ủy thác|dạy nghề|đưa|truyền thông|phổ biến|góp|dự kiến|khoảng|trong đó"
    r"|giải ngân"
)
_CUE = phrase(rf"\b(?:{_CUES})\b")
_AT_HAND = phrase(
    rf"\b(?:{_CUES})(?: (?:mới|thêm|được|tặng|cho|tốt|thành công|khoảng|gần|là|dựng|đặt|thành|nhất))* ?:? ?$"
    r"|\b(?:mỗi|hằng|hàng|từng) (?:(?!cử\b|giữ\b|lập\b)\w+ ){1,4}:? ?$"
)
_EACH_HAS = phrase(r"\b(?:mỗi|hằng|hàng|từng) (?:(?!cử\b|giữ\b|lập\b)\w+ ){1,4}:? ?$")
_HAS = phrase(r"\bcó(?: \w+){0,1} $")
_GRADED = phrase(r"[^;.]{0,70}\b(?:đạt|được|tham gia|trở thành)\b")
_LABEL_COLON = re.compile(r"(?::|\t|\s{2,}|:\s*)\s*$")
_SHARED_VERB = phrase(r"(?:,|;| và|, và|\() ?(?:có )?$")
_AIMS = phrase(
    r"\bph[aáàâấầẩẫậ]n đ[aáàâấầẩẫậ]u\b|\bchỉ tiêu\b|\bmục tiêu\b|\b(?:đến|hết|cuối|trong|vào"
    r"|trước) (?:hết |cuối )?năm [\d#]|\bsẽ\b|\bnỗ lực\b"
    r"|\bhằng năm\b|\bhàng năm\b|\bmỗi\b|\btừng\b|\bphải\b|\bbảo đảm\b|\bđảm bảo\b|\btiếp tục\b"
)
_REACHED = phrase(
    r"\bhiện (?:nay|có|tại|đang|trạng)\b|\btính đến\b|\bđến nay\b|\bđến thời điểm\b|\bnăm trước\b"
    r"|\btrước đây\b"
    r"|\b(?:những|các|[\d#]+) năm (?:vừa )?qua\b|\b(?:năm|thời gian|nhiệm kỳ|giai đoạn)(?: vừa)? qua\b"
    r"|\bkết quả(?: là)?(?:,|:)? (?:đã|có)\b|\bqua [\d#]+ năm\b|\bthực trạng\b|\bdân số\b(?= (?:toàn"
    r"|của|khoảng|trên|là|[\d#]))|\bdiện tích tự nhiên\b"
    r"|\bđạt được\b"
    r"|(?<!đến )(?<!cuối )(?<!trong )(?<!hết )(?<!vào )(?<!đấu )\bnăm [\d#]{4} (?:là|chiếm|còn|chỉ)\b"
    r"|\bnằm cách\b"
    r"|\bcách (?:trung tâm|thành phố|thị xã|huyện|tỉnh)\b"
)
_STANDS = phrase(r"\btoàn (?:[^\W\d_]+ ){1,2}(?:hiện )?có\b|\bchiếm $")
_DONE = phrase(
    r"\bđã (?!được |ký|đăng ký|phân công|quy định|ban hành|thống nhất|đề ra|giao)[^,;.:]{0,70}$"
    r"|\bđã được[^,;.:]{0,40}$"
)
_HISTORY = phrase(
    r"\W*(?:(?:khái quát|đánh giá|một số)?[\w ,]{0,20}(?:đặc điểm|tình hình|thực trạng)\b"
    r"|kết quả (?:đạt được|thực hiện)|những kết quả)"
)
_AHEAD = phrase(r"\b(?:mục tiêu|chỉ tiêu|phương hướng|nhiệm vụ|giải pháp|dự báo)\b")
_PRICE = phrase(
    r"\b(?:mức|định mức|phạt|đơn giá|lệ phí|phụ cấp|thù lao|trợ cấp|tiền thưởng"
    r"|(?<!tổng )trị giá)\b[^;.%]{0,50}$"
)
_PER_ACT = phrase(r"/ ?(?:buổi|ngày|cuộc|lượt|tin|bài|giờ|tiết|hội nghị|lần)\b")
_INTEREST = phrase(r"\blãi suất[^;.]{0,30}$")
_OF_THE = phrase(r"\bcủa (?:toàn bộ |tất cả )?$")
_MADE_UP_OF = phrase(
    r"\b(?:ban|tổ|hội đồng|đoàn kiểm tra|quy chế|chương trình|kế hoạch)\b[^;.,]{0,30} gồm(?: có)? $"
)
_EVERY = phrase(r"[#\d] (?:năm|tháng|quý|tuần|ngày) $")
_AT_PLACES = phrase(r"\b(?:tại|ở|thuộc|trong|trên địa bàn|nhân dân|dân|các|khắp|toàn bộ) $")
_OF_EACH = phrase(r"\b(?:mỗi|từng) (?P<thing>[^\W\d_]+(?: [^\W\d_]+)?)[^;.]{0,40}$")
_HOLDS = phrase(
    r"\b(?:họp|giao ban|sơ kết|tổng kết|báo cáo|kiểm điểm|hội ý|trao đổi|gặp|đánh giá|luân phiên"
    r"|làm việc|kiểm tra|định kỳ (?:họp|báo|kiểm))\b"
)
_TIMES = phrase(r"(?:lần|kỳ)\b(?! lượt)")
_AGAIN = phrase(r"^[^\d;.]{0,90}(?:=|\(|\bđạt(?: tỷ lệ| tỉ lệ)?|\b(?:tỷ|tỉ) lệ|\bchiếm)[ (:]*$")
_AT_RATE = phrase(r"\bđạt (?:tỷ|tỉ) lệ[ (:]*$")
_MAKES = phrase(r"\b(?:thành lập|xây dựng|lập|mở|ra mắt|duy trì|tổ chức|hỗ trợ)(?: mới| thêm| và duy trì)? $")
_ON = phrase(r"trên ")
_OF_A_BODY = phrase(r" (?:hội|đoàn|mặt trận|công đoàn|đảng|nhà|việt nam|ocop|zalo|facebook)\b")
_NAMED_ONES = re.compile(r"\s+[^\W\d_]")
_PERCENT_BETWEEN = re.compile(r"\s*\(\s*\d[\d.,]*\s*%\s*\)")
_SURE, _FAIR, _DOUBTFUL, _SPOKEN = 0.95, 0.8, 0.6, 0.6
_LOOK_BACK = 300
# A sentence with more numbers was not written by a person; what stands after them is not read.
_MOST_NUMBERS = 80


@dataclass(frozen=True)
class Figure:
    """A number that is a target, with its comparison and unit. `confidence` is the grammar's own."""

    number: Number
    comparison: Comparison
    unit: str
    end: int
    confidence: float
    is_measure: bool = False


def tells_history(title: str) -> bool:
    """Does a folded heading open an account of what is or was ("I. ĐẶC ĐIỂM TÌNH HÌNH")?"""
    return bool(_HISTORY.match(title)) and not _AHEAD.search(title)


def figures_in(source: Source, words: str, start: int, end: int, *, sentence: int) -> list[Figure]:
    """The targets' numbers of a part of a sentence that begins at `sentence`, in reading order."""
    found: list[Figure] = []
    at, in_past = start, False
    for number in islice(numbers_in(words, start=start, end=end), _MOST_NUMBERS):
        before = found[-1] if found else None
        reached = _is_reached(words, number, max(sentence, number.start - _LOOK_BACK))
        in_past = reached or (in_past and not _AIMS.search(words, at, number.start))
        in_past = in_past or _only_has(words, number, start=start)
        if in_past or (before and _repeats(words, before, number)):
            at = number.end
            continue
        figure = _figure(source, words, number, start=at, end=end, before=before)
        if figure and not _is_norm(words, figure, before, start=start):
            found.append(figure)
            at = figure.number.end
    return found


def _is_reached(words: str, number: Number, start: int) -> bool:
    """Does what stands before the number tell of the present or the past, with no aim after it?"""
    past = [match.end() for match in _REACHED.finditer(words, start, number.start)]
    done = _DONE.search(words, max(start, number.start - 90), number.start)
    if done:
        past.append(done.start() + 3)
    if _STANDS.search(words, start, number.start) and not _AIMS.search(words, start, number.start):
        return True
    return bool(past) and not _AIMS.search(words, max(past), number.start)


def _repeats(words: str, before: Figure, number: Number) -> bool:
    """ "2/2 xã = 100%", "17/17 khu dân cư …, đạt 100%", "20/25 thôn (80%)": one target, said twice."""
    between = words[before.number.end : number.start]
    if between.rstrip().endswith("="):
        return True
    if not number.is_percent or before.number.is_percent or not _AGAIN.match(between):
        return False
    of = before.number.of
    if of is None:
        return between.rstrip().endswith("(") or bool(_AT_RATE.search(between))
    return abs(before.number.value * 100 / of - number.value) <= 1


def _is_norm(words: str, figure: Figure, before: Figure | None, *, start: int) -> bool:
    """What one of the things counted costs or holds ("mỗi suất 500.000 đồng"), how often two sides meet."""
    lead = words[start : figure.comparison.start]
    if _OF_THE.search(lead) and not figure.is_measure:
        return True
    if _MADE_UP_OF.search(lead) or (_TIMES.match(figure.unit.lower()) and _EVERY.search(lead)):
        return True
    if _AT_PLACES.search(lead) and is_place(figure.unit) and _is_bare(figure):
        return True
    is_fee = _PER_ACT.search(figure.unit.lower()) and not figure.comparison.is_bound
    if (_is_money(figure) and (is_fee or _PRICE.search(lead))) or _INTEREST.search(lead):
        return True
    if _TIMES.match(figure.unit.lower()) and _HOLDS.search(words, start, figure.number.start):
        return True
    if not before:
        return False
    things = before.unit.lower().split("/")[0]
    each = _OF_EACH.search(words, before.end, figure.comparison.start)
    if each and things.startswith(each["thing"].split()[0]):
        return True
    per = figure.unit.lower().rpartition("/")[2]
    return "/" in figure.unit and things.startswith(per.split()[0]) and _is_money(figure)


def _is_bare(figure: Figure) -> bool:
    return not figure.comparison.is_bound and figure.number.of is None


def _is_money(figure: Figure) -> bool:
    return "đồng" in figure.unit.lower() or figure.unit.lower() == "đ"


def _figure(
    source: Source, words: str, number: Number, *, start: int, end: int, before: Figure | None
) -> Figure | None:
    comparison = compare(words, number, start=start, end=end)
    if before and _goes_on_from(words, before, number, comparison):
        comparison = Comparison(before.comparison.sign, number.start, number.end, is_bound=True)
    if number.is_percent:
        return Figure(number, comparison, "%", max(number.end, comparison.end), _SURE, is_measure=True)
    measure = measure_at(source, number.end)
    if measure:
        return Figure(number, comparison, measure[0], max(measure[1], comparison.end), _SURE, is_measure=True)
    return _counted(source, words, number, comparison, start=start, before=before)


def _goes_on_from(words: str, before: Figure, number: Number, comparison: Comparison) -> bool:
    """Does the bound of the number before govern this one too?"""
    if comparison.is_bound or number.is_percent or not before.comparison.is_bound:
        return False
    return shares_bound(words, before.number, number)


def _counted(
    source: Source,
    words: str,
    number: Number,
    comparison: Comparison,
    *,
    start: int,
    before: Figure | None,
) -> Figure | None:
    """A number of things: needs a bound, a ratio, a verb before it, a label, or the head of the line."""
    at = number.end
    share = _PERCENT_BETWEEN.match(source.plain, at)
    at = share.end() if share else at
    thing = thing_at(source, at)
    lead = words[start : comparison.start]
    if not thing and (comparison.is_bound or number.of is not None):
        thing = noun_at(source, at) or word_at(source, at)
    elif not thing and (noun := noun_at(source, at)) and "/" in noun[0]:
        thing = noun
    elif not thing and (_AT_HAND.search(lead[-60:]) or (before and _SHARED_VERB.search(lead))):
        thing = noun_at(source, at)
    if not thing or _only_refers(words, number, comparison, thing, start=start):
        return None
    if not comparison.is_bound and number.of is None and _names_them(source, number, thing):
        return None
    is_rate = "/" in thing[0]
    is_known = thing_at(source, at) is not None
    confidence = _confidence(source, words, number, comparison, start=start, before=before, is_rate=is_rate)
    if confidence is None:
        return None
    sure = confidence if is_known else min(confidence, _DOUBTFUL)
    return Figure(number, comparison, thing[0], max(thing[1], comparison.end), sure)


def _only_refers(
    words: str, number: Number, comparison: Comparison, thing: tuple[str, int], *, start: int
) -> bool:
    """ "thực hiện 05 nội dung", "trên 03 lĩnh vực", "06 tổ chức chính trị - xã hội": known ones."""
    if is_party(thing[0], words[thing[1] : thing[1] + 30]) and not comparison.is_bound and number.of is None:
        return True
    if not is_reference(thing[0]) or number.of is not None:
        return False
    if comparison.is_bound:
        return is_kind(thing[0]) or bool(_ON.match(words, comparison.start))
    if is_made(thing[0]) and _MAKES.search(words, start, number.start):
        return False
    return is_kind(thing[0]) or not phrase(r"\b(?:đạt|hoàn thành|đủ) $").search(words[start : number.start])


def _confidence(
    source: Source,
    words: str,
    number: Number,
    comparison: Comparison,
    *,
    start: int,
    before: Figure | None,
    is_rate: bool,
) -> float | None:
    if comparison.is_bound or number.of is not None or number.is_word or is_rate:
        return _SPOKEN if number.is_word and not comparison.is_bound else _SURE
    lead = words[start : number.start]
    if not lead.strip(" -+*\n") or _LABEL_COLON.search(source.text[start : number.start]):
        return _FAIR
    if before and _SHARED_VERB.search(lead):
        return _FAIR
    if _HAS.search(lead):
        return _FAIR
    cue = _CUE.search(lead[-60:]) or _EACH_HAS.search(lead[-60:])
    return (_FAIR if _AT_HAND.search(lead[-60:]) else _DOUBTFUL) if cue else None


def _only_has(words: str, number: Number, *, start: int) -> bool:
    """ "có 12 thôn" tells what is there; an aim before it, or a grade reached after it, makes it a target."""
    if (
        number.is_percent
        or number.of is not None
        or number.is_word
        or not _HAS.search(words, start, number.start)
    ):
        return False
    aim = _AIMS.search(words, max(0, start - 60), number.start)
    return not aim and not _GRADED.match(words, number.end, number.end + 90)


def _names_them(source: Source, number: Number, thing: tuple[str, int]) -> bool:
    """ "Hướng dẫn 2 xã A, B": a count followed by the names is no target."""
    match = _NAMED_ONES.match(source.plain, thing[1])
    if not match or number.value >= 10 or _OF_A_BODY.match(source.folded, thing[1]):
        return False
    return source.plain[thing[1] : thing[1] + 20].lstrip()[:1].isupper()
