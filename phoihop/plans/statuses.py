"""Which status of a task follows which."""

from django.db import models

from phoihop.core.workflow import Workflow, move


class TaskStatus(models.TextChoices):
    PLANNED = "planned", "chưa làm"
    DOING = "doing", "đang làm"
    DONE = "done", "đã xong"
    CANCELLED = "cancelled", "không làm"


class TaskKind(models.TextChoices):
    WORK = "work", "công việc"
    EVENT = "event", "hoạt động, sự kiện"
    TRAINING = "training", "tập huấn, tuyên truyền"
    MEETING = "meeting", "cuộc họp"
    INSPECTION = "inspection", "kiểm tra"
    SURVEY = "survey", "khảo sát, lấy ý kiến"


_S = TaskStatus

TASK = Workflow(
    {
        "start": move(_S.PLANNED, to=_S.DOING, label="Bắt đầu"),
        "finish": move(_S.PLANNED, _S.DOING, to=_S.DONE, label="Ghi kết quả, hoàn thành"),
        "cancel": move(_S.PLANNED, _S.DOING, to=_S.CANCELLED, label="Không làm"),
        "reopen": move(_S.DONE, _S.CANCELLED, to=_S.DOING, label="Mở lại"),
    }
)


class RegistrationStatus(models.TextChoices):
    DRAFT = "draft", "chưa gửi"
    SENT = "sent", "đã gửi, chờ tiếp nhận"
    RETURNED = "returned", "trả lại để bổ sung"
    ACCEPTED = "accepted", "đã tiếp nhận"


_R = RegistrationStatus

REGISTRATION = Workflow(
    {
        "send": move(_R.DRAFT, _R.RETURNED, to=_R.SENT, label="Gửi bảng đăng ký"),
        "take_back": move(_R.SENT, to=_R.DRAFT, label="Rút lại để sửa"),
        "return": move(_R.SENT, to=_R.RETURNED, label="Trả lại để bổ sung"),
        "accept": move(_R.SENT, to=_R.ACCEPTED, label="Tiếp nhận"),
        "undo_accept": move(_R.ACCEPTED, to=_R.SENT, label="Hoàn tác tiếp nhận"),
        "reopen": move(_R.ACCEPTED, to=_R.RETURNED, label="Sửa đăng ký đã tiếp nhận"),
    }
)


class PersonalStatus(models.TextChoices):
    DRAFT = "draft", "đang viết"
    SENT = "sent", "đã gửi Ban Thường trực"
    RETURNED = "returned", "trả lại để bổ sung"
    NOTED = "noted", "đã ghi nhận"


_P = PersonalStatus

PERSONAL = Workflow(
    {
        "send": move(_P.DRAFT, _P.RETURNED, to=_P.SENT, label="Gửi Ban Thường trực"),
        "take_back": move(_P.SENT, to=_P.DRAFT, label="Rút lại để sửa"),
        "return": move(_P.SENT, to=_P.RETURNED, label="Trả lại để bổ sung"),
        "note": move(_P.SENT, to=_P.NOTED, label="Ghi nhận"),
        "reopen": move(_P.NOTED, to=_P.RETURNED, label="Sửa lại"),
    }
)


class PilotStatus(models.TextChoices):
    CHOSEN = "chosen", "mới chọn"
    RUNNING = "running", "đang làm điểm"
    PROVEN = "proven", "đạt, nhân rộng được"
    STOPPED = "stopped", "dừng"


class PilotRating(models.TextChoices):
    GOOD = "good", "tốt, nên nhân rộng"
    FAIR = "fair", "được, cần điều chỉnh"
    POOR = "poor", "chưa đạt"


_L = PilotStatus

PILOT = Workflow(
    {
        "start": move(_L.CHOSEN, to=_L.RUNNING, label="Bắt đầu làm điểm"),
        "prove": move(_L.RUNNING, to=_L.PROVEN, label="Công nhận đạt, cho nhân rộng"),
        "stop": move(_L.CHOSEN, _L.RUNNING, to=_L.STOPPED, label="Dừng"),
        "resume": move(_L.PROVEN, _L.STOPPED, to=_L.RUNNING, label="Làm tiếp"),
    }
)


