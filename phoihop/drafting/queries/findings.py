"""What the page of findings shows: the list by weight beside the text, and the state of each legal basis."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from phoihop.drafting.models import Draft, DraftFinding, FindingDecision
from phoihop.drafting.rechecking import draft_as_left
from phoihop.drafting.segments import Mark, Segment, segments
from phoihop.drafting.statuses import FindingStatus, FindingWeight
from phoihop.reading.checks import CHECKS
from phoihop.reading.checks.validity import CheckedBasis, bases_checked


@dataclass(frozen=True)
class Place:
    """One place of a finding in the text: the number of its anchor, its line."""

    number: int
    line: int


@dataclass(frozen=True)
class PassedOver:
    """Who passed a finding over, when and why."""

    who: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class FindingRow:
    """A finding as the page shows it."""

    id: int
    title: str
    quote: str
    text: str
    suggestion: str
    severity: str
    places: tuple[Place, ...]
    passed_over: PassedOver | None


@dataclass(frozen=True)
class FindingGroup:
    """The findings of one weight."""

    severity: str
    label: str
    rows: list[FindingRow]


@dataclass(frozen=True)
class TextPart:
    """A run of the text; `finding` is the id of the one it leads to, `starts` the anchors that begin here."""

    text: str
    starts: tuple[int, ...]
    finding: int | None
    severity: str


@dataclass(frozen=True)
class FindingsPage:
    """The page: what waits by weight, what was passed over, the text with its marks, the legal bases."""

    groups: list[FindingGroup]
    passed_over: list[FindingRow]
    parts: list[TextPart]
    bases: tuple[CheckedBasis, ...]

    @property
    def waiting(self) -> int:
        """How many findings nobody has passed over."""
        return sum(len(group.rows) for group in self.groups)


_WITHOUT_CHECKS = "1"


@dataclass(frozen=True)
class FindingsSummary:
    """How many findings of each weight wait, and how many were passed over; for the review page.

    `is_unchecked`: read by a version that had no checks, and not checked since.
    """

    counts: list[tuple[str, int]]
    passed_over: int
    is_unchecked: bool = False

    @property
    def waiting(self) -> int:
        """All that wait."""
        return sum(count for _, count in self.counts)


def findings_summary(draft: Draft) -> FindingsSummary:
    """Counts for the review page; one query."""
    rows = list(draft.findings.standing().values_list("severity", "status"))
    waiting = [severity for severity, status in rows if status == FindingStatus.OPEN]
    counts = [(weight.label, waiting.count(weight)) for weight in FindingWeight if weight in waiting]
    is_unchecked = not rows and draft.reader_version == _WITHOUT_CHECKS
    return FindingsSummary(counts, passed_over=len(rows) - len(waiting), is_unchecked=is_unchecked)


def findings_page(draft: Draft) -> FindingsPage:
    """The findings of a draft beside its text; four queries."""
    rows = list(draft.findings.standing().order_by("order"))
    passed = _passed_over(rows)
    shown = _rows(draft, rows, passed)
    waiting = [row for row in shown if row.passed_over is None]
    groups = [
        FindingGroup(weight, weight.label, [row for row in waiting if row.severity == weight])
        for weight in FindingWeight
    ]
    return FindingsPage(
        groups=[group for group in groups if group.rows],
        passed_over=[row for row in shown if row.passed_over],
        parts=_parts(draft, rows, shown),
        bases=bases_checked(draft_as_left(draft)),
    )


def _passed_over(rows: Iterable[DraftFinding]) -> dict[int, PassedOver]:
    ids = [row.pk for row in rows if row.status == FindingStatus.DISMISSED]
    decisions = FindingDecision.objects.filter(finding__in=ids, verb="dismiss").select_related("by_person")
    return {
        row.finding_id: PassedOver(row.by_person.full_name, row.at, row.note)
        for row in decisions.order_by("id")
    }


def _rows(draft: Draft, rows: list[DraftFinding], passed: dict[int, PassedOver]) -> list[FindingRow]:
    found, number = [], 0
    for row in rows:
        places = []
        for start, _ in _spans(row):
            number += 1
            places.append(Place(number, draft.text.count("\n", 0, start) + 1))
        found.append(
            FindingRow(
                id=row.pk,
                title=CHECKS[row.code].title if row.code in CHECKS else row.code,
                quote=row.quote,
                text=row.text,
                suggestion=row.suggestion,
                severity=row.severity,
                places=tuple(places),
                passed_over=passed.get(row.pk),
            )
        )
    return found


def _spans(row: DraftFinding) -> list[Any]:
    """Its places; words that are not there have none, though the checks pin them to the title."""
    return list(row.spans) if row.quote else []


def _parts(draft: Draft, rows: list[DraftFinding], shown: list[FindingRow]) -> list[TextPart]:
    """The text cut at the places of the findings that wait."""
    owners, marks = {}, []
    for row, view in zip(rows, shown, strict=True):
        for place, (start, end) in zip(view.places, _spans(row), strict=True):
            owners[place.number] = view
            if view.passed_over is None:
                marks.append(Mark(start, end, place.number, view.severity))
    return [_part(segment, owners) for segment in segments(draft.text, marks)]


def _part(segment: Segment, owners: dict[int, FindingRow]) -> TextPart:
    owner = owners[segment.keys[0]] if segment.keys else None
    return TextPart(
        text=segment.text,
        starts=segment.starts,
        finding=owner.id if owner else None,
        severity=owner.severity if owner else "",
    )
