"""Several recipients decide each for itself; what that makes of the report.

Any reviewing body that returns it sends it back at once. It is accepted when every reviewing body has
accepted; where nobody reviews (peers), it is noted when every recipient took note. A note by a peer is kept
on record beside and never holds up the reviewing bodies.
"""

from collections.abc import Iterable, Mapping

RETURN, ACCEPT, NOTE = "return", "accept", "note"


def verb_for_report(*, reviewers: Iterable[int], takers: Iterable[int], decided: Mapping[int, str]) -> str:
    """The verb the report follows after these decisions (body id to verb); "" while some are awaited."""
    deciding = list(reviewers)
    if RETURN in decided.values():
        return RETURN
    if deciding:
        return ACCEPT if all(decided.get(body) == ACCEPT for body in deciding) else ""
    awaited = list(takers)
    return NOTE if awaited and all(body in decided for body in awaited) else ""
