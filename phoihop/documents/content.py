"""What actions on books take: plain values, no rows."""

from dataclasses import dataclass
from datetime import date

from phoihop.documents.statuses import Channel, Urgency


@dataclass(frozen=True, kw_only=True)
class OutgoingDetails:
    """What a book says of an outgoing document beside its number; blank where nothing is known."""

    signer_position: str = ""
    signer_name: str = ""
    recipients: str = ""
    pages: int | None = None
    copies: int | None = None
    urgency: Urgency = Urgency.NORMAL
    due_on: date | None = None
    file_code: str = ""
    kept_by: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class IncomingContent:
    """What a book says of a document that arrived; `sender_id` when the sender is a body of the system."""

    arrived_on: date
    sender: str
    abstract: str
    sender_id: int | None = None
    number_text: str = ""
    issued_on: date | None = None
    document_type: str = ""
    signer_position: str = ""
    signer_name: str = ""
    pages: int | None = None
    urgency: Urgency = Urgency.NORMAL
    due_on: date | None = None
    file_code: str = ""
    note: str = ""


@dataclass(frozen=True)
class Addressee:
    """One recipient of a sending: a body that works here, or a name reached another way."""

    name: str
    body_id: int | None = None
    channel: Channel = Channel.SYSTEM
