"""Filters of every template."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.template.loader import render_to_string

from phoihop.core.templatetags import phoihop as tags


def test_a_day_is_written_as_people_write_it() -> None:
    assert tags.day(date(2026, 3, 9)) == "09/03/2026"
    assert tags.day(datetime(2026, 3, 8, 18, tzinfo=UTC)) == "09/03/2026"
    assert tags.moment(datetime(2026, 3, 8, 18, 5, tzinfo=UTC)) == "01:05 ngày 09/03/2026"
    assert (tags.day(None), tags.moment(None)) == ("", "")


@pytest.mark.parametrize(
    ("path", "address", "is_there"),
    [
        ("/", "/", True),
        ("/bao-cao/3/", "/bao-cao/", True),
        ("/bao-cao/", "/", False),
        ("/", "/bao-cao/", False),
    ],
)
def test_a_menu_entry_knows_its_pages(path: str, address: str, is_there: bool) -> None:
    assert tags.in_section(path, address) is is_there


@pytest.mark.parametrize(
    ("percent", "width"), [(None, "0.0"), (Decimal("63.25"), "63.2"), (140, "100.0"), (-3, "0.0")]
)
def test_a_bar_is_never_wider_than_its_place(percent: Decimal | int | None, width: str) -> None:
    assert tags.share(percent) == width


def test_a_missing_value_breaks_a_sparkline_and_is_no_zero() -> None:
    assert tags.sparkline_points([1, None, 3]) == ["0.0,28.0", "100.0,2.0"]
    assert tags.sparkline_points([2, 2]) == ["0.0,28.0 100.0,28.0"]
    assert tags.sparkline_points([1]) == []


class SampleForm(forms.Form):
    name = forms.CharField(label="Tên", help_text="Như trên giấy.")
    is_urgent = forms.BooleanField(label="Gấp")
    kind = forms.ChoiceField(label="Loại", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)


def rendered(name: str) -> str:
    return render_to_string("core/components/field.html", {"field": SampleForm({})[name]})


def test_a_field_ties_help_and_error_to_its_input() -> None:
    html = rendered("name")
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'class="form-control is-invalid"' in html


def test_a_tick_box_stands_before_its_words() -> None:
    html = rendered("is_urgent")
    assert html.index("<input") < html.index("Gấp")


def test_choices_stand_in_a_group_with_a_legend() -> None:
    html = rendered("kind")
    assert "<legend" in html
    assert html.count('type="radio"') == 2


def test_the_summary_leads_to_each_wrong_field() -> None:
    html = render_to_string("core/components/error_summary.html", {"form": SampleForm({})})
    assert html.count("<li>") == 3
    assert 'href="#id_name"' in html
