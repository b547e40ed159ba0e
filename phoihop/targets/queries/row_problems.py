"""What keeps each of many figures from being recorded: asked before it is shown, and again when kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.programmes.statuses import SIGNED
from phoihop.targets.calculations.recording import problem_of_figure, problem_of_period
from phoihop.targets.entries import FigureRow
from phoihop.targets.models import Target
from phoihop.targets.queries.closing import closed_words, closings_over
from phoihop.targets.queries.ground import Ground, ground_of
from phoihop.targets.queries.spans import span_of
from phoihop.targets.typed import CellProblem

CHANGED_MEANWHILE = "Vừa có người ghi hoặc sửa số này."


@dataclass(frozen=True)
class RowProblem:
    """Why a row cannot be recorded, in plain words; a conflict is a number somebody else wrote meanwhile."""

    words: str
    is_conflict: bool = False


def problems_of(
    rows: Sequence[FigureRow], period: Period, *, ground: Ground, reason: str, at: datetime
) -> dict[int, RowProblem]:
    """What keeps each row from being recorded, by its place; rows without a problem are left out."""
    closed = _closed(ground, rows, period, at=at)
    places = _Places(ground, period, clock.day_of(at))
    found, seen = {}, set()
    for place, row in enumerate(rows):
        key = row.key
        problem = (
            places.problem_of(row)
            or (_problem_of_closing(row, ground, closed) if closed else None)
            or _problem_of_words(row, ground, reason=reason)
            or ("Số liệu này có hai lần." if key in seen else None)
        )
        seen.add(key)
        if problem:
            found[place] = RowProblem(problem)
        elif (known.id if (known := ground.known.get(key)) else None) != row.seen:
            found[place] = RowProblem(CHANGED_MEANWHILE, is_conflict=True)
    return found


@dataclass
class _Places:
    """Whether a row's body may say anything of its target there and then; a period is asked about once for
    each target and each last day of a body."""

    ground: Ground
    period: Period
    today: date
    periods: dict[tuple[int, date | None], str | None] = field(default_factory=dict)

    def problem_of(self, row: FigureRow) -> str | None:
        ground = self.ground
        target, body = ground.targets.get(row.target_id), ground.bodies.get(row.body_id)
        if target is None or body is None:
            return "Không có chỉ tiêu hoặc tổ chức này."
        if row.body_id not in ground.recordable[target.edition.programme_id]:
            return "Bạn không nhập số liệu cho tổ chức này được."
        if row.area_id != body.area_id and row.key not in ground.elsewhere:
            return "Tổ chức này không nhận phần chỉ tiêu ở địa bàn này."
        if (row.target_id, row.body_id) not in ground.answering:
            return "Tổ chức này không tham gia chỉ tiêu hoặc chương trình."
        asked = (row.target_id, body.valid_to)
        if asked not in self.periods:
            self.periods[asked] = self._of_period(target, body.valid_to)
        return self.periods[asked]

    def _of_period(self, target: Target, body_ends: date | None) -> str | None:
        return problem_of_period(
            self.period,
            is_signed=target.edition.status in SIGNED,
            span=span_of(target.edition),
            today=self.today,
            body_ends=body_ends,
        )


def _problem_of_closing(
    row: FigureRow, ground: Ground, closed: Mapping[tuple[int, int | None], str]
) -> str | None:
    programme_id = ground.targets[row.target_id].edition.programme_id
    return closed.get((programme_id, row.area_id)) or closed.get((programme_id, None))


def _problem_of_words(row: FigureRow, ground: Ground, *, reason: str) -> str | None:
    if row.seen is not None and not reason.strip():
        return "Hãy ghi lý do sửa số liệu."
    said = f"{row.note} {reason}" if row.seen is not None else row.note
    return problem_of_figure(
        ground.specs[row.target_id], row.amount, note=said, has_evidence=bool(row.evidence)
    )


def _closed(
    ground: Ground, rows: Sequence[FigureRow], period: Period, *, at: datetime
) -> dict[tuple[int, int | None], str]:
    """The sentence for closed figures, by programme and place; None: at every place."""
    programmes = {target.edition.programme_id for target in ground.targets.values()}
    places, today = {row.area_id for row in rows}, clock.day_of(at)
    found = closings_over(programmes, period, area_ids=places, on=today)
    words = {closing: closed_words(closing) for closing in found}
    told: dict[tuple[int, int | None], str] = {}
    for closing in found:
        for programme_id in programmes if closing.area_id else [closing.programme_id]:
            told[programme_id, closing.area_id] = words[closing]
    return told


def parted(
    rows: Sequence[FigureRow], period: Period, *, member: Member, at: datetime
) -> tuple[list[FigureRow], list[CellProblem]]:
    """The rows that can be kept, conflicts among them (these are asked about), and what is wrong with the
    others. As many queries as `ground_of`, and two."""
    ground = ground_of(rows, period, member=member)
    problems = problems_of(rows, period, ground=ground, reason="-", at=at)
    wrong = {place: problem for place, problem in problems.items() if not problem.is_conflict}
    good = [row for place, row in enumerate(rows) if place not in wrong]
    return good, [CellProblem(rows[place].key, rows[place].place, p.words) for place, p in wrong.items()]
