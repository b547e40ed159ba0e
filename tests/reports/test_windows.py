"""Kỳ chốt số liệu of the decree: the days of each period, the choice of a duty, the worked days it leaves."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Conflict, Refused
from phoihop.core.periods import Period, calendar_period
from phoihop.reports import actions
from phoihop.reports.actions.cutoff_windows import load_windows
from phoihop.reports.actions.windows import choose_window
from phoihop.reports.calculations.windows import CutoffLine, covered_by, line_for
from phoihop.reports.models import CutoffWindow, DutySettingDecision, Obligation, Report
from phoihop.reports.queries.explaining import dues_told
from phoihop.reports.queries.rules import cutoff_lines
from phoihop.reports.queries.windows import duty_windows
from phoihop.reports.report_papers import report_paper
from tests.reports.factories import BEFORE, IN_TIME, YEAR, submitted, world

pytestmark = pytest.mark.django_db
DECREE = "nd-09-2019"


@pytest.fixture(autouse=True)
def decree():
    """As it comes with the product."""
    load_windows()


@pytest.mark.parametrize(
    ("day", "months", "frequency", "expected"),
    [
        (date(2026, 1, 1), 1, "monthly", Period(date(2025, 12, 15), date(2026, 1, 14))),
        (date(2026, 3, 1), 1, "monthly", Period(date(2026, 2, 15), date(2026, 3, 14))),
        (date(2026, 1, 1), 3, "quarterly", Period(date(2025, 12, 15), date(2026, 3, 14))),
        (date(2026, 10, 1), 3, "quarterly", Period(date(2026, 9, 15), date(2026, 12, 14))),
        (date(2026, 1, 1), 6, "half_yearly", Period(date(2025, 12, 15), date(2026, 6, 14))),
        (date(2026, 7, 1), 6, "half_yearly", Period(date(2026, 6, 15), date(2026, 12, 14))),
        (date(2026, 1, 1), 12, "yearly", Period(date(2025, 12, 15), date(2026, 12, 14))),
    ],
)
def test_the_decree_covers_from_the_15th_before_to_the_14th_of_the_last_month(
    day, months, frequency, expected
):
    period = calendar_period(day, months)
    line = line_for(cutoff_lines(), scheme=DECREE, frequency=frequency, period=period)
    assert line is not None
    assert covered_by(line, period) == expected


def test_periods_follow_one_another_without_gap_or_overlap():
    months = [calendar_period(date(2026, month, 1), 1) for month in range(1, 13)]
    line = next(row for row in cutoff_lines() if row.frequency == "monthly")
    covered = [covered_by(line, month) for month in months]
    for one, following in zip(covered, covered[1:], strict=False):
        assert following.start == one.end + timedelta(days=1)


def test_another_decree_takes_over_from_its_day():
    old = CutoffLine("a", "A", "quarterly", -1, 15, 0, 14, 1, "", date(2019, 1, 1), date(2026, 6, 30))
    new = CutoffLine("a", "A", "quarterly", 0, 1, 0, 20, 1, "", date(2026, 7, 1))
    held = [
        line_for([new, old], scheme="a", frequency="quarterly", period=calendar_period(day, 3))
        for day in (date(2026, 4, 1), date(2026, 7, 1))
    ]
    assert held == [old, new]


def chosen(w, *, scheme=DECREE, version=0, by=None):
    return choose_window(
        programme=w.edition.programme, duty_key=w.duty.key, scheme=scheme, version=version,
        by=by or w.officer(w.committee), at=BEFORE,
    )  # fmt: skip


def test_reports_to_come_follow_the_choice_and_those_begun_do_not():
    w = world()
    w.report()
    assert chosen(w) == 7
    assert (w.obligation(quarter=2).covers_start, w.obligation(quarter=2).covers_end) == (
        date(2026, 3, 15), date(2026, 6, 14),
    )  # fmt: skip
    assert w.obligation(quarter=1).covers_start is None
    assert chosen(w, scheme="", version=1) == 7
    assert w.obligation(quarter=2).covers_start is None
    assert DutySettingDecision.objects.count() == 2


def test_new_obligations_bear_the_window():
    w = world()
    Obligation.objects.all().delete()
    chosen(w)
    actions.make_obligations(edition=w.edition, **YEAR, by=w.officer(w.committee), at=BEFORE)
    assert w.obligation().covers_end == date(2026, 3, 14)
    told = dues_told([w.obligation()])[w.obligation().pk]
    assert told.steps[1] == (
        "Số liệu tính từ ngày 15/12/2025 đến hết ngày 14/03/2026, "
        "theo kỳ chốt số liệu của Nghị định 09/2019/NĐ-CP."
    )
    assert told.room is not None
    assert (told.room.days, told.room.is_too_short) == (4, False)


def test_a_duty_that_leaves_less_than_a_worked_day_is_warned_of():
    w = world()
    type(w.duty).objects.filter(pk=w.duty.pk).update(due_day=15)
    duty = duty_windows(w.edition.programme, today=date(2026, 1, 5))[0]
    calendar, decree = duty.choices
    assert (calendar.is_chosen, calendar.is_too_short) == (True, False)
    assert decree.is_too_short
    assert decree.lines[0].room is not None
    assert decree.lines[0].room.words == "còn 0 ngày làm việc, ít nhất phải 1"


def test_only_the_lead_chooses_and_a_stale_choice_is_a_conflict():
    w = world()
    with pytest.raises(PermissionDenied):
        chosen(w, by=w.officer(w.front))
    chosen(w)
    with pytest.raises(Conflict):
        chosen(w)
    with pytest.raises(Refused):
        chosen(w, scheme="khong-co", version=1)


def test_loading_twice_changes_nothing():
    assert load_windows() == load_windows() == CutoffWindow.objects.count() == 4


def test_the_paper_says_which_days_its_figures_cover():
    w = world()
    plain = report_paper(submitted(w), today=IN_TIME.date())
    assert plain.abstract.splitlines()[1:] == ["quý I năm 2026"]
    Obligation.objects.update(covers_start=date(2025, 12, 15), covers_end=date(2026, 3, 14))
    report = Report.objects.select_related("obligation__body", "obligation__edition").get()
    paper = report_paper(report, today=IN_TIME.date())
    assert paper.abstract.splitlines()[1:] == [
        "quý I năm 2026",
        "(số liệu tính từ ngày 15/12/2025 đến hết ngày 14/03/2026)",
    ]
