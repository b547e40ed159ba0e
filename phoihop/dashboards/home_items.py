"""The lines of "Việc của tôi": pure, from rows already read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

SOON_DAYS = 7


@dataclass(frozen=True)
class WorkItem:
    """Something somebody has to do: `day` orders it, `is_waiting` says that others wait for a word.

    `url_name` with `url_id` is where it is done; `is_post` means that the step itself begins it. `owed_id` is
    the report whose last day is explained on a page of its own.
    """

    kind: str
    icon: str
    title: str
    programme: str
    day: date
    day_words: str
    url_name: str
    url_id: int
    action: str
    note: str = ""
    status: str = ""
    colour: str = "secondary"
    owed_id: int | None = None
    is_post: bool = False
    is_waiting: bool = False
    is_returned: bool = False
    is_sample: bool = False


@dataclass(frozen=True)
class Group:
    """Items of one urgency, by date."""

    title: str
    colour: str
    items: list[WorkItem]


def grouped(items: Iterable[WorkItem], *, today: date) -> list[Group]:
    """What is late or sent back, what others wait for, this week, later; empty groups are left out."""
    late: list[WorkItem] = []
    waiting: list[WorkItem] = []
    soon: list[WorkItem] = []
    later: list[WorkItem] = []
    for item in sorted(items, key=lambda item: (item.day, item.title)):
        _place(item, (item.day - today).days, late, waiting, soon, later)
    found = [
        Group("Cần làm ngay", "red", late),
        Group("Chờ ý kiến, chữ ký của đơn vị", "purple", waiting),
        Group(f"Trong {SOON_DAYS} ngày tới", "yellow", soon),
        Group("Sau đó", "blue", later),
    ]
    return [group for group in found if group.items]


def _place(item: WorkItem, days: int, *groups: list[WorkItem]) -> None:
    late, waiting, soon, later = groups
    if item.is_waiting:
        waiting.append(item)
    elif item.is_returned or days <= 0:
        late.append(item)
    else:
        (soon if days <= SOON_DAYS else later).append(item)


def due_words(due_on: date, today: date) -> str:
    """ "hạn cuối: hết ngày 19/3, còn 5 ngày"; the year only where it is not this one."""
    return f"hạn cuối: hết ngày {day_words(due_on, today)}, {_left_words((due_on - today).days)}"


def _left_words(days: int) -> str:
    if days < 0:
        return f"quá hạn {-days} ngày"
    return f"còn {days} ngày" if days else "hạn hôm nay"


def day_words(day: date, today: date) -> str:
    """19/3, with the year where it is not this one."""
    return f"{day.day}/{day.month}" + ("" if day.year == today.year else f"/{day.year}")
