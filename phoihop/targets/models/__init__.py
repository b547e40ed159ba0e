"""Targets, what each body answers for, parts still talked about, append-only figures and their sums."""

from phoihop.targets.models.adoption import AdoptedTarget
from phoihop.targets.models.closing import ClosedPeriod
from phoihop.targets.models.entering import Entering, FigureConfirmation
from phoihop.targets.models.inheritance import InheritedShare
from phoihop.targets.models.offers import PartOffer
from phoihop.targets.models.summaries import (
    DueCount,
    Summary,
    SummaryCheck,
    SummarySeries,
    SummaryValue,
)
from phoihop.targets.models.targets import (
    Contribution,
    Figure,
    FigureAcceptance,
    FigureEvidence,
    FigureQuerySet,
    Target,
)

__all__ = [
    "AdoptedTarget",
    "ClosedPeriod",
    "Contribution",
    "DueCount",
    "Entering",
    "Figure",
    "FigureAcceptance",
    "FigureConfirmation",
    "FigureEvidence",
    "FigureQuerySet",
    "InheritedShare",
    "PartOffer",
    "Summary",
    "SummaryCheck",
    "SummarySeries",
    "SummaryValue",
    "Target",
]
