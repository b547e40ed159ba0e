"""Old messages leave the database; what somebody decided about one stays, and what is still on its way."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from phoihop.accounts.models import Delivery, DeliveryState

AT_A_TIME = 5_000
"""Rows of one transaction: the table is never locked for long."""


def kept_since(at: datetime) -> datetime:
    """What ended before is forgotten."""
    return at - timedelta(days=settings.KEEP_MESSAGES_DAYS)


def forget_messages(*, at: datetime) -> int:
    """Messages that ended long ago, and how many they were.

    Their keys name a day or a thing with its last day, so that none is put down again.
    """
    rows = Delivery.objects.filter(ended_at__lt=kept_since(at), decisions=None)
    return forget(rows.exclude(state=DeliveryState.WAITING))


def forget(rows: "QuerySet[Any, Any]") -> int:
    """Delete the rows, a part at a time, each part by itself; how many went."""
    gone = 0
    while True:
        with transaction.atomic():
            ids = list(rows.order_by("pk").values_list("pk", flat=True)[:AT_A_TIME])
            rows.model._default_manager.filter(pk__in=ids).delete()
        gone += len(ids)
        if len(ids) < AT_A_TIME:
            return gone
