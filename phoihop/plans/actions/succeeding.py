"""What else of plans passes from bodies that ended to those that stand in their place, and back.

Sheets to hand in, pilots, visits, findings, obstacles, parts and invitations not answered yet, conclusions
not given out, proposals, personal plans, followers. What cannot be shared goes to the first heir named; after
a split the others are asked for sheets and invited too. What was handed in or answered keeps the old name.
Consequences of an act of succession, which has asked permission.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from phoihop.accounts.models import Membership
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.plans.actions.passing import PASSING, Passing, open_rows, taken_beside
from phoihop.plans.models import Follower, Invitee, RegistrationSheet
from phoihop.programmes.models import Programme

type Successors = Mapping[int, Sequence[Body]]


@dataclass
class PassedOn:
    """What was done, to be undone: rows moved (table, id, body before), made, ended."""

    moved: list[tuple[str, int, int]] = field(default_factory=list)
    sheets_made: list[int] = field(default_factory=list)
    sheets_ended: list[int] = field(default_factory=list)
    invited: list[int] = field(default_factory=list)
    followers_ended: list[tuple[int, str | None]] = field(default_factory=list)
    followers_made: list[int] = field(default_factory=list)
    sheet_versions: dict[int, int] = field(default_factory=dict)
    """Of the sheets moved, as they were then."""

    def as_data(self) -> dict[str, Any]:
        """As kept in the act's row."""
        return vars(self)

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> "PassedOn":
        """From the act's row: JSON made lists of tuples and words of numbers."""
        return cls(
            moved=[(name, pk, body) for name, pk, body in data.get("moved", [])],
            sheets_made=data.get("sheets_made", []),
            sheets_ended=data.get("sheets_ended", []),
            invited=data.get("invited", []),
            followers_ended=[(pk, day) for pk, day in data.get("followers_ended", [])],
            followers_made=data.get("followers_made", []),
            sheet_versions={int(pk): version for pk, version in data.get("sheet_versions", {}).items()},
        )


@transaction.atomic
def pass_on_plans(
    *, programme: Programme, successors: Successors, from_day: date, by: Member, at: datetime
) -> PassedOn:
    """Give what is open of the ended bodies (by id) to their heirs from `from_day`; constant queries.

    Where the heir is asked, invited or visited already, the old body's row is left as it is, a sheet ended.
    """
    done = PassedOn()
    for name, passing in PASSING.items():
        _move(name, passing, programme, successors, done)
    _ask_others(programme, successors, done)
    _end_sheets(programme, successors.keys(), from_day, done)
    _pass_on_followers(programme, successors, from_day, done)
    return done


@transaction.atomic
def end_sheets(
    *, programme: Programme, bodies: Collection[int], from_day: date, by: Member, at: datetime
) -> PassedOn:
    """Bodies nobody comes after hand in no more sheets."""
    done = PassedOn()
    _end_sheets(programme, bodies, from_day, done)
    return done


def _move(name: str, passing: Passing, programme: Programme, successors: Successors, done: PassedOn) -> None:
    rows = open_rows(passing, programme, successors)
    heirs = {heir.pk for group in successors.values() for heir in group}
    taken = taken_beside(passing, programme, heirs) if rows and passing.once_in else set()
    moved = []
    for row in rows:
        before = getattr(row, passing.column)
        heir = successors[before][0].pk
        place = (getattr(row, passing.once_in), heir) if passing.once_in else None
        if place is None or place not in taken:
            taken |= {place} if place else set()
            setattr(row, passing.column, heir)
            moved.append(row)
            if name == "sheet":
                done.sheet_versions[row.pk] = row.version
            done.moved.append((name, row.pk, before))
    passing.table._default_manager.bulk_update(moved, [passing.field], batch_size=5000)


def _ask_others(programme: Programme, successors: Successors, done: PassedOn) -> None:
    """After a split the further heirs hand in sheets of their own and are invited too."""
    others = {old: [heir.pk for heir in group[1:]] for old, group in successors.items()}
    for name, made in (("sheet", done.sheets_made), ("invitee", done.invited)):
        moved = {pk: before for kind, pk, before in done.moved if kind == name and others[before]}
        if moved:
            made += _added(PASSING[name], programme, moved, others)


