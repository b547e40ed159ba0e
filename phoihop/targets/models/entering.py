"""Many figures entered by one act, and what somebody confirmed of an unlikely one."""

from django.db import models
from django.db.models import F, Q

from phoihop.core.models import Sampled, one_of
from phoihop.core.periods import Period
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.programmes.models import Edition
from phoihop.targets.models.targets import Figure
from phoihop.targets.statuses import EnteringKind, EnteringStatus


class Entering(Sampled):
    """What somebody typed into a grid or a workbook, before it is kept and after.

    `rows` are the cells that say something and can be kept (see targets.entries); `problems` the cells that
    cannot. The counts are of what was kept: figures with `origin` "entering" and `origin_id` this row.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="enterings")
    period_start = models.DateField("từ ngày")
    period_end = models.DateField("đến ngày")
    kind = models.CharField("cách ghi", max_length=12, choices=EnteringKind)
    status = models.CharField(
        "trạng thái", max_length=12, choices=EnteringStatus, default=EnteringStatus.READ
    )
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rows = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    by_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("đọc lúc")
    kept_at = models.DateTimeField("ghi lúc", null=True, blank=True)
    reason = models.TextField("lý do sửa", blank=True)
    recorded = models.PositiveIntegerField("số mới", default=0)
    corrected = models.PositiveIntegerField("số sửa", default=0)
    undone_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField("hoàn tác lúc", null=True, blank=True)
    undone_reason = models.TextField("lý do hoàn tác", blank=True)

    class Meta:
        verbose_name = "lần nhập số liệu"
        verbose_name_plural = "lần nhập số liệu"
        ordering = ["-at", "-pk"]
        constraints = [
            one_of("kind", EnteringKind, name="entering_kind_known"),
            one_of("status", EnteringStatus, name="entering_status_known"),
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")), name="entering_period_in_order"
            ),
            models.CheckConstraint(
                condition=Q(kind=EnteringKind.WORKBOOK, file__isnull=False)
                | Q(kind=EnteringKind.GRID, file=None),
                name="entering_workbook_has_its_file",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["read", "dropped"], kept_at=None)
                | Q(status__in=["kept", "undone"], kept_at__isnull=False),
                name="entering_kept_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(corrected=0) | ~Q(reason=""), name="entering_corrections_have_a_reason"
            ),
            models.CheckConstraint(
                condition=(
                    Q(status="undone", undone_by__isnull=False, undone_at__isnull=False)
                    & ~Q(undone_reason="")
                )
                | (~Q(status="undone") & Q(undone_by=None, undone_at=None, undone_reason="")),
                name="entering_undone_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["edition", "-at"])]

    @property
    def period(self) -> Period:
        return Period(self.period_start, self.period_end)


class FigureConfirmation(models.Model):
    """An unlikely value somebody looked at again: what was asked, and the note given with "Đúng như vậy"."""

    figure = models.OneToOneField(Figure, on_delete=models.CASCADE, related_name="confirmation")
    question = models.TextField("câu hỏi")
    note = models.TextField("ghi chú", blank=True)

    class Meta:
        verbose_name = "xác nhận số khác thường"
        verbose_name_plural = "xác nhận số khác thường"
        constraints = [
            models.CheckConstraint(condition=~Q(question=""), name="figureconfirmation_says_what_was_asked")
        ]
