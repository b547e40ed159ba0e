"""What the pages of sơ kết, tổng kết read."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from phoihop.core.periods import Period
from phoihop.lifecycle.models import Review, ReviewNote
from phoihop.lifecycle.queries.results import Json, results_of
from phoihop.lifecycle.result_words import sentences, span_words
from phoihop.lifecycle.statuses import ReviewStatus
from phoihop.programmes.models import Programme
from phoihop.programmes.queries import current_edition


@dataclass(frozen=True)
class ClauseResult:
    """One clause with its figures (`row`, see results_of), its targets and what is said of it."""

    row: Json
    targets: list[Json]
    text: str
    is_carried_over: bool

    @property
    def id(self) -> int:
        return int(self.row["clause"])

    @property
    def sentences(self) -> list[str]:
        return list(sentences(self.row))

    @property
    def lines(self) -> list[tuple[Json, str]]:
        """Its targets, each with its span in words."""
        return [(target, span_words(target)) for target in self.targets]


@dataclass(frozen=True)
class Totals:
    """The whole period in a few numbers, for the drawing at the top."""

    targets: Counter[str] = field(default_factory=Counter)
    tasks_done: int = 0
    tasks_open: int = 0
    reports_due: int = 0
    reports_received: int = 0

    @property
    def outcomes(self) -> list[tuple[str, int]]:
        """(outcome, number of targets), the most frequent first."""
        return self.targets.most_common()

    @property
    def reports_percent(self) -> int:
        return self.reports_received * 100 // self.reports_due if self.reports_due else 0

    @property
    def tasks_percent(self) -> int:
        every = self.tasks_done + self.tasks_open
        return self.tasks_done * 100 // every if every else 0


@dataclass(frozen=True)
class ReviewPage:
    """A review with its results: as they stand now, or as they stood when it was confirmed."""

    review: Review
    results: list[ClauseResult]
    emergent: list[Json]
    totals: Totals

    @property
    def is_confirmed(self) -> bool:
        return self.review.status == ReviewStatus.CONFIRMED

    @property
    def words(self) -> list[tuple[str, str]]:
        """What was said of the whole, by heading; what was left empty is left out."""
        parts = (
            ("Tình hình chung", self.review.overview),
            ("Ưu điểm", self.review.strengths),
            ("Hạn chế", self.review.weaknesses),
            ("Nguyên nhân", self.review.causes),
            ("Bài học kinh nghiệm", self.review.lessons),
            ("Phương hướng, kiến nghị", self.review.directions),
        )
        return [(title, text) for title, text in parts if text]

    @property
    def carried_over(self) -> list[ClauseResult]:
        return [row for row in self.results if row.is_carried_over]


def review_page(review: Review, *, on: date) -> ReviewPage:
    """Everything of one review; a number of queries that only the years of its period change."""
    period = Period(review.period_start, review.period_end)
    found = review.figures or results_of(current_edition(review.programme), period, on=on)
    notes = {str(row.clause.key): row for row in review.notes.select_related("clause")}
    results = [_result(row, found["targets"], notes.get(row["key"])) for row in found["clauses"]]
    return ReviewPage(review, results, found["emergent"], _totals(found))


def _result(row: Json, targets: list[Json], note: ReviewNote | None) -> ClauseResult:
    return ClauseResult(
        row=row,
        targets=[target for target in targets if target["key"] == row["key"]],
        text=note.text if note else "",
        is_carried_over=bool(note and note.is_carried_over),
    )


def _totals(found: Json) -> Totals:
    tasks = [row["tasks"] for row in found["clauses"] if row["tasks"]]
    reports = [row["reports"] for row in found["clauses"] if row["reports"]]
    return Totals(
        targets=Counter(target["outcome"] for target in found["targets"]),
        tasks_done=sum(row["done"] for row in tasks),
        tasks_open=sum(row["overdue"] + row["coming"] for row in tasks),
        reports_due=sum(row["due"] for row in reports),
        reports_received=sum(row["received"] for row in reports),
    )


def reviews_of(programme: Programme) -> list[Review]:
    """The reviews of a programme, the latest period first; one query."""
    return list(Review.objects.filter(programme=programme).order_by("-period_end", "-pk"))


def carried_over(programme: Programme) -> list[dict[str, Any]]:
    """What the confirmed reviews of a programme send on: path and words, latest first; one query."""
    rows = (
        ReviewNote.objects.filter(
            review__programme=programme, review__status=ReviewStatus.CONFIRMED, is_carried_over=True
        )
        .select_related("clause")
        .order_by("-review__period_end", "clause__order")
    )
    return [{"path": row.clause.path, "words": row.clause.text, "text": row.text} for row in rows]
