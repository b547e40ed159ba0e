"""Every change of state of reporting: obligations, reports and rounds, consolidated reports."""

from phoihop.reports.actions.drafts import add_paper_scan, attach, detach, open_report, save_report
from phoihop.reports.actions.obligations import (
    Made,
    end_obligations,
    inherit_obligation,
    inherit_obligations,
    make_obligations,
)
from phoihop.reports.actions.rounds import accept, note, reopen, return_report, submit, take_back

__all__ = [
    "Made",
    "accept",
    "add_paper_scan",
    "attach",
    "detach",
    "end_obligations",
    "inherit_obligation",
    "inherit_obligations",
    "make_obligations",
    "note",
    "open_report",
    "reopen",
    "return_report",
    "save_report",
    "submit",
    "take_back",
]
