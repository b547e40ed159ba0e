"""Which programmes the next one may go on from."""

from dataclasses import dataclass

from phoihop.core.member import Member
from phoihop.programmes.calculations import period_words
from phoihop.programmes.models import Edition
from phoihop.programmes.models.editions import PLANS
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.statuses import SIGNED

MOST = 200


@dataclass(frozen=True)
class LastPeriod:
    """A programme of a period before, by its newest signed text."""

    programme_id: int
    name: str
    period: str
    number_text: str
    status: str
    is_sample: bool


def last_periods(member: Member) -> list[LastPeriod]:
    """Those signed by the member's body or the ones it came after, newest period first; one query."""
    own = bodies_written_for(member.body_id).values("pk")
    newest = (
        Edition.objects.filter(status__in=SIGNED, parties__body__in=own)
        .exclude(programme__kind__in=PLANS)
        .order_by("programme_id", "-sequence")
        .distinct("programme_id")
    )
    rows = Edition.objects.filter(pk__in=newest.values("pk")).select_related("programme")
    return [
        LastPeriod(
            row.programme_id, row.programme.name, period_words(row.period_start, row.period_end),
            row.number_text, row.get_status_display(), row.is_sample,
        )
        for row in rows.order_by("-period_end", "pk")[:MOST]
    ]  # fmt: skip
