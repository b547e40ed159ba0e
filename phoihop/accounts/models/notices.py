"""What a person is told, in the app."""

from django.db import models
from django.db.models import Q

from phoihop.core.models import Sampled
from phoihop.organisations.models import Body
from phoihop.people.models import Person


class Notice(Sampled):
    """A message to a person, shown in the app."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, null=True, related_name="+")
    text = models.TextField("nội dung")
    url = models.CharField(max_length=200, blank=True)
    dedup_key = models.CharField(max_length=120)
    at = models.DateTimeField("lúc")
    read_at = models.DateTimeField("đọc lúc", null=True, blank=True)

    class Meta:
        verbose_name = "thông báo"
        verbose_name_plural = "thông báo"
        constraints = [models.UniqueConstraint(fields=["person", "dedup_key"], name="notice_never_twice")]
        indexes = [
            models.Index(fields=["person"], condition=Q(read_at=None), name="notice_unread"),
            models.Index(fields=["person", "-at"], name="notice_latest_first"),
        ]
