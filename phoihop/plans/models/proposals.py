"""What each party would lead in next year's joint plan (kế hoạch liên tịch), until the round is closed."""

import uuid
from typing import Self

from django.db import models
from django.db.models import F, Q

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled, one_of
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.plans.statuses import CostSource, ProposalStatus, TaskKind
from phoihop.programmes.models import Clause, Programme


class ProposalRound(Sampled):
    """The call for proposals to the plan of a year; closing it drafts `plan`.

    `draft_version` is the draft's version as it was made: while it stands so, closing can be undone.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="proposal_rounds")
    year = models.PositiveSmallIntegerField("năm")
    due_on = models.DateField("gửi đề xuất trước hết ngày")
    note = models.TextField("lời mời", blank=True)
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField("mở lúc")
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField("khép lại lúc", null=True, blank=True)
    plan = models.OneToOneField(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="proposal_round"
    )
    draft_version = models.PositiveIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "đợt đề xuất kế hoạch"
        verbose_name_plural = "đợt đề xuất kế hoạch"
        constraints = [
            models.UniqueConstraint(fields=["programme", "year"], name="proposalround_once_a_year"),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, plan=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False, plan__isnull=False),
                name="proposalround_closed_has_a_plan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme}, {self.year}"


class ProposalCall(models.Model):
    """A party asked; answered once it says that its proposals are complete, or that it has none."""

    round = models.ForeignKey(ProposalRound, on_delete=models.CASCADE, related_name="calls")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị")
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField("trả lời lúc", null=True, blank=True)

    class Meta:
        verbose_name = "lời mời đề xuất"
        verbose_name_plural = "lời mời đề xuất"
        constraints = [models.UniqueConstraint(fields=["round", "body"], name="proposalcall_once")]


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def standing(self) -> Self:
        """What is on the table: neither withdrawn nor merged into another."""
        return self.exclude(status__in=[ProposalStatus.WITHDRAWN, ProposalStatus.MERGED])

    def accepted(self) -> Self:
        """What goes, or went, into the plan."""
        return self.filter(status=ProposalStatus.ACCEPTED)


class Proposal(Sampled):
    """A content `body` would lead. Accepted, it is an item of the plan, whose clause there has this `key`.

    A merged one keeps its row as a source of the one it went into. `cost` is in đồng.
    """

    round = models.ForeignKey(ProposalRound, on_delete=models.CASCADE, related_name="proposals")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="chủ trì")
    clause = models.ForeignKey(
        Clause, on_delete=models.PROTECT, related_name="proposals", verbose_name="nội dung của chương trình"
    )
    kind = models.CharField("loại việc", max_length=20, choices=TaskKind, default=TaskKind.WORK)
    content = models.CharField("nội dung", max_length=300)
    coordinators = models.ManyToManyField(Body, blank=True, related_name="+", verbose_name="phối hợp")
    place = models.CharField("địa điểm", max_length=200, blank=True)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến ngày")
    target_value = models.DecimalField("chỉ tiêu", max_digits=14, decimal_places=2, null=True, blank=True)
    target_unit = models.CharField("đơn vị tính", max_length=60, blank=True)
    target_words = models.CharField("chỉ tiêu bằng lời", max_length=300, blank=True)
    expected_result = models.CharField("kết quả dự kiến", max_length=500, blank=True)
    cost = models.PositiveBigIntegerField("kinh phí dự kiến (đồng)", null=True, blank=True)
    cost_source = models.CharField("nguồn", max_length=20, choices=CostSource, blank=True)
    cost_source_name = models.CharField("tên nguồn", max_length=200, blank=True)
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người phụ trách",
    )
    order = models.PositiveIntegerField("thứ tự", default=0)
    status = models.CharField("trạng thái", max_length=12, choices=ProposalStatus, default="proposed")
    note = models.TextField("ý kiến của cơ quan đầu mối", blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="sources"
    )
    carried_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="carried_to"
    )
    proposed_at = models.DateTimeField("đề xuất lúc")
    version = models.PositiveIntegerField(default=1)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "đề xuất vào kế hoạch liên tịch"
        verbose_name_plural = "đề xuất vào kế hoạch liên tịch"
        ordering = ["round_id", "order", "pk"]
        constraints = [
            one_of("kind", TaskKind, name="proposal_kind_known"),
            one_of("status", ProposalStatus, name="proposal_status_known"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="proposal_days_in_order"),
            models.CheckConstraint(
                condition=Q(status=ProposalStatus.MERGED, merged_into__isnull=False)
                | (~Q(status=ProposalStatus.MERGED) & Q(merged_into=None)),
                name="proposal_merged_into_one",
            ),
            models.CheckConstraint(
                condition=~Q(status=ProposalStatus.RETURNED) | ~Q(note=""), name="proposal_returned_says_why"
            ),
            models.CheckConstraint(
                condition=Q(target_value=None) | (Q(target_value__gt=0) & ~Q(target_unit="")),
                name="proposal_target_has_a_unit",
            ),
            models.CheckConstraint(
                condition=Q(cost=None, cost_source="", cost_source_name="")
                | Q(cost__lte=10**15, cost_source__in=CostSource.values),
                name="proposal_cost_has_a_source",
            ),
            models.UniqueConstraint(fields=["round", "carried_from"], name="proposal_carried_once"),
        ]

    def __str__(self) -> str:
        return self.content


class ProposalDecision(Decision):
    """An act on a proposal: made, changed, accepted, merged, returned, withdrawn."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với đề xuất"
        verbose_name_plural = "việc đã làm với đề xuất"


class PlanDeadline(Sampled):
    """The day by which each party makes its implementation plan, where no clause says one.

    Without a year it is for plans of the whole period.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="plan_deadlines")
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    due_on = models.DateField("hạn lập kế hoạch thực hiện")
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField("đặt lúc")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "hạn lập kế hoạch thực hiện"
        verbose_name_plural = "hạn lập kế hoạch thực hiện"
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "year"], name="plandeadline_once", nulls_distinct=False
            )
        ]
