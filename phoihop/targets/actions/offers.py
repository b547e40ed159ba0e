"""Parts of a draft's target: asked by the lead or offered by a party, taken on, until they add up."""

from datetime import datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.numbers import decimal_words
from phoihop.core.vietnamese import nfc
from phoihop.organisations.models import Body
from phoihop.programmes.models import Edition
from phoihop.programmes.statuses import EditionStatus
from phoihop.targets import notices, permissions
from phoihop.targets.calculations import adds_up, check_shares
from phoihop.targets.models import Contribution, PartOffer, Target
from phoihop.targets.statuses import OFFER, OfferStatus

_NONE = Decimal(0)
"""What `before` says where the body had no contribution at all."""


@transaction.atomic
def propose_part(
    *, target: Target, body: Body, value: Decimal, note: str = "", by: Member, at: datetime
) -> PartOffer:
    """Ask (the lead) or offer (the body) a part, in the target's unit.

    It replaces what is open for that body: of the other side as a counter-offer, one's own as withdrawn. The
    lead's own part needs nobody's answer. Refused for a body that is no party, a value of nothing, a target
    whose shares do not add up (a percentage of each body's own), or once the text left draft.
    """
    row = _locked(target)
    from_lead = permissions.can_ask_parts(by, row.edition)
    own = permissions.can_answer_for(by, body.pk)
    if not (from_lead or own):
        raise PermissionDenied
    _check_proposal(row, body, value)
    _close_open(row, body, from_lead=from_lead, by=by, at=at)
    made = PartOffer.objects.create(
        target=row,
        body=body,
        is_from_lead=from_lead,
        value=value,
        note=nfc(note).strip(),
        by_person_id=by.person_id,
        by_body_id=by.body_id,
        at=at,
    )
    if from_lead and own:
        return _accept(made, row, by=by, at=at)
    notices.tell_proposed(made, at=at)
    return made


def _check_proposal(target: Target, body: Body, value: Decimal) -> None:
    if value <= 0:
        raise Refused("Phần nhận phải lớn hơn 0.")
    is_party = target.edition.parties.filter(body=body).exists()
    if not is_party and not target.contributions.filter(body=body).exists():
        raise Refused("Đơn vị này không phải là bên ký và không có tên trong chỉ tiêu.")
    check = check_shares(target.spec, [value])
    if check is None:
        raise Refused("Chỉ tiêu này không chia thành phần cộng lại được.")
    if check.is_refused:
        raise Refused(f"Một phần không được lớn hơn tổng thể ({decimal_words(check.limit)}).")


def _close_open(target: Target, body: Body, *, from_lead: bool, by: Member, at: datetime) -> None:
    open_one = target.offers.filter(body=body, status=OfferStatus.OPEN).first()
    if open_one is not None:
        verb = "withdraw" if open_one.is_from_lead == from_lead else "counter"
        _answered(open_one, verb, answer="", by=by, at=at)


@transaction.atomic
def accept_part(*, offer: PartOffer, by: Member, at: datetime) -> PartOffer:
    """The other side takes it: the part becomes the body's contribution.

    Refused when the parts of a fixed whole would pass it; the row of the edition is held meanwhile, so two
    who accept at once cannot pass it together.
    """
    target = _locked(offer.target)
    row = _locked_offer(offer)
    _check_answers(row, target, by)
    return _accept(row, target, by=by, at=at)


def _accept(offer: PartOffer, target: Target, *, by: Member, at: datetime) -> PartOffer:
    shares = {row.body_id: row for row in target.contributions.filter(area=None)}
    others = target.contributions.exclude(body=offer.body, area=None).values_list("value", flat=True)
    check = check_shares(target.spec, [*others, offer.value])
    if check is not None and check.is_refused:
        raise Refused(f"Nhận phần này thì vượt tổng thể: {check.words}.")
    had = shares.get(offer.body_id)
    offer.before = _NONE if had is None else had.value
    Contribution.objects.update_or_create(
        target=target, body_id=offer.body_id, area=None, defaults={"value": offer.value}
    )
    _touch(target)
    _answered(offer, "accept", answer="", by=by, at=at)
    notices.tell_answered(offer, at=at)
    return offer


