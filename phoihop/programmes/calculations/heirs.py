"""Who stands where a body stood, through any number of successions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class HeirLink:
    """From `from_day` on, the body `heir_id` stands where `body_id` stood."""

    body_id: int
    heir_id: int
    from_day: date


@dataclass(frozen=True)
class Heirs:
    """The successions of one programme."""

    links: tuple[HeirLink, ...] = ()
    _by_body: dict[int, list[HeirLink]] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        for link in self.links:
            self._by_body.setdefault(link.body_id, []).append(link)

    def standing(self, body_id: int, day: date) -> list[int]:
        """The ids of the bodies that stand on `day` where `body_id` stood: itself while nothing followed it.

        Each once, in the order of the links; a ring of links ends where it began.
        """
        return list(dict.fromkeys(self._reached(body_id, day, frozenset())))

    def _reached(self, body_id: int, day: date, seen: frozenset[int]) -> Iterable[int]:
        links = [link for link in self._by_body.get(body_id, ()) if link.from_day <= day]
        if not links or body_id in seen:
            yield body_id
            return
        for link in links:
            yield from self._reached(link.heir_id, day, seen | {body_id})

    def stood_for(self, heir_id: int) -> set[int]:
        """The body and all whose places it took, through any number of successions."""
        found, waiting = {heir_id}, [heir_id]
        while waiting:
            taken = {link.body_id for link in self.links if link.heir_id == waiting[-1]} - found
            waiting.pop()
            found |= taken
            waiting.extend(taken)
        return found
