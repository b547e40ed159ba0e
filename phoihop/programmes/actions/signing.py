"""From draft into force, by a paper already signed or by signatures made here; and to its end."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.documents import actions as documents
from phoihop.documents.calculations import number_words
from phoihop.people.models import Person
from phoihop.programmes import permissions
from phoihop.programmes.actions.entering import into_force
from phoihop.programmes.actions.locking import decide, locked, locked_draft, make_findable, touch
from phoihop.programmes.content import SignatureContent
from phoihop.programmes.models import Clause, Edition, Party, Signature
from phoihop.programmes.models.editions import Capacity, ProgrammeKind
from phoihop.programmes.queries import bodies_without_leader
from phoihop.programmes.queries.adopted import editions_in_text
from phoihop.programmes.queries.editions import abstract_of
from phoihop.programmes.statuses import EDITION, EditionStatus, Origin

BY_ORDER = frozenset({Capacity.BY_ORDER, Capacity.BY_AUTHORISATION})


@transaction.atomic
def record(
    *,
    edition: Edition,
    number_text: str,
    in_force_from: date,
    signatures: Iterable[SignatureContent],
    by: Member,
    at: datetime,
) -> Edition:
    """A draft whose paper is already signed comes into force under its own number; nothing new is numbered.

    `in_force_from` is the printed day or the one a person confirmed. What is not printed (number, days,
    names) stays blank. A party without a signature in the list gets a blank one: the paper is the proof.
    """
    row = locked_draft(edition)
    parties = {party.body_id: party for party in row.parties.all()}
    if not permissions.can_write(by, row.programme, party_ids=parties):
        raise PermissionDenied
    printed = {content.body_id: content for content in signatures}
    if not parties:
        raise Refused("Hãy chọn các bên ký trước khi ghi nhận văn bản.")
    if not printed.keys() <= parties.keys():
        raise Refused("Có chữ ký của đơn vị chưa được chọn là bên ký.")
    Signature.objects.bulk_create(
        _printed_signature(party, printed.get(body_id, SignatureContent(body_id)), by=by, at=at)
        for body_id, party in parties.items()
    )
    row.origin = Origin.RECORDED
    row.number_text = number_text.strip()
    row.save(update_fields=["origin", "number_text"])
    into_force(row, "record", day=in_force_from, by=by, at=at)
    make_findable(row.programme, row)
    return row


def _printed_signature(party: Party, content: SignatureContent, *, by: Member, at: datetime) -> Signature:
    return Signature(
        party=party,
        capacity=content.capacity,
        authority=content.authority,
        position=content.position,
        principal=content.principal,
        name=content.name,
        signed_on=content.signed_on,
        proof_id=content.proof_id,
        entered_by_id=by.person_id,
        entered_for_id=by.body_id,
        entered_at=at,
    )


@transaction.atomic
def open_for_signature(*, edition: Edition, version: int | None = None, by: Member, at: datetime) -> Edition:
    """Send the draft to its parties: from here on the text does not change.

    A number and day read from a paper do not go along: the number follows the last signature.
    """
    row = locked_draft(edition, version=version)
    if not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    _refuse_unready(row)
    row.origin, row.number_text, row.issued_on = Origin.SIGNED_HERE, "", None
    row.status = EDITION.after(row.status, "open_for_signature")
    row.save(update_fields=["origin", "number_text", "issued_on", "status"])
    decide(row, "open_for_signature", by=by, at=at)
    return row


_FEWEST_PARTIES = {ProgrammeKind.COORDINATION_PROGRAMME: 2, ProgrammeKind.JOINT_PLAN: 2}


def _refuse_unready(edition: Edition) -> None:
    fewest = _FEWEST_PARTIES.get(ProgrammeKind(edition.programme.kind), 1)
    if edition.parties.count() < fewest:
        raise Refused(f"Chương trình phải có ít nhất {fewest} bên ký.")
    if not Clause.objects.filter(edition__in=editions_in_text(edition.pk)).exists():
        raise Refused("Văn bản chưa có điều khoản nào.")
    if edition.period_start is None or edition.period_end is None:
        raise Refused("Hãy ghi thời gian thực hiện của chương trình trước khi trình ký.")


@transaction.atomic
def take_back(*, edition: Edition, reason: str, by: Member, at: datetime) -> Edition:
    """Back to draft. Signatures already made lapse and stay written in the history, with the reason."""
    row = locked(edition)
    if not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    status = EDITION.after(row.status, "take_back")
    made = Signature.objects.filter(party__edition=row).select_related("party")
    if not reason.strip() and any(signature.party.body_id != by.body_id for signature in made):
        raise Refused("Đã có bên khác ký: hãy ghi lý do rút để các bên đã ký được biết.")
    lapsed = [
        {"body": s.party.body_id, "name": s.name, "signed_on": s.signed_on and s.signed_on.isoformat()}
        for s in made
    ]
    made.delete()
    row.status = status
    row.save(update_fields=["status"])
    touch(row)
    decide(row, "take_back", by=by, at=at, note=reason.strip(), data={"lapsed": lapsed})
    return row


@transaction.atomic
def sign(
    *, edition: Edition, party: Party, content: SignatureContent, version: int | None = None, by: Member,
    at: datetime,
) -> Edition:  # fmt: skip
    """A leader signs for a party; after the last signature the edition is in force from the latest one's day.

    The name is the signing person's own. The edition's row is locked: of two signing at once, the second
    sees the first's signature. Conflict when the text was taken back and opened anew since `version`.
    """
    if content.signed_on is None:
        raise Refused("Hãy ghi ngày ký.")
    _refuse_nobody_signed_for(content)
    row = _locked_for_signature(edition, party, version=version, signed_on=content.signed_on, at=at)
    if not permissions.can_sign(by, party, by_order=content.capacity in BY_ORDER):
        raise PermissionDenied
    signature = _printed_signature(party, content, by=by, at=at)
    signature.person_id = by.person_id
    signature.name = Person.objects.values_list("full_name", flat=True).get(pk=by.person_id)
    return _signed(row, signature, "sign", by=by, at=at)


@transaction.atomic
def enter_signature(
    *, edition: Edition, party: Party, content: SignatureContent, version: int | None = None, by: Member,
    at: datetime,
) -> Edition:  # fmt: skip
    """Nhập hộ: the lead enters, with its scan, a signature of a party whose leaders have no account."""
    if content.signed_on is None or not content.name.strip():
        raise Refused("Hãy ghi họ tên người ký và ngày ký như trên bản giấy.")
    row = _locked_for_signature(edition, party, version=version, signed_on=content.signed_on, at=at)
    if not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    if content.proof_id is None:
        raise Refused("Nhập hộ chữ ký phải kèm bản chụp trang ký.")
    if party.body_id not in bodies_without_leader([party.body_id], clock.day_of(at)):
        raise Refused("Bên này đã có lãnh đạo dùng hệ thống: hãy để bên đó tự ký.")
    return _signed(row, _printed_signature(party, content, by=by, at=at), "enter_signature", by=by, at=at)


def _refuse_nobody_signed_for(content: SignatureContent) -> None:
    if content.capacity == Capacity.FOR_SUPERIOR and not content.principal.strip():
        raise Refused("Ký thay (KT.) phải ghi ký thay chức vụ nào, ví dụ Chủ tịch.")


def _locked_for_signature(
    edition: Edition, party: Party, *, version: int | None, signed_on: date, at: datetime
) -> Edition:
    row = locked(edition)
    if version is not None and row.version != version:
        raise Conflict("Lời văn")
    if row.status != EditionStatus.SIGNING:
        raise Refused("Văn bản chưa trình ký, hoặc đã đủ chữ ký.")
    if party.edition_id != row.pk:
        raise Refused("Bên này không ký văn bản này.")
    if Signature.objects.filter(party=party).exists():
        raise Refused("Bên này đã ký.")
    if signed_on > clock.day_of(at):
        raise Refused("Ngày ký không được sau hôm nay.")
    return row


def _signed(edition: Edition, signature: Signature, verb: str, *, by: Member, at: datetime) -> Edition:
    signature.save()
    decide(edition, verb, by=by, at=at, data={"body": signature.party.body_id, "name": signature.name})
    if not edition.parties.filter(signature=None).exists():
        _bring_into_force(edition, by=by, at=at)
    return edition


def _bring_into_force(edition: Edition, *, by: Member, at: datetime) -> None:
    """From the latest signature's day; an amendment from the day it names, when that is later."""
    latest: date = Signature.objects.filter(party__edition=edition).aggregate(day=Max("signed_on"))["day"]
    into_force(edition, "bring_into_force", day=max(latest, edition.effective_on or latest), by=by, at=at)


