"""Several recipients decide each for itself, all at once or in order; what that makes of the report.

A reviewing body in its turn that returns it sends it back at once. It is accepted when every step has been
accepted; where nobody reviews (peers), it is noted when every recipient took note. A note by a peer is kept
on record beside and never holds up the reviewing bodies.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

RETURN, ACCEPT, NOTE = "return", "accept", "note"


@dataclass(frozen=True)
class Step:
    """Bodies that have their word side by side; `is_kept`: they accepted an earlier round and stand by it."""

    bodies: tuple[int, ...]
    is_kept: bool = False


def route_of(reviewers: Iterable[int], positions: Mapping[int, int]) -> list[Step]:
    """The steps of the reviewing bodies; those the order does not name come last, together."""
    bodies = list(dict.fromkeys(reviewers))
    last = max(positions.values(), default=0) + 1
    groups: dict[int, list[int]] = {}
    for body in bodies:
        groups.setdefault(positions.get(body, last), []).append(body)
    return [Step(tuple(groups[position])) for position in sorted(groups)]


def route_json(steps: Iterable[Step]) -> list[dict[str, Any]]:
    """The steps as a round keeps them."""
    return [{"bodies": list(step.bodies), "kept": step.is_kept} for step in steps]


def route_from(kept: Iterable[Mapping[str, Any]]) -> list[Step]:
    """The steps from what a round kept."""
    return [Step(tuple(step["bodies"]), step["kept"]) for step in kept]


def is_done(step: Step, decided: Mapping[int, str]) -> bool:
    """Whether every body of the step accepted."""
    return step.is_kept or all(decided.get(body) == ACCEPT for body in step.bodies)


def turn_of(route: Sequence[Step], decided: Mapping[int, str]) -> int:
    """The place of the step whose turn it is; the length of the route when all have accepted."""
    return next((place for place, step in enumerate(route) if not is_done(step, decided)), len(route))


def in_turn(route: Sequence[Step], decided: Mapping[int, str]) -> list[int]:
    """The bodies that may decide now: of the present step, without a word yet."""
    turn = turn_of(route, decided)
    return [body for body in route[turn].bodies if body not in decided] if turn < len(route) else []


def after_return(route: Sequence[Step], decided: Mapping[int, str], *, restarts: bool) -> int:
    """How many steps of the next round stand as accepted already: none where review begins again."""
    return 0 if restarts else turn_of(route, decided)


def with_kept(route: Sequence[Step], count: int) -> list[Step]:
    """The route with its first `count` steps standing as accepted before."""
    return [Step(step.bodies, place < count) for place, step in enumerate(route)]


def verb_for_report(*, route: Sequence[Step], takers: Collection[int], decided: Mapping[int, str]) -> str:
    """The verb the report follows after these decisions (body id to verb); "" while some are awaited."""
    if RETURN in decided.values():
        return RETURN
    if route:
        return ACCEPT if turn_of(route, decided) == len(route) else ""
    return NOTE if takers and all(body in decided for body in takers) else ""
