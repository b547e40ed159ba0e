"""The registers in which outgoing documents get their numbers."""

from django.db import models
from django.db.models import Q

from phoihop.core.models import Sampled
from phoihop.organisations.models import Body
from phoihop.people.models import Person


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
