"""The text of an adopting programme: its parent's clauses as they stand now, with its own among them.

The parent's text is read, never copied: what changes there is one row, seen by all below.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.expressions import BaseExpression

from phoihop.organisations.models import AreaKind
from phoihop.organisations.queries import area_labels
from phoihop.programmes.models import Addition, Adoption, Clause, Edition, Programme
from phoihop.programmes.statuses import SIGNED, EditionStatus

_IN_FORCE_FIRST = Case(When(status=EditionStatus.IN_FORCE, then=0), default=1, output_field=IntegerField())


@dataclass(frozen=True)
class JointClause:
    """A clause of the joint text; `source` says whose it is ("của tỉnh"), empty where there is one owner.

    `is_homeless`: the clause above it in the parent's text is no longer there.
    """

    clause: Clause
    source: str = ""
    is_own: bool = True
    is_homeless: bool = False


@dataclass(frozen=True)
class ClauseChange:
    """A clause of the parent's text that differs between two of its editions; empty: it is not there."""

    key: UUID
    path: str
    before: str
    after: str


def adoption_of(programme: Programme) -> Adoption | None:
    """How the programme came from one above, with both; one query."""
    rows = Adoption.objects.select_related("parent__lead", "parent__area", "programme__lead", "hand_down")
    return rows.filter(programme=programme).first()


def standing_editions(programme_ids: QuerySet[Any, Any] | Iterable[int]) -> QuerySet[Edition]:
    """The text each programme stands by: the one in force, else the last that was; no draft."""
    rows = Edition.objects.filter(programme__in=programme_ids, status__in=SIGNED)
    chosen = rows.order_by("programme", _IN_FORCE_FIRST, "-sequence").distinct("programme")
    return Edition.objects.filter(pk__in=chosen.values("pk"))


STANDING = f"""(
    SELECT standing.id FROM programmes_edition standing
    WHERE standing.programme_id = e.programme_id
      AND standing.status IN ({", ".join(f"'{status.value}'" for status in sorted(SIGNED))})
    ORDER BY standing.status <> '{EditionStatus.IN_FORCE.value}', standing.sequence DESC LIMIT 1)"""
"""The same as an expression of SQL, for a row `e` of editions: the id, NULL while nothing was signed."""


def parent_edition(adoption: Adoption) -> Edition:
    """The parent's text as it stands; one query."""
    return standing_editions([adoption.parent_id]).select_related("programme").get()


def editions_in_text(edition_id: int) -> QuerySet[Edition]:
    """The editions that make up the text of this one: itself, and the one its parent stands by."""
    parents = Adoption.objects.filter(programme__editions=edition_id).values("parent")
    above = standing_editions(Programme.objects.filter(pk__in=parents).values("pk"))
    return Edition.objects.filter(Q(pk=edition_id) | Q(pk__in=above.values("pk")))


def joint_clauses(edition: Edition, *, today: date) -> list[JointClause]:
    """The whole text in reading order; one query, and two more for an adopting programme."""
    above, own = _text(edition)
    adoption = adoption_of(edition.programme) if above else None
    if adoption is None:
        return [JointClause(row) for row in own]
    return _joined(above, own, _under(own), _sources(adoption, today))


def clauses_in_order(edition: Edition, **told: BaseExpression) -> list[Any]:
    """The same clauses without whose they are, each with what the expressions tell of it; one query."""
    above, own = _text(edition, **told)
    return [row.clause for row in _joined(above, own, _under(own), ("", ""))]


def _text(edition: Edition, **told: BaseExpression) -> tuple[list[Any], list[Any]]:
    """The clauses from above and the own ones, each in its order."""
    places = Addition.objects.filter(adoption__programme=edition.programme_id, key=OuterRef("key"))
    rows = (
        Clause.objects.filter(edition__in=editions_in_text(edition.pk))
        .annotate(under_key=Subquery(places.values("under_key")[:1]), **told)
        .order_by("order")
    )
    found = list(rows)
    above = [row for row in found if row.edition_id != edition.pk]
    return above, [row for row in found if row.edition_id == edition.pk]


def _under(own: Iterable[Any]) -> dict[UUID, UUID]:
    """By key of an own clause the key of the one above it stands under."""
    return {row.key: row.under_key for row in own if row.under_key is not None}


def _sources(adoption: Adoption, today: date) -> tuple[str, str]:
    """("của tỉnh", "của xã"): whose clauses the parent's and the own are."""
    labels = area_labels({adoption.parent.area_id, adoption.area_id}, today)
    return _owner(labels[adoption.parent.area_id].kind), _owner(labels[adoption.area_id].kind)


def _owner(kind: str) -> str:
    if kind == AreaKind.NATION:
        return "của trung ương"
    return f"của {'thành phố' if kind == AreaKind.MUNICIPALITY else AreaKind(kind).label}"


def _joined(
    above: Sequence[Clause], own: Sequence[Clause], under: dict[UUID, UUID], sources: tuple[str, str]
) -> list[JointClause]:
    """Every own branch behind the last clause of the branch it stands under; the others at the end."""
    known = {clause.key for clause in above}
    branches, rest = _branches(own, under, known)
    ends = _ends(above)
    placed: dict[int, list[Clause]] = defaultdict(list)
    for clause in reversed(above):
        placed[ends[clause.pk]].extend(branches.get(clause.key, []))
    joint: list[JointClause] = []
    for clause in above:
        joint.append(JointClause(clause, sources[0], is_own=False))
        joint += [JointClause(added, sources[1]) for added in placed[clause.pk]]
    return joint + [JointClause(row, sources[1], is_homeless=row.key in under) for row in rest]


def _branches(
    own: Sequence[Clause], under: dict[UUID, UUID], known: set[UUID]
) -> tuple[dict[UUID, list[Clause]], list[Clause]]:
    """Own clauses by the parent's clause their branch stands under, and those that stand by themselves."""
    roots: dict[int, UUID | None] = {}
    branches: dict[UUID, list[Clause]] = defaultdict(list)
    rest: list[Clause] = []
    for clause in own:
        place = under.get(clause.key) if clause.parent_id is None else roots.get(clause.parent_id)
        roots[clause.pk] = place
        (branches[place] if place in known and place is not None else rest).append(clause)
    return branches, rest


def _ends(clauses: Sequence[Clause]) -> dict[int, int]:
    """For every clause the last one of its branch."""
    ends = {clause.pk: clause.pk for clause in clauses}
    for clause in reversed(clauses):
        if clause.parent_id is not None and ends[clause.parent_id] == clause.parent_id:
            ends[clause.parent_id] = ends[clause.pk]
    return ends


def clause_changes(before: Edition, after: Edition) -> list[ClauseChange]:
    """What differs between two editions of one programme, in the order of the later text; two queries."""
    old = {row.key: row for row in before.clauses.order_by("order")}
    new = {row.key: row for row in after.clauses.order_by("order")}
    changed = [
        ClauseChange(key, row.path, old[key].text if key in old else "", row.text)
        for key, row in new.items()
        if key not in old or old[key].text != row.text
    ]
    return changed + [ClauseChange(key, row.path, row.text, "") for key, row in old.items() if key not in new]
