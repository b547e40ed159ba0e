"""Figures of a report become facts on submit, and count upward once the report is accepted."""

from collections.abc import Mapping
from datetime import datetime

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.programmes.models import Edition
from phoihop.reports.models import Report, ReportFigure
from phoihop.reports.queries.prefill import known_figures, period_of, reported_ids
from phoihop.reports.queries.questions import figure_row
from phoihop.reports.queries.working_copy import WorkingCopy
from phoihop.targets.actions.closing import refuse_closed
from phoihop.targets.actions.entering import RowsRefused, record_many
from phoihop.targets.actions.figures import accept_by_ids
from phoihop.targets.content import Amount
from phoihop.targets.entries import FigureRow
from phoihop.targets.models import Figure, Target
from phoihop.targets.statuses import FigureState

ORIGIN = "report"
WITHDRAWN = "Rút số liệu"


def record_reported(report: Report, *, sequence: int, by: Member, at: datetime) -> None:
    """Record what is new and correct what differs; a figure taken out becomes "không có số liệu".

    As one act: the same queries for one figure or a hundred. Refused with the target's name for what cannot
    be recorded, Conflict when somebody recorded one of them meanwhile.
    """
    drafted = {row.target_id: row for row in report.figures.all()}
    known = known_figures(report.obligation, _targets_in_question(report, drafted))
    evidence = _evidence(report)
    rows = [
        figure_row(report, row, known.get(target_id), evidence.get(target_id, ()))
        for target_id, row in drafted.items()
        if target_id not in known or _differs(known[target_id], row)
    ]
    rows += _withdrawn(known, drafted)
    if rows:
        _record(report, rows, reason=f"Số liệu báo cáo lại, lần nộp {sequence}.", by=by, at=at)


def refuse_silence_on_closed(copy: WorkingCopy, *, at: datetime) -> None:
    """Refused when a report asked for figures says none of them and its period is closed: the total that
    stands would be without it for good. Forms of words alone, and what hands a consolidated one up, pass."""
    if copy.figures or not copy.answered or copy.consolidation is not None:
        return
    obligation = copy.report.obligation
    editions = Edition.objects.filter(pk__in={row.target.edition_id for row in copy.answered})
    for programme_id in sorted(set(editions.values_list("programme_id", flat=True))):
        refuse_closed(programme_id, period_of(obligation), area_ids=[obligation.body.area_id], at=at)


def _record(report: Report, rows: list[FigureRow], *, reason: str, by: Member, at: datetime) -> None:
    try:
        record_many(
            rows=rows, period=period_of(report.obligation), reason=reason, origin=ORIGIN,
            origin_id=report.pk, by=by, at=at,
        )  # fmt: skip
    except RowsRefused as refusal:
        if any(problem.is_conflict for problem in refusal.problems.values()):
            raise Conflict("Số liệu") from refusal
        wrong = {rows[place].target_id: problem.words for place, problem in refusal.problems.items()}
        names = Target.objects.in_bulk(list(wrong))
        said = [f"{names[target_id].name}: {words}" for target_id, words in wrong.items()]
        raise Refused(" ".join(said)) from refusal


def _withdrawn(known: Mapping[int, Figure], drafted: Mapping[int, ReportFigure]) -> list[FigureRow]:
    """Facts of earlier rounds that are no longer in the report."""
    return [
        FigureRow(
            target_id=target_id,
            body_id=figure.body_id,
            area_id=figure.area_id,
            amount=Amount(FigureState.MISSING),
            note=WITHDRAWN,
            seen=figure.pk,
        )
        for target_id, figure in known.items()
        if target_id not in drafted and figure.state != FigureState.MISSING
    ]


def _targets_in_question(report: Report, drafted: dict[int, ReportFigure]) -> set[int]:
    """Those in the working copy and those earlier rounds made facts of."""
    earlier = Figure.objects.filter(origin=ORIGIN, origin_id=report.pk).values_list("target_id", flat=True)
    return set(drafted) | set(earlier)


def _evidence(report: Report) -> dict[int, list[int]]:
    files: dict[int, list[int]] = {}
    for target_id, file_id in report.attachments.exclude(target=None).values_list("target_id", "file_id"):
        files.setdefault(target_id or 0, []).append(file_id)
    return files


def _differs(figure: Figure, row: ReportFigure) -> bool:
    return (figure.state, figure.numerator, figure.denominator) != (row.state, row.numerator, row.denominator)


def accept_reported(report: Report, *, by: Member, at: datetime) -> int:
    """Accept the present figures of the report's period; answers how many are newly accepted."""
    return accept_by_ids(reported_ids(report), by=by, at=at)
