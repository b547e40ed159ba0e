"""Reports whose period was closed before they came."""

from datetime import date, datetime

import pytest

from phoihop.core.errors import Refused
from phoihop.core.periods import Period
from phoihop.reports import actions
from phoihop.reports.content import ReportInput, ReturnItem
from phoihop.reports.models import Report
from phoihop.targets.actions.closing import close_period
from tests.reports.factories import submitted, world

pytestmark = pytest.mark.django_db
QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))
AFTER = datetime.fromisoformat("2026-04-15T09:00:00+07:00")


def _close(w):
    close_period(programme=w.edition.programme, period=QUARTER, by=w.officer(w.committee), at=AFTER)


def _in_words(w):
    report = w.report()
    content = ReportInput(overview="Tình hình ổn định.")
    return actions.save_report(
        report=report, content=content, version=report.version, by=w.officer(), at=AFTER
    )  # fmt: skip


def test_a_report_that_says_none_of_its_figures_is_refused_as_its_figures_would_be():
    w = world()
    report = _in_words(w)
    _close(w)
    with pytest.raises(Refused, match=r"Số liệu kỳ quý I/2026 đã khóa ngày 15/04/2026\. .* mở lại kỳ"):
        actions.submit(report=report, by=w.officer(), at=AFTER)
    assert Report.objects.get().rounds.count() == 0


def test_it_is_let_in_while_the_period_is_open():
    w = world()
    actions.submit(report=_in_words(w), by=w.officer(), at=AFTER)
    assert Report.objects.get().rounds.count() == 1


def test_a_report_sent_back_comes_again_with_its_figures_as_they_were():
    w = world()
    report = submitted(w)
    _close(w)
    item = ReturnItem(clause_id=w.clause.pk, target_id=None, note="Nêu rõ hơn.")
    actions.return_report(report=report, items=[item], by=w.reviewer(), at=AFTER)
    actions.submit(report=report, by=w.officer(), at=AFTER)
    assert report.rounds.count() == 2
