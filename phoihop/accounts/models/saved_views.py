"""Pages of dashboards as somebody keeps them."""

from django.db import models
from django.db.models import Q

from phoihop.core.models import Sampled
from phoihop.organisations.models import Body
from phoihop.people.models import Person


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
