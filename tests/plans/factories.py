"""Tasks for tests, through the actions; programmes come from tests.programmes.factories."""

from datetime import UTC, date, datetime
from typing import Any

from phoihop.organisations.models import Body
from phoihop.plans import actions
from phoihop.plans.content import Outcome, TaskContent
from phoihop.plans.models import Task
from phoihop.plans.statuses import TaskKind
from phoihop.programmes.models import Edition
from tests.programmes import factories as programmes

AT = datetime(2026, 4, 2, 2, 0, tzinfo=UTC)


def content(title: str = "Tuyên truyền Luật Bảo vệ môi trường", **fields: Any) -> TaskContent:
    values: dict[str, Any] = {"kind": TaskKind.TRAINING, "due_on": date(2026, 3, 20)} | fields
    return TaskContent(title=title, **values)


def task(edition: Edition, body: Body | None = None, *, path: str = "II.1", **fields: Any) -> Task:
    """A task under II.1 of an edition in force, by default the lead's, due 20 March 2026."""
    body = body or edition.programme.lead
    by = fields.pop("by", None) or programmes.member(body)
    clause = programmes.clause(edition, path)
    return actions.create_task(clause=clause, body=body, content=content(**fields), by=by, at=AT)


def outcome(**fields: Any) -> Outcome:
    values: dict[str, Any] = {"finished_on": date(2026, 3, 18), "result": "đã phát 200 tờ rơi"} | fields
    return Outcome(**values)


def finished(edition: Edition, body: Body | None = None, *, path: str = "II.1", **fields: Any) -> Task:
    """A task finished on 18 March 2026; `fields` of the outcome and of the task."""
    names = {"finished_on", "result", "quantity", "quantity_unit", "attendance", "evidence"}
    result = {name: fields.pop(name) for name in names & fields.keys()}
    made = task(edition, body, path=path, **fields)
    return actions.finish(task=made, outcome=outcome(**result), by=programmes.member(made.body), at=AT)
