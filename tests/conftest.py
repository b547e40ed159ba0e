"""The ground all tests stand on: a real PostgreSQL, files in a temporary folder, cheap passwords."""

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from psycopg.conninfo import conninfo_to_dict

from phoihop.hosting.throwaway import throwaway_server
from tests.scheduling import TogetherScheduling

# How long an example takes says how busy the machine is, no more.
hypothesis.settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("untimed")
SERVER_HOME = Path(__file__).parents[1] / ".cache" / "test-postgres"


def pytest_configure(config: pytest.Config) -> None:
    """Start the server once, in the process that the person started: xdist's workers inherit DATABASE_URL."""
    stay = ExitStack()
    config.add_cleanup(stay.close)
    if not os.environ.get("DATABASE_URL"):
        use_database(stay.enter_context(throwaway_server(SERVER_HOME)))
    keep_files_apart(Path(stay.enter_context(tempfile.TemporaryDirectory(prefix="phoihop-test-"))))
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> TogetherScheduling:
    """Who runs what when the tests run in several processes."""
    return TogetherScheduling(config, log)


def use_database(url: str) -> None:
    """The settings were read before this file, so the address also goes into them."""
    os.environ["DATABASE_URL"] = url
    parts = conninfo_to_dict(url)
    settings.DATABASES["default"].update(
        NAME=parts["dbname"], USER=parts["user"], PASSWORD=parts["password"], HOST=parts["host"], PORT=""
    )


def keep_files_apart(folder: Path) -> None:
    """No test writes into the data folder, and none needs `collectstatic`."""
    settings.FILES = folder
    settings.STATIC_ROOT = folder / "static"
    settings.STATIC_ROOT.mkdir()
    settings.STORAGES["default"]["OPTIONS"]["location"] = folder
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
