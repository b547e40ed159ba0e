"""Acts that span apps and leave a row of their own."""

from phoihop.lifecycle.models.consultations import Comment, Consultation, Invitation
from phoihop.lifecycle.models.guiding import Guidance, GuidanceMessage, GuidanceReceipt
from phoihop.lifecycle.models.reviews import Review, ReviewDecision, ReviewKind, ReviewNote
from phoihop.lifecycle.models.signing import EditionSeal, SigningLink, SigningPaper
from phoihop.lifecycle.models.successions import ProgrammeSuccession

__all__ = [
    "Guidance",
    "GuidanceMessage",
    "GuidanceReceipt",
    "Comment",
    "Consultation",
    "EditionSeal",
    "Invitation",
    "ProgrammeSuccession",
    "Review",
    "ReviewDecision",
    "ReviewKind",
    "ReviewNote",
    "SigningLink",
    "SigningPaper",
]
