"""The first page of dashboards: for each kind of person what is behind, and the way into it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from phoihop.accounts.permissions import is_administrator
from phoihop.accounts.saved_views import own_views
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.dashboards.calculations.heat import HeatCell
from phoihop.dashboards.queries.place import Told, told_of
from phoihop.dashboards.queries.standings import counts_by_programme
from phoihop.organisations.models import Body, BodyKind, Level
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import Task
from phoihop.programmes.models import Adoption, Edition, Programme
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.statuses import AdoptionStatus, EditionStatus
from phoihop.reports.models import Obligation
from phoihop.reports.statuses import ReportStatus

MOST_PROGRAMMES = 12
_MOST_BEHIND = 8
_MOST_MISSING = 12


class Kind(Enum):
    """Whose page it is, with what it says of itself."""

    AREA_HEAD = "Việc ở khu dân cư"
    OFFICER = "Đơn vị tôi: còn nợ gì, chậm gì"
    OFFICE = "Ai chưa báo cáo, chỉ tiêu nào chậm"
    CHAIR = "Chậm gì và vì sao"
    PROVINCE = "Các nơi bên dưới: đến đâu, chậm ở đâu"
    ADMINISTRATOR = "Tài khoản và hệ thống"


@dataclass(frozen=True)
class ProgrammeLine:
    """A programme with its reports of the year; `adopted` of `handed` places below took it on.

    `area_id` is the own place, where the programme is of one above it.
    """

    id: int
    name: str
    reports: HeatCell | None
    handed: int
    adopted: int
    is_sample: bool
    area_id: int | None


@dataclass(frozen=True)
class MissingLine:
    """A report that is past its day."""

    obligation_id: int
    body: str
    name: str
    period: Period
    days: int


@dataclass(frozen=True)
class Owed:
    """What the own body owes: reports and tasks past their day, reports still to come."""

    late: int
    coming: int
    late_tasks: int


@dataclass(frozen=True)
class Overview:
    """The page; what a kind of person does not need stays empty."""

    kind: Kind
    programmes: list[ProgrammeLine] = field(default_factory=list)
    behind: list[Told] = field(default_factory=list)
    behind_count: int = 0
    missing: list[MissingLine] = field(default_factory=list)
    owed: Owed | None = None
    next_task: tuple[int, str, date] | None = None
    open_tasks: int = 0

    @property
    def is_sample(self) -> bool:
        return any(line.is_sample for line in self.programmes)


@dataclass(frozen=True)
class Visitor:
    """Whose page it is, the view they start with, if any, and the texts in force that concern them."""

    kind: Kind
    start_view_id: int | None
    editions: Sequence[Edition]


def visitor(member: Member) -> Visitor:
    """By the role, the body and the level of its place; one query, two where there is no programme."""
    start = own_views(member).filter(is_start=True).values("pk")[:1]
    if member.role == "area_head":
        return Visitor(Kind.AREA_HEAD, _first(start), [])
    if is_administrator(member):
        return Visitor(Kind.ADMINISTRATOR, _first(start), [])
    body = Body.objects.filter(pk=member.body_id)
    rows = _editions(member).annotate(
        of_level=Subquery(body.values("area__level")),
        of_kind=Subquery(body.values("kind")),
        start=Subquery(start),
    )
    editions = list(rows[:MOST_PROGRAMMES])
    if editions:
        first: Any = editions[0]
        return Visitor(_kind(member, first.of_level, first.of_kind), first.start, editions)
    level, kind, start_id = (
        body.annotate(start=Subquery(start)).values_list("area__level", "kind", "start").get()
    )
    return Visitor(_kind(member, level, kind), start_id, [])


def _first(start: QuerySet[Any]) -> int | None:
    return next((row["pk"] for row in start), None)


def _kind(member: Member, level: str, kind: str) -> Kind:
    if level in {Level.NATION, Level.PROVINCE, Level.DISTRICT}:
        return Kind.PROVINCE
    if member.role == "leader":
        return Kind.CHAIR
    leads = {BodyKind.OFFICE, BodyKind.PEOPLES_COMMITTEE}
    return Kind.OFFICE if kind in leads else Kind.OFFICER


def overview(member: Member, *, who: Visitor, today: date) -> Overview:
    """What the kind of person needs; three queries and those of the totals at most."""
    kind, editions = who.kind, who.editions
    if kind == Kind.AREA_HEAD:
        return _area_head(member, today)
    if kind == Kind.ADMINISTRATOR:
        return Overview(kind)
    behind = [] if kind == Kind.OFFICE else _behind(editions, member, today)
    return Overview(
        kind=kind,
        programmes=_programmes(editions, member, kind, today),
        behind=behind[:_MOST_BEHIND],
        behind_count=len(behind),
        missing=_missing(editions, member, today) if kind == Kind.OFFICE else [],
        owed=_owed(member, today) if kind == Kind.OFFICER else None,
    )


def _area_head(member: Member, today: date) -> Overview:
    """The next task of the person's own and how many there are; one query."""
    rows = Task.objects.open().filter(person=member.person_id).order_by("due_on", "pk")
    found = list(rows.values_list("pk", "title", "due_on"))
    return Overview(Kind.AREA_HEAD, next_task=found[0] if found else None, open_tasks=len(found))


