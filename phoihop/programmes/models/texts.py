"""What an edition says: its clauses and legal bases, frozen with it."""

import uuid

from django.db import models

from phoihop.programmes.models.editions import Edition
from phoihop.programmes.models.freezing import frozen_with_edition


class ClauseQuerySet(models.QuerySet["Clause"]):
    def same_as(self, clause: "Clause") -> "ClauseQuerySet":
        """The clause in every edition of its programme: what hangs on one hangs on all of them."""
        return self.filter(key=clause.key, edition__programme=clause.edition.programme_id)


class Clause(models.Model):
    """A numbered or bulleted part of the text; `key` stays the same through later editions."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="clauses")
    key = models.UUIDField(default=uuid.uuid4)
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="children"
    )
    order = models.PositiveIntegerField()
    depth = models.PositiveSmallIntegerField()
    label = models.CharField("số thứ tự in", max_length=30)
    path = models.CharField("đường dẫn", max_length=120)
    is_heading = models.BooleanField(default=False)
    text = models.TextField("nội dung")
    span_start = models.PositiveIntegerField(null=True, blank=True)
    span_end = models.PositiveIntegerField(null=True, blank=True)

    objects = ClauseQuerySet.as_manager()

    class Meta:
        verbose_name = "điều khoản"
        verbose_name_plural = "điều khoản"
        ordering = ["edition_id", "order"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "key"], name="clause_key_unique"),
            models.UniqueConstraint(fields=["edition", "order"], name="clause_order_unique"),
        ]
        triggers = [frozen_with_edition("clause_frozen")]

    def __str__(self) -> str:
        return f"{self.path} {self.text[:60]}"


class LegalBasis(models.Model):
    """An instrument the edition rests on, as printed."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="legal_bases")
    order = models.PositiveSmallIntegerField()
    text = models.TextField("căn cứ")
    kind = models.CharField("loại", max_length=30)
    number_text = models.CharField("số, ký hiệu", max_length=80, blank=True)
    issued_on = models.DateField("ngày", null=True, blank=True)

    class Meta:
        verbose_name = "căn cứ"
        verbose_name_plural = "căn cứ"
        ordering = ["edition_id", "order"]
        triggers = [frozen_with_edition("legalbasis_frozen")]
