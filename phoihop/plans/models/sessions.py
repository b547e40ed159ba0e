"""Sessions of a training, a campaign or an event: what, for whom, by whom, where, how many came."""

from django.db import models
from django.db.models import F, Q

from phoihop.core.models import Sampled, one_of
from phoihop.people.models import Person
from phoihop.plans.models.tasks import Task
from phoihop.plans.statuses import SessionStatus


class Session(Sampled):
    """One session of a task. Attendances (lượt người) are counts alone: nobody who came is named here."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="sessions")
    held_on = models.DateField("ngày")
    starts_at = models.TimeField("từ giờ", null=True, blank=True)
    ends_at = models.TimeField("đến giờ", null=True, blank=True)
    topic = models.CharField("nội dung", max_length=300)
    audience = models.CharField("đối tượng dự", max_length=200, blank=True)
    speaker = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    speaker_name = models.CharField("báo cáo viên mời ngoài", max_length=160, blank=True)
    venue = models.CharField("địa điểm", max_length=200)
    planned_attendance = models.PositiveIntegerField("số lượt người dự kiến", null=True, blank=True)
    status = models.CharField(
        "trạng thái", max_length=12, choices=SessionStatus, default=SessionStatus.PLANNED
    )
    attendance = models.PositiveIntegerField("số lượt người đã dự", null=True, blank=True)
    women = models.PositiveIntegerField("trong đó nữ", null=True, blank=True)
    members = models.PositiveIntegerField("trong đó đoàn viên, hội viên", null=True, blank=True)
    cancel_reason = models.CharField("lý do không tổ chức", max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "buổi"
        verbose_name_plural = "buổi"
        constraints = [
            one_of("status", SessionStatus, name="session_status_known"),
            models.CheckConstraint(
                condition=Q(status=SessionStatus.HELD, attendance__isnull=False)
                | (~Q(status=SessionStatus.HELD) & Q(attendance=None, women=None, members=None)),
                name="session_held_has_an_attendance",
            ),
            models.CheckConstraint(
                condition=Q(status=SessionStatus.CANCELLED) ^ Q(cancel_reason=""),
                name="session_cancelled_has_a_reason",
            ),
            models.CheckConstraint(
                condition=(Q(women=None) | Q(women__lte=F("attendance")))
                & (Q(members=None) | Q(members__lte=F("attendance"))),
                name="session_parts_within_the_whole",
            ),
            models.CheckConstraint(
                condition=Q(speaker=None) | Q(speaker_name=""), name="session_one_kind_of_speaker"
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")), name="session_times_in_order"
            ),
            models.UniqueConstraint(
                fields=["task", "held_on", "starts_at", "topic", "venue"],
                nulls_distinct=False,
                name="session_never_twice",
            ),
        ]
        indexes = [models.Index(fields=["held_on"], name="session_by_day")]

    def __str__(self) -> str:
        return self.topic
