"""A target through the editions of its programme: one target, one key, one series of figures."""

import uuid
from collections import defaultdict
from collections.abc import Collection

from phoihop.targets.models import Target


def asked_by_row(target_ids: Collection[int]) -> dict[int, list[int]]:
    """Each of these targets in every edition of its programme: row id -> the ids asked for; one query.

    A target keeps its key through amendments: a figure recorded under one edition counts in all of them.
    """
    wanted = set(target_ids)
    keys = Target.objects.filter(pk__in=wanted).values("key")
    rows = Target.objects.filter(key__in=keys).values_list("pk", "key", "edition__programme_id")
    same: dict[tuple[uuid.UUID, int], list[int]] = defaultdict(list)
    for pk, key, programme_id in rows:
        same[key, programme_id].append(pk)
    return {pk: asked for pks in same.values() if (asked := sorted(wanted & set(pks))) for pk in pks}
