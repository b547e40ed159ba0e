"""How reminders reach a person outside the app: addresses, habits, and each message sent."""

import uuid
from datetime import time

from django.db import models
from django.db.models import Q

from phoihop.accounts.models.memberships import Decision
from phoihop.core.models import Sampled, one_of
from phoihop.people.models import Person

MOST_LETTERS_OF_A_KEY = 120


class Rhythm(models.TextChoices):
    DAILY = "daily", "mỗi ngày một tin gồm mọi việc"
    WEEKLY = "weekly", "mỗi tuần một tin gồm mọi việc"
    AT_ONCE = "at_once", "từng việc một, ngay khi đến ngày nhắc"


class ReminderChoice(models.Model):
    """When a person wants to be reminded; who has no row is reminded by the defaults.

    `quiet_from` equal to `quiet_to` means no quiet hours. `weekday` counts from Monday, 1, and matters to a
    weekly message only.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="reminder_choice")
    rhythm = models.CharField("nhận nhắc việc", max_length=10, choices=Rhythm, default=Rhythm.DAILY)
    weekday = models.PositiveSmallIntegerField("thứ", default=1)
    send_from = models.TimeField("gửi từ", default=time(7, 30))
    quiet_from = models.TimeField("không nhắc từ", default=time(20, 0))
    quiet_to = models.TimeField("đến", default=time(7, 0))
    is_quiet_on_days_off = models.BooleanField("không nhắc ngày nghỉ, ngày lễ", default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "cách nhận nhắc việc"
        verbose_name_plural = "cách nhận nhắc việc"
        constraints = [
            one_of("rhythm", Rhythm, name="reminderchoice_rhythm_known"),
            models.CheckConstraint(
                condition=Q(weekday__range=(1, 7)), name="reminderchoice_weekday_of_a_week"
            ),
        ]


class Address(models.Model):
    """Where a channel reaches a person; nothing is sent there before the code it was sent is typed back.

    The code itself is kept nowhere: it follows from `nonce` and the key of the installation.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="addresses")
    channel = models.CharField("kênh", max_length=20)
    value = models.CharField("địa chỉ", max_length=254)
    is_used = models.BooleanField("nhận nhắc việc ở đây", default=True)
    nonce = models.UUIDField(default=uuid.uuid4)
    asked_at = models.DateTimeField("gửi mã lúc")
    tries = models.PositiveSmallIntegerField("số lần nhập mã", default=0)
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "địa chỉ nhận tin"
        verbose_name_plural = "địa chỉ nhận tin"
        constraints = [
            models.UniqueConstraint(fields=["person", "channel"], name="address_one_a_channel"),
            models.CheckConstraint(condition=~Q(value=""), name="address_not_empty"),
        ]


class DeliveryState(models.TextChoices):
    WAITING = "waiting", "chờ gửi"
    SENT = "sent", "đã gửi"
    FAILED = "failed", "không gửi được"
    DROPPED = "dropped", "thôi gửi vì không còn cần"


class Delivery(Sampled):
    """One message to one person by one channel: `key` makes it unique, `message_id` goes out with it.

    A message is sent at least once: a worker killed between sending and marking sends it again, with the same
    `message_id`, by which a receiver drops the second. No text and no address is kept here: the message is
    composed when it is sent.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.CharField("kênh", max_length=20)
    key = models.CharField(max_length=MOST_LETTERS_OF_A_KEY)
    purpose = models.CharField("loại", max_length=20)
    subject = models.CharField("tiêu đề", max_length=200, blank=True)
    state = models.CharField(
        "trạng thái", max_length=10, choices=DeliveryState, default=DeliveryState.WAITING
    )
    created_at = models.DateTimeField("lập lúc")
    next_try_at = models.DateTimeField("gửi sau lúc")
    tries = models.PositiveSmallIntegerField("số lần thử", default=0)
    ended_at = models.DateTimeField("xong lúc", null=True, blank=True)
    reason = models.CharField("lý do", max_length=200, blank=True)
    message_id = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = "tin gửi đi"
        verbose_name_plural = "tin gửi đi"
        constraints = [
            models.UniqueConstraint(fields=["person", "channel", "key"], name="delivery_never_twice"),
            one_of("state", DeliveryState, name="delivery_state_known"),
            models.CheckConstraint(
                condition=Q(state="waiting", ended_at=None)
                | (~Q(state="waiting") & Q(ended_at__isnull=False)),
                name="delivery_ended_has_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="failed") | ~Q(reason=""), name="delivery_failure_has_a_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(state="waiting"), name="delivery_waiting"),
            models.Index(fields=["channel", "-ended_at"], name="delivery_of_a_channel"),
        ]


class DeliveryDecision(Decision):
    """Somebody sent a failed message again."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với tin gửi đi"
        verbose_name_plural = "việc đã làm với tin gửi đi"
