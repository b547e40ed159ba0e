"""Targets of programmes many places took on: what of them is read row by row, and what as stored parts."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db.models import Exists

from phoihop.core.periods import Period, periods_within
from phoihop.programmes.models import Adoption
from phoihop.targets.calculations import Total, window_of
from phoihop.targets.models import Target
from phoihop.targets.queries.totals import PlaceTotal, place_totals

_WIDE = 60
_MOST_PERIODS = 12


def is_wide(targets: Sequence[Target]) -> bool:
    """Whether more places took the programme of these targets (of one edition) on than a page lists."""
    if not targets:
        return False
    places = Adoption.objects.filter(parent__editions=targets[0].edition_id)
    return places.count() > _WIDE


def is_taken_wide(programme_id: int) -> Exists:
    """The same of a programme, told by a query of something else."""
    return Exists(Adoption.objects.filter(parent=programme_id)[_WIDE : _WIDE + 1])


def root_of(targets: Sequence[Target]) -> int:
    """The place of the programme of these targets, of one edition."""
    rows = Target.objects.filter(pk=targets[0].pk)
    area_id: int = rows.values_list("edition__programme__area", flat=True).get()
    return area_id


def whole_totals(targets: Sequence[Target], *, root: int, span: Period, on: date) -> dict[int, Total]:
    """By target the total of everything below the place of the programme, each in its own window."""
    windows = {target.pk: window_of(target.spec, on=on, programme=span) for target in targets}
    found = place_totals(list(windows), area_ids=[root], windows=_once(windows.values()))
    return {pk: _whole(found[pk, root, window]) for pk, window in windows.items()}


def quarter_totals(target: Target, *, root: int, span: Period, on: date) -> list[tuple[Period, Total]]:
    """The quarters begun in which anything was said, the latest dozen, in order of time."""
    begun = Period(span.start, max(span.start, min(span.end, on)))
    quarters = list(periods_within(begun, months=3))[-_MOST_PERIODS:]
    found = place_totals([target.pk], area_ids=[root], windows=quarters)
    totals = [(quarter, found[target.pk, root, quarter]) for quarter in quarters]
    return [(quarter, _whole(total)) for quarter, total in totals if total.heard]


def _whole(total: PlaceTotal) -> Total:
    return Total(total.amount, total.coverage, total.own)


def _once(windows: Collection[Period]) -> list[Period]:
    return list(dict.fromkeys(windows))
