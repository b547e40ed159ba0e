"""The working calendar: holidays and swapped days as data, and every change of them with what it moved."""

from django.db import models

from phoihop.accounts.models import Decision


class CalendarDay(models.Model):
    """A holiday, or a weekend day worked instead of another; as data with its source."""

    class Kind(models.TextChoices):
        HOLIDAY = "holiday", "nghỉ lễ"
        WORKING = "working", "làm bù"

    day = models.DateField("ngày", unique=True)
    kind = models.CharField("loại", max_length=10, choices=Kind)
    name = models.CharField("tên", max_length=120)
    source = models.TextField("nguồn")

    class Meta:
        verbose_name = "ngày nghỉ, ngày làm bù"
        verbose_name_plural = "ngày nghỉ, ngày làm bù"


class CalendarChange(Decision):
    """Days written or taken out at once, and the due days that moved with them; undone as a whole.

    `days`: [{"day", "before": {"kind", "name", "source"} or None, "after": the same}].
    `moves`: [{"duty", "start", "end", "before", "after"}], one for a duty, period and former due day.
    """

    days = models.JSONField("các ngày")
    moves = models.JSONField("hạn nộp đã đổi", default=list)
    moved = models.PositiveIntegerField("số hạn nộp đã đổi", default=0)
    undone_at = models.DateTimeField("hoàn tác lúc", null=True, blank=True)

    class Meta:
        verbose_name = "lần sửa lịch làm việc"
        verbose_name_plural = "lần sửa lịch làm việc"
        ordering = ("-at", "-pk")
