"""Pilot units of a programme: which communes have one, how each goes, where it was done again."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from phoihop.core.member import Member
from phoihop.organisations.models import Area, AreaVersion, Level
from phoihop.organisations.queries import area_labels, body_labels
from phoihop.plans import permissions
from phoihop.plans.models import Pilot, PilotAssessment, PilotDecision
from phoihop.plans.registration import percent_of
from phoihop.plans.statuses import PILOT, PilotStatus
from phoihop.programmes.models import Programme
from phoihop.programmes.models.visibility import places_under

_COLOURS = {
    PilotStatus.CHOSEN: "secondary",
    PilotStatus.RUNNING: "blue",
    PilotStatus.PROVEN: "green",
    PilotStatus.STOPPED: "red",
}


@dataclass(frozen=True)
class PilotLine:
    """A pilot, or a place where one was done again."""

    id: int
    name: str
    place: str
    commune: str
    clause_path: str
    body: str
    since: date
    decision_text: str
    status: str
    status_label: str
    colour: str
    is_replica: bool
    replicates_id: int | None
    replicas: int
    last_rating: str
    last_text: str
    last_on: date | None


@dataclass(frozen=True)
class CommuneLine:
    """A commune with its pilots; `pilots` counts those not stopped."""

    id: int
    name: str
    pilots: int
    replicas: int


@dataclass(frozen=True)
class PilotCounts:
    """How many communes have a pilot."""

    communes: int
    covered: int
    pilots: int
    replicas: int
    percent: float


@dataclass(frozen=True)
class PilotBoard:
    """Every pilot and every commune of the programme's place."""

    counts: PilotCounts
    communes: list[CommuneLine]
    lines: list[PilotLine]


@dataclass(frozen=True)
class PilotHistoryLine:
    """What was done with a pilot."""

    words: str
    person: str
    note: str
    at: datetime


@dataclass(frozen=True)
class PilotPage:
    """One pilot with its assessments, its replicas and what this member may do."""

    pilot: Pilot
    line: PilotLine
    replicas: list[PilotLine]
    assessments: list[PilotAssessment]
    history: list[PilotHistoryLine]
    moves: list[tuple[str, str]]
    may_lead: bool
    may_assess: bool


_VERBS = {
    "choose": "Chọn làm điểm",
    "replicate": "Chọn để nhân rộng",
    "start": "Bắt đầu làm điểm",
    "prove": "Công nhận đạt",
    "stop": "Dừng",
    "resume": "Làm tiếp",
}


def pilot_counts(programme: Programme, *, today: date) -> PilotCounts:
    """Coverage of the communes; three queries."""
    communes = _communes(programme, today)
    rows = Pilot.objects.filter(programme=programme).exclude(status=PilotStatus.STOPPED)
    covered = set(rows.filter(commune__in=communes).values_list("commune_id", flat=True))
    sums = rows.aggregate(
        pilots=Count("pk", filter=Q(replicates=None)), replicas=Count("pk", filter=~Q(replicates=None))
    )
    return PilotCounts(
        communes=len(communes),
        covered=len(covered),
        pilots=sums["pilots"],
        replicas=sums["replicas"],
        percent=float(percent_of(len(covered), len(communes))),
    )


def _communes(programme: Programme, today: date) -> list[int]:
    """The communes there today at the programme's place: itself when it is one."""
    if Area.objects.filter(pk=programme.area_id, level=Level.COMMUNE).exists():
        return [programme.area_id]
    under = AreaVersion.objects.on(today) & places_under(programme.area_id)
    return list(under.filter(area__level=Level.COMMUNE).values_list("area_id", flat=True).distinct())


def pilot_board(programme: Programme, *, today: date, only_missing: bool = False) -> PilotBoard:
    """Eight queries, whatever the number of communes and pilots."""
    rows = list(_rows(programme))
    lines = _lines(rows, today)
    pilots: dict[int, int] = defaultdict(int)
    replicas: dict[int, int] = defaultdict(int)
    for row in rows:
        if row.commune_id is not None and row.status != PilotStatus.STOPPED:
            (replicas if row.replicates_id else pilots)[row.commune_id] += 1
    labels = area_labels(_communes(programme, today), today)
    communes = [
        CommuneLine(pk, label.full_name, pilots[pk], replicas[pk])
        for pk, label in sorted(labels.items(), key=lambda pair: pair[1].sort_key)
    ]
    shown = [line for line in communes if not (only_missing and (line.pilots or line.replicas))]
    return PilotBoard(pilot_counts(programme, today=today), shown, lines)


