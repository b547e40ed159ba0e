"""Cut-off windows as data: the lines of decrees with their source and days, loaded as often as one likes."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from phoihop.reports.models import CutoffWindow

WINDOWS_FILE = Path(__file__).parents[1] / "data" / "cutoff_windows.csv"
_NUMBERS = ("start_months", "start_day", "end_months", "end_day", "least_working_days")


def load_windows(*, path: Path = WINDOWS_FILE, model: Any = CutoffWindow) -> int:
    """Write the lines of a CSV file (columns as CutoffWindow, days as 2019-03-12); answers how many.

    A line of the same decree, rhythm and first day takes the file's values; others stay. `model` is the
    historical model when a migration calls.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = [model(**_columns(row)) for row in csv.DictReader(file)]
    model.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["scheme", "frequency", "valid_from"],
        update_fields=["document", *_NUMBERS, "source", "valid_to"],
    )
    return len(rows)


def _columns(row: dict[str, str]) -> dict[str, Any]:
    return {
        **row,
        **{name: int(row[name]) for name in _NUMBERS},
        "valid_from": date.fromisoformat(row["valid_from"]),
        "valid_to": date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
    }
