"""Two people in one report: nothing either of them typed is lost."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Refused
from phoihop.reports import actions
from phoihop.reports.calculations.merging import mark_of, merged
from phoihop.reports.content import FigureInput, ReportInput, RowInput
from phoihop.reports.models import ReportVariant
from phoihop.reports.queries.rounds import problems_of
from phoihop.reports.queries.units import input_of, marks_of, stored_units
from phoihop.reports.queries.variants import chosen_unit, variants_page
from phoihop.reports.queries.working_copy import working_copy
from tests.reports.factories import IN_TIME, world
from tests.reports.test_forms import MODELS, published

A, B, C = {"text": "một"}, {"text": "hai"}, {"text": "ba"}


@pytest.mark.parametrize(
    ("stored", "typed", "then", "done"),
    [
        (A, A, A, ""),
        (A, B, A, "taken"),
        (B, A, A, "theirs"),
        (B, C, A, "clashing"),
        (B, B, A, ""),
        (None, A, None, "taken"),
        (A, {}, A, "taken"),
        (B, {}, A, "clashing"),
        (A, B, None, "clashing"),
    ],
)
def test_a_unit_is_merged_by_who_changed_it(stored, typed, then, done):
    found = merged(stored={"u": stored}, typed={"u": typed}, marks={"u": mark_of(then)})
    assert {name for name in ("taken", "theirs", "clashing") if getattr(found, name)} == ({done} - {""})


def merge(w, report, marks, *, by=None, **content):
    return actions.merge_report(
        report=report, content=ReportInput(**content), marks=marks, by=by or w.officer(), at=IN_TIME
    )


@pytest.mark.django_db
def test_two_editors_of_different_places_are_both_kept():
    w = world()
    published(w, MODELS, replaces=False)
    report = w.report()
    marks = marks_of(stored_units(report))
    one = {
        "sections": {w.clause.pk: "Đã giúp 12 hộ."},
        "tables": {"mohinh": [RowInput("r1", ("Hoa", "1"))]},
    }
    other = {
        "figures": [FigureInput(w.count.pk, "reported", Decimal(12))],
        "tables": {"mohinh": [RowInput("r2", ("Camera", "2"))]},
        "sections": {w.clause.pk: ""},
    }
    assert merge(w, report, marks, **one).clashing == frozenset()
    assert merge(w, report, marks, **other).clashing == frozenset()
    report.refresh_from_db()
    assert report.sections.get().text == "Đã giúp 12 hộ."
    assert report.figures.get().numerator == 12
    assert [row["cells"] for row in report.tables.get().rows] == [["Hoa", "1"], ["Camera", "2"]]


@pytest.mark.django_db
def test_what_both_changed_is_kept_twice_until_one_is_chosen():
    w = world()
    report = w.report()
    marks, late = marks_of(stored_units(report)), w.officer()
    merge(w, report, marks, sections={w.clause.pk: "Bản một."})
    saved = merge(w, report, marks, by=late, sections={w.clause.pk: "Bản hai."}, overview="Ổn định.")
    assert saved.clashing == {f"muc-{w.clause.pk}"}
    report.refresh_from_db()
    assert (report.sections.get().text, report.overview) == ("Bản một.", "Ổn định.")
    line = variants_page(report).lines[0]
    assert (line.stored, line.other, line.may_join) == ("Bản một.", "Bản hai.", True)
    assert "Có đoạn hai người cùng sửa: hãy chọn một bản trước khi nộp." in problems_of(working_copy(report))
    variant = ReportVariant.objects.get()
    both = input_of(variant.unit, chosen_unit(report, variant, "ca-hai"))
    actions.settle_variant(variant=variant, content=both, seen=line.seen, by=w.officer(), at=IN_TIME)
    assert report.sections.get().text == "Bản một.\nBản hai."
    assert problems_of(working_copy(report)) == []
    with pytest.raises(Refused, match="đã có người chọn"):
        actions.settle_variant(variant=variant, content=both, seen=line.seen, by=w.officer(), at=IN_TIME)
    assert ReportVariant.objects.get().value == {"text": "Bản hai."}


@pytest.mark.django_db
def test_choosing_is_refused_when_the_stored_text_changed_meanwhile():
    w = world()
    report = w.report()
    marks = marks_of(stored_units(report))
    merge(w, report, marks, sections={w.clause.pk: "Bản một."})
    merge(w, report, marks, sections={w.clause.pk: "Bản hai."})
    seen = variants_page(report).lines[0].seen
    merge(w, report, marks_of(stored_units(report)), sections={w.clause.pk: "Bản một, sửa thêm."})
    variant = ReportVariant.objects.get()
    chosen = input_of(variant.unit, variant.value)
    with pytest.raises(Refused, match="vừa được sửa thêm"):
        actions.settle_variant(variant=variant, content=chosen, seen=seen, by=w.officer(), at=IN_TIME)


@pytest.mark.django_db
def test_the_same_save_sent_twice_changes_nothing_the_second_time():
    w = world()
    report = w.report()
    marks = marks_of(stored_units(report))
    given = {
        "sections": {w.clause.pk: "Một lần."},
        "figures": [FigureInput(w.count.pk, "reported", Decimal(3))],
    }
    first = merge(w, report, marks, **given)
    again = merge(w, report, marks, **given)
    assert (len(first.written), again.written, again.clashing) == (2, frozenset(), frozenset())
    assert again.report.version == first.report.version


@pytest.mark.django_db
def test_every_unit_reads_back_as_it_was_written():
    w = world()
    published(w, MODELS, replaces=False)
    report = w.report()
    content = ReportInput(
        sections={w.clause.pk: "Dòng một\nDòng hai"},
        figures=[FigureInput(w.ratio.pk, "reported", Decimal(97), Decimal(120), "theo sổ")],
        overview="Chung", is_nil=False, tables={"mohinh": [RowInput("r1", ("Hoa", "x"))]},
    )  # fmt: skip
    merge(w, report, marks_of(stored_units(report)), **vars(content))
    units = stored_units(report)
    for name, unit in units.items():
        actions.merge_report(
            report=report, content=input_of(name, unit), marks={}, by=w.officer(), at=IN_TIME
        )
    assert stored_units(report) == units


@pytest.mark.django_db
def test_others_and_reports_handed_in_are_not_merged_into():
    w = world()
    report = w.report()
    with pytest.raises(PermissionDenied):
        merge(w, report, {}, by=w.officer(w.front), overview="Của người khác.")
    merge(w, report, {}, overview="Ổn định.")
    actions.submit(report=report, by=w.officer(), at=IN_TIME)
    with pytest.raises(Refused, match="đã nộp"):
        merge(w, report, marks_of(stored_units(report)), overview="Muộn.")
