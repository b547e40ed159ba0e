"""The hand-marked faults of the five texts: each is found, with no more than two false alarms a text."""

import json
from pathlib import Path
from typing import Any

import pytest

from phoihop.reading import read_text
from phoihop.reading.checks import Finding, Severity, findings_of
from tests.reading.drafts import HERE, sample

MARKED = sorted((HERE / "faults").glob("*.json"))
#: Codes that tell the same fault in other words than the mark.
FAMILIES = {
    "spelling": {"fixed_words"},
    "basis_without_number": {"basis_without_number", "basis_without_date"},
    "malformed_reference": {"malformed_reference", "basis_without_date"},
    "contradiction": {"target_contradiction"},
}
MOST_FALSE_ALARMS = 2
MOST_IN_OTHERS = 6


def marks_of(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return rows


def places(text: str, quote: str) -> list[tuple[int, int]]:
    """Where a quotation stands, white space aside."""
    words = quote.split()
    found, at = [], text.find(words[0])
    while at >= 0:
        end = at
        for word in words:
            start = end + len(text[end:]) - len(text[end:].lstrip())
            if not text.startswith(word, start):
                break
            end = start + len(word)
        else:
            found.append((at, end))
        at = text.find(words[0], at + 1)
    return found


def tells(found: Finding, mark: dict[str, Any], text: str) -> bool:
    """Is the finding of the mark's family, at one of its places (anywhere, where the mark has none)?"""
    if found.code not in FAMILIES.get(mark["about"], {mark["about"]}):
        return False
    marked = [place for quote in mark["quotes"] for place in places(text, quote)]
    if not marked:
        return True
    return any(start < right and left < end for start, end in marked for left, right in found.spans)


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_every_quotation_of_a_mark_stands_in_its_text(path: Path) -> None:
    text = sample(path.stem).text
    for mark in marks_of(path):
        assert all(places(text, quote) for quote in mark["quotes"]), mark


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_each_required_fault_is_found(path: Path) -> None:
    draft = sample(path.stem)
    found = findings_of(draft)
    missed = [m for m in marks_of(path) if m["required"] and not any(tells(f, m, draft.text) for f in found)]
    assert missed == []


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_false_alarms_are_rare(path: Path) -> None:
    draft = sample(path.stem)
    marks = marks_of(path)
    alarms = [f for f in findings_of(draft) if not any(tells(f, m, draft.text) for m in marks)]
    assert len(alarms) <= MOST_FALSE_ALARMS, [(f.code, f.quote) for f in alarms]


@pytest.mark.parametrize("path", sorted((HERE / "others").glob("*.txt")), ids=lambda path: path.stem)
def test_documents_of_other_habits_have_no_fault_and_little_to_look_at(path: Path) -> None:
    found = findings_of(read_text(path.read_text("utf-8")))
    assert [one.code for one in found if one.severity is Severity.FAULT] == []
    assert len(found) <= MOST_IN_OTHERS, [(one.code, one.quote) for one in found]
