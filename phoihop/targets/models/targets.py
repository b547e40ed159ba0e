"""Typed targets, what each body answers for, and the append-only figures."""

import uuid

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from phoihop.core.models import Sampled, one_of
from phoihop.core.periods import Period
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Area, Body
from phoihop.people.models import Person
from phoihop.programmes.models import Clause, Edition
from phoihop.targets.content import Amount, Rules, TargetSpec
from phoihop.targets.statuses import (
    BodyRule,
    Comparator,
    Direction,
    FigureState,
    PlaceRule,
    Recurrence,
    ScopeKind,
    TargetKind,
    TimeRule,
)


@pghistory.track()
class Target(models.Model):
    """What an edition promises to reach; `value` is in `unit`, of `base` where it is k of n."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="targets")
    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="targets")
    key = models.UUIDField(default=uuid.uuid4)
    order = models.PositiveIntegerField()
    name = models.TextField("chỉ tiêu")
    text = models.TextField("câu gốc", blank=True)
    span_start = models.PositiveIntegerField(null=True, blank=True)
    span_end = models.PositiveIntegerField(null=True, blank=True)
    kind = models.CharField("kiểu", max_length=20, choices=TargetKind)
    comparator = models.CharField("so sánh", max_length=8, choices=Comparator)
    value = models.DecimalField("giá trị", max_digits=18, decimal_places=4, null=True, blank=True)
    value_max = models.DecimalField("đến", max_digits=18, decimal_places=4, null=True, blank=True)
    base = models.DecimalField("trên tổng số", max_digits=18, decimal_places=4, null=True, blank=True)
    level = models.CharField("mức", max_length=60, blank=True)
    unit = models.CharField("đơn vị tính", max_length=60, blank=True)
    direction = models.CharField("chiều", max_length=20, choices=Direction, default=Direction.REACH)
    baseline = models.DecimalField("mức đầu kỳ", max_digits=18, decimal_places=4, null=True, blank=True)
    recurrence = models.CharField("tính theo", max_length=20, choices=Recurrence, default=Recurrence.ONCE)
    due_on = models.DateField("hạn", null=True, blank=True)
    scope_kind = models.CharField("phạm vi", max_length=12, choices=ScopeKind, default=ScopeKind.PLACE)
    scope_text = models.CharField("phạm vi in", max_length=200, blank=True)
    is_aspirational = models.BooleanField("phấn đấu", default=False)
    part_of = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="parts")
    given_later = models.CharField("ai giao giá trị, khi nào", max_length=200, blank=True)
    time_rule = models.CharField("theo thời gian", max_length=10, choices=TimeRule, default=TimeRule.SUM)
    place_rule = models.CharField("theo địa bàn", max_length=10, choices=PlaceRule, default=PlaceRule.SUM)
    body_rule = models.CharField("theo tổ chức", max_length=10, choices=BodyRule, default=BodyRule.SUM)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "chỉ tiêu"
        verbose_name_plural = "chỉ tiêu"
        ordering = ["edition_id", "order"]
        constraints = [
            one_of("kind", TargetKind, name="target_kind_known"),
            one_of("comparator", Comparator, name="target_comparator_known"),
            one_of("direction", Direction, name="target_direction_known"),
            one_of("recurrence", Recurrence, name="target_recurrence_known"),
            one_of("scope_kind", ScopeKind, name="target_scope_known"),
            one_of("time_rule", TimeRule, name="target_time_rule_known"),
            one_of("place_rule", PlaceRule, name="target_place_rule_known"),
            one_of("body_rule", BodyRule, name="target_body_rule_known"),
            models.UniqueConstraint(fields=["edition", "key"], name="target_key_unique"),
            models.CheckConstraint(
                condition=Q(comparator=Comparator.RANGE, value_max__gte=F("value"))
                | (~Q(comparator=Comparator.RANGE) & Q(value_max=None)),
                name="target_range_in_order",
            ),
            models.CheckConstraint(condition=Q(base=None) | Q(base__gt=0), name="target_base_positive"),
            models.CheckConstraint(
                condition=Q(value__isnull=False) | Q(kind__in=["existence", "later", "milestone", "level"]),
                name="target_value_given",
            ),
            models.CheckConstraint(
                condition=~Q(kind="later") | ~Q(given_later=""), name="target_later_says_by_whom"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def spec(self) -> TargetSpec:
        """The target as plain values for the calculations."""
        span = None if self.span_start is None or self.span_end is None else (self.span_start, self.span_end)
        return TargetSpec(
            name=self.name,
            kind=TargetKind(self.kind),
            rules=Rules(TimeRule(self.time_rule), PlaceRule(self.place_rule), BodyRule(self.body_rule)),
            comparator=Comparator(self.comparator),
            value=self.value,
            value_max=self.value_max,
            base=self.base,
            level=self.level,
            unit=self.unit,
            direction=Direction(self.direction),
            baseline=self.baseline,
            recurrence=Recurrence(self.recurrence),
            due_on=self.due_on,
            scope_kind=ScopeKind(self.scope_kind),
            scope_text=self.scope_text,
            is_aspirational=self.is_aspirational,
            given_later=self.given_later,
            text=self.text,
            span=span,
        )


def due_follows(name: str, operation: pgtrigger.Operation, *, targets: str, **rows: str) -> pgtrigger.Trigger:
    """However shares are written, who should report is counted anew for their targets."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**rows),  # type: ignore[no-untyped-call]
        func=f"PERFORM targets_recount_due(ARRAY({targets})); RETURN NULL;",
    )


