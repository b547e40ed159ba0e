"""What was read from the text and confirmed by a person; a wrong reading is mended with a reason."""

import uuid

from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.models import one_of
from phoihop.organisations.models import Body
from phoihop.programmes.models.editions import Edition
from phoihop.programmes.models.texts import Clause


class AssignmentRole(models.TextChoices):
    LEAD = "lead", "chủ trì"
    COORDINATE = "coordinate", "phối hợp"
    ADVISE = "advise", "tham mưu"
    FOCAL = "focal", "đầu mối"
    IMPLEMENT = "implement", "thực hiện"
    SUPERVISE = "supervise", "giám sát"


class Assignment(models.Model):
    """A body's role in a clause."""

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="assignments")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField("vai trò", max_length=20, choices=AssignmentRole)
    text = models.TextField("câu gốc", blank=True)
    span_start = models.PositiveIntegerField(null=True, blank=True)
    span_end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = "phân công"
        verbose_name_plural = "phân công"
        constraints = [
            one_of("role", AssignmentRole, name="assignment_role_known"),
            models.UniqueConstraint(fields=["clause", "body", "role"], name="assignment_once"),
        ]


class DutyKind(models.TextChoices):
    REPORT = "report", "báo cáo"
    REVIEW = "review", "sơ kết, tổng kết"
    MEETING = "meeting", "họp"
    SURVEY = "survey", "khảo sát, lấy ý kiến"
    EVENT = "event", "hoạt động, sự kiện"
    INSPECTION = "inspection", "kiểm tra"


class Frequency(models.TextChoices):
    MONTHLY = "monthly", "hằng tháng"
    QUARTERLY = "quarterly", "hằng quý"
    HALF_YEARLY = "half_yearly", "6 tháng"
    YEARLY = "yearly", "hằng năm"
    EVERY_3_YEARS = "every_3_years", "sau 3 năm"
    EVERY_5_YEARS = "every_5_years", "sau 5 năm"
    FINAL = "final", "kết thúc chương trình"
    ONCE = "once", "một lần"
    ON_DEMAND = "on_demand", "khi có yêu cầu"


class DueAnchor(models.TextChoices):
    PERIOD_END = "period_end", "hết kỳ"
    LAST_MONTH = "last_month", "ngày trong tháng cuối kỳ"
    MONTH_AFTER = "month_after", "ngày trong tháng sau kỳ"
    FIXED_DATE = "fixed_date", "ngày, tháng cố định"
    AFTER_PERIOD = "after_period", "số ngày kể từ khi hết kỳ"
    AFTER_EVENT = "after_event", "số ngày kể từ một việc"
    LAST_WORKING_DAY = "last_working_day", "ngày làm việc cuối cùng của kỳ"


OFFSET_ANCHORS = [DueAnchor.AFTER_PERIOD, DueAnchor.AFTER_EVENT]


class Shift(models.TextChoices):
    NONE = "none", "giữ nguyên"
    NEXT = "next", "lùi sang ngày làm việc sau"
    PREVIOUS = "previous", "sớm về ngày làm việc trước"


class DutyRuleManager(models.Manager["DutyRule"]):
    """The duties of the text; those somebody asked for by name are reached through what asks for them."""

    def get_queryset(self) -> models.QuerySet["DutyRule"]:
        return super().get_queryset().filter(is_asked=False)


