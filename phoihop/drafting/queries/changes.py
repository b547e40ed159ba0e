"""What a step changes on a review page that is already open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from phoihop.drafting.queries.cards import FactCard
from phoihop.drafting.queries.review import Review, SectionCards
from phoihop.drafting.segments import Segment
from phoihop.drafting.statuses import FactStatus

type Json = dict[str, Any]


@dataclass(frozen=True)
class Placed:
    """A card that comes into the list, and the id of what stands before it."""

    card: FactCard
    after: str


@dataclass(frozen=True)
class Changes:
    """What differs on a page after a step: cards that came, stayed and went, and pieces of the text."""

    came: list[Placed]
    stayed: list[FactCard]
    went: list[int]
    marks: list[Segment]
    moved: bool


def changes(
    page: Review,
    before: Mapping[str, Json],
    after: Mapping[str, Json],
    *,
    kinds: Mapping[int, str],
    seen: frozenset[int] = frozenset(),
) -> Changes:
    """How the page of before a step becomes `page`.

    `kinds`: the kind of each fact in the step, by id; `seen`: facts the sender's page shows for certain.
    Facts that count into each other's sums are shown anew as well. `moved`: spans changed, so the whole text
    is to be painted anew.
    """
    shows = page.screen.shows
    was = seen | {int(key) for key, state in before.items() if shows(kinds[int(key)], state)}
    now = {int(key) for key, state in after.items() if shows(kinds[int(key)], state)}
    touched = {int(key) for key in after}
    came = [
        _placed(section, at)
        for section in page.sections
        for at, card in enumerate(section.cards)
        if card.id in now - was
    ]
    stayed = [card for card in page.cards if card.id in now & was or (card.checks and card.id not in now)]
    return Changes(
        came=came,
        stayed=stayed,
        went=sorted(was - now),
        marks=[part for part in page.segments if touched & set(part.keys)],
        moved=any(_span(before[key]) != _span(after[key]) for key in after),
    )


def _span(state: Json) -> Any:
    return None if state["status"] == FactStatus.GONE else state["span"]


def _placed(section: SectionCards, at: int) -> Placed:
    before = f"f{section.cards[at - 1].id}" if at else f"muc-{section.key}-dau"
    return Placed(section.cards[at], before)
