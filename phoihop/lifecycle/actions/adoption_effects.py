"""What follows below when a text comes into force or changes: who answers for targets, and what is owed.

Consequences only: the act they follow has asked permission. Done again, they change nothing.
"""

from datetime import date, datetime

from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.lifecycle import handing_down_notices as notices
from phoihop.lifecycle.calculations import duties_until
from phoihop.programmes.actions.adopting import adopted_by_signing
from phoihop.programmes.models import Adoption, Edition
from phoihop.programmes.queries.adopted import adoption_of, parent_edition
from phoihop.reports.actions.adopting import lay_out_below
from phoihop.targets.actions.adopting import take_targets


def lay_out_adoptions(edition: Edition, *, by: Member, at: datetime) -> None:
    """Of an edition in force: of its own adoption, or of all that adopted it.

    A later edition of a parent reaches every place by a fixed number of statements, and its people are told.
    """
    adoption = adoption_of(edition.programme)
    if adoption is not None:
        adopted_by_signing(adoption=adoption, by=by, at=at)
        lay_out_adoption(adoption, at=at)
    elif Adoption.objects.filter(parent=edition.programme_id).exists():
        take_targets(edition=edition)
        lay_out_below(parent=edition.programme, until=_until(edition, at), at=at)
        if edition.sequence > 1:
            notices.tell_new_edition(edition, at=at)


def lay_out_adoption(adoption: Adoption, *, at: datetime) -> None:
    """Who answers at one place, and what it owes once its text is in force."""
    edition = parent_edition(adoption)
    take_targets(edition=edition, adoption=adoption)
    lay_out_below(parent=adoption.parent, until=_until(edition, at), adoption=adoption, at=at)


def _until(edition: Edition, at: datetime) -> date:
    return duties_until(edition.period_end, clock.day_of(at))
