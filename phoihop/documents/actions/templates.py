"""Loading the layouts of documents."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from phoihop.documents.models import DocumentTemplate

TEMPLATES_FILE = Path(__file__).parents[1] / "data" / "document_templates.csv"


def load_document_templates(*, path: Path = TEMPLATES_FILE, model: Any = DocumentTemplate) -> int:
    """Write the formats of a CSV file (code, name, valid_from, valid_to, source); answers how many.

    One already there under its code and first day takes the file's values. `model` is the historical model
    when a migration calls.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        days = {
            name: date.fromisoformat(row[name]) if row[name] else None for name in ("valid_from", "valid_to")
        }
        model.objects.update_or_create(
            code=row["code"],
            valid_from=days["valid_from"],
            defaults={"name": row["name"], "valid_to": days["valid_to"], "source": row["source"]},
        )
    return len(rows)
