"""Each form texts use, in the pictures: held against the goal in its own direction."""

from datetime import date

import pytest

from phoihop.core import clock
from phoihop.dashboards.queries.place import place_targets
from phoihop.dashboards.queries.progress import NO_SHARE
from phoihop.dashboards.queries.scope import scope_of
from phoihop.dashboards.queries.trend import trend
from phoihop.dashboards.sheets import place_sheet
from phoihop.writing.sheets import NoFigure
from tests.programmes import factories as programmes
from tests.targets import factories
from tests.targets.grammar import FORMS, Land

pytestmark = pytest.mark.django_db

TODAY = date(2026, 4, 2)


@pytest.fixture
def land(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: factories.AT)
    found = Land()
    found.speak()
    return found


def _scope(land, place=None):
    member = programmes.member(land.lead)
    programme_id = land.edition.programme_id
    return scope_of(member, programme_id=programme_id, area_id=place and place.pk, today=TODAY)


def _percents(found):
    names = {form.name: key for key, form in FORMS.items()}
    return {names[row.title]: [p and int(p) for p in row.percents] for row in found.rows}


def test_small_charts_rise_toward_the_goal_whatever_its_direction(land):
    """A rate down from 4% to 2,5% of the way to 1% is half of it, not 250%; 38/40 is held against 47/48."""
    found = _percents(trend(_scope(land), target_id=None, page=None, today=TODAY))
    held = ("decrease_to", "k_of_n", "each_unit", "level", "at_most", "at_least")
    assert [found[key] for key in held] == [[50], [97], [40], [66], [120], [70]]


def test_lines_say_each_goal_value_and_word_as_the_target_page_does(land):
    lines = {told.line.id: told.line for told in place_targets(_scope(land), today=TODAY).told}
    found = {key: lines[target.pk] for key, target in land.targets.items()}
    assert (found["each_unit"].goal, found["each_unit"].value) == (
        "mỗi khu dân cư từ 01 mô hình trở lên", "2/5 nơi đạt",
    )  # fmt: skip
    assert (found["decrease_by"].value, found["existence"].label) == ("35, giảm 5", "chưa đủ số liệu")
    assert found["at_most"].is_behind
    below = place_targets(_scope(land, land.communes[0]), today=TODAY).lines
    change = next(line for line in below if line.id == land.targets["decrease_by"].pk)
    assert (change.value, change.goal) == ("10", NO_SHARE)


def test_the_sheet_of_a_place_keeps_the_kinds_of_nothing_apart(land):
    """In the west: one village not applicable, one missing; in the south a commune that said nothing."""
    west, south = (
        place_sheet(place_targets(scope, today=TODAY), scope, on=TODAY)
        for scope in (_scope(land, land.communes[1]), _scope(land, land.communes[2]))
    )
    percents = {row[1]: row[4] for row in west.rows}
    assert percents[FORMS["each_unit"].name] is NoFigure.MISSING
    silent = {row[1]: row[4] for row in south.rows}
    assert silent[FORMS["coverage"].name] is NoFigure.NOT_REPORTED
    assert silent[FORMS["own_members"].name] is NoFigure.NOT_APPLICABLE
