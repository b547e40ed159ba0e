"""What a person decides when a programme is renewed or succeeded, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from phoihop.organisations.models import Area, Body


@dataclass(frozen=True)
class RenewalPlan:
    """The new programme, and who takes the place of each body of the old one; None leaves a body out."""

    name: str
    title: str
    area: Area
    lead: Body
    period_start: date
    period_end: date
    bodies: Mapping[int, Body | None]
