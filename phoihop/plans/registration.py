"""Registration as plain values: what a round asks, what an item says, what a sheet falls short of. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from phoihop.core.periods import add_months
from phoihop.plans.statuses import RegistrationStatus, TaskKind


@dataclass(frozen=True)
class RoundContent:
    """A round of a year: due by the end of `due_on`; a sheet should hold so many items at so many places."""

    year: int
    due_on: date
    note: str = ""
    min_items: int = 0
    min_areas: int = 0
    rule_text: str = ""


@dataclass(frozen=True)
class ItemContent:
    """One content registered; `quantity` is in `quantity_unit`, ids are of rows of the system."""

    content: str
    clause_id: int
    due_on: date
    kind: TaskKind = TaskKind.WORK
    target_id: int | None = None
    area_id: int | None = None
    starts_on: date | None = None
    quantity: Decimal | None = None
    quantity_unit: str = ""
    person_id: int | None = None


class Asked(StrEnum):
    """Groups of units a round may ask at once."""

    PARTIES = "parties"
    OFFICES = "offices"
    UNDER = "under"
    BOARDS = "boards"

    @property
    def label(self) -> str:
        return _ASKED[self]


_ASKED = {
    Asked.PARTIES: "Các bên ký",
    Asked.OFFICES: "Cơ quan, phòng thuộc các bên",
    Asked.UNDER: "Đơn vị cùng ngành dọc ở cấp dưới",
    Asked.BOARDS: "Tổ chức ở khu dân cư",
}


class SheetState(StrEnum):
    """Where a sheet stands on a day, for the board and its filter."""

    MISSING = "missing"
    LATE = "late"
    RETURNED = "returned"
    SENT = "sent"
    ACCEPTED = "accepted"
    ENDED = "ended"

    @property
    def label(self) -> str:
        return _STATES[self][0]

    @property
    def colour(self) -> str:
        return _STATES[self][1]


_STATES = {
    SheetState.MISSING: ("chưa gửi", "secondary"),
    SheetState.LATE: ("quá hạn", "red"),
    SheetState.RETURNED: ("trả lại để bổ sung", "orange"),
    SheetState.SENT: ("đã gửi, chờ tiếp nhận", "blue"),
    SheetState.ACCEPTED: ("đã tiếp nhận", "green"),
    SheetState.ENDED: ("đơn vị đã kết thúc", "secondary"),
}


def sheet_state(status: str, *, due_on: date, today: date, is_ended: bool = False) -> SheetState:
    """A sheet not sent by the end of its due day is late, also one returned and not sent again.

    `is_ended`: its unit ended before it handed in, nothing is asked any more.
    """
    if is_ended:
        return SheetState.ENDED
    if status == RegistrationStatus.ACCEPTED:
        return SheetState.ACCEPTED
    if status == RegistrationStatus.SENT:
        return SheetState.SENT
    if due_on < today:
        return SheetState.LATE
    return SheetState.RETURNED if status == RegistrationStatus.RETURNED else SheetState.MISSING


@dataclass(frozen=True)
class Placed:
    """What the rules look at in an item: where and when."""

    area_id: int | None
    due_on: date


def shortfalls(items: Collection[Placed], *, year: int, min_items: int, min_areas: int) -> list[str]:
    """What the programme asks of a sheet and it does not hold yet, as sentences; warnings, not refusals."""
    said = []
    if len(items) < min_items:
        said.append(f"Mới đăng ký {len(items)} nội dung, chương trình yêu cầu ít nhất {min_items:02d}.")
    places = len({item.area_id for item in items if item.area_id is not None})
    if places < min_areas:
        said.append(f"Mới chọn {places} địa bàn cụ thể, chương trình yêu cầu ít nhất {min_areas:02d}.")
    outside = sum(item.due_on.year != year for item in items)
    if outside:
        said.append(f"Có {outside} nội dung hẹn xong ngoài năm {year}.")
    return said


def percent_of(count: int, total: int) -> Decimal:
    """A count as a percentage of all, for drawing; nothing of nothing is 0."""
    return Decimal(count * 100) / total if total else Decimal(0)


def next_year(day: date) -> date:
    """The same day a year later; 29 February becomes 28."""
    return add_months(day, 12)


def listed(names: Iterable[str], *, most: int = 5) -> str:
    """Names for a sentence: the first few, then how many more."""
    given = list(names)
    more = f" và {len(given) - most} đơn vị khác" if len(given) > most else ""
    return ", ".join(given[:most]) + more
