"""A made-up programme with nothing wrong in it, and ways to spoil it."""

import json
from pathlib import Path
from typing import Any

from phoihop.reading import read_text
from phoihop.reading.checks import Finding, Known, findings_of

HERE = Path(__file__).parent
CLEAN = (HERE / "clean.txt").read_text("utf-8")


def rows(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    found: list[dict[str, Any]] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return found


def findings(text: str, *, known: Known | None = None) -> tuple[Finding, ...]:
    return findings_of(read_text(text), known=known)


def codes(text: str, *, known: Known | None = None) -> list[str]:
    return [found.code for found in findings(text, known=known)]


def with_bullet(words: str) -> str:
    """The clean text with one more thing for the People's Committee to do."""
    return CLEAN.replace("c) Cử công chức làm đầu mối.\n", f"c) {words}\n")


def spoiled(before: str, after: str) -> str:
    """The clean text with one stretch changed; it must stand there exactly once."""
    assert CLEAN.count(before) == 1, before
    return CLEAN.replace(before, after)
