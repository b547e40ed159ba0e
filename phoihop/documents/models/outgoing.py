"""The registers in which outgoing documents get their numbers."""

from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models.files import StoredFile
from phoihop.documents.models.keeping import kept
from phoihop.documents.statuses import NumberStyle, Span, Urgency
from phoihop.organisations.models import Body
from phoihop.people.models import Person

COMMON_BOOK = ""
"""The document type of a book that numbers all types of documents in one row."""


class RegisterQuerySet(models.QuerySet["OutgoingRegister"]):
    def covering(self, day: date, *, document_type: str) -> Self:
        """The books that may number this type on `day`, its own book before the common one."""
        return self.filter(
            Q(last_day=None) | Q(last_day__gte=day),
            first_day__lte=day,
            document_type__in=[document_type, COMMON_BOOK],
        ).order_by("-document_type")


class OutgoingRegister(Sampled):
    """A book of numbers of a body for a year or a term, of one type of document or of all (blank).

    It may go on from a paper book. Without a last day it runs until it is closed.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="outgoing_registers")
    span = models.CharField("đánh số theo", max_length=4, choices=Span, default=Span.YEAR)
    label = models.CharField("năm hoặc nhiệm kỳ", max_length=60)
    first_day = models.DateField("từ ngày")
    last_day = models.DateField("đến hết ngày", null=True, blank=True)
    document_type = models.CharField("loại văn bản", max_length=20, blank=True)
    style = models.CharField("cách ghi số", max_length=5, choices=NumberStyle, default=NumberStyle.STATE)
    first_number = models.PositiveIntegerField("bắt đầu từ số", default=1)
    last_number = models.PositiveIntegerField("số cuối đã cấp", null=True, blank=True)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        verbose_name = "sổ văn bản đi"
        verbose_name_plural = "sổ văn bản đi"
        constraints = [
            one_of("span", Span, name="outgoingregister_span_known"),
            one_of("style", NumberStyle, name="outgoingregister_style_known"),
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gte=F("first_day")),
                name="outgoingregister_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(last_number=None) | Q(last_number__gte=F("first_number")),
                name="outgoingregister_numbers_in_order",
            ),
            ExclusionConstraint(
                name="outgoingregister_one_a_day",
                expressions=[
                    (Func(F("body"), F("body"), Value("[]"), function="int8range"), "&&"),
                    (
                        Func(
                            Cast(Func(F("document_type"), function="hashtext"), models.BigIntegerField()),
                            Cast(Func(F("document_type"), function="hashtext"), models.BigIntegerField()),
                            Value("[]"),
                            function="int8range",
                        ),
                        "&&",
                    ),
                    (
                        Func(
                            F("first_day"),
                            F("last_day"),
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_type or 'chung'} {self.label}"


class OutgoingEntry(Sampled):
    """One number of a register with what the book says of its document; annulled numbers stay, marked."""

    register = models.ForeignKey(OutgoingRegister, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField("số")
    symbol = models.CharField("ký hiệu", max_length=60)
    document_type = models.CharField("loại văn bản", max_length=20, blank=True)
    abstract = models.TextField("trích yếu")
    issued_on = models.DateField("ngày văn bản")
    signer_position = models.CharField("chức vụ người ký", max_length=100, blank=True)
    signer_name = models.CharField("người ký", max_length=100, blank=True)
    recipients = models.TextField("nơi nhận", blank=True)
    pages = models.PositiveSmallIntegerField("số trang", null=True, blank=True)
    copies = models.PositiveSmallIntegerField("số bản", null=True, blank=True)
    urgency = models.CharField("mức độ khẩn", max_length=12, choices=Urgency, default=Urgency.NORMAL)
    due_on = models.DateField("hạn trả lời", null=True, blank=True)
    file_code = models.CharField("số và ký hiệu hồ sơ", max_length=60, blank=True)
    kept_by = models.CharField("nơi giữ bản lưu", max_length=100, blank=True)
    note = models.TextField("ghi chú", blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp"
    )
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    annulled_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    annulled_at = models.DateTimeField(null=True, blank=True)
    annulled_reason = models.TextField(blank=True)
    folded = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "văn bản đi"
        verbose_name_plural = "văn bản đi"
        constraints = [
            models.UniqueConstraint(fields=["register", "number"], name="outgoingentry_unique"),
            one_of("urgency", Urgency, name="outgoingentry_urgency_known"),
            models.CheckConstraint(
                condition=Q(annulled_at=None, annulled_by=None, annulled_reason="")
                | (Q(annulled_at__isnull=False) & ~Q(annulled_reason="")),
                name="outgoingentry_annulled_with_reason",
            ),
        ]
        triggers = [kept("outgoingentry_kept", unchanging=("register_id", "number", "symbol", "issued_on"))]

    def __str__(self) -> str:
        return f"{self.number:02d} {self.symbol}"


class Correction(Decision):
    """What of a row of a book was mended: `changes` lists the field in words, before and after."""

    changes = models.JSONField(default=list)

    class Meta:
        abstract = True


class OutgoingCorrection(Correction):
    """A row of the book of outgoing documents was mended, or a file came to it."""

    entry = models.ForeignKey(OutgoingEntry, on_delete=models.CASCADE, related_name="corrections")

    class Meta:
        verbose_name = "sửa sổ văn bản đi"
        verbose_name_plural = "sửa sổ văn bản đi"