class DutyRule(models.Model):
    """A duty of the text as a rule: what, how often, due when; its bodies are duty parties.

    `due_day` counts days of the anchor month; strict means the last good day is the one before. `offset_days`
    counts from the anchor (the end of the period, or the day of `event_name`), negative before it. `key` is
    the duty's lasting identity through editions, as a clause's. `is_asked`: not in the text, a special report
    somebody asked for under this clause; it goes into no other edition.
    """

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="duties")
    key = models.UUIDField(default=uuid.uuid4)
    kind = models.CharField("việc", max_length=20, choices=DutyKind)
    frequency = models.CharField("định kỳ", max_length=20, choices=Frequency)
    name = models.CharField("tên gọi", max_length=200)
    text = models.TextField("câu gốc", blank=True)
    span_start = models.PositiveIntegerField(null=True, blank=True)
    span_end = models.PositiveIntegerField(null=True, blank=True)
    anchor = models.CharField("mốc tính hạn", max_length=20, choices=DueAnchor, default=DueAnchor.PERIOD_END)
    due_day = models.PositiveSmallIntegerField("ngày", null=True, blank=True)
    due_month = models.PositiveSmallIntegerField("tháng", null=True, blank=True)
    due_strict = models.BooleanField("trước ngày (không gồm ngày đó)", default=False)
    shift = models.CharField("gặp ngày nghỉ", max_length=10, choices=Shift, default=Shift.NONE)
    is_due_printed = models.BooleanField("văn bản có ghi hạn", default=False)
    offset_days = models.SmallIntegerField("số ngày", null=True, blank=True)
    offset_working = models.BooleanField("tính theo ngày làm việc", default=False)
    event_name = models.CharField("việc làm mốc", max_length=120, blank=True)
    is_asked = models.BooleanField("báo cáo đột xuất, chuyên đề", default=False, editable=False)
    via_text = models.CharField("qua đầu mối", max_length=200, blank=True)

    objects = DutyRuleManager()
    everywhere = models.Manager["DutyRule"]()

    class Meta:
        base_manager_name = "everywhere"
        verbose_name = "chế độ báo cáo, việc định kỳ"
        verbose_name_plural = "chế độ báo cáo, việc định kỳ"
        constraints = [
            models.UniqueConstraint(fields=["clause", "key"], name="dutyrule_key_unique"),
            one_of("kind", DutyKind, name="dutyrule_kind_known"),
            one_of("frequency", Frequency, name="dutyrule_frequency_known"),
            one_of("anchor", DueAnchor, name="dutyrule_anchor_known"),
            one_of("shift", Shift, name="dutyrule_shift_known"),
            models.CheckConstraint(
                condition=Q(due_day=None) | Q(due_day__range=(1, 31)), name="dutyrule_day_of_a_month"
            ),
            models.CheckConstraint(
                condition=Q(anchor__in=[DueAnchor.PERIOD_END, DueAnchor.LAST_WORKING_DAY])
                | Q(anchor__in=OFFSET_ANCHORS, offset_days__isnull=False)
                | (~Q(anchor__in=OFFSET_ANCHORS) & Q(due_day__isnull=False)),
                name="dutyrule_day_given",
            ),
            models.CheckConstraint(
                condition=Q(offset_days=None) | Q(offset_days__range=(-366, 366)),
                name="dutyrule_offset_within_a_year",
            ),
            models.CheckConstraint(
                condition=~Q(anchor=DueAnchor.AFTER_EVENT) | Q(frequency=Frequency.ON_DEMAND),
                name="dutyrule_event_is_asked_for",
            ),
        ]


class DutySide(models.TextChoices):
    OWES = "owes", "thực hiện"
    REVIEWS = "reviews", "nhận và duyệt"
    TAKES_NOTE = "takes_note", "nhận để biết"


class DutyParty(models.Model):
    """A body on one side of a duty."""

    duty = models.ForeignKey(DutyRule, on_delete=models.CASCADE, related_name="parties")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="duty_rows")
    side = models.CharField("bên", max_length=12, choices=DutySide)

    class Meta:
        verbose_name = "bên trong chế độ báo cáo"
        verbose_name_plural = "bên trong chế độ báo cáo"
        constraints = [
            one_of("side", DutySide, name="dutyparty_side_known"),
            models.UniqueConstraint(fields=["duty", "body", "side"], name="dutyparty_once"),
        ]


class Mending(Decision):
    """A wrong reading mended (sửa lỗi nhập): before, after, reason; the signed text is untouched."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="mendings")
    subject = models.CharField("loại", max_length=20)
    subject_id = models.BigIntegerField()
    before = models.JSONField("trước")
    after = models.JSONField("sau")

    class Meta:
        verbose_name = "sửa lỗi nhập"
        verbose_name_plural = "sửa lỗi nhập"
