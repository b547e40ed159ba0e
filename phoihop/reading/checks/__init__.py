"""What is wrong with a document: every check over a draft, as findings with their places.

Pure. The kinds of fault are in `codes`, described in docs/reference/checks.md.
"""

from collections.abc import Callable, Iterator

from phoihop.reading.draft import Draft, DraftWarning
from phoihop.reading.language.source import Source
from phoihop.reading.paper import Paper

from . import bases, bounds, days, duties, numbering, parts, places, sums, targets, tasks, wording
from .codes import CHECKS, Check, Severity
from .context import Checked, Known, Stay, checked
from .finding import Finding, Validity

_RULES: tuple[Callable[[Checked], Iterator[Finding]], ...] = (
    numbering.numbering,
    numbering.cross_references,
    sums.allocations,
    sums.sentence_parts,
    sums.percent_parts,
    sums.table_totals,
    bounds.impossible_bounds,
    bounds.fractions,
    bounds.ranges,
    bounds.double_comparators,
    targets.contradictions,
    targets.without_owner,
    tasks.without_owner,
    tasks.two_leads,
    tasks.repeated,
    duties.no_reports,
    duties.missing_days,
    duties.missing_cycles,
    duties.missing_addressees,
    duties.missing_doers,
    duties.reviews,
    days.impossible,
    days.weekdays,
    days.outside_period,
    days.signed_before_basis,
    bases.malformed,
    bases.twice,
    bases.unclear,
    bases.validity,
    bases.ended_names,
    places.bodies,
    places.places,
    parts.silences,
    parts.signatures,
    parts.parties,
    parts.recipients,
    wording.fixed_words,
    wording.repeated_words,
    wording.missing_annexes,
)


def findings_of(
    draft: Draft, paper: Paper | None = None, *, known: Known | None = None, source: Source | None = None
) -> tuple[Finding, ...]:
    """What is wrong with a document, in reading order; one finding for each cause and list.

    `paper` adds the tables of the file; `known` adds the checks of places by their days; `source` is the
    draft's text where its reading forms were made before. Never raises.
    """
    c = checked(draft, paper=paper, known=known, source=source)
    found = {one.key: one for rule in _RULES for one in rule(c)}
    return tuple(sorted(found.values(), key=lambda one: (one.span, one.code)))


def warnings_of(findings: tuple[Finding, ...]) -> tuple[DraftWarning, ...]:
    """Findings as the warnings of a draft: one for each place."""
    rows = [DraftWarning(span, one.code, one.text) for one in findings for span in one.spans]
    return tuple(sorted(rows, key=lambda row: (row.span, row.code)))


__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "Known",
    "Severity",
    "Stay",
    "Validity",
    "findings_of",
    "warnings_of",
]
