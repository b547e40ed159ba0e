"""Files as they came."""

from django.db import models

from phoihop.core.models import Sampled, one_of
from phoihop.documents.statuses import ScanStatus
from phoihop.organisations.models import Body
from phoihop.people.models import Person


class StoredFile(Sampled):
    """A file as it came; its bytes lie under their own hash, written once.

    One whose virus scan is still to come is nobody's to open: its bytes lie apart. One that turned out
    infected stays as a row that says so; its bytes are gone.
    """

    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField("tên tệp", max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField("cỡ (byte)")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="của tổ chức")
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    scan = models.CharField("quét vi-rút", max_length=12, choices=ScanStatus, default=ScanStatus.NOT_SCANNED)
    virus = models.CharField("mã độc tìm thấy", max_length=200, blank=True)

    class Meta:
        verbose_name = "tệp"
        verbose_name_plural = "tệp"
        constraints = [one_of("scan", ScanStatus, name="storedfile_scan_known")]

    @property
    def may_be_opened(self) -> bool:
        """Neither waiting for its virus scan nor found infected."""
        return self.scan in {ScanStatus.NOT_SCANNED, ScanStatus.CLEAN}
