"""Which status of a draft and of a fact in it follows which."""

from django.db import models

from phoihop.core.workflow import Workflow, move


class DraftStatus(models.TextChoices):
    OPEN = "open", "đang rà soát"
    CONFIRMED = "confirmed", "đã xác nhận"
    DISCARDED = "discarded", "đã bỏ"


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
}
