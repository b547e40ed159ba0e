"""The closed lists a target and a figure are typed by."""

from django.db import models

from phoihop.core.workflow import Workflow, move


class TargetKind(models.TextChoices):
    COUNT = "count", "số lượng"
    RATIO = "ratio", "tỷ lệ"
    PART_OF_WHOLE = "part_of_whole", "phần của tổng thể"
    K_OF_N = "k_of_n", "số đạt trên tổng số"
    LEVEL = "level", "mức xếp loại"
    MILESTONE = "milestone", "mốc hoàn thành"
    EXISTENCE = "existence", "có hoặc chưa, kèm minh chứng"
    LATER = "later", "giao giá trị sau"


class Comparator(models.TextChoices):
    AT_LEAST = ">=", "từ … trở lên"
    MORE_THAN = ">", "trên"
    EXACTLY = "=", "đúng bằng"
    AT_MOST = "<=", "không quá"
    LESS_THAN = "<", "dưới"
    RANGE = "range", "trong khoảng"


class Direction(models.TextChoices):
    REACH = "reach", "đạt"
    INCREASE_BY = "increase_by", "tăng thêm"
    DECREASE_BY = "decrease_by", "giảm được"
    DECREASE_TO = "decrease_to", "giảm còn"


class Recurrence(models.TextChoices):
    ONCE = "once", "đến hạn"
    MONTHLY = "monthly", "mỗi tháng"
    QUARTERLY = "quarterly", "mỗi quý"
    HALF_YEARLY = "half_yearly", "mỗi 6 tháng"
    YEARLY = "yearly", "mỗi năm"
    PER_TERM = "per_term", "cả nhiệm kỳ"


class ScopeKind(models.TextChoices):
    PLACE = "place", "toàn địa bàn"
    EACH_UNIT = "each_unit", "từng đơn vị"


class TimeRule(models.TextChoices):
    SUM = "sum", "cộng dồn các kỳ"
    LAST = "last", "lấy kỳ cuối"
    TO_DATE = "to_date", "mỗi kỳ ghi lũy kế"
    MAX = "max", "lấy cao nhất"


class PlaceRule(models.TextChoices):
    SUM = "sum", "cộng các nơi"
    RATIO = "ratio", "tổng tử số trên tổng mẫu số"
    COUNT = "count", "đếm nơi đạt"
    MIN = "min", "lấy thấp nhất"
    MAX = "max", "lấy cao nhất"
    NONE = "none", "không tổng hợp"


class BodyRule(models.TextChoices):
    SUM = "sum", "cộng các bên"
    LEAD_ONLY = "lead_only", "chỉ lấy bên chủ trì"


class FigureState(models.TextChoices):
    REPORTED = "reported", "có số liệu"
    ZERO = "zero", "bằng 0"
    NOT_APPLICABLE = "not_applicable", "không áp dụng"
    MISSING = "missing", "không có số liệu (nêu lý do)"
    ESTIMATED = "estimated", "ước tính"


FIGURE_STATES = {state.value: state for state in FigureState}
"""By the word a row holds: for very many rows much faster than to ask the enumeration."""


class OfferStatus(models.TextChoices):
    OPEN = "open", "chờ trả lời"
    ACCEPTED = "accepted", "đã nhận"
    COUNTERED = "countered", "đã đề nghị số khác"
    REFUSED = "refused", "không nhận"
    WITHDRAWN = "withdrawn", "đã rút"
    UNDONE = "undone", "đã nhận rồi hoàn tác"


_O = OfferStatus

OFFER = Workflow(
    {
        "accept": move(_O.OPEN, to=_O.ACCEPTED, label="Nhận"),
        "counter": move(_O.OPEN, to=_O.COUNTERED, label="Đề nghị số khác"),
        "refuse": move(_O.OPEN, to=_O.REFUSED, label="Không nhận"),
        "withdraw": move(_O.OPEN, to=_O.WITHDRAWN, label="Rút"),
        "undo": move(_O.ACCEPTED, to=_O.UNDONE, label="Hoàn tác"),
    }
)


class EnteringKind(models.TextChoices):
    GRID = "grid", "ghi trên bảng"
    WORKBOOK = "workbook", "nhập từ Excel"


class EnteringStatus(models.TextChoices):
    READ = "read", "chờ ghi"
    KEPT = "kept", "đã ghi"
    DROPPED = "dropped", "đã bỏ"
    UNDONE = "undone", "đã hoàn tác"


_E = EnteringStatus

ENTERING = Workflow(
    {
        "keep": move(_E.READ, to=_E.KEPT, label="Ghi số liệu"),
        "drop": move(_E.READ, to=_E.DROPPED, label="Bỏ, không ghi"),
        "undo": move(_E.KEPT, to=_E.UNDONE, label="Hoàn tác"),
    }
)
