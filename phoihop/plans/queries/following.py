"""Who follows which clause for a body, what is without a person, and what a handing over would move."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from phoihop.accounts.models import Membership
from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.people.models import Person
from phoihop.plans import permissions
from phoihop.plans.models import Follower, HandingOver, Task
from phoihop.plans.queries.tasks import people_of
from phoihop.plans.statuses import FollowerRole
from phoihop.programmes.models import Assignment, Clause, Edition, Programme
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.queries import named
from phoihop.programmes.queries.texts import shortened


@dataclass(frozen=True)
class FollowedBy:
    """A person who follows a clause for a body today; `has_left` when the person works there no more.

    Phone and e-mail only for those who take part in the programme.
    """

    id: int
    body_id: int
    body: str
    person_id: int
    person: str
    phone: str
    email: str
    role: str
    role_label: str
    since: date
    has_left: bool


@dataclass(frozen=True)
class ClauseRow:
    """A clause of the text with those who follow it; `roles` are the bodies it is assigned to."""

    id: int
    key: UUID
    path: str
    short: str
    depth: int
    is_heading: bool
    followers: list[FollowedBy]
    roles: list[str]


@dataclass(frozen=True)
class FollowersPage:
    """The clauses with a part for somebody, who follows them, and what the member may set."""

    clauses: list[ClauseRow]
    own_bodies: list[tuple[int, str]]
    people: list[tuple[int, str]]
    without: int


def followers_page(edition: Edition, member: Member, today: date) -> FollowersPage:
    """All clauses of the edition; eleven queries whatever their number."""
    programme = edition.programme
    sees_contacts = _takes_part(programme, member)
    found = followers_of(programme, today, with_contacts=sees_contacts)
    assigned: dict[int, set[int]] = defaultdict(set)
    for clause_id, body_id in Assignment.objects.filter(clause__edition=edition).values_list(
        "clause_id", "body_id"
    ):
        assigned[clause_id].add(body_id)
    names = body_labels({b for ids in assigned.values() for b in ids}, today)
    rows = [
        ClauseRow(
            id=clause.pk,
            key=clause.key,
            path=clause.path,
            short=shortened(clause.text),
            depth=clause.depth,
            is_heading=clause.is_heading,
            followers=found.get(clause.key, []),
            roles=sorted(names[b].short_name for b in assigned[clause.pk]),
        )
        for clause in edition.clauses.order_by("order")
    ]
    own = settable_bodies(member, today)
    return FollowersPage(
        clauses=rows,
        own_bodies=own,
        people=people_of([pk for pk, _ in own], today) if own else [],
        without=sum(bool(row.roles) and not any(not f.has_left for f in row.followers) for row in rows),
    )


def settable_bodies(member: Member, today: date) -> list[tuple[int, str]]:
    """The bodies whose followers the member sets: the own one first; three queries."""
    if member.role not in permissions.WRITES:
        return []
    own = bodies_written_for(member.body_id).values("pk")
    rows = Body.objects.on(today).filter(Q(pk__in=own) | Q(parent__in=own)).values_list("pk", flat=True)
    return sorted(named(list(rows), on=today), key=lambda row: row[0] != member.body_id)


def _takes_part(programme: Programme, member: Member) -> bool:
    own = bodies_written_for(member.body_id).values("pk")
    return permissions.takes_part(programme).filter(pk__in=own).exists()


def followers_of(
    programme: Programme, today: date, *, with_contacts: bool = False
) -> dict[UUID, list[FollowedBy]]:
    """Who follows each clause of a programme today, by the clause's key; two queries."""
    rows = list(_with_standing(Follower.objects.on(today).filter(programme=programme), today))
    names = {pk: label.short_name for pk, label in body_labels({r.body_id for r in rows}, today).items()}
    found: dict[UUID, list[FollowedBy]] = defaultdict(list)
    for row in rows:
        found[row.clause_key].append(_followed_by(row, names, with_contacts=with_contacts))
    return found


def _with_standing(rows: QuerySet[Follower], today: date) -> QuerySet[Follower]:
    """Each row with whether its person still works for the body, or for a board or office under it."""
    held = Membership.objects.on(today).filter(person=OuterRef("person"))
    works = Exists(held.filter(body=OuterRef("body"))) | Exists(held.filter(body__parent=OuterRef("body")))
    return rows.annotate(works=works).select_related("person").order_by("body_id", "role", "pk")


