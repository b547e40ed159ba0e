"""Hand-down: programmes below take the text of one above by reference and add what is their own.

Nothing of the parent's text is stored twice. What is kept here names clauses, targets and duties by their
keys, so that it holds through all editions of the parent.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled, one_of
from phoihop.organisations.models import Area, BodyKind
from phoihop.programmes.models.editions import Edition, Programme
from phoihop.programmes.statuses import AdoptionStatus


class Reporting(models.TextChoices):
    LEAD_UP = "lead_up", "Cơ quan đầu mối của mỗi nơi báo cáo lên cấp trên"
    ALL_UP = "all_up", "Mọi bên ở mỗi nơi báo cáo thẳng lên cấp trên"
    THROUGH_LEAD = "through_lead", "Các bên báo cáo cho cơ quan đầu mối, cơ quan đầu mối báo cáo lên cấp trên"


def _keys(label: str) -> "ArrayField[list[object], list[object]]":
    return ArrayField(models.UUIDField(), default=list, blank=True, verbose_name=label)


class HandDown(Decision, Sampled):
    """One act of handing a programme down, with what those below may change and what they report.

    `fixed_clauses` take no additions and `fixed_targets` no higher value; `duties` bind those below too.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="hand_downs")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    due_on = models.DateField("trả lời trước hết ngày")
    body_kinds = ArrayField(models.CharField(max_length=30, choices=BodyKind), verbose_name="các bên ở dưới")
    reporting = models.CharField("báo cáo", max_length=20, choices=Reporting)
    fixed_clauses = _keys("mục giữ nguyên")
    fixed_targets = _keys("chỉ tiêu giữ nguyên")
    duties = _keys("chế độ báo cáo áp dụng ở dưới")
    undone_at = models.DateTimeField("hoàn tác lúc", null=True, blank=True)
    undone_reason = models.TextField("lý do hoàn tác", blank=True)

    class Meta:
        verbose_name = "lần triển khai"
        verbose_name_plural = "các lần triển khai"
        constraints = [
            one_of("reporting", Reporting, name="handdown_reporting_known"),
            models.CheckConstraint(condition=~Q(body_kinds=[]), name="handdown_names_its_bodies"),
            models.CheckConstraint(
                condition=Q(undone_at=None) | ~Q(undone_reason=""), name="handdown_undone_has_a_reason"
            ),
        ]


class Adoption(Sampled):
    """A programme below (`programme`, at `area`) that takes its text from `parent`.

    `edition` is the parent's edition the place agreed to last; a later one waits to be confirmed. Without a
    hand-down the place began by itself.
    """

    parent = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="adoptions", verbose_name="chương trình cấp trên"
    )
    hand_down = models.ForeignKey(
        HandDown, on_delete=models.PROTECT, null=True, blank=True, related_name="adoptions"
    )
    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="adoption")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="adoptions", verbose_name="địa bàn")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="adoptions")
    status = models.CharField(
        "trạng thái", max_length=12, choices=AdoptionStatus, default=AdoptionStatus.HANDED
    )
    adopted_at = models.DateTimeField("cụ thể hóa lúc", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "cụ thể hóa chương trình cấp trên"
        verbose_name_plural = "cụ thể hóa chương trình cấp trên"
        constraints = [
            one_of("status", AdoptionStatus, name="adoption_status_known"),
            models.UniqueConstraint(fields=["parent", "area"], name="adoption_once_a_place"),
            models.CheckConstraint(
                condition=Q(status=AdoptionStatus.ADOPTED, adopted_at__isnull=False)
                | (~Q(status=AdoptionStatus.ADOPTED) & Q(adopted_at=None)),
                name="adoption_adopted_has_a_time",
            ),
        ]


class AdoptionDecision(Decision):
    """What a place, or the one above it, decided about an adoption."""

    adoption = models.ForeignKey(Adoption, on_delete=models.CASCADE, related_name="decisions")
    data = models.JSONField(default=dict)

    class Meta:
        verbose_name = "việc đã làm khi cụ thể hóa"
        verbose_name_plural = "việc đã làm khi cụ thể hóa"


class Addition(models.Model):
    """An own clause (`key`) of an adopting programme stands under the parent's clause `under_key`."""

    adoption = models.ForeignKey(Adoption, on_delete=models.CASCADE, related_name="additions")
    key = models.UUIDField()
    under_key = models.UUIDField()

    class Meta:
        verbose_name = "mục thêm vào"
        verbose_name_plural = "mục thêm vào"
        constraints = [models.UniqueConstraint(fields=["adoption", "key"], name="addition_once")]