class Answer(models.TextChoices):
    WAITING = "waiting", "chưa trả lời"
    AGREED = "agreed", "đồng ý"
    DECLINED = "declined", "không đồng ý"


class EmergentStatus(models.TextChoices):
    PROPOSED = "proposed", "chờ các bên trả lời"
    REFUSED = "refused", "có bên chưa đồng ý"
    AGREED = "agreed", "đã thống nhất, đang thực hiện"
    WITHDRAWN = "withdrawn", "đã rút"


_E = EmergentStatus

EMERGENT = Workflow(
    {
        "agree": move(_E.PROPOSED, to=_E.AGREED, label="Đủ các bên đồng ý"),
        "refuse": move(_E.PROPOSED, to=_E.REFUSED, label="Không đồng ý"),
        "take_up": move(_E.REFUSED, to=_E.PROPOSED, label="Xem xét lại"),
        "withdraw": move(_E.PROPOSED, _E.REFUSED, to=_E.WITHDRAWN, label="Rút đề xuất"),
    }
)


class ObstacleKind(models.TextChoices):
    MECHANISM = "mechanism", "cơ chế, chính sách"
    MONEY = "money", "kinh phí"
    PEOPLE = "people", "nhân lực"
    COORDINATION = "coordination", "phối hợp"
    OTHER = "other", "khác"


class ObstacleStatus(models.TextChoices):
    OPEN = "open", "chờ trả lời"
    ANSWERED = "answered", "đã trả lời"
    AMENDING = "amending", "đưa vào bản sửa đổi"
    CLOSED = "closed", "đã giải quyết"
    WITHDRAWN = "withdrawn", "đã rút"


_O = ObstacleStatus

OBSTACLE = Workflow(
    {
        "answer": move(_O.OPEN, _O.ANSWERED, to=_O.ANSWERED, label="Trả lời"),
        "ask_again": move(_O.ANSWERED, to=_O.OPEN, label="Chưa được, hỏi lại"),
        "forward": move(_O.OPEN, to=_O.OPEN, label="Chuyển nơi giải quyết"),
        "amend": move(_O.OPEN, _O.ANSWERED, to=_O.AMENDING, label="Đưa vào bản sửa đổi"),
        "close": move(_O.OPEN, _O.ANSWERED, _O.AMENDING, to=_O.CLOSED, label="Đã giải quyết, khép lại"),
        "reopen": move(_O.CLOSED, to=_O.OPEN, label="Mở lại"),
        "withdraw": move(_O.OPEN, to=_O.WITHDRAWN, label="Rút lại"),
    }
)


class FollowerRole(models.TextChoices):
    FOCAL = "focal", "đầu mối"
    LEADER = "leader", "lãnh đạo theo dõi"


class SessionStatus(models.TextChoices):
    PLANNED = "planned", "dự kiến"
    HELD = "held", "đã tổ chức"
    CANCELLED = "cancelled", "không tổ chức"


_N = SessionStatus

SESSION = Workflow(
    {
        "hold": move(_N.PLANNED, _N.HELD, to=_N.HELD, label="Ghi số lượt người"),
        "cancel": move(_N.PLANNED, to=_N.CANCELLED, label="Không tổ chức"),
        "plan_again": move(_N.HELD, _N.CANCELLED, to=_N.PLANNED, label="Đưa về dự kiến"),
    }
)


class MeetingStatus(models.TextChoices):
    PREPARING = "preparing", "đang chuẩn bị"
    CALLED = "called", "đã mời họp"
    CONFIRMED = "confirmed", "đã xác nhận biên bản"


_M = MeetingStatus

MEETING = Workflow(
    {
        "call": move(_M.PREPARING, _M.CALLED, to=_M.CALLED, label="Gửi giấy mời"),
        "confirm": move(_M.PREPARING, _M.CALLED, to=_M.CONFIRMED, label="Chủ tọa xác nhận biên bản"),
        "reopen": move(_M.CONFIRMED, to=_M.CALLED, label="Mở lại biên bản"),
    }
)


