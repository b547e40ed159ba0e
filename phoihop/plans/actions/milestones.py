"""The roadmap of a programme: milestones set, changed, confirmed by hand, carried over to a later year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.plans import permissions
from phoihop.plans.models import Milestone, MilestoneDecision
from phoihop.programmes.models import Programme
from phoihop.targets.models import Target


@dataclass(frozen=True)
class MilestoneContent:
    """What must be reached by the end of `due_on`; `value` is in the unit of the target."""

    text: str
    due_on: date
    body_ids: Sequence[int]
    target_id: int | None = None
    value: Decimal | None = None


@transaction.atomic
def set_milestone(*, programme: Programme, content: MilestoneContent, by: Member, at: datetime) -> Milestone:
    """A milestone of the roadmap; the lead sets it."""
    if not permissions.can_register_others(by, programme):
        raise PermissionDenied
    _check(programme, content)
    made = Milestone.objects.create(programme=programme, is_sample=programme.is_sample, **_columns(content))
    made.bodies.set(content.body_ids)
    _decide(made, "set", by=by, at=at)
    return made


def _check(programme: Programme, content: MilestoneContent) -> None:
    if not content.text.strip():
        raise Refused("Hãy ghi điều phải đạt.")
    if content.value is not None and content.target_id is None:
        raise Refused("Hãy chọn chỉ tiêu mà mức này thuộc về.")
    if content.target_id is not None:
        targets = Target.objects.filter(pk=content.target_id, edition__programme=programme)
        if not targets.exists():
            raise Refused("Chỉ tiêu này không thuộc chương trình.")
    known = Body.objects.filter(pk__in=list(content.body_ids)).count()
    if not content.body_ids or known != len(set(content.body_ids)):
        raise Refused("Hãy chọn ít nhất một đơn vị chịu trách nhiệm.")


def _columns(content: MilestoneContent) -> dict[str, object]:
    return {
        "text": nfc(content.text).strip(),
        "due_on": content.due_on,
        "year": content.due_on.year,
        "target_id": content.target_id,
        "value": content.value,
    }


@transaction.atomic
def change_milestone(
    *, milestone: Milestone, content: MilestoneContent, version: int, by: Member, at: datetime
) -> Milestone:
    """Written anew; one confirmed or carried over stays as it is until that is undone."""
    row = _locked(milestone, version=version)
    if not permissions.can_register_others(by, row.programme):
        raise PermissionDenied
    _refuse_settled(row)
    _check(row.programme, content)
    for name, value in _columns(content).items():
        setattr(row, name, value)
    _saved(row)
    row.bodies.set(content.body_ids)
    _decide(row, "change", by=by, at=at)
    return row


@transaction.atomic
def drop_milestone(*, milestone: Milestone, by: Member, at: datetime) -> None:
    """Take a milestone out of the roadmap, with what was carried into it set free again.

    Refused once it was confirmed or carried on.
    """
    row = _locked(milestone, version=None)
    if not permissions.can_register_others(by, row.programme):
        raise PermissionDenied
    _refuse_settled(row)
    row.delete()


@transaction.atomic
def confirm_milestone(
    *, milestone: Milestone, on: date, proof_text: str, proof: StoredFile | None, version: int, by: Member,
    at: datetime,
) -> Milestone:  # fmt: skip
    """Reached on a day, as the lead or a responsible body says, with what shows it."""
    row = _locked(milestone, version=version)
    if not permissions.can_look_after(by, row.programme, row.bodies.values_list("pk", flat=True)):
        raise PermissionDenied
    _refuse_settled(row)
    if on > clock.day_of(at):
        raise Refused("Ngày đạt không được sau hôm nay.")
    if not proof_text.strip() and proof is None:
        raise Refused("Hãy ghi căn cứ xác nhận hoặc kèm tệp minh chứng.")
    row.reached_on, row.proof_text, row.proof = on, nfc(proof_text).strip(), proof
    _saved(row)
    _decide(row, "confirm", note=row.proof_text, by=by, at=at)
    return row


@transaction.atomic
def unconfirm_milestone(*, milestone: Milestone, by: Member, at: datetime) -> Milestone:
    """Undo the confirmation; what was given as proof stays in the history."""
    row = _locked(milestone, version=None)
    if not permissions.can_look_after(by, row.programme, row.bodies.values_list("pk", flat=True)):
        raise PermissionDenied
    if row.reached_on is None:
        return row
    row.reached_on, row.proof_text, row.proof = None, "", None
    _saved(row)
    _decide(row, "unconfirm", by=by, at=at)
    return row


@transaction.atomic
def carry_over(
    *, milestone: Milestone, into: Programme, due_on: date, version: int, by: Member, at: datetime
) -> Milestone:
    """What was not reached goes on: a new milestone, linked, later in the programme or in its renewal.

    Once only. A target is found again by its key in the other programme, or left out.
    """
    row = _locked(milestone, version=version)
    for programme in {row.programme, into}:
        if not permissions.can_register_others(by, programme):
            raise PermissionDenied
    _refuse_settled(row)
    if row.programme_id not in {into.pk, into.renews_id}:
        raise Refused("Chỉ chuyển sang năm sau của chương trình này hoặc sang chương trình tiếp nối.")
    if due_on <= row.due_on:
        raise Refused("Hạn mới phải sau hạn cũ.")
    made = Milestone.objects.create(
        programme=into, text=row.text, target=_target_in(into, row.target), value=row.value,
        due_on=due_on, year=due_on.year, carried_from=row, is_sample=into.is_sample,
    )  # fmt: skip
    made.bodies.set(row.bodies.all())
    _saved(row)
    _decide(row, "carry_over", note=f"Sang {due_on:%d/%m/%Y}, {into.name}", by=by, at=at)
    return made


def _target_in(programme: Programme, target: Target | None) -> Target | None:
    if target is None or target.edition.programme_id == programme.pk:
        return target
    rows = Target.objects.filter(edition__programme=programme, key=target.key)
    return rows.order_by("-edition__sequence").first()


@transaction.atomic
def undo_carry_over(*, milestone: Milestone, by: Member, at: datetime) -> None:
    """Take the carried-over milestone out again; Refused once it was confirmed, changed or carried on."""
    row = _locked(milestone, version=None)
    made = Milestone.objects.select_for_update(of=("self",)).filter(carried_from=row).first()
    if not permissions.can_register_others(by, row.programme):
        raise PermissionDenied
    if made is None:
        return
    if made.decisions.exists() or made.reached_on or Milestone.objects.filter(carried_from=made).exists():
        raise Refused("Mốc chuyển tiếp đã được sửa hoặc xác nhận nên không hoàn tác được.")
    made.delete()
    _saved(row)
    _decide(row, "undo_carry_over", by=by, at=at)


def _refuse_settled(row: Milestone) -> None:
    if row.reached_on is not None:
        raise Refused("Mốc đã được xác nhận là đạt; hãy bỏ xác nhận trước.")
    if Milestone.objects.filter(carried_from=row).exists():
        raise Refused("Mốc đã chuyển sang năm sau.")


def _locked(milestone: Milestone, *, version: int | None) -> Milestone:
    rows = Milestone.objects.select_for_update(of=("self",))
    row = rows.select_related("programme__lead", "target__edition").get(pk=milestone.pk)
    if version is not None and row.version != version:
        raise Conflict("Mốc lộ trình")
    return row


def _saved(row: Milestone) -> None:
    row.version += 1
    row.save()


def _decide(row: Milestone, verb: str, *, note: str = "", by: Member, at: datetime) -> None:
    MilestoneDecision.objects.create(
        milestone=row, verb=verb, note=note, by_person_id=by.person_id, by_body_id=by.body_id, at=at
    )
