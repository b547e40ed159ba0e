"""What an adopting programme must reach of its parent's targets, by their keys."""

from django.db import models
from django.db.models import Q

from phoihop.programmes.models import Programme


class AdoptedTarget(models.Model):
    """Of the parent's target `key`: the `share` given from above, and the higher `value` set here.

    Both are in the target's unit. Which is stricter is asked when read, as the parent may change its own.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="adopted_targets")
    key = models.UUIDField()
    share = models.DecimalField("phần được giao", max_digits=18, decimal_places=4, null=True, blank=True)
    value = models.DecimalField("mức tự đặt", max_digits=18, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = "chỉ tiêu nhận của cấp trên"
        verbose_name_plural = "chỉ tiêu nhận của cấp trên"
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="adoptedtarget_once"),
            models.CheckConstraint(
                condition=Q(share__isnull=False) | Q(value__isnull=False), name="adoptedtarget_says_something"
            ),
            models.CheckConstraint(
                condition=(Q(share=None) | Q(share__gte=0)) & (Q(value=None) | Q(value__gte=0)),
                name="adoptedtarget_not_negative",
            ),
        ]
