"""What pages and higher apps read about programmes."""

from phoihop.programmes.queries.clauses import ClauseFacts, assignable_bodies, clause_facts
from phoihop.programmes.queries.listing import (
    Filters,
    ListingPage,
    current_edition,
    current_editions,
    listing,
)
from phoihop.programmes.queries.parties import (
    HistoryLine,
    MendingLine,
    PartyLine,
    bodies_without_leader,
    history,
    mendings,
    parties,
)
from phoihop.programmes.queries.texts import ClauseLine, Document, clauses_by_ref, document

__all__ = [
    "ClauseFacts",
    "ClauseLine",
    "Document",
    "Filters",
    "HistoryLine",
    "ListingPage",
    "MendingLine",
    "PartyLine",
    "assignable_bodies",
    "bodies_without_leader",
    "clause_facts",
    "clauses_by_ref",
    "current_edition",
    "current_editions",
    "document",
    "history",
    "listing",
    "mendings",
    "parties",
]
