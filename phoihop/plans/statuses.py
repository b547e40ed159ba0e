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
