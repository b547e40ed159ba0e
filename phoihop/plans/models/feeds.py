"""Secret addresses of calendar feeds; the address itself is known to its person alone."""

from django.db import models
from django.db.models import F, Q

from phoihop.people.models import Person


class CalendarFeed(models.Model):
    """A person's feed: only the hash of its address is kept; one holds at a time."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField("lập lúc")
    revoked_at = models.DateTimeField("thu hồi lúc", null=True, blank=True)

    class Meta:
        verbose_name = "địa chỉ lịch"
        verbose_name_plural = "địa chỉ lịch"
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(revoked_at=None), name="calendarfeed_one_holds"
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("made_at")),
                name="calendarfeed_revoked_after_made",
            ),
        ]
