"""Stored files, document templates, the registers of numbers, and what is sent and arrives."""

from phoihop.documents.models.deliveries import Delivery, Sending
from phoihop.documents.models.files import StoredFile
from phoihop.documents.models.incoming import (
    Forwarding,
    IncomingCorrection,
    IncomingEntry,
    IncomingRegister,
    ReadReceipt,
)
from phoihop.documents.models.outgoing import (
    COMMON_BOOK,
    OutgoingCorrection,
    OutgoingEntry,
    OutgoingRegister,
)
from phoihop.documents.models.signing import PdfSignature, SignedPdf
from phoihop.documents.models.templates import DocumentTemplate

__all__ = [
    "COMMON_BOOK",
    "Delivery",
    "DocumentTemplate",
    "Forwarding",
    "IncomingCorrection",
    "IncomingEntry",
    "IncomingRegister",
    "OutgoingCorrection",
    "OutgoingEntry",
    "OutgoingRegister",
    "PdfSignature",
    "ReadReceipt",
    "Sending",
    "SignedPdf",
    "StoredFile",
]
