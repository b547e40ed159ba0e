"""What holds for every check: a key that survives, a page for each code, no exception, work in proportion."""

import csv
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.reading import read_text
from phoihop.reading.checks import CHECKS, findings_of
from phoihop.reading.checks import instruments as table
from tests.reading.checks.clean import CLEAN, findings, spoiled
from tests.reading.drafts import TEXTS, sample
from tests.reading.work import calls

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "checks.md"
NAMES = [path.stem for path in sorted(TEXTS.glob("*.txt"))]
BITS = re.findall(r"[^\n]+\n", CLEAN)


def test_every_code_is_described_and_no_other() -> None:
    described = re.findall(r"^\| `([a-z_]+)` \| ([^|]+) \| ([^|]+) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    rows = {code: (title.strip(), weight.strip()) for code, title, weight in described}
    assert rows == {code: (check.title, check.severity.label) for code, check in CHECKS.items()}


def test_a_key_survives_a_change_elsewhere_and_not_one_of_its_words() -> None:
    before, after = "III. TỔ CHỨC THỰC HIỆN", "II. TỔ CHỨC THỰC HIỆN"
    (one,) = findings(spoiled(before, after))
    (same,) = findings("\n\n" + spoiled(before, after).replace("thiết thực", "cụ thể, thiết thực"))
    (other,) = findings(spoiled(before, after + " CHƯƠNG TRÌNH"))
    assert one.key == same.key
    assert one.key != other.key
    assert one.span != same.span


@pytest.mark.parametrize("name", NAMES)
def test_the_same_text_in_another_form_has_the_same_findings(name: str) -> None:
    keys = {one.key for one in findings_of(sample(name))}
    decomposed = unicodedata.normalize("NFD", sample(name).text)
    assert {one.key for one in findings_of(read_text(decomposed))} == keys
    windows = sample(name).text.replace("\n", "\r\n")
    assert {one.code for one in findings_of(read_text(windows))} == {key.partition(":")[0] for key in keys}


@pytest.mark.parametrize("name", NAMES)
def test_keys_are_unique_and_places_are_in_the_text(name: str) -> None:
    draft = sample(name)
    found = findings_of(draft)
    assert len({one.key for one in found}) == len(found)
    for one in found:
        assert all(0 <= start < end <= len(draft.text) for start, end in one.spans)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(BITS) | st.text(max_size=40), max_size=30))
def test_no_text_makes_a_check_fail(bits: list[str]) -> None:
    draft = read_text("".join(bits))
    for one in findings_of(draft):
        assert 0 <= one.span[0] <= one.span[1] <= len(draft.text)


def test_a_long_text_takes_work_in_proportion() -> None:
    drafts = [read_text(CLEAN.split("TM. ỦY")[0] * times) for times in (4, 16)]
    findings_of(drafts[0])
    short, long = (calls(lambda draft=draft: findings_of(draft)) for draft in drafts)
    assert long < 5 * short


def test_every_row_of_the_table_has_a_source_and_days_in_order() -> None:
    path = Path(table.__file__).parent / "data" / "instruments.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["number"] for row in rows}) == len(rows)
    for row in rows:
        assert row["source"], row["number"]
        assert row["trust"] in {"A", "B", "C", "M"}
        days = [day for day in (row["issued"], row["in_force_from"], row["expired_from"]) if day]
        assert days == sorted(days), row["number"]
        assert bool(row["expired_from"]) == bool(row["replaced_by"]), row["number"]
        assert "đã đọc" not in row["source"] or row["trust"] == "M"
