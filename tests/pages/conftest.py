"""The filled database of the journeys, reached from inside; every request is undone after it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from phoihop.core import clock
from tests.journeys import system
from tests.journeys.frozen import START
from tests.pages.objects import Objects


@pytest.fixture(scope="module")
def objects(django_db_setup: None, django_db_blocker: Any) -> Iterator[Objects]:
    """One object of each kind, while Django speaks to a copy of the filled database."""
    source = system.filled()
    usual, files = connection.settings_dict["NAME"], settings.FILES
    with system.copied(source) as database, django_db_blocker.unblock():
        _speak_to(database)
        settings.FILES = source.folder / "files"
        yield source.objects
        settings.FILES = files
        _speak_to(usual)


def _speak_to(database: str) -> None:
    connection.close()
    connection.close_pool()
    connection.settings_dict["NAME"] = database


@pytest.fixture(autouse=True)
def _frozen_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: START)
    monkeypatch.setattr(clock, "today", lambda: date(START.year, START.month, START.day))
