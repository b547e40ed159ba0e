"""What is known of a stored file's safety."""

from django.db import models


class ScanStatus(models.TextChoices):
    NOT_SCANNED = "not_scanned", "không quét"
    CLEAN = "clean", "đã quét, không thấy mã độc"
    WAITING = "waiting", "chờ quét vi-rút"
    INFECTED = "infected", "có mã độc"
