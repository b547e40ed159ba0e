"""What is handed in: the working copy as a round keeps it, what still keeps it from being handed in."""

from collections.abc import Sequence
from typing import Any

from phoihop.core.periods import Period
from phoihop.reports.calculations.figures import FigureLine, problem_of
from phoihop.reports.calculations.form_parts import PartKind, column_json
from phoihop.reports.calculations.headings import heading_of
from phoihop.reports.content import FigureInput
from phoihop.reports.models import ReportFigure
from phoihop.reports.queries.answering import AnsweredTarget
from phoihop.reports.queries.forms import Form
from phoihop.reports.queries.handing_up import below_of, problem_of_consolidation
from phoihop.reports.queries.lines import lines_of
from phoihop.reports.queries.working_copy import WorkingCopy

type Json = dict[str, Any]
_BEGUN_WITH_OBSTACLES = {PartKind.SHORTCOMINGS, PartKind.RECOMMENDATIONS}
"""Parts that may be begun by the system or stand alone: they are no report by themselves."""


def problems_of(copy: WorkingCopy) -> list[str]:
    """Why the report cannot be handed in yet, as plain sentences; empty when it can."""
    report, form = copy.report, copy.form
    said = _said(copy)
    has_text = any(kind not in _BEGUN_WITH_OBSTACLES for key, kind in said.items())
    consolidated = problem_of_consolidation(copy.consolidation)
    is_handed_up = consolidated is not None
    has_content = bool(copy.figures) or has_text or bool(copy.emergent) or is_handed_up
    problems = [consolidated] if consolidated else []
    if report.entered_by_body_id != report.obligation.body_id and report.paper_scan_id is None:
        problems.append("Nhập hộ cần kèm bản chụp báo cáo giấy.")
    if report.is_nil and has_content:
        problems.append(
            "Báo cáo không phát sinh thì không ghi nội dung và số liệu; hãy bỏ chọn hoặc xóa nội dung."
        )
    if not report.is_nil and not has_content:
        problems.append("Báo cáo chưa có nội dung. Nếu trong kỳ không có gì, hãy chọn “không phát sinh”.")
    elif not report.is_nil and not is_handed_up:
        problems += _unwritten(form, said)
    if copy.variants:
        problems.append("Có đoạn hai người cùng sửa: hãy chọn một bản trước khi nộp.")
    return problems + _figure_problems(copy)


def _said(copy: WorkingCopy) -> dict[str, PartKind]:
    """The parts of the form something was written in, by key."""
    report, rows = copy.report, copy.rows
    texts = {row.key for row in rows.texts if row.text.strip()}
    texts |= {row.key for row in rows.tables if row.rows}
    kinds = {
        PartKind.OVERVIEW: bool(report.overview.strip()),
        PartKind.SHORTCOMINGS: bool(report.shortcomings.strip()),
        PartKind.RECOMMENDATIONS: bool(report.recommendations.strip()),
        PartKind.CLAUSES: any(row.text.strip() for row in rows.sections),
        PartKind.FIGURES: bool(rows.figures),
        PartKind.ATTACHMENTS: bool(copy.attachments),
    }
    quiet = {PartKind.FIGURES, PartKind.ATTACHMENTS}
    return {
        part.key: part.kind
        for part in copy.form.parts
        if (kinds.get(part.kind) and (part.is_required or part.kind not in quiet)) or part.key in texts
    }


def _unwritten(form: Form, said: dict[str, PartKind]) -> list[str]:
    """One sentence for each part that must be written and is not."""
    return [
        f"Phần “{part.title}” bắt buộc nhưng chưa ghi."
        for part in form.parts
        if part.is_required and part.key not in said
    ]


