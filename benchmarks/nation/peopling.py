"""Bodies at every place, made-up residential areas, and somebody in each who enters what is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from benchmarks.nation.copying import copy_rows, gather_statistics, new_ids
from phoihop.accounts.models import Membership, Role
from phoihop.core import clock
from phoihop.core.vietnamese import fold, sort_key
from phoihop.organisations.calculations import SOCIO_POLITICAL, standard_name
from phoihop.organisations.models import Area, AreaKind, AreaVersion, Body, BodyKind, BodyName, Level
from phoihop.people.models import Person
from phoihop.programmes.models import Adoption, Edition
from phoihop.targets.models import Contribution, Target

KINDS = (BodyKind.FRONT_COMMITTEE, BodyKind.PEOPLES_COMMITTEE, *SOCIO_POLITICAL)
"""The seven bodies of a place, the lead first."""
SOURCE = "số liệu dựng để đo tốc độ, không có thật"
FOUNDED = date(2025, 7, 1)
_NAME_COLUMNS = ("body_id", "name", "short_name", "symbol", "folded", "sort_key")


@dataclass(frozen=True)
class Place:
    """A place with the body that leads there, and the person who enters its figures."""

    area_id: int
    above_id: int
    lead_id: int
    person_id: int


def places(level: Level, every: int) -> list[AreaVersion]:
    """Today's places of a level in the order they were loaded, each `every`th of them."""
    rows = AreaVersion.objects.on(clock.today()).filter(area__level=level, area__valid_to=None)
    return list(rows.order_by("area_id"))[::every]


@transaction.atomic
def people_places(versions: Sequence[AreaVersion], level: Level) -> list[Place]:
    """Seven bodies at each of the places, and one officer of its Front."""
    there = _bodies_there(versions)
    missing = [(row, kind) for row in versions for kind in KINDS if (row.area_id, kind) not in there]
    ids = new_ids(Body, len(missing)) if missing else range(0)
    copy_rows(
        Body,
        ("id", "kind", "area_id", "source", "is_sample"),
        ((pk, kind, row.area_id, SOURCE, True) for pk, (row, kind) in zip(ids, missing, strict=True)),
    )
    copy_rows(
        BodyName,
        _NAME_COLUMNS,
        (_body_name(pk, kind, row, level) for pk, (row, kind) in zip(ids, missing, strict=True)),
    )
    there |= {(row.area_id, kind): pk for pk, (row, kind) in zip(ids, missing, strict=True)}
    leads = [there[row.area_id, KINDS[0]] for row in versions]
    return [
        Place(row.area_id, row.parent_id or 0, lead, person)
        for row, lead, person in zip(versions, leads, _officers(leads), strict=True)
    ]


def _bodies_there(versions: Sequence[AreaVersion]) -> dict[tuple[int, BodyKind], int]:
    rows = Body.objects.filter(area__in=[row.area_id for row in versions], kind__in=KINDS, valid_to=None)
    return {(row.area_id, BodyKind(row.kind)): row.pk for row in rows.order_by("-pk")}


def _body_name(body_id: int, kind: BodyKind, row: AreaVersion, level: Level) -> tuple[object, ...]:
    made = standard_name(
        kind, level=level, area_kind=AreaKind(row.kind), area_name=row.name, place=row.full_name
    )
    name, short = (made.name, made.short_name) if made else (kind.label, kind.label)
    symbol = made.symbol if made else ""
    return body_id, name, short, symbol, fold(f"{name} {short}"), sort_key(short)


def _officers(leads: Sequence[int]) -> Sequence[int]:
    people = new_ids(Person, len(leads))
    copy_rows(
        Person,
        ("id", "full_name", "is_sample"),
        ((pk, f"Cán bộ dựng để đo {number}", True) for number, pk in enumerate(people, start=1)),
    )
    copy_rows(
        Membership,
        ("person_id", "body_id", "role", "valid_from", "is_sample"),
        ((person, body, Role.OFFICER, FOUNDED, True) for person, body in zip(people, leads, strict=True)),
    )
    return people


@transaction.atomic
def residential_areas(communes: Sequence[Place], count: int) -> list[Place]:
    """`count` made-up residential areas spread over the communes, each with its Front board."""
    areas = new_ids(Area, count)
    within = [communes[number % len(communes)] for number in range(count)]
    copy_rows(
        Area,
        ("id", "level", "valid_from", "source", "is_sample"),
        ((pk, Level.RESIDENTIAL_AREA, FOUNDED, SOURCE, True) for pk in areas),
    )
    copy_rows(
        AreaVersion,
        ("area_id", "name", "kind", "parent_id", "valid_from", "folded", "sort_key"),
        _residential_versions(areas, within, len(communes)),
    )
    boards = new_ids(Body, count)
    copy_rows(
        Body,
        ("id", "kind", "area_id", "source", "is_sample"),
        ((pk, BodyKind.FRONT_WORK_BOARD, area, SOURCE, True) for pk, area in zip(boards, areas, strict=True)),
    )
    copy_rows(BodyName, _NAME_COLUMNS, _board_names(boards, len(communes)))
    gather_statistics(Area, AreaVersion, Body, BodyName, Membership, Person)
    return [
        Place(area, commune.area_id, board, commune.person_id)
        for area, commune, board in zip(areas, within, boards, strict=True)
    ]


def _residential_versions(
    areas: Sequence[int], within: Sequence[Place], communes: int
) -> Iterator[tuple[object, ...]]:
    for number, (area, commune) in enumerate(zip(areas, within, strict=True)):
        name = f"số {number // communes + 1} (dựng để đo)"
        full = f"khu phố {name}"
        yield area, name, AreaKind.QUARTER, commune.area_id, FOUNDED, fold(full), sort_key(name)


def _board_names(boards: Sequence[int], communes: int) -> Iterator[tuple[object, ...]]:
    for number, board in enumerate(boards):
        name = f"Ban Công tác Mặt trận khu phố số {number // communes + 1} (dựng để đo)"
        yield board, name, name[:120], "", fold(name), sort_key(name)


def adopting(edition: Edition, level: Level) -> list[Place]:
    """The places of a level that adopted the programme of the edition, as they were peopled."""
    rows = Adoption.objects.filter(parent=edition.programme_id, area__level=level).order_by("area_id")
    leads = dict(rows.values_list("area_id", "programme__lead"))
    person = dict(
        Membership.objects.filter(body__in=leads.values(), valid_from=FOUNDED, is_sample=True).values_list(
            "body", "person"
        )
    )
    above = dict(
        AreaVersion.objects.on(clock.today()).filter(area__in=leads).values_list("area_id", "parent_id")
    )
    return [Place(area, above[area] or 0, lead, person[lead]) for area, lead in leads.items()]


def answering(target: Target) -> list[Place]:
    """The residential areas that answer for the target; their people are not named."""
    rows = Contribution.objects.filter(target=target).order_by("pk")
    found = rows.values_list("area_id", "area__versions__parent", "body_id")
    return [Place(area, above, body, 0) for area, above, body in found]
