"""A programme is a row of editions; a signed edition never changes, and the database holds it to that."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models import OutgoingEntry, StoredFile
from phoihop.organisations.models import Area, Body
from phoihop.people.models import Person
from phoihop.programmes.models.freezing import FREEZE_EDITION, frozen_with_edition, signature_kept
from phoihop.programmes.models.visibility import ProgrammeQuerySet
from phoihop.programmes.statuses import UNDER_WAY, EditionKind, EditionStatus, Origin


class ProgrammeKind(models.TextChoices):
    COORDINATION_PROGRAMME = "coordination_programme", "chương trình phối hợp"
    ACTION_PROGRAMME = "action_programme", "chương trình hành động"
    JOINT_PLAN = "joint_plan", "kế hoạch liên tịch"
    IMPLEMENTATION_PLAN = "implementation_plan", "kế hoạch thực hiện"


PLANS = (ProgrammeKind.JOINT_PLAN, ProgrammeKind.IMPLEMENTATION_PLAN)
"""What carries out another programme; it stands under that one."""
AGREEMENTS = [(kind.value, kind.label) for kind in ProgrammeKind if kind not in PLANS]
"""What stands by itself: the choices wherever somebody begins or reads a programme."""


class Programme(Sampled):
    """An agreement through all its editions, or a plan that carries one out (`under`, for `year`).

    A joint plan is for one year; a party's implementation plan for one year, or without one for the whole
    period.
    """

    kind = models.CharField("loại", max_length=30, choices=ProgrammeKind)
    name = models.CharField("tên gọi tắt", max_length=200)
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="programmes", verbose_name="địa bàn"
    )
    lead = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="led_programmes", verbose_name="cơ quan đầu mối"
    )
    renews = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="renewals",
        verbose_name="tiếp nối",
    )
    under = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="plans",
        verbose_name="thực hiện chương trình",
    )
    year = models.PositiveSmallIntegerField("kế hoạch năm", null=True, blank=True)
    folded = models.TextField(blank=True)
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField("lập lúc")

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = "chương trình"
        verbose_name_plural = "chương trình"
        constraints = [
            one_of("kind", ProgrammeKind, name="programme_kind_known"),
            models.CheckConstraint(
                condition=Q(kind=ProgrammeKind.JOINT_PLAN, under__isnull=False, year__isnull=False)
                | Q(kind=ProgrammeKind.IMPLEMENTATION_PLAN, under__isnull=False)
                | (~Q(kind__in=PLANS) & Q(under=None, year=None)),
                name="programme_plan_stands_under",
            ),
            models.CheckConstraint(
                condition=Q(year=None) | Q(year__range=(1945, 2100)), name="programme_year_possible"
            ),
            models.UniqueConstraint(
                fields=["under", "year"],
                condition=Q(kind=ProgrammeKind.JOINT_PLAN),
                name="programme_one_joint_plan_a_year",
            ),
            models.UniqueConstraint(
                fields=["under", "lead", "year"],
                condition=Q(kind=ProgrammeKind.IMPLEMENTATION_PLAN),
                nulls_distinct=False,
                name="programme_one_implementation_plan",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_plan(self) -> bool:
        """It carries out another programme: nobody renews, hands down or follows it by itself."""
        return self.kind in PLANS


@pghistory.track()
class Edition(Sampled):
    """One text of a programme, from draft to its end.

    An amendment is a whole text of its own: what it changes is the difference from the edition it amends.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="editions")
    sequence = models.PositiveSmallIntegerField("bản thứ", default=1)
    origin = models.CharField("nguồn gốc", max_length=20, choices=Origin)
    status = models.CharField("trạng thái", max_length=20, choices=EditionStatus, default=EditionStatus.DRAFT)
    title = models.TextField("tên văn bản")
    opening = models.TextField("lời dẫn", blank=True)
    number_text = models.CharField("số, ký hiệu", max_length=80, blank=True)
    outgoing_entry = models.OneToOneField(
        OutgoingEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="edition"
    )
    place = models.CharField("nơi ban hành", max_length=100, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    period_start = models.DateField("từ ngày", null=True, blank=True)
    period_end = models.DateField("đến ngày", null=True, blank=True)
    in_force_from = models.DateField("có hiệu lực từ", null=True, blank=True)
    ended_on = models.DateField("kết thúc ngày", null=True, blank=True)
    source_text = models.TextField("toàn văn", blank=True)
    source_file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField("tính chất", max_length=20, choices=EditionKind, default=EditionKind.ORIGINAL)
    amends = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="amendments",
        verbose_name="sửa đổi bản",
    )
    effective_on = models.DateField("có hiệu lực từ, ghi trong văn bản sửa đổi", null=True, blank=True)
    grounds = models.TextField("căn cứ, lý do sửa đổi", blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "bản chương trình"
        verbose_name_plural = "bản chương trình"
        constraints = [
            one_of("status", EditionStatus, name="edition_status_known"),
            one_of("origin", Origin, name="edition_origin_known"),
            models.UniqueConstraint(fields=["programme", "sequence"], name="edition_sequence_unique"),
            models.UniqueConstraint(
                fields=["programme"], condition=Q(status=EditionStatus.IN_FORCE), name="edition_one_in_force"
            ),
            models.CheckConstraint(
                condition=Q(period_start=None) | Q(period_end=None) | Q(period_end__gte=F("period_start")),
                name="edition_period_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[EditionStatus.IN_FORCE, EditionStatus.WAITING])
                | Q(in_force_from__isnull=False),
                name="edition_in_force_has_a_day",
            ),
            one_of("kind", EditionKind, name="edition_kind_known"),
            models.CheckConstraint(
                condition=Q(kind=EditionKind.ORIGINAL, amends=None)
                | (~Q(kind=EditionKind.ORIGINAL) & Q(amends__isnull=False) & ~Q(grounds="")),
                name="edition_amends_one_with_grounds",
            ),
            models.UniqueConstraint(
                fields=["programme"],
                condition=Q(status__in=sorted(UNDER_WAY)),
                name="edition_one_under_way",
            ),
            models.CheckConstraint(
                condition=~Q(origin=Origin.SIGNED_HERE, status__in=["draft", "signing"]) | Q(number_text=""),
                name="edition_number_after_signature",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="edition_frozen",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=FREEZE_EDITION,
            )
        ]

    def __str__(self) -> str:
        return self.title


class Party(models.Model):
    """A body that signs an edition; `text` is how the paper names it."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="parties")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="party_rows", verbose_name="bên ký")
    order = models.PositiveSmallIntegerField("thứ tự")
    text = models.CharField("ghi trong văn bản", max_length=200, blank=True)

    class Meta:
        verbose_name = "bên ký"
        verbose_name_plural = "các bên ký"
        constraints = [models.UniqueConstraint(fields=["edition", "body"], name="party_once")]
        triggers = [frozen_with_edition("party_frozen")]


class Capacity(models.TextChoices):
    ON_BEHALF_OF = "on_behalf_of", "TM."
    FOR_SUPERIOR = "for_superior", "KT."
    BY_ORDER = "by_order", "TL."
    BY_AUTHORISATION = "by_authorisation", "TUQ."
    ACTING = "acting", "Q."
    HEAD = "head", "trực tiếp"


class Signature(models.Model):
    """A party's signature: who, in which capacity and position, on which day, with which proof.

    As printed on a recorded paper (no person, blanks stay blank), or made here by a person.
    """

    party = models.OneToOneField(Party, on_delete=models.CASCADE, related_name="signature")
    capacity = models.CharField("thể thức ký", max_length=20, choices=Capacity, default=Capacity.ON_BEHALF_OF)
    authority = models.CharField("thay mặt", max_length=200, blank=True)
    position = models.CharField("chức vụ", max_length=100, blank=True)
    principal = models.CharField("ký thay, theo lệnh, theo ủy quyền của", max_length=100, blank=True)
    name = models.CharField("họ và tên", max_length=100, blank=True)
    signed_on = models.DateField("ngày ký", null=True, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    proof = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entered_for = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="nhập bởi")
    entered_at = models.DateTimeField()

    class Meta:
        verbose_name = "chữ ký"
        verbose_name_plural = "chữ ký"
        constraints = [one_of("capacity", Capacity, name="signature_capacity_known")]
        triggers = [signature_kept("signature_kept")]


class Recipient(models.Model):
    """A line of "Nơi nhận"."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="recipients")
    order = models.PositiveSmallIntegerField()
    name = models.CharField("nơi nhận", max_length=300)
    purpose = models.CharField("để", max_length=100, blank=True)

    class Meta:
        verbose_name = "nơi nhận"
        verbose_name_plural = "nơi nhận"
        triggers = [frozen_with_edition("recipient_frozen")]


class EditionDecision(Decision):
    """An act on an edition: recorded, opened for signature, signed, numbered, ended, …"""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="decisions")
    data = models.JSONField(default=dict)

    class Meta:
        verbose_name = "việc đã làm với chương trình"
        verbose_name_plural = "việc đã làm với chương trình"
