"""Acts that span apps: into force with what follows from it, numbering, renewing, succession."""

from phoihop.lifecycle.actions.entry import (
    enter_signature,
    give_number,
    open_for_signature,
    record_signed,
    sign,
    take_back,
)
from phoihop.lifecycle.actions.renewing import renew

__all__ = [
    "enter_signature",
    "give_number",
    "open_for_signature",
    "record_signed",
    "renew",
    "sign",
    "take_back",
]
