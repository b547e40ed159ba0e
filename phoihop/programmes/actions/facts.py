"""What was read from the text: written freely while the text is a draft, afterwards mended with a reason.

Mending (sửa lỗi nhập) corrects our reading; the signed text is untouched. It is not đính chính, an act on
the document itself.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.programmes import permissions
from phoihop.programmes.actions.locking import locked, locked_draft, touch
from phoihop.programmes.calculations import due_problem
from phoihop.programmes.content import AssignmentContent, DutySpec, Span
from phoihop.programmes.models import Assignment, Clause, DutyParty, DutyRule, Edition, Mending
from phoihop.programmes.models.facts import AssignmentRole, DutySide
from phoihop.programmes.statuses import EditionStatus

type Values = dict[str, Any]


def _allowed(edition: Edition, by: Member) -> Edition:
    party_ids = edition.parties.values_list("body_id", flat=True)
    if not permissions.can_write(by, edition.programme, party_ids=party_ids):
        raise PermissionDenied
    return edition


@transaction.atomic
def assign(
    *, clause: Clause, body: Body, role: AssignmentRole, text: str = "", span: Span | None = None,
    by: Member, at: datetime,
) -> Assignment:  # fmt: skip
    """Give a body a role in a clause of a draft; `span` is the sentence in the source text.

    The same body and role in the same clause stay one row.
    """
    _allowed(locked_draft(clause.edition), by)
    return _assignment(clause, body, role, text=text, span=span)


def _assignment(
    clause: Clause, body: Body, role: AssignmentRole, *, text: str, span: Span | None
) -> Assignment:
    values = {"text": text, "span_start": span[0] if span else None, "span_end": span[1] if span else None}
    made, _ = Assignment.objects.get_or_create(clause=clause, body=body, role=role, defaults=values)
    return made


@transaction.atomic
def assign_many(
    *, edition: Edition, assignments: Iterable[AssignmentContent], by: Member, at: datetime
) -> None:
    """Give many roles in one draft at once, in a fixed number of queries; one given twice stays one."""
    row = _allowed(locked_draft(edition), by)
    given = list(assignments)
    if any(content.clause.edition_id != row.pk for content in given):
        raise Refused("Có điều khoản không thuộc văn bản này.")
    Assignment.objects.bulk_create(
        (
            Assignment(
                clause=content.clause, body=content.body, role=content.role, text=content.text,
                span_start=content.span[0] if content.span else None,
                span_end=content.span[1] if content.span else None,
            )
            for content in given
        ),
        ignore_conflicts=True,
    )  # fmt: skip


@transaction.atomic
def drop_assignment(*, assignment: Assignment, by: Member, at: datetime) -> None:
    """Take a role back while the text is a draft."""
    touch(_allowed(locked_draft(assignment.clause.edition), by))
    assignment.delete()


@transaction.atomic
def add_duty(
    *, clause: Clause, spec: DutySpec, owes: Iterable[Body], reviews: Iterable[Body] = (),
    takes_note: Iterable[Body] = (), by: Member, at: datetime,
) -> DutyRule:  # fmt: skip
    """A duty of a draft: who owes it, who reviews it (may return it), who takes note of it."""
    _allowed(locked_draft(clause.edition), by)
    return _duty(clause, spec, _sides(owes, reviews, takes_note))


def _sides(
    owes: Iterable[Body], reviews: Iterable[Body], takes_note: Iterable[Body]
) -> dict[DutySide, list[Body]]:
    sides = {
        DutySide.OWES: list(owes),
        DutySide.REVIEWS: list(reviews),
        DutySide.TAKES_NOTE: list(takes_note),
    }
    if not sides[DutySide.OWES]:
        raise Refused("Hãy chọn đơn vị thực hiện.")
    return sides


def _duty(clause: Clause, spec: DutySpec, sides: dict[DutySide, list[Body]]) -> DutyRule:
    made = DutyRule.objects.create(clause=clause, **_columns(spec))
    _write_sides(made, sides)
    return made


def _columns(spec: DutySpec) -> Values:
    problem = due_problem(spec.anchor, spec.frequency, due_day=spec.due_day, offset_days=spec.offset_days)
    if problem:
        raise Refused(problem[1])
    columns = {name: value for name, value in vars(spec).items() if name != "span"}
    columns["span_start"], columns["span_end"] = spec.span or (None, None)
    return columns


def _write_sides(duty: DutyRule, sides: dict[DutySide, list[Body]]) -> None:
    duty.parties.all().delete()
    DutyParty.objects.bulk_create(
        DutyParty(duty=duty, body=body, side=side)
        for side, bodies in sides.items()
        for body in dict.fromkeys(bodies)
    )


@transaction.atomic
def change_duty(
    *, duty: DutyRule, spec: DutySpec, owes: Iterable[Body], reviews: Iterable[Body] = (),
    takes_note: Iterable[Body] = (), by: Member, at: datetime,
) -> DutyRule:  # fmt: skip
    """Write a duty of a draft anew; it stays the same duty (its key) to what follows from it."""
    edition = _allowed(locked_draft(duty.clause.edition), by)
    duty.refresh_from_db()
    _rewrite(duty, spec, _sides(owes, reviews, takes_note))
    touch(edition)
    return duty


def _rewrite(duty: DutyRule, spec: DutySpec, sides: dict[DutySide, list[Body]]) -> None:
    for name, value in _columns(spec).items():
        setattr(duty, name, value)
    duty.save()
    _write_sides(duty, sides)


@transaction.atomic
def drop_duty(*, duty: DutyRule, by: Member, at: datetime) -> None:
    """Take a duty away while the text is a draft."""
    touch(_allowed(locked_draft(duty.clause.edition), by))
    duty.delete()


def _locked_for_mending(edition: Edition, *, reason: str, by: Member) -> Edition:
    row = locked(edition)
    if row.status == EditionStatus.DRAFT:
        raise Refused("Văn bản còn là dự thảo: hãy sửa trực tiếp trong dự thảo.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do sửa.")
    return _allowed(row, by)


def _mended(
    edition: Edition, subject: str, subject_id: int, *, before: Values, after: Values, reason: str,
    by: Member, at: datetime,
) -> Mending:  # fmt: skip
    return Mending.objects.create(
        edition=edition, subject=subject, subject_id=subject_id, before=before, after=after, verb="mend",
        note=reason.strip(), by_person_id=by.person_id, by_body_id=by.body_id, at=at,
    )  # fmt: skip


def _assignment_values(row: Assignment) -> Values:
    return {"clause": row.clause_id, "body": row.body_id, "role": str(row.role)}


@transaction.atomic
def mend_assignment(
    *, assignment: Assignment, body: Body, role: AssignmentRole, reason: str, by: Member, at: datetime
) -> Assignment:
    """Correct who was read, or in which role."""
    edition = _locked_for_mending(assignment.clause.edition, reason=reason, by=by)
    assignment.refresh_from_db()
    before = _assignment_values(assignment)
    taken = Assignment.objects.filter(clause=assignment.clause, body=body, role=role).exclude(
        pk=assignment.pk
    )
    if taken.exists():
        raise Refused("Phân công này đã có trong điều khoản.")
    assignment.body, assignment.role = body, role
    assignment.save(update_fields=["body", "role"])
    after = _assignment_values(assignment)
    _mended(edition, "assignment", assignment.pk, before=before, after=after, reason=reason, by=by, at=at)
    return assignment


@transaction.atomic
def mend_missed_assignment(
    *, clause: Clause, body: Body, role: AssignmentRole, reason: str, by: Member, at: datetime
) -> Assignment:
    """Add an assignment the reading missed."""
    edition = _locked_for_mending(clause.edition, reason=reason, by=by)
    if Assignment.objects.filter(clause=clause, body=body, role=role).exists():
        raise Refused("Phân công này đã có trong điều khoản.")
    made = _assignment(clause, body, role, text="", span=None)
    after = _assignment_values(made)
    _mended(edition, "assignment", made.pk, before={}, after=after, reason=reason, by=by, at=at)
    return made


@transaction.atomic
def mend_wrong_assignment(*, assignment: Assignment, reason: str, by: Member, at: datetime) -> None:
    """Take away an assignment the text does not give."""
    edition = _locked_for_mending(assignment.clause.edition, reason=reason, by=by)
    assignment.refresh_from_db()
    before = _assignment_values(assignment)
    _mended(edition, "assignment", assignment.pk, before=before, after={}, reason=reason, by=by, at=at)
    assignment.delete()


def _duty_values(duty: DutyRule) -> Values:
    columns = (
        "kind",
        "frequency",
        "name",
        "anchor",
        "due_day",
        "due_month",
        "due_strict",
        "shift",
        "offset_days",
        "offset_working",
        "event_name",
        "via_text",
    )
    values: Values = {name: getattr(duty, name) for name in columns}
    for side in DutySide.values:
        values[side] = sorted(duty.parties.filter(side=side).values_list("body_id", flat=True))
    return {"clause": duty.clause_id, **values}


@transaction.atomic
def mend_duty(
    *, duty: DutyRule, spec: DutySpec, owes: Iterable[Body], reviews: Iterable[Body] = (),
    takes_note: Iterable[Body] = (), reason: str, by: Member, at: datetime,
) -> DutyRule:  # fmt: skip
    """Correct a duty as read; what it made stays, what it makes from now on follows the mended rule."""
    edition = _locked_for_mending(duty.clause.edition, reason=reason, by=by)
    duty.refresh_from_db()
    before = _duty_values(duty)
    _rewrite(duty, spec, _sides(owes, reviews, takes_note))
    _mended(edition, "duty", duty.pk, before=before, after=_duty_values(duty), reason=reason, by=by, at=at)
    return duty


@transaction.atomic
def mend_missed_duty(
    *, clause: Clause, spec: DutySpec, owes: Iterable[Body], reviews: Iterable[Body] = (),
    takes_note: Iterable[Body] = (), reason: str, by: Member, at: datetime,
) -> DutyRule:  # fmt: skip
    """Add a duty the reading missed."""
    edition = _locked_for_mending(clause.edition, reason=reason, by=by)
    made = _duty(clause, spec, _sides(owes, reviews, takes_note))
    _mended(edition, "duty", made.pk, before={}, after=_duty_values(made), reason=reason, by=by, at=at)
    return made
