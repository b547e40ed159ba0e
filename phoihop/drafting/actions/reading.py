"""Reading a paper into a draft."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop import reading
from phoihop.core.clock import day_of as day_in_vietnam
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.documents.actions import store_file
from phoihop.drafting.actions.records import Json
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.party_words import place_and_day, propose_parties
from phoihop.drafting.permissions import can_read_papers
from phoihop.drafting.proposals import propose
from phoihop.drafting.statuses import DraftStatus
from phoihop.organisations.models import Body
from phoihop.programmes.models import Programme

READER_VERSION = "1"


MOST_CHARACTERS = 300_000
"""A hundred pages; a request that reads more would hold its worker for minutes."""


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
