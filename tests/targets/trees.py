"""A small tree of places with bodies, figures written at once, and totals folded in Python beside."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from phoihop.core.periods import Period
from phoihop.organisations.models import Area, AreaKind, AreaVersion, Body, BodyKind, BodyName, Level
from phoihop.organisations.queries.labels import best_on
from phoihop.people.models import Person
from phoihop.targets.calculations import Entry, achieved, by_unit, counts_in, over_bodies, roll_up
from phoihop.targets.content import Amount
from phoihop.targets.models import Figure, FigureAcceptance, Target
from phoihop.targets.queries.cards import edition_span, unit_of
from phoihop.targets.queries.loading import Facts, facts_by_target
from phoihop.targets.queries.shares import Shares, shares_of
from phoihop.targets.queries.totals import PlaceTotal
from phoihop.targets.statuses import BodyRule, FigureState
from tests.targets.factories import AT

_KINDS = {
    Level.NATION: AreaKind.NATION,
    Level.PROVINCE: AreaKind.PROVINCE,
    Level.COMMUNE: AreaKind.RURAL_COMMUNE,
    Level.RESIDENTIAL_AREA: AreaKind.VILLAGE,
}


def place(level: Level, parent: Area | None = None, *, name: str = "") -> Area:
    """A place under another, for all days."""
    area = Area.objects.create(level=level)
    name = name or f"{level.label} {area.pk}"
    AreaVersion.objects.create(
        area=area, name=name, kind=_KINDS[level], parent=parent, folded=name.lower(), sort_key=name
    )
    return area


def moved(area: Area, *, to: Area, on: date) -> None:
    """From `on` the place belongs to another."""
    version = area.versions.get(valid_to=None)
    AreaVersion.objects.filter(pk=version.pk).update(valid_to=on - timedelta(1))
    AreaVersion.objects.create(
        area=area, name=version.name, kind=version.kind, parent=to, valid_from=on,
        folded=version.folded, sort_key=version.sort_key,
    )  # fmt: skip


def body_at(area: Area, kind: BodyKind = BodyKind.FRONT_COMMITTEE) -> Body:
    """A body of the place."""
    body = Body.objects.create(kind=kind, area=area)
    name = f"{kind.label} {body.pk}"
    BodyName.objects.create(body=body, name=name, short_name=name, folded=name.lower(), sort_key=name)
    return body


@dataclass(frozen=True)
class Said:
    """A figure to be written: who, when, what; `is_accepted` counts upward."""

    body: Body
    period: Period
    amount: Amount
    is_accepted: bool = True


def written(target: Target, said: Sequence[Said], *, by: Person) -> list[Figure]:
    """Figures in rows; a second one of a body and period corrects the one before."""
    standing = Figure.objects.filter(target=target, corrected_by=None)
    newest = {(row.body_id, row.period): row for row in standing}
    made: list[Figure] = []
    for one in said:
        figure = Figure.objects.create(
            target=target, body=one.body, area_id=one.body.area_id, period_start=one.period.start,
            period_end=one.period.end, state=one.amount.state, numerator=one.amount.numerator,
            denominator=one.amount.denominator, note="vì sao", origin="direct",
            corrects=newest.get((one.body.pk, one.period)), recorded_by=by, recorded_at=AT,
            recorded_for=one.body,
        )  # fmt: skip
        newest[one.body.pk, one.period] = figure
        made.append(figure)
    accepted([figure for figure, one in zip(made, said, strict=True) if one.is_accepted], by=by)
    return made


def accepted(figures: Iterable[Figure], *, by: Person) -> list[int]:
    """Rows of acceptance alone: nothing is added up."""
    rows = [FigureAcceptance(figure=row, by_person=by, by_body_id=row.body_id, at=AT) for row in figures]
    FigureAcceptance.objects.bulk_create(rows)
    return [row.figure_id for row in rows]


def folded(target: Target, area: Area, window: Period) -> PlaceTotal:
    """The total by the pure calculation alone, from every figure."""
    spec, programme = target.spec, edition_span(target.edition, window.end)
    facts = facts_by_target([target.pk], since=date.min, until=date.max).get(target.pk, Facts())
    shares = shares_of([target.pk]).get(target.pk, Shares()).rows
    is_whole = window.start <= programme.start and window.end >= programme.end
    end = date.max if is_whole else window.end
    entries = [
        e
        for e in facts.counted
        if counts_in(e.period, window, programme=programme) and lies(e.area_id, area, e.period.end)
    ]
    here = frozenset(unit for unit in map(unit_of, shares) if lies(unit[1], area, end))
    due = here if shares else frozenset((e.body_id, e.area_id) for e in entries)
    leads = frozenset(row.body_id for row in shares if row.is_lead)
    total = roll_up(spec, entries, due=due, leads=leads)
    states = [amount.state for amount in by_unit(spec, entries).values()]
    asked = {area for body, area in due if body in leads or target.body_rule != BodyRule.LEAD_ONLY}
    return PlaceTotal(
        amount=total.amount,
        coverage=total.coverage,
        reported=states.count(FigureState.REPORTED),
        zero=states.count(FigureState.ZERO),
        missing=states.count(FigureState.MISSING),
        not_applicable=states.count(FigureState.NOT_APPLICABLE),
        estimated=states.count(FigureState.ESTIMATED),
        met=_met(target, entries, leads),
        heard=len({e.area_id for e in entries}),
        due_places=len(asked) if shares else len({e.area_id for e in entries}),
        own=total.own,
    )


def _met(target: Target, entries: Iterable[Entry], leads: frozenset[int]) -> int:
    places: dict[int, dict[int, Amount]] = defaultdict(dict)
    for (body_id, area_id), amount in by_unit(target.spec, entries).items():
        places[area_id][body_id] = amount
    found = [over_bodies(target.spec, bodies, leads=leads) for bodies in places.values()]
    return sum(bool(a and achieved(target.spec, a.numerator, a.denominator)) for a in found)


def lies(area_id: int, above: Area, day: date) -> bool:
    """Whether a place is `above` or below it on a day, walking from version to version."""
    current: int | None = area_id
    while current is not None:
        if current == above.pk:
            return True
        versions = list(AreaVersion.objects.filter(area_id=current))
        current = best_on(versions, day).parent_id if versions else None
    return False
