"""What pages and higher apps read about programmes."""

from phoihop.programmes.queries.choices import assignable_bodies, bodies_at, named, party_choices
from phoihop.programmes.queries.clauses import ClauseFacts, DutyLine, clause_facts
from phoihop.programmes.queries.heirs import heirs_in
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
from phoihop.programmes.queries.texts import ClauseLine, Document, clause_line, clauses_by_ref, document

__all__ = [
    "ClauseFacts",
    "ClauseLine",
    "Document",
    "DutyLine",
    "Filters",
    "HistoryLine",
    "ListingPage",
    "MendingLine",
    "PartyLine",
    "assignable_bodies",
    "bodies_at",
    "bodies_without_leader",
    "clause_facts",
    "clause_line",
    "clauses_by_ref",
    "current_edition",
    "current_editions",
    "document",
    "heirs_in",
    "history",
    "listing",
    "mendings",
    "named",
    "parties",
    "party_choices",
]
