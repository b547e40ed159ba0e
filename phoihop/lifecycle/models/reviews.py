"""Sơ kết, tổng kết: what a whole period came to, clause by clause, and what goes on into the next one."""

from django.db import models
from django.db.models import F, Q

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled, one_of
from phoihop.lifecycle.statuses import ReviewStatus
from phoihop.people.models import Person
from phoihop.programmes.models import Clause, Programme


class ReviewKind(models.TextChoices):
    INTERIM = "interim", "sơ kết"
    FINAL = "final", "tổng kết"


class Review(Sampled):
    """One review of a programme over a period, written by its lead; frozen figures once confirmed.

    `figures` holds, from confirmation on, what the pages showed then: later corrections do not rewrite it.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="reviews")
    kind = models.CharField("loại", max_length=10, choices=ReviewKind)
    period_start = models.DateField("từ ngày")
    period_end = models.DateField("đến ngày")
    status = models.CharField("trạng thái", max_length=12, choices=ReviewStatus, default=ReviewStatus.DRAFT)
    overview = models.TextField("tình hình chung", blank=True)
    strengths = models.TextField("ưu điểm", blank=True)
    weaknesses = models.TextField("hạn chế", blank=True)
    causes = models.TextField("nguyên nhân", blank=True)
    lessons = models.TextField("bài học kinh nghiệm", blank=True)
    directions = models.TextField("phương hướng, kiến nghị", blank=True)
    figures = models.JSONField("số liệu lúc xác nhận", null=True, blank=True, editable=False)
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField("lập lúc")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "sơ kết, tổng kết"
        verbose_name_plural = "sơ kết, tổng kết"
        constraints = [
            one_of("kind", ReviewKind, name="review_kind_known"),
            one_of("status", ReviewStatus, name="review_status_known"),
            models.UniqueConstraint(
                fields=["programme", "kind", "period_start", "period_end"], name="review_once_a_period"
            ),
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")), name="review_period_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(status=ReviewStatus.CONFIRMED) | Q(figures__isnull=False),
                name="review_confirmed_with_figures",
            ),
        ]


class ReviewNote(models.Model):
    """What is said of a clause, and whether it goes on into the next programme or plan.

    `clause` is the row seen then; later editions are found through its key.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="notes")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("đánh giá", blank=True)
    is_carried_over = models.BooleanField("chuyển sang kỳ sau", default=False)

    class Meta:
        verbose_name = "đánh giá nội dung"
        verbose_name_plural = "đánh giá nội dung"
        constraints = [models.UniqueConstraint(fields=["review", "clause"], name="reviewnote_once")]


class ReviewDecision(Decision):
    """An act on a review: made, confirmed, reopened."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với sơ kết, tổng kết"
        verbose_name_plural = "việc đã làm với sơ kết, tổng kết"
