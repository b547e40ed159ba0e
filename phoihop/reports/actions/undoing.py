"""Undoing what an act did to obligations, while nobody built on it.

Consequences, as in `obligations`: the act that calls them has asked permission.
"""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.programmes.models import Programme
from phoihop.reports.models import Obligation, Report


@transaction.atomic
def undo_inheritance(*, made: Collection[int], ended: Collection[int], by: Member, at: datetime) -> None:
    """Take away the rows successors got (`made`) and open those that were ended (`ended`), both by id.

    Refused once a report was begun on one of the successors' rows.
    """
    if Report.objects.filter(obligation__in=made).exists():
        raise Refused("Đơn vị kế thừa đã làm báo cáo nên không hoàn tác được.")
    Obligation.objects.filter(pk__in=made).delete()
    Obligation.objects.filter(pk__in=ended).update(ended_on=None, ended_reason="")


def drop_unanswered(*, programme: Programme) -> int:
    """What a recording, now taken back, laid out is owed no more; the caller made sure nobody reported."""
    return Obligation.objects.filter(programme=programme, report=None).delete()[0]
