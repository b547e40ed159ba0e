"""Every change to a draft: read a paper, decide on its facts, choose its parties, undo, discard."""

from phoihop.drafting.actions.drafts import discard, restore
from phoihop.drafting.actions.facts import accept_certain, add_fact, decide, edit_fact
from phoihop.drafting.actions.parties import PartyChoice, choose_parties, move_to_place
from phoihop.drafting.actions.reading import MOST_CHARACTERS, read_file
from phoihop.drafting.actions.shaping import SHAPED, merge_facts, split_fact
from phoihop.drafting.actions.undoing import undo

__all__ = [
    "MOST_CHARACTERS",
    "SHAPED",
    "PartyChoice",
    "accept_certain",
    "add_fact",
    "choose_parties",
    "decide",
    "discard",
    "edit_fact",
    "merge_facts",
    "move_to_place",
    "read_file",
    "restore",
    "split_fact",
    "undo",
]
