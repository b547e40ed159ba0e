"""What the sources found for a target and its bodies, beside what is recorded: to be taken by one click."""

from collections.abc import Sequence
from dataclasses import dataclass

from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.targets import sources
from phoihop.targets.calculations import amount_words, normalised
from phoihop.targets.content import Amount
from phoihop.targets.models import Target
from phoihop.targets.queries.ground import known_figures
from phoihop.targets.statuses import FigureState


@dataclass(frozen=True)
class FoundLine:
    """A number found for a body that differs from what stands (`now`, in words; `seen`: that figure)."""

    body_id: int
    body: str
    value: sources.SourcedValue
    now: str
    seen: int | None


def found_lines(target: Target, bodies: Sequence[tuple[int, str]], period: Period) -> list[FoundLine]:
    """Bodies for which something was found that is not recorded so already; six queries."""
    names = dict(bodies)
    found = sources.proposals_of(targets=[target], body_ids=names.keys(), period=period)
    if not found:
        return []
    areas = dict(Body.objects.filter(pk__in=names).values_list("pk", "area_id"))
    known = known_figures([target.pk], period, body_ids=names.keys())
    lines = []
    for (_, body), (value, *_) in found.items():
        now = known.get((target.pk, body, areas[body]))
        amount = normalised(Amount(FigureState.REPORTED, value.numerator, value.denominator))
        if now is None or now.amount != amount:
            words = amount_words(target.spec, now.amount if now else None)
            lines.append(FoundLine(body, names[body], value, words, now.id if now else None))
    return lines
