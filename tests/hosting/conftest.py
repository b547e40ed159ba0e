"""Servers and installations that leave nothing behind."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hosting.installations import Installation, free_port, remove_server

KEPT = Path(__file__).parents[2] / ".cache"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """The home of a server; for root the folder behind the link is removed too."""
    place = tmp_path / "postgres"
    yield place
    remove_server(place)


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One for all tests that run the whole programme; style sheets are gathered once and kept."""
    static = KEPT / "test-static" / os.environ.get("PYTEST_XDIST_WORKER", "alone")
    settings = {"SAMPLE": "no", "PHOIHOP_STATIC": str(static)}
    made = Installation(tmp_path_factory.mktemp("data"), free_port(), settings=settings)
    yield made
    made.stop()
    remove_server(made.data / "postgres")
