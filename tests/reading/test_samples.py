"""What a person reads in the two sample texts that have no gold annotation, and in all five."""

from decimal import Decimal

import pytest

from tests.reading.drafts import TEXTS, sample

NAMES = sorted(path.stem for path in TEXTS.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_every_span_quotes_its_words(name: str) -> None:
    draft = sample(name)
    rows = (*draft.legal_bases, *draft.clauses, *draft.targets, *draft.assignments, *draft.duties)
    assert draft.text == (TEXTS / f"{name}.txt").read_text("utf-8")
    assert all(draft.text[row.span[0] : row.span[1]] == row.text for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_every_row_belongs_to_a_clause_of_the_draft(name: str) -> None:
    draft = sample(name)
    ids = [clause.id for clause in draft.clauses]
    assert len(ids) == len(set(ids))
    assert {row.clause_id for row in (*draft.targets, *draft.assignments, *draft.duties)} <= set(ids)
    assert {clause.parent for clause in draft.clauses if clause.parent} <= set(ids)


def test_the_head_of_bim_son() -> None:
    header = sample("bim-son-2017-2020").header
    assert header.kind == "coordination_programme"
    assert header.number == "1995/CTrPH-UBND-UB.MTTQ"
    assert (header.place, header.date) == ("Bỉm Sơn", "2017-10-09")
    assert header.issuers == ("UBND thị xã Bỉm Sơn", "MTTQ thị xã Bỉm Sơn")
    assert (header.period.start, header.period.end) == (2017, 2020)


def test_the_signers_of_bim_son_stand_in_two_columns_around_the_recipients() -> None:
    draft = sample("bim-son-2017-2020")
    signed = [(row.party, row.capacity, row.name) for row in draft.signatories]
    assert signed == [("MTTQ", "TM.", "PHẠM VĂN THƯỢNG"), ("UBND", "TM.", "Mai Đình Lâm")]
    assert [row.name for row in draft.recipients][-2:] == [
        "UBMTTQ và các đoàn thể chính trị - XH",
        "VT, VHTT",
    ]


def test_the_seventeen_numbered_targets_of_bim_son_stand_and_two_in_words() -> None:
    targets = sample("bim-son-2017-2020").targets
    numbered = [(row.comparator, row.value, row.of) for row in targets if row.clause.startswith("III")]
    assert numbered == [
        ("=", Decimal(2), Decimal(2)),
        ("=", Decimal(100), None),
        ("=", Decimal(1), None),
        ("=", Decimal(75), None),
        ("=", Decimal(17), Decimal(17)),
        ("=", Decimal(100), None),
        (">", Decimal(80), None),
        ("=", Decimal(47), Decimal(48)),
        ("=", Decimal(85), None),
        ("=", Decimal(70), None),
        ("=", Decimal(70), None),
        ("=", Decimal(2), Decimal(6)),
        *[("=", Decimal(value), None) for value in (60, 90, 60, 60, 50)],
    ]
    assert [row.clause for row in targets[17:]] == ["IV.2", "IV.3"]


def test_the_list_of_bim_son_inherits_its_year_and_its_softener() -> None:
    targets = [row for row in sample("bim-son-2017-2020").targets if row.clause.startswith("III")]
    assert {row.due for row in targets if row.clause == "III.1"} == {"2020"}
    assert dict(targets[1].inherited_from)["due"] == "III.1"
    assert all(row.aspirational for row in targets)


def test_a_repeated_label_keeps_its_print_and_gets_its_own_id() -> None:
    draft = sample("bim-son-2017-2020")
    assert [clause.id for clause in draft.clauses if clause.path == "VI.1" and clause.label == "1"] == [
        "VI.1",
        "VI.1~2",
    ]
    assert "numbering" in {warning.code for warning in draft.warnings}


def test_bim_son_reviews_and_does_not_report() -> None:
    draft = sample("bim-son-2017-2020")
    assert {duty.kind for duty in draft.duties} == {"review", "event", "survey"}
    codes = {warning.code for warning in draft.warnings}
    assert {"no_report_duty", "review_outside_period"} <= codes


def test_quang_nam_has_no_target() -> None:
    draft = sample("quang-nam-2020-2025")
    assert draft.targets == ()
    assert "no_targets" in {warning.code for warning in draft.warnings}
    assert draft.header.issuers == ("MTTQ tỉnh Quảng Nam", "CTXH tỉnh Quảng Nam")
    assert [row.party for row in draft.signatories] == ["MTTQ", "LDLD", "ND", "TN", "PN", "CCB"]


def test_a_blank_stays_not_stated() -> None:
    for name in ("lam-son-2025", "quang-nam-2020-2025", "tam-ky-2024-2029", "duc-co-2017"):
        header = sample(name).header
        assert (header.number, header.place, header.date) == (None, None, None)


def test_lam_son_divides_ten_into_six_and_four() -> None:
    shares = [row for row in sample("lam-son-2025").targets if row.clause == "II.2.2"]
    assert [int(row.value) for row in shares] == [10, 6, 1, 1, 1, 1, 1]
    codes = [warning.code for warning in sample("lam-son-2025").warnings]
    assert "parts_do_not_add_up" not in codes
    assert codes.count("impossible_bound") == 5
