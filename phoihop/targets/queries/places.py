"""A target opened place by place: a place's total, the places directly below it, and its own figures."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from phoihop.core.periods import Period, periods_within
from phoihop.organisations.models import Area, AreaPath
from phoihop.organisations.queries import area_labels
from phoihop.organisations.queries.labels import AreaLabel
from phoihop.targets.calculations import window_of, within
from phoihop.targets.calculations.adoption import is_shared_out
from phoihop.targets.calculations.comparison import reads_a_level
from phoihop.targets.content import TargetSpec
from phoihop.targets.models import AdoptedTarget, Target
from phoihop.targets.queries.adopted import spec_at
from phoihop.targets.queries.cards import Standing, standing
from phoihop.targets.queries.pages import FigureLine, figure_lines
from phoihop.targets.queries.spans import edition_span
from phoihop.targets.queries.totals import PlaceTotal, children_totals, place_totals

_YEAR, _QUARTER = 12, 3


@dataclass(frozen=True)
class PlaceLine:
    """A place with its total; `has_goal` where it is held against what is asked of it."""

    area_id: int
    name: str
    sort_key: str
    standing: Standing
    total: PlaceTotal
    has_goal: bool
    is_former: bool

    @property
    def is_asked(self) -> bool:
        """Whether anybody there should report, or said anything."""
        return bool(self.total.due_places or self.total.heard or self.total.coverage.due)

    @property
    def value(self) -> str:
        return self.standing.value if self.is_asked else "không phải báo cáo riêng"

    @property
    def silent(self) -> int:
        """Units that should have reported and have not said anything."""
        return max(self.total.coverage.due - self.total.coverage.reported - self.total.missing, 0)


@dataclass(frozen=True)
class PlacePage:
    """The place, what it lies in from the programme's own place down, what is below, its own figures."""

    place: PlaceLine
    path: tuple[AreaLabel, ...]
    window: Period
    windows: tuple[Period, ...]
    below: tuple[PlaceLine, ...]
    figures: list[FigureLine]

    @property
    def has_former(self) -> bool:
        return any(line.is_former for line in self.below)


def lies_in_programme(target: Target, area_id: int) -> bool:
    """Whether the place is, or ever was, that of the target's programme or below it; one query."""
    root = target.edition.programme.area_id
    up = Q(commune_id=root) | Q(district_id=root) | Q(province_id=root) | Q(nation_id=root)
    return area_id == root or AreaPath.objects.filter(up, area=area_id).exists()


def windows_of(target: Target, *, on: date) -> tuple[Period, ...]:
    """What the page can be about: the whole programme, its years and quarters begun; the newest first."""
    span = edition_span(target.edition, on)
    begun = Period(span.start, max(span.start, min(span.end, on)))
    calendar = [p for months in (_YEAR, _QUARTER) for p in [*periods_within(begun, months=months)][::-1]]
    own = window_of(target.spec, on=on, programme=span)
    return tuple(dict.fromkeys([own, span, *calendar]))


def place_page(
    target: Target, *, area_id: int, window: Period, on: date, as_today: bool = False
) -> PlacePage:
    """The page of a place, by places as they were at each figure's time, or (`as_today`) as they are `on`.

    A fixed number of queries, whatever lies below.
    """
    today = on if as_today else None
    own = place_totals([target.pk], area_ids=[area_id], windows=[window], today=today)
    below = children_totals([target.pk], area_id=area_id, windows=[window], today=today)
    day = on if as_today else min(window.end, on)
    ids = [place for _, place, _ in below]
    path = _path(area_id, day, root=target.edition.programme.area_id)
    labels = area_labels({area_id, *ids, *path}, day)
    specs = _specs(target, [area_id, *ids])
    look = _Look(target, window, on, labels, specs, _former(ids, day))
    lines = [look.line(place, total) for (_, place, _), total in below.items()]
    return PlacePage(
        place=look.line(area_id, own[target.pk, area_id, window]),
        path=tuple(labels[pk] for pk in path),
        window=window,
        windows=windows_of(target, on=on),
        below=tuple(sorted(lines, key=lambda line: (line.is_former, line.sort_key))),
        figures=[
            line for line in figure_lines(target, on=on, at=[area_id]) if window.contains(line.period.end)
        ],
    )


def _path(area_id: int, day: date, *, root: int) -> list[int]:
    """Nothing above the programme's place, which has no page of the target."""
    row = AreaPath.objects.filter(area=area_id, valid_from__lte=day, valid_to__gte=day).first()
    above = (row.nation_id, row.province_id, row.district_id, row.commune_id) if row else ()
    found = [pk for pk in above if pk is not None and pk != area_id]
    return found[found.index(root) :] if root in found else []


def _former(area_ids: Collection[int], day: date) -> frozenset[int]:
    return frozenset(Area.objects.filter(pk__in=area_ids, valid_to__lt=day).values_list("pk", flat=True))


def _specs(target: Target, area_ids: Sequence[int]) -> dict[int, TargetSpec]:
    """By place what is asked of it, where it took the programme on."""
    rows = AdoptedTarget.objects.filter(
        key=target.key,
        programme__adoption__parent=target.edition.programme_id,
        programme__adoption__area__in=area_ids,
    ).select_related("programme__adoption")
    return {
        area_id: spec_at(target, row)
        for row in rows
        for area_id in [row.programme.adoption.area_id]
        if row.share is not None or not is_shared_out(target.spec)
    }


@dataclass(frozen=True)
class _Look:
    target: Target
    window: Period
    on: date
    labels: Mapping[int, AreaLabel]
    specs: Mapping[int, TargetSpec]
    former: frozenset[int]

    def line(self, area_id: int, total: PlaceTotal) -> PlaceLine:
        whole = self.target.spec
        is_root = area_id == self.target.edition.programme.area_id
        has_goal = is_root or area_id in self.specs or not is_shared_out(whole)
        has_goal = has_goal and (is_root or not reads_a_level(whole))
        spec = within(self.specs.get(area_id, whole), self.window)
        return PlaceLine(
            area_id=area_id,
            name=self.labels[area_id].full_name,
            sort_key=self.labels[area_id].sort_key,
            standing=standing(spec if has_goal else replace(spec, baseline=None), total, on=self.on),
            total=total,
            has_goal=has_goal,
            is_former=area_id in self.former,
        )
