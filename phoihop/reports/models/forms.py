"""Report forms of a duty, their versions, and in which order reviewing bodies have their word."""

import pgtrigger
from django.db import models
from django.db.models import Exists, OuterRef, Q

from phoihop.core.member import Member
from phoihop.core.models import Sampled
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.programmes.models import Programme
from phoihop.programmes.models.visibility import bodies_of
from phoihop.reports.models.obligations import Obligation

_KEPT = """
IF TG_OP = 'DELETE' AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
RAISE EXCEPTION 'a version of a report form is kept as published' USING ERRCODE = 'integrity_constraint_violation';
"""  # noqa: E501 - one line of SQL


class ReportFormQuerySet(models.QuerySet["ReportForm"]):
    def visible_to(self, member: Member) -> "ReportFormQuerySet":
        """Those who see the programme it is composed in, and those who owe or see a report by it."""
        owed = Obligation.objects.visible_to(member).filter(duty_key=OuterRef("duty_key"))
        programmes = Programme.objects.visible_to(member)
        mine = bodies_of(member.body_id).values("pk")
        return self.filter(Q(programme__in=programmes) | Q(programme__lead__in=mine) | Exists(owed))


class ReportForm(Sampled):
    """How the reports of one duty are laid out: the draft being composed; what counts are its versions.

    The duty is named by its lasting key, so a form goes on through editions and to places below.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="report_forms")
    duty_key = models.UUIDField(unique=True)
    parts = models.JSONField("các phần đang soạn")
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()

    objects = ReportFormQuerySet.as_manager()

    class Meta:
        verbose_name = "biểu mẫu báo cáo"
        verbose_name_plural = "biểu mẫu báo cáo"


class FormVersion(models.Model):
    """A form as published: reports on periods that begin on `counts_from` or later are written by it.

    Number 1 is the form every duty has without composing one; what is composed begins with 2.
    """

    form = models.ForeignKey(ReportForm, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField("lần ban hành")
    parts = models.JSONField("các phần")
    counts_from = models.DateField("dùng cho kỳ bắt đầu từ ngày")
    note = models.TextField("ghi chú", blank=True)
    by_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("ban hành lúc")

    class Meta:
        verbose_name = "lần ban hành biểu mẫu"
        verbose_name_plural = "lần ban hành biểu mẫu"
        constraints = [
            models.UniqueConstraint(fields=["form", "number"], name="formversion_number_unique"),
            models.CheckConstraint(condition=Q(number__gte=2), name="formversion_after_the_usual_one"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="formversion_kept",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=_KEPT,
            )
        ]


class ReviewRoute(Sampled):
    """In which order the bodies that review a duty's reports have their word; without one, all at once."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="review_routes")
    duty_key = models.UUIDField(unique=True)
    restarts = models.BooleanField("nộp lại thì xem xét lại từ bước đầu", default=True)
    version = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = "trình tự xem xét báo cáo"
        verbose_name_plural = "trình tự xem xét báo cáo"


class ReviewStep(models.Model):
    """A body's place in the order; bodies of one position have their word side by side."""

    route = models.ForeignKey(ReviewRoute, on_delete=models.CASCADE, related_name="steps")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField("bước")

    class Meta:
        verbose_name = "bước xem xét"
        verbose_name_plural = "bước xem xét"
        constraints = [
            models.UniqueConstraint(fields=["route", "body"], name="reviewstep_body_once"),
            models.CheckConstraint(condition=Q(position__gte=1), name="reviewstep_counts_from_one"),
        ]
