"""Acts that span apps: into force with what follows from it, numbering, renewing, succession."""

from phoihop.lifecycle.actions.amending import (
    add_erratum,
    begin_due_amendments,
    drop_amendment,
    start_amendment,
    take_back_erratum,
    undo_amendment,
)
from phoihop.lifecycle.actions.consulting import (
    answer_comment,
    answer_invitation,
    close_consultation,
    comment,
    open_consultation,
    withdraw_comment,
)
from phoihop.lifecycle.actions.dropping import drop_draft
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
from phoihop.lifecycle.actions.reviewing import (
    begin_review,
    confirm_review,
    drop_review,
    reopen_review,
    write_review,
)
from phoihop.lifecycle.actions.succeeding import (
    close_programme,
    publish_succession,
    succeed_programme,
    undo_succession,
)
from phoihop.lifecycle.actions.unrecording import undo_record
from phoihop.lifecycle.actions.withdrawing import undo_withdrawal, withdraw_edition

__all__ = [
    "begin_review",
    "confirm_review",
    "drop_draft",
    "drop_review",
    "reopen_review",
    "write_review",
    "add_erratum",
    "answer_comment",
    "answer_invitation",
    "begin_due_amendments",
    "close_consultation",
    "close_programme",
    "comment",
    "drop_amendment",
    "enter_signature",
    "give_number",
    "mend_duty",
    "mend_missed_duty",
    "open_consultation",
    "open_for_signature",
    "publish_succession",
    "record_signed",
    "renew",
    "sign",
    "start_amendment",
    "succeed_programme",
    "take_back",
    "take_back_erratum",
    "undo_amendment",
    "undo_record",
    "undo_succession",
    "undo_withdrawal",
    "withdraw_comment",
    "withdraw_edition",
]
