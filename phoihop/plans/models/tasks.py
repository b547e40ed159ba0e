"""Tasks under a clause: who does what by when, with which result."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from phoihop.accounts.models import Decision
from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.core.periods import Period
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.plans.statuses import TaskKind, TaskStatus
from phoihop.programmes.models import Clause, DutyRule, Programme
from phoihop.programmes.models.visibility import bodies_written_for

OWN_TASKS_ONLY = frozenset({"committee_member", "area_head"})


"""Roles that see and do only the tasks given to themselves."""


class TaskQuerySet(models.QuerySet["Task"]):
    def visible_to(self, member: Member) -> "TaskQuerySet":
        """Tasks of the programmes one sees, and of one's own body, which may see no more of the programme.

        Committee members and area heads see only their own.
        """
        if member.role in OWN_TASKS_ONLY:
            return self.filter(person=member.person_id)
        seen = Programme.objects.visible_to(member).values("pk")
        return self.filter(
            Q(programme__in=seen) | Q(body__in=bodies_written_for(member.body_id).values("pk"))
        )

    def open(self) -> "TaskQuerySet":
        """Neither finished nor dropped."""
        return self.filter(status__in=[TaskStatus.PLANNED, TaskStatus.DOING])

    def overdue_on(self, day: date) -> "TaskQuerySet":
        """Open and past their last day."""
        return self.open().filter(due_on__lt=day)

    def finished_in(self, period: Period) -> "TaskQuerySet":
        """Finished on a day of the period."""
        return self.filter(status=TaskStatus.DONE, finished_on__range=(period.start, period.end))


class Task(Sampled):
    """A piece of work, event, training, meeting, inspection or survey.

    `plan` is the joint or implementation plan it came from, `plan_key` the key of its item's clause there;
    `programme` and `clause` are those the plan carries out.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="tasks")
    clause = models.ForeignKey(
        Clause,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name="nội dung",
    )
    emergent = models.ForeignKey(
        "plans.EmergentTask",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name="nhiệm vụ phát sinh",
    )
    duty = models.ForeignKey(DutyRule, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks")
    kind = models.CharField("loại", max_length=20, choices=TaskKind)
    title = models.CharField("việc", max_length=300)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="tasks", verbose_name="đơn vị làm")
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người phụ trách",
    )
    place = models.CharField("địa điểm", max_length=200, blank=True)
    starts_on = models.DateField("từ ngày", null=True, blank=True)
    due_on = models.DateField("hạn")
    status = models.CharField("trạng thái", max_length=12, choices=TaskStatus, default=TaskStatus.PLANNED)
    finished_on = models.DateField("xong ngày", null=True, blank=True)
    result = models.TextField("kết quả", blank=True)
    quantity = models.DecimalField("số lượng", max_digits=14, decimal_places=2, null=True, blank=True)
    quantity_unit = models.CharField("đơn vị", max_length=60, blank=True)
    attendance = models.PositiveIntegerField("lượt người", null=True, blank=True)
    rule_changed_at = models.DateTimeField("chế độ đã đổi sau khi làm, lúc", null=True, blank=True)
    planned_quantity = models.DecimalField(
        "số lượng đăng ký", max_digits=14, decimal_places=2, null=True, blank=True
    )
    planned_unit = models.CharField("đơn vị đăng ký", max_length=60, blank=True)
    continues = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="continued_by",
        verbose_name="làm tiếp việc của đơn vị cũ",
    )
    plan = models.ForeignKey(
        Programme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="planned_tasks",
        verbose_name="theo kế hoạch",
    )
    plan_key = models.UUIDField(null=True, blank=True, editable=False)
    coordinators = models.ManyToManyField(Body, blank=True, related_name="+", verbose_name="phối hợp")
    version = models.PositiveIntegerField(default=1)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = "công việc"
        verbose_name_plural = "công việc"
        constraints = [
            one_of("kind", TaskKind, name="task_kind_known"),
            one_of("status", TaskStatus, name="task_status_known"),
            models.CheckConstraint(
                condition=Q(status=TaskStatus.DONE, finished_on__isnull=False)
                | (~Q(status=TaskStatus.DONE) & Q(finished_on=None)),
                name="task_done_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(due_on__gte=F("starts_on")), name="task_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(clause__isnull=False, emergent=None) | Q(clause=None, emergent__isnull=False),
                name="task_of_a_clause_or_emergent",
            ),
            models.UniqueConstraint(
                fields=["emergent", "body"],
                condition=Q(emergent__isnull=False, continues=None),
                name="task_of_an_emergent_once",
            ),
            models.UniqueConstraint(
                fields=["duty", "body", "due_on"], condition=Q(duty__isnull=False), name="task_of_a_duty_once"
            ),
            models.CheckConstraint(
                condition=Q(plan=None, plan_key=None) | Q(plan__isnull=False, plan_key__isnull=False),
                name="task_of_a_plan_names_its_item",
            ),
            models.UniqueConstraint(
                fields=["plan", "plan_key", "body"],
                condition=Q(plan__isnull=False, continues=None),
                name="task_of_a_plan_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class TaskEvidence(models.Model):
    """A file that shows what was done."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="evidence")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "minh chứng"
        verbose_name_plural = "minh chứng"
        constraints = [models.UniqueConstraint(fields=["task", "file"], name="taskevidence_once")]


class TaskDecision(Decision):
    """An act on a task."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với công việc"
        verbose_name_plural = "việc đã làm với công việc"
