"""What registration asks of a member today: sheets to send, to receive, personal plans to note."""

from datetime import date

from phoihop.core.member import Member
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import PersonalPlan, RegistrationSheet
from phoihop.plans.permissions import FILLS, WRITES
from phoihop.plans.statuses import PersonalStatus, RegistrationStatus
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.statuses import EditionStatus

_MOST = 50


def sheets_to_send(member: Member) -> list[RegistrationSheet]:
    """Of the own body, not handed in, under a programme still in force; the first due first. One query."""
    if member.role not in FILLS:
        return []
    bodies = bodies_written_for(member.body_id).values("pk")
    rows = RegistrationSheet.objects.missing().filter(body__in=bodies)
    running = rows.filter(round__programme__editions__status=EditionStatus.IN_FORCE)
    return list(running.select_related("round__programme").order_by("round__due_on", "pk")[:_MOST])


def sheets_to_receive(member: Member, today: date) -> tuple[list[RegistrationSheet], dict[int, str]]:
    """Sent to programmes the member's body leads, the oldest first, with the units' names; two queries."""
    if member.role not in WRITES:
        return [], {}
    leads = bodies_written_for(member.body_id).values("pk")
    rows = RegistrationSheet.objects.filter(status=RegistrationStatus.SENT, round__programme__lead__in=leads)
    found = list(rows.select_related("round__programme").order_by("sent_at", "pk")[:_MOST])
    labels = body_labels({row.body_id for row in found}, today) if found else {}
    return found, {pk: label.short_name for pk, label in labels.items()}


def plans_to_note(member: Member) -> list[PersonalPlan]:
    """Personal plans sent to the member's board; one query."""
    if member.role not in WRITES:
        return []
    bodies = bodies_written_for(member.body_id).values("pk")
    rows = PersonalPlan.objects.filter(status=PersonalStatus.SENT, body__in=bodies)
    return list(rows.select_related("programme", "person").order_by("sent_at", "pk")[:_MOST])
