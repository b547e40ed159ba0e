"""Every change of files, layouts and registers."""

from phoihop.documents.actions.files import keep_own_file, logger, store_any_file, store_file
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
    "annul_number",
    "checked_symbol",
    "close_register",
    "give_number",
    "keep_own_file",
    "load_document_templates",
    "logger",
    "open_register",
    "open_term_register",
    "store_any_file",
    "store_file",
]
