"""One running copy and one browser for each file of journeys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys import system
from tests.journeys.browser import Person, launch
from tests.journeys.system import Site

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in this folder is a journey."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with system.running(system.filled()) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = launch(playwright.chromium)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def person(browser: Browser, site: Site) -> Callable[..., Person]:
    """Makes somebody at a browser of their own."""

    def make(**options: object) -> Person:
        return Person(browser, site.url, **options)

    return make
