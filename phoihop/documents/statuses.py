"""Known values: the safety of a stored file, and what registers and sendings are."""

from django.db import models


class ScanStatus(models.TextChoices):
    NOT_SCANNED = "not_scanned", "không quét"
    CLEAN = "clean", "đã quét, không thấy mã độc"
    WAITING = "waiting", "chờ quét vi-rút"
    INFECTED = "infected", "có mã độc"


class Span(models.TextChoices):
    """How long the numbers of a book run before they begin again."""

    YEAR = "year", "theo năm"
    TERM = "term", "theo nhiệm kỳ"


class NumberStyle(models.TextChoices):
    """How number and symbol are written (Nghị định 30/2020; Hướng dẫn 05-HD/VPTW of 2026)."""

    STATE = "state", "05/CTr-UBND (cơ quan nhà nước, Mặt trận)"
    PARTY = "party", "05-CTr/ĐU (thể thức của Đảng)"


class Urgency(models.TextChoices):
    NORMAL = "normal", "thường"
    URGENT = "urgent", "khẩn"
    VERY_URGENT = "very_urgent", "thượng khẩn"
    EXPRESS = "express", "hỏa tốc"


class Channel(models.TextChoices):
    """How a document was sent."""

    SYSTEM = "system", "trên hệ thống này"
    POST = "post", "bưu điện"
    HAND = "hand", "chuyển tận nơi"
    EMAIL = "email", "thư điện tử"
    OTHER_SYSTEM = "other_system", "trục liên thông hoặc phần mềm khác"
