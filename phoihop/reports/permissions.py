"""Who may do what with a report."""

from datetime import date

from django.db.models import QuerySet

from phoihop.accounts.models import Membership
from phoihop.core.member import Member
from phoihop.documents import permissions as documents
from phoihop.organisations.models import Body
from phoihop.programmes.models import DutyRule, Programme
from phoihop.programmes.models.facts import DutySide
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.reports.models import Chase, Consolidation, Obligation, ObligationRecipient, Report

_WRITES = frozenset({"officer", "leader"})


def stands_for(member: Member) -> frozenset[int]:
    """Whose papers an officer or leader writes: the own body, the one its office serves, their predecessors.

    Empty for other roles; one query.
    """
    return frozenset(bodies_stood_for(member))


def bodies_stood_for(member: Member) -> QuerySet[Body, int]:
    """The ids of `stands_for`, not asked yet."""
    rows = bodies_written_for(member.body_id) if member.role in _WRITES else Body.objects.none()
    return rows.values_list("pk", flat=True)


def can_write(member: Member, obligation: Obligation) -> bool:
    """An officer or leader of the body that owes the report."""
    return obligation.body_id in stands_for(member)


def can_enter_for(member: Member, obligation: Obligation, *, on: date) -> bool:
    """Nhập hộ: the lead or a reviewing body, only while nobody at the owing body can sign in."""
    return (
        _is_lead(member, obligation) or bool(recipients_decided_by(member, obligation, reviews=True))
    ) and (not has_accounts(obligation.body_id, on=on))


def can_edit(member: Member, report: Report) -> bool:
    """Its own body, or the body that began it for one without accounts."""
    return edits(report, stands_for(member))


def edits(report: Report, own: frozenset[int]) -> bool:
    """`can_edit` for somebody who stands for `own`."""
    return report.obligation.body_id in own or report.entered_by_body_id in own


def recipients_decided_by(member: Member, obligation: Obligation, *, reviews: bool) -> list[int]:
    """The receiving bodies, reviewing or taking note, in whose name the member may decide.

    Where the text names no recipient, the lead of the programme takes note.
    """
    return decided_by(stands_for(member), obligation, reviews=reviews)


def decided_by(own: frozenset[int], obligation: Obligation, *, reviews: bool) -> list[int]:
    """`recipients_decided_by` for somebody who stands for `own`; no query once recipients are loaded."""
    rows = list(obligation.recipients.all())
    if not rows and not reviews:
        return [obligation.programme.lead_id] if obligation.programme.lead_id in own else []
    return [row.body_id for row in rows if row.reviews is reviews and row.body_id in own]


def can_review(member: Member, obligation: Obligation) -> bool:
    """An officer or leader of a reviewing body, or of its office: returns, accepts, reopens."""
    return bool(recipients_decided_by(member, obligation, reviews=True))


def can_note(member: Member, obligation: Obligation) -> bool:
    """An officer or leader of a body that takes note."""
    return bool(recipients_decided_by(member, obligation, reviews=False))


def can_request(member: Member, duty: DutyRule) -> bool:
    """An officer or leader of a body that receives the duty's reports, or of the programme's lead."""
    own = stands_for(member)
    receives = duty.parties.exclude(side=DutySide.OWES).filter(body__in=own).exists()
    return receives or duty.clause.edition.programme.lead_id in own


def can_compose(member: Member, duty: DutyRule) -> bool:
    """Who lays down form and order of reviewing: the programme's lead, a body that reviews the reports."""
    own = stands_for(member)
    reviews = duty.parties.filter(side=DutySide.REVIEWS, body__in=own).exists()
    return reviews or duty.clause.edition.programme.lead_id in own


def can_sign(member: Member, report: Report) -> bool:
    """A leader of the body whose report it is."""
    return member.role == "leader" and report.obligation.body_id in stands_for(member)


def can_number_report(member: Member, report: Report) -> bool:
    """The clerk of the body or of its office."""
    return documents.can_number(member, report.obligation.body)


def can_edit_consolidation(member: Member, consolidation: Consolidation) -> bool:
    """An officer or leader of the body whose paper it is."""
    return consolidation.body_id in stands_for(member)


def can_number(member: Member, consolidation: Consolidation) -> bool:
    """The clerk of the body or of its office."""
    return documents.can_number(member, consolidation.body)


def has_accounts(body_id: int, *, on: date) -> bool:
    """Whether somebody who may write for the body can sign in that day."""
    return (
        Membership.objects.on(on)
        .filter(body_id=body_id, role__in=_WRITES, person__user__is_active=True)
        .exists()
    )


def _is_lead(member: Member, obligation: Obligation) -> bool:
    return obligation.programme.lead_id in stands_for(member)


def chases_for(member: Member, programme: Programme) -> int | None:
    """The body in whose name the member reminds units: the lead, else the one that receives their reports.

    A body that raised an obstacle there reminds of the answer.
    """
    own = stands_for(member)
    if not own or programme.lead_id in own:
        return programme.lead_id if own else None
    received = ObligationRecipient.objects.filter(obligation__programme=programme, body__in=own)
    found = received.values_list("body_id", flat=True).first()
    return found or (
        programme.obstacles.filter(raised_by_body__in=own).values_list("raised_by_body_id", flat=True).first()
    )


def may_chase(member: Member, chase: Chase, verb: str) -> bool:
    """A leader of the chasing body signs, its clerk gives the number, its officers undo."""
    if verb == "number":
        return documents.can_number(member, chase.body)
    if verb == "sign":
        return member.role == "leader" and chase.body_id in stands_for(member)
    return chase.body_id in stands_for(member)


def can_set_reminders(member: Member, programme: Programme) -> bool:
    """An officer or leader of the lead: the rules of reminders, and who was reminded."""
    return programme.lead_id in stands_for(member)
