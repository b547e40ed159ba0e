"""What registration asks of a member today: sheets to send, to receive, personal plans to note."""

from django.db.models import QuerySet

from phoihop.core.member import Member
from phoihop.plans.models import PersonalPlan, RegistrationSheet
from phoihop.plans.statuses import PersonalStatus, RegistrationStatus
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.statuses import EditionStatus


def sheets_to_send(member: Member) -> QuerySet[RegistrationSheet]:
    """Of the own body, not handed in, under a programme still in force; the first due first."""
    bodies = bodies_written_for(member.body_id).values("pk")
    rows = RegistrationSheet.objects.missing().filter(body__in=bodies)
    running = rows.filter(round__programme__editions__status=EditionStatus.IN_FORCE)
    return running.order_by("round__due_on", "pk")


def sheets_to_receive(member: Member) -> QuerySet[RegistrationSheet]:
    """Sent to programmes the member's body leads, the oldest first."""
    leads = bodies_written_for(member.body_id).values("pk")
    rows = RegistrationSheet.objects.filter(status=RegistrationStatus.SENT, round__programme__lead__in=leads)
    return rows.order_by("sent_at", "pk")


def plans_to_note(member: Member) -> QuerySet[PersonalPlan]:
    """Personal plans sent to the member's board, the oldest first."""
    bodies = bodies_written_for(member.body_id).values("pk")
    return PersonalPlan.objects.filter(status=PersonalStatus.SENT, body__in=bodies).order_by("sent_at", "pk")
