"""Pure arithmetic of programmes: when the duties of a text fall due."""

from phoihop.programmes.calculations.deadlines import DueRule, due_on, due_rule_of, explain_due, periods_of

__all__ = ["DueRule", "due_on", "due_rule_of", "explain_due", "periods_of"]
