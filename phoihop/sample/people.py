"""Makes the invented people with their accounts and roles."""

from dataclasses import dataclass
from datetime import datetime

from phoihop.accounts.acting import ActingMember
from phoihop.accounts.models import Role
from phoihop.organisations.models import Area, Body, BodyKind, Level
from phoihop.people.actions import create_user
from phoihop.people.models import Person
from phoihop.sample.accounts import ADMINISTRATOR, PASSWORD, PEOPLE, RECORDER, SamplePerson
from phoihop.sample.acting import in_role
from phoihop.sample.places import TWO_LEVELS, found_home, found_operator


@dataclass(frozen=True)
class Cast:
    """xã Lam Sơn, its bodies and the people who act for them."""

    area: Area
    bodies: dict[BodyKind, Body]
    villages: dict[str, Body]
    members: dict[str, ActingMember]

    def acting(self, username: str) -> ActingMember:
        """The person in the first of the roles they hold."""
        return self.members[username]


def make_cast(at: datetime) -> Cast:
    """Found xã Lam Sơn's bodies and villages, and give every invented person account and roles."""
    area, bodies, villages = found_home(at)
    members = {}
    for sample in PEOPLE:
        person = make_person(sample)
        acting = [
            in_role(
                person,
                villages[post.village] if post.village else bodies[post.body],
                post.role,
                position=post.position,
                since=TWO_LEVELS,
            )
            for post in sample.posts
        ]
        members[sample.username] = acting[0]
    operator = found_operator(Area.objects.get(level=Level.NATION), at)
    in_role(make_person(ADMINISTRATOR), operator, Role.ADMINISTRATOR, position="Quản trị", since=TWO_LEVELS)
    return Cast(area, bodies, villages, members)


def make_recorder() -> Person:
    """Who entered the five papers: no account."""
    return Person.objects.create(full_name=RECORDER.full_name, is_sample=True)


def make_person(sample: SamplePerson) -> Person:
    """The invented person with an account."""
    user = create_user(
        full_name=sample.full_name,
        username=sample.username,
        password=PASSWORD,
        must_change_password=False,
        is_sample=True,
    )
    return user.person
