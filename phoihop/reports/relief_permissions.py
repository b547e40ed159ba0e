"""Who may ask for reports, give more time, or let somebody off."""

from phoihop.core.member import Member
from phoihop.organisations.models import Body, BodyKind
from phoihop.programmes.models import DutyParty, Programme
from phoihop.programmes.models.facts import DutySide
from phoihop.reports.models import Obligation
from phoihop.reports.permissions import can_write, recipients_decided_by, stands_for


def asks_for(member: Member, programme: Programme) -> int | None:
    """In whose name the member asks for a special report: the lead, else a body that receives reports."""
    own = stands_for(member)
    if programme.lead_id in own:
        return programme.lead_id
    sides = DutyParty.objects.exclude(side=DutySide.OWES).filter(
        duty__clause__edition__programme=programme, body__in=own
    )
    return sides.order_by("pk").values_list("body_id", flat=True).first()


def can_ask_extension(member: Member, obligation: Obligation) -> bool:
    """An officer or leader of the body that owes the report."""
    return can_write(member, obligation)


def relieves_for(member: Member, obligation: Obligation) -> int | None:
    """The body in whose name the member extends or waives: one that reviews the report.

    Where nobody reviews, the lead of the programme does, but never for itself.
    """
    reviewing = recipients_decided_by(member, obligation, reviews=True)
    if reviewing:
        return reviewing[0]
    if obligation.recipients.filter(reviews=True).exists():
        return None
    lead = obligation.programme.lead_id
    return lead if lead != obligation.body_id and lead in stands_for(member) else None


def sets_windows(member: Member, programme: Programme) -> bool:
    """An officer or leader of the lead says which days the figures of its duties cover."""
    return programme.lead_id in stands_for(member)


def keeps_calendar(member: Member) -> bool:
    """An administrator of the body that operates the system: days off hold for every place."""
    operator = Body.objects.filter(pk=member.body_id, kind=BodyKind.OPERATOR)
    return member.role == "administrator" and operator.exists()
