"""Parts of a target offered by a party, or asked of it by the lead, until they add up to the whole."""

from django.db import models
from django.db.models import Q

from phoihop.core.models import one_of
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.targets.models.targets import Target
from phoihop.targets.statuses import OfferStatus


class PartOffer(models.Model):
    """A number somebody proposes for a body: by the lead (asked) or by the body itself (offered).

    `value` is in the target's unit. A counter-offer replaces the open one, so at most one is open for a
    body; an accepted one is the body's contribution, and `before` is what that was (empty: without a
    number; 0: there was none).
    """

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="offers")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị")
    is_from_lead = models.BooleanField("đầu mối đề nghị")
    value = models.DecimalField("phần", max_digits=18, decimal_places=4)
    note = models.CharField("lời nhắn", max_length=500, blank=True)
    status = models.CharField("trạng thái", max_length=12, choices=OfferStatus, default=OfferStatus.OPEN)
    before = models.DecimalField("phần trước đó", max_digits=18, decimal_places=4, null=True, blank=True)
    by_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField("trả lời lúc", null=True, blank=True)
    answer = models.CharField("trả lời", max_length=500, blank=True)

    class Meta:
        verbose_name = "đề nghị phần chỉ tiêu"
        verbose_name_plural = "đề nghị phần chỉ tiêu"
        ordering = ["pk"]
        constraints = [
            one_of("status", OfferStatus, name="partoffer_status_known"),
            models.CheckConstraint(condition=Q(value__gt=0), name="partoffer_value_positive"),
            models.UniqueConstraint(
                fields=["target", "body"], condition=Q(status="open"), name="partoffer_one_open"
            ),
            models.CheckConstraint(
                condition=Q(status="open", answered_at=None)
                | (~Q(status="open") & Q(answered_at__isnull=False)),
                name="partoffer_answered_has_a_time",
            ),
        ]
