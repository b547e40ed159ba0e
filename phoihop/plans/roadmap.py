"""Where a milestone of the roadmap stands. Pure."""

from datetime import date
from enum import StrEnum


class MilestoneState(StrEnum):
    """What became of a milestone, or may still."""

    REACHED = "reached"
    CARRIED = "carried"
    LATE = "late"
    OPEN = "open"

    @property
    def label(self) -> str:
        return _STATES[self][0]

    @property
    def colour(self) -> str:
        return _STATES[self][1]


_STATES = {
    MilestoneState.REACHED: ("đã đạt", "green"),
    MilestoneState.CARRIED: ("chuyển tiếp", "purple"),
    MilestoneState.LATE: ("chưa đạt, quá hạn", "red"),
    MilestoneState.OPEN: ("đang thực hiện", "blue"),
}


def milestone_state(*, is_reached: bool, is_carried: bool, due_on: date, today: date) -> MilestoneState:
    """Reached by hand or by figures; else gone on to another year; else late after its day."""
    if is_reached:
        return MilestoneState.REACHED
    if is_carried:
        return MilestoneState.CARRIED
    return MilestoneState.LATE if due_on < today else MilestoneState.OPEN
