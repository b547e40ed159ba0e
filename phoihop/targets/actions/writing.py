"""Targets are read from a text: written freely while it is a draft, afterwards mended with a reason."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max, ProtectedError

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.programmes.models import Clause, Edition, Mending
from phoihop.programmes.statuses import EditionStatus
from phoihop.targets import permissions
from phoihop.targets.calculations import check_parts, check_shares, problem_of_target
from phoihop.targets.content import ContributionContent, TargetSpec
from phoihop.targets.models import Contribution, Target
from phoihop.targets.queries.shares import shares_of_text

type Shares = Sequence[ContributionContent]
type Values = dict[str, Any]


def _locked_edition(edition_id: int, by: Member) -> Edition:
    row = Edition.objects.select_for_update(of=("self",)).select_related("programme").get(pk=edition_id)
    if not permissions.can_write_targets(by, row):
        raise PermissionDenied
    return row


def _locked_draft(edition_id: int, by: Member) -> Edition:
    row = _locked_edition(edition_id, by)
    if row.status != EditionStatus.DRAFT:
        raise Refused("Văn bản đã trình ký hoặc đã ký: chỉ sửa lỗi nhập, có ghi lý do.")
    return row


def _locked_for_mending(edition_id: int, *, reason: str, by: Member) -> Edition:
    row = _locked_edition(edition_id, by)
    if row.status == EditionStatus.DRAFT:
        raise Refused("Văn bản còn là dự thảo: hãy sửa trực tiếp trong dự thảo.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do sửa.")
    return row


@transaction.atomic
def add_target(
    *, edition: Edition, clause: Clause, spec: TargetSpec, contributions: Shares = (),
    part_of: Target | None = None, by: Member, at: datetime,
) -> Target:  # fmt: skip
    """A target of a draft with the bodies that answer for it; `part_of` is the whole it is a part of.

    Refused when it is not complete, or when shares or parts of a fixed whole come to more than the whole.
    """
    return _made(_locked_draft(edition.pk, by), clause, spec, contributions, part_of)


def _made(
    edition: Edition, clause: Clause, spec: TargetSpec, contributions: Shares, part_of: Target | None
) -> Target:
    if clause.edition_id != edition.pk:
        raise Refused("Điều khoản không thuộc văn bản này.")
    _check(spec, contributions)
    last = Target.objects.filter(edition=edition).aggregate(last=Max("order"))["last"] or 0
    made = Target.objects.create(
        edition=edition, clause=clause, order=last + 1, part_of=part_of, **columns_of(spec)
    )
    _check_part(made)
    _write_shares(made, contributions, own=())
    return made


def columns_of(spec: TargetSpec) -> Values:
    """The columns of a target row that say what `spec` says."""
    columns = {name: value for name, value in vars(spec).items() if name not in {"span", "rules"}}
    columns["span_start"], columns["span_end"] = spec.span or (None, None)
    rules = {f"{name}_rule": rule for name, rule in vars(spec.rules).items()}
    return columns | rules


def _check(spec: TargetSpec, contributions: Shares) -> None:
    problem = problem_of_target(spec, contributions)
    if problem:
        raise Refused(problem)
    shares = check_shares(spec, [c.value for c in contributions])
    if shares is not None and shares.is_refused:
        raise Refused(f"Phần giao cho các bên vượt chỉ tiêu: {shares.words}.")


def _check_part(target: Target) -> None:
    """The parts of the whole this target belongs to, and its own parts, stay within their whole."""
    for whole in {target.part_of, target} - {None}:
        if whole is None:
            continue
        found = check_parts(whole.spec, [part.spec for part in whole.parts.all()])
        if found is not None and found.is_refused:
            raise Refused(f"Các phần cộng lại vượt tổng thể “{whole.name}”: {found.words}.")


def _write_shares(target: Target, contributions: Shares, *, own: Shares) -> Shares:
    """Written anew where they differ from its `own`; the places below that took the programme keep theirs.

    Answers what stands now.
    """
    if set(own) == set(contributions):
        return own
    shares_of_text(target).delete()
    Contribution.objects.bulk_create(
        Contribution(target=target, body_id=c.body_id, area_id=c.area_id, value=c.value, is_lead=c.is_lead)
        for c in contributions
    )
    return _own_shares(target)


def _own_shares(target: Target) -> Shares:
    """Those of the text; one query over all shares of the target, those of the places below among them."""
    return [_content(row) for row in shares_of_text(target).order_by("body_id", "area_id")]


def _content(row: Contribution) -> ContributionContent:
    return ContributionContent(row.body_id, row.value, row.area_id, row.is_lead)


@transaction.atomic
def change_target(
    *, target: Target, spec: TargetSpec, contributions: Shares, version: int | None = None, by: Member,
    at: datetime,
) -> Target:  # fmt: skip
    """Write a target of a draft anew, with its shares; Conflict when `version` is not the present one."""
    _locked_draft(target.edition_id, by)
    row = _locked_target(target, version)
    _rewrite(row, spec, contributions, own=_own_shares(row))
    return row


@transaction.atomic
def drop_target(*, target: Target, by: Member, at: datetime) -> None:
    """Take a target out of a draft, and with it the parts that hang on it."""
    _locked_draft(target.edition_id, by)
    target.delete()


@transaction.atomic
def mend_target(
    *, target: Target, spec: TargetSpec, contributions: Shares, version: int | None = None, reason: str,
    by: Member, at: datetime,
) -> Target:  # fmt: skip
    """Correct how a target was read (sửa lỗi nhập); its figures stay and are held against the mended target.

    Conflict when `version` is not the present one.
    """
    edition = _locked_for_mending(target.edition_id, reason=reason, by=by)
    row = _locked_target(target, version)
    row.edition = edition
    own = _own_shares(row)
    before = _values(row, own)
    stands = _rewrite(row, spec, contributions, own=own)
    _mended(edition, row, before=before, after=_values(row, stands), reason=reason, by=by, at=at)
    return row


def _locked_target(target: Target, version: int | None) -> Target:
    row = Target.objects.select_for_update(of=("self",)).select_related("part_of").get(pk=target.pk)
    if version is not None and row.version != version:
        raise Conflict("Chỉ tiêu")
    return row


def _rewrite(row: Target, spec: TargetSpec, contributions: Shares, *, own: Shares) -> Shares:
    _check(spec, contributions)
    for name, value in columns_of(spec).items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    _check_part(row)
    return _write_shares(row, contributions, own=own)


@transaction.atomic
def mend_missed_target(
    *, clause: Clause, spec: TargetSpec, contributions: Shares = (), part_of: Target | None = None,
    reason: str, by: Member, at: datetime,
) -> Target:  # fmt: skip
    """Add a target the reading missed."""
    edition = _locked_for_mending(clause.edition_id, reason=reason, by=by)
    made = _made(edition, clause, spec, contributions, part_of)
    _mended(edition, made, before={}, after=_values(made, _own_shares(made)), reason=reason, by=by, at=at)
    return made


@transaction.atomic
def mend_wrong_target(*, target: Target, reason: str, by: Member, at: datetime) -> None:
    """Take away a target the text does not set; Refused once a figure or a report speaks of it."""
    edition = _locked_for_mending(target.edition_id, reason=reason, by=by)
    row = Target.objects.select_for_update(of=("self",)).get(pk=target.pk)
    if row.figures.exists() or row.parts.exists():
        raise Refused("Chỉ tiêu đã có số liệu hoặc có chỉ tiêu thành phần nên không bỏ được; hãy sửa lại.")
    _mended(edition, row, before=_values(row, _own_shares(row)), after={}, reason=reason, by=by, at=at)
    try:
        row.delete()
    except ProtectedError as error:
        raise Refused("Chỉ tiêu đã nằm trong một báo cáo nên không bỏ được; hãy sửa lại.") from error


def _values(target: Target, contributions: Shares) -> Values:
    """The target and its shares as JSON: decimals and days as text."""
    plain = {
        name: value if isinstance(value, bool | int | None) else str(value)
        for name, value in columns_of(target.spec).items()
    }
    shares = [
        {
            "body": c.body_id,
            "area": c.area_id,
            "value": None if c.value is None else str(c.value),
            "is_lead": c.is_lead,
        }
        for c in contributions
    ]
    return {"clause": target.clause_id, **plain, "contributions": shares}


def _mended(
    edition: Edition, target: Target, *, before: Values, after: Values, reason: str, by: Member, at: datetime
) -> None:
    Mending.objects.create(
        edition=edition, subject="target", subject_id=target.pk, before=before, after=after, verb="mend",
        note=reason.strip(), by_person_id=by.person_id, by_body_id=by.body_id, at=at,
    )  # fmt: skip
