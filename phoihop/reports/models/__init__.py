"""Reports: what is owed (obligations), what was handed in (reports and rounds), what was made of it."""

from phoihop.reports.models.calendar import CalendarChange, CalendarDay
from phoihop.reports.models.chasing import Chase, ChaseDecision, ChaseItem
from phoihop.reports.models.consolidations import ConsolidatedParagraph, Consolidation, ConsolidationDecision
from phoihop.reports.models.forms import FormVersion, ReportForm, ReviewRoute, ReviewStep
from phoihop.reports.models.obligations import Obligation, ObligationRecipient
from phoihop.reports.models.relief import Extension, ObligationDecision
from phoihop.reports.models.reminding import (
    Reminder,
    ReminderKind,
    ReminderRule,
    ReminderRuleDecision,
)
from phoihop.reports.models.reports import (
    Report,
    ReportAttachment,
    ReportFigure,
    ReportSection,
    ReportTable,
    ReportText,
    ReportVariant,
    ReturnedItem,
    Round,
    RoundDecision,
    RoundPaper,
)
from phoihop.reports.models.requests import ReportRequest, RequestDecision
from phoihop.reports.models.windows import CutoffWindow, DutySetting, DutySettingDecision, WindowFrequency

# isort: split
from phoihop.reports.models import handing_in  # noqa: F401 - registers its triggers

__all__ = [
    "CalendarChange",
    "CutoffWindow",
    "DutySetting",
    "DutySettingDecision",
    "Extension",
    "ObligationDecision",
    "ReportRequest",
    "RequestDecision",
    "WindowFrequency",
    "Chase",
    "ChaseDecision",
    "ChaseItem",
    "CalendarDay",
    "ConsolidatedParagraph",
    "Consolidation",
    "ConsolidationDecision",
    "FormVersion",
    "Obligation",
    "ObligationRecipient",
    "Reminder",
    "ReminderKind",
    "ReminderRule",
    "ReminderRuleDecision",
    "Report",
    "ReportAttachment",
    "ReportFigure",
    "ReportForm",
    "ReportSection",
    "ReportTable",
    "ReportText",
    "ReportVariant",
    "ReturnedItem",
    "ReviewRoute",
    "ReviewStep",
    "Round",
    "RoundDecision",
    "RoundPaper",
]
