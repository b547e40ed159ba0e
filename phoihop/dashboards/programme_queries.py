"""Everything of one programme on its front page, in a number of queries that depends on nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from phoihop.core.batches import together
from phoihop.core.member import Member
from phoihop.dashboards.programme_matrix import Heading, Row, matrix
from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.organisations.queries import body_and_area_labels
from phoihop.programmes.calculations import NOT_PRINTED, StatusShown, period_words, status_shown
from phoihop.programmes.models import Assignment, DutyRule, Edition, Programme
from phoihop.programmes.queries import ClauseLine, PartyLine, clause_line
from phoihop.programmes.queries.adopted import clauses_in_order
from phoihop.programmes.queries.clauses import DutyLine, bodies_of_duties, duty_line, with_sides
from phoihop.programmes.queries.parties import bodies_in_parties, party_lines, party_rows
from phoihop.targets.queries.cards import Counts, counts
from phoihop.targets.queries.standings import TargetLine, target_lines, target_rows


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
    cards: list[TargetLine]
    counts: Counts
    duties: list[DutyLine]
    parties: list[PartyLine]
    related: list[Related]
    successions: list[SuccessionLine]


def programme_page(edition: Edition, member: Member, *, today: date) -> ProgrammePage:
    """The edition's page as `member` sees it; six queries, for a programme many places took on four more."""
    clauses = clauses_in_order(edition, assigned=_ASSIGNED)
    assignments = _assignments(clauses)
    rules = DutyRule.objects.filter(clause__in=[clause.pk for clause in clauses])
    duties = list(with_sides(rules).order_by("clause__order", "pk"))
    signing, rows, life = party_rows(edition), target_rows(edition), _life_rows(edition.programme, member)
    together(signing, rows, life)
    assigned = list(dict.fromkeys(body for _, body, _ in assignments))
    programme = edition.programme
    labels, places = body_and_area_labels(
        {*assigned, *bodies_of_duties(duties), *bodies_in_parties(signing), programme.lead_id},
        {programme.area_id},
        edition.in_force_from or today,
    )
    names = {body_id: label.short_name for body_id, label in labels.items()}
    columns = _columns([party.body_id for party in signing], assigned)
    targets = target_lines(edition, rows, on=today)
    headings = [Heading(c.pk, c.parent_id, c.depth, c.path, clause_line(c).short) for c in clauses]
    related, successions = _life(programme, life)
    return ProgrammePage(
        header=_header(edition, names[programme.lead_id], places[programme.area_id].full_name, today),
        contents=[line for clause in clauses if (line := clause_line(clause)).is_in_contents],
        columns=[(body, names[body]) for body in columns],
        rows=matrix(headings, assignments, columns),
        cards=targets,
        counts=counts(targets),
        duties=[duty_line(duty, names) for duty in duties],
        parties=party_lines(edition, signing, names),
        related=related,
        successions=successions,
    )


_ASSIGNED = ArraySubquery(
    Assignment.objects.filter(clause=OuterRef("pk")).values(
        facts=JSONObject(id="pk", body="body_id", role="role")
    )
)


def _assignments(clauses: Iterable[Any]) -> list[tuple[int, int, str]]:
    """(clause id, body id, role) in the order they were given."""
    found = sorted((facts["id"], clause.pk, facts) for clause in clauses for facts in clause.assigned)
    return [(clause_id, facts["body"], facts["role"]) for _, clause_id, facts in found]


def _columns(parties: list[int], assigned: list[int]) -> list[int]:
    """Signing parties first, in their order, then the other assigned bodies; only those with a part."""
    return [body for body in parties if body in assigned] + [body for body in assigned if body not in parties]


def _header(edition: Edition, lead: str, place: str, today: date) -> Header:
    return Header(
        number=edition.number_text or NOT_PRINTED,
        issued_on=f"{edition.issued_on:%d/%m/%Y}" if edition.issued_on else NOT_PRINTED,
        in_force_from=f"{edition.in_force_from:%d/%m/%Y}" if edition.in_force_from else "chưa có hiệu lực",
        period=period_words(edition.period_start, edition.period_end),
        place=place,
        lead=lead,
        status=status_shown(edition.status, period_end=edition.period_end, today=today),
    )


def _life_rows(programme: Programme, member: Member) -> QuerySet[Any]:
    """The programme, what it goes on from and what goes on from it, each with what became of it."""
    rows = ProgrammeSuccession.objects.filter(programme=OuterRef("pk"), undone_at=None)
    facts = JSONObject(
        outcome="outcome", effective_on="effective_on", legal_document="legal_document", note="note"
    )
    asked = Q(pk=programme.pk) | Q(pk=programme.renews_id) | Q(renews=programme.pk)
    became = ArraySubquery(rows.order_by("effective_on", "pk").values(facts=facts))
    seen: QuerySet[Any] = Programme.objects.visible_to(member).filter(asked).annotate(became=became)
    return seen.order_by("pk")


def _life(programme: Programme, seen: Iterable[Any]) -> tuple[list[Related], list[SuccessionLine]]:
    before = [Related(row.pk, row.name, "tiếp nối từ") for row in seen if row.pk == programme.renews_id]
    after = [Related(row.pk, row.name, "được tiếp nối bởi") for row in seen if row.renews_id == programme.pk]
    became = [facts for row in seen if row.pk == programme.pk for facts in row.became]
    return before + after, [_succession(facts) for facts in became]


def _succession(facts: dict[str, str]) -> SuccessionLine:
    return SuccessionLine(
        outcome=str(ProgrammeSuccession.Outcome(facts["outcome"]).label),
        effective_on=date.fromisoformat(facts["effective_on"]),
        legal_document=facts["legal_document"],
        note=facts["note"],
    )
