"""A read paper under review. Nothing here is in a programme until a person confirms it."""

from typing import Self

from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models import StoredFile
from phoihop.drafting.statuses import DECISION_WORDS, DraftStatus, FactKind, FactStatus
from phoihop.organisations.models import Area, Body
from phoihop.people.models import Person
from phoihop.programmes.models import Edition, Programme


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, member: Member) -> Self:
        """A draft is its own body's business until it is confirmed."""
        return self.filter(body_id=member.body_id)


class Draft(Sampled):
    """A file as read: its text, the facts found, who reviews it."""

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="drafts")
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="drafts", verbose_name="đơn vị rà soát"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=12, choices=DraftStatus, default=DraftStatus.OPEN)
    text = models.TextField("toàn văn đã đọc")
    reader_version = models.CharField(max_length=20)
    warnings = models.JSONField(default=list)
    paper = models.JSONField("trang, bảng của tệp", default=dict)
    renews = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    edition = models.OneToOneField(
        Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="draft"
    )
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = "bản đọc"
        verbose_name_plural = "bản đọc"
        constraints = [
            one_of("status", DraftStatus, name="draft_status_known"),
            models.CheckConstraint(
                condition=~Q(status=DraftStatus.CONFIRMED) | Q(edition__isnull=False),
                name="draft_confirmed_made_an_edition",
            ),
        ]


class DraftFactQuerySet(models.QuerySet["DraftFact"]):
    def standing(self) -> Self:
        """Without those merged into others or added and taken back; only undo knows them still."""
        return self.exclude(status=FactStatus.GONE)


class DraftFact(models.Model):
    """One fact: as read (`read`), as a person left it (`values`), where it stands in the text."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=16, choices=FactKind)
    order = models.PositiveIntegerField()
    span_start = models.PositiveIntegerField(null=True, blank=True)
    span_end = models.PositiveIntegerField(null=True, blank=True)
    read = models.JSONField(null=True)
    values = models.JSONField()
    doubts = models.JSONField(default=list)
    status = models.CharField(max_length=12, choices=FactStatus, default=FactStatus.PENDING)
    version = models.PositiveIntegerField(default=1)

    objects = DraftFactQuerySet.as_manager()

    class Meta:
        verbose_name = "dữ kiện đọc được"
        verbose_name_plural = "dữ kiện đọc được"
        constraints = [
            one_of("kind", FactKind, name="draftfact_kind_known"),
            one_of("status", FactStatus, name="draftfact_status_known"),
            models.UniqueConstraint(fields=["draft", "order"], name="draftfact_order_unique"),
        ]


class DraftParty(models.Model):
    """What a word of the text (UBND, MTTQ, CTXH, …) means here: the named bodies chosen for it."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="parties")
    code = models.CharField("cách gọi trong văn bản", max_length=120)
    bodies = models.ManyToManyField(Body, related_name="+")
    is_signing = models.BooleanField("là bên ký", default=False)
    is_left_out = models.BooleanField("không đưa vào chương trình", default=False)

    class Meta:
        verbose_name = "bên trong bản đọc"
        verbose_name_plural = "bên trong bản đọc"
        constraints = [models.UniqueConstraint(fields=["draft", "code"], name="draftparty_once")]


class DraftDecision(Decision):
    """A change to a draft: what it touched as it was before and after.

    By a fact's id its status, values, span and doubts; by `party:<word>` the bodies chosen for a word and
    its marks (None: the word was not there); by `area` the id of the place.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="decisions")
    before = models.JSONField("trước", default=dict)
    after = models.JSONField("sau", default=dict)
    undoes = models.OneToOneField(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="undone_by"
    )

    class Meta:
        verbose_name = "thay đổi khi rà soát"
        verbose_name_plural = "thay đổi khi rà soát"

    @property
    def verb_words(self) -> str:
        """What was done, in words for the history."""
        return DECISION_WORDS[self.verb]
