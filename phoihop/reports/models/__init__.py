"""Reports: what is owed (obligations), what was handed in (reports and rounds), what was made of it."""

from phoihop.reports.models.chasing import Chase, ChaseDecision, ChaseItem
from phoihop.reports.models.consolidations import ConsolidatedParagraph, Consolidation, ConsolidationDecision
from phoihop.reports.models.obligations import CalendarDay, Obligation, ObligationRecipient
from phoihop.reports.models.reports import (
    Report,
    ReportAttachment,
    ReportFigure,
    ReportSection,
    ReturnedItem,
    Round,
    RoundDecision,
)

__all__ = [
    "Chase",
    "ChaseDecision",
    "ChaseItem",
    "CalendarDay",
    "ConsolidatedParagraph",
    "Consolidation",
    "ConsolidationDecision",
    "Obligation",
    "ObligationRecipient",
    "Report",
    "ReportAttachment",
    "ReportFigure",
    "ReportSection",
    "ReturnedItem",
    "Round",
    "RoundDecision",
]
