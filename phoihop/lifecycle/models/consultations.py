"""Consultation (hiệp thương): a draft goes round its parties, each comment gets an answer."""

from typing import Self

from django.db import models
from django.db.models import Q

from phoihop.core.models import Sampled, one_of
from phoihop.lifecycle.statuses import CommentStatus
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.programmes.models import Clause, Edition
from phoihop.targets.models import Target


class Consultation(Sampled):
    """A round: the draft as it was when sent (`edition_version`), and the day by which answers are asked."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="consultations")
    sequence = models.PositiveSmallIntegerField("vòng")
    edition_version = models.PositiveIntegerField()
    due_on = models.DateField("trả lời trước hết ngày")
    note = models.TextField("lời mời góp ý", blank=True)
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField("mở lúc")
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField("khép lại lúc", null=True, blank=True)

    class Meta:
        verbose_name = "vòng hiệp thương"
        verbose_name_plural = "vòng hiệp thương"
        constraints = [
            models.UniqueConstraint(fields=["edition", "sequence"], name="consultation_sequence_unique"),
            models.UniqueConstraint(
                fields=["edition"], condition=Q(closed_at=None), name="consultation_one_open"
            ),
        ]


class Invitation(models.Model):
    """A party asked in a round; answered once it agrees or says that its comments are complete."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="invitations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị")
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField("trả lời lúc", null=True, blank=True)

    class Meta:
        verbose_name = "lời mời góp ý"
        verbose_name_plural = "lời mời góp ý"
        constraints = [models.UniqueConstraint(fields=["consultation", "body"], name="invitation_once")]


class CommentQuerySet(models.QuerySet["Comment"]):
    def unanswered(self) -> Self:
        """Comments the lead has not answered yet."""
        return self.filter(status=CommentStatus.OPEN)


class Comment(models.Model):
    """What a party says about a clause, a target or the whole text, with the words it would have instead.

    `old_text` is the clause or target as it was when the comment was made. An accepted proposal that went
    into the draft says so.
    """

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="comments")
    clause = models.ForeignKey(Clause, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    target = models.ForeignKey(Target, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    path = models.CharField("mục", max_length=120, blank=True)
    old_text = models.TextField(blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị")
    by_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")
    text = models.TextField("ý kiến")
    proposed_text = models.TextField("đề nghị viết lại", blank=True)
    status = models.CharField("xử lý", max_length=12, choices=CommentStatus, default=CommentStatus.OPEN)
    reply = models.TextField("giải trình", blank=True)
    is_in_draft = models.BooleanField("đã đưa vào dự thảo", default=False)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = "ý kiến góp ý"
        verbose_name_plural = "ý kiến góp ý"
        ordering = ["consultation_id", "pk"]
        constraints = [
            one_of("status", CommentStatus, name="comment_status_known"),
            models.CheckConstraint(
                condition=Q(clause=None) | Q(target=None), name="comment_on_a_clause_or_a_target"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[CommentStatus.EXPLAINED, CommentStatus.REFUSED]) | ~Q(reply=""),
                name="comment_refusal_explained",
            ),
            models.CheckConstraint(
                condition=Q(is_in_draft=False) | (Q(status=CommentStatus.ACCEPTED) & ~Q(proposed_text="")),
                name="comment_in_draft_was_accepted",
            ),
        ]
