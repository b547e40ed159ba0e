"""How long `phoihop run` takes to the first page, on an empty folder and on a filled one."""

from benchmarks.measuring import once, show
from tests.hosting.installations import Installation

PROMISED = {"first start": 180, "later start": 6}


def main(installation: Installation) -> None:
    """The first start fills the folder; the later one only serves, and goes on."""
    for name, promised in PROMISED.items():
        installation.stop()
        seconds = once(lambda: (installation.start(), installation.page_status()))
        show(f"{name} to the first page", seconds, promised=promised)
