"""One installation for all short faults, on a copy of the migrated test database."""

import os
import uuid
from collections.abc import Iterator
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection

from tests.faults.sites import Site, prepared
from tests.hosting.conftest import KEPT
from tests.hosting.installations import Installation, free_port


@pytest.fixture(scope="module")
def database_url(django_db_setup: None) -> Iterator[str]:
    """A database of its own, copied while nobody is connected to the original."""
    name = f"phoihop_faults_{uuid.uuid4().hex[:8]}"
    source = connection.settings_dict["NAME"]
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]
    address = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(address._replace(path="/postgres").geturl(), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
        yield address._replace(path=f"/{name}").geturl()
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def site(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Running, with its worker, as `phoihop run` starts it."""
    static = KEPT / "test-static" / os.environ.get("PYTEST_XDIST_WORKER", "alone")
    settings = {"SAMPLE": "no", "PHOIHOP_STATIC": str(static), "DATABASE_URL": database_url}
    made = Installation(tmp_path_factory.mktemp("data"), free_port(), settings=settings)
    ids = prepared(made, database_url)
    made.start()
    yield Site(made, ids)
    made.stop()
