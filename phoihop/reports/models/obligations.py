"""Obligations are rows: a body owes a report for a period by a day. Due and late are computed when read."""

from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from phoihop.core.member import Member
from phoihop.core.models import Sampled
from phoihop.organisations.models import Body
from phoihop.programmes.models import DutyRule, Edition, Party, Programme
from phoihop.programmes.models.visibility import bodies_of, places_under
from phoihop.reports.models.requests import ReportRequest

_KEY_OF_ITS_DUTY = """
NEW.duty_key := (SELECT key FROM programmes_dutyrule WHERE id = NEW.duty_id);
RETURN NEW;
"""

_KEYS_OF_THEIR_DUTIES = """
IF EXISTS (
    SELECT FROM new_values n JOIN programmes_dutyrule d ON d.id = n.duty_id WHERE d.key <> n.duty_key
) THEN
    RAISE EXCEPTION 'an obligation bears the key of its duty'
        USING ERRCODE = 'integrity_constraint_violation';
END IF;
RETURN NULL;
"""

_ENDED = "'a body that ended owes nothing due later' USING ERRCODE = 'integrity_constraint_violation'"

_NOT_AFTER_ITS_END = f"""
IF NEW.ended_on IS NULL AND EXISTS (
    SELECT 1 FROM organisations_body b WHERE b.id = NEW.body_id AND b.valid_to < NEW.due_on
) THEN
    RAISE EXCEPTION {_ENDED};
END IF;
RETURN NEW;
"""

_NONE_AFTER_ITS_END = f"""
IF EXISTS (
    SELECT FROM new_values n JOIN organisations_body b ON b.id = n.body_id
    WHERE n.ended_on IS NULL AND b.valid_to < n.due_on
) THEN
    RAISE EXCEPTION {_ENDED};
END IF;
RETURN NULL;
"""


def _checked_once(name: str, func: str) -> pgtrigger.Trigger:
    """A check of all rows of an INSERT together: thousands cost one join."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        referencing=pgtrigger.Referencing(new="new_values"),  # type: ignore[no-untyped-call]
        func=func,
    )


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


_REFERS_TO: dict[str, type[models.Model] | str] = {
    "programme": Programme,
    "edition": Edition,
    "duty": DutyRule,
    "body": Body,
    "inherited_from": "reports.Obligation",
    "request": ReportRequest,
}


def _history_of(to: type[models.Model] | str) -> models.ForeignKey[Any, Any]:
    """A column of the history: nobody looks a change up by what it refers to, so no index is paid for."""
    return models.ForeignKey(
        to,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        null=to in {"reports.Obligation", ReportRequest},
        related_name="+",
        related_query_name="+",
    )


@pghistory.track(
    pghistory.InsertEvent(level=pghistory.Statement),
    pghistory.UpdateEvent(level=pghistory.Statement),
    exclude=["handed_in_on", "report_status"],
    attrs={name: _history_of(to) for name, to in _REFERS_TO.items()},
)
class Obligation(Sampled):
    """A report or review a body owes; frozen facts: a later change of the rule remakes only future rows.

    `duty_key` is the duty through all editions of the programme, written by the database itself: a body owes
    one report for a duty and period, whichever edition's duty the row stands under. `due_on` is the day that
    counts; one that was extended keeps its `first_due_on`. `covers_*`: the days its figures are about, empty
    for those of the period itself. `handed_in_on` (of the first round that was not taken back) and
    `report_status` are written by the database from the report, for boards of thousands.
    """

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="obligations", db_index=False
    )
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="obligations")
    duty = models.ForeignKey(DutyRule, on_delete=models.PROTECT, related_name="obligations")
    duty_key = models.UUIDField(editable=False)
    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        related_name="obligations",
        verbose_name="đơn vị nộp",
        db_index=False,
    )
    period_start = models.DateField("kỳ từ ngày")
    period_end = models.DateField("đến ngày")
    due_on = models.DateField("hạn cuối")
    first_due_on = models.DateField("hạn trước khi gia hạn", null=True, blank=True)
    covers_start = models.DateField("số liệu từ ngày", null=True, blank=True)
    covers_end = models.DateField("số liệu đến hết ngày", null=True, blank=True)
    form_version = models.PositiveSmallIntegerField(default=1)
    inherited_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="inherited_by",
        verbose_name="kế thừa từ",
        db_index=False,
    )
    rule_changed_at = models.DateTimeField("chế độ báo cáo đã đổi sau khi soạn, lúc", null=True, blank=True)
    ended_on = models.DateField("thôi phải nộp từ", null=True, blank=True)
    ended_reason = models.TextField("lý do", blank=True)
    waived_on = models.DateField("được miễn từ", null=True, blank=True)
    waived_reason = models.TextField("lý do miễn", blank=True, default="", db_default="")
    request = models.ForeignKey(
        ReportRequest,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="obligations",
        db_index=False,
    )
    handed_in_on = models.DateField("nộp lần đầu", null=True, blank=True, editable=False)
    report_status = models.CharField(max_length=12, blank=True, default="", db_default="", editable=False)

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
            models.CheckConstraint(
                condition=Q(waived_on=None, waived_reason="")
                | (Q(waived_on__isnull=False) & ~Q(waived_reason="")),
                name="obligation_waiver_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(first_due_on=None) | Q(due_on__gt=F("first_due_on")),
                name="obligation_extended_to_a_later_day",
            ),
            models.CheckConstraint(
                condition=Q(covers_start=None, covers_end=None) | Q(covers_end__gte=F("covers_start")),
                name="obligation_figures_cover_days",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "due_on"]),
            models.Index(fields=["duty_key", "period_start"]),
            models.Index(
                fields=["inherited_from"],
                condition=Q(inherited_from__isnull=False),
                name="obligation_inherited",
            ),
            models.Index(fields=["request"], condition=Q(request__isnull=False), name="obligation_requested"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="obligation_key_of_its_duty",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("duty_id", "duty_key"),  # type: ignore[no-untyped-call]
                func=_KEY_OF_ITS_DUTY,
            ),
            pgtrigger.Trigger(
                name="obligation_key_is_filled_in",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Condition("NEW.duty_key IS NULL"),
                func=_KEY_OF_ITS_DUTY,
            ),
            _checked_once("obligation_keys_of_their_duties", _KEYS_OF_THEIR_DUTIES),
            pgtrigger.Trigger(
                name="obligation_of_a_standing_body",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("body_id", "due_on"),  # type: ignore[no-untyped-call]
                func=_NOT_AFTER_ITS_END,
            ),
            _checked_once("obligations_of_standing_bodies", _NONE_AFTER_ITS_END),
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