@transaction.atomic
def refuse_part(*, offer: PartOffer, reason: str, by: Member, at: datetime) -> PartOffer:
    """The other side does not take it, and says why."""
    target = _locked(offer.target)
    row = _locked_offer(offer)
    _check_answers(row, target, by)
    if not reason.strip():
        raise Refused("Hãy ghi lý do không nhận.")
    _answered(row, "refuse", answer=nfc(reason).strip(), by=by, at=at)
    notices.tell_answered(row, at=at)
    return row


@transaction.atomic
def withdraw_part(*, offer: PartOffer, by: Member, at: datetime) -> PartOffer:
    """Whoever proposed takes it back while it is open."""
    target = _locked(offer.target)
    row = _locked_offer(offer)
    if not _is_on_side(by, target, row, of_lead=row.is_from_lead):
        raise PermissionDenied
    _answered(row, "withdraw", answer="", by=by, at=at)
    return row


@transaction.atomic
def undo_part(*, offer: PartOffer, by: Member, at: datetime) -> PartOffer:
    """Take an accepted part out again: the contribution is what it was before.

    Refused once the contribution was changed since, by a later offer or in the draft.
    """
    target = _locked(offer.target)
    row = _locked_offer(offer)
    if not any(_is_on_side(by, target, row, of_lead=lead) for lead in (True, False)):
        raise PermissionDenied
    status = OFFER.after(row.status, "undo")
    share = target.contributions.filter(body=row.body_id, area=None).first()
    is_last = not target.offers.filter(body=row.body_id, status="accepted", answered_at__gt=row.answered_at)
    if share is None or share.value != row.value or not is_last:
        raise Refused("Phần này đã được sửa sau đó nên không hoàn tác được.")
    if row.before == _NONE:
        share.delete()
    else:
        share.value = row.before
        share.save(update_fields=["value"])
    _touch(target)
    row.status, row.answered_by_id, row.answered_at = status, by.person_id, at
    row.save(update_fields=["status", "answered_by", "answered_at"])
    return row


def refuse_unsettled_parts(edition: Edition) -> None:
    """Before signature: parts of a fixed whole (10 = 6 + 4 × 1; 56 % + 44 %) must make it exactly."""
    short = []
    for target in edition.targets.prefetch_related("contributions"):
        check = check_shares(target.spec, [row.value for row in target.contributions.all()])
        if check is not None and check.limit is not None and not adds_up(target.spec, check):
            short.append(f"“{target.name}” ({check.gap_words})")
    if short:
        raise Refused(f"Các phần đã chia chưa khớp tổng thể: {'; '.join(short)}. Hãy chia lại.")


def _locked(target: Target) -> Target:
    """The target of a draft, with its edition held so that nobody writes a part beside it."""
    edition = Edition.objects.select_for_update(of=("self",)).get(targets=target.pk)
    if edition.status != EditionStatus.DRAFT:
        raise Refused("Văn bản đã trình ký hoặc đã ký nên không chia lại chỉ tiêu.")
    rows = Target.objects.select_for_update(of=("self",)).select_related("edition__programme__lead")
    return rows.get(pk=target.pk)


def _locked_offer(offer: PartOffer) -> PartOffer:
    return PartOffer.objects.select_for_update(of=("self",)).select_related("body").get(pk=offer.pk)


def _check_answers(offer: PartOffer, target: Target, by: Member) -> None:
    if not _is_on_side(by, target, offer, of_lead=not offer.is_from_lead):
        raise PermissionDenied


def _is_on_side(by: Member, target: Target, offer: PartOffer, *, of_lead: bool) -> bool:
    if of_lead:
        return permissions.can_ask_parts(by, target.edition)
    return permissions.can_answer_for(by, offer.body_id)


def _answered(offer: PartOffer, verb: str, *, answer: str, by: Member, at: datetime) -> None:
    offer.status = OfferStatus(OFFER.after(offer.status, verb))
    offer.answer, offer.answered_by_id, offer.answered_at = answer, by.person_id, at
    offer.save()


def _touch(target: Target) -> None:
    """Another version: forms of the target opened before are stale."""
    target.version += 1
    target.save(update_fields=["version"])
