"""What the column of a table holds, told by the words of its head."""

import re
from enum import StrEnum

from .source import phrase


class Column(StrEnum):
    """Kinds of column. VALUE is a number to be met, PAST one reached, TARGET words that may hold one."""

    ORDER = "order"
    CONTENT = "content"
    UNIT = "unit"
    VALUE = "value"
    PAST = "past"
    TARGET = "target"
    LEAD = "lead"
    COORDINATE = "coordinate"
    WHO = "who"
    DUE = "due"
    PLACE = "place"
    PRODUCT = "product"
    OTHER = "other"


_BODY = (
    r"(?:các )?(?:đơn vị|cơ quan|tổ chức|bên|ngành|bộ phận|cán bộ|người|cá nhân|tập thể|đồng chí|đ/c"
    r"|địa phương)"
)
_LIST = rf"{_BODY}(?:(?:,| ?/| và| hoặc| -) ?{_BODY})*"
_KINDS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (kind, phrase(rf"(?:{words})[ :.]*(?:\([^)]*\))?[ .*]*$"))
    for kind, words in (
        (Column.ORDER, r"stt|tt|số tt|số thứ tự|s tt"),
        (Column.UNIT, r"đơn vị tính|đvt|đv tính|đơn vị đo"),
        (
            Column.PAST,
            r"(?:kết quả|thực hiện|ước(?: thực)? hiện|đã thực hiện|hiện trạng"
            r"|số liệu)(?: đến)?(?: hết)?(?: tháng \d+)?(?: ?/ ?| )?(?:năm )?\d{4}|hiện trạng|thực trạng"
            r"|kết quả thực hiện",
        ),
        (
            Column.VALUE,
            r"(?:(?:kế hoạch|kh|chỉ tiêu|mục tiêu|phấn đấu|số lượng|giao)(?: giao| phấn đấu| thực hiện| đến)?"
            r"(?: từng)? ?)?(?:đến )?(?:hết |cuối )?(?:năm |giai đoạn |nhiệm kỳ )?(?:19"
            r"|20)\d\d(?: ?- ?(?:20)?\d\d)?"
            r"|kế hoạch(?: năm| giao| từng năm)?|số lượng|chỉ tiêu giao|chỉ tiêu phấn đấu|mức phấn đấu"
            r"|tổng(?: số| cộng)?"
            r"|số lượng(?:, chỉ tiêu)?|giá trị|cả (?:năm|giai đoạn|nhiệm kỳ)|kế hoạch thực hiện"
            r"|mục tiêu phấn đấu",
        ),
        (
            Column.LEAD,
            rf"(?:{_LIST} )?(?:chủ trì|đầu mối)(?: thực hiện| tham mưu)?(?:,? tham mưu)?|giao chủ trì"
            rf"|{_LIST} (?:được )?(?:giao )?chủ trì",
        ),
        (Column.COORDINATE, rf"(?:{_LIST} )?(?:phối hợp|cùng thực hiện|tham gia)(?: thực hiện)?"),
        (
            Column.WHO,
            rf"{_LIST}(?: (?:được )?(?:giao|phân công))?(?: đăng ký)?(?: tổ chức)?(?:,? (?:thực hiện"
            rf"|phụ trách|đảm nhận"
            rf"|chịu trách nhiệm|đăng ký|tổ chức))*|{_LIST} và {_LIST} thực hiện|phân công(?: thực hiện)?"
            r"|thực hiện|phụ trách|trách nhiệm(?: thực hiện)?",
        ),
        (
            Column.DUE,
            r"thời (?:gian|hạn|điểm)(?: thực hiện| hoàn thành| tổ chức| đăng ký| báo cáo)?(?:,? hoàn thành)?"
            r"|tiến độ(?: thực hiện)?|hoàn thành|ngày(?: thực hiện)?",
        ),
        (Column.PLACE, r"địa (?:điểm|bàn|chỉ)(?: thực hiện| tổ chức| triển khai)?|nơi (?:thực hiện|tổ chức)"),
        (
            Column.PRODUCT,
            r"(?:dự kiến )?(?:sản phẩm|kết quả)(?: dự kiến| đầu ra| hoàn thành| cần đạt| đạt được)?",
        ),
        (
            Column.CONTENT,
            r"(?:tên |nội dung |các )?(?:nội dung|nhiệm vụ|công việc|hoạt động|công trình|mô hình"
            r"|phần việc|chỉ tiêu"
            r"|tiêu chí|mục tiêu|giải pháp|việc làm|chuyên đề)(?:(?:,| ?/| và| -) ?(?:tên )?(?:nội dung"
            r"|nhiệm vụ"
            r"|công việc|hoạt động|công trình|mô hình|phần việc|chỉ tiêu|giải pháp|lĩnh vực))*(?: chủ yếu"
            r"| cụ thể"
            r"| trọng tâm| đăng ký| thực hiện| phối hợp| giám sát| công việc| chính| thi đua)*",
        ),
        (
            Column.OTHER,
            r"ghi chú|kinh phí(?: thực hiện| dự kiến)?|nguồn(?: vốn| kinh phí| lực)?|đơn vị|lĩnh vực|căn cứ",
        ),
    )
)
_IS_TARGET = phrase(r"(?:các |nội dung )?(?:chỉ tiêu|mục tiêu|số lượng|chỉ tiêu đăng ký|mức đăng ký)[ :.]*$")
_YEAR = re.compile(r"(?:19|20)\d\d")


def column_of_head(words: str) -> Column | None:
    """The kind of column that folded words head; None where they head none."""
    words = " ".join(words.split()).strip(" *:")
    return next((kind for kind, pattern in _KINDS if pattern.match(words)), None)


def columns_of(heads: list[str]) -> list[Column | None]:
    """The kinds of a row of heads. "Chỉ tiêu" names the matter, unless another column does."""
    kinds = [column_of_head(words) for words in heads]
    if Column.CONTENT not in kinds and Column.VALUE in kinds:
        kinds[kinds.index(Column.VALUE)] = Column.CONTENT
    contents = [index for index, kind in enumerate(kinds) if kind is Column.CONTENT]
    for index in contents[1:]:
        is_value = Column.UNIT in kinds and Column.VALUE not in kinds
        kinds[index] = (
            Column.VALUE if is_value else Column.TARGET if _IS_TARGET.match(heads[index]) else Column.OTHER
        )
    if Column.UNIT not in kinds and Column.VALUE in kinds:
        heads_unit = [i for i, words in enumerate(heads) if " ".join(words.split()) == "đơn vị"]
        for index in heads_unit:
            kinds[index] = Column.UNIT
    return kinds


def year_of_head(words: str) -> str | None:
    """The last year a head prints: "Kế hoạch 2025", "giai đoạn 2021-2025"."""
    years = _YEAR.findall(words)
    return years[-1] if years else None
