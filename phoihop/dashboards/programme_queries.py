"""Everything of one programme on its front page, in a number of queries that depends on nothing."""

from dataclasses import dataclass
from datetime import date

from phoihop.core.member import Member
from phoihop.dashboards.programme_matrix import Heading, Row, matrix
from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.organisations.queries import area_labels
from phoihop.programmes.calculations import NOT_PRINTED, StatusShown, period_words, status_shown
from phoihop.programmes.models import Assignment, DutyRule, Edition, Programme
from phoihop.programmes.queries import ClauseLine, PartyLine, clause_line, parties
from phoihop.programmes.queries.adopted import editions_in_text, joint_clauses
from phoihop.programmes.queries.clauses import DutyLine, bodies_of_duties, duty_line, names_of
from phoihop.targets.queries.cards import Counts, TargetCard, counts, edition_cards


@dataclass(frozen=True)
class Header:
    """What stands at the top; blanks of a recorded paper say "không ghi"."""

    number: str
    issued_on: str
    in_force_from: str
    period: str
    place: str
    lead: str
    status: StatusShown


@dataclass(frozen=True)
class Related:
    """A programme this one goes on from, or that goes on from it."""

    id: int
    name: str
    relation: str


@dataclass(frozen=True)
class SuccessionLine:
    """What became of the programme when a place or party ended."""

    outcome: str
    effective_on: date
    legal_document: str
    note: str


@dataclass(frozen=True)
class ProgrammePage:
    """The front page of a programme."""

    header: Header
    contents: list[ClauseLine]
    columns: list[tuple[int, str]]
    rows: list[Row]
    cards: list[TargetCard]
    counts: Counts
    duties: list[DutyLine]
    parties: list[PartyLine]
    related: list[Related]
    successions: list[SuccessionLine]


def programme_page(edition: Edition, member: Member, *, today: date) -> ProgrammePage:
    """The edition's page as `member` sees it; seventeen queries."""
    clauses = [row.clause for row in joint_clauses(edition, today=today)]
    editions = editions_in_text(edition.pk)
    assignments = list(
        Assignment.objects.filter(clause__edition__in=editions)
        .order_by("pk")
        .values_list("clause_id", "body_id", "role")
    )
    duties = list(
        DutyRule.objects.filter(clause__edition__in=editions)
        .select_related("clause")
        .prefetch_related("parties")
        .order_by("clause__order", "pk")
    )
    signing = parties(edition, today=today)
    day = edition.in_force_from or today
    assigned = list(dict.fromkeys(body for _, body, _ in assignments))
    names = names_of({*assigned, *bodies_of_duties(duties), edition.programme.lead_id}, day)
    columns = _columns([party.body_id for party in signing], assigned)
    cards = edition_cards(edition, body_ids=[member.body_id], on=today)
    headings = [Heading(c.pk, c.parent_id, c.depth, c.path, clause_line(c).short) for c in clauses]
    return ProgrammePage(
        header=_header(edition, names[edition.programme.lead_id], today),
        contents=[line for clause in clauses if (line := clause_line(clause)).is_in_contents],
        columns=[(body, names[body]) for body in columns],
        rows=matrix(headings, assignments, columns),
        cards=cards,
        counts=counts(cards),
        duties=[duty_line(duty, names) for duty in duties],
        parties=signing,
        related=_related(edition.programme, member),
        successions=_successions(edition.programme),
    )


def _columns(parties: list[int], assigned: list[int]) -> list[int]:
    """Signing parties first, in their order, then the other assigned bodies; only those with a part."""
    return [body for body in parties if body in assigned] + [body for body in assigned if body not in parties]


def _header(edition: Edition, lead: str, today: date) -> Header:
    area = area_labels([edition.programme.area_id], edition.in_force_from or today)
    return Header(
        number=edition.number_text or NOT_PRINTED,
        issued_on=f"{edition.issued_on:%d/%m/%Y}" if edition.issued_on else NOT_PRINTED,
        in_force_from=f"{edition.in_force_from:%d/%m/%Y}" if edition.in_force_from else "chưa có hiệu lực",
        period=period_words(edition.period_start, edition.period_end),
        place=area[edition.programme.area_id].full_name,
        lead=lead,
        status=status_shown(edition.status, period_end=edition.period_end, today=today),
    )


def _related(programme: Programme, member: Member) -> list[Related]:
    visible = Programme.objects.visible_to(member)
    before = visible.filter(pk=programme.renews_id) if programme.renews_id else visible.none()
    after = visible.filter(renews=programme).order_by("pk")
    return [Related(row.pk, row.name, "tiếp nối từ") for row in before] + [
        Related(row.pk, row.name, "được tiếp nối bởi") for row in after
    ]


def _successions(programme: Programme) -> list[SuccessionLine]:
    rows = ProgrammeSuccession.objects.filter(programme=programme, undone_at=None).order_by(
        "effective_on", "pk"
    )
    return [
        SuccessionLine(row.get_outcome_display(), row.effective_on, row.legal_document, row.note)
        for row in rows
    ]
