"""Inspections: the team, the units it visits, what it finds, and each finding open until mended."""

from datetime import date

from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.plans.models.tasks import Task
from phoihop.plans.statuses import (
    FindingStatus,
    InspectionRound,
    InspectionStatus,
    Severity,
    TeamRole,
)
from phoihop.programmes.models import Clause
from phoihop.targets.models import Target


class InspectionQuerySet(models.QuerySet["Inspection"]):
    def visible_to(self, member: Member) -> "InspectionQuerySet":
        """Inspections of the tasks one sees; the team's, and once announced those of the units visited."""
        told = ~Q(status=InspectionStatus.PREPARING)
        visited = Inspection.objects.filter(told, visits__body=member.body_id).values("pk")
        team = Inspection.objects.filter(team__person=member.person_id).values("pk")
        seen = Q(task__in=Task.objects.visible_to(member).values("pk"))
        return self.filter(seen | Q(pk__in=visited) | Q(pk__in=team))


class Inspection(Sampled):
    """A task of kind inspection, planned."""

    task = models.OneToOneField(Task, on_delete=models.CASCADE, related_name="inspection")
    status = models.CharField(
        "trạng thái", max_length=12, choices=InspectionStatus, default=InspectionStatus.PREPARING
    )
    round = models.CharField("kỳ kiểm tra", max_length=12, choices=InspectionRound)
    basis = models.CharField("quyết định, kế hoạch kiểm tra", max_length=300, blank=True)
    basis_file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    content = models.TextField("nội dung kiểm tra")
    assessment = models.TextField("đánh giá chung", blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        verbose_name = "cuộc kiểm tra"
        verbose_name_plural = "cuộc kiểm tra"
        constraints = [
            one_of("status", InspectionStatus, name="inspection_status_known"),
            one_of("round", InspectionRound, name="inspection_round_known"),
        ]


class TeamMember(models.Model):
    """A member of the team, for a body; somebody outside the system by name."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="team")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị cử")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField("họ và tên", max_length=160)
    role = models.CharField("vai trò", max_length=12, choices=TeamRole, default=TeamRole.MEMBER)

    class Meta:
        verbose_name = "thành viên đoàn kiểm tra"
        verbose_name_plural = "thành viên đoàn kiểm tra"
        constraints = [
            one_of("role", TeamRole, name="teammember_role_known"),
            models.UniqueConstraint(fields=["inspection", "person"], name="teammember_person_once"),
            models.UniqueConstraint(fields=["inspection", "body", "name"], name="teammember_name_once"),
            models.UniqueConstraint(
                fields=["inspection"], condition=Q(role=TeamRole.HEAD), name="team_has_one_head"
            ),
        ]


class Visit(models.Model):
    """A unit to be visited on a day, and what was seen there."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="visits")
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị được kiểm tra"
    )
    visit_on = models.DateField("ngày kiểm tra")
    starts_at = models.TimeField("giờ", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    is_done = models.BooleanField("đã kiểm tra", default=False)
    result = models.TextField("kết quả đã làm được", blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "đơn vị được kiểm tra"
        verbose_name_plural = "đơn vị được kiểm tra"
        constraints = [
            models.UniqueConstraint(fields=["inspection", "body"], name="visit_once"),
            models.CheckConstraint(
                condition=Q(is_done=False) | ~Q(result=""), name="visit_done_has_a_result"
            ),
        ]
        indexes = [models.Index(fields=["visit_on"], name="visit_by_day")]


class FindingQuerySet(models.QuerySet["Finding"]):
    def visible_to(self, member: Member) -> "FindingQuerySet":
        """Those of the inspections one sees, and what one's own body has to mend."""
        seen = Q(visit__inspection__in=Inspection.objects.visible_to(member).values("pk"))
        return self.filter(seen | Q(body=member.body_id))

    def unmended(self) -> "FindingQuerySet":
        """Still to be mended, or mended but not yet confirmed."""
        return self.exclude(status=FindingStatus.MENDED)

    def overdue_on(self, day: date) -> "FindingQuerySet":
        """Still to be mended and past the last day."""
        return self.filter(status=FindingStatus.OPEN, due_on__lt=day)


class Finding(models.Model):
    """What is wrong at a unit: open until the team confirms that it is mended."""

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="findings")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField("tồn tại, hạn chế")
    severity = models.CharField("mức độ", max_length=12, choices=Severity)
    remedy = models.TextField("việc phải khắc phục")
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="findings", verbose_name="đơn vị phải khắc phục"
    )
    due_on = models.DateField("hạn khắc phục")
    status = models.CharField("trạng thái", max_length=12, choices=FindingStatus, default=FindingStatus.OPEN)
    version = models.PositiveIntegerField(default=1)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = "tồn tại"
        verbose_name_plural = "tồn tại"
        constraints = [
            one_of("severity", Severity, name="finding_severity_known"),
            one_of("status", FindingStatus, name="finding_status_known"),
        ]
        indexes = [
            models.Index(
                fields=["body", "due_on"],
                condition=~Q(status=FindingStatus.MENDED),
                name="finding_unmended",
            )
        ]


class FindingDecision(Decision):
    """An act on a finding: recorded, answered, confirmed, returned, opened again."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với tồn tại"
        verbose_name_plural = "việc đã làm với tồn tại"


class FindingFile(models.Model):
    """A file given with an act on a finding: what was seen, or that it is mended."""

    decision = models.ForeignKey(FindingDecision, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "minh chứng của tồn tại"
        verbose_name_plural = "minh chứng của tồn tại"
        constraints = [models.UniqueConstraint(fields=["decision", "file"], name="findingfile_once")]