_SHARED = "SELECT DISTINCT target_id FROM touched"


class Contribution(models.Model):
    """The share of a target a body (at a place) answers for; no value: it takes part without a number."""

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="contributions")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="contributions")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    value = models.DecimalField("phần", max_digits=18, decimal_places=4, null=True, blank=True)
    is_lead = models.BooleanField("chủ trì", default=False)

    class Meta:
        verbose_name = "phần đảm nhận"
        verbose_name_plural = "phần đảm nhận"
        constraints = [
            models.UniqueConstraint(
                fields=["target", "body", "area"], name="contribution_once", nulls_distinct=False
            ),
        ]
        triggers = [
            due_follows("contribution_due_made", pgtrigger.Insert, targets=_SHARED, new="touched"),
            due_follows("contribution_due_gone", pgtrigger.Delete, targets=_SHARED, old="touched"),
        ]


_APPEND_ONLY = """
IF TG_OP = 'DELETE' AND current_setting('phoihop.removing_sample', true) = 'on' THEN RETURN OLD; END IF;
RAISE EXCEPTION 'figures are never changed: record a correction'
    USING ERRCODE = 'integrity_constraint_violation';
"""


class FigureQuerySet(models.QuerySet["Figure"]):
    def current(self) -> "FigureQuerySet":
        """Figures no correction has replaced."""
        return self.filter(corrected_by=None)


class Figure(Sampled):
    """A fact: one target, body and place in one period. A correction is a new row that replaces it."""

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="figures")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="figures")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="figures")
    period_start = models.DateField("từ ngày")
    period_end = models.DateField("đến ngày")
    state = models.CharField("trạng thái", max_length=16, choices=FigureState)
    numerator = models.DecimalField("giá trị, tử số", max_digits=18, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField("mẫu số", max_digits=18, decimal_places=4, null=True, blank=True)
    note = models.TextField("ghi chú, lý do", blank=True)
    corrects = models.OneToOneField(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="corrected_by",
        verbose_name="thay cho",
    )
    origin = models.CharField("ghi từ", max_length=20)
    origin_id = models.BigIntegerField(null=True, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_for = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="+", verbose_name="nhập bởi tổ chức"
    )
    recorded_at = models.DateTimeField("ghi lúc")

    objects = FigureQuerySet.as_manager()

    class Meta:
        verbose_name = "số liệu"
        verbose_name_plural = "số liệu"
        constraints = [
            one_of("state", FigureState, name="figure_state_known"),
            models.UniqueConstraint(
                fields=["target", "body", "area", "period_start", "period_end"],
                condition=Q(corrects=None),
                name="figure_first_once",
            ),
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")), name="figure_period_in_order"
            ),
            models.CheckConstraint(
                condition=(
                    Q(state=FigureState.ZERO, numerator=0)
                    | (Q(state__in=["reported", "estimated"], numerator__isnull=False) & ~Q(numerator=0))
                    | Q(state__in=["not_applicable", "missing"], numerator=None, denominator=None)
                ),
                name="figure_state_fits_value",
            ),
            models.CheckConstraint(
                condition=~Q(state="missing") | ~Q(note=""), name="figure_missing_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(corrects=None) | ~Q(note=""), name="figure_correction_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(denominator=None) | Q(denominator__gt=0), name="figure_denominator_positive"
            ),
        ]
        indexes = [
            models.Index(fields=["target", "period_start", "body"]),
            models.Index(fields=["area", "target", "period_end"], name="figure_at_place"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="figure_append_only",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=_APPEND_ONLY,
            )
        ]

    @property
    def amount(self) -> Amount:
        """The numbers and their state, for the calculations."""
        return Amount(FigureState(self.state), self.numerator, self.denominator)

    @property
    def period(self) -> Period:
        return Period(self.period_start, self.period_end)


class FigureAcceptance(models.Model):
    """A superior accepted this figure: from here on it counts upward."""

    figure = models.OneToOneField(Figure, on_delete=models.CASCADE, related_name="acceptance")
    by_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "duyệt số liệu"
        verbose_name_plural = "duyệt số liệu"


class FigureEvidence(models.Model):
    """A file that shows a figure is true."""

    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="evidence")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "minh chứng"
        verbose_name_plural = "minh chứng"
        constraints = [models.UniqueConstraint(fields=["figure", "file"], name="figureevidence_once")]
