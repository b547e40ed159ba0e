"""Đôn đốc: who was reminded of what, on which day, by which official letter."""

from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models import OutgoingEntry
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.plans.models import Obstacle, Task
from phoihop.programmes.models import Programme
from phoihop.programmes.models.visibility import bodies_of
from phoihop.reports.models.obligations import Obligation
from phoihop.reports.statuses import ChaseStatus


class ChaseQuerySet(models.QuerySet["Chase"]):
    def visible_to(self, member: Member) -> "ChaseQuerySet":
        """The body that chases, the lead, and the units chased."""
        mine = bodies_of(member.body_id).values("pk")
        chased = ChaseItem.objects.filter(unit__in=mine).values("chase")
        return self.filter(Q(body__in=mine) | Q(programme__lead__in=mine) | Q(pk__in=chased))


class Chase(Sampled):
    """One act of reminding: what is asked of several units, and by which day now."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="chases")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị đôn đốc")
    chased_on = models.DateField("ngày đôn đốc")
    requested_by = models.DateField("yêu cầu xong trước hết ngày")
    note = models.TextField("yêu cầu thêm", blank=True)
    status = models.CharField("trạng thái", max_length=10, choices=ChaseStatus, default=ChaseStatus.MADE)
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outgoing_entry = models.OneToOneField(
        OutgoingEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lập lúc")
    version = models.PositiveIntegerField(default=1)

    objects = ChaseQuerySet.as_manager()

    class Meta:
        verbose_name = "đôn đốc"
        verbose_name_plural = "đôn đốc"
        constraints = [
            one_of("status", ChaseStatus, name="chase_status_known"),
            models.CheckConstraint(
                condition=Q(requested_by__gte=models.F("chased_on")), name="chase_asks_for_a_day_to_come"
            ),
            models.CheckConstraint(
                condition=Q(status=ChaseStatus.NUMBERED, outgoing_entry__isnull=False)
                | (~Q(status=ChaseStatus.NUMBERED) & Q(outgoing_entry=None)),
                name="chase_numbered_has_a_number",
            ),
        ]
        indexes = [models.Index(fields=["programme", "-chased_on"])]


class ChaseItemQuerySet(models.QuerySet["ChaseItem"]):
    def standing(self) -> "ChaseItemQuerySet":
        """Those of acts that were not undone."""
        return self.filter(is_undone=False)


class ChaseItem(models.Model):
    """One thing a unit was reminded of: a report, a task, an answer to an obstacle."""

    chase = models.ForeignKey(Chase, on_delete=models.CASCADE, related_name="items")
    unit = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị")
    obligation = models.ForeignKey(
        Obligation, on_delete=models.CASCADE, null=True, blank=True, related_name="chased"
    )
    task = models.ForeignKey(Task, on_delete=models.CASCADE, null=True, blank=True, related_name="chased")
    obstacle = models.ForeignKey(
        Obstacle, on_delete=models.CASCADE, null=True, blank=True, related_name="chased"
    )
    words = models.TextField("việc còn thiếu")
    due_on = models.DateField("hạn đã qua")
    chased_on = models.DateField("ngày đôn đốc")
    is_undone = models.BooleanField(default=False)

    objects = ChaseItemQuerySet.as_manager()

    class Meta:
        verbose_name = "việc được đôn đốc"
        verbose_name_plural = "việc được đôn đốc"
        constraints = [
            models.CheckConstraint(
                condition=Q(obligation__isnull=False, task=None, obstacle=None)
                | Q(obligation=None, task__isnull=False, obstacle=None)
                | Q(obligation=None, task=None, obstacle__isnull=False),
                name="chaseitem_is_of_one_thing",
            ),
            *(
                models.UniqueConstraint(
                    fields=[name, "chased_on"],
                    condition=Q(is_undone=False, **{f"{name}__isnull": False}),
                    name=f"chaseitem_{name}_once_a_day",
                )
                for name in ("obligation", "task", "obstacle")
            ),
        ]
        indexes = [models.Index(fields=["unit", "-chased_on"])]


class ChaseDecision(Decision):
    """An act on it: made, signed, numbered, undone."""

    chase = models.ForeignKey(Chase, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với đôn đốc"
        verbose_name_plural = "việc đã làm với đôn đốc"
