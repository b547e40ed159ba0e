"""Registration: each year the lead asks units what they will do; each fills in its sheet (bảng đăng ký)."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from phoihop.accounts.models import Decision
from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.organisations.models import Area, Body
from phoihop.people.models import Person
from phoihop.plans.models.tasks import Task
from phoihop.plans.statuses import RegistrationStatus, TaskKind
from phoihop.programmes.models import Clause, Programme
from phoihop.programmes.models.visibility import bodies_of
from phoihop.targets.models import Target


class RegistrationRound(Sampled):
    """A year's registration under a programme: who was asked, until when, and what a sheet should hold.

    `min_items` and `min_areas` (different places) are what the text asks of each sheet; 0 asks nothing.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="registration_rounds")
    year = models.PositiveSmallIntegerField("năm")
    due_on = models.DateField("hạn gửi")
    note = models.TextField("lời nhắn", blank=True)
    min_items = models.PositiveSmallIntegerField("ít nhất số nội dung", default=0)
    min_areas = models.PositiveSmallIntegerField("ít nhất số địa bàn", default=0)
    rule_text = models.CharField("yêu cầu trong văn bản", max_length=300, blank=True)
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField("mở lúc")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "đợt đăng ký"
        verbose_name_plural = "đợt đăng ký"
        constraints = [
            models.UniqueConstraint(fields=["programme", "year"], name="registrationround_once_a_year"),
            models.CheckConstraint(condition=Q(year__range=(1900, 2199)), name="registrationround_real_year"),
        ]

    def __str__(self) -> str:
        return f"Đăng ký năm {self.year}"


class RegistrationSheetQuerySet(models.QuerySet["RegistrationSheet"]):
    def visible_to(self, member: Member) -> "RegistrationSheetQuerySet":
        """One's own body's sheets, also where the programme itself is not seen; else with the programme."""
        seen = Programme.objects.visible_to(member).values("pk")
        mine = bodies_of(member.body_id).values("pk")
        return self.filter(Q(body__in=mine) | Q(round__programme__in=seen))

    def missing(self) -> "RegistrationSheetQuerySet":
        """Asked for, and neither sent nor accepted."""
        return self.filter(status__in=[RegistrationStatus.DRAFT, RegistrationStatus.RETURNED], ended_on=None)


_OF_A_STANDING_BODY = """
IF NEW.ended_on IS NULL AND NEW.status IN ('draft', 'returned') AND EXISTS (
    SELECT 1 FROM organisations_body b JOIN plans_registrationround r ON r.id = NEW.round_id
    WHERE b.id = NEW.body_id AND b.valid_to < r.due_on
) THEN
    RAISE EXCEPTION 'no sheet is asked of a body that ended' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;
"""


class RegistrationSheet(Sampled):
    """What one unit registers in a round; `ended_on`: from when it is not asked for, as its unit ended."""

    round = models.ForeignKey(RegistrationRound, on_delete=models.CASCADE, related_name="sheets")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="registration_sheets")
    status = models.CharField(
        "trạng thái", max_length=12, choices=RegistrationStatus, default=RegistrationStatus.DRAFT
    )
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    accepted_at = models.DateTimeField("tiếp nhận lúc", null=True, blank=True)
    reminded_on = models.DateField("nhắc ngày", null=True, blank=True)
    ended_on = models.DateField("thôi phải gửi từ", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = RegistrationSheetQuerySet.as_manager()

    class Meta:
        verbose_name = "bảng đăng ký"
        verbose_name_plural = "bảng đăng ký"
        constraints = [
            one_of("status", RegistrationStatus, name="registrationsheet_status_known"),
            models.UniqueConstraint(fields=["round", "body"], name="registrationsheet_once"),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "returned"]) | Q(sent_at__isnull=False),
                name="registrationsheet_sent_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(status=RegistrationStatus.ACCEPTED, accepted_at__isnull=False)
                | (~Q(status=RegistrationStatus.ACCEPTED) & Q(accepted_at=None)),
                name="registrationsheet_accepted_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | ~Q(status=RegistrationStatus.ACCEPTED),
                name="registrationsheet_ended_was_not_accepted",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="registrationsheet_of_a_standing_body",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_OF_A_STANDING_BODY,
            )
        ]

    def __str__(self) -> str:
        return f"{self.round}, {self.body_id}"


class RegistrationItem(models.Model):
    """One content registered: what, where, when, how much, who; once accepted its task carries the result.

    `quantity` is in `quantity_unit`; no area means the unit's own place.
    """

    sheet = models.ForeignKey(RegistrationSheet, on_delete=models.CASCADE, related_name="items")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="+", verbose_name="nội dung")
    target = models.ForeignKey(
        Target, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="chỉ tiêu"
    )
    kind = models.CharField("loại việc", max_length=20, choices=TaskKind, default=TaskKind.WORK)
    content = models.CharField("nội dung đăng ký", max_length=300)
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="địa bàn"
    )
    starts_on = models.DateField("từ ngày", null=True, blank=True)
    due_on = models.DateField("đến ngày")
    quantity = models.DecimalField("số lượng", max_digits=14, decimal_places=2, null=True, blank=True)
    quantity_unit = models.CharField("đơn vị tính", max_length=60, blank=True)
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người phụ trách",
    )
    task = models.OneToOneField(
        Task, on_delete=models.SET_NULL, null=True, blank=True, related_name="registered_as"
    )

    class Meta:
        verbose_name = "nội dung đăng ký"
        verbose_name_plural = "nội dung đăng ký"
        ordering = ["due_on", "pk"]
        constraints = [
            one_of("kind", TaskKind, name="registrationitem_kind_known"),
            models.CheckConstraint(condition=~Q(content=""), name="registrationitem_has_content"),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(due_on__gte=F("starts_on")),
                name="registrationitem_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(quantity=None) | (Q(quantity__gt=0) & ~Q(quantity_unit="")),
                name="registrationitem_quantity_has_a_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.content


class SheetDecision(Decision):
    """An act on a sheet; `data` keeps the sheet's contents as they were sent or accepted."""

    sheet = models.ForeignKey(RegistrationSheet, on_delete=models.CASCADE, related_name="decisions")
    data = models.JSONField(default=dict)

    class Meta:
        verbose_name = "việc đã làm với bảng đăng ký"
        verbose_name_plural = "việc đã làm với bảng đăng ký"