def _figure_problems(copy: WorkingCopy) -> list[str]:
    with_evidence = {row.target_id for row in copy.attachments}
    figures = copy.figures
    found = []
    for row in copy.answered:
        figure = figures.get(row.target.pk)
        if figure is None:
            continue
        given = FigureInput(row.target.pk, figure.state, figure.numerator, figure.denominator, figure.note)
        problem = problem_of(given, row.target.spec, has_evidence=row.target.pk in with_evidence)
        if problem:
            found.append(f"{row.target.name}: {problem}")
    return found


def content_of(copy: WorkingCopy) -> Json:
    """The report as JSON for a round: the parts of its form in order, texts, tables, figures with their line
    of the table, files; numbers as text. One query, one more for a report that hands up."""
    report, form = copy.report, copy.form
    obligation, figures = report.obligation, copy.figures
    lines = lines_of(obligation, copy.answered, figures)
    return {
        "period": [obligation.period_start.isoformat(), obligation.period_end.isoformat()],
        "period_label": Period(obligation.period_start, obligation.period_end).label,
        "form_version": form.number,
        "parts": [_part(part) for part in form.parts],
        "is_nil": report.is_nil,
        "overview": report.overview,
        "shortcomings": report.shortcomings,
        "recommendations": report.recommendations,
        "entered_by_body_id": report.entered_by_body_id,
        "paper_scan_id": report.paper_scan_id,
        "sections": _sections(copy),
        "texts": _texts(copy),
        "tables": _tables(copy),
        "emergent": list(copy.emergent),
        "figures": [_figure(row, figures.get(row.target.pk), lines[row.target.pk]) for row in copy.answered],
        "files": _files(copy),
        **below_of(copy.consolidation),
    }


def _part(part: Any) -> Json:
    return {"key": part.key, "kind": part.kind.value, "title": part.title, "level": part.level}


def _sections(copy: WorkingCopy) -> list[Json]:
    return [
        {
            "clause_id": row.clause_id,
            "label": row.clause.label,
            "path": row.clause.path,
            "heading": row.clause.text,
            "title": heading_of(row.clause.text),
            "text": row.text,
        }
        for row in copy.rows.sections
    ]


def _texts(copy: WorkingCopy) -> list[Json]:
    """The free headings in the order of the form, those nobody wrote under too."""
    texts = {row.key: row.text for row in copy.rows.texts}
    return [
        {"key": part.key, "title": part.title, "text": texts.get(part.key, "")}
        for part in copy.form.of_kind(PartKind.HEADING)
    ]


def _tables(copy: WorkingCopy) -> list[Json]:
    """The tables in the order of the form; a row nobody wrote in is left out."""
    rows = {row.key: row.rows for row in copy.rows.tables}
    return [
        {
            "key": part.key,
            "title": part.title,
            "columns": [column_json(column) for column in part.columns],
            "rows": _in_order(rows.get(part.key, []), part.fixed_rows),
        }
        for part in copy.form.of_kind(PartKind.TABLE)
    ]


def _in_order(rows: Sequence[Json], fixed: Sequence[str]) -> list[list[str]]:
    """Rows the form gives stand first, in its order."""
    places = {f"f{number}": number for number in range(1, len(fixed) + 1)}
    ordered = sorted(rows, key=lambda row: places.get(row["id"], len(fixed) + 1))
    return [row["cells"] for row in ordered]


def _figure(answered: AnsweredTarget, figure: ReportFigure | None, line: FigureLine) -> Json:
    return {
        "target_id": answered.target.pk,
        "clause_id": answered.target.clause_id,
        "name": answered.target.name,
        "unit": answered.target.unit,
        "state": figure.state if figure else "",
        "numerator": _text(figure and figure.numerator),
        "denominator": _text(figure and figure.denominator),
        "note": figure.note if figure else "",
        "plan": line.plan,
        "this_period": line.this_period,
        "to_date": line.to_date,
        "percent": _text(line.percent),
        "outcome": line.outcome,
        "last_year": line.last_year,
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _files(copy: WorkingCopy) -> list[Json]:
    rows = copy.attachments
    return [{"file_id": row.file_id, "name": row.file.name, "target_id": row.target_id} for row in rows]
