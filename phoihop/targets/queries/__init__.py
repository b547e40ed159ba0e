"""What pages, reports and exports read of targets and figures."""

from phoihop.targets.queries.adopted import TargetFromAbove, localised, targets_from_above
from phoihop.targets.queries.cards import (
    ShareCard,
    Standing,
    TargetCard,
    counts,
    edition_cards,
    standing,
    target_cards,
)
from phoihop.targets.queries.loading import Facts, facts_by_target
from phoihop.targets.queries.pages import FigureLine, TargetFacts, figure_lines, target_facts
from phoihop.targets.queries.recording import RecordChoices, clause_choices, record_choices, share_choices
from phoihop.targets.queries.spans import edition_span
from phoihop.targets.queries.visibility import (
    opens_evidence,
    places_seen,
    visible_editions,
    visible_figure,
    visible_target,
)

__all__ = [
    "Facts",
    "FigureLine",
    "RecordChoices",
    "ShareCard",
    "Standing",
    "TargetCard",
    "TargetFacts",
    "TargetFromAbove",
    "clause_choices",
    "counts",
    "edition_cards",
    "edition_span",
    "facts_by_target",
    "figure_lines",
    "localised",
    "opens_evidence",
    "places_seen",
    "record_choices",
    "share_choices",
    "standing",
    "target_cards",
    "target_facts",
    "targets_from_above",
    "visible_editions",
    "visible_figure",
    "visible_target",
]
