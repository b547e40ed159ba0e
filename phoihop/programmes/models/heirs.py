"""Who stands, in one programme, where a body that ended stood."""

from django.db import models
from django.db.models import F, Q

from phoihop.core.models import Sampled
from phoihop.organisations.models import Body
from phoihop.programmes.models.editions import Programme


class Heir(Sampled):
    """From a day on, `heir` stands in the programme where `body` stood; several rows after a split.

    The signed text goes on naming the old body. Made and taken away by acts of succession alone.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="heirs")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị cũ")
    heir = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị kế thừa")
    from_day = models.DateField("từ ngày")

    class Meta:
        verbose_name = "đơn vị kế thừa trong chương trình"
        verbose_name_plural = "đơn vị kế thừa trong chương trình"
        constraints = [
            models.UniqueConstraint(fields=["programme", "body", "heir"], name="heir_once"),
            models.CheckConstraint(condition=~Q(heir=F("body")), name="heir_is_another"),
        ]
