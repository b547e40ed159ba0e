"""A clause hung under another: its path and depth, and those of everything below it, follow."""

from collections.abc import Sequence

from phoihop.core.errors import Refused
from phoihop.drafting.actions.records import Json
from phoihop.drafting.models import DraftFact

BULLETS = frozenset({"-", "*", "+", "•"})


def regrouped(clauses: Sequence[DraftFact], row: DraftFact) -> list[DraftFact]:
    """Let `row` (one of `clauses`, which are in reading order) and all below it follow its label and parent.

    Changes their values, not saved; the rows below that changed. Refused for a parent that is not before it.
    """
    by_id = {clause.values["id"]: clause for clause in clauses}
    parent = row.values.get("parent")
    if parent and (parent not in by_id or by_id[parent].order >= row.order):
        raise Refused("Một mục chỉ nằm trong mục đứng trước nó.")
    _follow(row, by_id)
    below, changed = {row.values["id"]}, []
    for clause in clauses:
        if clause.values["parent"] in below:
            below.add(clause.values["id"])
            if _follow(clause, by_id):
                changed.append(clause)
    return changed


def _follow(row: DraftFact, by_id: dict[str, DraftFact]) -> bool:
    """Path and depth from label and parent; whether they changed."""
    parent = by_id.get(row.values["parent"] or "")
    depth = parent.values["depth"] + 1 if parent else 1
    values = {**row.values, "depth": depth, "path": _path(row.values["label"], parent, by_id)}
    is_changed: bool = values != row.values
    row.values = values
    return is_changed


def _path(label: str, parent: DraftFact | None, by_id: dict[str, DraftFact]) -> str:
    """`II.2.5`; a bullet carries its parent's path; "2.5" under "2" joins what is above "2"."""
    if parent is None:
        return "" if label in BULLETS else label
    above: Json = parent.values
    if label in BULLETS:
        return str(above["path"])
    if label.startswith(f"{above['label']}."):
        outer = by_id.get(above["parent"] or "")
        return f"{outer.values['path']}.{label}" if outer else label
    return f"{above['path']}.{label}" if above["path"] else label
