"""Acts that span apps and leave a row of their own."""

from phoihop.lifecycle.models.consultations import Comment, Consultation, Invitation
from phoihop.lifecycle.models.successions import ProgrammeSuccession

__all__ = ["Comment", "Consultation", "Invitation", "ProgrammeSuccession"]
