"""Every change of files, layouts and registers."""

from phoihop.documents.actions.delivering import (
    attach_written_paper,
    deliver,
    recall,
    record_proof,
)
from phoihop.documents.actions.entries import attach_file, correct_outgoing, describe
from phoihop.documents.actions.files import keep_own_file, logger, store_any_file, store_file
from phoihop.documents.actions.forwarding import acknowledge, forward, take_back_forwarding
from phoihop.documents.actions.incoming import (
    correct_incoming,
    enter_incoming,
    open_incoming_register,
    take_in,
)
from phoihop.documents.actions.outgoing import (
    annul_number,
    checked_symbol,
    close_register,
    give_number,
    open_register,
    open_term_register,
)
from phoihop.documents.actions.templates import TEMPLATES_FILE, load_document_templates

__all__ = [
    "TEMPLATES_FILE",
    "acknowledge",
    "annul_number",
    "attach_file",
    "attach_written_paper",
    "checked_symbol",
    "close_register",
    "correct_incoming",
    "correct_outgoing",
    "deliver",
    "describe",
    "enter_incoming",
    "forward",
    "give_number",
    "keep_own_file",
    "load_document_templates",
    "logger",
    "open_incoming_register",
    "open_register",
    "open_term_register",
    "recall",
    "record_proof",
    "store_any_file",
    "store_file",
    "take_back_forwarding",
    "take_in",
]
