"""Acts that span apps: into force with what follows from it, numbering, renewing, succession."""

from phoihop.lifecycle.actions.consulting import (
    answer_comment,
    answer_invitation,
    close_consultation,
    comment,
    open_consultation,
    withdraw_comment,
)
from phoihop.lifecycle.actions.entry import (
    enter_signature,
    give_number,
    open_for_signature,
    record_signed,
    sign,
    take_back,
)
from phoihop.lifecycle.actions.mending import mend_duty, mend_missed_duty
from phoihop.lifecycle.actions.renewing import renew
from phoihop.lifecycle.actions.succeeding import succeed_programme, undo_succession

__all__ = [
    "answer_comment",
    "answer_invitation",
    "close_consultation",
    "comment",
    "enter_signature",
    "give_number",
    "mend_duty",
    "mend_missed_duty",
    "open_consultation",
    "open_for_signature",
    "record_signed",
    "renew",
    "sign",
    "succeed_programme",
    "take_back",
    "undo_succession",
    "withdraw_comment",
]
