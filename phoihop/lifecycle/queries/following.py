"""The tab "Theo dõi" of a programme: how its following stands, in numbers; a constant number of queries."""

from dataclasses import dataclass
from datetime import date

from phoihop.core.member import Member
from phoihop.lifecycle.queries.guiding import GuidanceCard, programme_guidance
from phoihop.plans.models import EmergentTask
from phoihop.plans.queries.following import followers_page
from phoihop.plans.queries.obstacles import ObstacleCounts, obstacle_counts
from phoihop.plans.statuses import EmergentStatus
from phoihop.programmes.models import Edition
from phoihop.reports.models import Chase
from phoihop.reports.queries.chasing import units_due
from phoihop.reports.statuses import ChaseStatus


@dataclass(frozen=True)
class Following:
    """What the tab shows."""

    clauses: int
    without: int
    obstacles: ObstacleCounts
    emergent_waiting: int
    emergent_agreed: int
    units_due: int
    dues: int
    chases: int
    guidance: list[GuidanceCard]

    @property
    def unread(self) -> int:
        return sum(card.receivers - card.acknowledged for card in self.guidance if card.is_own)


def following(edition: Edition, member: Member, today: date) -> Following:
    """Everything the tab counts."""
    programme = edition.programme
    people = followers_page(edition, member, today)
    emergents = EmergentTask.objects.filter(programme=programme).values_list("status", flat=True)
    statuses = list(emergents)
    units = units_due(programme, member, today)
    chases = Chase.objects.visible_to(member).filter(programme=programme).exclude(status=ChaseStatus.UNDONE)
    return Following(
        clauses=sum(bool(row.followers) for row in people.clauses),
        without=people.without,
        obstacles=obstacle_counts(programme, today),
        emergent_waiting=sum(s in {EmergentStatus.PROPOSED, EmergentStatus.REFUSED} for s in statuses),
        emergent_agreed=statuses.count(EmergentStatus.AGREED),
        units_due=len(units),
        dues=sum(len(unit.dues) for unit in units),
        chases=chases.distinct().count(),
        guidance=programme_guidance(programme, member, today),
    )
