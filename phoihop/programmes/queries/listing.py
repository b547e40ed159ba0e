"""The list of programmes somebody sees; its query count does not depend on their number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from phoihop.core.member import Member
from phoihop.core.vietnamese import fold
from phoihop.organisations.queries import area_labels, body_labels
from phoihop.programmes.calculations import NOT_PRINTED, StatusShown, period_words, status_shown
from phoihop.programmes.models import Edition, Programme
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
class ProgrammeLine:
    """A programme in the list."""

    id: int
    name: str
    title: str
    number_text: str
    period: str
    area: str
    lead: str
    status: StatusShown
    is_sample: bool


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


def current_editions(programmes: QuerySet[Programme]) -> QuerySet[Edition]:
    """The edition each programme stands by: the one in force, else the latest."""
    chosen = (
        Edition.objects.filter(programme__in=programmes.values("pk"))
        .order_by("programme", _IN_FORCE_FIRST, "-sequence")
        .distinct("programme")
    )
    return Edition.objects.filter(pk__in=chosen.values("pk"))


def current_edition(programme: Programme) -> Edition:
    """The edition in force, else the latest; Edition.DoesNotExist before anything was written."""
    rows = Edition.objects.filter(programme=programme).select_related("programme", "outgoing_entry")
    row = rows.order_by(_IN_FORCE_FIRST, "-sequence").first()
    if row is None:
        raise Edition.DoesNotExist
    return row


def listing(member: Member, filters: Filters, *, today: date, page: str = "1") -> ListingPage:
    """One page of what `member` sees, the running and newest first. Eight queries at most."""
    visible = Programme.objects.visible_to(member)
    rows = _narrowed(current_editions(visible), filters).select_related("programme")
    found = Paginator(rows.order_by(_IN_FORCE_FIRST, "-period_end", "-pk"), PER_PAGE).get_page(page)
    area_ids = list(visible.order_by().values_list("area_id", flat=True).distinct())
    labels = area_labels(area_ids, today)
    areas = sorted(labels.values(), key=lambda label: label.sort_key)
    return ListingPage(
        lines=_lines(list(found.object_list), {i: label.full_name for i, label in labels.items()}, today),
        page=found,
        areas=[(label.id, label.full_name) for label in areas],
        statuses=list(EditionStatus.choices),
    )


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


def _lines(editions: Iterable[Edition], areas: dict[int, str], today: date) -> list[ProgrammeLine]:
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
        )
        for edition in editions
    ]
