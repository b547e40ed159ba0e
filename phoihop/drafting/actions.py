"""Every change to a draft: read a paper, decide on its facts, choose its parties, undo, discard."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from phoihop import reading
from phoihop.core.clock import day_of as day_in_vietnam
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.documents.actions import store_file
from phoihop.drafting.models import Draft, DraftDecision, DraftFact
from phoihop.drafting.parties import day_of, place_and_day, propose_parties
from phoihop.drafting.permissions import can_read_papers, can_review
from phoihop.drafting.proposals import propose
from phoihop.drafting.statuses import DRAFT, FACT, DraftStatus, FactStatus
from phoihop.organisations.models import Area, Body
from phoihop.programmes.models import Programme

type Json = dict[str, Any]

READER_VERSION = "1"
MOST_CHARACTERS = 300_000
"""A hundred pages; a request that reads more would hold its worker for minutes."""


@dataclass(frozen=True)
class PartyChoice:
    """What one word of the text means: the bodies, whether they sign, or that it is left out."""

    bodies: tuple[int, ...]
    is_signing: bool = False
    is_left_out: bool = False


@transaction.atomic
def read_file(
    *, content: bytes, name: str, media_type: str, renews: Programme | None = None, by: Member, at: datetime
) -> tuple[Draft, bool]:
    """Read a paper into a draft; (draft, True). The same file read before, or by somebody else of the body
    at this moment (its row is locked): that draft, False.

    Refused with a plain sentence when the file cannot be read; PermissionDenied for other roles.
    """
    if not can_read_papers(by):
        raise PermissionDenied
    read = _read(content, name)
    body = Body.objects.select_for_update(of=("self",), no_key=True).select_related("area").get(pk=by.body_id)
    file = store_file(content=content, name=name, media_type=media_type, by=by, at=at)
    earlier = _read_before(file.sha256, by)
    if earlier is not None:
        return earlier, False
    found = read.as_json()
    draft = Draft.objects.create(
        file=file,
        body=body,
        area=body.area,
        text=read.text,
        reader_version=READER_VERSION,
        warnings=found["warnings"],
        renews=renews,
        created_by_id=by.person_id,
        created_at=at,
        is_sample=by.is_sample,
    )
    _write_facts(draft, found)
    area, day = place_and_day(found["header"], default=body.area, today=day_in_vietnam(at))
    draft.area = area
    draft.save(update_fields=["area"])
    propose_parties(draft, area=area, day=day)
    return draft, True


def _read(content: bytes, name: str) -> reading.Draft:
    try:
        text = reading.text_of(content, name=name)
    except reading.UnreadableDocument as problem:
        raise Refused(str(problem)) from problem
    if len(text) > MOST_CHARACTERS:
        raise Refused(
            f"Văn bản dài hơn {MOST_CHARACTERS // 1000} nghìn chữ cái (khoảng 100 trang). "
            "Hãy tách phần chương trình phối hợp thành tệp riêng rồi đưa vào."
        )
    return reading.read_text(text)


def _read_before(sha256: str, by: Member) -> Draft | None:
    same = Draft.objects.visible_to(by).filter(file__sha256=sha256)
    return same.exclude(status=DraftStatus.DISCARDED).order_by("-id").first()


def _write_facts(draft: Draft, found: Json) -> None:
    rows = propose(found)
    DraftFact.objects.bulk_create(
        DraftFact(
            draft=draft,
            kind=row.kind,
            order=order,
            span_start=row.span[0] if row.span else None,
            span_end=row.span[1] if row.span else None,
            read=row.read,
            values=row.values,
            doubts=list(row.doubts),
        )
        for order, row in enumerate(rows)
    )


def decide(*, draft: Draft, facts: Collection[int], verb: str, by: Member, at: datetime) -> int:
    """Accept, reject or reopen facts (ids) of a draft in one step; the number that changed.

    Facts the verb is not open for are left as they are. MoveNotAllowed never: a second click changes nothing.
    """
    draft = _open(draft, by)
    rows = [f for f in _locked(draft).filter(pk__in=facts) if FACT.allows(f.status, verb)]
    if not rows:
        return 0
    before = _state(rows)
    for row in rows:
        row.status = FACT.after(row.status, verb)
        row.version += 1
    DraftFact.objects.bulk_update(rows, ["status", "version"])
    _remember(draft, verb=verb, before=before, after=_state(rows), by=by, at=at)
    return len(rows)


def accept_certain(*, draft: Draft, kind: str, by: Member, at: datetime) -> int:
    """Accept every pending fact of one kind that nothing is doubted about; the number accepted."""
    certain = draft.facts.filter(kind=kind, status=FactStatus.PENDING, doubts=[])
    return decide(draft=draft, facts=list(certain.values_list("pk", flat=True)), verb="accept", by=by, at=at)


def edit_fact(*, fact: DraftFact, values: Json, version: int, by: Member, at: datetime) -> DraftFact:
    """Put other values in place of those read, and accept the fact; Conflict when `version` is stale."""
    draft = _open(fact.draft, by)
    row = _locked(draft).get(pk=fact.pk)
    if row.version != version:
        raise Conflict("Dữ kiện này")
    before = _state([row])
    row.values = {**row.values, **values}
    row.status = FactStatus.ACCEPTED
    row.version += 1
    row.save(update_fields=["values", "status", "version"])
    _name_new_parties(draft, at)
    _remember(draft, verb="edit", before=before, after=_state([row]), by=by, at=at)
    return row


def add_fact(*, draft: Draft, kind: str, values: Json, by: Member, at: datetime) -> DraftFact:
    """A fact the reader did not find, added by a person as accepted."""
    draft = _open(draft, by)
    last = draft.facts.order_by("-order").values_list("order", flat=True).first()
    row = DraftFact.objects.create(
        draft=draft, kind=kind, order=(last or 0) + 1, read=None, values=values, status=FactStatus.ACCEPTED
    )
    before = {str(row.pk): {"status": FactStatus.REJECTED, "values": values}}
    _name_new_parties(draft, at)
    _remember(draft, verb="add", before=before, after=_state([row]), by=by, at=at)
    return row


def _name_new_parties(draft: Draft, at: datetime) -> None:
    if draft.area is not None:
        propose_parties(draft, area=draft.area, day=day_of(draft, day_in_vietnam(at)))


def undo(*, draft: Draft, by: Member, at: datetime) -> DraftDecision:
    """Take the newest step on facts back that was not taken back yet; Refused when there is none."""
    draft = _open(draft, by)
    last = draft.decisions.filter(undoes=None, undone_by=None).exclude(before={}).order_by("-id").first()
    if last is None:
        raise Refused("Không còn bước nào để hoàn tác.")
    rows = list(_locked(draft).filter(pk__in=last.before))
    if _state(rows) != last.after:
        raise Conflict("Dữ kiện")
    for row in rows:
        state = last.before[str(row.pk)]
        row.status, row.values, row.version = state["status"], state["values"], row.version + 1
    DraftFact.objects.bulk_update(rows, ["status", "values", "version"])
    return _remember(draft, verb="undo", before=last.after, after=last.before, by=by, at=at, undoes=last)


def choose_parties(
    *, draft: Draft, area: Area, choices: Mapping[str, PartyChoice], version: int, by: Member, at: datetime
) -> Draft:
    """Say at which place the paper was made and what each of its words for a party means (by code)."""
    draft = _open(draft, by)
    if draft.version != version:
        raise Conflict("Danh sách các bên")
    chosen = {body for choice in choices.values() for body in choice.bodies}
    if Body.objects.filter(pk__in=chosen).count() < len(chosen):
        raise Refused("Có tổ chức không có trong danh mục. Hãy tải lại trang rồi chọn lại.")
    draft.area = area
    draft.version += 1
    draft.save(update_fields=["area", "version"])
    for party in draft.parties.filter(code__in=choices):
        choice = choices[party.code]
        party.is_signing, party.is_left_out = choice.is_signing, choice.is_left_out
        party.save(update_fields=["is_signing", "is_left_out"])
        party.bodies.set(choice.bodies)
    _remember(draft, verb="choose_parties", before={}, after={}, by=by, at=at)
    return draft


def move_to_place(*, draft: Draft, area: Area, day: date, version: int, by: Member, at: datetime) -> Draft:
    """Read the words for parties anew as the bodies another place had on `day`."""
    draft = _open(draft, by)
    if draft.version != version:
        raise Conflict("Danh sách các bên")
    draft.area = area
    draft.version += 1
    draft.save(update_fields=["area", "version"])
    draft.parties.all().delete()
    propose_parties(draft, area=area, day=day)
    _remember(draft, verb="move_to_place", before={}, after={}, by=by, at=at)
    return draft


def discard(*, draft: Draft, by: Member, at: datetime) -> Draft:
    """Put a draft away; it can be restored."""
    return _move(draft, "discard", by, at)


def restore(*, draft: Draft, by: Member, at: datetime) -> Draft:
    """Take a discarded draft up again."""
    return _move(draft, "restore", by, at)


def _move(draft: Draft, verb: str, by: Member, at: datetime) -> Draft:
    row = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if not can_review(by, row):
        raise PermissionDenied
    row.status = DRAFT.after(row.status, verb)
    row.save(update_fields=["status"])
    _remember(row, verb=verb, before={}, after={}, by=by, at=at)
    return row


def _open(draft: Draft, by: Member) -> Draft:
    row = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if not can_review(by, row):
        raise PermissionDenied
    if row.status != DraftStatus.OPEN:
        raise Refused("Bản đọc này đã xác nhận hoặc đã bỏ, không sửa được nữa.")
    return row


def _locked(draft: Draft) -> models.QuerySet[DraftFact]:
    return DraftFact.objects.select_for_update(of=("self",)).filter(draft=draft).order_by("order")


def _state(rows: Collection[DraftFact]) -> Json:
    return {str(row.pk): {"status": str(row.status), "values": row.values} for row in rows}


def _remember(
    draft: Draft,
    *,
    verb: str,
    before: Json,
    after: Json,
    by: Member,
    at: datetime,
    undoes: DraftDecision | None = None,
) -> DraftDecision:
    return DraftDecision.objects.create(
        draft=draft,
        verb=verb,
        before=before,
        after=after,
        undoes=undoes,
        by_person_id=by.person_id,
        by_body_id=by.body_id,
        at=at,
    )
