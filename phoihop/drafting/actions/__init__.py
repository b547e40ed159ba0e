"""Every change to a draft: read a paper, decide on its facts, choose its parties, undo, discard."""

from phoihop.drafting.actions.drafts import discard, restore
from phoihop.drafting.actions.facts import accept_certain, add_fact, decide, edit_fact
from phoihop.drafting.actions.findings import check_again, dismiss, take_up
from phoihop.drafting.actions.parties import PartyChoice, choose_parties, move_to_place
from phoihop.drafting.actions.reading import MOST_CHARACTERS, read_file
from phoihop.drafting.actions.shaping import merge_facts, split_fact
from phoihop.drafting.actions.undoing import undo

__all__ = [
    "MOST_CHARACTERS",
    "PartyChoice",
    "accept_certain",
    "check_again",
    "add_fact",
    "choose_parties",
    "decide",
    "discard",
    "dismiss",
    "edit_fact",
    "merge_facts",
    "move_to_place",
    "read_file",
    "restore",
    "split_fact",
    "take_up",
    "undo",
]
