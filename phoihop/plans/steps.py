"""Steps on an obstacle that a higher app takes: it registers them from its `apps.py`."""

from dataclasses import dataclass

from phoihop.core.access import AccessRule
from phoihop.core.member import Member


@dataclass(frozen=True, order=True)
class ObstacleStep:
    """A page the lead goes on to from an obstacle, addressed by its id."""

    order: int
    label: str
    url_name: str
    rule: AccessRule


_obstacle_steps: set[ObstacleStep] = set()


def add_obstacle_step(step: ObstacleStep) -> None:
    """Register a step; the same one twice stays one."""
    _obstacle_steps.add(step)


def obstacle_steps(member: Member) -> list[ObstacleStep]:
    """The steps this member may take, in order."""
    return sorted(step for step in _obstacle_steps if step.rule.allows(member))
