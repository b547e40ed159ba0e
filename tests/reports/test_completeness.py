"""Standing on a day, and rates that never pass 100 % nor count anybody twice."""

from datetime import date

import pytest

from phoihop.reports.calculations import Kept, Standing, counted, coverage_of, standing_of

DUE = date(2026, 3, 19)


@pytest.mark.parametrize(
    ("row", "today", "expected"),
    [
        (Kept(1, DUE), date(2026, 3, 1), Standing.NOT_DUE),
        (Kept(1, DUE), date(2026, 3, 19), Standing.DUE_SOON),
        (Kept(1, DUE), date(2026, 3, 20), Standing.MISSING),
        (Kept(1, DUE, DUE), date(2026, 3, 20), Standing.ON_TIME),
        (Kept(1, DUE, date(2026, 3, 20)), date(2026, 3, 20), Standing.LATE),
        (Kept(1, DUE, DUE, is_returned=True), date(2026, 3, 20), Standing.RETURNED),
        (Kept(1, DUE, DUE, is_open_draft=True), date(2026, 3, 20), Standing.MISSING),
        (Kept(1, DUE, ended_on=date(2026, 3, 1)), date(2026, 3, 20), Standing.ENDED),
        (Kept(1, DUE, ended_on=date(2026, 4, 1)), date(2026, 4, 20), Standing.MISSING),
    ],
)
def test_standing_follows_from_dates(row, today, expected):
    assert standing_of(row, on=today) == expected


def test_one_due_before_its_body_ended_stays_counted_there_and_the_heirs_row_is_not_counted_again():
    rows = [Kept(1, DUE, ended_on=date(2026, 7, 1)), Kept(2, DUE, inherited_from_id=1)]
    assert [row.id for row in counted(rows)] == [1]


def test_one_due_after_its_body_ended_counts_at_the_heir():
    rows = [Kept(1, DUE, ended_on=date(2026, 3, 1)), Kept(2, DUE, inherited_from_id=1)]
    assert [row.id for row in counted(rows)] == [2]


def test_coverage_prints_received_of_due_and_leaves_out_what_is_not_due():
    rows = [Kept(1, DUE, DUE), Kept(2, DUE, date(2026, 3, 25)), Kept(3, DUE), Kept(4, date(2026, 6, 19))]
    coverage = coverage_of(rows, on=date(2026, 4, 1))
    assert (coverage.due, coverage.received, coverage.on_time, coverage.missing) == (3, 2, 1, 1)
    assert coverage.words == "2/3 đơn vị đã báo cáo (66%)"


def test_nothing_due_is_complete():
    assert coverage_of([], on=DUE).percent == 100
