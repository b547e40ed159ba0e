"""Pure arithmetic and words of programmes: when the duties of a text fall due, and how things are said."""

from phoihop.programmes.calculations.deadlines import (
    DueRule,
    days_of,
    due_on,
    due_problem,
    due_rule_of,
    periods_of,
)
from phoihop.programmes.calculations.explaining import Occasion, due_steps, explain_due
from phoihop.programmes.calculations.heirs import HeirLink, Heirs
from phoihop.programmes.calculations.words import (
    NOT_PRINTED,
    StatusShown,
    amending_abstract,
    edition_label,
    period_words,
    rule_words,
    status_shown,
)

__all__ = [
    "NOT_PRINTED",
    "DueRule",
    "HeirLink",
    "Heirs",
    "Occasion",
    "StatusShown",
    "amending_abstract",
    "days_of",
    "due_on",
    "due_problem",
    "due_rule_of",
    "due_steps",
    "edition_label",
    "explain_due",
    "period_words",
    "periods_of",
    "rule_words",
    "status_shown",
]
