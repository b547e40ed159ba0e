"""The table of totals of a consolidated report, by each target's own rules."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from phoihop.core.periods import Period, add_months, same_last_year
from phoihop.organisations.models import AreaPath, Level
from phoihop.programmes.models import Adoption
from phoihop.programmes.queries.adopted import standing_editions
from phoihop.reports.calculations.figures import (
    Sources,
    TotalLine,
    line_of_amounts,
    total_line,
)
from phoihop.reports.models import Consolidation, Obligation
from phoihop.reports.queries.lines import span_of
from phoihop.reports.queries.sources import Source
from phoihop.targets.calculations import window_of
from phoihop.targets.content import Amount
from phoihop.targets.models import Contribution, Target
from phoihop.targets.queries.adopted import localised
from phoihop.targets.queries.loading import Facts, facts_by_target
from phoihop.targets.queries.shares import Shares, shares_of
from phoihop.targets.queries.totals import PlaceTotal, place_totals

type Json = dict[str, Any]


def totals_of(row: Consolidation, sources: Sequence[Source]) -> list[Json]:
    """The table of totals, as JSON; a fixed number of queries.

    Of a province or the nation with places below: everything accepted at and below its place, whoever
    consolidated it on the way. Else of the bodies that owe the report: upward only accepted figures count;
    those of the consolidating body itself, and of bodies whose report nobody reviews, count as they are.
    """
    targets = _targets(row)
    area = row.programme.area_id
    below = _with_places_below(row, targets) if _is_high(row) else []
    found = {line["target_id"]: line for line in _lines_of_places(row, below, area)}
    rest = [target for target in targets if target.pk not in found]
    found |= {line["target_id"]: line for line in _lines_of_bodies(row, rest, sources)}
    return [found[target.pk] for target in targets]


def _is_high(row: Consolidation) -> bool:
    """A place with too many below it to load every figure."""
    return row.programme.area.level in {Level.NATION, Level.PROVINCE}


def _targets(row: Consolidation) -> list[Target]:
    """Of the duty's edition; of the programme's own text and of the one above it, where those are others."""
    duty_edition = row.duty.clause.edition
    programmes = {row.programme_id}
    programmes |= set(Adoption.objects.filter(programme=row.programme_id).values_list("parent_id", flat=True))
    others = standing_editions(programmes - {duty_edition.programme_id}).values("pk")
    rows = Target.objects.filter(edition__in=[duty_edition.pk]) | Target.objects.filter(edition__in=others)
    found = list(rows.select_related("clause", "edition").order_by("edition", "order"))
    return [
        local
        for edition_id in dict.fromkeys(target.edition_id for target in found)
        for local in localised(
            [t for t in found if t.edition_id == edition_id],
            at=() if _is_own(row, found, edition_id) else [row.programme.area_id],
        )
    ]


def _is_own(row: Consolidation, targets: Sequence[Target], edition_id: int) -> bool:
    edition = next(t.edition for t in targets if t.edition_id == edition_id)
    return edition.programme_id == row.programme_id


def _with_places_below(row: Consolidation, targets: Sequence[Target]) -> list[Target]:
    """Those for which places under the programme's own place answer too."""
    below = Contribution.objects.filter(target__in=targets, area__isnull=False).exclude(
        area=row.programme.area_id
    )
    owners = {t.edition.programme_id for t in targets}
    handed = set(
        Adoption.objects.filter(parent__in=owners)
        .exclude(area=row.programme.area_id)
        .values_list("parent_id", flat=True)
    )
    answering = set(below.values_list("target_id", flat=True).distinct())
    return [t for t in targets if t.edition.programme_id in handed and t.pk in answering]


@dataclass(frozen=True)
class _Windows:
    """The spans a line asks for."""

    now: Period
    to_date: Period
    last_year: Period


def _lines_of_places(row: Consolidation, targets: Sequence[Target], area_id: int) -> list[Json]:
    if not targets:
        return []
    period = Period(row.period_start, row.period_end)
    asked = {target.pk: _windows(target, period) for target in targets}
    windows = {span for found in asked.values() for span in (found.now, found.to_date, found.last_year)}
    totals = place_totals(list(asked), area_ids=[area_id], windows=windows)
    lines = []
    for target in targets:
        spans = asked[target.pk]
        now, to_date, before = (
            totals[target.pk, area_id, span] for span in (spans.now, spans.to_date, spans.last_year)
        )
        programme = span_of(target.edition, period)
        line = line_of_amounts(
            target.spec, now.amount, to_date.amount, before.amount, period=period, programme=programme
        )
        lines.append(
            _line(target, TotalLine(line, now.coverage, now.amount, to_date.amount), states=_states(now))
        )
    return lines


