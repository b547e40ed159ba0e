"""Which status of a draft and of a fact in it follows which."""

from django.db import models

from phoihop.core.workflow import Workflow, move


class DraftStatus(models.TextChoices):
    OPEN = "open", "đang rà soát"
    CONFIRMED = "confirmed", "đã xác nhận"
    DISCARDED = "discarded", "đã bỏ"


class ReadingStatus(models.TextChoices):
    QUARANTINED = "quarantined", "chờ quét vi-rút"
    WAITING = "waiting", "chờ đọc"
    READING = "reading", "đang đọc"
    DONE = "done", "đã đọc xong"
    FAILED = "failed", "không đọc được"
    CANCELLED = "cancelled", "đã dừng"


UNDER_WAY = (ReadingStatus.QUARANTINED, ReadingStatus.WAITING, ReadingStatus.READING)


class FactStatus(models.TextChoices):
    PENDING = "pending", "chờ xem"
    ACCEPTED = "accepted", "đúng"
    REJECTED = "rejected", "bỏ"
    GONE = "gone", "không còn, đã gộp hoặc hoàn tác"


class FactKind(models.TextChoices):
    HEADER = "header", "thể thức"
    LEGAL_BASIS = "legal_basis", "căn cứ"
    CLAUSE = "clause", "điều khoản"
    TARGET = "target", "chỉ tiêu"
    ASSIGNMENT = "assignment", "phân công"
    DUTY = "duty", "chế độ báo cáo, việc định kỳ"
    SIGNATORY = "signatory", "người ký"
    RECIPIENT = "recipient", "nơi nhận"


SHAPED = frozenset({FactKind.TARGET, FactKind.ASSIGNMENT, FactKind.DUTY, FactKind.LEGAL_BASIS})
"""The kinds that can be read anew, split and merged: stretches of the text that stand for themselves."""


class FindingWeight(models.TextChoices):
    """As `reading.checks.Severity`."""

    FAULT = "fault", "lỗi"
    LOOK = "look", "cần xem"
    ADVICE = "advice", "gợi ý"


class FindingStatus(models.TextChoices):
    OPEN = "open", "chờ xem"
    DISMISSED = "dismissed", "đã bỏ qua"


FINDING = Workflow(
    {
        "dismiss": move(FindingStatus.OPEN, to=FindingStatus.DISMISSED, label="Bỏ qua"),
        "take_up": move(FindingStatus.DISMISSED, to=FindingStatus.OPEN, label="Xem lại"),
    }
)

DRAFT = Workflow(
    {
        "confirm": move(DraftStatus.OPEN, to=DraftStatus.CONFIRMED, label="Xác nhận thành chương trình"),
        "discard": move(DraftStatus.OPEN, to=DraftStatus.DISCARDED, label="Bỏ bản đọc này"),
        "restore": move(DraftStatus.DISCARDED, to=DraftStatus.OPEN, label="Khôi phục"),
    }
)

FACT = Workflow(
    {
        "accept": move(FactStatus.PENDING, FactStatus.REJECTED, to=FactStatus.ACCEPTED, label="Đúng"),
        "reject": move(FactStatus.PENDING, FactStatus.ACCEPTED, to=FactStatus.REJECTED, label="Bỏ"),
        "reopen": move(FactStatus.ACCEPTED, FactStatus.REJECTED, to=FactStatus.PENDING, label="Xem lại"),
    }
)

_BEFORE_DONE = (ReadingStatus.WAITING, ReadingStatus.READING)

READING = Workflow(
    {
        "release": move(ReadingStatus.QUARANTINED, to=ReadingStatus.WAITING, label="Đã quét vi-rút"),
        "begin": move(*_BEFORE_DONE, to=ReadingStatus.READING, label="Bắt đầu đọc"),
        "finish": move(*_BEFORE_DONE, to=ReadingStatus.DONE, label="Đọc xong"),
        "fail": move(*UNDER_WAY, to=ReadingStatus.FAILED, label="Không đọc được"),
        "cancel": move(*UNDER_WAY, to=ReadingStatus.CANCELLED, label="Dừng đọc"),
        "read_again": move(
            ReadingStatus.FAILED, ReadingStatus.CANCELLED, to=ReadingStatus.WAITING, label="Đọc lại"
        ),
    }
)

DECISION_WORDS = {
    "accept": "chấp nhận",
    "reject": "bỏ",
    "reopen": "mở lại để xem",
    "edit": "sửa",
    "add": "thêm",
    "split": "tách",
    "merge": "gộp",
    "undo": "hoàn tác",
    "choose_parties": "chọn các bên",
    "move_to_place": "đổi địa bàn",
    "discard": "bỏ bản đọc",
    "restore": "khôi phục bản đọc",
    "confirm": "xác nhận thành chương trình",
    "dismiss": "bỏ qua điểm soát được",
    "take_up": "xem lại điểm đã bỏ qua",
}
