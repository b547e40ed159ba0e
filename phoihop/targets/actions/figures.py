"""Figures are facts: recorded once, replaced only by a correction with its reason, accepted by a superior."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import QuerySet

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Area, Body
from phoihop.programmes.statuses import SIGNED
from phoihop.targets import permissions
from phoihop.targets.actions.closing import refuse_closed
from phoihop.targets.actions.locking import lock_figures, lock_units
from phoihop.targets.actions.summaries import append_changes
from phoihop.targets.calculations import normalised
from phoihop.targets.calculations.recording import problem_of_figure, problem_of_period
from phoihop.targets.content import Amount
from phoihop.targets.models import Figure, FigureEvidence, Target
from phoihop.targets.queries.around import Around, figures_around
from phoihop.targets.queries.spans import span_of
from phoihop.targets.queries.taking_part import bodies_that_answer
from phoihop.targets.statuses import FigureState

DIRECT = "direct"
"""Origin of a figure entered on its own page; reports and imports name themselves."""


def _locked_target(target_id: int, *, body_id: int, area_id: int) -> Target:
    """One figure of the target, body and place at a time, in whichever edition; others go on beside it."""
    row = Target.objects.select_related("edition__programme").get(pk=target_id)
    lock_units([((row.edition.programme_id, row.key), body_id, area_id)])
    return row


def _same(target: Target) -> QuerySet[Target]:
    """The target in every edition of its programme."""
    return Target.objects.filter(key=target.key, edition__programme=target.edition.programme_id)


@transaction.atomic
def record_figure(  # noqa: PLR0913 - a fact has as many sides as it has
    *, target: Target, body: Body, area: Area | None = None, period: Period, state: FigureState,
    numerator: Decimal | None = None, denominator: Decimal | None = None, note: str = "",
    origin: str = DIRECT, origin_id: int | None = None, evidence: Iterable[StoredFile] = (),
    by: Member, at: datetime,
) -> Figure:  # fmt: skip
    """The first figure of a body (at `area`, else its own place) for a target and period.

    Refused when there is one already (then it is corrected), when the number does not fit the target, or
    when the body or the period is outside the programme.
    """
    area_id = area.pk if area else body.area_id
    row = _locked_target(target.pk, body_id=body.pk, area_id=area_id)
    if not permissions.can_record(by, body, row.edition.programme):
        raise PermissionDenied
    _check_place_and_time(row, body, period, at=at)
    files = list(evidence)
    amount = _checked(row, Amount(state, numerator, denominator), note=note, has_evidence=bool(files))
    refuse_closed(row.edition.programme_id, period, area_ids=[area_id], at=at)
    _check_is_first(row, body, area_id, period)
    made = Figure.objects.create(
        target=row, body=body, area_id=area_id, period_start=period.start, period_end=period.end,
        state=amount.state, numerator=amount.numerator, denominator=amount.denominator,
        note=note.strip(), origin=origin, origin_id=origin_id, recorded_by_id=by.person_id,
        recorded_for_id=by.body_id, recorded_at=at, is_sample=row.edition.is_sample,
    )  # fmt: skip
    _keep_evidence(made, files)
    return made


def _check_is_first(target: Target, body: Body, area_id: int, period: Period) -> None:
    same = Figure.objects.filter(target__in=_same(target).values("pk"), body=body, area=area_id)
    if same.filter(period_start=period.start, period_end=period.end).exists():
        raise Refused(
            f"Đã có số liệu {period.label} của tổ chức này. Hãy mở số liệu đó rồi sửa, có ghi lý do."
        )


def _check_place_and_time(target: Target, body: Body, period: Period, *, at: datetime) -> None:
    edition = target.edition
    problem = problem_of_period(
        period,
        is_signed=edition.status in SIGNED,
        span=span_of(edition),
        today=clock.day_of(at),
        body_ends=body.valid_to,
    )
    if problem:
        raise Refused(problem)
    if not bodies_that_answer([target], [body.pk]):
        raise Refused("Tổ chức này không tham gia chỉ tiêu hoặc chương trình.")


def _checked(target: Target, amount: Amount, *, note: str, has_evidence: bool) -> Amount:
    plain = normalised(amount)
    problem = problem_of_figure(target.spec, plain, note=note, has_evidence=has_evidence)
    if problem:
        raise Refused(problem)
    return plain


def _keep_evidence(figure: Figure, files: list[StoredFile]) -> None:
    FigureEvidence.objects.bulk_create(
        FigureEvidence(figure=figure, file=file) for file in dict.fromkeys(files)
    )


@transaction.atomic
def correct_figure(  # noqa: PLR0913 - as record_figure
    *, figure: Figure, state: FigureState, numerator: Decimal | None = None,
    denominator: Decimal | None = None, reason: str, origin: str = DIRECT, origin_id: int | None = None,
    evidence: Iterable[StoredFile] = (), by: Member, at: datetime,
) -> Figure:  # fmt: skip
    """A new figure in place of `figure`, with the reason; the old one and its evidence stay to be seen.

    What was accepted before goes on counting upward until the correction is accepted too. Conflict when
    somebody else has corrected the figure meanwhile.
    """
    row = _locked_target(figure.target_id, body_id=figure.body_id, area_id=figure.area_id)
    if not permissions.can_record(by, figure.body, row.edition.programme):
        raise PermissionDenied
    if not reason.strip():
        raise Refused("Hãy ghi lý do sửa số liệu.")
    files = list(evidence)
    amount = _checked(row, Amount(state, numerator, denominator), note=reason, has_evidence=bool(files))
    refuse_closed(row.edition.programme_id, figure.period, area_ids=[figure.area_id], at=at)
    if Figure.objects.filter(corrects=figure).exists():
        raise Conflict("Số liệu")
    made = Figure.objects.create(
        target=row, body_id=figure.body_id, area_id=figure.area_id, period_start=figure.period_start,
        period_end=figure.period_end, state=amount.state, numerator=amount.numerator,
        denominator=amount.denominator, note=reason.strip(), corrects=figure, origin=origin,
        origin_id=origin_id, recorded_by_id=by.person_id, recorded_for_id=by.body_id, recorded_at=at,
        is_sample=figure.is_sample,
    )  # fmt: skip
    _keep_evidence(made, files)
    return made


def accept_figures(*, figures: Iterable[Figure], by: Member, at: datetime) -> int:
    """Let figures count upward; those accepted before stay as they were. Returns how many are new.

    Conflict when one was corrected meanwhile: the correction must be looked at first.
    """
    return accept_by_ids({figure.pk for figure in figures}, by=by, at=at)


@transaction.atomic
def accept_by_ids(ids: Collection[int], *, by: Member, at: datetime) -> int:
    """`accept_figures` for whom the ids are enough: eight statements and no more for many figures."""
    lock_figures(ids)
    around = figures_around(ids)
    asked = [row for row in around if row.pk in ids]
    _check_may_accept(asked, by)
    for row in asked:
        if row.is_closed:
            refuse_closed(row.programme_id, row.period, area_ids=[row.area_id], at=at)
    if any(row.is_corrected for row in asked):
        raise Conflict("Số liệu")
    new = [row.pk for row in asked if not row.is_accepted]
    if new:
        _write_acceptances(new, by=by, at=at)
        append_changes(around, new=frozenset(new))
    return len(new)


_ACCEPT = """
INSERT INTO targets_figureacceptance (figure_id, by_person_id, by_body_id, at)
SELECT id, %s, %s, %s FROM unnest(%s::bigint[]) AS id
"""


def _write_acceptances(figure_ids: list[int], *, by: Member, at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_ACCEPT, [by.person_id, by.body_id, at, figure_ids])


def _check_may_accept(rows: list[Around], by: Member) -> None:
    """Asked once for each edition, however many places the figures are of."""
    asked: dict[tuple[int, bool], list[Around]] = defaultdict(list)
    for row in rows:
        asked[row.edition_id, row.body_id == by.body_id].append(row)
    if not all(
        permissions.can_accept_at(
            by, found[0].edition, of_own_body=own, area_ids={row.area_id for row in found}
        )
        for (_, own), found in asked.items()
    ):
        raise PermissionDenied
