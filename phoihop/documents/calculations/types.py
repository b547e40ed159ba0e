"""The types of administrative documents with their short forms (Nghị định 30/2020, Điều 7, Phụ lục III)."""

import csv
from functools import cache
from pathlib import Path

TYPES_FILE = Path(__file__).parents[1] / "data" / "document_types.csv"


@cache
def document_types() -> dict[str, str]:
    """{"CTr": "Chương trình", …} in the order of the decree."""
    with TYPES_FILE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


def titled(code: str, abstract: str) -> str:
    """ "Kế hoạch: phối hợp …" as books name it; an abstract that begins with its type stands alone."""
    name = type_name(code)
    if not name or abstract.casefold().startswith(name.casefold()):
        return abstract
    return f"{name}: {abstract}"


def type_name(code: str) -> str:
    """The name of a short form; a form that is in no list is its own name."""
    return document_types().get(code, code)