def _rows(programme: Programme):  # type: ignore[no-untyped-def]
    rows = Pilot.objects.filter(programme=programme).select_related("clause")
    return rows.annotate(replicas_number=Count("replicas")).order_by("-since", "-pk")


def _lines(rows: list[Pilot], today: date) -> list[PilotLine]:
    places = area_labels(
        {pk for row in rows for pk in (row.area_id, row.commune_id) if pk is not None}, today
    )
    bodies = body_labels({row.body_id for row in rows if row.body_id}, today)
    last: dict[int, PilotAssessment] = {}
    for seen in PilotAssessment.objects.filter(pilot__in=rows).order_by("on", "pk"):
        last[seen.pilot_id] = seen
    return [
        _line(
            row,
            place=places[row.area_id].full_name,
            commune=places[row.commune_id].full_name if row.commune_id else "",
            body=bodies[row.body_id].short_name if row.body_id else "",
            last=last.get(row.pk),
        )
        for row in rows
    ]


def _line(row: Pilot, *, place: str, commune: str, body: str, last: PilotAssessment | None) -> PilotLine:
    return PilotLine(
        id=row.pk,
        name=row.name,
        place=place,
        commune=commune if row.commune_id != row.area_id else "",
        clause_path=row.clause.path,
        body=body,
        since=row.since,
        decision_text=row.decision_text,
        status=row.status,
        status_label=row.get_status_display(),
        colour=_COLOURS[PilotStatus(row.status)],
        is_replica=row.replicates_id is not None,
        replicates_id=row.replicates_id,
        replicas=getattr(row, "replicas_number", 0),
        last_rating=last.get_rating_display() if last else "",
        last_text=last.text if last else "",
        last_on=last.on if last else None,
    )


def pilot_page(pilot: Pilot, member: Member, *, today: date) -> PilotPage:
    """A fixed number of queries."""
    rows = list(_rows(pilot.programme).filter(Q(pk=pilot.pk) | Q(replicates=pilot)))
    lines = {line.id: line for line in _lines(rows, today)}
    decisions = PilotDecision.objects.filter(pilot=pilot).select_related("by_person")
    may_lead = permissions.can_register_others(member, pilot.programme)
    own = [pilot.body_id] if pilot.body_id else []
    verbs = PILOT.verbs_from(pilot.status) if may_lead else []
    return PilotPage(
        pilot=pilot,
        line=lines.pop(pilot.pk),
        replicas=list(lines.values()),
        assessments=list(pilot.assessments.select_related("by_person", "file")),
        history=[
            PilotHistoryLine(_VERBS[d.verb], d.by_person.full_name, d.note, d.at)
            for d in decisions.order_by("-at", "-pk")
        ],
        moves=[(verb, PILOT.moves[verb].label) for verb in verbs],
        may_lead=may_lead,
        may_assess=permissions.can_look_after(member, pilot.programme, own),
    )


def pilot_places(programme: Programme, *, today: date) -> list[tuple[int, str]]:
    """Where a pilot may be: the programme's place and every place under it, by commune; three queries."""
    under = AreaVersion.objects.on(today) & places_under(programme.area_id)
    ids = list(under.values_list("area_id", flat=True)[:2000])
    labels = area_labels({programme.area_id, *ids}, today)
    parents = area_labels({label.parent_id for label in labels.values() if label.parent_id}, today)

    def words(pk: int) -> str:
        label = labels[pk]
        parent = parents.get(label.parent_id) if label.parent_id else None
        is_small = label.level == Level.RESIDENTIAL_AREA
        return f"{label.full_name}, {parent.full_name}" if parent and is_small else label.full_name

    ordered = sorted(labels, key=lambda pk: (labels[pk].level != Level.RESIDENTIAL_AREA, labels[pk].sort_key))
    return [(pk, words(pk)) for pk in ordered]


def opens_assessment(file_id: int, member: Member) -> bool:
    """Whether the file belongs to an assessment of a pilot of a programme the member sees."""
    seen = Programme.objects.visible_to(member).values("pk")
    return PilotAssessment.objects.filter(file=file_id, pilot__programme__in=seen).exists()
