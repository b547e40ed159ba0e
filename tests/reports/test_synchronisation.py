"""A mended rule: the past untouched, the future remade, rows with data kept and flagged."""

from datetime import date

from phoihop.core.periods import Period, calendar_period
from phoihop.reports.calculations.synchronisation import Existing, Key, changes_for

TODAY = date(2026, 5, 10)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def quarter(month):
    return Key(1, 7, calendar_period(date(2026, month, 1), 3))


WANTED = {quarter(m): date(2026, m + 2, 19) for m in (1, 4, 7, 10)}


def rows(*, data=()):
    return [Existing(i, key, due, has_data=i in data) for i, (key, due) in enumerate(WANTED.items())]


def test_the_same_rules_change_nothing():
    changes = changes_for(wanted=WANTED, existing=rows(), made_for=YEAR, today=TODAY)
    assert (changes.create, changes.move, changes.remove, changes.flag) == ({}, {}, [], [])


def test_the_past_is_untouched_and_the_future_moves():
    mended = {key: due.replace(day=25) for key, due in WANTED.items()}
    changes = changes_for(wanted=mended, existing=rows(), made_for=YEAR, today=TODAY)
    assert changes.move == {1: date(2026, 6, 25), 2: date(2026, 9, 25), 3: date(2026, 12, 25)}


def test_a_row_with_data_is_kept_and_flagged():
    mended = {key: due.replace(day=25) for key, due in WANTED.items()}
    changes = changes_for(wanted=mended, existing=rows(data={1}), made_for=YEAR, today=TODAY)
    assert changes.flag == [1]
    assert 1 not in changes.move


def test_another_frequency_replaces_only_what_is_still_to_come():
    halves = {Key(1, 7, calendar_period(date(2026, m, 1), 6)): date(2026, m + 5, 19) for m in (1, 7)}
    changes = changes_for(wanted=halves, existing=rows(data={2}), made_for=YEAR, today=TODAY)
    assert changes.remove == [1, 3]
    assert changes.flag == [2]
    assert sorted(changes.create.values()) == [date(2026, 6, 19), date(2026, 12, 19)]


def test_a_mended_rule_never_adds_an_overdue_report():
    months = {Key(1, 7, calendar_period(date(2026, m, 1), 1)): date(2026, m, 28) for m in range(1, 13)}
    changes = changes_for(wanted=months, existing=rows(), made_for=YEAR, today=TODAY)
    assert min(changes.create.values()) == date(2026, 5, 28)


def test_the_first_making_fills_the_past_of_a_paper_recorded_later():
    changes = changes_for(wanted=WANTED, existing=[], made_for=YEAR, today=TODAY)
    assert len(changes.create) == 4


def test_the_next_year_continues_where_the_last_making_stopped_even_when_run_late():
    later = {Key(1, 7, calendar_period(date(2027, m, 1), 3)): date(2027, m + 2, 19) for m in (1, 4)}
    made_for = Period(date(2027, 1, 1), date(2027, 6, 30))
    changes = changes_for(wanted=later, existing=rows(), made_for=made_for, today=date(2027, 5, 1))
    assert len(changes.create) == 2
    assert changes.remove == []
