"""Ready-made parts to begin a form with: the usual outline, the usual tables, groups of a monthly form."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from phoihop.reports.calculations.form_parts import FormPart, parts_of

_FILE = Path(__file__).parent / "data" / "form_choices.json"


@dataclass(frozen=True)
class FormChoice:
    """Parts that are put in together; `source` says where they come from, in words for the screen."""

    code: str
    name: str
    source: str
    parts: tuple[FormPart, ...]


@cache
def form_choices() -> tuple[FormChoice, ...]:
    """All ready-made choices in the order of the screen."""
    rows = json.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        FormChoice(row["code"], row["name"], row["source"], tuple(parts_of(row["parts"]))) for row in rows
    )


def form_choice(code: str) -> FormChoice | None:
    """The choice of that code."""
    return next((choice for choice in form_choices() if choice.code == code), None)
