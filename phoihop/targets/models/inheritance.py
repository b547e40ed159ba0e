"""What heirs answer for of the shares of bodies that ended."""

import pgtrigger
from django.db import models

from phoihop.core.models import Sampled
from phoihop.organisations.models import Body
from phoihop.targets.models.targets import Contribution, due_follows

_INHERITED = (
    "SELECT DISTINCT c.target_id FROM touched t JOIN targets_contribution c ON c.id = t.contribution_id"
)


class InheritedShare(Sampled):
    """What an heir answers for of a share whose body ended: all of it, or the part agreed on in a split.

    The share itself stays as the text gives it, under the old name. An heir that ended in its turn passes its
    part on by rows `after` its own; those nothing comes after stand.
    """

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="inherited")
    heir = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="inherited_shares")
    after = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="passed_on"
    )
    value = models.DecimalField("phần", max_digits=18, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = "phần đảm nhận kế thừa"
        verbose_name_plural = "phần đảm nhận kế thừa"
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "after", "heir"], nulls_distinct=False, name="inheritedshare_once"
            )
        ]
        triggers = [
            due_follows("inherited_due_made", pgtrigger.Insert, targets=_INHERITED, new="touched"),
            due_follows("inherited_due_gone", pgtrigger.Delete, targets=_INHERITED, old="touched"),
        ]
