"""Acts that span apps: into force with what follows from it, numbering, renewing, succession."""

from phoihop.lifecycle.actions.entry import enter_signature, give_number, record_signed, sign

__all__ = ["enter_signature", "give_number", "record_signed", "sign"]
