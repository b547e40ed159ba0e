"""Programmes: the agreement (edition), what it says (text), what was read from it (facts)."""

from phoihop.programmes.models.adoption import Addition, Adoption, AdoptionDecision, HandDown
from phoihop.programmes.models.editions import (
    Edition,
    EditionDecision,
    Party,
    Programme,
    Recipient,
    Signature,
)
from phoihop.programmes.models.errata import Erratum
from phoihop.programmes.models.facts import Assignment, DutyParty, DutyRule, Mending
from phoihop.programmes.models.heirs import Heir
from phoihop.programmes.models.texts import Clause, LegalBasis

__all__ = [
    "Addition",
    "Adoption",
    "AdoptionDecision",
    "Assignment",
    "Clause",
    "DutyParty",
    "DutyRule",
    "Edition",
    "EditionDecision",
    "Erratum",
    "HandDown",
    "Heir",
    "LegalBasis",
    "Mending",
    "Party",
    "Programme",
    "Recipient",
    "Signature",
]
