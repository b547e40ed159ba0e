"""Tasks from the items of a plan in force: made once however often asked, taken back while untouched."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max, ProtectedError

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.lifecycle import plan_notices
from phoihop.lifecycle.queries.plan_items import PlanItem, plan_items
from phoihop.plans.actions.tasks import works_for
from phoihop.plans.models import CostLine, Task, TaskDecision
from phoihop.plans.statuses import TaskKind, TaskStatus
from phoihop.programmes import permissions
from phoihop.programmes.actions.locking import decide
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.queries import current_edition
from phoihop.programmes.statuses import EditionStatus

_VERB = "from_plan"


@dataclass(frozen=True)
class TaskPreview:
    """What making tasks would do: (item, body) still without one, those that have one, tasks left over.

    Left over are open tasks of items that a later edition of the plan no longer has.
    """

    missing: list[tuple[PlanItem, int]]
    there: int
    left_over: list[Task]


def preview_tasks(edition: Edition, *, today: date) -> TaskPreview:
    """Nothing is written; eight queries."""
    items = plan_items(edition, on=today)
    wanted = [(item, body) for item in items for body in item.lead_ids]
    plans = {item.plan_id for item in items} | {edition.programme_id}
    rows = list(Task.objects.filter(plan__in=plans, continues=None))
    known = {(row.plan_id, row.plan_key, row.body_id) for row in rows}
    missing = [(item, body) for item, body in wanted if (item.plan_id, item.key, body) not in known]
    keys = {item.key for item in items}
    own = [row for row in rows if row.plan_id == edition.programme_id and row.plan_key not in keys]
    open_ = [row for row in own if row.status in {TaskStatus.PLANNED, TaskStatus.DOING}]
    return TaskPreview(missing, len(wanted) - len(missing), open_)


@transaction.atomic
def make_plan_tasks(*, plan: Programme, by: Member, at: datetime) -> int:
    """A task for each item and the body that leads it; returns how many were made, 0 the second time.

    An item an implementation plan took over from the joint plan has one task, whichever plan made it.
    The programme's row is locked, so of two at once the second finds the first's tasks.
    """
    edition = _locked_in_force(plan)
    if not permissions.can_lead(by, plan):
        raise PermissionDenied
    Programme.objects.select_for_update(of=("self",), no_key=True).get(pk=edition.programme.under_id)
    missing = preview_tasks(edition, today=clock.day_of(at)).missing
    made = Task.objects.bulk_create(_task(item, body, edition, at=at) for item, body in missing)
    for task, (item, body) in zip(made, missing, strict=True):
        task.coordinators.set([one for one in item.coordinator_ids if one != body])
    CostLine.objects.bulk_create(
        _cost(task, item) for task, (item, _) in zip(made, missing, strict=True) if _has_cost(item)
    )
    TaskDecision.objects.bulk_create(
        TaskDecision(
            task=task, by_person_id=by.person_id, by_body_id=by.body_id, verb=_VERB, note=plan.name, at=at
        )
        for task in made
    )
    if made:
        decide(edition, "make_tasks", by=by, at=at, note=f"{len(made)} việc")
        plan_notices.tell_tasks(plan, made, at=at)
    return len(made)


@transaction.atomic
def undo_plan_tasks(*, plan: Programme, by: Member, at: datetime) -> int:
    """Take the tasks of the last making away again; Refused once somebody worked on one of them."""
    edition = _locked_in_force(plan)
    if not permissions.can_lead(by, plan):
        raise PermissionDenied
    rows = last_making(plan)
    touched = [row for row in rows if row.status != TaskStatus.PLANNED or row.version > 1]
    if not rows:
        raise Refused("Không có công việc nào lập từ kế hoạch này để hoàn tác.")
    if touched:
        raise Refused(f"Đã có {len(touched)} việc được làm hoặc sửa nên không hoàn tác được.")
    try:
        Task.objects.filter(pk__in=[row.pk for row in rows]).delete()
    except ProtectedError as error:
        raise Refused("Đã có việc khác gắn với các công việc này nên không hoàn tác được.") from error
    decide(edition, "undo_tasks", by=by, at=at, note=f"{len(rows)} việc")
    return len(rows)


def last_making(plan: Programme) -> list[Task]:
    """The tasks made by the last act from this plan's page; two queries."""
    made = TaskDecision.objects.filter(task__plan=plan, verb=_VERB)
    last = made.aggregate(at=Max("at"))["at"]
    rows = Task.objects.filter(plan=plan, decisions__verb=_VERB, decisions__at=last)
    return list(rows.distinct()) if last else []


def _locked_in_force(plan: Programme) -> Edition:
    rows = Edition.objects.select_for_update(of=("self",), no_key=True)
    row = rows.select_related("programme__under").get(pk=current_edition(plan).pk)
    if row.status != EditionStatus.IN_FORCE or not row.programme.is_plan:
        raise Refused("Kế hoạch chưa có hiệu lực nên chưa lập được công việc.")
    return row


def _task(item: PlanItem, body: int, edition: Edition, *, at: datetime) -> Task:
    proposal = item.proposal
    assert edition.programme.under is not None
    task = Task(
        programme=edition.programme.under,
        clause=item.clause,
        plan_id=item.plan_id,
        plan_key=item.key,
        kind=TaskKind.WORK,
        title=item.text[:300],
        body_id=body,
        due_on=edition.period_end or clock.day_of(at),
        is_sample=edition.is_sample,
    )
    if proposal is not None:
        task.kind, task.title, task.place = proposal.kind, proposal.content, proposal.place
        task.starts_on, task.due_on = proposal.starts_on, proposal.ends_on
        task.planned_quantity, task.planned_unit = proposal.target_value, proposal.target_unit
        stays = proposal.person_id is not None and body == proposal.body_id
        if stays and works_for(proposal.person_id or 0, proposal.body, at=at):
            task.person_id = proposal.person_id
    return task


def _has_cost(item: PlanItem) -> bool:
    return item.proposal is not None and item.proposal.cost is not None


def _cost(task: Task, item: PlanItem) -> CostLine:
    assert item.proposal is not None
    assert item.proposal.cost is not None
    return CostLine(
        task=task,
        content=item.proposal.content,
        source=item.proposal.cost_source,
        source_name=item.proposal.cost_source_name,
        estimate=item.proposal.cost,
    )
