"""Who signs, who signed, and what was done with an edition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from phoihop.accounts.models import Membership, Role
from phoihop.organisations.queries import body_labels
from phoihop.programmes.calculations import NOT_PRINTED
from phoihop.programmes.models import Edition, EditionDecision, Mending, Party, Signature
from phoihop.programmes.models.facts import AssignmentRole, Frequency
from phoihop.programmes.statuses import SIGNED, Origin


@dataclass(frozen=True)
class SignatureShown:
    """A signature in words; blanks of a recorded paper say "không ghi"."""

    capacity: str
    signed_for: str
    authority: str
    position: str
    name: str
    signed_on: str
    proof_id: int | None
    entered_for: str


@dataclass(frozen=True)
class PartyLine:
    """A signing body, and its signature once there."""

    id: int
    body_id: int
    body: str
    signature: SignatureShown | None


@dataclass(frozen=True)
class HistoryLine:
    """An act on the edition."""

    what: str
    note: str
    by: str
    body: str
    at: datetime


@dataclass(frozen=True)
class MendingLine:
    """A mended reading: what it said before and says now."""

    subject: str
    before: str
    after: str
    reason: str
    by: str
    body: str
    at: datetime


_VERBS = {
    "write": "Soạn, sửa dự thảo",
    "choose_parties": "Chọn các bên ký",
    "record": "Ghi nhận văn bản đã ký",
    "open_for_signature": "Trình ký",
    "take_back": "Rút về dự thảo",
    "sign": "Ký",
    "enter_signature": "Nhập hộ chữ ký (kèm bản chụp)",
    "bring_into_force": "Có hiệu lực",
    "give_number": "Cấp số",
    "put_seal": "Đóng dấu số",
    "take_off_seal": "Gỡ dấu số",
    "end": "Kết thúc",
    "undo_end": "Hoàn tác việc kết thúc",
    "make_tasks": "Lập công việc từ kế hoạch",
    "undo_tasks": "Hoàn tác việc lập công việc",
    "begin_amendment": "Bắt đầu soạn bản sửa đổi",
    "drop_amendment": "Bỏ bản sửa đổi đang soạn",
    "record_ahead": "Ghi nhận văn bản đã ký, chờ ngày có hiệu lực",
    "wait": "Đủ chữ ký, chờ ngày có hiệu lực",
    "begin": "Đến ngày, có hiệu lực",
    "supersede": "Được thay bằng bản sau",
    "undo_amendment": "Hoàn tác bản sửa đổi",
    "resume": "Thực hiện lại sau khi hoàn tác bản sửa đổi",
    "withdraw": "Thu hồi",
    "undo_withdraw": "Hoàn tác việc thu hồi",
    "synchronise": "Lập lại báo cáo và công việc theo bản này",
    "end_duties": "Thôi báo cáo và công việc còn lại",
    "correct": "Đính chính",
    "take_back_erratum": "Hủy đính chính",
}


def parties(edition: Edition, *, today: date) -> list[PartyLine]:
    """The signing bodies in the order of the grid; two queries."""
    rows = list(party_rows(edition))
    labels = body_labels(bodies_in_parties(rows), edition.in_force_from or today)
    return party_lines(edition, rows, {i: label.short_name for i, label in labels.items()})


def party_rows(edition: Edition) -> QuerySet[Party]:
    """The signing bodies with their signatures in the order of the grid, not asked yet."""
    return Party.objects.filter(edition=edition).select_related("signature").order_by("order")


def bodies_in_parties(rows: Iterable[Party]) -> set[int]:
    """The bodies whose names the lines of these parties say."""
    found = list(rows)
    return {row.body_id for row in found} | {s.entered_for_id for row in found if (s := _signature(row))}


def party_lines(edition: Edition, rows: Iterable[Party], names: Mapping[int, str]) -> list[PartyLine]:
    """The parties in words; `names` of all `bodies_in_parties`."""
    blank = NOT_PRINTED if edition.origin == Origin.RECORDED else ""
    return [
        PartyLine(
            id=row.pk,
            body_id=row.body_id,
            body=names[row.body_id],
            signature=_shown(row, names, blank),
        )
        for row in rows
    ]


def _signature(party: Party) -> Signature | None:
    return getattr(party, "signature", None)


def _shown(party: Party, names: Mapping[int, str], blank: str) -> SignatureShown | None:
    row = _signature(party)
    if row is None:
        return None
    is_entered = row.person_id is None and blank == ""
    return SignatureShown(
        capacity=row.get_capacity_display(),
        signed_for=f"{row.get_capacity_display()} {row.principal}" if row.principal else "",
        authority=row.authority,
        position=row.position or blank,
        name=row.name or blank,
        signed_on=f"{row.signed_on:%d/%m/%Y}" if row.signed_on else blank,
        proof_id=row.proof_id,
        entered_for=names[row.entered_for_id] if is_entered else "",
    )


def bodies_without_leader(body_ids: Iterable[int], on: date) -> set[int]:
    """Which of these bodies have no leader with a way to sign in on that day; one query."""
    wanted = set(body_ids)
    rows = Membership.objects.on(on).filter(
        body_id__in=wanted, role=Role.LEADER, person__user__is_active=True
    )
    return wanted - set(rows.values_list("body_id", flat=True))


def history(edition: Edition, *, today: date) -> list[HistoryLine]:
    """What was done with the edition and the signed ones before it, latest first; two queries."""
    seen = Q(edition=edition) | Q(edition__programme=edition.programme_id, edition__status__in=SIGNED)
    rows = list(EditionDecision.objects.filter(seen).select_related("by_person").order_by("-at", "-id"))
    names = body_labels({row.by_body_id for row in rows}, today)
    return [
        HistoryLine(
            what=_VERBS.get(row.verb, row.verb),
            note=row.note,
            by=row.by_person.full_name,
            body=names[row.by_body_id].short_name,
            at=row.at,
        )
        for row in rows
    ]


def mendings(edition: Edition, *, today: date) -> list[MendingLine]:
    """The mended readings, latest first; three queries."""
    rows = list(Mending.objects.filter(edition=edition).select_related("by_person").order_by("-at", "-id"))
    ids = {row.by_body_id for row in rows}
    for row in rows:
        ids |= _bodies_in(row.before) | _bodies_in(row.after)
    names = {i: label.short_name for i, label in body_labels(ids, today).items()}
    paths = dict(edition.clauses.values_list("pk", "path"))
    return [
        MendingLine(
            subject=_SUBJECTS.get(row.subject, row.subject),
            before=_values_in_words(row.before, names, paths),
            after=_values_in_words(row.after, names, paths),
            reason=row.note,
            by=row.by_person.full_name,
            body=names[row.by_body_id],
            at=row.at,
        )
        for row in rows
    ]


_SUBJECTS = {"assignment": "phân công", "duty": "chế độ báo cáo, việc định kỳ", "target": "chỉ tiêu"}
_SIDES = {"owes": "thực hiện", "reviews": "duyệt", "takes_note": "nhận để biết"}


def _bodies_in(values: dict[str, Any]) -> set[int]:
    found = {values["body"]} if isinstance(values.get("body"), int) else set()
    for side in _SIDES:
        found |= set(values.get(side) or [])
    return found


def _values_in_words(values: dict[str, Any], names: dict[int, str], paths: dict[int, str]) -> str:
    """What a mending says about an assignment or a duty; other subjects by their name."""
    if not values:
        return "không có"
    words = [f"mục {paths[values['clause']]}"] if values.get("clause") in paths else []
    if "role" in values:
        words.append(f"{names.get(values['body'], '')} {AssignmentRole(values['role']).label}")
    if "name" in values:
        words.append(str(values["name"]))
    if values.get("frequency") in Frequency.values:
        words.append(Frequency(values["frequency"]).label)
    for side, label in _SIDES.items():
        if values.get(side):
            words.append(f"{label}: {', '.join(names.get(body, '') for body in values[side])}")
    return ", ".join(words)
