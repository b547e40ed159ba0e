"""Like with like: places are ranked only beside places of their kind and size, and only on full figures."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

LEAST_RANKED = 3
"""A rank among one or two says nothing."""
_STEPS = {"commune": (10, 20), "province": (90, 120)}
_SIZES = ("nhỏ", "vừa", "lớn")
_BELOW = {"commune": "khu dân cư", "province": "xã, phường"}


@dataclass(frozen=True)
class Peer:
    """A place to be ranked: its kind ("xã", "phường"), its level, how many places lie below, its result."""

    id: int
    kind: str
    level: str
    below: int
    result: Fraction | None
    is_complete: bool


@dataclass(frozen=True)
class Rank:
    """`place` of `among` in its group; 0: not ranked, and `why` says the reason."""

    group: str
    place: int = 0
    among: int = 0
    why: str = ""

    @property
    def words(self) -> str:
        """ "2/14"; or why there is none."""
        return f"{self.place}/{self.among}" if self.place else self.why


def size_class(level: str, below: int) -> str:
    """Small, middle or large by how many places lie below; empty where none are known."""
    steps = _STEPS.get(level)
    if steps is None or below == 0:
        return ""
    return _SIZES[sum(below >= step for step in steps)]


def group_of(peer: Peer) -> str:
    """ "phường, cỡ vừa (10 đến 19 khu dân cư)": only those of one group are compared."""
    size = size_class(peer.level, peer.below)
    if not size:
        return peer.kind
    low, high = _STEPS[peer.level]
    bounds = {"nhỏ": f"dưới {low}", "vừa": f"{low} đến {high - 1}", "lớn": f"từ {high}"}
    return f"{peer.kind}, cỡ {size} ({bounds[size]} {_BELOW[peer.level]})"


def ranks(peers: Iterable[Peer]) -> dict[int, Rank]:
    """Each place's rank in its group, best first; equal results share a place, incomplete ones get none."""
    groups: dict[str, list[Peer]] = defaultdict(list)
    for peer in peers:
        groups[group_of(peer)].append(peer)
    return {peer.id: rank for name, found in groups.items() for peer, rank in _ranked(name, found)}


def _ranked(group: str, found: Sequence[Peer]) -> Iterable[tuple[Peer, Rank]]:
    results = [p.result for p in found if p.is_complete and p.result is not None]
    for peer in found:
        if peer.result is None:
            yield peer, Rank(group, why="chưa có số liệu")
        elif not peer.is_complete:
            yield peer, Rank(group, why="chưa đủ số liệu, không xếp")
        elif len(results) < LEAST_RANKED:
            yield peer, Rank(group, why=f"dưới {LEAST_RANKED} nơi cùng loại, không xếp")
        else:
            place = 1 + sum(other > peer.result for other in results)
            yield peer, Rank(group, place, len(results))
