"""Words and recipients of the messages about parts of a target, and about totals that do not hold."""

from datetime import datetime

from django.urls import reverse

from phoihop.accounts import notices
from phoihop.accounts.models import Membership, Role
from phoihop.core import clock
from phoihop.core.numbers import decimal_words
from phoihop.organisations.queries import body_labels
from phoihop.targets.models import PartOffer, SummaryCheck

_WRITERS = (Role.OFFICER, Role.LEADER)


def tell_proposed(offer: PartOffer, *, at: datetime) -> None:
    """To the side that answers."""
    lead_id = offer.target.edition.programme.lead_id
    asker = offer.by_body_id
    to = offer.body_id if offer.is_from_lead else lead_id
    name = body_labels([asker], clock.day_of(at))[asker].short_name
    verb = "đề nghị đơn vị nhận" if offer.is_from_lead else "nhận"
    text = f"{name} {verb} {_part(offer)} của chỉ tiêu “{offer.target.name}”."
    _send(offer, to, text, key="proposed", at=at)


def tell_answered(offer: PartOffer, *, at: datetime) -> None:
    """To the side that proposed."""
    to = offer.target.edition.programme.lead_id if offer.is_from_lead else offer.body_id
    said = f"{offer.get_status_display()}: {_part(offer)} của chỉ tiêu “{offer.target.name}”."
    _send(offer, to, f"{said} {offer.answer}".strip().capitalize(), key=offer.status, at=at)


def _part(offer: PartOffer) -> str:
    return f"phần {decimal_words(offer.value)} {offer.target.unit}".strip()


def _send(offer: PartOffer, body_id: int, text: str, *, key: str, at: datetime) -> None:
    notices.send(
        person_ids=notices.members_of(body_id, _WRITERS, on=clock.day_of(at)),
        body_id=body_id,
        text=text,
        url=reverse("targets:offers", args=[offer.target_id]),
        dedup_key=f"partoffer-{offer.pk}-{key}",
        at=at,
        is_sample=offer.target.edition.is_sample,
    )


def tell_differing(check: SummaryCheck, *, at: datetime) -> None:
    """To every administrator: stored totals do not hold."""
    people = Membership.objects.on(clock.day_of(at)).filter(role=Role.ADMINISTRATOR)
    notices.send(
        person_ids=sorted(set(people.values_list("person", flat=True))),
        text=f"Số tổng lưu sẵn lệch với số liệu gốc ở {len(check.differing)} chỉ tiêu. Cần cộng lại.",
        url=reverse("targets:checks"),
        dedup_key=f"summarycheck-{check.pk}",
        at=at,
    )
