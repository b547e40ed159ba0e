"""Who may change places and bodies."""

from collections.abc import Collection

from phoihop.core.member import Member


def can_manage(member: Member | None, area_ids: Collection[int]) -> bool:
    """An administrator, for places in the place of the own body; the loader (nobody) everywhere.

    `area_ids`: the place and all it belongs to.
    """
    return member is None or (member.role == "administrator" and member.area_id in area_ids)
