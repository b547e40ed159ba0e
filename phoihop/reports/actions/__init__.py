"""Every change of state of reporting: obligations, reports and rounds, consolidated reports."""

from phoihop.reports.actions.obligations import (
    Made,
    end_obligations,
    inherit_obligation,
    inherit_obligations,
    make_obligations,
)

__all__ = [
    "Made",
    "end_obligations",
    "inherit_obligation",
    "inherit_obligations",
    "make_obligations",
]
