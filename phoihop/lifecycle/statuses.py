"""Which status of a comment, a signing link and a review follows which."""

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


class LinkStatus(models.TextChoices):
    WAITING = "waiting", "chờ tệp đã ký"
    HELD = "held", "chờ người ký quyết định"
    SIGNED = "signed", "đã ký"
    DROPPED = "dropped", "đã bỏ"


_L = LinkStatus

LINK = Workflow(
    {
        "bring_back": move(_L.WAITING, to=_L.SIGNED, label="Nhận tệp đã ký"),
        "hold": move(_L.WAITING, to=_L.HELD, label="Chờ người ký quyết định"),
        "accept": move(_L.HELD, to=_L.SIGNED, label="Vẫn dùng chữ ký này"),
        "drop": move(_L.WAITING, _L.HELD, to=_L.DROPPED, label="Bỏ"),
    }
)


class ReviewStatus(models.TextChoices):
    DRAFT = "draft", "đang soạn"
    CONFIRMED = "confirmed", "đã xác nhận"


REVIEW = Workflow(
    {
        "confirm": move(ReviewStatus.DRAFT, to=ReviewStatus.CONFIRMED, label="Xác nhận"),
        "reopen": move(ReviewStatus.CONFIRMED, to=ReviewStatus.DRAFT, label="Mở lại"),
    }
)
