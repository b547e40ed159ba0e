"""Thu hồi: an edition is withdrawn by a legal document; what it still asked for ends, and comes back."""

from datetime import date, datetime, timedelta

from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.lifecycle import edition_notices as notices
from phoihop.lifecycle.handing_down_notices import tell_parent_ended
from phoihop.plans.actions import end_tasks
from phoihop.plans.actions.handing_over import HandedOver, take_tasks_back
from phoihop.plans.models import Task
from phoihop.programmes import actions as programmes
from phoihop.programmes.actions.locking import decide
from phoihop.programmes.models import Edition, EditionDecision
from phoihop.reports.actions import end_obligations
from phoihop.reports.actions.succeeding import owed_under
from phoihop.reports.actions.undoing import undo_inheritance


@transaction.atomic
def withdraw_edition(
    *, edition: Edition, on: date, document: str, reason: str, by: Member, at: datetime
) -> Edition:
    """The edition holds no longer from `on` (programmes.withdraw): reports and tasks due from then on end.

    What was due before stays owed and counted.
    """
    row = programmes.withdraw(edition=edition, on=on, document=document, reason=reason, by=by, at=at)
    last_day = on - timedelta(days=1)
    words = f"Thu hồi theo {document.strip()}: {reason.strip()}"
    open_before = _open_obligations(row)
    tasks = Task.objects.open().filter(programme=row.programme_id, due_on__gt=last_day)
    before = {pk: [body, status] for pk, body, status in tasks.values_list("pk", "body_id", "status")}
    end_obligations(edition=row, on=on, reason=words, by=by, at=at)
    end_tasks(programme=row.programme, on=last_day, reason=words, by=by, at=at)
    ended = sorted(open_before - _open_obligations(row))
    data = {"ended": ended, "tasks": before}
    note = f"{len(ended)} báo cáo và {len(before)} công việc thôi phải làm"
    decide(row, "end_duties", by=by, at=at, note=note, data=data)
    notices.tell_withdrawn(row, words, at=at)
    tell_parent_ended(row.programme, reason=words, at=at)
    return row


def _open_obligations(edition: Edition) -> set[int]:
    rows = owed_under(edition.programme_id).filter(ended_on=None)
    return set(rows.values_list("pk", flat=True))


@transaction.atomic
def undo_withdrawal(*, edition: Edition, reason: str, by: Member, at: datetime) -> Edition:
    """Everything as before the withdrawal; refused once another programme goes on from this one."""
    if edition.programme.renewals.exists():
        raise Refused("Đã có chương trình tiếp nối nên không hoàn tác được.")
    row = programmes.undo_withdraw(edition=edition, reason=reason, by=by, at=at)
    done = EditionDecision.objects.filter(edition=row, verb="end_duties").latest("at", "pk")
    undo_inheritance(made=[], ended=done.data["ended"], by=by, at=at)
    before = {int(task): (body, status) for task, (body, status) in done.data["tasks"].items()}
    take_tasks_back(programme=row.programme, handed=HandedOver(before, []), note=reason, by=by, at=at)
    notices.tell_withdrawal_undone(row, reason=reason, at=at)
    return row
