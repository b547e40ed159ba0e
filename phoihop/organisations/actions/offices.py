"""Offices of a former district, their fields of work and who has them today, from data/offices.csv."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.organisations.actions.acts import Decree, split
from phoihop.organisations.actions.founding import create_body, create_standard_bodies, standard_name_at
from phoihop.organisations.actions.functions import add_function
from phoihop.organisations.models import Area, AreaCode, Body, BodyKind
from phoihop.organisations.places.lists import NEW_LIST, OLD_LIST

FILE = Path(__file__).parents[1] / "data" / "offices.csv"


@dataclass(frozen=True)
class OfficeLine:
    """An office at a `place` of the old list, one field of work, and its heirs in the new list."""

    place: str
    kind: BodyKind
    name: str
    short_name: str
    valid_to: date
    function: str
    new_places: tuple[str, ...]
    new_kind: BodyKind
    new_name: str
    legal_document: str
    source: str
    trust: str

    @property
    def note(self) -> str:
        return self.source if self.trust in {"A", "B"} else f"{self.source}; {self.trust}"


def office_lines() -> list[OfficeLine]:
    """The committed file."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [_line(row) for row in csv.DictReader(file)]


def _line(row: dict[str, str]) -> OfficeLine:
    return OfficeLine(
        **{
            k: row[k]
            for k in (
                "place",
                "name",
                "short_name",
                "function",
                "new_name",
                "legal_document",
                "source",
                "trust",
            )
        },
        kind=BodyKind(row["kind"]),
        new_kind=BodyKind(row["new_kind"]),
        valid_to=date.fromisoformat(row["valid_to"]),
        new_places=tuple(row["new_places"].split(";")),
    )


@transaction.atomic
def load_offices(*, area: Area, is_sample: bool = False, by: Member | None, at: datetime) -> dict[str, Body]:
    """The known offices of a former district with functions and successors, by name; the same when run again.

    People's Committees that are missing, of the district and of the successors' places, are made too. Refused
    for a place the file does not know.
    """
    code = area.codes.filter(scheme=OLD_LIST).values_list("code", flat=True).first()
    lines = [line for line in office_lines() if line.place == code]
    if not lines:
        raise Refused("Chưa có dữ liệu phòng, ban của địa bàn này.")
    offices: dict[str, Body] = {}
    for line in lines:
        if line.name not in offices:
            offices[line.name] = _office(line, area, is_sample=is_sample, by=by, at=at)
    for line in lines:
        _function(offices[line.name], line, since=None, until=line.valid_to, by=by, at=at)
        for heir in offices[line.name].successor_links.select_related("to_body__area"):
            assert heir.to_body
            _function(heir.to_body, line, since=line.valid_to + timedelta(1), until=None, by=by, at=at)
    return offices


def _office(line: OfficeLine, area: Area, *, is_sample: bool, by: Member | None, at: datetime) -> Body:
    """The old office with its act of succession; as it stands when it was loaded before."""
    office = _found(area, line.name)
    if office:
        return office
    committee = _committee(area, None, is_sample=is_sample, by=by, at=at)
    office = create_body(
        kind=line.kind,
        area=area,
        name=line.name,
        short_name=line.short_name,
        symbol="",
        valid_from=None,
        parent=committee,
        is_sample=is_sample,
        by=by,
        at=at,
    )
    since = line.valid_to + timedelta(1)
    heirs = [_heir(line, code, since, is_sample=is_sample, by=by, at=at) for code in line.new_places]
    split(
        predecessor=office,
        successors=heirs,
        decree=Decree(since, line.legal_document, line.note),
        by=by,
        at=at,
    )
    return Body.objects.get(pk=office.pk)


def _heir(
    line: OfficeLine, code: str, since: date, *, is_sample: bool, by: Member | None, at: datetime
) -> Body:
    place = AreaCode.objects.select_related("area").get(scheme=NEW_LIST, code=code).area
    usual = standard_name_at(line.new_kind, place, since)
    name = usual.name if usual else line.new_name
    short_name = usual.short_name if usual else line.new_name
    return _found(place, name) or create_body(
        kind=line.new_kind,
        area=place,
        name=name,
        short_name=short_name,
        symbol="",
        valid_from=since,
        parent=_committee(place, since, is_sample=is_sample, by=by, at=at),
        is_sample=is_sample,
        by=by,
        at=at,
    )


def _committee(area: Area, since: date | None, *, is_sample: bool, by: Member | None, at: datetime) -> Body:
    kinds = [BodyKind.PEOPLES_COMMITTEE]
    made = create_standard_bodies(area=area, valid_from=since, kinds=kinds, is_sample=is_sample, by=by, at=at)
    return made[BodyKind.PEOPLES_COMMITTEE]


def _found(area: Area, name: str) -> Body | None:
    return Body.objects.filter(area=area, names__name=name).first()


def _function(
    body: Body, line: OfficeLine, *, since: date | None, until: date | None, by: Member | None, at: datetime
) -> None:
    if not body.functions.filter(name=line.function).exists():
        add_function(
            body=body, name=line.function, valid_from=since, valid_to=until, source=line.note, by=by, at=at
        )
