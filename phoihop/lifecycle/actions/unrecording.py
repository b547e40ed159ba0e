"""A recording taken back: the text is a draft again, and what it had laid out goes."""

from datetime import datetime

from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.lifecycle import edition_notices as notices
from phoihop.lifecycle.queries.amending import built_on_record
from phoihop.plans.actions.synchronising import drop_unbegun
from phoihop.programmes import actions as programmes
from phoihop.programmes.models import Edition, Programme
from phoihop.reports.actions.undoing import drop_unanswered
from phoihop.targets.actions.copying import copy_targets


@transaction.atomic
def undo_record(*, edition: Edition, reason: str, by: Member, at: datetime) -> Edition:
    """What `record_signed`, or a place's decision to adopt, brought into force is a draft again.

    Its reports and tasks, which nobody had begun, go; the recorded row stays as it is, marked. Answers the
    draft. Refused once somebody reported, worked on a task, recorded a figure, amended, handed down, planned
    or chased under it.
    """
    Programme.objects.select_for_update(of=("self",)).get(pk=edition.programme_id)
    what = built_on_record(edition)
    if what:
        raise Refused(f"Không hoàn tác được nữa: {', '.join(what)}.")
    begun = programmes.undo_record(edition=edition, reason=reason, by=by, at=at)
    copy_targets(source=begun.source, to=begun.edition, clauses=begun.clauses, keeps_spans=True)
    drop_unanswered(programme=begun.edition.programme)
    drop_unbegun(programme=begun.edition.programme)
    notices.tell_record_undone(begun.source, reason=reason, at=at)
    return begun.edition
