"""What a task is to cost, line by line, and what it did cost."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.numbers import decimal_words
from phoihop.plans import permissions
from phoihop.plans.actions.tasks import decide, locked_task
from phoihop.plans.models import CostLine, Task
from phoihop.plans.occasions import CostContent

MOST = 10**15


@transaction.atomic
def add_cost(*, task: Task, content: CostContent, by: Member, at: datetime) -> CostLine:
    """A line of the estimate, in whole đồng; the same content from the same source is written once."""
    row = _held(task, by=by)
    _check(content)
    columns = _columns(content)
    _refuse_twice(row, columns)
    line = CostLine.objects.create(task=row, **columns)
    decide(row, "cost_add", note=_named(line), by=by, at=at)
    return line


@transaction.atomic
def change_cost(*, line: CostLine, content: CostContent, version: int, by: Member, at: datetime) -> CostLine:
    """Other amounts or words; the actual amount is given here once known, also after the task is done."""
    task = _held(line.task, by=by)
    row = _locked(line, version=version)
    _check(content)
    columns = _columns(content)
    _refuse_twice(task, columns, but=row.pk)
    for name, value in columns.items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    decide(task, "cost_change", note=_named(row), by=by, at=at)
    return row


@transaction.atomic
def remove_cost(*, line: CostLine, version: int, by: Member, at: datetime) -> None:
    """Take a line off; the history keeps what it said."""
    task = _held(line.task, by=by)
    row = _locked(line, version=version)
    decide(task, "cost_remove", note=_named(row), by=by, at=at)
    row.delete()


def _held(task: Task, *, by: Member) -> Task:
    row = locked_task(task)
    if not permissions.can_work_on(by, row):
        raise PermissionDenied
    return row


def _locked(line: CostLine, *, version: int) -> CostLine:
    row = CostLine.objects.select_for_update(of=("self",)).get(pk=line.pk)
    if row.version != version:
        raise Conflict("Khoản chi")
    return row


def _columns(content: CostContent) -> dict[str, object]:
    return vars(content) | {
        "content": " ".join(content.content.split()),
        "source_name": " ".join(content.source_name.split()),
    }


def _check(content: CostContent) -> None:
    if not content.content.strip():
        raise Refused("Hãy ghi nội dung chi.")
    for amount in (content.estimate, content.actual):
        if amount is not None and not 0 <= amount <= MOST:
            raise Refused("Số tiền phải từ 0 đồng trở lên.")


def _refuse_twice(task: Task, columns: dict[str, object], *, but: int = 0) -> None:
    same = {name: columns[name] for name in ("content", "source", "source_name")}
    if task.costs.filter(**same).exclude(pk=but).exists():
        raise Refused("Khoản chi này đã có, cùng nội dung và nguồn.")


def _named(line: CostLine) -> str:
    spent = "" if line.actual is None else f", thực chi {decimal_words(line.actual)} đồng"
    source = f"{line.get_source_display()} {line.source_name}".strip()
    return f"{line.content}: {decimal_words(line.estimate)} đồng ({source}){spent}"
