"""Reports: what is owed (obligations), what was handed in (reports and rounds), what was made of it."""

from phoihop.reports.models.chasing import Chase, ChaseDecision, ChaseItem
from phoihop.reports.models.consolidations import ConsolidatedParagraph, Consolidation, ConsolidationDecision
from phoihop.reports.models.forms import FormVersion, ReportForm, ReviewRoute, ReviewStep
from phoihop.reports.models.obligations import CalendarDay, Obligation, ObligationRecipient
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

__all__ = [
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
