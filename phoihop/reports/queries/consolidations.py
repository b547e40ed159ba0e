"""What a consolidated report is made of: the rounds that stand, the totals, and who is missing."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from phoihop.core.periods import Period, add_months
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import DutyRule
from phoihop.reports.calculations import Coverage, Standing, counted, coverage_of
from phoihop.reports.calculations.figures import Sources, TotalLine, total_line
from phoihop.reports.calculations.headings import heading_of
from phoihop.reports.models import Consolidation, Obligation, Round
from phoihop.reports.queries.lines import span_of
from phoihop.reports.queries.standing import Held, held
from phoihop.reports.statuses import ConsolidationStatus, ReportStatus
from phoihop.targets.models import Contribution, Target
from phoihop.targets.queries.loading import Facts, facts_by_target
from phoihop.targets.queries.shares import Shares, shares_of

type Json = dict[str, Any]
_STANDS = {ReportStatus.SUBMITTED, ReportStatus.ACCEPTED, ReportStatus.NOTED}


@dataclass(frozen=True)
class Source:
    """An obligation that counts, and the round that stands for it (None: nothing usable yet)."""

    held: Held
    body: str
    round: Round | None
    standing: Standing


def sources_of(duty: DutyRule, period: Period, *, today: date) -> list[Source]:
    """Every obligation of the duty (in any edition) and period that counts, by name; four queries."""
    rows = held(
        Obligation.objects.filter(duty_key=duty.key, period_start=period.start, period_end=period.end)
    )
    kept = {row.id for row in counted(h.kept for h in rows)}
    rows = [h for h in rows if h.kept.id in kept]
    labels = body_labels({h.row.body_id for h in rows}, min(today, period.end))
    rounds = _last_rounds([h.report_id for h in rows if h.report_status in _STANDS])
    found = [
        Source(
            held=h,
            body=labels[h.row.body_id].short_name,
            round=rounds.get(h.report_id or 0),
            standing=h.standing(today),
        )
        for h in rows
    ]
    return sorted(found, key=lambda s: labels[s.held.row.body_id].sort_key)


def _last_rounds(report_ids: Sequence[int | None]) -> dict[int, Round]:
    """The last round of each report; one query."""
    rows = Round.objects.filter(report__in=[pk for pk in report_ids if pk]).order_by("report", "-sequence")
    return {row.report_id: row for row in rows.distinct("report")}


def coverage_words(sources: Sequence[Source], *, today: date) -> str:
    """Received of all that owe the period: "5/6 đơn vị đã báo cáo (83%)"."""
    return coverage(sources, today=today).words


def coverage(sources: Sequence[Source], *, today: date) -> Coverage:
    """Of all that owe the period, due yet or not."""
    last = max((s.held.kept.due_on for s in sources), default=today)
    return coverage_of([s.held.kept for s in sources], on=max(today, date.fromordinal(last.toordinal() + 1)))


def gaps_of(sources: Sequence[Source]) -> list[Json]:
    """The bodies without a usable report, with where each stands, as JSON."""
    return [
        {"body_id": s.held.row.body_id, "name": s.body, "standing": s.standing.value}
        for s in sources
        if s.round is None
    ]


def others_of(sources: Sequence[Source]) -> list[Json]:
    """What each body wrote outside the clauses: overview, emergent tasks, difficulties, proposals; JSON."""
    return [
        {
            "body": s.body,
            "is_nil": s.round.content["is_nil"],
            "overview": s.round.content["overview"],
            "emergent": s.round.content.get("emergent", []),
            "shortcomings": s.round.content["shortcomings"],
            "recommendations": s.round.content["recommendations"],
        }
        for s in sources
        if s.round is not None
    ]


def totals_of(consolidation: Consolidation, sources: Sequence[Source]) -> list[Json]:
    """The table of totals over the bodies that owe the report, as JSON; four queries.

    Upward only accepted figures count; those of the consolidating body itself, and of bodies whose report
    nobody reviews, count as they are.
    """
    edition = consolidation.duty.clause.edition
    period = Period(consolidation.period_start, consolidation.period_end)
    programme = span_of(edition, period)
    bodies = {s.held.row.body_id for s in sources} | {consolidation.body_id}
    targets = list(Target.objects.filter(edition=edition).select_related("clause").order_by("order"))
    facts = facts_by_target([t.pk for t in targets], since=add_months(programme.start, -12), until=period.end)
    shares = shares_of([target.pk for target in targets])
    unreviewed = _unreviewed(sources) | {consolidation.body_id}
    lines = []
    for target in targets:
        made = _sources(
            target, facts.get(target.pk, Facts()), shares.get(target.pk, Shares()).rows, bodies, unreviewed
        )
        total = total_line(target.spec, made, period=period, programme=programme)
        pending = [e for e in facts.get(target.pk, Facts()).pending if e.period == period]
        waiting = [e for e in pending if e.body_id not in unreviewed]
        lines.append(_line(target, total, waiting=len(waiting)))
    return lines


def _unreviewed(sources: Sequence[Source]) -> set[int]:
    """Bodies whose report goes to peers only: nobody accepts its figures."""
    ids = [s.held.row.pk for s in sources]
    reviewed = set(
        Obligation.objects.filter(pk__in=ids, recipients__reviews=True).values_list("pk", flat=True)
    )
    return {s.held.row.body_id for s in sources if s.held.row.pk not in reviewed}


def _sources(
    target: Target, facts: Facts, shares: Sequence[Contribution], bodies: set[int], unreviewed: set[int]
) -> Sources:
    entries = [e for e in facts.current if e.body_id in unreviewed]
    entries += [e for e in facts.counted if e.body_id not in unreviewed]
    due = {(row.body_id, row.area_id or row.body.area_id) for row in shares if row.body_id in bodies}
    return Sources(
        entries=entries,
        due=frozenset(due) or frozenset((e.body_id, e.area_id) for e in entries),
        leads=frozenset(row.body_id for row in shares if row.is_lead),
    )


def _line(target: Target, total: TotalLine, *, waiting: int) -> Json:
    line = total.line
    notes = [f"{total.coverage.words} có số liệu"] if total.coverage.due else []
    if waiting:
        notes.append(f"{waiting} số liệu chưa duyệt, chưa cộng")
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
        "note": "; ".join(notes),
    }


@dataclass(frozen=True)
class ParagraphLine:
    """A body's words under a clause."""

    id: int
    body: str
    text: str
    is_edited: bool
    report_id: int
    sequence: int
    is_outdated: bool


