"""The working calendar as data: holidays and swapped days with their source, loaded as often as one likes."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from phoihop.reports.models import CalendarDay

CALENDAR_FILE = Path(__file__).parents[1] / "data" / "calendar_days.csv"


def load_calendar(*, path: Path = CALENDAR_FILE, model: Any = CalendarDay) -> int:
    """Write the days of a CSV file (day as 2026-04-30, kind, name, source); answers how many.

    A day already there takes the file's values; days the file lacks stay. `model` is the historical model
    when a migration calls.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = [model(**row | {"day": date.fromisoformat(row["day"])}) for row in csv.DictReader(file)]
    model.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["day"], update_fields=["kind", "name", "source"]
    )
    return len(rows)
