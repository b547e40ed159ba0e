"""Who acts for which body, in which role, from when to when; and what they are told."""

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


class Notice(Sampled):
    """A message to a person, shown in the app."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, null=True, related_name="+")
    text = models.TextField("nội dung")
    url = models.CharField(max_length=200, blank=True)
    dedup_key = models.CharField(max_length=120)
    at = models.DateTimeField("lúc")
    read_at = models.DateTimeField("đọc lúc", null=True, blank=True)

    class Meta:
        verbose_name = "thông báo"
        verbose_name_plural = "thông báo"
        constraints = [models.UniqueConstraint(fields=["person", "dedup_key"], name="notice_never_twice")]
        indexes = [
            models.Index(fields=["person"], condition=Q(read_at=None), name="notice_unread"),
            models.Index(fields=["person", "-at"], name="notice_latest_first"),
        ]


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


class SavedView(Sampled):
    """A page of dashboards with its filters, under a name of one's own; who opens it sees only what they may.

    It belongs to a person in the work of one body. `path` and `query` are the address within the site.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="saved_views")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="saved_views")
    name = models.CharField("tên", max_length=80)
    path = models.CharField("trang", max_length=200)
    query = models.CharField("bộ lọc", max_length=1000, blank=True)
    is_for_body = models.BooleanField("cả đơn vị cùng dùng", default=False)
    link = models.UUIDField("mã liên kết", null=True, blank=True, unique=True)
    is_start = models.BooleanField("mở đầu tiên", default=False)
    saved_at = models.DateTimeField("lưu lúc")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "góc nhìn đã lưu"
        verbose_name_plural = "góc nhìn đã lưu"
        constraints = [
            models.UniqueConstraint(fields=["person", "body", "name"], name="savedview_name_once"),
            models.UniqueConstraint(
                fields=["person", "body"], condition=Q(is_start=True), name="savedview_one_start"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="savedview_has_a_name"),
            models.CheckConstraint(condition=Q(path__startswith="/bang/"), name="savedview_of_a_dashboard"),
        ]
        indexes = [
            models.Index(fields=["body"], condition=Q(is_for_body=True), name="savedview_of_a_body"),
        ]
