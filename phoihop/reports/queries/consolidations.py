"""A consolidated report as its page and its paper show it, and the list of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from phoihop.core.periods import Period, add_months
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import DutyRule
from phoihop.reports.calculations.form_parts import column_of
from phoihop.reports.calculations.levels import gap_words, joined_tables
from phoihop.reports.calculations.tables import cell_words
from phoihop.reports.models import Consolidation, ConsolidationDecision, Obligation, ObligationRecipient
from phoihop.reports.queries.paragraphs import ParagraphGroup, group_counts, groups_of
from phoihop.reports.queries.sources import (
    Source,
    counts_of,
    coverage,
    coverage_words,
    gaps_of,
    late_comers,
    nil_units,
    sources_of,
    used_rounds,
    words_of,
)
from phoihop.reports.queries.totals import totals_of
from phoihop.reports.statuses import ConsolidationStatus, ParagraphPart

type Json = dict[str, Any]
MOST_ON_A_PAGE = 40
MOST_ROWS = 100


@dataclass(frozen=True)
class LateLine:
    """A report handed in after the paper was closed."""

    body: str
    at: datetime
    report_id: int
    sequence: int


@dataclass(frozen=True)
class JoinedTable:
    """A joined table as pages show it; `more` rows are in its file only."""

    title: str
    titles: Sequence[str]
    rows: Sequence[Sequence[str]]
    sums: Sequence[str]
    more: int


def _read_table(table: Json) -> JoinedTable:
    columns = [column_of(column) for column in table["columns"]]
    sums = [cell_words(column, cell) for column, cell in zip(columns, table["sums"], strict=True)]
    return JoinedTable(
        title=table["title"],
        titles=[column.title for column in columns],
        rows=[
            [cell_words(column, cell) for column, cell in zip(columns, row, strict=True)]
            for row in table["rows"][:MOST_ROWS]
        ],
        sums=["Cộng", *sums[1:]] if any(sums) else [],
        more=max(0, len(table["rows"]) - MOST_ROWS),
    )


@dataclass(frozen=True)
class ConsolidationPage:
    """A consolidated report; closed ones as they were frozen.

    `news` counts the rounds handed in since nothing was taken from; `others` is what papers closed long ago
    kept of the units outside the clauses.
    """

    consolidation: Consolidation
    body: str
    period: Period
    groups: Sequence[ParagraphGroup]
    figures: Sequence[Json]
    tables: Sequence[Json]
    coverage: str
    gaps: Sequence[Json]
    nil: Sequence[str]
    late: Sequence[LateLine] = ()
    news: int = 0
    others: Sequence[Json] = ()
    has_texts: bool = True
    received: int = field(default=0)

    @property
    def is_closed(self) -> bool:
        return self.consolidation.status == ConsolidationStatus.CLOSED

    @property
    def parts(self) -> list[ParagraphGroup]:
        """The groups of results."""
        return self.chapter(ParagraphPart.RESULT)

    def chapter(self, part: str) -> list[ParagraphGroup]:
        """The groups of a chapter."""
        return [group for group in self.groups if group.part == part]

    @property
    def recommendations(self) -> list[ParagraphGroup]:
        return self.chapter(ParagraphPart.RECOMMENDATION)

    @property
    def gap_words(self) -> str:
        """ "Hội Nông dân xã (chưa báo cáo), …"; empty when nobody is missing."""
        return gap_words(self.gaps)

    @property
    def own_gaps(self) -> int:
        """How many units of this level are missing."""
        return sum(not gap.get("within") for gap in self.gaps)

    @property
    def read_tables(self) -> list[JoinedTable]:
        """The joined tables in words, the first rows of long ones."""
        return [_read_table(table) for table in self.tables]

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)


def consolidation_page(
    consolidation: Consolidation, *, today: date, most: int | None = None
) -> ConsolidationPage:
    """One consolidated report; a fixed number of queries.

    With more than `most` paragraphs their groups come with numbers only.
    """
    sources = sources_of(consolidation, today=today)
    closed = consolidation.status == ConsolidationStatus.CLOSED
    made = frozen_content(consolidation) if closed else content_now(consolidation, sources, today=today)
    label = body_labels([consolidation.body_id], today)[consolidation.body_id]
    counted = group_counts(consolidation) if most is not None else []
    has_texts = most is None or sum(group.count for group in counted) <= most
    standing = frozenset(used_rounds(sources))
    return ConsolidationPage(
        consolidation=consolidation,
        body=label.short_name,
        period=Period(consolidation.period_start, consolidation.period_end),
        groups=groups_of(consolidation, today=today, standing=standing) if has_texts else counted,
        figures=made["figures"],
        tables=made["tables"],
        coverage=made["coverage"],
        gaps=made["gaps"],
        nil=made["nil"],
        late=_late(consolidation, sources) if closed else (),
        news=0 if closed else _news(consolidation, sources),
        others=made.get("others", ()),
        has_texts=has_texts,
        received=len(standing),
    )


def content_now(row: Consolidation, sources: Sequence[Source], *, today: date) -> Json:
    """What a closed report keeps beside its paragraphs, made from what stands now."""
    found, counts = coverage(sources, today=today), counts_of(sources, today=today)
    return {
        "figures": totals_of(row, sources),
        "tables": joined_tables((s.body, s.round.content) for s in sources if s.round),
        "coverage": coverage_words(sources, today=today),
        "due": found.due,
        "received": found.received,
        "all_due": counts.all_due,
        "all_received": counts.all_received,
        "gaps": gaps_of(sources),
        "nil": nil_units(sources),
        "rounds": used_rounds(sources),
    }


def frozen_content(row: Consolidation) -> Json:
    """The same as it was kept when the report was closed."""
    return {"tables": [], "nil": [], "gaps": row.gaps, **row.content}


def _late(row: Consolidation, sources: Sequence[Source]) -> list[LateLine]:
    return [
        LateLine(s.body, s.round.at, s.round.report_id, s.round.sequence)
        for s in late_comers(row, sources)
        if s.round is not None
    ]


def _news(row: Consolidation, sources: Sequence[Source]) -> int:
    """Rounds that say something of which nothing was taken in yet; one query."""
    pairs = row.paragraphs.order_by().values_list("round_id", "via_round_id").distinct()
    taken = {pk for pair in pairs for pk in pair if pk}
    said = {words.via_round_id or words.round_id for words in words_of(sources).values()}
    return len(said - taken)


_VERBS = {
    "create": "lập", "close": "chốt", "reopen": "mở lại", "sign": "ký", "number": "cấp số",
    "hand_up": "nộp lên cấp trên", "replace": "lập bản thay thế",
}  # fmt: skip


@dataclass(frozen=True)
class DoneLine:
    """An act on a consolidated report."""

    verb: str
    label: str
    person: str
    at: datetime
    note: str


def decisions_on(consolidation: Consolidation) -> QuerySet[ConsolidationDecision]:
    """What was decided on it, latest first, not asked yet."""
    return consolidation.decisions.select_related("by_person").order_by("-at", "-id")


def history_from(rows: Iterable[ConsolidationDecision]) -> list[DoneLine]:
    """What was done with it, as pages say it."""
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


@dataclass(frozen=True)
class WaitingLine:
    """A duty and period whose reports come to the body, not yet consolidated; `duty_id` is its newest row."""

    duty_id: int
    name: str
    programme: str
    period: Period
    due: int
    handed_in: int


def waiting_lines(bodies: Sequence[int], *, today: date, most: int = 12) -> list[WaitingLine]:
    """What these bodies may consolidate, latest period first: begun periods of the last year; two queries."""
    made = Consolidation.objects.filter(
        body__in=bodies, duty__key=OuterRef("duty_key"), period_start=OuterRef("period_start"),
        period_end=OuterRef("period_end"),
    )  # fmt: skip
    received = ObligationRecipient.objects.filter(obligation=OuterRef("pk"), body__in=bodies)
    rows = (
        Obligation.objects.filter(
            Exists(received), ~Exists(made), period_start__lte=today,
            period_end__gte=add_months(today, -12),
        )
        .values("duty_key", "period_start", "period_end")
        .annotate(
            duty_newest=Max("duty_id"),
            due=Count("pk"),
            handed_in=Count("pk", filter=Q(report__submitted_at__isnull=False)),
        )
        .order_by("-period_end", "duty_newest")[:most]
    )  # fmt: skip
    found = list(rows)
    duties = DutyRule.everywhere.select_related("clause__edition__programme").in_bulk(
        [row["duty_newest"] for row in found]
    )
    return [
        WaitingLine(
            duty_id=row["duty_newest"],
            name=duties[row["duty_newest"]].name,
            programme=duties[row["duty_newest"]].clause.edition.programme.name,
            period=Period(row["period_start"], row["period_end"]),
            due=row["due"],
            handed_in=row["handed_in"],
        )
        for row in found
    ]
