"""Every change of state of reporting: obligations, reports and rounds, consolidated reports."""

from phoihop.reports.actions.calendar_days import load_calendar
from phoihop.reports.actions.consolidations import (
    close,
    consolidate,
    number_consolidation,
    refresh,
    reopen_consolidation,
    save_consolidation,
    sign_consolidation,
)
from phoihop.reports.actions.drafts import add_paper_scan, attach, detach, open_report, save_report
from phoihop.reports.actions.obligations import Made, make_obligations, request_report
from phoihop.reports.actions.rounds import accept, note, reopen, return_report, submit, take_back
from phoihop.reports.actions.succeeding import end_obligations, inherit_obligations

__all__ = [
    "Made",
    "accept",
    "add_paper_scan",
    "attach",
    "close",
    "consolidate",
    "detach",
    "end_obligations",
    "inherit_obligations",
    "load_calendar",
    "make_obligations",
    "note",
    "number_consolidation",
    "open_report",
    "refresh",
    "reopen",
    "reopen_consolidation",
    "request_report",
    "return_report",
    "save_consolidation",
    "save_report",
    "sign_consolidation",
    "submit",
    "take_back",
]
