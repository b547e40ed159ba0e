"""Forty people at once, one page each three seconds, on the web server as it is installed."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.measuring import Raw, median, show, show_count
from benchmarks.nation.building import Nation
from benchmarks.nation.visitors import Visitor, visitors
from benchmarks.serving import Browser
from tests.hosting.installations import Installation

SECONDS = 60
SECONDS_A_PAGE = 0.25
MOST_QUERIES = 12


def main(nation: Nation, installation: Installation) -> None:
    """Queries and bytes of each page first, then all people together."""
    people = visitors(nation)
    _queries(people)
    _crowd(people, installation)


def _queries(people: Sequence[Visitor]) -> None:
    """The most any of three kinds of people needs for a page; asked inside this process."""
    most: dict[str, int] = {}
    for visitor in (people[0], people[1], people[-1]):
        client = Client()
        client.cookies["sessionid"] = visitor.session
        for name, path in visitor.pages.items():
            client.get(path)
            with CaptureQueriesContext(connection) as asked:
                client.get(path)
            most[name] = max(most.get(name, 0), len(asked))
    for name, count in most.items():
        show_count(f"queries of the page: {name}", count, "queries", promised=MOST_QUERIES)


def _crowd(people: Sequence[Visitor], installation: Installation) -> None:
    base = f"http://127.0.0.1:{installation.port}"
    bare = median(lambda: Browser(base).get("/static/core/img/mark.svg"))
    raw = Raw("raw file from the same server", bare)
    found = _measured(people, base)
    for name, taken in sorted(found["pages"].items()):
        show(f"  95 of 100 within: {name}", _percentile(taken, 95))
    everything = [seconds for taken in found["pages"].values() for seconds in taken]
    show(
        f"{len(people)} people, {len(everything)} pages: 95 of 100 within",
        _percentile(everything, 95), promised=SECONDS_A_PAGE, raw=raw,
    )  # fmt: skip
    show("  the middle one", _percentile(everything, 50))
    show_count("  pages that were no success", found["failed"], "pages", promised=0)
    show_count("  of a core taken by those who look", 100 * found["own"] / SECONDS, "%")


def _measured(people: Sequence[Visitor], base: str) -> dict[str, object]:  # type: ignore[type-arg]
    """In a process of its own, so that its work is not counted as the server's."""
    given = {
        "base": base,
        "seconds": SECONDS,
        "people": [{"session": v.session, "pages": list(v.pages.items())} for v in people],
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json") as kept:
        json.dump(given, kept)
        kept.flush()
        crowd = Path(__file__).with_name("crowd.py")
        said = subprocess.run([sys.executable, crowd, kept.name], capture_output=True, text=True, check=True)
    return dict(json.loads(said.stdout))


def _percentile(taken: Sequence[float], percent: int) -> float:
    return sorted(taken)[min(len(taken) - 1, len(taken) * percent // 100)]
