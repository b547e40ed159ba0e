"""What pages and higher apps read about files, registers, sendings and layouts."""

from phoihop.documents.queries.deliveries import (
    Counts,
    DeliveryLine,
    SendingLine,
    counts_of,
    sendings_of,
)
from phoihop.documents.queries.files import read_bytes, templates_on
from phoihop.documents.queries.forwarding import Option, inner_bodies, inner_people
from phoihop.documents.queries.incoming import (
    ArrivalRow,
    ForwardingLine,
    WaitingRow,
    arrivals_of,
    arrivals_page,
    deliveries_to_file,
    forwarding_lines,
    same_arrivals,
    unread_by,
    waiting_in,
)
from phoihop.documents.queries.outgoing import (
    EntryRow,
    RegisterCard,
    entries_of,
    entry_page,
    incoming_registers_of,
    next_in,
    register_body,
    registers_of,
    same_number,
    style_for,
)
from phoihop.documents.queries.readable import lies_in_an_open_book
from phoihop.documents.queries.recipients import Proposed, proposed_recipients, resolved, with_state

__all__ = [
    "deliveries_to_file",
    "ArrivalRow",
    "Counts",
    "DeliveryLine",
    "EntryRow",
    "ForwardingLine",
    "Option",
    "Proposed",
    "RegisterCard",
    "SendingLine",
    "WaitingRow",
    "arrivals_of",
    "arrivals_page",
    "counts_of",
    "entries_of",
    "entry_page",
    "forwarding_lines",
    "incoming_registers_of",
    "inner_bodies",
    "inner_people",
    "lies_in_an_open_book",
    "next_in",
    "proposed_recipients",
    "read_bytes",
    "register_body",
    "registers_of",
    "resolved",
    "same_arrivals",
    "same_number",
    "sendings_of",
    "style_for",
    "templates_on",
    "unread_by",
    "waiting_in",
    "with_state",
]
