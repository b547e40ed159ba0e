"""Who acts for which body, in which role, from when to when."""

from datetime import timedelta

import pghistory
from django.db import models
from django.db.models import F, Q

from phoihop.core.models import Sampled, one_of
from phoihop.organisations.models import Body, Dated
from phoihop.people.models import Person


class Role(models.TextChoices):
    VIEWER = "viewer", "người xem"
    OFFICER = "officer", "cán bộ"
    LEADER = "leader", "lãnh đạo"
    CLERK = "clerk", "văn thư"
    COMMITTEE_MEMBER = "committee_member", "ủy viên"
    AREA_HEAD = "area_head", "trưởng khu dân cư"
    ADMINISTRATOR = "administrator", "quản trị"


@pghistory.track()
class Membership(Dated, Sampled):
    """A person in a role at a body for a span of days; one person may hold several at once.

    Ended on the day it began, it ends the day before it began: it then held on no day, and stays as history.
    """

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="memberships", verbose_name="người"
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="memberships", verbose_name="tổ chức"
    )
    role = models.CharField("vai trò", max_length=20, choices=Role)
    position = models.CharField("chức vụ", max_length=100, blank=True)

    class Meta:
        verbose_name = "vai trò tại tổ chức"
        verbose_name_plural = "vai trò tại tổ chức"
        constraints = [
            one_of("role", Role, name="membership_role_known"),
            models.UniqueConstraint(
                fields=["person", "body", "role"], condition=Q(valid_to=None), name="membership_open_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None)
                | Q(valid_to=None)
                | Q(valid_to__gte=F("valid_from") - timedelta(days=1)),
                name="membership_dates_in_order",
            ),
        ]


class BodySecurity(models.Model):
    """How the people of a body must sign in."""

    body = models.OneToOneField(Body, on_delete=models.CASCADE, related_name="security")
    requires_totp = models.BooleanField("bắt buộc mã xác thực hai lớp", default=False)

    class Meta:
        verbose_name = "yêu cầu đăng nhập"
        verbose_name_plural = "yêu cầu đăng nhập"


class Decision(models.Model):
    """Who did what, for which body, when, with what note: domain data that users see."""

    by_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", verbose_name="người thực hiện"
    )
    by_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="thay mặt")
    verb = models.CharField("việc", max_length=40)
    note = models.TextField("ghi chú", blank=True)
    at = models.DateTimeField("lúc")

    class Meta:
        abstract = True


class MembershipDecision(Decision):
    """A membership begun or ended."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "quyết định về vai trò"
        verbose_name_plural = "quyết định về vai trò"
