"""What one edition changed of another: clauses by key, words within them, facts field by field."""

import uuid
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from phoihop.programmes.calculations.differences import (
    Change,
    Fact,
    TextClause,
    clause_changes,
    fact_changes,
    merged_order,
)


def clause(number: int, text: str = "", parent: int | None = None) -> TextClause:
    label = str(number)
    above = uuid.UUID(int=parent) if parent else None
    return TextClause(uuid.UUID(int=number), label, label, text or f"{label}. Nội dung {number}", above)


A, B, C, D = (clause(number) for number in (1, 2, 3, 4))


def changes(before: list[TextClause], after: list[TextClause]) -> dict[str, tuple[Change, ...]]:
    return {row.clause.path: row.changes for row in clause_changes(before, after) if row.changes}


def test_the_same_text_has_no_change() -> None:
    assert changes([A, B], [A, B]) == {}


def test_words_within_a_clause_are_marked() -> None:
    later = replace(A, text="1. Nội dung mới 1")
    row = clause_changes([A], [later])[0]
    assert row.changes == (Change.CHANGED,)
    assert [part.text.strip() for part in row.parts if part.kind == "added"] == ["mới"]
    assert "".join(part.text for part in row.old_parts) == A.text
    assert "".join(part.text for part in row.new_parts) == later.text


def test_what_was_removed_stands_where_it_stood() -> None:
    rows = clause_changes([A, B, C], [A, C, D])
    assert [(row.clause.path, row.changes) for row in rows] == [
        ("1", ()), ("2", (Change.REMOVED,)), ("3", ()), ("4", (Change.ADDED,)),
    ]  # fmt: skip


def test_a_clause_only_renumbered_keeps_its_words() -> None:
    later = replace(B, label="1", path="1", text="1. Nội dung 2")
    assert changes([B], [later]) == {"1": (Change.RENUMBERED,)}


def test_of_two_that_changed_places_one_moved() -> None:
    assert list(changes([A, B, C], [B, A, C]).values()) == [(Change.MOVED,)]


def test_another_parent_is_a_move() -> None:
    assert changes([A, B, clause(5, parent=1)], [A, B, clause(5, parent=2)]) == {"5": (Change.MOVED,)}


def test_facts_are_compared_field_by_field() -> None:
    old = {1: Fact("Hộ nghèo", "II", {"Mức phải đạt": "10 hộ", "Thời hạn": "mỗi năm"}), 2: Fact("Nhà", "II")}
    new = {1: Fact("Hộ nghèo", "II", {"Mức phải đạt": "12 hộ", "Thời hạn": "mỗi năm"}), 3: Fact("Xe", "III")}
    first, second, third = fact_changes(old, new)
    assert first.change == Change.CHANGED
    assert [(f.label, f.before, f.after) for f in first.fields] == [("Mức phải đạt", "10 hộ", "12 hộ")]
    assert (second.change, third.change) == (Change.REMOVED, Change.ADDED)


@given(st.lists(st.integers(0, 20), unique=True), st.lists(st.integers(0, 20), unique=True))
def test_the_merged_order_has_everything_once_and_keeps_the_later_order(before, after) -> None:
    merged = merged_order(before, after)
    assert sorted(merged) == sorted({*before, *after})
    assert [key for key in merged if key in set(after)] == after
