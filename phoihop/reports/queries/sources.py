"""What a consolidated report is made of: the obligations of its level, and the round that stands for each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from phoihop.core.batches import together
from phoihop.organisations.models import BodyName
from phoihop.organisations.queries.labels import labels_from, names_of
from phoihop.reports.calculations import Coverage, Standing, counted, coverage_of
from phoihop.reports.calculations.levels import (
    Counts,
    Words,
    counts_with_below,
    gaps_with_below,
    words_in,
    words_once,
)
from phoihop.reports.models import Consolidation, Obligation, ObligationRecipient, Report, Round
from phoihop.reports.queries.standing import Held, held_from, held_rows
from phoihop.reports.statuses import ReportStatus

type Json = dict[str, Any]
_STANDS = {ReportStatus.SUBMITTED, ReportStatus.ACCEPTED, ReportStatus.NOTED}


@dataclass(frozen=True)
class Source:
    """An obligation that counts, and the round that stands for it (None: nothing usable yet)."""

    held: Held
    body: str
    round: Round | None
    standing: Standing


def sources_of(row: Consolidation, *, today: date) -> list[Source]:
    """Every obligation a consolidated report is made of, by name; one query.

    Those of its programme by the duty (in any edition) and period, and those of other programmes, mostly of
    places below, that come to its body. What the body itself owes upward is not among them: this paper is
    what it hands in for that.
    """
    level, peers, names, last = _of_level(row), _own_to_peers(row), _names_of_level(row), _last_rounds(row)
    owed = held_rows(level)
    together(owed, peers, names, last)
    rows = _without_own_upward(row, [held_from(one) for one in owed], set(peers))
    kept = {found.id for found in counted(h.kept for h in rows)}
    rows = [h for h in rows if h.kept.id in kept]
    labels = labels_from(names, min(today, row.period_end))
    rounds = {one.report_id: one for one in last}
    found = [
        Source(
            held=h,
            body=labels[h.row.body_id].short_name,
            round=rounds.get(h.report_id or 0) if h.report_status in _STANDS else None,
            standing=h.standing(today),
        )
        for h in rows
    ]
    return sorted(found, key=lambda s: labels[s.held.row.body_id].sort_key)


def _of_level(row: Consolidation) -> QuerySet[Obligation]:
    received = ObligationRecipient.objects.filter(obligation=OuterRef("pk"), body=row.body_id)
    return Obligation.objects.filter(
        Q(programme=row.programme_id) | Exists(received),
        duty_key=row.duty.key,
        period_start=row.period_start,
        period_end=row.period_end,
    )


def _own_to_peers(row: Consolidation) -> QuerySet[ObligationRecipient, int]:
    """The body's own obligations of the level that go to others who owe it too."""
    level = _of_level(row)
    others = level.exclude(body=row.body_id).values("body")
    own = level.filter(body=row.body_id).values("pk")
    rows = ObligationRecipient.objects.filter(obligation__in=own, body__in=others)
    return rows.values_list("obligation_id", flat=True)


def _without_own_upward(row: Consolidation, rows: Sequence[Held], to_peers: set[int]) -> list[Held]:
    """The body's own report is a source among peers who read one another, not where it goes further up."""
    owing = {h.row.body_id for h in rows} - {row.body_id}
    own = [h.row.pk for h in rows if h.row.body_id == row.body_id and owing]
    return [h for h in rows if h.row.pk not in own or h.row.pk in to_peers]


def _names_of_level(row: Consolidation) -> QuerySet[BodyName]:
    return names_of(_of_level(row).values("body"))


def _last_rounds(row: Consolidation) -> QuerySet[Round]:
    """The last round of each report of the level that stands."""
    reports = Report.objects.filter(obligation__in=_of_level(row), status__in=_STANDS)
    rows = Round.objects.filter(report__in=reports.values("pk")).order_by("report", "-sequence")
    return rows.distinct("report")


def coverage(sources: Sequence[Source], *, today: date) -> Coverage:
    """Of all that owe the period, due yet or not."""
    last = max((s.held.kept.due_on for s in sources), default=today)
    return coverage_of([s.held.kept for s in sources], on=max(today, date.fromordinal(last.toordinal() + 1)))


def counts_of(sources: Sequence[Source], *, today: date) -> Counts:
    """Units due and received, here and on all levels below."""
    own = coverage(sources, today=today)
    return counts_with_below(own.due, own.received, [s.round.content for s in sources if s.round])


def coverage_words(sources: Sequence[Source], *, today: date) -> str:
    """ "5/6 đơn vị đã báo cáo (83%); cả các cấp dưới: 40/52 đơn vị"."""
    below = counts_of(sources, today=today).below_words
    return "; ".join(filter(None, [coverage(sources, today=today).words, below]))


def gaps_of(sources: Sequence[Source]) -> list[Json]:
    """The bodies without a usable report, with where each stands, those named below too; as JSON."""
    own = [
        {"body_id": s.held.row.body_id, "name": s.body, "standing": s.standing.value}
        for s in sources
        if s.round is None
    ]
    return gaps_with_below(own, [(s.body, s.round.content) for s in sources if s.round])


def words_of(sources: Iterable[Source]) -> dict[tuple[object, ...], Words]:
    """Everything the rounds say, once each."""
    return words_once(
        words
        for s in sources
        if s.round is not None
        for words in words_in(s.round.content, body_id=s.held.row.body_id, round_id=s.round.pk)
    )


def nil_units(sources: Iterable[Source]) -> list[str]:
    """Who reported that nothing happened."""
    return [s.body for s in sources if s.round is not None and s.round.content["is_nil"]]


def used_rounds(sources: Iterable[Source]) -> list[int]:
    """The rounds a paper is made of, as it keeps them when it is closed."""
    return [s.round.pk for s in sources if s.round is not None]


def late_comers(row: Consolidation, sources: Iterable[Source]) -> list[Source]:
    """Who handed in, or handed in again, after the paper was closed: not in it."""
    used = set(row.content.get("rounds", []))
    if "rounds" not in row.content:
        return []
    return [s for s in sources if s.round is not None and s.round.pk not in used]
