"""A programme is handed down to places below, and each of them answers.

What spans apps: the texts (programmes), who answers for targets (targets), what is owed (reports), and the
people who are told.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.lifecycle import handing_down_notices as notices
from phoihop.lifecycle.actions.adoption_effects import lay_out_adoption
from phoihop.lifecycle.actions.duties import lay_out_duties
from phoihop.organisations.queries import area_labels
from phoihop.programmes.actions import adopting as programmes
from phoihop.programmes.actions.adopting import HandDownPlan, PlaceGiven
from phoihop.programmes.models import Adoption, Edition, HandDown, Programme
from phoihop.reports.actions.adopting import clear_below
from phoihop.targets.actions.adopting import leave_targets, take_targets
from phoihop.targets.models import AdoptedTarget


@transaction.atomic
def hand_down(
    *, programme: Programme, plan: HandDownPlan, places: Sequence[PlaceGiven], by: Member, at: datetime
) -> list[Adoption]:
    """Every chosen place that has none yet gets its draft (programmes.hand_down), and its lead is asked."""
    made = programmes.hand_down(programme=programme, plan=plan, places=places, by=by, at=at)
    notices.ask_to_adopt(made, at=at)
    return made


@transaction.atomic
def undo_hand_down(*, given: HandDown, reason: str, by: Member, at: datetime) -> int:
    """Take the drafts away again (programmes.undo_hand_down) with the shares given to their places."""
    AdoptedTarget.objects.filter(programme__adoption__hand_down=given).delete()
    return programmes.undo_hand_down(given=given, reason=reason, by=by, at=at)


@transaction.atomic
def adopt(*, adoption: Adoption, version: int | None = None, by: Member, at: datetime) -> Adoption:
    """The place takes the text as it stands with its own additions; its lead answers for the targets."""
    row = programmes.adopt(adoption=adoption, version=version, by=by, at=at)
    take_targets(edition=row.edition, adoption=row)
    return row


@transaction.atomic
def adopt_by_decision(
    *, adoption: Adoption, number_text: str, decided_on: date, version: int | None = None, by: Member,
    at: datetime,
) -> Edition:  # fmt: skip
    """In force by a decision of the place, without signatures of its own, with all that follows."""
    edition = programmes.adopt_by_decision(
        adoption=adoption, number_text=number_text, decided_on=decided_on, version=version, by=by, at=at
    )
    lay_out_duties(edition, by=by, at=at)
    return edition


@transaction.atomic
def start_from_parent(*, parent: Programme, place: PlaceGiven, by: Member, at: datetime) -> Adoption:
    """A place begins by itself from a programme above (programmes.start_from_parent)."""
    made = programmes.start_from_parent(parent=parent, place=place, by=by, at=at)
    take_targets(edition=made.edition, adoption=made)
    return made


@transaction.atomic
def take_back_adoption(*, adoption: Adoption, reason: str, by: Member, at: datetime) -> Adoption:
    """As before the place answered; Refused once its text is under way or a figure was recorded."""
    row = programmes.take_back_adoption(adoption=adoption, reason=reason, by=by, at=at)
    leave_targets(adoption=row)
    clear_below(adoption=row)
    return row


@transaction.atomic
def decline(
    *, adoption: Adoption, reason: str, version: int | None = None, by: Member, at: datetime
) -> Adoption:
    """The place asks to be left out; the lead above is told."""
    row = programmes.decline(adoption=adoption, reason=reason, version=version, by=by, at=at)
    place = area_labels([row.area_id], clock.day_of(at))[row.area_id].full_name
    notices.tell_declined(row, place=place, reason=reason.strip(), at=at)
    return row


@transaction.atomic
def decide_on_decline(
    *, adoption: Adoption, is_excused: bool, note: str, by: Member, at: datetime
) -> Adoption:
    """The lead above excuses the place or asks it again; the place is told."""
    row = programmes.decide_on_decline(adoption=adoption, is_excused=is_excused, note=note, by=by, at=at)
    notices.tell_answered_decline(row, is_excused=is_excused, note=note.strip(), at=at)
    return row


@transaction.atomic
def confirm_parent(*, adoption: Adoption, by: Member, at: datetime) -> Adoption:
    """The place goes on with the parent's later edition; what it added and split stays."""
    row = programmes.confirm_parent(adoption=adoption, by=by, at=at)
    lay_out_adoption(row, at=at)
    return row
