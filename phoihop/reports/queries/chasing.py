"""Who has not handed in, finished or answered what was due, and how often they were reminded."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, QuerySet

from phoihop.core.member import Member
from phoihop.organisations.queries import BodyLabel, body_labels
from phoihop.plans.models import Obstacle, Task
from phoihop.programmes.models import Programme
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.reports import permissions
from phoihop.reports.calculations import Standing
from phoihop.reports.models import Chase, ChaseItem, Obligation
from phoihop.reports.queries.standing import held
from phoihop.reports.statuses import CHASE, ChaseStatus

_OWED = {Standing.MISSING, Standing.RETURNED}


@dataclass(frozen=True)
class Due:
    """Something a unit owes past its day; `key` names it in a form: "obligation-12", "task-5"."""

    key: str
    unit_id: int
    words: str
    due_on: date
    days_late: int
    times: int
    last_on: date | None
    is_chased_today: bool

    @property
    def kind(self) -> str:
        return self.key.partition("-")[0]

    @property
    def number(self) -> int:
        return int(self.key.partition("-")[2])


@dataclass(frozen=True)
class UnitDue:
    """A unit with all it owes, and how often it was reminded in this programme."""

    body_id: int
    name: str
    dues: Sequence[Due]
    times: int
    last_on: date | None

    @property
    def can_be_chased(self) -> bool:
        return any(not due.is_chased_today for due in self.dues)


@dataclass(frozen=True)
class _Chased:
    times: int
    last_on: date | None


def units_due(programme: Programme, member: Member, today: date) -> list[UnitDue]:
    """What the member may remind units of, by unit in the order of a dictionary; seven queries at most."""
    own = permissions.stands_for(member)
    if not own:
        return []
    leads = programme.lead_id in own
    found = [
        *_obligations(programme, own, today, leads=leads),
        *_tasks(programme, own, today, leads=leads),
        *_obstacles(programme, own, today, leads=leads),
    ]
    chased = _chased(found)
    by_unit: dict[int, list[Due]] = defaultdict(list)
    for one in found:
        by_unit[one[1]].append(_due(one, chased.get(one[0]), today))
    labels = body_labels(by_unit, today)
    units = _units_chased(programme)
    rows = [_unit(labels[pk], dues, units.get(pk)) for pk, dues in by_unit.items()]
    return sorted(rows, key=lambda row: labels[row.body_id].sort_key)


type _Found = tuple[str, int, str, date]


def _obligations(programme: Programme, own: frozenset[int], today: date, *, leads: bool) -> Iterable[_Found]:
    rows = Obligation.objects.filter(programme=programme, due_on__lt=today).exclude(body__in=own)
    if not leads:
        rows = rows.filter(recipients__body__in=own).distinct()
    for row in held(rows.order_by("due_on", "pk")):
        if row.standing(today) in _OWED:
            what = "chưa nộp" if row.standing(today) is Standing.MISSING else "chưa nộp lại"
            words = f"{row.row.duty.name}, {row.period.label}: {what}"
            yield f"obligation-{row.row.pk}", row.row.body_id, words, row.row.due_on


def _tasks(programme: Programme, own: frozenset[int], today: date, *, leads: bool) -> Iterable[_Found]:
    if not leads:
        return
    rows = Task.objects.overdue_on(today).filter(programme=programme).exclude(body__in=own)
    for row in rows.order_by("due_on", "pk"):
        yield f"task-{row.pk}", row.body_id, f"Công việc “{row.title}”: chưa có kết quả", row.due_on


def _obstacles(programme: Programme, own: frozenset[int], today: date, *, leads: bool) -> Iterable[_Found]:
    rows = Obstacle.objects.overdue_on(today).filter(programme=programme).exclude(addressed_to__in=own)
    if not leads:
        rows = rows.filter(raised_by_body__in=own)
    for row in rows.select_related("clause").order_by("answer_due_on", "pk"):
        words = f"Vướng mắc ở mục {row.clause.path}: chưa trả lời"
        yield f"obstacle-{row.pk}", row.addressed_to_id, words, row.answer_due_on


def _chased(found: Sequence[_Found]) -> dict[str, _Chased]:
    """How often and when last each thing was chased; one query a kind that is there."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for key, *_ in found:
        kind, _, number = key.partition("-")
        numbers[kind].append(int(number))
    return {
        f"{kind}-{row[kind]}": _Chased(row["times"], row["last"])
        for kind, ids in numbers.items()
        for row in ChaseItem.objects.standing()
        .filter(**{f"{kind}__in": ids})
        .values(kind)
        .annotate(times=Count("pk"), last=Max("chased_on"))
    }


def _due(found: _Found, chased: _Chased | None, today: date) -> Due:
    key, unit_id, words, due_on = found
    return Due(
        key=key,
        unit_id=unit_id,
        words=words,
        due_on=due_on,
        days_late=(today - due_on).days,
        times=chased.times if chased else 0,
        last_on=chased.last_on if chased else None,
        is_chased_today=chased is not None and chased.last_on == today,
    )


def _units_chased(programme: Programme) -> dict[int, _Chased]:
    """How many letters each unit got in the programme, and when the last."""
    rows = ChaseItem.objects.standing().filter(chase__programme=programme).values("unit")
    counted = rows.annotate(times=Count("chase", distinct=True), last=Max("chased_on"))
    return {row["unit"]: _Chased(row["times"], row["last"]) for row in counted}


def _unit(label: BodyLabel, dues: Sequence[Due], chased: _Chased | None) -> UnitDue:
    return UnitDue(
        body_id=label.id,
        name=label.short_name,
        dues=dues,
        times=chased.times if chased else 0,
        last_on=chased.last_on if chased else None,
    )


