"""Cells of tables: what papers keep apart stays apart, and what cannot be meant is refused in plain words."""

from decimal import Decimal

import pytest

from phoihop.reports.calculations.form_parts import is_key, problems_of_part
from phoihop.reports.calculations.tables import (
    ColumnKind,
    Sign,
    TableColumn,
    cell_typed,
    cell_words,
    number_of,
    read_cell,
    read_row,
)
from phoihop.reports.form_choices import form_choices

CHOICES = ("hộ nghèo", "hộ cận nghèo")


def column(kind, choices=()):
    return TableColumn("c1", "Số hộ", ColumnKind(kind), choices)


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "words"),
    [
        ("count", "", "", ""),
        ("count", "0", "0", "0"),
        ("count", "-", "–", "–"),
        ("count", "...", "…", "…"),
        ("count", "không áp dụng", "x", "không áp dụng"),
        ("count", "1.250", "1250", "1.250"),
        ("number", "2,5", "2.5", "2,5"),
        ("money", "15.000.000", "15000000", "15.000.000"),
        ("percent", "85,3", "85.3", "85,3"),
        ("change", "+5", "5", "+5"),
        ("change", "-3", "-3", "-3"),
        ("day", "19/3/2026", "2026-03-19", "19/03/2026"),
        ("mark", "có", "+", "+"),
        ("mark", "không", "–", "–"),
        ("mark", "x", "x", "không áp dụng"),
        ("text", "  x ", "x", "x"),
        ("text", "+ mô hình", "+ mô hình", "+ mô hình"),
    ],
)
def test_a_cell_is_kept_and_printed_as_it_was_meant(kind, typed, kept, words):
    assert read_cell(column(kind), typed) == kept
    assert cell_words(column(kind), kept) == words
    assert read_cell(column(kind), cell_typed(column(kind), kept)) == kept


def test_zero_nothing_no_number_not_applicable_and_blank_are_five_things():
    one = column("count")
    cells = [read_cell(one, typed) for typed in ("0", "–", "…", "x", "")]
    assert [number_of(one, cell) for cell in cells] == [
        Decimal(0), Sign.NOTHING, Sign.NO_NUMBER, Sign.NOT_APPLICABLE, Sign.BLANK,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("count", "2,5", "không có phần lẻ"),
        ("count", "-4", "không ghi số âm"),
        ("number", "nhiều", "cần một số"),
        ("number", "9" * 20, "số quá dài"),
        ("number", "+", "cần một số"),
        ("day", "tháng 3", "cần một ngày"),
        ("mark", "…", r"ghi \+ \(có\)"),
        ("choice", "hộ giàu", "chọn một trong"),
        ("text", "a" * 2001, "dài quá"),
    ],
)
def test_what_a_column_cannot_hold_is_refused_in_plain_words(kind, typed, said):
    with pytest.raises(ValueError, match=said):
        read_cell(column(kind, CHOICES if kind == "choice" else ()), typed)


def test_a_wrong_cell_is_named_by_its_row_and_column():
    with pytest.raises(ValueError, match="dòng 3, cột “Số hộ”: cần một số"):
        read_row([column("number")], ["năm"], number=3)


def test_every_ready_made_part_may_be_put_into_a_form():
    assert {choice.code for choice in form_choices()} >= {
        "outline", "indicators", "registration", "matrix", "models", "households", "petitions",
        "monthly_credit",
    }  # fmt: skip
    for choice in form_choices():
        assert "mẫu" in choice.source
        assert all(is_key(part.key) and not problems_of_part(part) for part in choice.parts)
