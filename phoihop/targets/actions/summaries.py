"""What follows for the totals when figures are accepted."""

from collections.abc import Collection


def figures_changed(figure_ids: Collection[int]) -> None:
    """Bring the totals of all places above up to date with figures accepted in this transaction.

    Called once for all figures of an act, as the last thing in its transaction. Figures recorded but not
    accepted change no total: they may be among the ids.
    """
