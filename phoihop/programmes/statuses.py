"""Which status of an edition follows which."""

from django.db import models

from phoihop.core.workflow import Workflow, move


class EditionStatus(models.TextChoices):
    DRAFT = "draft", "dự thảo"
    SIGNING = "signing", "đang ký"
    WAITING = "waiting", "đã ký, chờ ngày có hiệu lực"
    IN_FORCE = "in_force", "đang thực hiện"
    SUPERSEDED = "superseded", "đã được thay bằng bản sau"
    ENDED = "ended", "đã kết thúc"
    WITHDRAWN = "withdrawn", "đã thu hồi"
    UNDONE = "undone", "đã hoàn tác"


class Origin(models.TextChoices):
    RECORDED = "recorded", "ghi nhận văn bản đã ký"
    SIGNED_HERE = "signed_here", "ký mới"


SIGNED = frozenset(
    {EditionStatus.IN_FORCE, EditionStatus.SUPERSEDED, EditionStatus.ENDED, EditionStatus.WITHDRAWN}
)
"""What holds or once held."""
UNDER_WAY = frozenset({EditionStatus.DRAFT, EditionStatus.SIGNING, EditionStatus.WAITING})
"""On the way into force; a programme has one such edition at most."""
_S = EditionStatus

EDITION = Workflow(
    {
        "record": move(_S.DRAFT, to=_S.IN_FORCE, label="Ghi nhận là đã ký"),
        "open_for_signature": move(_S.DRAFT, to=_S.SIGNING, label="Trình ký"),
        "take_back": move(_S.SIGNING, to=_S.DRAFT, label="Rút về dự thảo"),
        "bring_into_force": move(_S.SIGNING, to=_S.IN_FORCE, label="Có hiệu lực"),
        "record_ahead": move(_S.DRAFT, to=_S.WAITING, label="Ghi nhận là đã ký, chờ hiệu lực"),
        "wait": move(_S.SIGNING, to=_S.WAITING, label="Chờ ngày có hiệu lực"),
        "begin": move(_S.WAITING, to=_S.IN_FORCE, label="Đến ngày có hiệu lực"),
        "supersede": move(_S.IN_FORCE, to=_S.SUPERSEDED, label="Thay bằng bản sau"),
        "undo_amendment": move(_S.IN_FORCE, _S.WAITING, to=_S.UNDONE, label="Hoàn tác bản sửa đổi"),
        "undo_record": move(_S.IN_FORCE, to=_S.UNDONE, label="Hoàn tác việc ghi nhận"),
        "resume": move(_S.SUPERSEDED, to=_S.IN_FORCE, label="Thực hiện lại bản trước"),
        "end": move(_S.IN_FORCE, to=_S.ENDED, label="Kết thúc"),
        "undo_end": move(_S.ENDED, to=_S.IN_FORCE, label="Thực hiện tiếp"),
        "withdraw": move(_S.IN_FORCE, to=_S.WITHDRAWN, label="Thu hồi"),
        "undo_withdraw": move(_S.WITHDRAWN, to=_S.IN_FORCE, label="Hoàn tác việc thu hồi"),
    }
)


class EditionKind(models.TextChoices):
    """What an edition is to the one before it; its text is always the whole text as it then stands."""

    ORIGINAL = "original", "bản ban đầu"
    SUPPLEMENT = "supplement", "bổ sung"
    AMEND = "amend", "sửa đổi"
    SUPPLEMENT_AMEND = "supplement_amend", "sửa đổi, bổ sung"
    REPLACE = "replace", "thay thế"


class AdoptionStatus(models.TextChoices):
    """What a place below answered to a programme handed down to it."""

    HANDED = "handed", "chưa trả lời"
    ADOPTED = "adopted", "đã cụ thể hóa"
    DECLINED = "declined", "đề nghị không thực hiện"
    EXCUSED = "excused", "được miễn thực hiện"


_A = AdoptionStatus

ADOPTION = Workflow(
    {
        "adopt": move(_A.HANDED, _A.DECLINED, to=_A.ADOPTED, label="Cụ thể hóa"),
        "take_back": move(_A.ADOPTED, to=_A.HANDED, label="Rút lại việc cụ thể hóa"),
        "decline": move(_A.HANDED, to=_A.DECLINED, label="Đề nghị không thực hiện"),
        "excuse": move(_A.DECLINED, to=_A.EXCUSED, label="Đồng ý miễn thực hiện"),
        "insist": move(_A.DECLINED, _A.EXCUSED, to=_A.HANDED, label="Vẫn đề nghị thực hiện"),
    }
)
