"""Kỳ chốt số liệu: which days the figures of a period cover, as data of a decree, chosen for each duty."""

from django.db import models
from django.db.models import F, Q

from phoihop.accounts.models import Decision
from phoihop.core.models import one_of
from phoihop.programmes.models import Programme


class WindowFrequency(models.TextChoices):
    MONTHLY = "monthly", "hằng tháng"
    QUARTERLY = "quarterly", "hằng quý"
    HALF_YEARLY = "half_yearly", "6 tháng"
    YEARLY = "yearly", "hằng năm"


class CutoffWindow(models.Model):
    """One line of a decree: from `start_day` of the month `start_months` away from the period's first month
    to `end_day` of the month `end_months` away from its last; for periods that end in the line's days.

    `least_working_days` must lie between the cut-off and the deadline, at each level.
    """

    scheme = models.SlugField("mã văn bản", max_length=40)
    document = models.CharField("văn bản", max_length=120)
    frequency = models.CharField("định kỳ", max_length=20, choices=WindowFrequency)
    start_months = models.SmallIntegerField("tháng bắt đầu, so với tháng đầu kỳ")
    start_day = models.PositiveSmallIntegerField("từ ngày")
    end_months = models.SmallIntegerField("tháng kết thúc, so với tháng cuối kỳ")
    end_day = models.PositiveSmallIntegerField("đến hết ngày")
    least_working_days = models.PositiveSmallIntegerField("số ngày làm việc ít nhất trước hạn", default=0)
    source = models.TextField("nguồn")
    valid_from = models.DateField("áp dụng từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "kỳ chốt số liệu"
        verbose_name_plural = "kỳ chốt số liệu"
        constraints = [
            one_of("frequency", WindowFrequency, name="cutoffwindow_frequency_known"),
            models.UniqueConstraint(
                fields=["scheme", "frequency", "valid_from"], name="cutoffwindow_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(start_day__range=(1, 31), end_day__range=(1, 31)),
                name="cutoffwindow_days_of_a_month",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="cutoffwindow_days_in_order",
            ),
        ]


class DutySetting(models.Model):
    """How a programme reckons the figures of one duty, through all its editions; no row: calendar periods."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="duty_settings")
    duty_key = models.UUIDField()
    scheme = models.SlugField("kỳ số liệu", max_length=40, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "kỳ số liệu của chế độ báo cáo"
        verbose_name_plural = "kỳ số liệu của chế độ báo cáo"
        constraints = [
            models.UniqueConstraint(fields=["programme", "duty_key"], name="dutysetting_once_a_duty")
        ]


class DutySettingDecision(Decision):
    """The choice made, with the one before it."""

    setting = models.ForeignKey(DutySetting, on_delete=models.CASCADE, related_name="decisions")
    before = models.SlugField(max_length=40, blank=True)
    after = models.SlugField(max_length=40, blank=True)

    class Meta:
        verbose_name = "việc đã làm với kỳ số liệu"
        verbose_name_plural = "việc đã làm với kỳ số liệu"
