"""Every change of targets and figures."""

from phoihop.targets.actions.figures import accept_figures, correct_figure, record_figure
from phoihop.targets.actions.inheriting import Parts, pass_on_shares, take_shares_back
from phoihop.targets.actions.offers import (
    accept_part,
    propose_part,
    refuse_part,
    refuse_unsettled_parts,
    undo_part,
    withdraw_part,
)
from phoihop.targets.actions.writing import (
    add_target,
    change_target,
    drop_target,
    mend_missed_target,
    mend_target,
    mend_wrong_target,
)

__all__ = [
    "Parts",
    "accept_figures",
    "accept_part",
    "add_target",
    "change_target",
    "correct_figure",
    "drop_target",
    "mend_missed_target",
    "mend_target",
    "mend_wrong_target",
    "pass_on_shares",
    "propose_part",
    "record_figure",
    "refuse_part",
    "refuse_unsettled_parts",
    "take_shares_back",
    "undo_part",
    "withdraw_part",
]
