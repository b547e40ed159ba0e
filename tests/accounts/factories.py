"""People, memberships and signed-in clients for the tests of every app."""

from datetime import date
from itertools import count

from django.test import Client

from phoihop.accounts.acting import SESSION_KEY, ActingMember, member_by_id
from phoihop.accounts.models import Membership
from phoihop.organisations.models import Area, AreaKind, AreaVersion, Body, BodyKind, BodyName, Level
from phoihop.people.models import Person, User

PASSWORD = "mat-khau-de-thu-2026"
LONG_AGO = date(2025, 7, 1)

_numbers = count(1)


def person(full_name: str = "Nguyễn Thị An", *, username: str = "", is_sample: bool = False) -> Person:
    """A person with an account; the user name is made up when none is given, the password is PASSWORD."""
    row = Person.objects.create(full_name=full_name, is_sample=is_sample)
    User.objects.create_user(username or f"thu{next(_numbers)}", PASSWORD, person=row)
    return row


def area(name: str = "Lam Sơn", *, level: str = Level.COMMUNE, kind: str = AreaKind.RURAL_COMMUNE) -> Area:
    """A place without a parent."""
    row = Area.objects.create(level=level, valid_from=LONG_AGO)
    AreaVersion.objects.create(
        area=row, name=name, kind=kind, folded=name, sort_key=name, valid_from=LONG_AGO
    )
    return row


def body(
    kind: str = BodyKind.WOMENS_UNION,
    *,
    at: Area | None = None,
    short_name: str = "",
    parent: Body | None = None,
) -> Body:
    """A body at a place (a place of its own when none is given)."""
    row = Body.objects.create(kind=kind, area=at or area(), parent=parent, valid_from=LONG_AGO)
    name = short_name or f"{BodyKind(kind).label} {row.pk}"
    BodyName.objects.create(
        body=row, name=name, short_name=name, folded=name, sort_key=name, valid_from=LONG_AGO
    )
    return row


def member(
    *,
    body: Body | None = None,
    role: str = "officer",
    person: Person | None = None,
    position: str = "",
    is_sample: bool = False,
) -> ActingMember:
    """Somebody acting for `body` in `role`; person and body are made when none are given."""
    row = Membership.objects.create(
        person=person or _somebody(),
        body=body or _some_body(),
        role=role,
        position=position,
        valid_from=LONG_AGO,
        is_sample=is_sample,
    )
    return member_by_id(row.pk)


def client_as(member: ActingMember) -> Client:
    """A browser signed in as this person, acting as this membership."""
    client = Client()
    client.force_login(User.objects.get(person_id=member.person_id))
    session = client.session
    session[SESSION_KEY] = member.membership_id
    session.save()
    return client


def _somebody() -> Person:
    return person()


def _some_body() -> Body:
    return body()
