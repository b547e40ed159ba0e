"""A paper on its way to a draft: the files as they came, and the pages of a scan as they are recognised."""

from typing import Self

from django.db import models
from django.db.models import Q

from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models import StoredFile
from phoihop.drafting.models.drafts import Draft
from phoihop.drafting.statuses import UNDER_WAY, ReadingStatus
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.programmes.models import Programme


class ReadingQuerySet(models.QuerySet["Reading"]):
    def visible_to(self, member: Member) -> Self:
        """As its draft: the own body's business."""
        return self.filter(body_id=member.body_id)

    def under_way(self) -> Self:
        """Neither done nor given up."""
        return self.filter(status__in=UNDER_WAY)


class Reading(Sampled):
    """One paper put in: how far its reading has come, and the draft it became or why it became none.

    `digest` names the paper by its bytes, so that the same one is not read twice.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="của tổ chức")
    name = models.CharField("tên tệp", max_length=200)
    digest = models.CharField(max_length=64, db_index=True)
    status = models.CharField(max_length=12, choices=ReadingStatus, default=ReadingStatus.WAITING)
    problem = models.TextField("vì sao không đọc được", blank=True)
    renews = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, null=True, blank=True, related_name="readings")
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = "lượt đọc"
        verbose_name_plural = "lượt đọc"
        constraints = [
            one_of("status", ReadingStatus, name="reading_status_known"),
            models.CheckConstraint(
                condition=~Q(status=ReadingStatus.DONE) | Q(draft__isnull=False),
                name="reading_done_made_a_draft",
            ),
            models.CheckConstraint(
                condition=~Q(status=ReadingStatus.FAILED) | ~Q(problem=""),
                name="reading_failed_says_why",
            ),
            models.UniqueConstraint(
                fields=["body", "digest"],
                condition=Q(status__in=UNDER_WAY),
                name="reading_of_a_paper_once_at_a_time",
            ),
        ]


class ReadingFile(models.Model):
    """A file of a paper, in its place; `pages` is how many of its pages are to be recognised."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="files")
    order = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    pages = models.PositiveIntegerField("số trang", null=True, blank=True)

    class Meta:
        verbose_name = "tệp của lượt đọc"
        verbose_name_plural = "tệp của lượt đọc"
        constraints = [models.UniqueConstraint(fields=["reading", "order"], name="readingfile_in_order")]


class ReadPage(models.Model):
    """A page of a scan, recognised. `number` counts through all files of the paper.

    Until all pages are there, `recognised` holds what the recogniser said of this one
    (`reading.files.pages.RecognisedPage`, without its picture). Joined, the page has its place in the draft's
    text (`span_start`, `span_end`) and its words, as [start, end, left, top, right, bottom, confidence]:
    offsets from `span_start`, pixels of `image` (`width` × `height`), confidence 0 to 1.
    A page that could not be recognised has none of these and says why in `problem`.
    """

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField("trang")
    recognised = models.JSONField(default=dict)
    words = models.JSONField(default=list)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    image = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    span_start = models.PositiveIntegerField(null=True, blank=True)
    span_end = models.PositiveIntegerField(null=True, blank=True)
    problem = models.TextField("vì sao không đọc được", blank=True)
    read_at = models.DateTimeField()

    class Meta:
        verbose_name = "trang đã đọc"
        verbose_name_plural = "trang đã đọc"
        constraints = [models.UniqueConstraint(fields=["reading", "number"], name="readpage_once")]
