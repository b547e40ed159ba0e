"""Figures of a report become facts on submit, and count upward once the report is accepted."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.documents.models import StoredFile
from phoihop.reports.models import Obligation, Report, ReportFigure
from phoihop.reports.queries.prefill import known_figures
from phoihop.targets.actions import accept_figures, correct_figure, record_figure
from phoihop.targets.models import Figure, Target
from phoihop.targets.statuses import FigureState

ORIGIN = "report"


def record_reported(report: Report, *, sequence: int, by: Member, at: datetime) -> None:
    """Record what is new and correct what differs; a figure taken out becomes "không có số liệu"."""
    obligation = report.obligation
    drafted = {row.target_id: row for row in report.figures.select_related("target")}
    known = known_figures(obligation, _targets_in_question(report, drafted))
    evidence = _evidence(report)
    for target_id, row in drafted.items():
        files = evidence.get(target_id, [])
        if target_id not in known:
            _record(obligation, row, report, files, by=by, at=at)
        elif _differs(known[target_id], row):
            reason = row.note or f"Số liệu báo cáo lại, lần nộp {sequence}."
            _correct(known[target_id], row, reason, report, files, by=by, at=at)
    withdrawn = [figure for target_id, figure in known.items() if target_id not in drafted]
    for figure in withdrawn:
        _withdraw(figure, report, sequence, by=by, at=at)


def _targets_in_question(report: Report, drafted: dict[int, ReportFigure]) -> set[int]:
    """Those in the working copy and those earlier rounds made facts of."""
    earlier = Figure.objects.filter(origin=ORIGIN, origin_id=report.pk).values_list("target_id", flat=True)
    return set(drafted) | set(earlier)


def _evidence(report: Report) -> dict[int, list[StoredFile]]:
    files: dict[int, list[StoredFile]] = {}
    for row in report.attachments.exclude(target=None).select_related("file"):
        files.setdefault(row.target_id or 0, []).append(row.file)
    return files


def _differs(figure: Figure, row: ReportFigure) -> bool:
    return (figure.state, figure.numerator, figure.denominator) != (row.state, row.numerator, row.denominator)


def _record(
    obligation: Obligation, row: ReportFigure, report: Report, files: list[StoredFile], *, by: Member,
    at: datetime,
) -> None:  # fmt: skip
    with _named(row.target):
        record_figure(
            target=row.target,
            body=obligation.body,
            period=Period(obligation.period_start, obligation.period_end),
            state=FigureState(row.state),
            numerator=row.numerator,
            denominator=row.denominator,
            note=row.note,
            origin=ORIGIN,
            origin_id=report.pk,
            evidence=files,
            by=by,
            at=at,
        )


def _correct(
    figure: Figure, row: ReportFigure, reason: str, report: Report, files: list[StoredFile], *, by: Member,
    at: datetime,
) -> None:  # fmt: skip
    with _named(row.target):
        correct_figure(
            figure=figure,
            state=FigureState(row.state),
            numerator=row.numerator,
            denominator=row.denominator,
            reason=reason,
            origin=ORIGIN,
            origin_id=report.pk,
            evidence=files,
            by=by,
            at=at,
        )


def _withdraw(figure: Figure, report: Report, sequence: int, *, by: Member, at: datetime) -> None:
    if figure.state == FigureState.MISSING:
        return
    correct_figure(
        figure=figure,
        state=FigureState.MISSING,
        reason=f"Rút số liệu khi nộp lại báo cáo lần {sequence}.",
        origin=ORIGIN,
        origin_id=report.pk,
        by=by,
        at=at,
    )


@contextmanager
def _named(target: Target) -> Iterator[None]:
    """A refusal says which target it is about."""
    try:
        yield
    except Refused as refusal:
        raise Refused(f"{target.name}: {refusal.message}") from refusal


def accept_reported(report: Report, *, by: Member, at: datetime) -> int:
    """Accept the present figures of the report's period; answers how many are newly accepted."""
    figures = known_figures(report.obligation, list(report.figures.values_list("target_id", flat=True)))
    return accept_figures(figures=figures.values(), by=by, at=at)
