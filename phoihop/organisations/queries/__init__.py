"""What pages and other apps read of places and bodies."""

from phoihop.organisations.queries.aliases import bodies_by_code, resolve_alias
from phoihop.organisations.queries.labels import (
    AreaLabel,
    BodyLabel,
    area_labels,
    area_path,
    area_paths,
    body_and_area_labels,
    body_labels,
    path_words,
    short_name_on,
)
from phoihop.organisations.queries.pages import children_on
from phoihop.organisations.queries.search import AreaHit, BodyHit, search_areas, search_bodies
from phoihop.organisations.queries.successions import (
    Follower,
    Here,
    predecessors_of,
    successors_of,
    who_was_here,
)

__all__ = [
    "AreaHit",
    "AreaLabel",
    "BodyHit",
    "BodyLabel",
    "Follower",
    "Here",
    "area_labels",
    "area_path",
    "area_paths",
    "bodies_by_code",
    "body_and_area_labels",
    "body_labels",
    "children_on",
    "path_words",
    "predecessors_of",
    "resolve_alias",
    "search_areas",
    "search_bodies",
    "short_name_on",
    "successors_of",
    "who_was_here",
]
