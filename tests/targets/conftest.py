"""A running programme of the UBND and the Front of a commune, seen on 2 April 2026."""

from datetime import date

import pytest

from phoihop.core import clock
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Edition
from tests.programmes import factories as programmes
from tests.targets import factories


@pytest.fixture
def april(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 4, 2))
    monkeypatch.setattr(clock, "now", lambda: factories.AT)


@pytest.fixture
def draft(db: None) -> Edition:
    """A draft of the UBND (lead), the Front and the women's union."""
    lead = programmes.body()
    front = programmes.body(BodyKind.FRONT_COMMITTEE, lead.area)
    women = programmes.body(BodyKind.WOMENS_UNION, lead.area)
    return programmes.edition(lead=lead, parties=[lead, front, women])
