"""Forms of a duty: composed, published, counted from a day; a report keeps the version it was begun with."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from phoihop.core.errors import Conflict, Refused
from phoihop.reports import actions
from phoihop.reports.calculations.form_parts import FormPart, PartKind, parts_of
from phoihop.reports.calculations.tables import ColumnKind, TableColumn
from phoihop.reports.content import ReportInput, RowInput
from phoihop.reports.form_choices import form_choice
from phoihop.reports.models import FormVersion, ReportForm
from phoihop.reports.queries.forms import counting_form, form_begun_with
from phoihop.reports.queries.reading import reading_of
from phoihop.reports.queries.rounds import content_of, problems_of
from phoihop.reports.queries.working_copy import working_copy
from tests.reports.factories import IN_TIME, saved, world

pytestmark = pytest.mark.django_db
MODELS = FormPart(
    "mohinh", PartKind.TABLE, "Danh sách mô hình", is_required=True,
    columns=(TableColumn("ten", "Tên"), TableColumn("ho", "Số hộ", ColumnKind.COUNT)),
)  # fmt: skip


def published(w, *parts, counts_from=date(2026, 1, 1), replaces=True):
    by = w.officer(w.committee)
    form = actions.add_parts(duty=w.duty, parts=parts, replaces=replaces, by=by, at=IN_TIME)
    return actions.publish_form(duty=w.duty, counts_from=counts_from, version=form.version, by=by, at=IN_TIME)


def written(w, report, **content):
    return actions.save_report(
        report=report, content=ReportInput(**content), version=report.version, by=w.officer(), at=IN_TIME
    )


def test_a_duty_without_a_form_of_its_own_uses_the_usual_one():
    w = world()
    report = w.report()
    assert report.obligation.form_version == 1
    assert [part.kind.value for part in form_begun_with(report.obligation).parts] == [
        "overview", "clauses", "figures", "shortcomings", "recommendations", "attachments",
    ]  # fmt: skip


def test_a_new_version_counts_for_periods_that_begin_on_its_day_or_later():
    w = world()
    published(w, MODELS, counts_from=date(2026, 4, 1))
    assert counting_form(w.duty.key, date(2026, 1, 1)).number == 1
    assert counting_form(w.duty.key, date(2026, 4, 1)).number == 2
    assert w.report().obligation.form_version == 1


def test_changing_a_form_never_changes_old_reports():
    w = world()
    published(w, MODELS)
    report = w.report()
    row = RowInput("r1", ("Tuyến đường hoa", "12"))
    written(w, report, tables={"mohinh": [row]})
    actions.submit(report=report, by=w.officer(), at=IN_TIME)
    kept = report.rounds.get().content
    before = [(part.title, part.table) for part in reading_of(kept)]
    other = replace(MODELS, title="Bảng khác", columns=(TableColumn("c1", "Cột khác"),))
    published(w, other, FormPart("them", PartKind.OVERVIEW, "Tình hình"))
    report.refresh_from_db()
    assert report.obligation.form_version == 2
    assert [(part.title, part.table) for part in reading_of(report.rounds.get().content)] == before
    again = content_of(working_copy(report))
    assert again["tables"] == kept["tables"]
    assert again["parts"] == kept["parts"]
    assert counting_form(w.duty.key, date(2026, 4, 1)).number == 3


def test_a_round_keeps_tables_with_their_columns_and_typed_rows():
    w = world()
    published(w, MODELS)
    report = w.report()
    rows = [RowInput("r1", ("Tuyến đường hoa", "0")), RowInput("r2", ("Camera an ninh", ""))]
    written(w, report, tables={"mohinh": rows})
    assert content_of(working_copy(report))["tables"] == [
        {
            "key": "mohinh",
            "title": "Danh sách mô hình",
            "columns": [
                {"key": "ten", "title": "Tên", "kind": "text"},
                {"key": "ho", "title": "Số hộ", "kind": "count"},
            ],
            "rows": [["Tuyến đường hoa", "0"], ["Camera an ninh", ""]],
        }
    ]


def test_an_emptied_row_goes_and_others_stay_in_their_order():
    w = world()
    published(w, MODELS)
    report = w.report()
    rows = [RowInput(f"r{n}", (f"Mô hình {n}", str(n))) for n in (1, 2, 3)]
    report = written(w, report, tables={"mohinh": rows})
    report = written(w, report, tables={"mohinh": [RowInput("r2", ("", "")), RowInput("r1", ("Một", "1"))]})
    assert [row["cells"] for row in report.tables.get().rows] == [["Một", "1"], ["Mô hình 3", "3"]]


def test_a_row_that_does_not_fit_the_table_is_refused():
    w = world()
    published(w, MODELS)
    with pytest.raises(Refused, match="không đúng mẫu"):
        written(w, w.report(), tables={"mohinh": [RowInput("r1", ("chỉ một ô",))]})


def test_a_part_that_must_be_written_keeps_the_report_from_being_handed_in():
    w = world()
    published(w, FormPart("chung", PartKind.OVERVIEW, "Tình hình chung"), MODELS)
    report = w.report()
    report = written(w, report, overview="Ổn định.")
    assert problems_of(working_copy(report)) == ["Phần “Danh sách mô hình” bắt buộc nhưng chưa ghi."]
    nil = written(w, report, overview="", is_nil=True)
    assert problems_of(working_copy(nil)) == []


def test_figures_are_asked_only_for_the_chosen_targets():
    w = world()
    chosen = FormPart("so", PartKind.FIGURES, "Số liệu", targets=(str(w.count.key),))
    published(w, chosen)
    report = saved(w, w.report())
    assert [figure["target_id"] for figure in content_of(working_copy(report))["figures"]] == [w.count.pk]


def test_a_form_begins_with_the_usual_parts_and_takes_ready_made_ones():
    w = world()
    form = actions.add_parts(
        duty=w.duty, parts=form_choice("models").parts, by=w.officer(w.committee), at=IN_TIME
    )
    assert [part["kind"] for part in form.parts][-2:] == ["attachments", "table"]
    form = actions.add_parts(
        duty=w.duty, parts=form_choice("outline").parts, by=w.officer(w.committee), at=IN_TIME
    )
    kinds = [part["kind"] for part in form.parts]
    assert kinds.count("overview") == kinds.count("figures") == 1
    assert len({part["key"] for part in form.parts}) == len(form.parts)


def test_parts_are_moved_rewritten_and_taken_out():
    w = world()
    by = w.officer(w.committee)
    form = actions.move_part(duty=w.duty, key="kiennghi", places=-1, by=by, at=IN_TIME)
    assert [part["key"] for part in form.parts][3:5] == ["kiennghi", "khokhan"]
    part = replace(parts_of(form.parts)[0], title="Bối cảnh", is_required=True)
    with pytest.raises(Conflict):
        actions.change_part(duty=w.duty, part=part, version=form.version - 1, by=by, at=IN_TIME)
    form = actions.change_part(duty=w.duty, part=part, version=form.version, by=by, at=IN_TIME)
    assert form.parts[0]["title"] == "Bối cảnh"
    form = actions.drop_part(duty=w.duty, key="tinhhinh", by=by, at=IN_TIME)
    assert "tinhhinh" not in {part["key"] for part in form.parts}
    with pytest.raises(Refused, match="không còn"):
        actions.drop_part(duty=w.duty, key="tinhhinh", by=by, at=IN_TIME)


def test_nothing_new_is_not_published_twice_and_wrong_parts_not_at_all():
    w = world()
    published(w, MODELS)
    form = ReportForm.objects.get()
    by = w.officer(w.committee)
    with pytest.raises(Refused, match="chưa có gì đổi"):
        actions.publish_form(
            duty=w.duty, counts_from=date(2026, 1, 1), version=form.version, by=by, at=IN_TIME
        )
    form = actions.drop_part(duty=w.duty, key="mohinh", by=by, at=IN_TIME)
    with pytest.raises(Refused, match="chưa có phần nào"):
        actions.publish_form(
            duty=w.duty, counts_from=date(2026, 1, 1), version=form.version, by=by, at=IN_TIME
        )


def test_those_who_only_report_do_not_compose():
    w = world()
    with pytest.raises(PermissionDenied):
        actions.add_parts(duty=w.duty, parts=[MODELS], by=w.officer(), at=IN_TIME)


def test_the_database_keeps_a_published_version():
    w = world()
    made = published(w, MODELS)
    for change in (lambda: FormVersion.objects.update(parts=[]), made.delete):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
