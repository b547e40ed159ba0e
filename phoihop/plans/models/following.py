"""Who follows a clause for a body: its focal person and its leader, from day to day."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Func, Q, Value

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled, one_of
from phoihop.organisations.models import Body, DatedQuerySet
from phoihop.people.models import Person
from phoihop.plans.statuses import FollowerRole
from phoihop.programmes.models import Clause, Programme


def _same(number: F | Func) -> Func:
    """Equal numbers as ranges that touch: exclusion over ranges needs no extension."""
    return Func(number, number, Value("[]"), function="int8range")


class Follower(Sampled):
    """A person who follows a clause for a body in a role, for a span of days (both included).

    `clause_key` is what counts through later editions; `clause` is the row seen when it was set.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="followers")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="followers")
    clause_key = models.UUIDField("mã nội dung", editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name="người")
    role = models.CharField("vai trò", max_length=10, choices=FollowerRole)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = DatedQuerySet["Follower"].as_manager()

    class Meta:
        verbose_name = "người theo dõi nội dung"
        verbose_name_plural = "người theo dõi nội dung"
        constraints = [
            one_of("role", FollowerRole, name="follower_role_known"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="follower_days_in_order"
            ),
            ExclusionConstraint(
                name="follower_one_a_day",
                expressions=[
                    (_same(F("programme")), "&&"),
                    (_same(F("body")), "&&"),
                    (_same(Func(F("clause_key"), Value(0), function="uuid_hash_extended")), "&&"),
                    (_same(Func(F("role"), function="hashtext")), "&&"),
                    (
                        Func(
                            F("valid_from"),
                            F("valid_to"),
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
            ),
        ]
        indexes = [
            models.Index(fields=["programme", "body"]),
            models.Index(fields=["person"], condition=Q(valid_to=None), name="follower_of_a_person"),
        ]


class HandingOver(Decision, Sampled):
    """All clauses and open tasks of one person at a body given to another.

    `undo`: {"ended": [[follower id, former last day]], "given": [ids], "made": [ids],
    "stands": {id: last day then}, "tasks": {id: version then}}.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị")
    from_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    to_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    effective_on = models.DateField("từ ngày")
    undo = models.JSONField("để hoàn tác", default=dict, editable=False)
    undone_at = models.DateTimeField("hoàn tác lúc", null=True, blank=True)

    class Meta:
        verbose_name = "bàn giao việc theo dõi"
        verbose_name_plural = "bàn giao việc theo dõi"
        constraints = [
            models.CheckConstraint(condition=~Q(from_person=F("to_person")), name="handingover_to_another")
        ]
