"""Technical tables and the abstract parts every domain table is made of; no domain rows here."""

from django.db import models
from django.db.models import CheckConstraint, Q


class Sampled(models.Model):
    """A row that may belong to the sample data; pages and files made from it say so."""

    is_sample = models.BooleanField("số liệu minh họa", default=False)

    class Meta:
        abstract = True


class Submission(models.Model):
    """A form that was sent: its key makes a second sending of the same form a no-op."""

    key = models.UUIDField(primary_key=True)
    user_id = models.BigIntegerField()
    path = models.TextField()
    location = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "lượt gửi"
        verbose_name_plural = "lượt gửi"


def one_of(field: str, choices: type[models.TextChoices], *, name: str) -> CheckConstraint:
    """The database keeps `field` to the values of `choices`."""
    return CheckConstraint(condition=Q(**{f"{field}__in": choices.values}), name=name)
