"""Figures are facts: recorded once, replaced only by a correction with its reason, accepted by a superior."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Area, Body
from phoihop.programmes.models import Edition
from phoihop.programmes.queries import stood_for
from phoihop.programmes.statuses import SIGNED
from phoihop.targets import permissions
from phoihop.targets.calculations import is_yes_no, normalised, problem_of_amount
from phoihop.targets.content import Amount
from phoihop.targets.models import Figure, FigureAcceptance, FigureEvidence, Target
from phoihop.targets.statuses import FigureState

DIRECT = "direct"
"""Origin of a figure entered on its own page; reports and imports name themselves."""


def _locked_target(target_id: int) -> Target:
    """One figure of a target at a time, in whichever edition; reading it and hanging rows on it stay free."""
    row = Target.objects.select_related("edition__programme").get(pk=target_id)
    list(_same(row).select_for_update(of=("self",), no_key=True).order_by("pk"))
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
    row = _locked_target(target.pk)
    if not permissions.can_record(by, body, row.edition.programme):
        raise PermissionDenied
    _check_place_and_time(row, body, period, at=at)
    files = list(evidence)
    amount = _checked(row, Amount(state, numerator, denominator), note=note, has_evidence=bool(files))
    area_id = area.pk if area else body.area_id
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
    if edition.status not in SIGNED:
        raise Refused("Chương trình chưa có hiệu lực nên chưa ghi số liệu.")
    if period.end < period.start:
        raise Refused("Kỳ số liệu có ngày cuối trước ngày đầu.")
    if period.start > clock.day_of(at):
        raise Refused(f"Kỳ {period.label} chưa bắt đầu.")
    span = span_of(edition)
    if period.end < span.start or period.start > span.end:
        raise Refused("Kỳ số liệu nằm ngoài thời gian của chương trình.")
    if body.valid_to is not None and body.valid_to < period.start:
        raise Refused("Tổ chức này đã kết thúc hoạt động trước kỳ số liệu.")
    if not _takes_part(target, body):
        raise Refused("Tổ chức này không tham gia chỉ tiêu hoặc chương trình.")


def span_of(edition: Edition) -> Period:
    """The days of the programme; a blank stays open as far as dates go, counted from coming into force."""
    start = edition.period_start or edition.in_force_from or edition.issued_on
    if start is None:
        return Period(datetime.min.date(), datetime.max.date())
    return Period(start, edition.period_end or datetime.max.date())


def _takes_part(target: Target, body: Body) -> bool:
    """Answers for a share, signed, leads, has a role or a side of a duty; or follows or belongs to such."""
    edition = target.edition
    ids = stood_for(edition.pk, body.pk) | ({body.parent_id} if body.parent_id else set())
    return edition.programme.lead_id in ids or (
        Body.objects.filter(pk__in=ids)
        .filter(
            Q(contributions__target=target)
            | Q(party_rows__edition=edition)
            | Q(assignments__clause__edition=edition)
            | Q(duty_rows__duty__clause__edition=edition)
        )
        .exists()
    )


def _checked(target: Target, amount: Amount, *, note: str, has_evidence: bool) -> Amount:
    plain = normalised(amount)
    problem = problem_of_amount(target.spec, plain, note=note)
    if problem is None and is_yes_no(target.spec) and plain.numerator and not (note.strip() or has_evidence):
        problem = "Ghi “có” thì cần nêu kết quả bằng lời hoặc gửi kèm minh chứng."
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
    row = _locked_target(figure.target_id)
    if not permissions.can_record(by, figure.body, row.edition.programme):
        raise PermissionDenied
    if not reason.strip():
        raise Refused("Hãy ghi lý do sửa số liệu.")
    files = list(evidence)
    amount = _checked(row, Amount(state, numerator, denominator), note=reason, has_evidence=bool(files))
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


@transaction.atomic
def accept_figures(*, figures: Iterable[Figure], by: Member, at: datetime) -> int:
    """Let figures count upward; those accepted before stay as they were. Returns how many are new.

    Conflict when one was corrected meanwhile: the correction must be looked at first.
    """
    ids = {figure.pk for figure in figures}
    _lock_targets_of(ids)
    rows = list(Figure.objects.filter(pk__in=ids).select_related("target__edition__programme"))
    _check_may_accept(rows, by)
    if Figure.objects.filter(corrects__in=ids).exists():
        raise Conflict("Số liệu")
    accepted = set(FigureAcceptance.objects.filter(figure__in=ids).values_list("figure_id", flat=True))
    new = [row for row in rows if row.pk not in accepted]
    FigureAcceptance.objects.bulk_create(
        FigureAcceptance(figure=row, by_person_id=by.person_id, by_body_id=by.body_id, at=at) for row in new
    )
    return len(new)


def _lock_targets_of(figure_ids: set[int]) -> None:
    """In one order, so that two acceptances never wait for each other."""
    targets = Target.objects.filter(figures__in=figure_ids).values("pk")
    locked = Target.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=targets)
    list(locked.order_by("pk"))


def _check_may_accept(rows: list[Figure], by: Member) -> None:
    asked = {(row.target.edition, row.body_id == by.body_id, row.area_id) for row in rows}
    if not all(
        permissions.can_accept(by, edition, of_own_body=own, area_ids=[area]) for edition, own, area in asked
    ):
        raise PermissionDenied
