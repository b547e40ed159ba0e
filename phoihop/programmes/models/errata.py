"""Đính chính: a slip of the pen in an issued document, put right by an official letter.

The signed text stays as it is; an erratum stands beside it. It is neither an amendment (the parties agreed
on nothing new) nor a mended reading (the paper itself was wrong).
"""

from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled
from phoihop.documents.models import StoredFile
from phoihop.programmes.models.editions import Edition
from phoihop.programmes.models.freezing import append_only
from phoihop.programmes.models.texts import Clause


class Erratum(Decision, Sampled):
    """Wrong words of a clause (none: of the head or the whole document) and the right ones.

    Never changed: a row with `cancels` takes an earlier one back, its `note` says why.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="errata")
    clause = models.ForeignKey(
        Clause, on_delete=models.CASCADE, null=True, blank=True, related_name="errata", verbose_name="mục"
    )
    number_text = models.CharField("số, ký hiệu công văn đính chính", max_length=80)
    issued_on = models.DateField("ngày công văn")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    wrong = models.TextField("đã in")
    right = models.TextField("đính chính thành")
    cancels = models.OneToOneField(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="cancelled_by",
        verbose_name="hủy lần đính chính",
    )

    class Meta:
        verbose_name = "đính chính"
        verbose_name_plural = "đính chính"
        constraints = [
            models.CheckConstraint(
                condition=~Q(number_text="") & ~Q(wrong="") & ~Q(right=""), name="erratum_says_all"
            ),
        ]
        triggers = [append_only("erratum_append_only")]
