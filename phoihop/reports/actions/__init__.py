"""Every change of state of reporting: obligations, reports and rounds, consolidated reports."""

from phoihop.reports.actions.calendar_days import load_calendar
from phoihop.reports.actions.consolidations import (
    close,
    consolidate,
    number_consolidation,
    refresh,
    reopen_consolidation,
    sign_consolidation,
)
from phoihop.reports.actions.drafts import add_paper_scan, attach, detach, open_report
from phoihop.reports.actions.forms import add_parts, change_part, drop_part, move_part, publish_form
from phoihop.reports.actions.handing_up import hand_up
from phoihop.reports.actions.obligations import Made, make_obligations
from phoihop.reports.actions.paragraphs import ParagraphInput, name_all, save_consolidation, save_paragraphs
from phoihop.reports.actions.requests import Asked, request_report
from phoihop.reports.actions.rounds import accept, note, reopen, return_report, submit, take_back
from phoihop.reports.actions.routes import set_route
from phoihop.reports.actions.saving import Saved, merge_report, save_report, settle_variant
from phoihop.reports.actions.signing import number_report, sign_report
from phoihop.reports.actions.succeeding import end_obligations, inherit_obligations

__all__ = [
    "Asked",
    "Made",
    "ParagraphInput",
    "Saved",
    "accept",
    "add_paper_scan",
    "add_parts",
    "attach",
    "change_part",
    "close",
    "consolidate",
    "detach",
    "drop_part",
    "end_obligations",
    "hand_up",
    "inherit_obligations",
    "load_calendar",
    "make_obligations",
    "merge_report",
    "move_part",
    "name_all",
    "note",
    "number_consolidation",
    "number_report",
    "open_report",
    "publish_form",
    "refresh",
    "reopen",
    "reopen_consolidation",
    "request_report",
    "return_report",
    "save_consolidation",
    "save_paragraphs",
    "save_report",
    "set_route",
    "settle_variant",
    "sign_consolidation",
    "sign_report",
    "submit",
    "take_back",
]