@dataclass(frozen=True)
class ClausePart:
    """A clause with the paragraphs of all bodies."""

    clause_id: int
    label: str
    heading: str
    title: str
    paragraphs: Sequence[ParagraphLine]


@dataclass(frozen=True)
class ConsolidationPage:
    """A consolidated report as its page and its paper show it; closed ones as they were frozen."""

    consolidation: Consolidation
    body: str
    period: Period
    parts: Sequence[ClausePart]
    figures: Sequence[Json]
    others: Sequence[Json]
    coverage: str
    gaps: Sequence[Json]

    @property
    def is_closed(self) -> bool:
        return self.consolidation.status == ConsolidationStatus.CLOSED

    @property
    def gap_words(self) -> str:
        """ "Hội Nông dân xã (chưa báo cáo), …"; empty when nobody is missing."""
        return ", ".join(f"{gap['name']} ({gap['standing']})" for gap in self.gaps)


def consolidation_page(consolidation: Consolidation, *, today: date) -> ConsolidationPage:
    """The page of one consolidated report; a fixed number of queries."""
    period = Period(consolidation.period_start, consolidation.period_end)
    sources = sources_of(consolidation.duty, period, today=today)
    closed = consolidation.status == ConsolidationStatus.CLOSED
    frozen = consolidation.content
    label = body_labels([consolidation.body_id], today)[consolidation.body_id]
    return ConsolidationPage(
        consolidation=consolidation,
        body=label.short_name,
        period=period,
        parts=_parts(consolidation, sources, today),
        figures=frozen["figures"] if closed else totals_of(consolidation, sources),
        others=frozen["others"] if closed else others_of(sources),
        coverage=frozen["coverage"] if closed else coverage_words(sources, today=today),
        gaps=consolidation.gaps if closed else gaps_of(sources),
    )


def _parts(consolidation: Consolidation, sources: Sequence[Source], today: date) -> list[ClausePart]:
    rows = list(consolidation.paragraphs.select_related("clause", "round").order_by("clause__order", "id"))
    labels = body_labels({row.body_id for row in rows}, min(today, consolidation.period_end))
    newest = {s.held.row.body_id: s.round.pk for s in sources if s.round is not None}
    rows.sort(key=lambda row: (row.clause.order, labels[row.body_id].sort_key))
    parts: dict[uuid.UUID, list[ParagraphLine]] = {}
    clauses = {row.clause.key: row.clause for row in sorted(rows, key=lambda row: row.clause_id)}
    for row in rows:
        parts.setdefault(row.clause.key, []).append(
            ParagraphLine(
                id=row.pk,
                body=labels[row.body_id].short_name,
                text=row.text,
                is_edited=row.is_edited,
                report_id=row.round.report_id,
                sequence=row.round.sequence,
                is_outdated=newest.get(row.body_id) != row.round_id,
            )
        )
    return [
        ClausePart(
            clauses[key].pk,
            clauses[key].label,
            clauses[key].text,
            heading_of(clauses[key].text),
            lines,
        )
        for key, lines in parts.items()
    ]


_VERBS = {"create": "lập", "close": "chốt", "reopen": "mở lại", "sign": "ký", "number": "cấp số"}


@dataclass(frozen=True)
class DoneLine:
    """An act on a consolidated report."""

    verb: str
    label: str
    person: str
    at: datetime
    note: str


def history_of(consolidation: Consolidation) -> list[DoneLine]:
    """What was done with it, latest first; one query."""
    rows = consolidation.decisions.select_related("by_person").order_by("-at", "-id")
    return [DoneLine(r.verb, _VERBS[r.verb], r.by_person.full_name, r.at, r.note) for r in rows]


@dataclass(frozen=True)
class ConsolidationLine:
    """A consolidated report in the list."""

    id: int
    programme: str
    name: str
    body: str
    period: Period
    status_label: str
    is_sample: bool


def consolidation_lines(bodies: Sequence[int], *, today: date) -> list[ConsolidationLine]:
    """The consolidated reports of these bodies, latest period first; two queries."""
    rows = list(
        Consolidation.objects.filter(body__in=bodies)
        .select_related("programme", "duty")
        .order_by("-period_end", "-id")
    )
    labels = body_labels({row.body_id for row in rows}, today)
    return [
        ConsolidationLine(
            id=row.pk,
            programme=row.programme.name,
            name=row.duty.name,
            body=labels[row.body_id].short_name,
            period=Period(row.period_start, row.period_end),
            status_label=row.get_status_display(),
            is_sample=row.is_sample,
        )
        for row in rows
    ]
