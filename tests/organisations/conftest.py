"""The whole nation, for the few tests that are about it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from phoihop.organisations.places.loading import load


@pytest.fixture(scope="module")
def loaded_nation(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """All places of both eras, loaded once for a file (about two seconds) and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def whole_nation(loaded_nation: None, db: None) -> None:
    """Each test sees the loaded places and leaves them as they were."""
