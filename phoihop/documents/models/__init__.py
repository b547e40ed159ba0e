"""Stored files, document templates, and the registers of numbers."""

from phoihop.documents.models.files import StoredFile
from phoihop.documents.models.outgoing import OutgoingEntry, OutgoingRegister
from phoihop.documents.models.templates import DocumentTemplate

__all__ = ["DocumentTemplate", "OutgoingEntry", "OutgoingRegister", "StoredFile"]
