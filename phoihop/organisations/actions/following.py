"""What higher apps do when places come to lie elsewhere: they register here, as no lower app asks them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from phoihop.organisations.models import AreaVersion

type Follower = Callable[[Collection[int]], None]
"""Given the ids of the places whose versions changed; those below them may have moved with them."""

_followers: list[Follower] = []


def on_places_changed(follower: Follower) -> None:
    """Registers once; called in the transaction of each act that changes where places lie."""
    if follower not in _followers:
        _followers.append(follower)


def tell_places_changed(area_ids: Collection[int]) -> None:
    """Every follower, after the versions are written."""
    if area_ids:
        for follower in _followers:
            follower(area_ids)


def places_of(rows: Iterable[Sequence[Any]]) -> set[int]:
    """The places whose versions are among the rows an act made or ended, as `Succession.undo` keeps them."""
    versions = [pk for model, pk, *_ in rows if model == "areaversion"]
    return set(AreaVersion.objects.filter(pk__in=versions).values_list("area", flat=True))
