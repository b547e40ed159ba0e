"""An act of entering: read, looked at, kept, and undone as long as nobody built on it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.collecting import cycles_left_alone
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.core.workflow import MoveNotAllowed
from phoihop.documents.models import StoredFile
from phoihop.programmes.models import Edition
from phoihop.targets import permissions
from phoihop.targets.actions.entering import Confirmed, record_many
from phoihop.targets.content import Amount
from phoihop.targets.entries import ORIGIN, UNDOING, FigureRow, Key, packed, unpacked
from phoihop.targets.models import Entering, Figure
from phoihop.targets.queries.ground import known_figures
from phoihop.targets.queries.keys import asked_by_row
from phoihop.targets.queries.plausibility import doubts_of
from phoihop.targets.queries.row_problems import CHANGED_MEANWHILE
from phoihop.targets.statuses import ENTERING, EnteringKind, FigureState
from phoihop.targets.typed import CellProblem

_UNSURE = "Còn số khác thường chưa xác nhận: hãy chọn “Đúng như vậy”, hoặc quay lại sửa số."


@dataclass(frozen=True)
class Answers:
    """What the person said of the act before it is kept: for a number somebody else changed meanwhile the
    figure that stands now (`over`) and whether one's own replaces it; which unlikely ones are right as they
    are, with a note; why numbers are corrected."""

    over: Mapping[Key, int] = field(default_factory=dict)
    mine: frozenset[Key] = frozenset()
    sure: frozenset[Key] = frozenset()
    is_sure_of_all: bool = False
    notes: Mapping[Key, str] = field(default_factory=dict)
    reason: str = ""


def read_in(  # noqa: PLR0913 - what was read, for what, by whom
    *, edition: Edition, period: Period, kind: EnteringKind, rows: Sequence[FigureRow],
    problems: Sequence[CellProblem] = (), file: StoredFile | None = None, by: Member, at: datetime,
) -> Entering:  # fmt: skip
    """Keep what was typed or read, to be looked at; no figure is recorded yet."""
    if by.role not in permissions.RECORDS:
        raise PermissionDenied
    if not rows and not problems:
        raise Refused("Không có số nào mới hoặc khác. Ô để trống không xóa số đã có.")
    return Entering.objects.create(
        edition=edition, period_start=period.start, period_end=period.end, kind=kind,
        rows=[packed(row) for row in rows], problems=[list(problem) for problem in problems], file=file,
        by_person_id=by.person_id, by_body_id=by.body_id, at=at, is_sample=edition.is_sample,
    )  # fmt: skip


def _locked(entering: Entering, verb: str, by: Member) -> Entering:
    """The row with its next status; Conflict when the act was kept, dropped or undone already."""
    row = Entering.objects.select_for_update(of=("self",)).get(pk=entering.pk)
    if by.role not in permissions.RECORDS or by.body_id != row.by_body_id:
        raise PermissionDenied
    try:
        row.status = ENTERING.after(row.status, verb)
    except MoveNotAllowed as error:
        raise Conflict("Lần nhập này") from error
    return row


@cycles_left_alone()
@transaction.atomic
def keep_entering(*, entering: Entering, answers: Answers, by: Member, at: datetime) -> list[int]:
    """Record what was read, as the person answered; the ids of the figures.

    Where somebody else wrote a number meanwhile, theirs stands unless the person chose to replace it.
    Refused while an unlikely number is not confirmed. RowsRefused when a number changed once more, or a row
    cannot be recorded; then nothing is kept.
    """
    row = _locked(entering, "keep", by)
    rows, contested = _settled([unpacked(values) for values in row.rows], row.period, answers)
    if not rows:
        raise Refused("Không còn số nào để ghi: các số khác đã có người ghi.")
    ids = record_many(
        rows=rows, period=row.period, reason=answers.reason, origin=ORIGIN, origin_id=row.pk,
        confirmed=_confirmed(rows, row.period, answers, contested), by=by, at=at,
    )  # fmt: skip
    row.kept_at, row.reason = at, answers.reason.strip()
    row.corrected = sum(one.seen is not None for one in rows)
    row.recorded = len(rows) - row.corrected
    row.save(update_fields=["status", "kept_at", "reason", "recorded", "corrected"])
    return ids


def _settled(rows: Sequence[FigureRow], period: Period, answers: Answers) -> tuple[list[FigureRow], set[Key]]:
    """Rows whose number changed meanwhile go over the figure that stands or give way; and which these are."""
    known = known_figures({row.target_id for row in rows}, period, body_ids={row.body_id for row in rows})
    settled: list[FigureRow] = []
    contested: set[Key] = set()
    for row in rows:
        key = row.key
        now = known.get(key)
        if (now.id if now else None) == row.seen:
            settled.append(row)
            continue
        contested.add(key)
        if now is None or answers.over.get(key) != now.id:
            is_given_way = now is not None and now.amount == row.amount
            settled += [] if is_given_way else [row]
        elif key in answers.mine:
            settled.append(row._replace(seen=now.id))
    return settled, contested


def _confirmed(
    rows: Sequence[FigureRow], period: Period, answers: Answers, contested: Collection[Key]
) -> dict[Key, Confirmed]:
    """The questions about unlikely numbers with their answers; a number chosen over another's was one."""
    asked = {key: found for key, found in doubts_of(rows, period).items() if key not in contested}
    if not answers.is_sure_of_all and not asked.keys() <= answers.sure:
        raise Refused(_UNSURE)
    return {
        key: Confirmed(" ".join(doubt.words for doubt in found), answers.notes.get(key, ""))
        for key, found in asked.items()
    }


