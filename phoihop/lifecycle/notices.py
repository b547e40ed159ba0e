"""Words and recipients of the messages of consultation and signing."""

from datetime import datetime

from django.urls import reverse

from phoihop.accounts import notices
from phoihop.accounts.models import Role
from phoihop.core import clock
from phoihop.lifecycle.models import Consultation, Invitation, ProgrammeSuccession
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Edition

_SIGNERS = (Role.LEADER, Role.OFFICER)


def _send(edition: Edition, person_ids: list[int], text: str, *, key: str, at: datetime) -> None:
    notices.send(
        person_ids=person_ids,
        text=text,
        url=reverse("lifecycle:signing", args=[edition.programme_id]),
        dedup_key=f"edition-{edition.pk}-{edition.version}-{key}",
        at=at,
        is_sample=edition.is_sample,
    )


def _people_of_parties(edition: Edition, *, signed: bool | None = None) -> list[int]:
    parties = (
        edition.parties.all() if signed is None else edition.parties.filter(signature__isnull=not signed)
    )
    return [person for party in parties for person in notices.members_of(party.body_id, _SIGNERS)]


def ask_to_sign(edition: Edition, *, at: datetime) -> None:
    """To the leaders and officers of every party."""
    text = f"Chương trình “{edition.programme.name}” đã trình ký, chờ chữ ký của đơn vị."
    _send(edition, _people_of_parties(edition, signed=False), text, key="open", at=at)


def tell_taken_back(edition: Edition, *, reason: str, at: datetime) -> None:
    """To all parties: what they signed lapses."""
    text = f"Chương trình “{edition.programme.name}” đã rút về dự thảo, chữ ký đã có không còn giá trị."
    _send(edition, _people_of_parties(edition), f"{text} {reason}".strip(), key="back", at=at)


def tell_in_force(edition: Edition, *, at: datetime) -> None:
    """To all parties, and to the clerk of the lead, who now gives the number."""
    text = f"Chương trình “{edition.programme.name}” đã đủ chữ ký và có hiệu lực."
    _send(edition, _people_of_parties(edition), text, key="force", at=at)
    clerks = notices.members_of(edition.programme.lead_id, [Role.CLERK])
    _send(
        edition,
        clerks,
        f"Cấp số cho chương trình “{edition.programme.name}”: đã đủ chữ ký.",
        key="number",
        at=at,
    )


def _send_round(
    consultation: Consultation, person_ids: list[int], text: str, *, key: str, at: datetime
) -> None:
    notices.send(
        person_ids=person_ids,
        text=text,
        url=reverse("lifecycle:consultation", args=[consultation.edition.programme_id]),
        dedup_key=f"consultation-{consultation.pk}-{key}",
        at=at,
        is_sample=consultation.is_sample,
    )


def _people_invited(consultation: Consultation) -> list[int]:
    bodies = consultation.invitations.values_list("body_id", flat=True)
    return [person for body in bodies for person in notices.members_of(body, _SIGNERS)]


def ask_to_comment(consultation: Consultation, *, at: datetime) -> None:
    """To the leaders and officers of every party asked."""
    name = consultation.edition.programme.name
    text = (
        f"Mời góp ý dự thảo “{name}”, hạn cuối: hết ngày {consultation.due_on:%d/%m/%Y}. {consultation.note}"
    )
    _send_round(consultation, _people_invited(consultation), text.strip(), key="open", at=at)


def tell_answered(invitation: Invitation, *, at: datetime) -> None:
    """To the officers of the lead."""
    consultation = invitation.consultation
    programme = consultation.edition.programme
    body = body_labels([invitation.body_id], clock.day_of(at))[invitation.body_id].short_name
    people = notices.members_of(programme.lead_id, [Role.OFFICER])
    text = f"{body} đã trả lời góp ý dự thảo “{programme.name}”."
    _send_round(consultation, people, text, key=f"answer-{invitation.pk}", at=at)


def tell_closed(consultation: Consultation, *, at: datetime) -> None:
    """To everybody asked: the text is agreed, each comment has its answer."""
    text = (
        f"Đã khép lại vòng hiệp thương dự thảo “{consultation.edition.programme.name}”; xem phần giải trình."
    )
    _send_round(consultation, _people_invited(consultation), text, key="close", at=at)


def tell_succession(row: ProgrammeSuccession, *, at: datetime) -> None:
    """To the people of those who go on, and of the parties that still stand: what became of the programme."""
    programme = row.programme
    heirs = set(programme.heirs.values_list("heir_id", flat=True))
    parties = set(programme.editions.order_by("-sequence")[0].parties.values_list("body_id", flat=True))
    people = {person for body in heirs | parties for person in notices.members_of(body, _SIGNERS)}
    text = f"Chương trình “{programme.name}”: {row.get_outcome_display()} từ {row.effective_on:%d/%m/%Y}."
    notices.send(
        person_ids=sorted(people),
        text=text,
        url=reverse("programmes:detail", args=[programme.pk]),
        dedup_key=f"succession-{row.pk}",
        at=at,
        is_sample=row.is_sample,
    )
