"""What was registered becomes tasks, once: made on acceptance, kept in step, taken out when undone."""

from datetime import datetime
from typing import Any

from django.db.models import ProtectedError

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.organisations.queries import area_labels
from phoihop.plans.models import RegistrationItem, RegistrationSheet, Task, TaskDecision
from phoihop.plans.statuses import TASK, TaskStatus
from phoihop.programmes.models import Edition
from phoihop.programmes.statuses import EditionStatus

REGISTER = "register"


def make_tasks(sheet: RegistrationSheet, *, by: Member, at: datetime) -> int:
    """A task for every item without one; an open task of a changed item is brought in step. How many new.

    The caller holds the sheet. Refused when the programme is no longer in force.
    """
    edition = _running(sheet)
    items = list(sheet.items.select_related("clause", "task").order_by("pk"))
    labels = area_labels({item.area_id for item in items if item.area_id}, clock.day_of(at))
    places = {pk: label.full_name for pk, label in labels.items()}
    clauses = dict(edition.clauses.values_list("key", "pk"))
    new = [item for item in items if item.task is None]
    for item in new:
        columns = _columns(item, places)
        clause_id = clauses.get(item.clause.key, item.clause_id)
        item.task = Task.objects.create(
            programme=edition.programme, clause_id=clause_id, body=sheet.body, is_sample=sheet.is_sample,
            **columns,
        )  # fmt: skip
        item.save(update_fields=["task"])
    changed = [item.task for item in items if item not in new and item.task and _keep_in_step(item, places)]
    _decide([item.task for item in new if item.task], REGISTER, by=by, at=at)
    _decide(changed, "change", by=by, at=at)
    return len(new)


def _running(sheet: RegistrationSheet) -> Edition:
    rows = Edition.objects.select_for_update(of=("self",), no_key=True).select_related("programme")
    row = rows.filter(programme=sheet.round.programme_id, status=EditionStatus.IN_FORCE).first()
    if row is None:
        raise Refused("Chương trình không còn hiệu lực nên không lập công việc từ bảng đăng ký.")
    return row


def _columns(item: RegistrationItem, places: dict[int, str]) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "title": item.content,
        "person_id": item.person_id,
        "place": places.get(item.area_id, "")[:200] if item.area_id else "",
        "starts_on": item.starts_on,
        "due_on": item.due_on,
        "planned_quantity": item.quantity,
        "planned_unit": item.quantity_unit,
    }


def _keep_in_step(item: RegistrationItem, places: dict[int, str]) -> bool:
    """Write a changed item into its open task; a finished or dropped task stays as it is."""
    task = item.task
    if task is None or not TASK.allows(task.status, "finish"):
        return False
    columns = {name: value for name, value in _columns(item, places).items() if getattr(task, name) != value}
    if not columns:
        return False
    for name, value in columns.items():
        setattr(task, name, value)
    task.version += 1
    task.save()
    return True


def unmake_tasks(sheet: RegistrationSheet) -> None:
    """Take the sheet's tasks out again; Refused when somebody did something with one of them."""
    tasks = Task.objects.select_for_update(of=("self",)).filter(registered_as__sheet=sheet)
    rows = list(tasks)
    touched = TaskDecision.objects.filter(task__in=rows).exclude(verb=REGISTER).exists()
    if touched or any(row.status != TaskStatus.PLANNED for row in rows):
        raise Refused("Đã có công việc được làm hoặc sửa nên không hoàn tác được; hãy mở sửa bảng đăng ký.")
    sheet.items.update(task=None)
    try:
        Task.objects.filter(pk__in=[row.pk for row in rows]).delete()
    except ProtectedError as error:
        raise Refused("Đã có việc khác gắn với công việc này nên không hoàn tác được.") from error


def drop_task(task: Task, *, by: Member, at: datetime) -> None:
    """The task of a content taken off the sheet is not done any more. Refused when it is finished."""
    row = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    if row.status == TaskStatus.DONE:
        raise Refused("Nội dung này đã làm xong nên không bỏ được.")
    if TASK.allows(row.status, "cancel"):
        row.status = TASK.after(row.status, "cancel")
        row.version += 1
        row.save()
        _decide([row], "cancel", note="Bỏ khỏi bảng đăng ký.", by=by, at=at)


def _decide(tasks: list[Task], verb: str, *, note: str = "", by: Member, at: datetime) -> None:
    TaskDecision.objects.bulk_create(
        TaskDecision(task=task, by_person_id=by.person_id, by_body_id=by.body_id, verb=verb, note=note, at=at)
        for task in tasks
    )
