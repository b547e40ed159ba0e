"""What becomes of a comment in consultation."""

from django.db import models

from phoihop.core.workflow import Workflow, move


class CommentStatus(models.TextChoices):
    OPEN = "open", "chờ xử lý"
    ACCEPTED = "accepted", "tiếp thu"
    EXPLAINED = "explained", "giải trình"
    REFUSED = "refused", "không tiếp thu"
    WITHDRAWN = "withdrawn", "đã rút"


_S = CommentStatus

COMMENT = Workflow(
    {
        "accept": move(_S.OPEN, to=_S.ACCEPTED, label="Tiếp thu"),
        "explain": move(_S.OPEN, to=_S.EXPLAINED, label="Giải trình"),
        "refuse": move(_S.OPEN, to=_S.REFUSED, label="Không tiếp thu"),
        "withdraw": move(_S.OPEN, to=_S.WITHDRAWN, label="Rút ý kiến"),
        "reopen": move(_S.ACCEPTED, _S.EXPLAINED, _S.REFUSED, to=_S.OPEN, label="Xử lý lại"),
    }
)
