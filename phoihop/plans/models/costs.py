"""What a task is to cost and did cost, and who pays."""

from django.db import models
from django.db.models import Q

from phoihop.core.models import one_of
from phoihop.plans.models.tasks import Task
from phoihop.plans.statuses import CostSource


class CostLine(models.Model):
    """A line of an estimate, in whole đồng; `actual` is None until it is known, 0 when nothing was spent."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="costs")
    content = models.CharField("nội dung chi", max_length=300)
    source = models.CharField("nguồn", max_length=20, choices=CostSource)
    source_name = models.CharField("tên nguồn", max_length=200, blank=True)
    estimate = models.PositiveBigIntegerField("dự toán (đồng)")
    actual = models.PositiveBigIntegerField("thực chi (đồng)", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "khoản chi"
        verbose_name_plural = "khoản chi"
        constraints = [
            one_of("source", CostSource, name="costline_source_known"),
            models.CheckConstraint(
                condition=Q(estimate__lte=10**15) & (Q(actual=None) | Q(actual__lte=10**15)),
                name="costline_amounts_in_reason",
            ),
            models.UniqueConstraint(
                fields=["task", "content", "source", "source_name"], name="costline_never_twice"
            ),
        ]
