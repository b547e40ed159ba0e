"""The clauses a person follows, each with how it stands; the number of queries depends on nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from phoihop.core.member import Member
from phoihop.plans.models import Follower, Obstacle, Task
from phoihop.plans.queries.following import FollowedBy, followers_of
from phoihop.plans.statuses import FollowerRole
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.queries import current_edition
from phoihop.programmes.queries.texts import shortened
from phoihop.reports.calculations import Standing
from phoihop.reports.models import Obligation
from phoihop.reports.queries.standing import held
from phoihop.targets.calculations import Outcome
from phoihop.targets.queries.cards import edition_cards

_MISSING = {Standing.MISSING, Standing.RETURNED}


@dataclass(frozen=True)
class FollowedClause:
    """A clause one follows: tasks late, targets behind, obstacles open at it; whom to ring."""

    clause_id: int
    path: str
    short: str
    role: str
    late_tasks: int
    behind: int
    obstacles: int
    contacts: Sequence[FollowedBy]

    @property
    def is_in_order(self) -> bool:
        return not (self.late_tasks or self.behind or self.obstacles)


@dataclass(frozen=True)
class Followed:
    """The programmes one follows something in (id, name), and the clauses of the one looked at."""

    programmes: list[tuple[int, str]]
    programme: Programme | None
    late_reports: int
    clauses: list[FollowedClause]

    @property
    def troubled(self) -> int:
        return sum(not clause.is_in_order for clause in self.clauses)


def followed(member: Member, today: date, *, programme_id: int | None) -> Followed:
    """What the member follows for its body; one programme at a time, the first unless another is chosen."""
    rows = Follower.objects.on(today).filter(person=member.person_id, body=member.body_id)
    seen = Programme.objects.visible_to(member).filter(pk__in=rows.values("programme")).order_by("name", "pk")
    programmes = list(seen)
    chosen = next((p for p in programmes if p.pk == programme_id), next(iter(programmes), None))
    if chosen is None:
        return Followed([], None, 0, [])
    roles = {row.clause_key: FollowerRole(row.role) for row in rows.filter(programme=chosen)}
    return Followed(
        programmes=[(row.pk, row.name) for row in programmes],
        programme=chosen,
        late_reports=_late_reports(chosen, member, today),
        clauses=_clauses(current_edition(chosen), roles, member, today),
    )


def _late_reports(programme: Programme, member: Member, today: date) -> int:
    rows = Obligation.objects.visible_to(member).filter(programme=programme, due_on__lt=today)
    return sum(row.standing(today) in _MISSING for row in held(rows))


def _clauses(
    edition: Edition, roles: dict[UUID, FollowerRole], member: Member, today: date
) -> list[FollowedClause]:
    programme = edition.programme
    late = _by_key(Task.objects.overdue_on(today).filter(programme=programme).values_list("clause__key"))
    open_ = _by_key(Obstacle.objects.unsolved().filter(programme=programme).values_list("clause__key"))
    cards = edition_cards(edition, body_ids=[member.body_id], on=today)
    behind = Counter(card.clause_path for card in cards if card.total.progress.outcome == Outcome.BEHIND)
    people = followers_of(programme, today, with_contacts=True)
    return [
        FollowedClause(
            clause_id=clause.pk,
            path=clause.path,
            short=shortened(clause.text),
            role=str(roles[clause.key].label),
            late_tasks=late[clause.key],
            behind=behind[clause.path],
            obstacles=open_[clause.key],
            contacts=[one for one in people.get(clause.key, []) if one.role == FollowerRole.FOCAL],
        )
        for clause in edition.clauses.filter(key__in=roles).order_by("order")
    ]


def _by_key(rows: Iterable[tuple[UUID | None]]) -> Counter[UUID]:
    return Counter(key for (key,) in rows if key is not None)
