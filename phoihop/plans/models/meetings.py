"""Meetings of a programme: who is called, what is talked about, what was said and concluded."""

from django.db import models
from django.db.models import F, Q

from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.plans.models.tasks import Task
from phoihop.plans.statuses import Attendance, MeetingStatus


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, member: Member) -> "MeetingQuerySet":
        """Meetings of the tasks one sees; once called, also by whoever is invited, in person or as a body."""
        called = ~Q(status=MeetingStatus.PREPARING)
        invited = Q(invitees__person=member.person_id) | Q(invitees__body=member.body_id)
        seen = Q(task__in=Task.objects.visible_to(member).values("pk"))
        mine = Q(pk__in=Meeting.objects.filter(called & invited).values("pk"))
        leads = Q(chair=member.person_id) | Q(secretary=member.person_id)
        return self.filter(seen | mine | leads)


class Meeting(Sampled):
    """A task of kind meeting, planned: its minutes stand in the agenda, locked once the chair confirmed."""

    task = models.OneToOneField(Task, on_delete=models.CASCADE, related_name="meeting")
    status = models.CharField(
        "trạng thái", max_length=12, choices=MeetingStatus, default=MeetingStatus.PREPARING
    )
    subject = models.CharField("về việc", max_length=300)
    held_on = models.DateField("ngày họp")
    starts_at = models.TimeField("giờ bắt đầu")
    ended_at = models.TimeField("giờ kết thúc", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200)
    chair = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    chair_name = models.CharField("chủ tọa", max_length=160)
    chair_capacity = models.CharField("chức vụ của chủ tọa", max_length=200, blank=True)
    secretary = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    secretary_name = models.CharField("thư ký", max_length=160)
    secretary_capacity = models.CharField("chức vụ của thư ký", max_length=200, blank=True)
    is_numbered = models.BooleanField("biên bản có số, ký hiệu", default=True)
    version = models.PositiveIntegerField(default=1)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "cuộc họp"
        verbose_name_plural = "cuộc họp"
        constraints = [
            one_of("status", MeetingStatus, name="meeting_status_known"),
            models.CheckConstraint(
                condition=~Q(status=MeetingStatus.CONFIRMED) | Q(ended_at__isnull=False),
                name="meeting_confirmed_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gt=F("starts_at")), name="meeting_times_in_order"
            ),
            models.CheckConstraint(
                condition=Q(chair=None) | Q(secretary=None) | ~Q(chair=F("secretary")),
                name="meeting_chair_writes_no_minutes",
            ),
        ]
        indexes = [models.Index(fields=["held_on"], name="meeting_by_day")]

    def __str__(self) -> str:
        return self.subject


class Invitee(models.Model):
    """A body, a person of the system or somebody from outside; and how they came."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invitees")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outside = models.CharField("khách mời ngoài", max_length=200, blank=True)
    attendance = models.CharField("dự họp", max_length=12, choices=Attendance, default=Attendance.EXPECTED)
    people = models.PositiveSmallIntegerField("số người dự", default=0)
    by_whom = models.CharField("người dự", max_length=200, blank=True)
    reason = models.CharField("lý do vắng", max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "thành phần mời họp"
        verbose_name_plural = "thành phần mời họp"
        constraints = [
            one_of("attendance", Attendance, name="invitee_attendance_known"),
            models.CheckConstraint(
                condition=Q(body__isnull=False, person=None, outside="")
                | Q(body=None, person__isnull=False, outside="")
                | (Q(body=None, person=None) & ~Q(outside="")),
                name="invitee_is_one_of_three",
            ),
            models.CheckConstraint(
                condition=Q(attendance__in=[Attendance.PRESENT, Attendance.REPRESENTED], people__gte=1)
                | Q(attendance__in=[Attendance.EXPECTED, Attendance.ABSENT], people=0),
                name="invitee_people_are_there_or_not",
            ),
            models.CheckConstraint(
                condition=~Q(attendance=Attendance.ABSENT) | ~Q(reason=""), name="invitee_absent_has_a_reason"
            ),
            models.CheckConstraint(
                condition=~Q(attendance=Attendance.REPRESENTED) | ~Q(by_whom=""),
                name="invitee_represented_by_somebody",
            ),
            models.UniqueConstraint(fields=["meeting", "body"], name="invitee_body_once"),
            models.UniqueConstraint(fields=["meeting", "person"], name="invitee_person_once"),
            models.UniqueConstraint(
                fields=["meeting", "outside"], condition=~Q(outside=""), name="invitee_outside_once"
            ),
        ]


class AgendaItem(models.Model):
    """A point of the agenda with what was said about it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField("thứ tự")
    content = models.CharField("nội dung", max_length=500)
    presenter = models.CharField("người trình bày", max_length=200, blank=True)
    minutes = models.TextField("diễn biến", blank=True)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "nội dung họp"
        verbose_name_plural = "nội dung họp"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "order"], name="agendaitem_in_order", deferrable=models.Deferrable.DEFERRED
            )
        ]


class Conclusion(models.Model):
    """What the meeting concluded; becomes a task once."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="conclusions")
    order = models.PositiveSmallIntegerField("thứ tự")
    text = models.CharField("kết luận", max_length=1000)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị làm"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người làm"
    )
    due_on = models.DateField("hạn", null=True, blank=True)
    task = models.OneToOneField(
        Task, on_delete=models.PROTECT, null=True, blank=True, related_name="conclusion"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "kết luận"
        verbose_name_plural = "kết luận"
        constraints = [models.UniqueConstraint(fields=["meeting", "order"], name="conclusion_in_order")]