class Attendance(models.TextChoices):
    EXPECTED = "expected", "chưa điểm danh"
    PRESENT = "present", "có mặt"
    REPRESENTED = "represented", "cử người dự thay"
    ABSENT = "absent", "vắng"


class InspectionStatus(models.TextChoices):
    PREPARING = "preparing", "đang chuẩn bị"
    ANNOUNCED = "announced", "đã báo đơn vị"
    CONCLUDED = "concluded", "đã kết thúc"


_I = InspectionStatus

INSPECTION = Workflow(
    {
        "announce": move(_I.PREPARING, _I.ANNOUNCED, to=_I.ANNOUNCED, label="Báo cho đoàn và các đơn vị"),
        "conclude": move(_I.PREPARING, _I.ANNOUNCED, to=_I.CONCLUDED, label="Kết thúc kiểm tra"),
        "reopen": move(_I.CONCLUDED, to=_I.ANNOUNCED, label="Mở lại cuộc kiểm tra"),
    }
)


class InspectionRound(models.TextChoices):
    HALF_YEAR = "half_year", "6 tháng"
    YEAR = "year", "cả năm"
    OTHER = "other", "đột xuất, theo chuyên đề"


class TeamRole(models.TextChoices):
    HEAD = "head", "trưởng đoàn"
    DEPUTY = "deputy", "phó trưởng đoàn"
    SECRETARY = "secretary", "thư ký"
    MEMBER = "member", "thành viên"


class Severity(models.TextChoices):
    MINOR = "minor", "nhỏ, nhắc nhở"
    MAJOR = "major", "phải khắc phục"
    SERIOUS = "serious", "nghiêm trọng"


class FindingStatus(models.TextChoices):
    OPEN = "open", "chưa khắc phục"
    ANSWERED = "answered", "chờ đoàn xác nhận"
    MENDED = "mended", "đã khắc phục"


_F = FindingStatus

FINDING = Workflow(
    {
        "answer": move(_F.OPEN, to=_F.ANSWERED, label="Báo đã khắc phục"),
        "confirm": move(_F.ANSWERED, to=_F.MENDED, label="Xác nhận đã khắc phục"),
        "return": move(_F.ANSWERED, to=_F.OPEN, label="Chưa đạt, trả lại"),
        "reopen": move(_F.MENDED, to=_F.OPEN, label="Mở lại"),
    }
)


class CostSource(models.TextChoices):
    BUDGET = "budget", "ngân sách nhà nước"
    OWN = "own", "kinh phí của tổ chức"
    FUND = "fund", "quỹ"
    SOCIALISED = "socialised", "xã hội hóa"
    OTHER = "other", "nguồn khác"


class ProposalStatus(models.TextChoices):
    PROPOSED = "proposed", "chờ đầu mối xem"
    ACCEPTED = "accepted", "đưa vào kế hoạch"
    MERGED = "merged", "đã ghép"
    RETURNED = "returned", "trả lại để sửa"
    WITHDRAWN = "withdrawn", "đã rút"


_J = ProposalStatus

PROPOSAL = Workflow(
    {
        "accept": move(_J.PROPOSED, to=_J.ACCEPTED, label="Đưa vào kế hoạch"),
        "merge": move(_J.PROPOSED, _J.ACCEPTED, to=_J.MERGED, label="Ghép vào nội dung khác"),
        "return": move(_J.PROPOSED, _J.ACCEPTED, to=_J.RETURNED, label="Trả lại để sửa"),
        "take_up": move(_J.ACCEPTED, _J.MERGED, _J.RETURNED, to=_J.PROPOSED, label="Xem lại"),
        "change": move(_J.PROPOSED, _J.ACCEPTED, _J.MERGED, _J.RETURNED, to=_J.PROPOSED, label="Sửa"),
        "withdraw": move(_J.PROPOSED, _J.ACCEPTED, _J.MERGED, _J.RETURNED, to=_J.WITHDRAWN, label="Rút"),
    }
)
