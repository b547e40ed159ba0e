"""Pure arithmetic of reporting: periods and due dates, standing on a day, completeness."""

from phoihop.programmes.calculations import DueRule, Occasion, due_on, due_steps, explain_due, periods_of
from phoihop.reports.calculations.completeness import (
    Coverage,
    Kept,
    Standing,
    counted,
    coverage_of,
    standing_of,
)

__all__ = [
    "Coverage",
    "DueRule",
    "Kept",
    "Occasion",
    "Standing",
    "counted",
    "coverage_of",
    "due_on",
    "due_steps",
    "explain_due",
    "periods_of",
    "standing_of",
]
