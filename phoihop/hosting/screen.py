"""What the person at the terminal sees: short Vietnamese lines, one for each step."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


def say(line: str = "") -> None:
    """One line, shown at once."""
    print(line, flush=True)


def complain(line: str) -> None:
    """The one line of a failure."""
    print(f"Lỗi: {line}", file=sys.stderr, flush=True)


@contextmanager
def step(name: str) -> Iterator[None]:
    """Show that a step is under way, then how long it took."""
    print(f"• {name} …", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print(flush=True)
        raise
    print(f" xong ({seconds(time.monotonic() - began)})", flush=True)


def seconds(duration: float) -> str:
    """A duration as Vietnamese writes it: 1,4 giây."""
    return f"{duration:.1f} giây".replace(".", ",")
