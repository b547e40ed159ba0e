"""Which status of a report follows which."""

from django.db import models

from phoihop.core.workflow import Workflow, move


class ReportStatus(models.TextChoices):
    DRAFT = "draft", "đang soạn"
    SUBMITTED = "submitted", "đã nộp, chờ xem xét"
    RETURNED = "returned", "trả lại để bổ sung"
    ACCEPTED = "accepted", "đã duyệt"
    NOTED = "noted", "đã tiếp nhận"


class ConsolidationStatus(models.TextChoices):
    DRAFT = "draft", "đang tổng hợp"
    CLOSED = "closed", "đã chốt"


_S = ReportStatus

REPORT = Workflow(
    {
        "submit": move(_S.DRAFT, _S.RETURNED, to=_S.SUBMITTED, label="Nộp báo cáo"),
        "take_back": move(_S.SUBMITTED, to=_S.DRAFT, label="Rút lại để sửa"),
        "return": move(_S.SUBMITTED, to=_S.RETURNED, label="Trả lại để bổ sung"),
        "accept": move(_S.SUBMITTED, to=_S.ACCEPTED, label="Duyệt"),
        "note": move(_S.SUBMITTED, to=_S.NOTED, label="Tiếp nhận"),
        "reopen": move(_S.ACCEPTED, _S.NOTED, to=_S.RETURNED, label="Mở lại để sửa"),
    }
)

CONSOLIDATION = Workflow(
    {
        "close": move(ConsolidationStatus.DRAFT, to=ConsolidationStatus.CLOSED, label="Chốt bản tổng hợp"),
        "reopen": move(ConsolidationStatus.CLOSED, to=ConsolidationStatus.DRAFT, label="Mở lại"),
    }
)


class ChaseStatus(models.TextChoices):
    MADE = "made", "đã nhắc, chờ ký công văn"
    SIGNED = "signed", "đã ký, chờ cấp số"
    NUMBERED = "numbered", "đã cấp số"
    UNDONE = "undone", "đã hoàn tác"


_H = ChaseStatus

CHASE = Workflow(
    {
        "sign": move(_H.MADE, to=_H.SIGNED, label="Ký công văn"),
        "number": move(_H.SIGNED, to=_H.NUMBERED, label="Cấp số"),
        "undo": move(_H.MADE, _H.SIGNED, to=_H.UNDONE, label="Hoàn tác"),
    }
)
