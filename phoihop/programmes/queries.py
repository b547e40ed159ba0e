"""What pages and higher apps read about programmes."""

from collections.abc import Iterable
from datetime import date

from phoihop.accounts.models import Membership, Role
from phoihop.programmes.content import EditionContent
from phoihop.programmes.models import Clause, Edition


def clauses_by_ref(edition: Edition, content: EditionContent) -> dict[str, Clause]:
    """The stored clauses by the names they had in the content just written; one query."""
    rows = edition.clauses.order_by("order")
    return {row.ref: clause for row, clause in zip(content.clauses, rows, strict=True)}


def bodies_without_leader(body_ids: Iterable[int], on: date) -> set[int]:
    """Which of these bodies have no leader with a way to sign in on that day; one query."""
    wanted = set(body_ids)
    rows = Membership.objects.on(on).filter(
        body_id__in=wanted, role=Role.LEADER, person__user__is_active=True
    )
    return wanted - set(rows.values_list("body_id", flat=True))
