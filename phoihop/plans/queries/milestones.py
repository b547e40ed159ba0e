"""The roadmap of a programme: its years, where each milestone stands, and what was carried over."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.queries import body_labels
from phoihop.plans import permissions
from phoihop.plans.models import Milestone, MilestoneDecision
from phoihop.plans.registration import percent_of
from phoihop.plans.roadmap import MilestoneState, milestone_state
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.queries import current_edition
from phoihop.targets.calculations import roll_up, target_words, window_of
from phoihop.targets.models import Contribution, Target
from phoihop.targets.queries import Facts, edition_span, facts_by_target, standing
from phoihop.targets.queries.cards import Standing, unit_of


@dataclass(frozen=True)
class MilestoneLine:
    """A milestone with where it stands; `value` is what the figures say, `goal` what the year asks."""

    id: int
    version: int
    text: str
    due_on: date
    bodies: str
    target_id: int | None
    goal: str
    value: str
    state: MilestoneState
    reached_on: date | None
    proof_text: str
    proof_id: int | None
    came_from: date | None
    goes_to: date | None


@dataclass(frozen=True)
class RoadmapYear:
    """A year of the roadmap."""

    year: int
    lines: list[MilestoneLine]
    reached: int
    percent: float

    @property
    def is_done(self) -> bool:
        return self.reached == len(self.lines)


@dataclass(frozen=True)
class Roadmap:
    """The years in order; a year of the programme without a milestone stands there too, empty."""

    years: list[RoadmapYear]

    @property
    def total(self) -> int:
        return sum(len(year.lines) for year in self.years)

    @property
    def reached(self) -> int:
        return sum(year.reached for year in self.years)

    @property
    def late(self) -> int:
        return sum(line.state == MilestoneState.LATE for year in self.years for line in year.lines)


@dataclass(frozen=True)
class MilestoneHistoryLine:
    """What was done with a milestone."""

    words: str
    person: str
    note: str
    at: datetime


@dataclass(frozen=True)
class MilestonePage:
    """One milestone with its history and what this member may do."""

    line: MilestoneLine
    history: list[MilestoneHistoryLine]
    may_lead: bool
    may_confirm: bool
    carried_to_id: int | None


_VERBS = {
    "set": "Đặt mốc",
    "change": "Sửa mốc",
    "confirm": "Xác nhận đã đạt",
    "unconfirm": "Bỏ xác nhận",
    "carry_over": "Chuyển tiếp",
    "undo_carry_over": "Hoàn tác chuyển tiếp",
}


def roadmap(programme: Programme, *, today: date) -> Roadmap:
    """Every milestone by year; ten queries, whatever their number."""
    rows = list(
        Milestone.objects.filter(programme=programme)
        .select_related("carried_from", "carried_to")
        .prefetch_related("bodies")
    )
    lines = _lines(programme, rows, today)
    by_year: dict[int, list[MilestoneLine]] = {year: [] for year in _years(programme, rows)}
    for row, line in zip(rows, lines, strict=True):
        by_year[row.year].append(line)
    return Roadmap([_year(year, found) for year, found in sorted(by_year.items())])


def _year(year: int, lines: list[MilestoneLine]) -> RoadmapYear:
    reached = sum(line.state == MilestoneState.REACHED for line in lines)
    return RoadmapYear(year, lines, reached, float(percent_of(reached, len(lines))))


def _years(programme: Programme, rows: list[Milestone]) -> set[int]:
    found = {row.year for row in rows}
    if not rows:
        return found
    edition = current_edition(programme)
    start, end = edition.period_start, edition.period_end
    inner = set(range(start.year, end.year + 1)) if start and end and end.year - start.year < 20 else set()
    return found | inner


def _lines(programme: Programme, rows: list[Milestone], today: date) -> list[MilestoneLine]:
    bodies = {row.pk: [body.pk for body in row.bodies.all()] for row in rows}
    labels = body_labels({pk for ids in bodies.values() for pk in ids}, today)
    found = _standings(programme, rows, today)
    return [
        _line(row, ", ".join(labels[pk].short_name for pk in bodies[row.pk]), found.get(row.pk), today)
        for row in rows
    ]


def _line(row: Milestone, bodies: str, found: tuple[str, Standing] | None, today: date) -> MilestoneLine:
    heir: Milestone | None = getattr(row, "carried_to", None)
    by_figures = found is not None and found[1].progress.outcome.is_met
    return MilestoneLine(
        id=row.pk,
        version=row.version,
        text=row.text,
        due_on=row.due_on,
        bodies=bodies,
        target_id=row.target_id,
        goal=found[0] if found else "",
        value=found[1].value if found else "",
        state=milestone_state(
            is_reached=by_figures or row.reached_on is not None,
            is_carried=heir is not None,
            due_on=row.due_on,
            today=today,
        ),
        reached_on=row.reached_on,
        proof_text=row.proof_text,
        proof_id=row.proof_id,
        came_from=row.carried_from.due_on if row.carried_from else None,
        goes_to=heir.due_on if heir else None,
    )


def _standings(programme: Programme, rows: list[Milestone], today: date) -> dict[int, tuple[str, Standing]]:
    """For milestones of a target: what the year asks, and what accepted figures say by its day."""
    wanted = [row.target_id for row in rows if row.target_id]
    if not wanted:
        return {}
    edition = current_edition(programme)
    keys = dict(Target.objects.filter(pk__in=wanted).values_list("pk", "key"))
    targets = {row.key: row for row in Target.objects.filter(edition=edition, key__in=keys.values())}
    shares: dict[int, list[Contribution]] = defaultdict(list)
    for share in Contribution.objects.filter(target__in=targets.values()).select_related("body"):
        shares[share.target_id].append(share)
    span = edition_span(edition, today)
    facts = facts_by_target([t.pk for t in targets.values()], since=span.start, until=span.end)
    return {
        row.pk: _standing(row, target, shares[target.pk], facts.get(target.pk, Facts()), (edition, today))
        for row in rows
        if row.target_id and (target := targets.get(keys[row.target_id]))
    }


def _standing(
    row: Milestone, target: Target, shares: list[Contribution], facts: Facts, seen: tuple[Edition, date]
) -> tuple[str, Standing]:
    edition, today = seen
    spec = replace(target.spec, value=row.value or target.value, due_on=row.due_on)
    window = window_of(spec, on=row.due_on, programme=edition_span(edition, today))
    inside = facts.inside(Period(window.start, max(window.start, min(window.end, row.due_on))))
    due = frozenset(unit_of(share) for share in shares)
    units = due or frozenset((entry.body_id, entry.area_id) for entry in inside.current)
    leads = frozenset(share.body_id for share in shares if share.is_lead)
    total = roll_up(spec, inside.counted, due=units, leads=leads)
    return target_words(spec), standing(spec, total, on=today)


def milestone_page(milestone: Milestone, member: Member, *, today: date) -> MilestonePage:
    """A fixed number of queries."""
    row = (
        Milestone.objects.select_related("carried_from", "carried_to", "programme__lead")
        .prefetch_related("bodies")
        .get(pk=milestone.pk)
    )
    heir: Milestone | None = getattr(row, "carried_to", None)
    body_ids = [body.pk for body in row.bodies.all()]
    decisions = MilestoneDecision.objects.filter(milestone=row).select_related("by_person")
    return MilestonePage(
        line=_lines(row.programme, [row], today)[0],
        history=[
            MilestoneHistoryLine(_VERBS[d.verb], d.by_person.full_name, d.note, d.at)
            for d in decisions.order_by("-at", "-pk")
        ],
        may_lead=permissions.can_register_others(member, row.programme),
        may_confirm=permissions.can_look_after(member, row.programme, body_ids),
        carried_to_id=heir.pk if heir else None,
    )


def opens_proof(file_id: int, member: Member) -> bool:
    """Whether the file shows that a milestone of a programme the member sees was reached."""
    seen = Programme.objects.visible_to(member).values("pk")
    return Milestone.objects.filter(proof=file_id, programme__in=seen).exists()
