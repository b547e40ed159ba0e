"""What is handed in: the working copy as a round keeps it, what still keeps it from being handed in."""

from collections.abc import Sequence
from typing import Any

from phoihop.core.periods import Period
from phoihop.reports.calculations.figures import FigureLine, problem_of
from phoihop.reports.calculations.form_parts import PartKind, column_json
from phoihop.reports.calculations.headings import heading_of
from phoihop.reports.content import FigureInput
from phoihop.reports.models import Report, ReportFigure
from phoihop.reports.queries.answering import AnsweredTarget, targets_of
from phoihop.reports.queries.forms import Form, form_begun_with
from phoihop.reports.queries.handing_up import below_of, problem_of_consolidation
from phoihop.reports.queries.lines import lines_of
from phoihop.reports.queries.prefill import emergent_of

type Json = dict[str, Any]
_BEGUN_WITH_OBSTACLES = {PartKind.SHORTCOMINGS, PartKind.RECOMMENDATIONS}
"""Parts that may be begun by the system or stand alone: they are no report by themselves."""


def problems_of(report: Report) -> list[str]:
    """Why the report cannot be handed in yet, as plain sentences; empty when it can."""
    form = form_begun_with(report.obligation)
    figures = {row.target_id: row for row in report.figures.all()}
    said = _said(report, form, has_figures=bool(figures))
    has_text = any(kind not in _BEGUN_WITH_OBSTACLES for key, kind in said.items())
    consolidated = problem_of_consolidation(report)
    is_handed_up = consolidated is not None
    has_content = bool(figures) or has_text or bool(emergent_of(report.obligation)) or is_handed_up
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
    if report.variants.filter(settled_at=None).exists():
        problems.append("Có đoạn hai người cùng sửa: hãy chọn một bản trước khi nộp.")
    return problems + _figure_problems(report, figures, form)


def _said(report: Report, form: Form, *, has_figures: bool) -> dict[str, PartKind]:
    """The parts of the form something was written in, by key."""
    texts = {row.key for row in report.texts.all() if row.text.strip()}
    texts |= {row.key for row in report.tables.all() if row.rows}
    kinds = {
        PartKind.OVERVIEW: bool(report.overview.strip()),
        PartKind.SHORTCOMINGS: bool(report.shortcomings.strip()),
        PartKind.RECOMMENDATIONS: bool(report.recommendations.strip()),
        PartKind.CLAUSES: any(row.text.strip() for row in report.sections.all()),
        PartKind.FIGURES: has_figures,
        PartKind.ATTACHMENTS: report.attachments.exists(),
    }
    quiet = {PartKind.FIGURES, PartKind.ATTACHMENTS}
    return {
        part.key: part.kind
        for part in form.parts
        if (kinds.get(part.kind) and (part.is_required or part.kind not in quiet)) or part.key in texts
    }


def _unwritten(form: Form, said: dict[str, PartKind]) -> list[str]:
    """One sentence for each part that must be written and is not."""
    return [
        f"Phần “{part.title}” bắt buộc nhưng chưa ghi."
        for part in form.parts
        if part.is_required and part.key not in said
    ]


def _figure_problems(report: Report, figures: dict[int, ReportFigure], form: Form) -> list[str]:
    with_evidence = set(report.attachments.values_list("target_id", flat=True))
    found = []
    for row in form.asked(targets_of(report.obligation.edition_id, report.obligation.body_id)):
        figure = figures.get(row.target.pk)
        if figure is None:
            continue
        given = FigureInput(row.target.pk, figure.state, figure.numerator, figure.denominator, figure.note)
        problem = problem_of(given, row.target.spec, has_evidence=row.target.pk in with_evidence)
        if problem:
            found.append(f"{row.target.name}: {problem}")
    return found


def content_of(report: Report) -> Json:
    """The report as JSON for a round: the parts of its form in order, texts, tables, figures with their line
    of the table, files; numbers as text."""
    obligation = report.obligation
    form = form_begun_with(obligation)
    answered = form.asked(targets_of(obligation.edition_id, obligation.body_id))
    figures = {row.target_id: row for row in report.figures.all()}
    lines = lines_of(obligation, answered, figures)
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
        "sections": _sections(report),
        "texts": _texts(report, form),
        "tables": _tables(report, form),
        "emergent": emergent_of(obligation),
        "figures": [_figure(row, figures.get(row.target.pk), lines[row.target.pk]) for row in answered],
        "files": _files(report),
        **below_of(report),
    }


def _part(part: Any) -> Json:
    return {"key": part.key, "kind": part.kind.value, "title": part.title, "level": part.level}


def _sections(report: Report) -> list[Json]:
    rows = report.sections.select_related("clause").order_by("clause__order")
    return [
        {
            "clause_id": row.clause_id,
            "label": row.clause.label,
            "path": row.clause.path,
            "heading": row.clause.text,
            "title": heading_of(row.clause.text),
            "text": row.text,
        }
        for row in rows
    ]


def _texts(report: Report, form: Form) -> list[Json]:
    """The free headings in the order of the form, those nobody wrote under too."""
    texts = {row.key: row.text for row in report.texts.all()}
    return [
        {"key": part.key, "title": part.title, "text": texts.get(part.key, "")}
        for part in form.of_kind(PartKind.HEADING)
    ]


def _tables(report: Report, form: Form) -> list[Json]:
    """The tables in the order of the form; a row nobody wrote in is left out."""
    rows = {row.key: row.rows for row in report.tables.all()}
    return [
        {
            "key": part.key,
            "title": part.title,
            "columns": [column_json(column) for column in part.columns],
            "rows": _in_order(rows.get(part.key, []), part.fixed_rows),
        }
        for part in form.of_kind(PartKind.TABLE)
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


def _files(report: Report) -> list[Json]:
    rows = report.attachments.select_related("file").order_by("id")
    return [{"file_id": row.file_id, "name": row.file.name, "target_id": row.target_id} for row in rows]
