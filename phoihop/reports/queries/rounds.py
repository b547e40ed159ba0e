"""What is handed in: the working copy as a round keeps it, what still keeps it from being handed in."""

from typing import Any

from phoihop.core.periods import Period
from phoihop.reports.calculations.figures import FigureLine, problem_of
from phoihop.reports.calculations.headings import heading_of
from phoihop.reports.content import FigureInput
from phoihop.reports.models import Report, ReportFigure
from phoihop.reports.queries.answering import AnsweredTarget, targets_of
from phoihop.reports.queries.lines import lines_of
from phoihop.reports.queries.prefill import emergent_of

type Json = dict[str, Any]


def problems_of(report: Report) -> list[str]:
    """Why the report cannot be handed in yet, as plain sentences; empty when it can."""
    problems = []
    if report.entered_by_body_id != report.obligation.body_id and report.paper_scan_id is None:
        problems.append("Nhập hộ cần kèm bản chụp báo cáo giấy.")
    figures = {row.target_id: row for row in report.figures.all()}
    has_text = any(row.text.strip() for row in report.sections.all()) or bool(report.overview.strip())
    has_text = has_text or bool(emergent_of(report.obligation))
    if report.is_nil and (figures or has_text):
        problems.append(
            "Báo cáo không phát sinh thì không ghi nội dung và số liệu; hãy bỏ chọn hoặc xóa nội dung."
        )
    if not report.is_nil and not figures and not has_text:
        problems.append("Báo cáo chưa có nội dung. Nếu trong kỳ không có gì, hãy chọn “không phát sinh”.")
    return problems + _figure_problems(report, figures)


def _figure_problems(report: Report, figures: dict[int, ReportFigure]) -> list[str]:
    with_evidence = set(report.attachments.values_list("target_id", flat=True))
    found = []
    for row in targets_of(report.obligation.edition_id, report.obligation.body_id):
        figure = figures.get(row.target.pk)
        if figure is None:
            continue
        given = FigureInput(row.target.pk, figure.state, figure.numerator, figure.denominator, figure.note)
        problem = problem_of(given, row.target.spec, has_evidence=row.target.pk in with_evidence)
        if problem:
            found.append(f"{row.target.name}: {problem}")
    return found


def content_of(report: Report) -> Json:
    """The report as JSON for a round: texts, figures with their line of the table, files; numbers as text."""
    obligation = report.obligation
    answered = targets_of(obligation.edition_id, obligation.body_id)
    figures = {row.target_id: row for row in report.figures.all()}
    lines = lines_of(obligation, answered, figures)
    return {
        "period": [obligation.period_start.isoformat(), obligation.period_end.isoformat()],
        "period_label": Period(obligation.period_start, obligation.period_end).label,
        "is_nil": report.is_nil,
        "overview": report.overview,
        "shortcomings": report.shortcomings,
        "recommendations": report.recommendations,
        "entered_by_body_id": report.entered_by_body_id,
        "paper_scan_id": report.paper_scan_id,
        "sections": _sections(report),
        "emergent": emergent_of(obligation),
        "figures": [_figure(row, figures.get(row.target.pk), lines[row.target.pk]) for row in answered],
        "files": _files(report),
    }


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