@dataclass(frozen=True)
class ChaseCard:
    """An act of reminding in a list."""

    id: int
    chased_on: date
    requested_by: date
    body: str
    units: int
    items: int
    status: str
    status_label: str
    number: str
    made_by: str
    at: datetime


_COLOURS = {
    ChaseStatus.MADE: "yellow",
    ChaseStatus.SIGNED: "blue",
    ChaseStatus.NUMBERED: "green",
    ChaseStatus.UNDONE: "secondary",
}


def programme_chases(
    programme: Programme, member: Member, today: date, *, most: int = 100
) -> list[ChaseCard]:
    """Those the member sees, the latest first; two queries."""
    rows = Chase.objects.visible_to(member).filter(programme=programme)
    counted = rows.annotate(unit_count=Count("items__unit", distinct=True), item_count=Count("items"))
    found = list(
        counted.select_related("made_by", "outgoing_entry").order_by("-chased_on", "-pk").distinct()[:most]
    )
    names = body_labels({row.body_id for row in found}, today)
    return [
        ChaseCard(
            id=row.pk,
            chased_on=row.chased_on,
            requested_by=row.requested_by,
            body=names[row.body_id].short_name,
            units=getattr(row, "unit_count", 0),
            items=getattr(row, "item_count", 0),
            status=row.status,
            status_label=str(row.get_status_display()),
            number=number_of(row),
            made_by=row.made_by.full_name,
            at=row.made_at,
        )
        for row in found
    ]


def number_of(row: Chase) -> str:
    """ "15/UBND-VP" once the clerk gave it, else empty."""
    entry = row.outgoing_entry
    return f"{entry.number:02d}/{entry.symbol}" if entry else ""


@dataclass(frozen=True)
class UnitLines:
    """What one unit was reminded of in an act."""

    body_id: int
    name: str
    full_name: str
    items: list[ChaseItem]


@dataclass(frozen=True)
class ChasePage:
    """An act with every unit (for a unit: its own lines alone) and the verbs open to the member."""

    chase: Chase
    body: str
    units: list[UnitLines]
    number: str
    colour: str
    verbs: list[str]
    is_chaser: bool


def chase_page(chase_id: int, member: Member, today: date) -> ChasePage:
    """Raises Chase.DoesNotExist when the member does not see it; a fixed number of queries."""
    rows = Chase.objects.visible_to(member).filter(pk=chase_id).distinct()
    row = rows.select_related("programme", "body", "signed_by", "made_by", "outgoing_entry").get()
    own = set(bodies_written_for(member.body_id).values_list("pk", flat=True))
    is_chaser = row.body_id in own or row.programme.lead_id in own or row.body_id == member.body_id
    items = row.items.order_by("pk")
    if not is_chaser:
        items = items.filter(unit__in=own)
    return ChasePage(
        chase=row,
        body=body_labels([row.body_id], today)[row.body_id].name,
        units=unit_lines(items, today),
        number=number_of(row),
        colour=_COLOURS[ChaseStatus(row.status)],
        verbs=[verb for verb in CHASE.verbs_from(row.status) if permissions.may_chase(member, row, verb)],
        is_chaser=is_chaser,
    )


def unit_lines(items: QuerySet[ChaseItem], today: date) -> list[UnitLines]:
    """Items under their units, in the order of a dictionary; two queries."""
    by_unit: dict[int, list[ChaseItem]] = defaultdict(list)
    for item in items:
        by_unit[item.unit_id].append(item)
    labels = body_labels(by_unit, today)
    rows = [UnitLines(pk, labels[pk].short_name, labels[pk].name, found) for pk, found in by_unit.items()]
    return sorted(rows, key=lambda row: labels[row.body_id].sort_key)


@dataclass(frozen=True)
class Reminded:
    """A letter a unit got, for its own page and for "Việc của tôi"."""

    chase_id: int
    programme: str
    words: str
    items: int
    chased_on: date
    requested_by: date
    is_sample: bool


def reminders_of(member: Member) -> list[Reminded]:
    """What the member's body was reminded of and still owes, the earliest day first; one query."""
    own = bodies_written_for(member.body_id).values("pk")
    rows = ChaseItem.objects.standing().filter(unit__in=own)
    rows = rows.select_related("obligation__report", "task", "obstacle", "chase__programme")
    by_chase: dict[int, list[ChaseItem]] = defaultdict(list)
    for item in rows.order_by("chase__requested_by", "pk"):
        if is_still_owed(item):
            by_chase[item.chase_id].append(item)
    return [_reminded(items) for items in by_chase.values()]


def is_still_owed(item: ChaseItem) -> bool:
    """Whether what the unit was reminded of is still not there."""
    if item.obligation is not None:
        report = getattr(item.obligation, "report", None)
        return item.obligation.ended_on is None and (report is None or report.status in {"draft", "returned"})
    if item.task is not None:
        return item.task.status in {"planned", "doing"}
    return item.obstacle is not None and item.obstacle.status == "open"


def _reminded(items: list[ChaseItem]) -> Reminded:
    chase = items[0].chase
    return Reminded(
        chase_id=chase.pk,
        programme=chase.programme.name,
        words=items[0].words if len(items) == 1 else f"{len(items)} việc còn thiếu",
        items=len(items),
        chased_on=chase.chased_on,
        requested_by=chase.requested_by,
        is_sample=chase.is_sample,
    )


def times_chased(obligation: Obligation) -> tuple[int, date | None]:
    """How often this report was asked for, and when last; one query."""
    rows = ChaseItem.objects.standing().filter(obligation=obligation)
    found = rows.aggregate(times=Count("pk"), last=Max("chased_on"))
    return found["times"], found["last"]
