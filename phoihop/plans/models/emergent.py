"""Nhiệm vụ phát sinh: a task the parties agree on outside any clause of the text."""

from django.db import models
from django.db.models import Q

from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.plans.statuses import Answer, EmergentStatus, TaskKind
from phoihop.programmes.models import Programme


class EmergentTaskQuerySet(models.QuerySet["EmergentTask"]):
    def visible_to(self, member: Member) -> "EmergentTaskQuerySet":
        """Those of the programmes one sees."""
        return self.filter(programme__in=Programme.objects.visible_to(member).values("pk"))


class EmergentTask(Sampled):
    """What one party proposes: content, who leads, by when, why; a task once all that were asked agree."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="emergent_tasks")
    kind = models.CharField("loại", max_length=20, choices=TaskKind)
    title = models.CharField("việc", max_length=300)
    content = models.TextField("nội dung", blank=True)
    reason = models.TextField("lý do")
    lead = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="chủ trì")
    due_on = models.DateField("hạn")
    proposed_by_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="+", verbose_name="bên đề xuất"
    )
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField("đề xuất lúc")
    status = models.CharField(
        "trạng thái", max_length=12, choices=EmergentStatus, default=EmergentStatus.PROPOSED
    )
    agreed_at = models.DateTimeField("thống nhất lúc", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = EmergentTaskQuerySet.as_manager()

    class Meta:
        verbose_name = "nhiệm vụ phát sinh"
        verbose_name_plural = "nhiệm vụ phát sinh"
        constraints = [
            one_of("kind", TaskKind, name="emergenttask_kind_known"),
            one_of("status", EmergentStatus, name="emergenttask_status_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="emergenttask_has_a_reason"),
            models.CheckConstraint(
                condition=Q(status=EmergentStatus.AGREED, agreed_at__isnull=False)
                | (~Q(status=EmergentStatus.AGREED) & Q(agreed_at=None)),
                name="emergenttask_agreed_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class EmergentPart(models.Model):
    """A body's part in it: whether it coordinates, whether its word is asked for, and what it answered."""

    emergent = models.ForeignKey(EmergentTask, on_delete=models.CASCADE, related_name="parts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị")
    is_coordinator = models.BooleanField("phối hợp", default=False)
    is_asked = models.BooleanField("cần ý kiến", default=True)
    answer = models.CharField("trả lời", max_length=10, choices=Answer, default=Answer.WAITING)
    reason = models.TextField("lý do", blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField("trả lời lúc", null=True, blank=True)

    class Meta:
        verbose_name = "phần việc trong nhiệm vụ phát sinh"
        verbose_name_plural = "phần việc trong nhiệm vụ phát sinh"
        constraints = [
            one_of("answer", Answer, name="emergentpart_answer_known"),
            models.UniqueConstraint(fields=["emergent", "body"], name="emergentpart_once"),
            models.CheckConstraint(
                condition=~Q(answer=Answer.DECLINED) | ~Q(reason=""), name="emergentpart_refusal_explained"
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.WAITING, answered_at=None, answered_by=None)
                | (~Q(answer=Answer.WAITING) & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="emergentpart_answer_has_a_person",
            ),
            models.CheckConstraint(
                condition=Q(is_asked=True) | Q(answer=Answer.WAITING), name="emergentpart_asked_before_answer"
            ),
        ]