@transaction.atomic
def drop_entering(*, entering: Entering, by: Member, at: datetime) -> None:
    """What was read is not kept; the row stays, to be seen."""
    row = _locked(entering, "drop", by)
    row.save(update_fields=["status"])


@transaction.atomic
def undo_entering(*, entering: Entering, reason: str, by: Member, at: datetime) -> list[int]:
    """Corrections back to the former figures; one that was the first becomes "không có số liệu".

    Refused once a figure was accepted or corrected since: then it is mended one by one.
    """
    row = _locked(entering, "undo", by)
    if not reason.strip():
        raise Refused("Hãy ghi lý do hoàn tác.")
    figures = figures_of(row)
    if any(hasattr(figure, "corrected_by") for figure in figures):
        raise Refused(
            f"Đã có người sửa số liệu của lần nhập này nên không hoàn tác được. {CHANGED_MEANWHILE}"
        )
    if any(hasattr(figure, "acceptance") for figure in figures):
        raise Refused("Đã có số liệu của lần nhập này được duyệt nên không hoàn tác được. Hãy sửa từng số.")
    day = clock.day_of(row.kept_at or at)
    ids = record_many(
        rows=[_former(figure) for figure in figures], period=row.period,
        reason=f"Hoàn tác lần nhập ngày {day:%d/%m/%Y}: {reason.strip()}",
        origin=UNDOING, origin_id=row.pk, by=by, at=at,
    )  # fmt: skip
    row.undone_by_id, row.undone_at, row.undone_reason = by.person_id, at, reason.strip()
    row.save(update_fields=["status", "undone_by", "undone_at", "undone_reason"])
    return ids


def figures_of(entering: Entering) -> list[Figure]:
    """The figures the act recorded, with what they replaced and what came of them. Two queries."""
    targets = {values[0] for values in entering.rows}
    found = Figure.objects.filter(
        target__in=list(asked_by_row(targets)), period_start=entering.period_start, origin=ORIGIN,
        origin_id=entering.pk,
    )  # fmt: skip
    return list(found.select_related("corrects", "corrected_by", "acceptance").order_by("pk"))


def _former(figure: Figure) -> FigureRow:
    before = figure.corrects
    amount = before.amount if before else Amount(FigureState.MISSING)
    note = before.note if before and before.state == FigureState.MISSING else ""
    return FigureRow(figure.target_id, figure.body_id, figure.area_id, amount, note, figure.pk)