def _editions(member: Member) -> QuerySet[Edition]:
    """Texts in force of the own place, of the nation or led by the own body, those handed down first."""
    own = (
        Q(programme__area=member.area_id)
        | Q(programme__lead__in=bodies_written_for(member.body_id))
        | Q(programme__area__level=Level.NATION)
    )
    rows = Edition.objects.filter(
        own, status=EditionStatus.IN_FORCE, programme__in=Programme.objects.visible_to(member).values("pk")
    )
    return (
        rows.select_related("programme__area")
        .annotate(handed=_adoptions(Q()), adopted=_adoptions(Q(status=AdoptionStatus.ADOPTED)))
        .order_by("-handed", F("period_end").desc(nulls_last=True), "programme__name", "pk")
    )


def _adoptions(which: Q) -> Coalesce:
    rows = Adoption.objects.filter(which, parent=OuterRef("programme")).order_by().values("parent")
    counted = Subquery(rows.annotate(rows=Count("pk")).values("rows"), output_field=IntegerField())
    return Coalesce(counted, Value(0))


def _programmes(editions: Sequence[Edition], member: Member, kind: Kind, today: date) -> list[ProgrammeLine]:
    """One query; an officer reads above what the own body owes."""
    ids = [] if kind == Kind.OFFICER else [edition.programme_id for edition in editions]
    counts = counts_by_programme(member, ids, year=today.year, today=today)
    none = None if kind == Kind.OFFICER else HeatCell()
    return [
        ProgrammeLine(
            id=edition.programme_id,
            name=edition.programme.name,
            reports=counts.get(edition.programme_id, none),
            handed=getattr(edition, "handed", 0),
            adopted=getattr(edition, "adopted", 0),
            is_sample=edition.is_sample,
            area_id=None if edition.programme.area_id == member.area_id else _within(edition, member),
        )
        for edition in editions
    ]


def _within(edition: Edition, member: Member) -> int | None:
    is_above = edition.programme.area.level == Level.NATION
    return member.area_id if is_above else None


def _behind(editions: Sequence[Edition], member: Member, today: date) -> list[Told]:
    """Targets behind at the own place, the furthest first."""
    own = [edition.pk for edition in editions if edition.programme.area_id == member.area_id]
    told = told_of(own, area_id=member.area_id, today=today)
    return [one for one in told if one.line.is_behind]


def _missing(editions: Sequence[Edition], member: Member, today: date) -> list[MissingLine]:
    """Reports of these programmes past their day that the member may see, the oldest first; two queries."""
    seen = Obligation.objects.visible_to(member).filter(programme__in=[e.programme_id for e in editions])
    rows = _open_reports(seen).filter(due_on__lt=today).select_related("duty")
    found = list(rows.order_by("due_on", "pk")[:_MOST_MISSING])
    names = body_labels({row.body_id for row in found}, today)
    return [
        MissingLine(
            row.pk,
            names[row.body_id].short_name,
            row.duty.name,
            Period(row.period_start, row.period_end),
            (today - row.due_on).days,
        )
        for row in found
    ]


def _open_reports(rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
    """Neither handed in, nor ended or waived; sent back counts as not there."""
    not_there = Q(handed_in_on=None) | Q(report_status__in=[ReportStatus.RETURNED, ReportStatus.DRAFT])
    return rows.filter(not_there, ended_on=None, waived_on=None)


def _owed(member: Member, today: date) -> Owed:
    """One query."""
    own = bodies_written_for(member.body_id).values("pk")
    is_late = Case(When(due_on__lt=today, then=Value("late")), default=Value("coming"))
    reports = _open_reports(Obligation.objects.filter(body__in=own)).annotate(part=is_late)
    tasks = Task.objects.overdue_on(today).filter(body__in=own).annotate(part=Value("tasks"))
    counted = _by_part(reports).union(_by_part(tasks), all=True)
    found = dict(counted)
    return Owed(found.get("late", 0), found.get("coming", 0), found.get("tasks", 0))


def _by_part(rows: QuerySet[Any]) -> QuerySet[Any]:
    counted: QuerySet[Any] = rows.order_by().values_list("part").annotate(rows=Count("pk"))
    return counted
