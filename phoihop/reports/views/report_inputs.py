"""All fields of a report's form, part by part, bound to what was sent or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.http import QueryDict

from phoihop.core.numbers import decimal_words
from phoihop.reports.calculations.form_parts import PartKind
from phoihop.reports.content import ReportInput
from phoihop.reports.forms import FigureForm, ReportForm, SectionForm, TextForm
from phoihop.reports.models import Report
from phoihop.reports.queries.form_page import FigureRow, FormPage, PartRow, SectionRow
from phoihop.reports.queries.units import COMMON
from phoihop.reports.table_input import TableInput

TAKE = "lay-"
"""What the button "Dùng …" of a line sends, with the id of its target."""


@dataclass(frozen=True)
class Line:
    """A figure's row beside its form."""

    row: FigureRow
    form: FigureForm


@dataclass(frozen=True)
class Section:
    """A clause beside its form and its lines."""

    row: SectionRow
    form: SectionForm
    lines: list[Line]


@dataclass(frozen=True)
class PartFields:
    """A part of the form beside its fields."""

    row: PartRow
    field: BoundField | None = None
    text: TextForm | None = None
    sections: Sequence[Section] = ()
    lines: Sequence[Line] = ()
    table: TableInput | None = None


@dataclass(frozen=True)
class Inputs:
    """All fields of the page."""

    report: ReportForm
    parts: Sequence[PartFields]

    @property
    def sections(self) -> list[Section]:
        return [section for part in self.parts for section in part.sections]

    @property
    def lines(self) -> list[Line]:
        own = [line for part in self.parts for line in part.lines]
        return own + [line for section in self.sections for line in section.lines]

    @property
    def texts(self) -> list[TextForm]:
        return [part.text for part in self.parts if part.text is not None]

    @property
    def tables(self) -> list[TableInput]:
        return [part.table for part in self.parts if part.table is not None]

    def are_valid(self) -> bool:
        """Every form is looked at, so that every mistake shows at once."""
        forms = [self.report, *self.texts, *(s.form for s in self.sections), *(x.form for x in self.lines)]
        wrong = sum(not form.is_valid() for form in forms)
        return wrong + sum(not table.is_valid() for table in self.tables) == 0

    def content(self) -> ReportInput:
        """What is in order of all that was typed."""
        self.are_valid()
        return self.report.content(
            [section.form for section in self.sections if section.form.is_valid()],
            [line.form for line in self.lines if line.form.is_valid()],
            [text for text in self.texts if text.is_valid()],
            self.tables,
        )

    def problems(self) -> dict[str, str]:
        """What is wrong, by unit, in one sentence each."""
        found = {f"chung-{name}": _first(errors) for name, errors in self.report.errors.items()}
        found |= {f"muc-{s.form.clause_id}": _first_of(s.form) for s in self.sections if s.form.errors}
        found |= {f"phan-{text.key}": _first_of(text) for text in self.texts if text.errors}
        found |= {f"so-{x.form.target_id}": _first_of(x.form) for x in self.lines if x.form.errors}
        for table in self.tables:
            found |= table.problems()
        return found


def _first(errors: Any) -> str:
    return str(errors[0])


def _first_of(form: Any) -> str:
    return _first(next(iter(form.errors.values())))


def inputs_of(
    report: Report, page: FormPage, data: QueryDict | None = None, files: Any = None, *, more: str = ""
) -> Inputs:
    """The fields of the page, filled with what is stored or with what was sent; `more` rows for a table."""
    initial = {"version": report.version, "is_nil": report.is_nil}
    initial |= {name: getattr(report, name) for name in COMMON}
    form = ReportForm(data, files, parts=[row.part for row in page.parts], initial=initial)
    return Inputs(form, [_fields(form, row, data, files, more=more) for row in page.parts])


def _fields(form: ReportForm, row: PartRow, data: Any, files: Any, *, more: str) -> PartFields:
    part = row.part
    if part.kind.value in COMMON:
        return PartFields(row, field=form[part.kind.value])
    if part.kind == PartKind.HEADING:
        return PartFields(row, text=TextForm(data, part=part, initial={"text": row.text}))
    if part.kind == PartKind.TABLE:
        return PartFields(row, table=TableInput(part, row.rows, posted=data, more=more == part.key))
    return PartFields(
        row,
        sections=[
            Section(
                row=section,
                form=SectionForm(data, clause_id=section.clause_id, initial={"text": section.text}),
                lines=[Line(figure, _figure_form(figure, data, files)) for figure in section.figures],
            )
            for section in row.sections
        ],
        lines=[Line(figure, _figure_form(figure, data, files)) for figure in row.figures],
    )


def with_taken(data: QueryDict, page: FormPage) -> QueryDict:
    """What was sent, with the number its tasks give in the line whose "Dùng …" was pressed."""
    row = taken_row(data, page)
    if row is None or not row.sourced:
        return data
    value, filled = row.sourced[0], data.copy()
    for name, said in (("numerator", value.numerator), ("denominator", value.denominator)):
        filled[f"so-{row.target_id}-{name}"] = decimal_words(said)
    filled[f"so-{row.target_id}-state"] = ""
    return filled


def taken_row(data: QueryDict, page: FormPage) -> FigureRow | None:
    """The line whose number was taken over, if one was."""
    wanted = data.get("tiep", "")
    parts = [part.figures for part in page.parts]
    parts += [section.figures for part in page.parts for section in part.sections]
    return next((row for rows in parts for row in rows if wanted == f"{TAKE}{row.target_id}"), None)


def _figure_form(row: FigureRow, data: Any, files: Any) -> FigureForm:
    figure = row.figure
    initial = (
        {
            "state": figure.state,
            "numerator": figure.numerator,
            "denominator": figure.denominator,
            "note": figure.note,
        }
        if figure
        else {}
    )
    return FigureForm(data, files, target_id=row.target_id, spec=row.spec, initial=initial)
