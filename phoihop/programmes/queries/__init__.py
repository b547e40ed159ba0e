"""What pages and higher apps read about programmes."""

from phoihop.programmes.queries.choices import assignable_bodies, bodies_at, named, party_choices
from phoihop.programmes.queries.clauses import ClauseFacts, DutyLine, clause_facts
from phoihop.programmes.queries.editions import (
    EditionLine,
    ErratumLine,
    abstract_of,
    current_edition,
    current_editions,
    edition_lines,
    edition_under_way,
    errata,
    first_edition,
    first_telling,
    label_of,
    visible_editions,
)
from phoihop.programmes.queries.heirs import heirs_in, stood_for
from phoihop.programmes.queries.listing import Filters, ListingPage, all_lines, listing
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
    "EditionLine",
    "ErratumLine",
    "Filters",
    "HistoryLine",
    "ListingPage",
    "MendingLine",
    "PartyLine",
    "abstract_of",
    "all_lines",
    "assignable_bodies",
    "bodies_at",
    "bodies_without_leader",
    "clause_facts",
    "clause_line",
    "clauses_by_ref",
    "current_edition",
    "current_editions",
    "document",
    "edition_lines",
    "edition_under_way",
    "errata",
    "first_edition",
    "first_telling",
    "heirs_in",
    "history",
    "label_of",
    "listing",
    "mendings",
    "named",
    "parties",
    "party_choices",
    "stood_for",
    "visible_editions",
]
