"""The day of every journey and picture: Thursday 10 December 2026, nine days before the quarter's reports."""

from datetime import datetime
from zoneinfo import ZoneInfo

from phoihop.core import clock

START = datetime(2026, 12, 10, 8, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def set_clock() -> None:
    """Let the one clock of this process start at START and run on from there."""
    real_now = clock.now
    shift = START - real_now()
    clock.now = lambda: real_now() + shift
    clock.today = lambda: clock.day_of(clock.now())
