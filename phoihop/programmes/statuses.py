"""Which status of an edition follows which."""

from django.db import models

from phoihop.core.workflow import Workflow, move


class EditionStatus(models.TextChoices):
    DRAFT = "draft", "dự thảo"
    SIGNING = "signing", "đang ký"
    IN_FORCE = "in_force", "đang thực hiện"
    SUPERSEDED = "superseded", "đã được thay bằng bản sau"
    ENDED = "ended", "đã kết thúc"
    WITHDRAWN = "withdrawn", "đã thu hồi"


class Origin(models.TextChoices):
    RECORDED = "recorded", "ghi nhận văn bản đã ký"
    SIGNED_HERE = "signed_here", "ký mới"


SIGNED = frozenset(
    {EditionStatus.IN_FORCE, EditionStatus.SUPERSEDED, EditionStatus.ENDED, EditionStatus.WITHDRAWN}
)
_S = EditionStatus

EDITION = Workflow(
    {
        "record": move(_S.DRAFT, to=_S.IN_FORCE, label="Ghi nhận là đã ký"),
        "open_for_signature": move(_S.DRAFT, to=_S.SIGNING, label="Trình ký"),
        "take_back": move(_S.SIGNING, to=_S.DRAFT, label="Rút về dự thảo"),
        "bring_into_force": move(_S.SIGNING, to=_S.IN_FORCE, label="Có hiệu lực"),
        "supersede": move(_S.IN_FORCE, to=_S.SUPERSEDED, label="Thay bằng bản sau"),
        "end": move(_S.IN_FORCE, to=_S.ENDED, label="Kết thúc"),
        "undo_end": move(_S.ENDED, to=_S.IN_FORCE, label="Thực hiện tiếp"),
        "withdraw": move(_S.IN_FORCE, to=_S.WITHDRAWN, label="Thu hồi"),
    }
)
