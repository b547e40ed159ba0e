"""Consultation: send a draft round its parties, comment, answer each comment, close the round."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.lifecycle import notices
from phoihop.lifecycle.models import Comment, Consultation, Invitation
from phoihop.lifecycle.statuses import COMMENT, CommentStatus
from phoihop.programmes import actions as programmes
from phoihop.programmes import permissions
from phoihop.programmes.actions.locking import locked_draft
from phoihop.programmes.models import Clause, Edition
from phoihop.targets.calculations import target_words
from phoihop.targets.models import Target

_NEED_REPLY = {"explain", "refuse"}


@transaction.atomic
def open_consultation(*, edition: Edition, due_on: date, note: str, by: Member, at: datetime) -> Consultation:
    """Ask every party but the lead to answer by the end of `due_on`; one round at a time.

    Refused for a draft without other parties or clauses, or while a round is open.
    """
    row = locked_draft(edition)
    if not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    if due_on < clock.day_of(at):
        raise Refused("Hạn trả lời không được trước hôm nay.")
    rounds = Consultation.objects.filter(edition=row)
    if rounds.filter(closed_at=None).exists():
        raise Refused("Đang có một vòng hiệp thương chưa khép lại.")
    bodies = list(row.parties.exclude(body=row.programme.lead).values_list("body_id", flat=True))
    if not bodies:
        raise Refused("Chưa chọn bên ký nào ngoài cơ quan đầu mối. Hãy chọn các bên trước.")
    if not row.clauses.exists():
        raise Refused("Văn bản chưa có điều khoản nào để góp ý.")
    made = Consultation.objects.create(
        edition=row,
        sequence=rounds.count() + 1,
        edition_version=row.version,
        due_on=due_on,
        note=nfc(note).strip(),
        opened_by_id=by.person_id,
        opened_at=at,
        is_sample=row.is_sample,
    )
    Invitation.objects.bulk_create(Invitation(consultation=made, body_id=body) for body in bodies)
    notices.ask_to_comment(made, at=at)
    return made


@transaction.atomic
def comment(
    *, consultation: Consultation, clause: Clause | None, target: Target | None = None, text: str,
    proposed_text: str = "", by: Member, at: datetime,
) -> Comment:  # fmt: skip
    """What a party invited says about a clause, a target, or the whole text; its answer is open again."""
    row = _open_round(consultation)
    invitation = _own_invitation(row, by)
    if not text.strip():
        raise Refused("Hãy ghi ý kiến.")
    subject = target if clause is None else clause
    if subject is not None and subject.edition_id != row.edition_id:
        raise Refused("Mục này không thuộc dự thảo đang góp ý.")
    if proposed_text.strip() and subject is None:
        raise Refused("Hãy chọn mục hoặc chỉ tiêu cần viết lại.")
    _unanswer(invitation)
    return Comment.objects.create(
        consultation=row,
        **_about(clause, target),
        body_id=invitation.body_id,
        by_person_id=by.person_id,
        at=at,
        text=nfc(text).strip(),
        proposed_text=nfc(proposed_text).strip(),
    )


def _about(clause: Clause | None, target: Target | None) -> dict[str, Any]:
    """What is commented on, and its words as they stand."""
    if clause is not None:
        return {"clause": clause, "path": clause.path, "old_text": clause.text}
    if target is not None:
        words = f"{target.name}: {target_words(target.spec)}"
        return {"target": target, "path": f"{target.clause.path}, chỉ tiêu", "old_text": words}
    return {}


@transaction.atomic
def withdraw_comment(*, given: Comment, by: Member, at: datetime) -> Comment:
    """A party takes back its own comment; it stays, marked, as long as nobody has answered it."""
    row = _locked(given)
    _open_round(row.consultation)
    if _own_invitation(row.consultation, by).body_id != row.body_id:
        raise PermissionDenied
    return _moved(row, "withdraw", reply="", by=by, at=at)


@transaction.atomic
def answer_invitation(*, consultation: Consultation, by: Member, at: datetime) -> Invitation:
    """The party agrees with the rest: its comments are complete. Twice stays once."""
    invitation = _own_invitation(_open_round(consultation), by)
    if invitation.answered_at is None:
        invitation.answered_by_id, invitation.answered_at = by.person_id, at
        invitation.save(update_fields=["answered_by", "answered_at"])
        notices.tell_answered(invitation, at=at)
    return invitation


@transaction.atomic
def answer_comment(
    *, given: Comment, verb: str, reply: str, version: int, by: Member, at: datetime, into_draft: bool = False
) -> Comment:
    """The lead accepts, explains, refuses or takes a comment up again.

    `into_draft` puts the proposed words of an accepted comment in place of the clause's. Refused without a
    reason where one is due, or where the clause is no longer what was commented on; Conflict when stale.
    """
    row = _locked(given)
    consultation = _open_round(row.consultation)
    if not permissions.can_lead(by, consultation.edition.programme):
        raise PermissionDenied
    if row.version != version:
        raise Conflict("Ý kiến này")
    if verb == "withdraw":
        raise PermissionDenied
    if verb in _NEED_REPLY and not reply.strip():
        raise Refused("Hãy ghi lời giải trình.")
    if verb == "reopen" and row.is_in_draft:
        raise Refused("Lời viết lại đã vào dự thảo. Hãy sửa lại điều khoản trong dự thảo nếu cần.")
    if verb == "accept" and into_draft:
        _put_in_draft(row, by=by, at=at)
    return _moved(row, verb, reply=nfc(reply).strip(), by=by, at=at)


def _put_in_draft(row: Comment, *, by: Member, at: datetime) -> None:
    if not row.proposed_text:
        raise Refused("Ý kiến này không đề nghị viết lại.")
    if row.target_id is not None:
        raise Refused("Mức của chỉ tiêu sửa trong dự thảo: hãy sửa chỉ tiêu rồi chọn tiếp thu.")
    if row.clause is None or row.clause.text != row.old_text:
        raise Refused("Mục này đã sửa từ khi có ý kiến. Hãy sửa trong dự thảo rồi chọn tiếp thu.")
    draft = locked_draft(row.consultation.edition)
    programmes.change_clause(clause=row.clause, text=row.proposed_text, version=draft.version, by=by, at=at)
    row.is_in_draft = True


@transaction.atomic
def close_consultation(*, consultation: Consultation, by: Member, at: datetime) -> Consultation:
    """End the round: the draft as it stands is the agreed text. Refused while a comment waits."""
    row = _open_round(consultation)
    if not permissions.can_lead(by, row.edition.programme):
        raise PermissionDenied
    waiting = row.comments.unanswered().count()
    if waiting:
        raise Refused(f"Còn {waiting} ý kiến chờ xử lý.")
    row.closed_by_id, row.closed_at = by.person_id, at
    row.save(update_fields=["closed_by", "closed_at"])
    notices.tell_closed(row, at=at)
    return row


def refuse_open_consultation(edition: Edition) -> None:
    """Nobody signs a text that is still being talked about."""
    if Consultation.objects.filter(edition=edition, closed_at=None).exists():
        raise Refused("Vòng hiệp thương chưa khép lại. Hãy xử lý hết ý kiến và khép lại trước khi trình ký.")


def _open_round(consultation: Consultation) -> Consultation:
    row = (
        Consultation.objects.select_for_update(of=("self",))
        .select_related("edition__programme__lead")
        .get(pk=consultation.pk)
    )
    if row.closed_at is not None:
        raise Refused("Vòng hiệp thương này đã khép lại.")
    locked_draft(row.edition)
    return row


def _own_invitation(consultation: Consultation, by: Member) -> Invitation:
    """The invitation of the party the member writes for; PermissionDenied where there is none."""
    for invitation in consultation.invitations.select_for_update(of=("self",)).order_by("pk"):
        if permissions.can_write_for(by, invitation.body_id):
            return invitation
    raise PermissionDenied


def _unanswer(invitation: Invitation) -> None:
    invitation.answered_by_id, invitation.answered_at = None, None
    invitation.save(update_fields=["answered_by", "answered_at"])


def _locked(given: Comment) -> Comment:
    rows = Comment.objects.select_for_update(of=("self",)).select_related("clause__edition", "consultation")
    return rows.get(pk=given.pk)


def _moved(row: Comment, verb: str, *, reply: str, by: Member, at: datetime) -> Comment:
    row.status = CommentStatus(COMMENT.after(row.status, verb))
    row.reply = reply
    row.answered_by_id, row.answered_at = (None, None) if verb == "reopen" else (by.person_id, at)
    row.version += 1
    row.save()
    return row
