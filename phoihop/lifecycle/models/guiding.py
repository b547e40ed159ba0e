"""Hướng dẫn: what a body tells those of its own vertical line below it, and what each of them did with it."""

from typing import Self

from django.db import models
from django.db.models import Q

from phoihop.core.member import Member
from phoihop.core.models import Sampled
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.programmes.models import Clause, Programme
from phoihop.programmes.models.visibility import bodies_of


class GuidanceQuerySet(models.QuerySet["Guidance"]):
    def visible_to(self, member: Member) -> Self:
        """The body that issued it and those it was sent to; nobody beside the line."""
        mine = bodies_of(member.body_id).values("pk")
        received = GuidanceReceipt.objects.filter(body__in=mine).values("guidance")
        return self.filter(Q(body__in=mine) | Q(pk__in=received))


class Guidance(Sampled):
    """A guidance as sent: number and day as on the paper, text written here or a file, its clauses.

    `passes_on` is the one from above that it hands further down.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="guidance")
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị hướng dẫn"
    )
    title = models.CharField("về việc", max_length=300)
    number_text = models.CharField("số, ký hiệu", max_length=80, blank=True)
    issued_on = models.DateField("ngày văn bản")
    text = models.TextField("nội dung", blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    clauses = models.ManyToManyField(Clause, related_name="guidance", verbose_name="về các nội dung")
    passes_on = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="passed_on"
    )
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField("gửi lúc")
    withdrawn_at = models.DateTimeField("thu lại lúc", null=True, blank=True)
    withdrawn_reason = models.TextField("lý do thu lại", blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = GuidanceQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản hướng dẫn"
        verbose_name_plural = "văn bản hướng dẫn"
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") | Q(file__isnull=False), name="guidance_has_words_or_a_file"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(withdrawn_reason=""),
                name="guidance_withdrawal_explained",
            ),
            models.UniqueConstraint(
                fields=["body", "passes_on"],
                condition=Q(passes_on__isnull=False, withdrawn_at=None),
                name="guidance_passed_on_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class GuidanceReceipt(models.Model):
    """A body it was sent to, and whether it said that it has read it."""

    guidance = models.ForeignKey(Guidance, on_delete=models.CASCADE, related_name="receipts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị nhận")
    acknowledged_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    acknowledged_at = models.DateTimeField("xác nhận lúc", null=True, blank=True)

    class Meta:
        verbose_name = "nơi nhận hướng dẫn"
        verbose_name_plural = "nơi nhận hướng dẫn"
        constraints = [
            models.UniqueConstraint(fields=["guidance", "body"], name="guidancereceipt_once"),
            models.CheckConstraint(
                condition=Q(acknowledged_at=None, acknowledged_by=None)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
                name="guidancereceipt_acknowledged_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["body"], condition=Q(acknowledged_at=None), name="guidancereceipt_open")
        ]


class GuidanceMessage(models.Model):
    """A question back, or the answer to it: a thread between the issuing body and one that received it."""

    receipt = models.ForeignKey(GuidanceReceipt, on_delete=models.CASCADE, related_name="messages")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")
    text = models.TextField("nội dung")

    class Meta:
        verbose_name = "trao đổi về hướng dẫn"
        verbose_name_plural = "trao đổi về hướng dẫn"
        ordering = ["receipt_id", "at", "pk"]
