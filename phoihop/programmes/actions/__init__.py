"""Every change of a programme: its text, what was read from it, and its way through signature."""

from phoihop.programmes.actions.facts import (
    add_duty,
    assign,
    drop_assignment,
    drop_duty,
    mend_assignment,
    mend_duty,
    mend_missed_assignment,
    mend_missed_duty,
    mend_wrong_assignment,
)
from phoihop.programmes.actions.signing import (
    end,
    enter_signature,
    give_number,
    open_for_signature,
    record,
    sign,
    take_back,
    undo_end,
)
from phoihop.programmes.actions.writing import (
    add_clause,
    change_clause,
    change_header,
    choose_parties,
    create_programme,
    remove_clause,
    write_edition,
)

__all__ = [
    "add_clause",
    "add_duty",
    "assign",
    "change_clause",
    "change_header",
    "choose_parties",
    "create_programme",
    "drop_assignment",
    "drop_duty",
    "end",
    "enter_signature",
    "give_number",
    "mend_assignment",
    "mend_duty",
    "mend_missed_assignment",
    "mend_missed_duty",
    "mend_wrong_assignment",
    "open_for_signature",
    "record",
    "remove_clause",
    "sign",
    "take_back",
    "undo_end",
    "write_edition",
]