@transaction.atomic
def give_number(
    *, edition: Edition, document_type: str, symbol: str, issued_on: date, by: Member, at: datetime
) -> Edition:
    """The lead's clerk numbers what all parties have signed (Nghị định 30/2020, Điều 15: after signing)."""
    row = locked(edition)
    if row.origin != Origin.SIGNED_HERE:
        raise Refused("Văn bản ghi nhận giữ số đã in, không cấp số mới.")
    if row.status not in {EditionStatus.IN_FORCE, EditionStatus.WAITING}:
        raise Refused("Chỉ cấp số sau khi tất cả các bên đã ký.")
    if row.number_text:
        raise Refused(f"Văn bản đã có số {row.number_text}.")
    signed_on = Signature.objects.filter(party__edition=row).aggregate(day=Max("signed_on"))["day"]
    if signed_on is not None and issued_on < signed_on:
        raise Refused("Ngày văn bản không được trước ngày ký cuối cùng.")
    entry = documents.give_number(
        body=row.programme.lead, document_type=document_type, symbol=symbol, abstract=abstract_of(row),
        issued_on=issued_on, by=by, at=at,
    )  # fmt: skip
    row.outgoing_entry = entry
    row.number_text = number_words(entry.number, entry.symbol)
    row.issued_on = issued_on
    row.save(update_fields=["outgoing_entry", "number_text", "issued_on"])
    make_findable(row.programme, row)
    decide(row, "give_number", by=by, at=at, note=row.number_text)
    return row


@transaction.atomic
def end(*, edition: Edition, on: date, reason: str, by: Member, at: datetime) -> Edition:
    """The edition no longer runs after `on`."""
    row = locked(edition)
    if not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    row.status = EDITION.after(row.status, "end")
    row.ended_on = on
    row.save(update_fields=["status", "ended_on"])
    decide(row, "end", by=by, at=at, note=reason.strip(), data={"ended_on": on.isoformat()})
    return row


@transaction.atomic
def undo_end(*, edition: Edition, reason: str, by: Member, at: datetime) -> Edition:
    """The edition runs again: the act that ended it was undone."""
    row = locked(edition)
    if not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    row.status = EDITION.after(row.status, "undo_end")
    row.ended_on = None
    row.save(update_fields=["status", "ended_on"])
    decide(row, "undo_end", by=by, at=at, note=reason.strip())
    return row
