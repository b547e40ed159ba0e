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


class ParagraphPart(models.TextChoices):
    """Which chapter of a consolidated report a paragraph stands in."""

    RESULT = "result", "kết quả thực hiện"
    EMERGENT = "emergent", "nhiệm vụ phát sinh"
    SHORTCOMING = "shortcoming", "khó khăn, hạn chế"
    RECOMMENDATION = "recommendation", "kiến nghị, đề xuất"


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


class ExtensionStatus(models.TextChoices):
    ASKED = "asked", "chờ trả lời"
    GRANTED = "granted", "đã gia hạn"
    REFUSED = "refused", "không gia hạn"
    TAKEN_BACK = "taken_back", "đã rút"


_X = ExtensionStatus

EXTENSION = Workflow(
    {
        "grant": move(_X.ASKED, to=_X.GRANTED, label="Cho gia hạn"),
        "refuse": move(_X.ASKED, to=_X.REFUSED, label="Không gia hạn"),
        "take_back": move(_X.ASKED, to=_X.TAKEN_BACK, label="Rút đề nghị"),
    }
)


class RequestStatus(models.TextChoices):
    ASKED = "asked", "đang yêu cầu"
    WITHDRAWN = "withdrawn", "đã rút"


REQUEST = Workflow({"withdraw": move(RequestStatus.ASKED, to=RequestStatus.WITHDRAWN, label="Rút yêu cầu")})
