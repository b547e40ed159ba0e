"""The marks over documents of other places: those the grammar was tried on, and those kept from it."""

import json
from pathlib import Path

import pytest

from phoihop.reading import read_text
from tests.reading import score
from tests.reading.drafts import HERE

#: The least F1 of each section, and the least share of fields, for each folder.
LEAST = {
    "others": (
        {
            "clauses": 0.99,
            "legal_bases": 0.99,
            "targets": 0.99,
            "assignments": 0.97,
            "duties": 0.98,
            "signatories": 0.97,
            "recipients": 0.99,
        },
        0.99,
    ),
    "unseen": (
        {
            "clauses": 0.99,
            "legal_bases": 0.95,
            "targets": 0.95,
            "assignments": 0.93,
            "duties": 0.87,
            "signatories": 0.99,
            "recipients": 0.99,
        },
        0.965,
    ),
}


def marks(folder: Path) -> tuple[dict[str, float], float]:
    """F1 of each section over all documents of a folder, and the share of fields that are right."""
    counts = {section: [0, 0, 0] for section in score.SECTIONS}
    right = asked = 0
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        sections, fields = score.score(json.loads(path.read_text("utf-8")), read_text(text).as_json())
        for section, row in sections.items():
            for place, key in enumerate(("tp", "fn", "fp")):
                counts[section][place] += row[key]
        right += sum(good for good, _ in fields.values())
        asked += sum(every for _, every in fields.values())
    return {name: 2 * tp / (2 * tp + fn + fp) for name, (tp, fn, fp) in counts.items()}, right / asked


@pytest.mark.parametrize("name", LEAST)
def test_documents_of_other_places_keep_their_marks(name: str) -> None:
    f1, fields = marks(HERE / name)
    least, least_fields = LEAST[name]
    assert {section: value for section, value in f1.items() if value < least[section]} == {}
    assert fields >= least_fields
