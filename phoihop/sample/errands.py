"""Tasks of the sixth programme: some done, one under way, some to come, around today."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from phoihop.core import clock
from phoihop.core.calendars import WorkingCalendar
from phoihop.organisations.models import BodyKind
from phoihop.plans import actions as plans
from phoihop.plans.content import Outcome, TaskContent
from phoihop.plans.models import Task
from phoihop.plans.statuses import TaskKind
from phoihop.programmes.models import Clause, Edition
from phoihop.sample.accounts import VILLAGES
from phoihop.sample.acting import moment
from phoihop.sample.people import Cast


@dataclass(frozen=True)
class _Errand:
    """A task `days` from today (negative: done by then) of a body, or of a village's board."""

    path: str
    kind: TaskKind
    title: str
    body: BodyKind
    by: str
    days: int
    attendance: int | None = None
    result: str = ""
    village: str = ""
    person: str = ""


_ERRANDS = (
    _Errand("II.1", TaskKind.TRAINING, "Tuyên truyền Luật Phòng, chống bạo lực gia đình",
            BodyKind.WOMENS_UNION, "phunu", -12, 68, "Tổ chức tại nhà văn hóa thôn Phú Lâm."),
    _Errand("II.5.1", TaskKind.EVENT, "Ra quân chăm sóc đường hoa", BodyKind.WOMENS_UNION,
            "phunu", -6, 45, "Chăm sóc 1,2 km đường hoa liên thôn."),
    _Errand("II.1", TaskKind.TRAINING, "Tuyên truyền bảo hiểm y tế hộ gia đình", BodyKind.FRONT_COMMITTEE,
            "canbomattran", -9, 120, "Phối hợp với Bảo hiểm xã hội khu vực."),
    _Errand("II.4.2", TaskKind.WORK, "Bàn giao con giống cho hộ phụ nữ nghèo",
            BodyKind.WOMENS_UNION, "phunu", 5),
    _Errand("II.5.2", TaskKind.EVENT, "Chủ nhật xanh tháng này", BodyKind.YOUTH_UNION, "thanhnien", 3),
    _Errand("II.4.1", TaskKind.INSPECTION, "Rà soát hộ nghèo cuối năm",
            BodyKind.FRONT_COMMITTEE, "canbomattran", 12),
    _Errand("II.2", TaskKind.MEETING, "Gặp mặt hộ kinh doanh đủ điều kiện lập doanh nghiệp",
            BodyKind.PEOPLES_COMMITTEE, "vanphong", 8),
    _Errand("II.5.2", TaskKind.EVENT, "Ra quân vệ sinh đường làng thôn Phú Lâm", BodyKind.FRONT_WORK_BOARD,
            "canbomattran", 4, village=VILLAGES[0], person="truongthon"),
)  # fmt: skip


def plan(cast: Cast, edition: Edition, now: datetime) -> None:
    """Create the tasks; those in the past, and the meetings the text asked for by now, are finished."""
    calendar = WorkingCalendar()
    for errand in _ERRANDS:
        day = calendar.previous_working(clock.day_of(now) + timedelta(days=errand.days))
        _run(errand, cast, edition, day, now)
    asked = Task.objects.filter(programme=edition.programme, duty__isnull=False, due_on__lt=clock.day_of(now))
    for task in asked.select_related("body"):
        _hold(task, cast)


def _hold(task: Task, cast: Cast) -> None:
    member = cast.acting("vanphong" if task.body.kind == BodyKind.PEOPLES_COMMITTEE else "canbomattran")
    words = "Đã họp liên tịch, thống nhất nhiệm vụ 6 tháng tiếp theo."
    outcome = Outcome(task.due_on, words, Decimal(1), "cuộc", 24)
    plans.finish(task=task, outcome=outcome, by=member, at=moment(task.due_on, 16))


def _run(errand: _Errand, cast: Cast, edition: Edition, day: date, now: datetime) -> None:
    member = cast.acting(errand.by)
    clause = Clause.objects.filter(edition=edition, path=errand.path).order_by("order")[0]
    made = min(moment(day - timedelta(days=10), 9), now)
    content = TaskContent(
        errand.kind,
        errand.title,
        due_on=day,
        person_id=cast.acting(errand.person or errand.by).person_id,
        place="xã Lam Sơn",
    )
    body = cast.villages[errand.village] if errand.village else cast.bodies[errand.body]
    task = plans.create_task(clause=clause, body=body, content=content, by=member, at=made)
    if errand.days < 0:
        outcome = Outcome(day, errand.result, Decimal(1), "buổi", errand.attendance)
        plans.finish(task=task, outcome=outcome, by=member, at=min(moment(day, 17), now))
