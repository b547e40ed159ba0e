"""The list of programmes somebody sees; its query count does not depend on their number."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from phoihop.core.member import Member
from phoihop.core.vietnamese import fold
from phoihop.organisations.queries import area_labels, body_labels
from phoihop.programmes.calculations import NOT_PRINTED, StatusShown, period_words, status_shown
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.queries.editions import current_editions
from phoihop.programmes.statuses import EditionStatus

PER_PAGE = 30


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means all."""

    words: str = ""
    status: str = ""
    year: int | None = None
    area_id: int | None = None

    @property
    def are_set(self) -> bool:
        return bool(self.words or self.status or self.year or self.area_id)


@dataclass(frozen=True)
class PlanLine:
    """A plan under its programme."""

    id: int
    name: str
    kind: str
    number_text: str
    status: StatusShown


@dataclass(frozen=True)
class ProgrammeLine:
    """A programme in the list with its plans; a plan found by itself says what it carries out (`under`)."""

    id: int
    name: str
    title: str
    number_text: str
    period: str
    area: str
    lead: str
    status: StatusShown
    is_sample: bool
    kind: str
    under: str
    plans: list[PlanLine]


@dataclass(frozen=True)
class ListingPage:
    """A page of the list with the choices of its filters."""

    lines: list[ProgrammeLine]
    page: Page[Edition]
    areas: list[tuple[int, str]]
    statuses: list[tuple[str, str]]


_IN_FORCE_FIRST = Case(
    When(status=EditionStatus.IN_FORCE, then=Value(0)), default=Value(1), output_field=IntegerField()
)


def listing(member: Member, filters: Filters, *, today: date, page: str = "1") -> ListingPage:
    """One page of what `member` sees, the running and newest first. Nine queries at most.

    Plans stand under their programmes, what places below took from above on a board; a search finds them.
    """
    visible = Programme.objects.visible_to(member)
    found = Paginator(_wanted(member, filters), PER_PAGE).get_page(page)
    area_ids = list(visible.order_by().values_list("area_id", flat=True).distinct())
    labels = area_labels(area_ids, today)
    areas = sorted(labels.values(), key=lambda label: label.sort_key)
    return ListingPage(
        lines=_lines(
            list(found.object_list), {i: label.full_name for i, label in labels.items()}, visible, today
        ),
        page=found,
        areas=[(label.id, label.full_name) for label in areas],
        statuses=list(EditionStatus.choices),
    )


def all_lines(member: Member, filters: Filters, *, most: int, today: date) -> list[ProgrammeLine]:
    """The same list without pages, the first `most`; seven queries at most."""
    rows = list(_wanted(member, filters)[:most])
    labels = area_labels({row.programme.area_id for row in rows}, today)
    names = {pk: label.full_name for pk, label in labels.items()}
    return _lines(rows, names, Programme.objects.visible_to(member), today)


def _wanted(member: Member, filters: Filters) -> QuerySet[Edition]:
    visible = Programme.objects.visible_to(member)
    shown = visible if filters.are_set else _by_themselves(visible, member)
    rows = _narrowed(current_editions(shown), filters).select_related("programme__under")
    return rows.order_by(_IN_FORCE_FIRST, "-period_end", "-pk")


def _by_themselves(visible: QuerySet[Programme], member: Member) -> QuerySet[Programme]:
    """No plan under its programme; no text another place took from above: those have a board."""
    of_others = visible.filter(adoption__isnull=False).exclude(area=member.area_id)
    plans = visible.filter(under__in=visible.values("pk"))
    return visible.exclude(pk__in=of_others.values("pk")).exclude(pk__in=plans.values("pk"))


def _narrowed(rows: QuerySet[Edition], filters: Filters) -> QuerySet[Edition]:
    for word in fold(filters.words).split():
        rows = rows.filter(programme__folded__contains=word)
    if filters.status in EditionStatus.values:
        rows = rows.filter(status=filters.status)
    if filters.area_id:
        rows = rows.filter(programme__area_id=filters.area_id)
    if filters.year:
        rows = rows.filter(
            Q(period_start=None) | Q(period_start__lte=date(filters.year, 12, 31)),
            Q(period_end=None) | Q(period_end__gte=date(filters.year, 1, 1)),
        )
    return rows


def _plans_under(
    editions: Sequence[Edition], visible: QuerySet[Programme], today: date
) -> dict[int | None, list[PlanLine]]:
    """The plans seen under these programmes, the latest year first; one query."""
    plans = visible.filter(under__in=[edition.programme_id for edition in editions])
    rows = current_editions(plans).select_related("programme")
    found: dict[int | None, list[PlanLine]] = defaultdict(list)
    for row in rows.order_by(F("programme__year").desc(nulls_last=True), "programme__kind", "pk"):
        line = PlanLine(
            id=row.programme_id,
            name=row.programme.name,
            kind=row.programme.get_kind_display(),
            number_text=row.number_text,
            status=status_shown(row.status, period_end=row.period_end, today=today),
        )
        found[row.programme.under_id].append(line)
    return found


def _lines(
    editions: Sequence[Edition], areas: dict[int, str], visible: QuerySet[Programme], today: date
) -> list[ProgrammeLine]:
    plans = _plans_under(editions, visible, today)
    leads = body_labels({edition.programme.lead_id for edition in editions}, today)
    return [
        ProgrammeLine(
            id=edition.programme_id,
            name=edition.programme.name,
            title=edition.title,
            number_text=edition.number_text or NOT_PRINTED,
            period=period_words(edition.period_start, edition.period_end),
            area=areas[edition.programme.area_id],
            lead=leads[edition.programme.lead_id].short_name,
            status=status_shown(edition.status, period_end=edition.period_end, today=today),
            is_sample=edition.is_sample,
            kind=edition.programme.get_kind_display(),
            under=edition.programme.under.name if edition.programme.under else "",
            plans=plans[edition.programme_id],
        )
        for edition in editions
    ]
