"""Words and recipients of the messages about editions: amended, put right, withdrawn."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from phoihop.accounts import notices
from phoihop.accounts.models import Role
from phoihop.core.member import Member
from phoihop.programmes.models import Edition, Erratum
from phoihop.programmes.queries import label_of
from phoihop.programmes.statuses import Origin

_READERS = (Role.LEADER, Role.OFFICER)


def people_of_parties(edition: Edition) -> list[int]:
    """The leaders and officers of every party and of the lead."""
    bodies = {*edition.parties.values_list("body_id", flat=True), edition.programme.lead_id}
    return sorted({person for body in bodies for person in notices.members_of(body, _READERS)})


def _send(edition: Edition, person_ids: Iterable[int], text: str, *, key: str, at: datetime) -> None:
    notices.send(
        person_ids=person_ids,
        text=text,
        url=reverse("lifecycle:editions", args=[edition.programme_id]),
        dedup_key=f"edition-{edition.pk}-{edition.version}-{key}",
        at=at,
        is_sample=edition.is_sample,
    )


def tell_amending(edition: Edition, *, by: Member, at: datetime) -> None:
    """To everybody of the parties but the one who began it."""
    people = [person for person in people_of_parties(edition) if person != by.person_id]
    text = f"Bắt đầu soạn {label_of(edition)} của “{edition.programme.name}”: {edition.grounds}"
    _send(edition, people, text, key="amending", at=at)


def tell_dropped(
    amended: Edition, person_ids: Iterable[int], *, sequence: int, reason: str, at: datetime
) -> None:
    """To those told of its beginning."""
    text = f"Đã bỏ bản sửa đổi đang soạn của “{amended.programme.name}”. {reason}".strip()
    _send(amended, person_ids, text, key=f"dropped-{sequence}-{at:%Y%m%d%H%M%S}", at=at)


def tell_waiting(edition: Edition, *, at: datetime) -> None:
    """Signed ahead of its day: to the parties, and to the clerk of the lead, who may number it now."""
    text = (
        f"{_named(edition)} đã đủ chữ ký, có hiệu lực từ {edition.in_force_from:%d/%m/%Y}; "
        "đến ngày đó vẫn thực hiện bản hiện nay."
    )
    _send(edition, people_of_parties(edition), text, key="waiting", at=at)
    _ask_to_number(edition, at=at)


def tell_amended(edition: Edition, *, at: datetime) -> None:
    """In force: to the parties, and to the clerk of the lead."""
    text = (
        f"{_named(edition)} có hiệu lực từ {edition.in_force_from:%d/%m/%Y}. "
        "Xem phần so sánh và hạn báo cáo mới."
    )
    _send(edition, people_of_parties(edition), text, key="amended", at=at)
    _ask_to_number(edition, at=at)


def _ask_to_number(edition: Edition, *, at: datetime) -> None:
    if edition.origin == Origin.SIGNED_HERE and not edition.number_text:
        clerks = notices.members_of(edition.programme.lead_id, [Role.CLERK])
        text = f"Cấp số cho {label_of(edition)} của “{edition.programme.name}”: đã đủ chữ ký."
        _send(edition, clerks, text, key="number", at=at)


def _named(edition: Edition) -> str:
    words = label_of(edition)
    return f"{words[:1].upper()}{words[1:]} của “{edition.programme.name}”"


def tell_undone(edition: Edition, *, reason: str, at: datetime) -> None:
    """To the parties: the edition before holds."""
    text = f"Đã hoàn tác bản sửa đổi của “{edition.programme.name}”, thực hiện theo bản trước. {reason}"
    _send(edition, people_of_parties(edition), text.strip(), key="undone", at=at)


def tell_record_undone(edition: Edition, *, reason: str, at: datetime) -> None:
    """To the parties: it is a draft again."""
    text = f"“{edition.programme.name}” trở lại dự thảo: đã hoàn tác việc ghi nhận có hiệu lực. {reason}"
    _send(edition, people_of_parties(edition), text.strip(), key="unrecorded", at=at)


def tell_withdrawn(edition: Edition, words: str, *, at: datetime) -> None:
    """To the parties: the programme stops."""
    text = f"Chương trình “{edition.programme.name}” không còn hiệu lực. {words}"
    _send(edition, people_of_parties(edition), text, key=f"withdrawn-{at:%Y%m%d%H%M%S}", at=at)


def tell_withdrawal_undone(edition: Edition, *, reason: str, at: datetime) -> None:
    """To the parties: it goes on."""
    text = f"Chương trình “{edition.programme.name}” thực hiện tiếp: đã hoàn tác việc thu hồi. {reason}"
    _send(edition, people_of_parties(edition), text.strip(), key=f"restored-{at:%Y%m%d%H%M%S}", at=at)


def tell_erratum(erratum: Erratum, *, at: datetime) -> None:
    """To the parties: what was put right, or taken back."""
    where = f"mục {erratum.clause.path}" if erratum.clause else "văn bản"
    what = "Hủy đính chính" if erratum.cancels_id else "Đính chính"
    text = (
        f"{what} {where} của “{erratum.edition.programme.name}” ({erratum.number_text}): "
        f"“{erratum.wrong}” thành “{erratum.right}”."
    )
    _send(erratum.edition, people_of_parties(erratum.edition), text, key=f"erratum-{erratum.pk}", at=at)
