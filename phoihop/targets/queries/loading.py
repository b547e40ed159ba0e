"""The figures of many targets in one query, folded into what counts where."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import QuerySet

from phoihop.core.batches import together
from phoihop.core.periods import Period
from phoihop.targets.calculations import Entry, counts_in
from phoihop.targets.content import Amount
from phoihop.targets.models import Figure
from phoihop.targets.queries.keys import asked_by_row, asked_from, rows_of_same
from phoihop.targets.queries.shares import at_places
from phoihop.targets.statuses import FigureState

_COLUMNS = (
    "id", "target_id", "body_id", "area_id", "period_start", "period_end", "state", "numerator",
    "denominator", "acceptance__id",
)  # fmt: skip


class _Row(NamedTuple):
    id: int
    target_id: int
    body_id: int
    area_id: int
    start: date
    end: date
    state: str
    numerator: Decimal | None
    denominator: Decimal | None
    acceptance_id: int | None

    @property
    def entry(self) -> Entry:
        amount = Amount(FigureState(self.state), self.numerator, self.denominator)
        return Entry(self.body_id, self.area_id, Period(self.start, self.end), amount)


@dataclass
class Facts:
    """The figures of one target: `current` is what each body says now, `counted` what counts upward.

    A correction not accepted yet leaves the accepted figure before it counted; `pending` are those waiting.
    """

    current: list[Entry] = field(default_factory=list)
    counted: list[Entry] = field(default_factory=list)
    pending: list[Entry] = field(default_factory=list)

    def inside(self, window: Period, *, programme: Period | None = None) -> "Facts":
        """Those that count in the window; without a `programme` all that meet it."""
        lists, whole = (self.current, self.counted, self.pending), programme or window
        return Facts(*([e for e in rows if counts_in(e.period, window, programme=whole)] for rows in lists))

    def under(self, body_id: int, ended: Collection[int]) -> "Facts":
        """The same with the figures of the ended bodies under the name of the one that came after them."""
        lists = (self.current, self.counted, self.pending)
        return Facts(
            *([replace(e, body_id=body_id) if e.body_id in ended else e for e in rows] for rows in lists)
        )


def facts_by_target(
    target_ids: Collection[int], *, since: date, until: date, area_ids: Collection[int] | None = None
) -> dict[int, Facts]:
    """Figures of periods that meet `since`..`until`, by target id; two queries for any number of rows.

    With `area_ids` only those of these places. Figures of the same target in other editions are among them.
    """
    asked = asked_by_row(target_ids)
    return facts_in(at_places(Figure.objects.filter(target__in=list(asked)), area_ids), asked, since, until)


def facts_in(
    figures: QuerySet[Figure], asked: Mapping[int, Sequence[int]], since: date, until: date
) -> dict[int, Facts]:
    """The same of figures chosen otherwise; `asked`: by target id of a figure whose it is. One query."""
    rows = figures.filter(period_start__lte=until, period_end__gte=since)
    return _folded(rows.order_by("id").values_list(*_COLUMNS), asked)


def facts_of_body(
    target_ids: Collection[int], *, body_id: int, area_id: int, since: date, until: date
) -> dict[int, Facts]:
    """`facts_by_target` of one body at one place, without anybody else's figures; one query."""
    same = rows_of_same(target_ids)
    rows = Figure.objects.filter(
        target__in=same.values("pk"), body=body_id, area=area_id, period_start__lte=until,
        period_end__gte=since,
    )  # fmt: skip
    found = rows.order_by("id").values_list(*_COLUMNS)
    together(same, found)
    return _folded(found, asked_from(target_ids, same))


def _folded(rows: Iterable[Any], asked: Mapping[int, Sequence[int]]) -> dict[int, Facts]:
    chains: dict[tuple[int, int, int, date, date], list[_Row]] = defaultdict(list)
    for values in rows:
        row = _Row(*values)
        for target_id in asked.get(row.target_id, ()):
            chains[target_id, row.body_id, row.area_id, row.start, row.end].append(row)
    found: dict[int, Facts] = defaultdict(Facts)
    for key, chain in chains.items():
        _add(found[key[0]], chain)
    return dict(found)


def _add(facts: Facts, chain: list[_Row]) -> None:
    newest = chain[-1]
    facts.current.append(newest.entry)
    accepted = [row for row in chain if row.acceptance_id is not None]
    if accepted:
        facts.counted.append(accepted[-1].entry)
    if newest.acceptance_id is None:
        facts.pending.append(newest.entry)
