"""Sending a numbered document: one act, a row for each recipient, here or outside."""

from collections.abc import Collection
from typing import Any, Self

from django.db import models
from django.db.models import Q

from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models.files import StoredFile
from phoihop.documents.models.keeping import frozen_when_recalled
from phoihop.documents.models.outgoing import OutgoingEntry
from phoihop.documents.permissions import books_open_to
from phoihop.documents.statuses import Channel
from phoihop.organisations.models import Body
from phoihop.people.models import Person

_WHOLE_RECALL = Q(recalled_at=None, recalled_by=None, recall_reason="") | (
    Q(recalled_at__isnull=False, recalled_by__isnull=False) & ~Q(recall_reason="")
)


class Sending(Sampled):
    """One act of sending; recalled as a whole while no recipient has filed it."""

    entry = models.ForeignKey(OutgoingEntry, on_delete=models.PROTECT, related_name="sendings")
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp gửi"
    )
    note = models.TextField("lời nhắn", blank=True)
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField("gửi lúc")
    recalled_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recalled_at = models.DateTimeField("thu hồi lúc", null=True, blank=True)
    recall_reason = models.TextField("lý do thu hồi", blank=True)

    class Meta:
        verbose_name = "lần gửi văn bản"
        verbose_name_plural = "lần gửi văn bản"
        constraints = [models.CheckConstraint(condition=_WHOLE_RECALL, name="sending_recalled_with_reason")]
        triggers = [frozen_when_recalled("sending_kept")]


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def waiting_for(self, body_ids: Collection[int] | models.QuerySet[Any, Any]) -> Self:
        """Sent to these bodies here and not yet in their books."""
        return self.filter(body_id__in=body_ids, channel=Channel.SYSTEM, filed_at=None, recalled_at=None)

    def visible_to(self, member: Member) -> Self:
        """What the member's body sent, and what was sent to it and not recalled."""
        books = books_open_to(member)
        to_us = Q(body_id__in=books, channel=Channel.SYSTEM, recalled_at=None)
        return self.filter(Q(entry__register__body_id__in=books) | to_us)


class Delivery(Sampled):
    """A document to one recipient: a body that works here, or a name outside with the proof of sending.

    `entry` repeats that of the sending, so that a body never has the same document twice.
    """

    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, related_name="deliveries")
    entry = models.ForeignKey(OutgoingEntry, on_delete=models.PROTECT, related_name="deliveries")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="deliveries")
    name = models.CharField("nơi nhận", max_length=300)
    channel = models.CharField("cách gửi", max_length=12, choices=Channel)
    sent_on = models.DateField("ngày gửi")
    proof = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="minh chứng",
    )
    proof_note = models.CharField("số bưu gửi, người ký nhận", max_length=200, blank=True)
    filed_at = models.DateTimeField("vào sổ lúc", null=True, blank=True)
    recalled_at = models.DateTimeField("thu hồi lúc", null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = "nơi nhận văn bản"
        verbose_name_plural = "nơi nhận văn bản"
        constraints = [
            one_of("channel", Channel, name="delivery_channel_known"),
            models.CheckConstraint(
                condition=~Q(channel=Channel.SYSTEM) | Q(body__isnull=False),
                name="delivery_here_has_a_body",
            ),
            models.CheckConstraint(
                condition=Q(filed_at=None) | Q(recalled_at=None, channel=Channel.SYSTEM),
                name="delivery_filed_or_recalled",
            ),
            models.UniqueConstraint(
                fields=["entry", "body"],
                condition=Q(recalled_at=None, body__isnull=False),
                name="delivery_body_once",
            ),
            models.UniqueConstraint(
                fields=["entry", "name"],
                condition=Q(recalled_at=None, body=None),
                name="delivery_name_once",
            ),
        ]
        triggers = [frozen_when_recalled("delivery_kept")]
