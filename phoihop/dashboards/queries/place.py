"""The targets of a programme at a place: what is behind first, and why."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from phoihop.dashboards.queries.goals import Goal
from phoihop.dashboards.queries.progress import At, TargetLine, target_lines
from phoihop.dashboards.queries.reasons import reason_words, reasons_of
from phoihop.dashboards.queries.scope import Scope, programmes_of
from phoihop.programmes.models import Adoption, Programme
from phoihop.programmes.queries.adopted import editions_in_text, standing_editions
from phoihop.targets.calculations import Outcome
from phoihop.targets.models import AdoptedTarget, Target


@dataclass(frozen=True)
class Told:
    """A target with the sentences that say why it is behind."""

    line: TargetLine
    reasons: list[str]


_SILENT = {
    Outcome.NO_FIGURES,
    Outcome.MISSING,
    Outcome.NOT_APPLICABLE,
    Outcome.PARTIAL,
    Outcome.NO_VALUE,
}


@dataclass(frozen=True)
class PlaceTargets:
    """All targets, the furthest behind first; `on` is the day their pace is held on, where one has a pace."""

    told: list[Told]

    @property
    def lines(self) -> list[TargetLine]:
        return [one.line for one in self.told]

    @property
    def behind(self) -> int:
        return sum(line.is_behind for line in self.lines)

    @property
    def met(self) -> int:
        return sum(line.progress.outcome.is_met for line in self.lines)

    @property
    def silent(self) -> int:
        """Those without an accepted number or enough of them; what is behind is counted there."""
        return sum(line.progress.outcome in _SILENT and not line.is_behind for line in self.lines)

    @property
    def running(self) -> int:
        return len(self.told) - self.behind - self.met - self.silent

    @property
    def on(self) -> date | None:
        return max((line.pace.on for line in self.lines if line.pace), default=None)


def targets_in(scope: Scope) -> QuerySet[Target]:
    """The targets of the text, its own and those from above, in reading order."""
    rows = Target.objects.filter(edition__in=editions_in_text(scope.edition.pk))
    return rows.select_related("edition__programme", "clause").order_by("edition", "order")


def at_place(scope: Scope, today: date) -> At:
    """The scope's place as progress needs it."""
    return At(
        area_id=scope.place.id,
        asks_as_written=scope.is_own_place and not scope.is_adopted,
        months=scope.months,
        closed=scope.closed,
        today=today,
    )


def place_targets(scope: Scope, *, today: date) -> PlaceTargets:
    """Targets one query, goals one, their totals, and why one."""
    lines = target_lines(list(targets_in(scope)), at_place(scope, today))
    below = Q(programme__in=programmes_of(scope.programme.pk).values("pk"))
    return PlaceTargets(_told(lines, below, today))


def told_of(edition_ids: Collection[int], *, area_id: int, today: date) -> list[Told]:
    """The targets of several texts of one place, by quarters; the same queries, whatever their number."""
    if not edition_ids:
        return []
    above = Adoption.objects.filter(programme__editions__in=edition_ids).values("parent")
    standing = standing_editions(Programme.objects.filter(pk__in=above).values("pk")).values("pk")
    rows = Target.objects.filter(Q(edition__in=edition_ids) | Q(edition__in=standing))
    own_goal = AdoptedTarget.objects.filter(key=OuterRef("key"), programme__editions__in=edition_ids)
    rows = rows.annotate(
        own_share=Subquery(own_goal.values("share")[:1]), own_value=Subquery(own_goal.values("value")[:1])
    )
    found = list(rows.select_related("edition__programme", "clause").order_by("edition", "order"))
    goals = {(t.key, area_id): Goal(t.own_share, t.own_value) for t in found}
    at = At(area_id, asks_as_written=False, months=3, closed=(), today=today)
    own = Q(programme__editions__in=edition_ids)
    return _told(target_lines(found, at, goals=goals), own, today)


def _told(lines: list[TargetLine], programmes: Q, today: date) -> list[Told]:
    reasons = reasons_of(programmes, today=today) if any(line.is_behind for line in lines) else {}
    told = [
        Told(line, reason_words(line, reasons.get((line.programme_id, line.clause_key)))) for line in lines
    ]
    return sorted(told, key=lambda one: -one.line.points_behind)
