"""What the pages of drafting read."""

from phoihop.drafting.queries.papers import papers
from phoihop.drafting.queries.review import clause_choices, history, pending_by_kind, review

__all__ = ["clause_choices", "history", "papers", "pending_by_kind", "review"]
