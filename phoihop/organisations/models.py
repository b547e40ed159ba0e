"""Places and bodies, dated: who was here on a day, under which name and code, and who came after."""

from datetime import date
from typing import Self

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import CheckConstraint, F, Func, Q, Value

from phoihop.core.models import Sampled, one_of
from phoihop.people.models import Person


class Level(models.TextChoices):
    NATION = "nation", "Cả nước"
    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"
    RESIDENTIAL_AREA = "residential_area", "Khu dân cư"


class AreaKind(models.TextChoices):
    NATION = "nation", "nước"
    PROVINCE = "province", "tỉnh"
    MUNICIPALITY = "municipality", "thành phố trực thuộc trung ương"
    RURAL_DISTRICT = "rural_district", "huyện"
    PROVINCIAL_CITY = "provincial_city", "thành phố"
    TOWN = "town", "thị xã"
    URBAN_DISTRICT = "urban_district", "quận"
    RURAL_COMMUNE = "rural_commune", "xã"
    WARD = "ward", "phường"
    TOWNSHIP = "township", "thị trấn"
    SPECIAL_ZONE = "special_zone", "đặc khu"
    VILLAGE = "village", "thôn"
    HAMLET = "hamlet", "xóm"
    QUARTER = "quarter", "khu phố"
    RESIDENTIAL_GROUP = "residential_group", "tổ dân phố"
    BAN = "ban", "bản"
    BUON = "buon", "buôn"
    AP = "ap", "ấp"
    BLOCK = "block", "khối phố"


class BodyKind(models.TextChoices):
    PEOPLES_COMMITTEE = "peoples_committee", "Ủy ban nhân dân"
    PEOPLES_COUNCIL = "peoples_council", "Hội đồng nhân dân"
    FRONT_COMMITTEE = "front_committee", "Ủy ban Mặt trận Tổ quốc Việt Nam"
    LABOUR_FEDERATION = "labour_federation", "Công đoàn, Liên đoàn Lao động"
    FARMERS_UNION = "farmers_union", "Hội Nông dân"
    WOMENS_UNION = "womens_union", "Hội Liên hiệp Phụ nữ"
    YOUTH_UNION = "youth_union", "Đoàn TNCS Hồ Chí Minh"
    VETERANS_ASSOCIATION = "veterans_association", "Hội Cựu chiến binh"
    PARTY_COMMITTEE = "party_committee", "Cấp ủy"
    DEPARTMENT = "department", "Cơ quan, phòng chuyên môn"
    OFFICE = "office", "Văn phòng"
    POLICE = "police", "Công an"
    MILITARY_COMMAND = "military_command", "Ban Chỉ huy quân sự"
    FRONT_WORK_BOARD = "front_work_board", "Ban Công tác Mặt trận"
    PEOPLE_INSPECTORATE = "people_inspectorate", "Ban Thanh tra nhân dân"
    COMMUNITY_INVESTMENT_BOARD = "community_investment_board", "Ban Giám sát đầu tư của cộng đồng"
    MEMBER_ORGANISATION = "member_organisation", "Tổ chức thành viên khác của Mặt trận"
    OPERATOR = "operator", "Đơn vị vận hành hệ thống"


class SuccessionKind(models.TextChoices):
    MERGE = "merge", "nhập, hợp nhất"
    SPLIT = "split", "chia, tách"
    RENAME = "rename", "đổi tên"
    TYPE_CHANGE = "type_change", "đổi loại hình"
    CONTINUE = "continue", "giữ nguyên, sang danh mục mới"


