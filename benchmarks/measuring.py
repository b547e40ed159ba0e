"""Take the time of something several times and print one line."""

import statistics
import sys
import time
from collections.abc import Callable

ROUNDS = 10


def median(work: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """Seconds of the middle one of several rounds."""
    return statistics.median(once(work) for _ in range(rounds))


def once(work: Callable[[], object]) -> float:
    """Seconds of one round."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def show(what: str, seconds: float, *, promised: float | None = None) -> None:
    """One line: what, how long, and what is promised where something is."""
    promise = (
        "" if promised is None else f"   promised {promised:g} s{'' if seconds <= promised else '   MISSED'}"
    )
    sys.stdout.write(f"{what:<64} {seconds:9.3f} s{promise}\n")
    sys.stdout.flush()
