"""Take the time of something several times and print one line: figure, budget, ratio to the raw limit."""

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROUNDS = 10
_MISSED: list[str] = []


@dataclass(frozen=True)
class Raw:
    """The least the machine needs for the same rows or bytes, measured in the same run."""

    what: str
    seconds: float


def median(work: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """Seconds of the middle one of several rounds."""
    return statistics.median(once(work) for _ in range(rounds))


def median_of(found: Sequence[float]) -> float:
    """The middle one of seconds already taken."""
    return statistics.median(found)


def once(work: Callable[[], object]) -> float:
    """Seconds of one round."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def show(
    what: str, seconds: float, *, promised: float | None = None, ratio: float | None = None,
    raw: Raw | None = None,
) -> None:  # fmt: skip
    """One line: what, how long, what is promised, how many times the raw limit (at most `ratio` of it)."""
    times = seconds / raw.seconds if raw and raw.seconds else None
    is_missed = (promised is not None and seconds > promised) or (
        ratio is not None and times is not None and times > ratio
    )
    words = [
        "" if promised is None else f"promised {promised:g} s",
        "" if times is None or raw is None else f"{times:.1f} x {raw.what} ({raw.seconds:.4f} s)",
        "" if ratio is None else f"promised {ratio:g} x",
    ]
    _line(f"{what:<64} {seconds:9.4f} s", words, is_missed=is_missed, what=what)


def show_count(what: str, count: float, unit: str, *, promised: float | None = None, note: str = "") -> None:
    """One line of something that is not a time: at most `promised` of it."""
    words = ["" if promised is None else f"promised {promised:g}", note]
    is_missed = promised is not None and count > promised
    _line(f"{what:<64} {count:9.4g} {unit}", words, is_missed=is_missed, what=what)


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _line(start: str, words: list[str], *, is_missed: bool, what: str) -> None:
    if is_missed:
        _MISSED.append(what)
    end = "   ".join([*filter(None, words), *(["MISSED"] if is_missed else [])])
    say(f"{start}   {end}".rstrip())


def show_machine() -> None:
    """On what is measured, and what else keeps it busy."""
    say(
        f"machine: {_processor()}, {os.cpu_count()} cores, {psutil.virtual_memory().total / 1e9:.0f} GB, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    )
    show_load("at the start")


def show_load(when: str) -> None:
    """The load average of the last minute: above 1 before anything is measured, others are at work."""
    say(f"load average {when}: {os.getloadavg()[0]:.2f}")


def show_missed() -> None:
    """The budgets that were missed, once more."""
    say("every budget is kept" if not _MISSED else "missed: " + "; ".join(_MISSED))


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    except OSError:
        names = []
    return names[0] if names else platform.machine()
