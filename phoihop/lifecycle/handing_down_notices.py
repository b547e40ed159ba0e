"""Words and recipients of the messages of hand-down."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from phoihop.accounts.models import Role
from phoihop.accounts.notices import Message, send_to_bodies
from phoihop.programmes.models import Adoption, Edition, Programme
from phoihop.programmes.statuses import AdoptionStatus

_WRITERS = (Role.OFFICER, Role.LEADER)


def _page(programme_id: int) -> str:
    return reverse("lifecycle:handing_down", args=[programme_id])


def _tell(adoptions: Iterable[Adoption], text: str, *, key: str, at: datetime) -> None:
    """The same words to the lead of each place, leading to its own programme."""
    rows = list(adoptions)
    if not rows:
        return
    messages = [Message(row.programme.lead_id, text, _page(row.programme_id)) for row in rows]
    send_to_bodies(messages, roles=_WRITERS, dedup_key=key, at=at, is_sample=rows[0].is_sample)


def ask_to_adopt(adoptions: Iterable[Adoption], *, at: datetime) -> None:
    """To the leads of the places that were just given the programme."""
    rows = list(adoptions)
    for given in {row.hand_down_id: row.hand_down for row in rows}.values():
        if given is None:
            continue
        text = (
            f"Cấp trên triển khai “{given.programme.name}”: đề nghị cụ thể hóa, hạn cuối: hết ngày "
            f"{given.due_on:%d/%m/%Y}. {given.note}"
        )
        of_this = [row for row in rows if row.hand_down_id == given.pk]
        _tell(of_this, text.strip(), key=f"hand-down-{given.pk}", at=at)


def tell_new_edition(edition: Edition, *, at: datetime) -> None:
    """To every place that adopted: the parent's text changed."""
    text = (
        f"“{edition.programme.name}” của cấp trên có bản sửa đổi lần {edition.sequence - 1}: "
        "hãy xem thay đổi và xác nhận."
    )
    _tell(_adopted(edition.programme), text, key=f"edition-above-{edition.pk}", at=at)


def tell_parent_ended(programme: Programme, *, reason: str, at: datetime) -> None:
    """To every place that adopted: the parent's text no longer holds."""
    text = (
        f"“{programme.name}” của cấp trên không còn hiệu lực. {reason} Chương trình của địa bàn vẫn thực "
        "hiện cho đến khi đơn vị quyết định."
    )
    _tell(_adopted(programme), text, key=f"ended-above-{programme.pk}-{at:%Y%m%d%H%M}", at=at)


def _adopted(programme: Programme) -> Iterable[Adoption]:
    rows = Adoption.objects.filter(parent=programme, status=AdoptionStatus.ADOPTED)
    return rows.select_related("programme")


def tell_declined(adoption: Adoption, *, place: str, reason: str, at: datetime) -> None:
    """To the lead above, which decides."""
    text = f"{place} đề nghị không thực hiện “{adoption.parent.name}”: {reason}"
    message = Message(adoption.parent.lead_id, text, _page(adoption.parent_id))
    key = f"declined-{adoption.pk}-{adoption.version}"
    send_to_bodies([message], roles=_WRITERS, dedup_key=key, at=at, is_sample=adoption.is_sample)


def tell_answered_decline(adoption: Adoption, *, is_excused: bool, note: str, at: datetime) -> None:
    """To the lead of the place: excused, or asked again."""
    said = "đồng ý miễn thực hiện" if is_excused else "vẫn đề nghị thực hiện"
    text = f"Cấp trên {said} “{adoption.parent.name}”. {note}".strip()
    _tell([adoption], text, key=f"decline-answered-{adoption.pk}-{adoption.version}", at=at)
