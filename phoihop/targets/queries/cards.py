"""All targets of an edition with where they stand; the number of queries does not grow with the rows."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Protocol

from phoihop.core.periods import Period
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Edition
from phoihop.programmes.queries.adopted import editions_in_text
from phoihop.targets.calculations import (
    Coverage,
    Outcome,
    Progress,
    Total,
    Unit,
    check_shares,
    needed_words,
    roll_up,
    share_spec,
    target_words,
    total_number,
    total_progress,
    total_words,
    when_words,
    window_of,
    within,
)
from phoihop.targets.calculations.comparison import reads_a_level
from phoihop.targets.calculations.judging import Rolled
from phoihop.targets.content import TargetSpec
from phoihop.targets.models import Contribution, Target
from phoihop.targets.queries.adopted import localised
from phoihop.targets.queries.loading import Facts, facts_by_target
from phoihop.targets.queries.shares import Shares, is_below, parts_of, shares_of
from phoihop.targets.queries.spans import edition_span
from phoihop.targets.queries.wide import is_wide, root_of, whole_totals
from phoihop.targets.statuses import TargetKind


@dataclass(frozen=True)
class Standing:
    """Where a target, or a body's share of it, stands: goal and value in print, progress, coverage.

    `number` is the value where one number says all of it; None for a grade, có or chưa, 38/40.
    """

    goal: str
    value: str
    number: Decimal | None
    progress: Progress
    coverage: Coverage

    @property
    def colour(self) -> str:
        """Colour of the bar and the badge; the words beside it say the same."""
        return colour_of(self.progress.outcome)


_COLOURS = {
    Outcome.EXCEEDED: "green",
    Outcome.REACHED: "green",
    Outcome.BEHIND: "red",
    Outcome.NOT_DUE: "blue",
    Outcome.MISSING: "orange",
    Outcome.PARTIAL: "orange",
    Outcome.NO_FIGURES: "orange",
}


def colour_of(outcome: Outcome) -> str:
    """The colour that goes with an outcome everywhere."""
    return _COLOURS.get(outcome, "secondary")


@dataclass(frozen=True)
class ShareCard:
    """A body's share: `standing` counts what may be seen of it; a count without a share has no own goal."""

    body_id: int
    body: str
    is_lead: bool
    share: str
    standing: Standing
    is_pending: bool
    has_own_goal: bool


@dataclass(frozen=True)
class TargetCard:
    """A target in a list, with its bodies."""

    id: int
    name: str
    clause_path: str
    unit: str
    needed: str
    when: str
    window: Period
    is_aspirational: bool
    is_part: bool
    total: Standing
    shares: tuple[ShareCard, ...]
    shares_words: str
    pending: int


@dataclass(frozen=True)
class Counts:
    """How many targets stand where; the four add up to all."""

    met: int
    behind: int
    running: int
    silent: int


class Stands(Protocol):
    """Anything of a target that says where it stands."""

    @property
    def total(self) -> Standing: ...


def counts(cards: Collection[Stands]) -> Counts:
    """Met, behind, running (not due), and without a number, of all cards."""
    outcomes = [card.total.progress.outcome for card in cards]
    met = sum(outcome.is_met for outcome in outcomes)
    behind, running = outcomes.count(Outcome.BEHIND), outcomes.count(Outcome.NOT_DUE)
    return Counts(met, behind, running, len(outcomes) - met - behind - running)


def edition_cards(edition: Edition, *, body_ids: Collection[int], on: date) -> list[TargetCard]:
    """Every target of the edition as seen by `body_ids` (one's own: their figures show before acceptance).

    Six queries: targets, whether many places took them on, shares, keys, figures, names. Those of an edition
    above are held against what is asked of the place, by its own figures; five queries more.
    """
    rows = Target.objects.filter(edition__in=editions_in_text(edition.pk)).select_related("clause")
    found = list(rows.order_by("order"))
    own = [target for target in found if target.edition_id == edition.pk]
    above = [target for target in found if target.edition_id != edition.pk]
    span = edition_span(edition, on)
    cards = target_cards(own, span=span, body_ids=body_ids, on=on)
    if not above:
        return cards
    places = {edition.programme.area_id}
    here = localised(above, at=places)
    return target_cards(here, span=span, body_ids=body_ids, on=on, at=places) + cards


def target_cards(
    targets: list[Target],
    *,
    span: Period,
    body_ids: Collection[int],
    on: date,
    at: Collection[int] | None = None,
    wide: bool | None = None,
) -> list[TargetCard]:
    """Cards of targets of one edition, of every place or only of those `at`; six queries.

    Of a programme many places took on (`wide`, None: asked here) the places below are in the total alone; ten
    queries more.
    """
    ids, is_here = [target.pk for target in targets], at is not None
    wide = not is_here and is_wide(targets) if wide is None else wide
    root = root_of(targets) if wide else 0
    shares = shares_of(ids, area_ids=at, of_text=wide)
    at = {root, *_seats(shares.values())} if wide else at
    facts = facts_by_target(ids, since=span.start, until=span.end, area_ids=at)
    totals = whole_totals(targets, root=root, span=span, on=on) if wide else {}
    names = _names(shares.values(), facts.values(), on)
    look = _Look(span, names, frozenset(body_ids), on, is_here, totals)
    return [_card(t, shares.get(t.pk, Shares()), facts.get(t.pk, Facts()), look) for t in targets]


