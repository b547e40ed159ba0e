"""Reports asked for outside any rhythm: what was asked, of whom, and who has answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Clause, Edition, Programme
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports import permissions, relief_permissions
from phoihop.reports.calculations import Coverage, Standing, coverage_of
from phoihop.reports.calculations.headings import heading_of
from phoihop.reports.models import ReportRequest
from phoihop.reports.queries.standing import COLOURS, held
from phoihop.reports.statuses import RequestStatus


@dataclass(frozen=True)
class RequestLine:
    """A request in the list of a programme."""

    id: int
    name: str
    period: Period
    due_on: date
    asked_at: datetime
    is_special: bool
    is_withdrawn: bool


@dataclass(frozen=True)
class AnswerLine:
    """One body asked, and where its report stands."""

    obligation_id: int
    name: str
    standing: Standing
    due_on: date

    @property
    def colour(self) -> str:
        return COLOURS[self.standing]


@dataclass(frozen=True)
class RequestPage:
    """A request with everyone it was asked of."""

    row: ReportRequest
    who: str
    period: Period
    answers: Sequence[AnswerLine]
    coverage: Coverage
    may_withdraw: bool
    outline: Sequence[str]


def request_lines(programme: Programme, member: Member) -> list[RequestLine]:
    """Those of a programme the member may see, the newest first; one query."""
    rows = ReportRequest.objects.visible_to(member).filter(programme=programme).select_related("duty")
    return [
        RequestLine(
            id=row.pk,
            name=row.duty.name,
            period=Period(row.period_start, row.period_end),
            due_on=row.due_on,
            asked_at=row.asked_at,
            is_special=row.duty.is_asked,
            is_withdrawn=row.status == RequestStatus.WITHDRAWN,
        )
        for row in rows.order_by("-asked_at", "-pk")
    ]


def request_page(row: ReportRequest, member: Member, *, today: date) -> RequestPage:
    """The request with its duty and programme loaded; five queries."""
    found = held(row.obligations.order_by("pk"))
    names = body_labels({row.by_body_id, *(one.row.body_id for one in found)}, today)
    answers = [
        AnswerLine(one.row.pk, names[one.row.body_id].short_name, one.standing(today), one.row.due_on)
        for one in sorted(found, key=lambda one: names[one.row.body_id].sort_key)
    ]
    return RequestPage(
        row=row,
        who=names[row.by_body_id].short_name,
        period=Period(row.period_start, row.period_end),
        answers=answers,
        coverage=coverage_of([one.kept for one in found], on=today),
        may_withdraw=row.status == RequestStatus.ASKED and row.by_body_id in permissions.stands_for(member),
        outline=[line.strip() for line in row.outline.splitlines() if line.strip()],
    )


def edition_to_ask_under(programme: Programme) -> Edition | None:
    """The edition in force; one query."""
    return programme.editions.filter(status=EditionStatus.IN_FORCE).order_by("-sequence").first()


def clauses_to_ask_under(edition: Edition) -> list[tuple[int, str]]:
    """Its clauses by id with their first words; one query."""
    rows = Clause.objects.filter(edition=edition).order_by("order")
    return [(row.pk, heading_of(row.text)) for row in rows]


def bodies_to_ask(edition: Edition, member: Member, *, today: date) -> list[tuple[int, str]]:
    """The parties and everybody with a duty of the edition, but for who asks; three queries."""
    asking = relief_permissions.asks_for(member, edition.programme)
    rows = Body.objects.on(today).filter(pk__in=edition.parties.values("body")) | Body.objects.on(
        today
    ).filter(duty_rows__duty__clause__edition=edition)
    ids = set(rows.values_list("pk", flat=True)) - {asking}
    labels = sorted(body_labels(ids, today).values(), key=lambda label: label.sort_key)
    return [(label.id, label.short_name) for label in labels]
