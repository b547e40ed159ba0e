"""A read paper under review."""

from phoihop.drafting.models.drafts import Draft, DraftDecision, DraftFact, DraftParty
from phoihop.drafting.models.findings import DraftFinding, FindingDecision
from phoihop.drafting.models.readings import Reading, ReadingFile, ReadPage

__all__ = [
    "Draft",
    "DraftDecision",
    "DraftFact",
    "DraftFinding",
    "DraftParty",
    "FindingDecision",
    "ReadPage",
    "Reading",
    "ReadingFile",
]