class DatedQuerySet[M: models.Model](models.QuerySet[M]):
    def on(self, day: date) -> Self:
        """The rows valid on `day`; an open end is unlimited."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day)
        )


class Dated(models.Model):
    """Valid from a day to a day, both included; empty means not limited by what is known."""

    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True


def _no_overlap(field: str, *, name: str) -> ExclusionConstraint:
    """Two rows of the same `field` never hold on the same day (ranges only: no extension is needed)."""
    same = Func(F(field), F(field), Value("[]"), function="int8range")
    span = Func(
        F("valid_from"), F("valid_to"), Value("[]"), function="daterange", output_field=DateRangeField()
    )
    return ExclusionConstraint(name=name, expressions=[(same, "&&"), (span, "&&")])


def _in_order(name: str) -> CheckConstraint:
    return CheckConstraint(
        condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name=name
    )


class Entered(models.Model):
    """Who entered a row and when; empty for rows of the loader."""

    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entered_at = models.DateTimeField("nhập lúc", null=True, blank=True)

    class Meta:
        abstract = True


class Area(Dated, Entered, Sampled):
    """A place through time: one row from its founding to its end; names and parents are versions."""

    level = models.CharField("cấp", max_length=20, choices=Level)
    source = models.TextField("nguồn", blank=True)

    class Meta:
        verbose_name = "địa bàn"
        verbose_name_plural = "địa bàn"
        constraints = [_in_order("area_dates_in_order"), one_of("level", Level, name="area_level_known")]
        indexes = [models.Index(fields=["level", "valid_to"])]


def _paths_follow(name: str, operation: pgtrigger.Operation, **rows: str) -> pgtrigger.Trigger:
    """However versions are written, the paths of their places and of all below are made again."""
    return pgtrigger.Trigger(
        name=f"areaversion_paths_{name}",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**rows),  # type: ignore[no-untyped-call]
        func="PERFORM organisations_make_paths(ARRAY(SELECT DISTINCT area_id FROM touched)); RETURN NULL;",
    )


class AreaVersion(Dated):
    """What a place was called, which type it had and what it belonged to, for a span of days."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="versions")
    name = models.CharField("tên", max_length=120)
    kind = models.CharField("loại", max_length=24, choices=AreaKind)
    parent = models.ForeignKey(
        Area,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="child_versions",
        verbose_name="thuộc",
    )
    folded = models.CharField(max_length=160, db_index=True)
    sort_key = models.TextField()
    legal_document = models.TextField("văn bản", blank=True)

    class Meta:
        verbose_name = "tên và loại của địa bàn"
        verbose_name_plural = "tên và loại của địa bàn"
        constraints = [
            _in_order("areaversion_dates_in_order"),
            one_of("kind", AreaKind, name="areaversion_kind_known"),
            _no_overlap("area", name="areaversion_one_a_day"),
        ]
        triggers = [
            _paths_follow("insert", pgtrigger.Insert, new="touched"),
            _paths_follow("update", pgtrigger.Update, new="touched"),
            _paths_follow("delete", pgtrigger.Delete, old="touched"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """Type and name as printed: "xã Lam Sơn", "tỉnh Thanh Hóa", "thành phố Đà Nẵng"."""
        if self.kind == AreaKind.NATION:
            return self.name
        if self.kind == AreaKind.MUNICIPALITY:
            return f"thành phố {self.name}"
        return f"{AreaKind(self.kind).label} {self.name}"


class AreaPath(models.Model):
    """Under which places a place lies, for a span of days; made by the database from the versions.

    Every day is in one row of each place: before its first version counts that one, after it ended the last.
    Each column holds the place itself too, where it is of that level. Queries over many rows need no walk.
    """

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="paths")
    valid_from = models.DateField()
    valid_to = models.DateField()
    commune_id = models.BigIntegerField(null=True)
    district_id = models.BigIntegerField(null=True)
    province_id = models.BigIntegerField(null=True)
    nation_id = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = "đường dẫn của địa bàn"
        verbose_name_plural = "đường dẫn của địa bàn"
        indexes = [models.Index(fields=["province_id"]), models.Index(fields=["commune_id"])]


class AreaCode(Dated):
    """A code of a place in a list, with the list's name and days: a bare code names nothing."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="codes")
    scheme = models.CharField("danh mục", max_length=40)
    code = models.CharField("mã", max_length=20)

    class Meta:
        verbose_name = "mã địa bàn"
        verbose_name_plural = "mã địa bàn"
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "code", "valid_from"], name="areacode_unique", nulls_distinct=False
            ),
            _in_order("areacode_dates_in_order"),
        ]

    @property
    def list_words(self) -> str:
        """The list in words: "gso-2025-07-01" is the statistics office's of that day."""
        office, _, day = self.scheme.partition("-")
        if office != "gso":
            return f"danh mục {self.scheme}"
        return f"danh mục của Cục Thống kê ngày {date.fromisoformat(day):%d/%m/%Y}"


class Body(Dated, Entered, Sampled):
    """A committee, organisation, department or board at a place."""

    kind = models.CharField("loại", max_length=30, choices=BodyKind)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="bodies", verbose_name="địa bàn")
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="trực thuộc",
    )
    source = models.TextField("nguồn", blank=True)

    class Meta:
        verbose_name = "tổ chức"
        verbose_name_plural = "tổ chức"
        constraints = [_in_order("body_dates_in_order"), one_of("kind", BodyKind, name="body_kind_known")]


