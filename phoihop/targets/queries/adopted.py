"""The targets of a programme above as they stand at a place below."""

import copy
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Adoption, Edition
from phoihop.programmes.queries.adopted import standing_editions
from phoihop.targets.calculations import check_shares, target_words
from phoihop.targets.calculations.adoption import can_be_raised, is_shared_out, local_spec
from phoihop.targets.content import TargetSpec, usual_rules
from phoihop.targets.models import AdoptedTarget, Contribution, Target
from phoihop.targets.statuses import PlaceRule, ScopeKind, TargetKind


@dataclass(frozen=True)
class PartLine:
    """A body of the place and the part it takes on; no number: it takes part without one."""

    body_id: int
    body: str
    value: Decimal | None


@dataclass(frozen=True)
class TargetFromAbove:
    """A target of the parent at one place: what is asked, what the place set itself, who answers for it."""

    id: int
    name: str
    clause_path: str
    unit: str
    above: str
    asked: str
    goal: str
    share: Decimal | None
    value: Decimal | None
    is_shared_out: bool
    is_open: bool
    parts: tuple[PartLine, ...]
    parts_words: str


def localised(targets: Sequence[Target], *, at: Collection[int]) -> list[Target]:
    """Copies, never saved, that ask what is asked of the places; one query.

    Of several places the target stays as above. A target of each unit asks of one place its own number.
    """
    if len(at) != 1 or not targets:
        return list(targets)
    return localised_by(targets, set_at(at, editions={target.edition_id for target in targets}))


def set_at(
    area_ids: Collection[int] | QuerySet[Any, Any], *, editions: Collection[int] | QuerySet[Any, Any]
) -> QuerySet[AdoptedTarget]:
    """What places set themselves of the targets of these editions above, not asked yet."""
    return AdoptedTarget.objects.filter(
        programme__adoption__area__in=area_ids, programme__adoption__parent__editions__in=editions
    )


def localised_by(targets: Iterable[Target], rows: Iterable[AdoptedTarget]) -> list[Target]:
    """`localised` at the one place whose `set_at` these rows are."""
    own = {row.key: row for row in rows}
    return [_local(target, own.get(target.key)) for target in targets]


def with_what_is_asked(targets: QuerySet[Target], edition: Edition) -> QuerySet[Any]:
    """Targets of the text of `edition` with what its programme, taken from above, was given and set."""
    rows = AdoptedTarget.objects.filter(programme=edition.programme_id, key=OuterRef("key"))
    told: QuerySet[Any] = targets.annotate(
        share_here=Subquery(rows.values("share")[:1]), value_here=Subquery(rows.values("value")[:1])
    )
    return told


def here(target: Any) -> Any:
    """A copy of a target of `with_what_is_asked` that asks what is asked of the place."""
    return _local(target, AdoptedTarget(share=target.share_here, value=target.value_here))


def _local(target: Target, row: AdoptedTarget | None) -> Target:
    made = copy.copy(target)
    spec = spec_at(target, row)
    made.value, made.value_max = spec.value, spec.value_max
    if made.place_rule == PlaceRule.COUNT:
        made.place_rule = usual_rules(TargetKind(made.kind), scope_kind=ScopeKind.PLACE).place
    return made


def spec_at(target: Target, row: AdoptedTarget | None) -> TargetSpec:
    """The target as asked of the place."""
    return local_spec(target.spec, row.share if row else None, row.value if row else None)


def targets_from_above(adoption: Adoption, *, on: date) -> list[TargetFromAbove]:
    """Every target of the parent's text as it stands, at this place; four queries."""
    above = standing_editions([adoption.parent_id])
    targets = list(
        Target.objects.filter(edition__in=above.values("pk")).select_related("clause").order_by("order")
    )
    own = {row.key: row for row in AdoptedTarget.objects.filter(programme=adoption.programme_id)}
    parts = _parts(targets, adoption.area_id, on)
    fixed = adoption.hand_down.fixed_targets if adoption.hand_down else []
    return [
        _line(target, own.get(target.key), parts.get(target.pk, []), is_fixed=target.key in fixed)
        for target in targets
    ]


def _parts(targets: Iterable[Target], area_id: int, on: date) -> dict[int, list[PartLine]]:
    rows = list(Contribution.objects.filter(target__in=targets, area=area_id).order_by("-is_lead", "pk"))
    labels = body_labels({row.body_id for row in rows}, on)
    found: dict[int, list[PartLine]] = {}
    for row in rows:
        line = PartLine(row.body_id, labels[row.body_id].short_name, row.value)
        found.setdefault(row.target_id, []).append(line)
    return found


def _line(
    target: Target, row: AdoptedTarget | None, parts: Sequence[PartLine], *, is_fixed: bool
) -> TargetFromAbove:
    spec, share, value = target.spec, row.share if row else None, row.value if row else None
    is_waiting = is_shared_out(spec) and share is None
    check = check_shares(local_spec(spec, share, value), [part.value for part in parts])
    asked = "chưa giao phần" if is_waiting else target_words(local_spec(spec, share, None))
    return TargetFromAbove(
        id=target.pk,
        name=target.name,
        clause_path=target.clause.path,
        unit=target.unit,
        above=target_words(spec),
        asked=asked,
        goal=asked if is_waiting and value is None else target_words(local_spec(spec, share, value)),
        share=share,
        value=value,
        is_shared_out=is_shared_out(spec),
        is_open=can_be_raised(spec) and not is_fixed,
        parts=tuple(parts),
        parts_words=check.words if check and not (is_waiting and value is None) else "",
    )
