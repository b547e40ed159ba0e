"""A read paper under review."""

from phoihop.drafting.models.drafts import Draft, DraftDecision, DraftFact, DraftParty

__all__ = ["Draft", "DraftDecision", "DraftFact", "DraftParty"]
