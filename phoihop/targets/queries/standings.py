"""Where the targets of an edition stand, each by one total: for pages that say nothing of its shares."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from phoihop.core.periods import Period
from phoihop.programmes.models import Edition
from phoihop.programmes.queries.adopted import editions_in_text
from phoihop.targets.calculations import Total, needed_words, when_words, window_of, within
from phoihop.targets.models import Contribution, Figure, Target
from phoihop.targets.queries.adopted import here, with_what_is_asked
from phoihop.targets.queries.cards import Standing, standing, total_of
from phoihop.targets.queries.keys import same_rows
from phoihop.targets.queries.loading import Facts, facts_in
from phoihop.targets.queries.shares import Shares, shares_in
from phoihop.targets.queries.spans import edition_span
from phoihop.targets.queries.wide import is_taken_wide, whole_totals


@dataclass(frozen=True)
class TargetLine:
    """A target with what it asks and where it stands."""

    id: int
    name: str
    clause_path: str
    needed: str
    when: str
    is_aspirational: bool
    total: Standing


def target_lines(edition: Edition, rows: Iterable[Any], *, on: date) -> list[TargetLine]:
    """The targets of the text, those of an edition above as asked of this place, by its own figures.

    `rows`: its `target_rows`. Two queries; the totals of a programme many places took on are added up from
    stored parts instead.
    """
    found = list(rows)
    above = [here(target) for target in found if target.edition_id != edition.pk]
    own = [target for target in found if target.edition_id == edition.pk]
    span, place = edition_span(edition, on), edition.programme.area_id
    totals: dict[int, Total] = {}
    if own and own[0].is_wide:
        totals = whole_totals(own, root=place, span=span, on=on)
    read = [target for target in own if target.pk not in totals]
    totals |= _added(read, above, place=place, span=span, on=on)
    return [_line(target, totals[target.pk], span, on) for target in above + own]


def target_rows(edition: Edition) -> QuerySet[Any]:
    """The targets of the text with the rows of each in all editions, and what was asked of this place.

    Not asked yet.
    """
    rows = with_what_is_asked(Target.objects.filter(edition__in=editions_in_text(edition.pk)), edition)
    told: QuerySet[Any] = rows.annotate(same=same_rows(), is_wide=is_taken_wide(edition.programme_id))
    return told.select_related("clause").order_by("order")


def _added(
    own: Sequence[Any], above: Sequence[Any], *, place: int, span: Period, on: date
) -> dict[int, Total]:
    """Totals of what is read row by row: own targets at every place, those from above at this one."""
    if not own and not above:
        return {}
    ids, ids_above = [target.pk for target in own], [target.pk for target in above]
    shares = shares_in(Contribution.objects.filter(Q(target__in=ids) | Q(target__in=ids_above, area=place)))
    facts = _facts(own, above, place=place, span=span)
    return {
        target.pk: _total(target, shares.get(target.pk, Shares()), facts, span, on)
        for target in [*above, *own]
    }


def _facts(own: Sequence[Any], above: Sequence[Any], *, place: int, span: Period) -> dict[int, Facts]:
    asked = {row: [target.pk] for target in [*own, *above] for row in target.same}
    rows_own = [row for target in own for row in target.same]
    rows_above = [row for target in above for row in target.same]
    figures = Figure.objects.filter(Q(target__in=rows_own) | Q(target__in=rows_above, area=place))
    return facts_in(figures, asked, span.start, span.end)


def _total(target: Target, shares: Shares, facts: Mapping[int, Facts], span: Period, on: date) -> Total:
    spec = target.spec
    window = window_of(spec, on=on, programme=span)
    return total_of(spec, shares.rows, facts.get(target.pk, Facts()).inside(window, programme=span))


def _line(target: Target, total: Total, span: Period, on: date) -> TargetLine:
    spec = target.spec
    return TargetLine(
        id=target.pk,
        name=target.name,
        clause_path=target.clause.path,
        needed=needed_words(spec),
        when=when_words(spec),
        is_aspirational=spec.is_aspirational,
        total=standing(within(spec, window_of(spec, on=on, programme=span)), total, on=on),
    )
