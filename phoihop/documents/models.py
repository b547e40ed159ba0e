"""Stored files, and the registers in which outgoing documents get their numbers."""

from django.db import models
from django.db.models import Q

from phoihop.core.models import Sampled, one_of
from phoihop.documents.statuses import ScanStatus
from phoihop.organisations.models import Body, Dated
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


class DocumentTemplate(Dated):
    """A document layout and the days it is the one to use, with its source."""

    code = models.CharField("mẫu", max_length=30)
    name = models.CharField("tên", max_length=200)
    source = models.TextField("nguồn")

    class Meta:
        verbose_name = "mẫu thể thức"
        verbose_name_plural = "mẫu thể thức"
        constraints = [models.UniqueConstraint(fields=["code", "valid_from"], name="documenttemplate_unique")]


class OutgoingRegister(Sampled):
    """The book of numbers of one body, year and type of document; it may go on from a paper book."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="outgoing_registers")
    year = models.PositiveSmallIntegerField("năm")
    document_type = models.CharField("loại văn bản", max_length=20)
    first_number = models.PositiveIntegerField("bắt đầu từ số", default=1)
    last_number = models.PositiveIntegerField("số cuối đã cấp", null=True, blank=True)

    class Meta:
        verbose_name = "sổ văn bản đi"
        verbose_name_plural = "sổ văn bản đi"
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "document_type"], name="outgoingregister_unique"),
            models.CheckConstraint(
                condition=Q(last_number=None) | Q(last_number__gte=models.F("first_number")),
                name="outgoingregister_numbers_in_order",
            ),
        ]


class OutgoingEntry(Sampled):
    """One number of a register; annulled numbers stay, marked."""

    register = models.ForeignKey(OutgoingRegister, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField("số")
    symbol = models.CharField("ký hiệu", max_length=60)
    abstract = models.TextField("trích yếu")
    issued_on = models.DateField("ngày văn bản")
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    annulled_at = models.DateTimeField(null=True, blank=True)
    annulled_reason = models.TextField(blank=True)

    class Meta:
        verbose_name = "văn bản đi"
        verbose_name_plural = "văn bản đi"
        constraints = [models.UniqueConstraint(fields=["register", "number"], name="outgoingentry_unique")]
