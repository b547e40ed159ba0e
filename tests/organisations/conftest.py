"""The whole nation, for the few tests that are about it."""

import pytest

from phoihop.organisations.places.loading import load


@pytest.fixture
def whole_nation(db: None) -> None:
    """All places of both eras; about two seconds."""
    assert load()