class BodyName(Dated):
    """The names of a body for a span of days."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="names")
    name = models.CharField("tên đầy đủ", max_length=200)
    short_name = models.CharField("tên ngắn", max_length=120)
    symbol = models.CharField("viết tắt trong ký hiệu", max_length=30, blank=True)
    folded = models.CharField(max_length=240, db_index=True)
    sort_key = models.TextField()
    legal_document = models.TextField("văn bản", blank=True)

    class Meta:
        verbose_name = "tên tổ chức"
        verbose_name_plural = "tên tổ chức"
        constraints = [
            _in_order("bodyname_dates_in_order"),
            _no_overlap("body", name="bodyname_one_a_day"),
        ]

    def __str__(self) -> str:
        return self.short_name


class BodyAlias(models.Model):
    """Another way texts name a body."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField("cách gọi", max_length=200)
    folded = models.CharField(max_length=240, db_index=True)

    class Meta:
        verbose_name = "cách gọi khác"
        verbose_name_plural = "cách gọi khác"
        constraints = [models.UniqueConstraint(fields=["body", "folded"], name="bodyalias_unique")]


class BodyFunction(Dated):
    """A field of work a body answers for, for a span of days."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="functions")
    name = models.CharField("lĩnh vực", max_length=200)
    source = models.TextField("nguồn", blank=True)

    class Meta:
        verbose_name = "chức năng"
        verbose_name_plural = "chức năng"
        constraints = [_in_order("bodyfunction_dates_in_order")]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Succession(Entered, Sampled):
    """An act by which places or bodies followed others, with its legal document.

    A place or body that goes on under another name or type stays the same row: its link leads to itself.
    `undo` holds what the act made and ended: {"made": [[model, id]], "ended": [[model, id, former end]]}.
    """

    kind = models.CharField("hình thức", max_length=20, choices=SuccessionKind)
    effective_on = models.DateField("có hiệu lực từ")
    legal_document = models.TextField("văn bản")
    note = models.TextField("ghi chú", blank=True)
    undo = models.JSONField("để hoàn tác", default=dict, blank=True, editable=False)

    class Meta:
        verbose_name = "kế thừa"
        verbose_name_plural = "kế thừa"
        constraints = [one_of("kind", SuccessionKind, name="succession_kind_known")]


class SuccessionLink(models.Model):
    """One predecessor and one successor in an act: two places, or two bodies."""

    succession = models.ForeignKey(Succession, on_delete=models.CASCADE, related_name="links")
    from_area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="successor_links"
    )
    to_area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="predecessor_links"
    )
    from_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="successor_links"
    )
    to_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="predecessor_links"
    )
    is_partial = models.BooleanField("chỉ một phần", default=False)
    note = models.TextField("phần chuyển giao", blank=True)

    class Meta:
        verbose_name = "quan hệ kế thừa"
        verbose_name_plural = "quan hệ kế thừa"
        constraints = [
            CheckConstraint(
                condition=(
                    Q(from_area__isnull=False, to_area__isnull=False, from_body=None, to_body=None)
                    | Q(from_area=None, to_area=None, from_body__isnull=False, to_body__isnull=False)
                ),
                name="successionlink_two_of_a_kind",
            ),
            models.UniqueConstraint(
                fields=["succession", "from_area", "to_area", "from_body", "to_body"],
                name="successionlink_unique",
                nulls_distinct=False,
            ),
        ]
