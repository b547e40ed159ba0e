"""What pages, reports and exports read of targets and figures."""

from phoihop.targets.queries.cards import (
    ShareCard,
    Standing,
    TargetCard,
    edition_cards,
    edition_span,
    standing,
    target_cards,
)
from phoihop.targets.queries.loading import Facts, facts_by_target
from phoihop.targets.queries.pages import FigureLine, TargetFacts, figure_lines, target_facts
from phoihop.targets.queries.visibility import (
    opens_evidence,
    visible_editions,
    visible_figure,
    visible_target,
)

__all__ = [
    "Facts",
    "FigureLine",
    "ShareCard",
    "Standing",
    "TargetCard",
    "TargetFacts",
    "edition_cards",
    "edition_span",
    "facts_by_target",
    "figure_lines",
    "opens_evidence",
    "standing",
    "target_cards",
    "target_facts",
    "visible_editions",
    "visible_figure",
    "visible_target",
]
