"""The register of documents that arrive: a number of arrival each, who they went to, who has read them."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models.deliveries import Delivery
from phoihop.documents.models.files import StoredFile
from phoihop.documents.models.keeping import kept
from phoihop.documents.models.outgoing import Correction
from phoihop.documents.permissions import books_open_to
from phoihop.documents.statuses import Urgency
from phoihop.organisations.models import Body
from phoihop.people.models import Person


class IncomingRegister(Sampled):
    """The book of arrivals of one body and year; it may go on from a paper book."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="incoming_registers")
    year = models.PositiveSmallIntegerField("năm")
    first_number = models.PositiveIntegerField("bắt đầu từ số", default=1)
    last_number = models.PositiveIntegerField("số đến cuối", null=True, blank=True)

    class Meta:
        verbose_name = "sổ văn bản đến"
        verbose_name_plural = "sổ văn bản đến"
        constraints = [
            models.UniqueConstraint(fields=["body", "year"], name="incomingregister_unique"),
            models.CheckConstraint(
                condition=Q(last_number=None) | Q(last_number__gte=F("first_number")),
                name="incomingregister_numbers_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"đến {self.year}"


class IncomingQuerySet(models.QuerySet["IncomingEntry"]):
    def visible_to(self, member: Member) -> Self:
        """Rows of the books open to the member, and those forwarded to the person or the body."""
        forwarded = Forwarding.objects.filter(
            Q(person_id=member.person_id) | Q(body_id=member.body_id), taken_back_at=None
        )
        return self.filter(
            Q(register__body_id__in=books_open_to(member)) | Q(pk__in=forwarded.values("entry_id"))
        )


class IncomingEntry(Sampled):
    """A document that arrived, as the book and the stamp "ĐẾN" say it (Nghị định 30/2020, Điều 21, 22)."""

    register = models.ForeignKey(IncomingRegister, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField("số đến")
    arrived_on = models.DateField("ngày đến")
    sender = models.CharField("tác giả (nơi gửi)", max_length=200)
    sender_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tổ chức gửi"
    )
    number_text = models.CharField("số, ký hiệu văn bản", max_length=80, blank=True)
    issued_on = models.DateField("ngày văn bản", null=True, blank=True)
    document_type = models.CharField("loại văn bản", max_length=20, blank=True)
    abstract = models.TextField("trích yếu")
    signer_position = models.CharField("chức vụ người ký", max_length=100, blank=True)
    signer_name = models.CharField("người ký", max_length=100, blank=True)
    pages = models.PositiveSmallIntegerField("số trang", null=True, blank=True)
    urgency = models.CharField("mức độ khẩn", max_length=12, choices=Urgency, default=Urgency.NORMAL)
    due_on = models.DateField("hạn giải quyết", null=True, blank=True)
    file_code = models.CharField("số và ký hiệu hồ sơ", max_length=60, blank=True)
    note = models.TextField("ghi chú", blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp"
    )
    delivery = models.OneToOneField(
        Delivery, on_delete=models.PROTECT, null=True, blank=True, related_name="filed"
    )
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField("vào sổ lúc")
    folded = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = IncomingQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản đến"
        verbose_name_plural = "văn bản đến"
        constraints = [
            models.UniqueConstraint(fields=["register", "number"], name="incomingentry_unique"),
            one_of("urgency", Urgency, name="incomingentry_urgency_known"),
        ]
        triggers = [kept("incomingentry_kept", unchanging=("register_id", "number", "delivery_id"))]

    def __str__(self) -> str:
        return f"{self.number} {self.sender}"


class IncomingCorrection(Correction):
    """A row of the book of arrivals was mended."""

    entry = models.ForeignKey(IncomingEntry, on_delete=models.CASCADE, related_name="corrections")

    class Meta:
        verbose_name = "sửa sổ văn bản đến"
        verbose_name_plural = "sửa sổ văn bản đến"


class Forwarding(models.Model):
    """An arrival was passed on to a department or a person of the body."""

    entry = models.ForeignKey(IncomingEntry, on_delete=models.CASCADE, related_name="forwardings")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField("ý kiến phân phối", max_length=500, blank=True)
    forwarded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    forwarded_at = models.DateTimeField("chuyển lúc")
    taken_back_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_back_at = models.DateTimeField("rút lại lúc", null=True, blank=True)

    class Meta:
        verbose_name = "chuyển văn bản đến"
        verbose_name_plural = "chuyển văn bản đến"
        constraints = [
            models.CheckConstraint(
                condition=Q(body__isnull=False, person=None) | Q(body=None, person__isnull=False),
                name="forwarding_to_a_body_or_a_person",
            ),
            models.UniqueConstraint(
                fields=["entry", "body"],
                condition=Q(taken_back_at=None, body__isnull=False),
                name="forwarding_body_once",
            ),
            models.UniqueConstraint(
                fields=["entry", "person"],
                condition=Q(taken_back_at=None, person__isnull=False),
                name="forwarding_person_once",
            ),
        ]


class ReadReceipt(models.Model):
    """Somebody of the receiving body says: I have read it."""

    entry = models.ForeignKey(IncomingEntry, on_delete=models.CASCADE, related_name="receipts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("đọc lúc")

    class Meta:
        verbose_name = "xác nhận đã đọc"
        verbose_name_plural = "xác nhận đã đọc"
        constraints = [models.UniqueConstraint(fields=["entry", "person"], name="readreceipt_once")]