def _followed_by(row: Follower, names: dict[int, str], *, with_contacts: bool) -> FollowedBy:
    return FollowedBy(
        id=row.pk,
        body_id=row.body_id,
        body=names[row.body_id],
        person_id=row.person_id,
        person=row.person.full_name,
        phone=row.person.phone if with_contacts else "",
        email=row.person.email if with_contacts else "",
        role=row.role,
        role_label=str(FollowerRole(row.role).label),
        since=row.valid_from,
        has_left=not getattr(row, "works", True),
    )


def focal_person(body_id: int, clause: Clause, on: date) -> Person | None:
    """Who a task under this clause goes to when nobody is named; one query."""
    rows = Follower.objects.on(on).filter(
        body=body_id,
        programme=clause.edition.programme_id,
        clause_key=clause.key,
        role=FollowerRole.FOCAL,
    )
    row = rows.select_related("person").first()
    return row.person if row else None


@dataclass(frozen=True)
class Load:
    """What a person carries for a body: clauses and open tasks; `has_left` when no longer there."""

    person_id: int
    person: str
    clauses: int
    tasks: int
    has_left: bool


@dataclass(frozen=True)
class HandedOver:
    """A handing over done before; it may be undone as long as nobody changed any of it."""

    id: int
    from_person: str
    to_person: str
    effective_on: date
    note: str
    at: datetime
    undone_at: datetime | None
    clauses: int
    tasks: int


def loads(body: Body, today: date) -> list[Load]:
    """Everybody who follows something or has an open task at the body, those who left first; four queries."""
    followed: dict[int, int] = defaultdict(int)
    standing = Follower.objects.filter(body=body).filter(Q(valid_to=None) | Q(valid_to__gte=today))
    for person_id in standing.values_list("person_id", flat=True):
        followed[person_id] += 1
    tasks: dict[int, int] = defaultdict(int)
    open_tasks = Task.objects.open().filter(Q(body=body) | Q(body__parent=body), person__isnull=False)
    for person_id in open_tasks.values_list("person_id", flat=True):
        tasks[person_id or 0] += 1
    people = Person.objects.in_bulk({*followed, *tasks})
    there = _working(body, people, today)
    rows = [
        Load(pk, person.full_name, followed[pk], tasks[pk], has_left=pk not in there)
        for pk, person in people.items()
    ]
    return sorted(rows, key=lambda row: (not row.has_left, row.person))


def _working(body: Body, person_ids: Collection[int], today: date) -> set[int]:
    held = Membership.objects.on(today).filter(Q(body=body) | Q(body__parent=body), person__in=person_ids)
    return set(held.values_list("person_id", flat=True))


def handed_over(body: Body, *, most: int = 20) -> list[HandedOver]:
    """What was handed over at the body, the latest first; one query."""
    rows = HandingOver.objects.filter(body=body).select_related("from_person", "to_person")
    return [
        HandedOver(
            id=row.pk,
            from_person=row.from_person.full_name,
            to_person=row.to_person.full_name,
            effective_on=row.effective_on,
            note=row.note,
            at=row.at,
            undone_at=row.undone_at,
            clauses=len(row.undo.get("stands", ())),
            tasks=len(row.undo.get("tasks", ())),
        )
        for row in rows.order_by("-at", "-pk")[:most]
    ]


@dataclass(frozen=True)
class Moving:
    """What a handing over would move, named."""

    clauses: list[str]
    tasks: list[str]


def moving(person: Person, body: Body, from_day: date) -> Moving:
    """The clauses and open tasks of a person at a body; two queries."""
    rows = Follower.objects.filter(person=person, body=body).filter(
        Q(valid_to=None) | Q(valid_to__gte=from_day)
    )
    followed = rows.select_related("clause", "programme").order_by("programme__name", "clause__order")
    tasks = Task.objects.open().filter(Q(body=body) | Q(body__parent=body), person=person)
    return Moving(
        clauses=[
            f"{row.programme.name}, mục {row.clause.path} ({FollowerRole(row.role).label})"
            for row in followed
        ],
        tasks=[f"{task.title}, hạn {task.due_on:%d/%m/%Y}" for task in tasks.order_by("due_on", "pk")],
    )
