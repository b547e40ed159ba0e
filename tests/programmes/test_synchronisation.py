"""A mended or amended rule: the past untouched, the future remade, rows with data kept and flagged."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from phoihop.core.periods import Period, calendar_period
from phoihop.programmes.calculations.synchronisation import (
    Changes,
    Existing,
    Interval,
    Key,
    changes_for,
    interval_from,
)

TODAY = date(2026, 5, 10)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
NOW = Interval(YEAR, TODAY, TODAY)
REPORT = uuid.UUID(int=1)


def quarter(month):
    return Key(REPORT, 7, calendar_period(date(2026, month, 1), 3))


WANTED = {quarter(m): date(2026, m + 2, 19) for m in (1, 4, 7, 10)}


def rows(*, data=()):
    return [Existing(i, key, due, has_data=i in data) for i, (key, due) in enumerate(WANTED.items())]


def test_the_same_rules_change_nothing():
    changes = changes_for(wanted=WANTED, existing=rows(), interval=NOW)
    assert (changes.create, changes.move, changes.remove, changes.flag) == ({}, {}, [], [])


def test_the_past_is_untouched_and_the_future_moves():
    mended = {key: due.replace(day=25) for key, due in WANTED.items()}
    changes = changes_for(wanted=mended, existing=rows(), interval=NOW)
    assert changes.move == {1: date(2026, 6, 25), 2: date(2026, 9, 25), 3: date(2026, 12, 25)}


def test_a_row_with_data_is_kept_and_flagged():
    mended = {key: due.replace(day=25) for key, due in WANTED.items()}
    changes = changes_for(wanted=mended, existing=rows(data={1}), interval=NOW)
    assert changes.flag == [1]
    assert 1 not in changes.move


def test_another_frequency_replaces_only_what_is_still_to_come():
    halves = {Key(REPORT, 7, calendar_period(date(2026, m, 1), 6)): date(2026, m + 5, 19) for m in (1, 7)}
    changes = changes_for(wanted=halves, existing=rows(data={2}), interval=NOW)
    assert changes.remove == [1, 3]
    assert changes.flag == [2]
    assert sorted(changes.create.values()) == [date(2026, 6, 19), date(2026, 12, 19)]


def test_a_mended_rule_never_adds_an_overdue_report():
    months = {Key(REPORT, 7, calendar_period(date(2026, m, 1), 1)): date(2026, m, 28) for m in range(1, 13)}
    changes = changes_for(wanted=months, existing=rows(), interval=NOW)
    assert min(changes.create.values()) == date(2026, 5, 28)


def test_the_first_making_fills_the_past_of_a_paper_recorded_later():
    changes = changes_for(wanted=WANTED, existing=[], interval=NOW)
    assert len(changes.create) == 4


def test_the_next_year_continues_where_the_last_making_stopped_even_when_run_late():
    later = {Key(REPORT, 7, calendar_period(date(2027, m, 1), 3)): date(2027, m + 2, 19) for m in (1, 4)}
    made_for = Period(date(2027, 1, 1), date(2027, 6, 30))
    changes = changes_for(
        wanted=later, existing=rows(), interval=Interval(made_for, date(2027, 5, 1), date(2027, 5, 1))
    )
    assert len(changes.create) == 2
    assert changes.remove == []


NEW_ROW = {REPORT: 20}
EFFECTIVE = date(2026, 8, 15)


def under(rule_id, *, data=()):
    return [replace(row, rule_id=rule_id) for row in rows(data=data)]


def test_an_amendment_in_mid_quarter_leaves_one_report_a_period_and_the_past_to_the_old_duty():
    interval = interval_from(EFFECTIVE, until=YEAR.end, today=EFFECTIVE)
    changes = changes_for(wanted=WANTED, existing=under(10), interval=interval, rules=NEW_ROW)
    assert changes == Changes(adopt=[2, 3])


def test_a_report_begun_stays_under_the_old_duty_and_is_not_doubled():
    interval = interval_from(EFFECTIVE, until=YEAR.end, today=EFFECTIVE)
    later = {key: due.replace(day=25) for key, due in WANTED.items()}
    changes = changes_for(wanted=later, existing=under(10, data={2}), interval=interval, rules=NEW_ROW)
    assert changes == Changes(flag=[2], move={3: date(2026, 12, 25)}, adopt=[3])


def test_what_an_amendment_recorded_late_no_longer_asks_for_ends_and_nothing_overdue_is_added():
    interval = interval_from(date(2026, 3, 1), until=YEAR.end, today=TODAY)
    months = {Key(REPORT, 7, calendar_period(date(2026, m, 1), 1)): date(2026, m, 28) for m in range(1, 13)}
    changes = changes_for(wanted=months, existing=under(10), interval=interval, rules=NEW_ROW)
    assert (changes.end, changes.remove) == ([0], [1, 2, 3])
    assert min(changes.create.values()) == date(2026, 5, 28)


def test_undoing_takes_the_mark_off_again():
    flagged = [replace(row, is_flagged=row.id == 2) for row in under(10, data={2})]
    interval = interval_from(EFFECTIVE, until=YEAR.end, today=EFFECTIVE)
    changes = changes_for(wanted=WANTED, existing=flagged, interval=interval, rules={REPORT: 10})
    assert changes.unflag == [2]


def _applied(existing, changes, rules):
    """The rows as they stand after the changes were written."""
    kept = []
    for row in existing:
        if row.id in changes.remove:
            continue
        kept.append(
            replace(
                row,
                due_on=changes.move.get(row.id, row.due_on),
                is_ended=row.is_ended or row.id in changes.end,
                is_flagged=(row.is_flagged or row.id in changes.flag) and row.id not in changes.unflag,
                rule_id=rules[row.key.duty] if row.id in changes.adopt else row.rule_id,
            )
        )
    start = 1 + max((row.id for row in existing), default=0)
    created = sorted(changes.create.items())
    return kept + [
        Existing(number, key, due, has_data=False, rule_id=rules[key.duty])
        for number, (key, due) in enumerate(created, start=start)
    ]


DUTIES = [uuid.UUID(int=number) for number in (1, 2)]
PERIODS = [calendar_period(date(2026, m, 1), 3) for m in (1, 4, 7, 10)]
KEYS = st.builds(Key, st.sampled_from(DUTIES), st.sampled_from([7, 8]), st.sampled_from(PERIODS))


@st.composite
def rule_sets(draw):
    keys = draw(st.sets(KEYS, max_size=16))
    return {key: key.period.end - timedelta(days=draw(st.integers(0, 40))) for key in sorted(keys)}


@st.composite
def stored(draw):
    return [
        Existing(
            number, key, due, has_data=draw(st.booleans()), is_settled=draw(st.integers(0, 5)) == 0,
            is_ended=draw(st.integers(0, 5)) == 0, rule_id=10,
        )
        for number, (key, due) in enumerate(draw(rule_sets()).items())
    ]  # fmt: skip


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(stored(), rule_sets(), DAYS, DAYS)
def test_the_past_and_what_has_data_stay_and_a_second_time_changes_nothing(existing, wanted, since, today):
    interval = interval_from(since, until=YEAR.end, today=today)
    rules = {DUTIES[0]: 20, DUTIES[1]: 21}
    changes = changes_for(wanted=wanted, existing=existing, interval=interval, rules=rules)
    after = _applied(existing, changes, rules)
    by_key = {row.key: row for row in after}
    assert len(by_key) == len(after), "one row for each duty, body and period"
    for row in existing:
        if row.due_on < since or row.is_ended:
            assert by_key[row.key] == row
        if row.has_data:
            assert (by_key[row.key].due_on, by_key[row.key].rule_id) == (row.due_on, row.rule_id)
    assert all(due >= since for due in changes.create.values())
    for key, due in wanted.items():
        assert key in by_key or due < max(since, today)
    again = changes_for(wanted=wanted, existing=after, interval=interval, rules=rules)
    assert again == Changes()
