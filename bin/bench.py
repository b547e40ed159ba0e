"""`make bench`: the figures this product promises, measured on this machine.

`bin/bench.py [--every N] [NAME…]` measures only the parts named; with --every only each N-th commune is in
the made-up nation.
"""

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import django

from benchmarks import measuring
from phoihop.hosting import location
from tests.hosting.installations import Installation, free_port, remove_server

ALONE = ("reading", "checking", "ocr", "forecasting")
"""Pure: no database."""
INSTALLED = ("starting", "obligations", "handing_down", "serving")
"""In an installation of its own with the sample, removed at the end."""
NATION = ("recomputing", "accepting", "owing", "importing", "writing", "visiting", "weighing")
"""In that installation, after the nation was made in it."""
SECONDS_FOR_NATION = 300


def main(arguments: Sequence[str]) -> int:
    """All parts, or those named; a part that fails is said and the others go on."""
    given = _asked(arguments)
    wanted: list[str] = given.names or [*ALONE, *INSTALLED, *NATION]
    measuring.show_machine()
    failed = [name for name in ALONE if name in wanted and not _done(name)]
    if not set(wanted) <= set(ALONE):
        with tempfile.TemporaryDirectory() as folder:
            failed += _installed(Path(folder), wanted, every=given.every)
    measuring.show_load("at the end")
    measuring.show_missed()
    if failed:
        measuring.say(f"not measured: {', '.join(failed)}")
    return 1 if failed else 0


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args(arguments)
    unknown = set(given.names) - {*ALONE, *INSTALLED, *NATION}
    if unknown:
        parser.error(
            f"unknown: {', '.join(sorted(unknown))}; known: {', '.join([*ALONE, *INSTALLED, *NATION])}"
        )
    return given


def _done(name: str, *given: object) -> bool:
    """Run one part; whether it came to its end."""
    measuring.say(f"== {name}")
    try:
        import_module(f"benchmarks.{name}").main(*given)
    except Exception:  # noqa: BLE001 - one part must not take the others with it
        traceback.print_exc()
        return False
    return True


def _installed(folder: Path, wanted: Sequence[str], *, every: int) -> list[str]:
    installation = Installation(folder, free_port())
    try:
        if "starting" in wanted:
            failed = [] if _done("starting", installation) else ["starting"]
        else:
            failed = []
            installation.start()
        _enter(installation)
        return failed + _inside(installation, wanted, every=every)
    finally:
        installation.stop()
        remove_server(installation.data / "postgres")


def _enter(installation: Installation) -> None:
    """Django comes late: its settings need the address of the running server.

    Each thread has a connection of its own, as each web worker has.
    """
    os.environ["PHOIHOP_DATA"] = str(installation.data)
    os.environ["DATABASE_URL"] = location.embedded_url(installation.data / "postgres")
    os.environ["DJANGO_SETTINGS_MODULE"] = "phoihop.settings"
    django.setup()
    from django.db import connection

    connection.settings_dict["OPTIONS"].pop("pool", None)


def _inside(installation: Installation, wanted: Sequence[str], *, every: int) -> list[str]:
    given: dict[str, tuple[object, ...]] = {"serving": (installation,)}
    names = [name for name in INSTALLED[1:] if name in wanted]
    failed = [name for name in names if not _done(name, *given.get(name, ()))]
    rest = [name for name in NATION if name in wanted]
    return failed + (_of_nation(installation, rest, every=every) if rest else [])


def _of_nation(installation: Installation, names: Sequence[str], *, every: int) -> list[str]:
    from benchmarks.nation import building

    measuring.say("== nation")
    nation = None

    def build() -> None:
        nonlocal nation
        nation = building.build(every=every)

    measuring.show("the nation made up", measuring.once(build), promised=SECONDS_FOR_NATION)
    more: dict[str, tuple[object, ...]] = {"visiting": (installation,), "weighing": (installation,)}
    return [name for name in names if not _done(name, nation, *more.get(name, ()))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
