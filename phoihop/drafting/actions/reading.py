"""From a read paper to a draft with its facts."""

from dataclasses import replace
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from phoihop import reading
from phoihop.core.clock import day_of as day_in_vietnam
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.documents.actions import store_file
from phoihop.documents.models import StoredFile
from phoihop.drafting.actions.checking import check_draft
from phoihop.drafting.actions.records import Json
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.party_words import place_and_day, propose_parties
from phoihop.drafting.permissions import can_read_papers
from phoihop.drafting.proposals import propose
from phoihop.drafting.statuses import DraftStatus
from phoihop.organisations.models import Body
from phoihop.programmes.models import Programme
from phoihop.reading.files.confined import ReadPaper
from phoihop.reading.files.exchange import encoded

READER_VERSION = "2"

MOST_CHARACTERS = 2_000_000
"""Some seven hundred pages."""

MOST_FACTS = 8_000
"""No person reviews more, nor does a page with all of them open."""

_SPLIT = "Hãy tách phần chương trình phối hợp thành tệp riêng rồi đưa vào."


@transaction.atomic
def read_file(
    *, content: bytes, name: str, media_type: str, renews: Programme | None = None, by: Member, at: datetime
) -> tuple[Draft, bool]:
    """Read a paper of our own (the sample's) into a draft, in this process; what people put in is `put_in`.

    (draft, True); the same file read before, or by somebody else of the body at this moment (its row is
    locked): that draft, False. Refused with a plain sentence when the file cannot be read; PermissionDenied
    for other roles.
    """
    if not can_read_papers(by):
        raise PermissionDenied
    read = _read(content, name)
    problem = problem_of(read)
    if problem:
        raise Refused(problem)
    body = locked_body(by)
    file = store_file(content=content, name=name, media_type=media_type, by=by, at=at)
    earlier = read_before(file.sha256, by)
    if earlier is not None:
        return earlier, False
    made = make_draft(file=file, read=read, body=body, person_id=by.person_id, renews=renews, at=at)
    return made, True


def locked_body(by: Member) -> Body:
    """The body of the member, locked: two who put the same paper in at once come one after the other."""
    rows = Body.objects.select_for_update(of=("self",), no_key=True).select_related("area")
    return rows.get(pk=by.body_id)


def problem_of(read: ReadPaper) -> str:
    """Why what was read cannot become a draft, in a sentence; empty when it can."""
    if len(read.paper.text) > MOST_CHARACTERS:
        return f"Văn bản dài hơn {MOST_CHARACTERS // 1_000_000} triệu chữ cái (khoảng 700 trang). {_SPLIT}"
    if count_of_facts(read) > MOST_FACTS:
        return f"Văn bản có hơn {MOST_FACTS // 1_000} nghìn mục. {_SPLIT}"
    return ""


def count_of_facts(read: ReadPaper) -> int:
    """How many rows the draft will have to be reviewed."""
    draft = read.draft
    lists = (draft.legal_bases, draft.clauses, draft.targets, draft.assignments, draft.duties)
    return sum(len(rows) for rows in lists) + len(draft.signatories) + len(draft.recipients)


def make_draft(
    *, file: StoredFile, read: ReadPaper, body: Body, person_id: int, renews: Programme | None, at: datetime
) -> Draft:
    """A draft of what was read, with its facts and proposed parties."""
    found = read.draft.facts_as_json()
    notes = [{"span": [0, 0], "code": note.code, "text": note.text} for note in read.paper.notes]
    draft = Draft.objects.create(
        file=file,
        body=body,
        area=body.area,
        text=read.paper.text,
        reader_version=READER_VERSION,
        warnings=notes,
        paper=_pages_and_tables(read.paper),
        renews=renews,
        created_by_id=person_id,
        created_at=at,
        is_sample=file.is_sample,
    )
    _write_facts(draft, found)
    area, day = place_and_day(found["header"], default=body.area, today=day_in_vietnam(at))
    draft.area = area
    draft.save(update_fields=["area"])
    propose_parties(draft, area=area, day=day)
    check_draft(draft)
    return draft


def read_before(digest: str, by: Member) -> Draft | None:
    """The draft the member's body has of the paper of this digest, if it was not put away."""
    same = Draft.objects.visible_to(by).filter(
        Q(readings__digest=digest) | Q(readings=None, file__sha256=digest)
    )
    return same.exclude(status=DraftStatus.DISCARDED).order_by("-id").first()


def _read(content: bytes, name: str) -> ReadPaper:
    try:
        paper = reading.paper_of(content, name=name)
    except reading.UnreadableDocument as problem:
        raise Refused(str(problem)) from problem
    return ReadPaper(paper=paper, draft=reading.read_paper(paper))


def _pages_and_tables(paper: reading.Paper) -> Json:
    """All but the text, which the draft has, and the words of pages, which their rows have."""
    pages = tuple(replace(page, words=()) for page in paper.pages)
    kept: Json = encoded(replace(paper, text="", pages=pages))
    return kept


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
