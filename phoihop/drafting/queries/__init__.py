"""What the pages of drafting read."""

from phoihop.drafting.queries.cards import next_alike, preview
from phoihop.drafting.queries.changes import Changes, changes
from phoihop.drafting.queries.findings import (
    FindingRow,
    FindingsPage,
    TextPart,
    findings_page,
    findings_summary,
)
from phoihop.drafting.queries.history import Step, history, history_of
from phoihop.drafting.queries.offers import clause_choices, party_choices, units
from phoihop.drafting.queries.papers import papers
from phoihop.drafting.queries.review import Review, Screen, review

__all__ = [
    "Changes",
    "FindingRow",
    "FindingsPage",
    "Review",
    "Screen",
    "Step",
    "TextPart",
    "changes",
    "clause_choices",
    "findings_page",
    "findings_summary",
    "history",
    "history_of",
    "next_alike",
    "papers",
    "party_choices",
    "preview",
    "review",
    "units",
]