def _windows(target: Target, period: Period) -> _Windows:
    programme = span_of(target.edition, period)
    start = window_of(target.spec, on=period.end, programme=programme).start
    return _Windows(period, Period(min(start, period.start), period.end), same_last_year(period))


def _states(total: PlaceTotal) -> list[str]:
    """What the units without a plain number said, apart."""
    named = (
        (total.estimated, "ước tính"),
        (total.missing, "không có số liệu"),
        (total.not_applicable, "không áp dụng"),
    )
    return [f"{count} đơn vị {words}" for count, words in named if count]


def _lines_of_bodies(
    row: Consolidation, targets: Sequence[Target], sources: Sequence[Source]
) -> list[Json]:  # fmt: skip
    if not targets:
        return []
    period = Period(row.period_start, row.period_end)
    area = _with_all_below(row.programme.area_id)
    ids = [target.pk for target in targets]
    own = [t.pk for t in targets if t.edition.programme_id == row.programme_id]
    above = [pk for pk in ids if pk not in own]
    since = add_months(min(span_of(t.edition, period).start for t in targets), -12)
    facts = facts_by_target(own, since=since, until=period.end)
    shares = shares_of(own)
    if above:
        facts |= facts_by_target(above, since=since, until=period.end, area_ids=area)
        shares |= shares_of(above, area_ids=area)
    bodies = {s.held.row.body_id for s in sources} | {row.body_id}
    bodies |= {share.body_id for pk in above for share in shares.get(pk, Shares()).rows}
    unreviewed = _unreviewed(sources) | {row.body_id}
    return [
        _body_line(
            target, facts.get(target.pk, Facts()), shares.get(target.pk, Shares()).rows,
            bodies=bodies, unreviewed=unreviewed, period=period,
        )
        for target in targets
    ]  # fmt: skip


def _with_all_below(area_id: int) -> list[int]:
    """The place and those that ever lay in it; one query."""
    below = AreaPath.objects.filter(Q(commune_id=area_id) | Q(district_id=area_id))
    return [area_id, *below.exclude(area=area_id).values_list("area", flat=True).distinct()]


def _body_line(
    target: Target, facts: Facts, shares: Sequence[Contribution], *, bodies: set[int],
    unreviewed: set[int], period: Period,
) -> Json:  # fmt: skip
    made = _sources(facts, shares, bodies, unreviewed)
    total = total_line(target.spec, made, period=period, programme=span_of(target.edition, period))
    pending = [e for e in facts.pending if e.period == period and e.body_id not in unreviewed]
    waiting = [f"{len(pending)} số liệu chưa duyệt, chưa cộng"] if pending else []
    return _line(target, total, states=waiting)


def _unreviewed(sources: Sequence[Source]) -> set[int]:
    """Bodies whose report goes to peers only: nobody accepts its figures."""
    ids = [s.held.row.pk for s in sources]
    reviewed = set(
        Obligation.objects.filter(pk__in=ids, recipients__reviews=True).values_list("pk", flat=True)
    )
    return {s.held.row.body_id for s in sources if s.held.row.pk not in reviewed}


def _sources(
    facts: Facts, shares: Sequence[Contribution], bodies: Collection[int], unreviewed: Collection[int]
) -> Sources:
    entries = [e for e in facts.current if e.body_id in unreviewed]
    entries += [e for e in facts.counted if e.body_id not in unreviewed]
    due = {(row.body_id, row.area_id or row.body.area_id) for row in shares if row.body_id in bodies}
    return Sources(
        entries=entries,
        due=frozenset(due) or frozenset((e.body_id, e.area_id) for e in entries),
        leads=frozenset(row.body_id for row in shares if row.is_lead),
    )


def _line(target: Target, total: TotalLine, *, states: Sequence[str]) -> Json:
    line = total.line
    covered = [f"{total.coverage.words} có số liệu"] if total.coverage.due else []
    return {
        "target_id": target.pk,
        "clause_id": target.clause_id,
        "name": target.name,
        "unit": target.unit,
        "plan": line.plan,
        "this_period": line.this_period,
        "to_date": line.to_date,
        "percent": "" if line.percent is None else str(line.percent),
        "last_year": line.last_year,
        "note": "; ".join([*covered, *states]),
        "coverage": total.coverage.words if total.coverage.due else "",
        "amounts": {"this_period": _amount(total.now), "to_date": _amount(total.to_date)},
    }


def _amount(amount: Amount | None) -> Json:
    """An amount as JSON, numbers as text; an empty state: nobody said anything."""
    if amount is None:
        return {"state": "", "numerator": "", "denominator": ""}
    parts = {"numerator": amount.numerator, "denominator": amount.denominator}
    return {"state": amount.state.value} | {
        name: "" if value is None else f"{value:f}" for name, value in parts.items()
    }
