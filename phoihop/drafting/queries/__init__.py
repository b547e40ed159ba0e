"""What the pages of drafting read."""

from phoihop.drafting.queries.cards import next_alike, preview
from phoihop.drafting.queries.changes import Changes, changes
from phoihop.drafting.queries.history import Step, history, history_of
from phoihop.drafting.queries.offers import clause_choices, party_choices, units
from phoihop.drafting.queries.papers import papers
from phoihop.drafting.queries.review import Review, Screen, review

__all__ = [
    "Changes",
    "Review",
    "Screen",
    "Step",
    "changes",
    "clause_choices",
    "history",
    "history_of",
    "next_alike",
    "papers",
    "party_choices",
    "preview",
    "review",
    "units",
]