def _added(
    passing: Passing, programme: Programme, moved: Mapping[int, int], others: Mapping[int, Sequence[int]]
) -> list[int]:
    """Rows like those that went to the first heirs (`moved`: id -> body before), for the other heirs."""
    table, beside = passing.table._default_manager, passing.once_in
    wanted = {
        (getattr(row, beside), heir)
        for row in table.filter(pk__in=list(moved))
        for heir in others[moved[row.pk]]
    }
    known = set(table.filter(body__in={heir for _, heir in wanted}).values_list(beside, "body_id"))
    own: dict[str, Any] = {"is_sample": programme.is_sample} if hasattr(passing.table, "is_sample") else {}
    rows = [passing.table(**{beside: of, "body_id": heir}, **own) for of, heir in sorted(wanted - known)]
    return [row.pk for row in table.bulk_create(rows)]


def _end_sheets(programme: Programme, bodies: Collection[int], from_day: date, done: PassedOn) -> None:
    rows = [row.pk for row in open_rows(PASSING["sheet"], programme, bodies)]
    RegistrationSheet.objects.filter(pk__in=rows).update(ended_on=from_day)
    done.sheets_ended += rows


def _pass_on_followers(programme: Programme, successors: Successors, from_day: date, done: PassedOn) -> None:
    """Who followed a clause follows it for the heir where the same person works; others end."""
    last_day = from_day - timedelta(days=1)
    rows = list(
        Follower.objects.select_for_update(of=("self",))
        .filter(Q(valid_to=None) | Q(valid_to__gt=last_day), programme=programme, body__in=list(successors))
        .filter(valid_from__lte=last_day)
        .order_by("pk")
    )
    done.followers_ended += [(row.pk, row.valid_to.isoformat() if row.valid_to else None) for row in rows]
    done.followers_made += _followers_of_heirs(rows, successors, from_day)
    Follower.objects.filter(pk__in=[row.pk for row in rows]).update(valid_to=last_day)


def _followers_of_heirs(rows: Sequence[Follower], successors: Successors, from_day: date) -> list[int]:
    heirs = {heir.pk for group in successors.values() for heir in group}
    people = Membership.objects.on(from_day).filter(
        body__in=heirs, person__in={row.person_id for row in rows}
    )
    working = set(people.values_list("person_id", "body_id"))
    theirs = Follower.objects.filter(body__in=heirs).exclude(valid_to__lt=from_day)
    taken = set(theirs.values_list("programme_id", "clause_key", "body_id", "role"))
    made = [
        Follower(
            programme_id=row.programme_id, clause_id=row.clause_id, clause_key=row.clause_key, body=heir,
            person_id=row.person_id, role=row.role, valid_from=from_day, valid_to=row.valid_to,
            is_sample=row.is_sample,
        )
        for row in rows
        for heir in successors[row.body_id]
        if (row.person_id, heir.pk) in working
        and (row.programme_id, row.clause_key, heir.pk, row.role) not in taken
    ]  # fmt: skip
    return [row.pk for row in Follower.objects.bulk_create(made)]


@transaction.atomic
def take_plans_back(*, done: PassedOn, by: Member, at: datetime) -> None:
    """Undo `pass_on_plans` or `end_sheets`; Refused once an heir wrote in a sheet that came to it."""
    _refuse_written(done)
    RegistrationSheet.objects.filter(pk__in=done.sheets_made).delete()
    Invitee.objects.filter(pk__in=done.invited).delete()
    for name, passing in PASSING.items():
        before = {pk: body for kind, pk, body in done.moved if kind == name}
        rows: list[Any] = list(passing.table._default_manager.filter(pk__in=before))
        for row in rows:
            setattr(row, passing.column, before[row.pk])
        passing.table._default_manager.bulk_update(rows, [passing.field], batch_size=5000)
    RegistrationSheet.objects.filter(pk__in=done.sheets_ended).update(ended_on=None)
    _take_followers_back(done)


def _refuse_written(done: PassedOn) -> None:
    moved = [pk for name, pk, _ in done.moved if name == "sheet"]
    rows = RegistrationSheet.objects.select_for_update(of=("self",)).filter(
        pk__in=[*moved, *done.sheets_made]
    )
    written = [row for row in rows if row.version != done.sheet_versions.get(row.pk, 1)]
    if written:
        raise Refused("Đơn vị kế thừa đã làm tiếp bảng đăng ký nên không hoàn tác được.")


def _take_followers_back(done: PassedOn) -> None:
    Follower.objects.filter(pk__in=done.followers_made).delete()
    before = dict(done.followers_ended)
    rows = list(Follower.objects.filter(pk__in=before))
    for row in rows:
        last = before[row.pk]
        row.valid_to = date.fromisoformat(last) if last else None
    Follower.objects.bulk_update(rows, ["valid_to"])