def _seats(shares: Iterable[Shares]) -> set[int]:
    return {unit_of(row)[1] for found in shares for row in found.rows}


@dataclass(frozen=True)
class _Look:
    """Who looks, and when: the programme's days, names of bodies, one's own bodies, the day.

    `has_below`: bodies that answer for their own places below get cards too. `totals`: by target those that
    were added up already.
    """

    span: Period
    names: dict[int, str]
    own: frozenset[int]
    on: date
    has_below: bool = False
    totals: Mapping[int, Total] = field(default_factory=dict)


def _names(shares: Iterable[Shares], facts: Iterable[Facts], on: date) -> dict[int, str]:
    ids = {row.body_id for found in shares for row in found.rows} | {
        e.body_id for f in facts for e in f.current
    }
    return {body_id: label.short_name for body_id, label in body_labels(ids, on).items()}


def _card(target: Target, shares: Shares, facts: Facts, look: _Look) -> TargetCard:
    spec = target.spec
    window = window_of(spec, on=look.on, programme=look.span)
    dated, seen = within(spec, window), facts.inside(window, programme=look.span)
    whole = look.totals.get(target.pk) or total_of(spec, shares.rows, seen)
    check = check_shares(spec, parts_of(shares.rows))
    return TargetCard(
        id=target.pk,
        name=target.name,
        clause_path=target.clause.path,
        unit=spec.unit,
        needed=needed_words(spec),
        when=when_words(spec),
        window=window,
        is_aspirational=spec.is_aspirational,
        is_part=target.part_of_id is not None,
        total=standing(dated, whole, on=look.on),
        shares=tuple(_share_cards(dated, shares, seen, look)),
        shares_words=check.words if check else "",
        pending=len(seen.pending),
    )


def total_of(spec: TargetSpec, shares: list[Contribution], facts: Facts) -> Total:
    """The whole target: only what was accepted counts."""
    due = frozenset(unit_of(row) for row in shares)
    leads = frozenset(row.body_id for row in shares if row.is_lead)
    units = due or frozenset((e.body_id, e.area_id) for e in facts.current)
    return roll_up(spec, facts.counted, due=units, leads=leads)


def unit_of(row: Contribution) -> Unit:
    """The body and place that should report for this share."""
    return row.body_id, row.area_id or row.body.area_id


def standing(spec: TargetSpec, total: Rolled, *, on: date) -> Standing:
    """A total held against the target on a day."""
    found = total_progress(spec, total, on=on)
    return Standing(
        goal=target_words(spec),
        value=total_words(spec, total),
        number=total_number(spec, total, found),
        progress=found,
        coverage=total.coverage,
    )


def _share_cards(spec: TargetSpec, shares: Shares, facts: Facts, look: _Look) -> list[ShareCard]:
    """One card for each body with a share, then for those that reported without one.

    What a body reported before one heir took its share whole counts with the heir. Places below are counted
    in the total and have their own board.
    """
    shown = [row for row in shares.rows if look.has_below or not is_below(row)]
    rows: dict[int, list[Contribution]] = {row.body_id: [] for row in shown}
    for row in shown:
        rows[row.body_id].append(row)
    known = {row.body_id for row in shares.rows} | shares.took_over.keys()
    others = [e.body_id for e in facts.current if e.body_id not in known]
    return [
        _share_card(spec, body_id, rows.get(body_id, []), _taken_over(facts, shares, body_id), look)
        for body_id in dict.fromkeys([*rows, *others])
    ]


def _taken_over(facts: Facts, shares: Shares, body_id: int) -> Facts:
    """The figures of a body, and under its name those of the bodies whose shares it took over."""
    ended = {old for old, heir in shares.took_over.items() if heir == body_id}
    return facts.under(body_id, ended) if ended else facts


def _share_card(
    spec: TargetSpec, body_id: int, rows: list[Contribution], facts: Facts, look: _Look
) -> ShareCard:
    values = [row.value for row in rows if row.value is not None]
    mine = share_spec(spec, sum(values, Decimal(0)) if values else None)
    has_own_goal = (bool(values) or spec.kind != TargetKind.COUNT) and not reads_a_level(spec)
    mine = mine if has_own_goal else replace(mine, baseline=None)
    entries = [e for e in (facts.current if body_id in look.own else facts.counted) if e.body_id == body_id]
    units = {unit_of(row) for row in rows} or {(e.body_id, e.area_id) for e in entries}
    total = roll_up(mine, entries, due=frozenset(units), leads=frozenset({body_id}))
    return ShareCard(
        body_id=body_id,
        body=look.names.get(body_id, ""),
        is_lead=any(row.is_lead for row in rows),
        share=target_words(mine) if values else "",
        standing=standing(mine, total, on=look.on),
        is_pending=any(e.body_id == body_id for e in facts.pending),
        has_own_goal=has_own_goal,
    )
