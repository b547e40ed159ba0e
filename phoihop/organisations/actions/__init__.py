"""Every change of places and bodies."""

from phoihop.organisations.actions.acts import Decree, change_type, merge, rename, split
from phoihop.organisations.actions.founding import (
    create_body,
    create_residential_area,
    create_standard_bodies,
    standard_name_at,
)
from phoihop.organisations.actions.functions import add_function, transfer_function
from phoihop.organisations.actions.new import NewArea, NewBody
from phoihop.organisations.actions.offices import load_offices
from phoihop.organisations.actions.undo import undo

__all__ = [
    "Decree",
    "NewArea",
    "NewBody",
    "add_function",
    "change_type",
    "create_body",
    "create_residential_area",
    "create_standard_bodies",
    "load_offices",
    "merge",
    "rename",
    "split",
    "standard_name_at",
    "transfer_function",
    "undo",
]
