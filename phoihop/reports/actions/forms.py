"""A duty's form composed part by part, then published as a version that counts from a day."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.programmes.models import DutyRule
from phoihop.reports import permissions
from phoihop.reports.calculations.form_parts import (
    MOST_PARTS,
    USUAL,
    USUAL_NUMBER,
    FormPart,
    moved,
    part_json,
    parts_of,
    problems_of_part,
    problems_of_parts,
    with_free_keys,
)
from phoihop.reports.models import FormVersion, ReportForm


@transaction.atomic
def add_parts(
    *, duty: DutyRule, parts: Sequence[FormPart], replaces: bool = False, by: Member, at: datetime
) -> ReportForm:  # fmt: skip
    """Put parts at the end of the duty's draft, or in place of all it has; a first draft is the usual form.

    Of what a form has at most once (the clauses, the figures …) what is there already stays as it is.
    """

    def change(kept: list[FormPart]) -> list[FormPart]:
        before = [] if replaces else kept
        there = {part.kind for part in before}
        added = [part for part in parts if not (part.kind.is_single and part.kind in there)]
        if len(before) + len(added) > MOST_PARTS:
            raise Refused(f"Biểu mẫu có tối đa {MOST_PARTS} phần.")
        return [*before, *with_free_keys(added, beside=before)]

    return _changed(duty, change, by=by, at=at)


@transaction.atomic
def change_part(*, duty: DutyRule, part: FormPart, version: int, by: Member, at: datetime) -> ReportForm:
    """Rewrite the part of that key; Refused with what is wrong, Conflict when the draft changed meanwhile."""
    problems = problems_of_part(part)
    if problems:
        raise Refused(" ".join(problems))
    return _changed(
        duty,
        lambda kept: [part if one.key == part.key else one for one in kept],
        by=by,
        at=at,
        version=version,
        key=part.key,
    )


@transaction.atomic
def move_part(*, duty: DutyRule, key: str, places: int, by: Member, at: datetime) -> ReportForm:
    """Take a part a place earlier (-1) or later (1)."""
    return _changed(duty, lambda kept: moved(kept, key, by=places), by=by, at=at, key=key)


@transaction.atomic
def drop_part(*, duty: DutyRule, key: str, by: Member, at: datetime) -> ReportForm:
    """Take a part out of the draft; versions published stay as they are."""
    return _changed(duty, lambda kept: [one for one in kept if one.key != key], by=by, at=at, key=key)


def _changed(
    duty: DutyRule, change: Callable[[list[FormPart]], list[FormPart]], *, by: Member, at: datetime,
    version: int | None = None, key: str | None = None,
) -> ReportForm:  # fmt: skip
    row = _locked(duty, by, at, version=version)
    kept = parts_of(row.parts)
    if key is not None and key not in {part.key for part in kept}:
        raise Refused("Phần này không còn trong biểu mẫu.")
    row.parts = [part_json(part) for part in change(kept)]
    row.version += 1
    row.updated_at = at
    row.save(update_fields=["parts", "version", "updated_at"])
    return row


def _locked(duty: DutyRule, by: Member, at: datetime, *, version: int | None) -> ReportForm:
    if not permissions.can_compose(by, duty):
        raise PermissionDenied
    programme = duty.clause.edition.programme
    usual = [part_json(part) for part in USUAL]
    ReportForm.objects.get_or_create(
        duty_key=duty.key,
        defaults={
            "programme": programme, "parts": usual, "updated_at": at, "is_sample": programme.is_sample,
        },
    )  # fmt: skip
    row = ReportForm.objects.select_for_update(of=("self",)).get(duty_key=duty.key)
    if version is not None and row.version != version:
        raise Conflict("Biểu mẫu")
    return row


@transaction.atomic
def publish_form(
    *, duty: DutyRule, counts_from: date, version: int, note: str = "", by: Member, at: datetime
) -> FormVersion:
    """Publish the draft: reports not yet begun on periods that begin on `counts_from` or later follow it.

    A report begun before keeps the version it was begun with, and so do the rounds handed in. Refused when a
    part is wrong or nothing changed since the last version.
    """
    row = _locked(duty, by, at, version=version)
    problems = problems_of_parts(parts_of(row.parts))
    if problems:
        raise Refused(" ".join(problems))
    last = row.versions.order_by("-number").first()
    if last is not None and (last.parts, last.counts_from) == (row.parts, counts_from):
        raise Refused("Biểu mẫu chưa có gì đổi so với lần ban hành trước.")
    made = FormVersion.objects.create(
        form=row, number=(last.number if last else USUAL_NUMBER) + 1, parts=row.parts,
        counts_from=counts_from, note=note.strip(), by_person_id=by.person_id, by_body_id=by.body_id, at=at,
    )  # fmt: skip
    row.version += 1
    row.save(update_fields=["version"])
    return made
