"""What was read from one clause, and which bodies may be given a part in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from phoihop.organisations.queries import body_labels
from phoihop.programmes.calculations import due_rule_of, rule_words
from phoihop.programmes.models import Assignment, Clause, DutyRule
from phoihop.programmes.models.facts import DutyParty, DutySide


@dataclass(frozen=True)
class AssignmentLine:
    """A body's role in the clause."""

    id: int
    body_id: int
    body: str
    role: str
    role_label: str
    text: str


@dataclass(frozen=True)
class DutyLine:
    """A duty with its rule explained and its bodies named."""

    id: int
    clause_id: int
    clause_path: str
    name: str
    kind_label: str
    due: str
    text: str
    via_text: str
    owes: list[str]
    reviews: list[str]
    takes_note: list[str]


@dataclass(frozen=True)
class ClauseFacts:
    """The assignments and duties of a clause."""

    assignments: list[AssignmentLine]
    duties: list[DutyLine]


def clause_facts(clause: Clause, *, today: date) -> ClauseFacts:
    """What was read from the clause; three queries."""
    assignments = list(Assignment.objects.filter(clause=clause).order_by("pk"))
    duties = list(with_sides(DutyRule.objects.filter(clause=clause)).order_by("pk"))
    names = names_of({row.body_id for row in assignments} | bodies_of_duties(duties), today)
    return ClauseFacts(
        assignments=[
            AssignmentLine(
                row.pk, row.body_id, names[row.body_id], row.role, row.get_role_display(), row.text
            )
            for row in assignments
        ],
        duties=[duty_line(duty, names) for duty in duties],
    )


def names_of(body_ids: set[int], on: date) -> dict[int, str]:
    """Short names on a day; one query."""
    return {body_id: label.short_name for body_id, label in body_labels(body_ids, on).items()}


def with_sides(duties: QuerySet[DutyRule]) -> QuerySet[Any]:
    """Each with its clause and, as `sides`, its bodies: {side, body} in the order they were given."""
    parties = DutyParty.objects.filter(duty=OuterRef("pk")).order_by("pk")
    sides = ArraySubquery(parties.values(pair=JSONObject(side="side", body="body_id")))
    return duties.select_related("clause").annotate(sides=sides)


def bodies_of_duties(duties: Iterable[Any]) -> set[int]:
    """Every body on a side of these duties (`with_sides`)."""
    return {party["body"] for duty in duties for party in duty.sides}


def duty_line(duty: Any, names: Mapping[int, str]) -> DutyLine:
    """A duty (`with_sides`) in words."""
    sides: dict[str, list[str]] = {side: [] for side in DutySide.values}
    for party in duty.sides:
        sides[party["side"]].append(names[party["body"]])
    return DutyLine(
        id=duty.pk,
        clause_id=duty.clause_id,
        clause_path=duty.clause.path,
        name=duty.name,
        kind_label=duty.get_kind_display(),
        due=rule_words(due_rule_of(duty)),
        text=duty.text,
        via_text=duty.via_text,
        owes=sides[DutySide.OWES],
        reviews=sides[DutySide.REVIEWS],
        takes_note=sides[DutySide.TAKES_NOTE],
    )
