"""Obligations are rows: a body owes a report for a period by a day. Due and late are computed when read."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from phoihop.core.member import Member
from phoihop.core.models import Sampled
from phoihop.organisations.models import Body
from phoihop.programmes.models import DutyRule, Edition, Party, Programme
from phoihop.programmes.models.visibility import bodies_of, places_under

_KEY_OF_ITS_DUTY = """
NEW.duty_key := (SELECT key FROM programmes_dutyrule WHERE id = NEW.duty_id);
RETURN NEW;
"""

_NOT_AFTER_ITS_END = """
IF NEW.ended_on IS NULL AND EXISTS (
    SELECT 1 FROM organisations_body b WHERE b.id = NEW.body_id AND b.valid_to < NEW.due_on
) THEN
    RAISE EXCEPTION 'a body that ended owes nothing due later' USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NEW;
"""  # noqa: E501 - one line of SQL


class CalendarDay(models.Model):
    """A holiday, or a weekend day worked instead of another; as data with its source."""

    class Kind(models.TextChoices):
        HOLIDAY = "holiday", "nghỉ lễ"
        WORKING = "working", "làm bù"

    day = models.DateField("ngày", unique=True)
    kind = models.CharField("loại", max_length=10, choices=Kind)
    name = models.CharField("tên", max_length=120)
    source = models.TextField("nguồn")

    class Meta:
        verbose_name = "ngày nghỉ, ngày làm bù"
        verbose_name_plural = "ngày nghỉ, ngày làm bù"


class ObligationQuerySet(models.QuerySet["Obligation"]):
    def visible_to(self, member: Member) -> "ObligationQuerySet":
        """The body that owes it, those who receive it, the lead and the parties, and the places above."""
        mine = bodies_of(member.body_id).values("pk")
        return self.filter(
            Q(body__in=mine)
            | Exists(ObligationRecipient.objects.filter(obligation=OuterRef("pk"), body__in=mine))
            | Q(programme__lead__in=mine)
            | Exists(Party.objects.filter(edition=OuterRef("edition"), body__in=mine))
            | Q(programme__area__in=places_under(member.area_id).values("area"))
        )


@pghistory.track()
class Obligation(Sampled):
    """A report or review a body owes; frozen facts: a later change of the rule remakes only future rows.

    `duty_key` is the duty through all editions of the programme, written by the database itself: a body owes
    one report for a duty and period, whichever edition's duty the row stands under.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="obligations")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="obligations")
    duty = models.ForeignKey(DutyRule, on_delete=models.PROTECT, related_name="obligations")
    duty_key = models.UUIDField(editable=False)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="obligations", verbose_name="đơn vị nộp"
    )
    period_start = models.DateField("kỳ từ ngày")
    period_end = models.DateField("đến ngày")
    due_on = models.DateField("hạn cuối")
    form_version = models.PositiveSmallIntegerField(default=1)
    inherited_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="inherited_by",
        verbose_name="kế thừa từ",
    )
    rule_changed_at = models.DateTimeField("chế độ báo cáo đã đổi sau khi soạn, lúc", null=True, blank=True)
    ended_on = models.DateField("thôi phải nộp từ", null=True, blank=True)
    ended_reason = models.TextField("lý do", blank=True)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo phải nộp"
        verbose_name_plural = "báo cáo phải nộp"
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "duty_key", "body", "period_start", "period_end"],
                name="obligation_once_a_period",
            ),
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")), name="obligation_period_in_order"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | ~Q(ended_reason=""), name="obligation_end_has_a_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["body", "due_on"]),
            models.Index(fields=["programme", "period_start"]),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="obligation_key_of_its_duty",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("duty_id", "duty_key"),  # type: ignore[no-untyped-call]
                func=_KEY_OF_ITS_DUTY,
            ),
            pgtrigger.Trigger(
                name="obligation_of_a_standing_body",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("body_id", "due_on"),  # type: ignore[no-untyped-call]
                func=_NOT_AFTER_ITS_END,
            ),
        ]


class ObligationRecipient(models.Model):
    """A body the report goes to, and whether it reviews (may return) or takes note."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="recipients")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    reviews = models.BooleanField("được duyệt, trả lại")

    class Meta:
        verbose_name = "nơi nhận báo cáo"
        verbose_name_plural = "nơi nhận báo cáo"
        constraints = [
            models.UniqueConstraint(fields=["obligation", "body"], name="obligationrecipient_once")
        ]
