"""Words and recipients of reminders."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from phoihop.accounts.models import Membership
from phoihop.accounts.notices import send
from phoihop.core import clock
from phoihop.organisations.models import BodyKind
from phoihop.organisations.queries import body_labels
from phoihop.reports.models import Chase
from phoihop.reports.queries.chasing import Due

_TOLD = ("officer", "leader")


def tell_units(chase: Chase, dues: Sequence[Due], *, at: datetime) -> None:
    """Each unit learns what it is asked for, all of it in one message; one query a unit beside two."""
    who = body_labels([chase.body_id], clock.day_of(at))[chase.body_id].short_name
    by_unit: dict[int, list[Due]] = defaultdict(list)
    for due in dues:
        by_unit[due.unit_id].append(due)
    people = _people(by_unit, at)
    for unit_id, found in by_unit.items():
        what = found[0].words if len(found) == 1 else f"{len(found)} việc đã quá hạn"
        text = (
            f"{who} đôn đốc: {what} (“{chase.programme.name}”). "
            f"Hạn mới: hết ngày {chase.requested_by:%d/%m/%Y}. {chase.note}"
        )
        _send(chase, people[unit_id], text.strip(), key="made", at=at)


def tell_undone(chase: Chase, *, at: datetime) -> None:
    """The units learn that the reminder was taken back."""
    units = set(chase.items.values_list("unit_id", flat=True))
    found = _people(units, at)
    everybody = {person for people in found.values() for person in people}
    text = (
        f"Đã thu lại lời đôn đốc ngày {chase.chased_on:%d/%m/%Y} về “{chase.programme.name}”. "
        "Việc phải làm và hạn của đơn vị vẫn như cũ."
    )
    _send(chase, everybody, text, key="undone", at=at)


def _people(unit_ids: Iterable[int], at: datetime) -> dict[int, set[int]]:
    """Officers and leaders of each unit and of its office; one query."""
    ids = list(unit_ids)
    office = Q(body__parent_id__in=ids, body__kind=BodyKind.OFFICE)
    rows = Membership.objects.on(clock.day_of(at)).filter(Q(body_id__in=ids) | office, role__in=_TOLD)
    found: dict[int, set[int]] = defaultdict(set)
    for row in rows.select_related("body"):
        found[row.body_id].add(row.person_id)
        if row.body.kind == BodyKind.OFFICE and row.body.parent_id is not None:
            found[row.body.parent_id].add(row.person_id)
    return found


def _send(chase: Chase, person_ids: Iterable[int], text: str, *, key: str, at: datetime) -> None:
    send(
        person_ids=person_ids,
        text=text,
        url=reverse("reports:chase", args=[chase.pk]),
        dedup_key=f"chase-{chase.pk}-{key}",
        at=at,
        is_sample=chase.is_sample,
    )
