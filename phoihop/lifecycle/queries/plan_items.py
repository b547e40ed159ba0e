"""The items of a plan: what each says, whose it is, which clause of the programme it carries out."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from phoihop.plans.models import Proposal
from phoihop.programmes.calculations import Heirs
from phoihop.programmes.models import Assignment, Clause, Edition
from phoihop.programmes.models.facts import AssignmentRole
from phoihop.programmes.queries import current_edition, heirs_in
from phoihop.programmes.queries.texts import shortened

_LEADS = (AssignmentRole.LEAD, AssignmentRole.FOCAL)


@dataclass(frozen=True)
class PlanItem:
    """An item of a plan's edition; `plan_id` is the plan its tasks belong to.

    That is the joint plan for what an implementation plan took over from it. Bodies are those that stand on
    the day asked for.
    """

    key: UUID
    plan_id: int
    path: str
    text: str
    clause: Clause
    lead_ids: tuple[int, ...]
    coordinator_ids: tuple[int, ...]
    proposal: Proposal | None


def plan_items(edition: Edition, *, on: date) -> list[PlanItem]:
    """What the plan's edition says somebody leads, in its order; six queries.

    A clause without a place in the programme (nor above it) is left out: no report could take it up.
    """
    clauses = list(edition.clauses.order_by("order"))
    roles = _roles(edition)
    proposals = _proposals([clause.key for clause in clauses])
    assert edition.programme.under is not None
    above = _programme_clauses(edition)
    heirs = heirs_in(edition.programme.under_id or 0)
    by_id = {clause.pk: clause for clause in clauses}
    found = []
    for clause in clauses:
        leads, others = roles[clause.pk]
        proposal = proposals.get(clause.key)
        place = _place(clause, by_id, above, proposal)
        if leads and place is not None:
            found.append(
                PlanItem(
                    key=clause.key,
                    plan_id=_plan_of(proposal, edition),
                    path=clause.path,
                    text=_text(clause),
                    clause=place,
                    lead_ids=_standing(leads, heirs, on),
                    coordinator_ids=_standing(others, heirs, on),
                    proposal=proposal,
                )
            )
    return found


def _roles(edition: Edition) -> dict[int, tuple[list[int], list[int]]]:
    found: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    rows = Assignment.objects.filter(clause__edition=edition).order_by("pk")
    for clause_id, body_id, role in rows.values_list("clause_id", "body_id", "role"):
        found[clause_id][0 if role in _LEADS else 1].append(body_id)
    return found


def _proposals(keys: list[UUID]) -> dict[UUID, Proposal]:
    rows = Proposal.objects.filter(key__in=keys).select_related("round", "clause", "person")
    return {row.key: row for row in rows}


def _programme_clauses(edition: Edition) -> dict[UUID, Clause]:
    """The clauses of the programme carried out, as in force today."""
    programme = edition.programme.under
    assert programme is not None
    return {clause.key: clause for clause in current_edition(programme).clauses.all()}


def _place(
    clause: Clause, by_id: dict[int, Clause], above: dict[UUID, Clause], proposal: Proposal | None
) -> Clause | None:
    """The programme's clause: the proposal's, the one of the same key, or that of what stands over it."""
    if proposal is not None:
        return above.get(proposal.clause.key, proposal.clause)
    here: Clause | None = clause
    while here is not None:
        if here.key in above:
            return above[here.key]
        here = by_id.get(here.parent_id) if here.parent_id else None
    return None


def _plan_of(proposal: Proposal | None, edition: Edition) -> int:
    taken = proposal.round.plan_id if proposal is not None else None
    return taken or edition.programme_id


def _standing(bodies: list[int], heirs: Heirs, on: date) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one for body in bodies for one in heirs.standing(body, on)))


def _text(clause: Clause) -> str:
    """The first line without its number, as a title."""
    return shortened(clause.text.strip().removeprefix(clause.label).lstrip(" .)/-\t\xa0"))
