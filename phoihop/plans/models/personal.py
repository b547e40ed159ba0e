"""Personal action plans of committee members: own commitments for a year, noted by the standing board."""

from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.plans.models.tasks import Task
from phoihop.plans.statuses import PersonalStatus
from phoihop.programmes.models import Clause, Programme
from phoihop.programmes.models.visibility import bodies_written_for


class PersonalPlanQuerySet(models.QuerySet["PersonalPlan"]):
    def visible_to(self, member: Member) -> "PersonalPlanQuerySet":
        """One's own; once sent also the leaders and officers of the body it was sent to, and nobody else."""
        own = Q(person=member.person_id)
        if member.role not in {"leader", "officer"}:
            return self.filter(own)
        board = Q(body__in=bodies_written_for(member.body_id).values("pk"))
        return self.filter(own | (board & ~Q(status=PersonalStatus.DRAFT)))


class PersonalPlan(Sampled):
    """What a person takes on in a year under a programme, as a member of a body."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="personal_plans")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="gửi tới")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="personal_plans")
    year = models.PositiveSmallIntegerField("năm")
    status = models.CharField(
        "trạng thái", max_length=12, choices=PersonalStatus, default=PersonalStatus.DRAFT
    )
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = PersonalPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "chương trình hành động cá nhân"
        verbose_name_plural = "chương trình hành động cá nhân"
        constraints = [
            one_of("status", PersonalStatus, name="personalplan_status_known"),
            models.UniqueConstraint(
                fields=["programme", "person", "year", "body"], name="personalplan_once_a_year"
            ),
            models.CheckConstraint(condition=Q(year__range=(1900, 2199)), name="personalplan_real_year"),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "returned"]) | Q(sent_at__isnull=False),
                name="personalplan_sent_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"Chương trình hành động cá nhân năm {self.year}"


class PersonalCommitment(models.Model):
    """One commitment: what, by when, with which result in view; noted, it becomes the person's task."""

    plan = models.ForeignKey(PersonalPlan, on_delete=models.CASCADE, related_name="commitments")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="+", verbose_name="nội dung")
    content = models.CharField("việc tôi nhận", max_length=300)
    due_on = models.DateField("thời hạn")
    expected = models.CharField("kết quả dự kiến", max_length=300, blank=True)
    task = models.OneToOneField(
        Task, on_delete=models.SET_NULL, null=True, blank=True, related_name="commitment"
    )

    class Meta:
        verbose_name = "cam kết cá nhân"
        verbose_name_plural = "cam kết cá nhân"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(content=""), name="personalcommitment_has_content")
        ]

    def __str__(self) -> str:
        return self.content


class PersonalPlanDecision(Decision):
    """An act on a personal plan."""

    plan = models.ForeignKey(PersonalPlan, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với chương trình hành động cá nhân"
        verbose_name_plural = "việc đã làm với chương trình hành động cá nhân"
