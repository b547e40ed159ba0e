"""The text of a programme while it is a draft."""

import uuid
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.organisations.models import Area, Body
from phoihop.programmes import permissions
from phoihop.programmes.actions.locking import decide, locked_draft, make_findable, touch
from phoihop.programmes.content import ClauseContent, EditionContent, HeaderContent, PartyContent
from phoihop.programmes.models import Clause, Edition, LegalBasis, Party, Programme, Recipient
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.statuses import EditionStatus, Origin

MOST_YEARS = 20
"""The longest programmes known run five; a mistyped 2126 would owe thousands of reports."""


@transaction.atomic
def create_programme(
    *,
    kind: ProgrammeKind,
    name: str,
    area: Area,
    lead: Body,
    renews: Programme | None = None,
    is_sample: bool = False,
    by: Member,
    at: datetime,
) -> Programme:
    """A programme without a text yet; `lead` is the body at its centre (cơ quan đầu mối)."""
    programme = Programme(kind=kind, name=name, area=area, lead=lead, renews=renews, is_sample=is_sample)
    return _begun(programme, by=by, at=at)


@transaction.atomic
def create_plan(
    *,
    kind: ProgrammeKind,
    name: str,
    under: Programme,
    year: int | None,
    lead: Body,
    renews: Programme | None = None,
    by: Member,
    at: datetime,
) -> Programme:
    """A plan that carries out `under`, without a text yet; Refused when there is one for that year.

    The programme's row is locked, so of two who begin the same plan at once one is told.
    """
    programme = Programme.objects.select_for_update(of=("self",)).select_related("area").get(pk=under.pk)
    if programme.is_plan:
        raise Refused("Kế hoạch chỉ lập để thực hiện một chương trình, không lập dưới một kế hoạch khác.")
    same = Programme.objects.filter(kind=kind, under=programme, year=year)
    if (same.filter(lead=lead) if kind == ProgrammeKind.IMPLEMENTATION_PLAN else same).exists():
        raise Refused("Kế hoạch này đã được lập.")
    plan = Programme(
        kind=kind, name=name, area=programme.area, lead=lead, under=programme, year=year, renews=renews,
        is_sample=programme.is_sample,
    )  # fmt: skip
    return _begun(plan, by=by, at=at)


def _begun(programme: Programme, *, by: Member, at: datetime) -> Programme:
    if not permissions.can_create(by, programme.lead):
        raise PermissionDenied
    programme.name = nfc(programme.name).strip()
    if not programme.name:
        raise Refused("Hãy đặt tên gọi tắt cho chương trình.")
    programme.created_by_id = by.person_id
    programme.created_at = at
    programme.save()
    return programme


USUAL_SECTIONS = (
    ("I", "I. MỤC ĐÍCH, YÊU CẦU"),
    ("II", "II. NỘI DUNG PHỐI HỢP"),
    ("III", "III. CHỈ TIÊU"),
    ("IV", "IV. GIẢI PHÁP"),
    ("V", "V. TỔ CHỨC THỰC HIỆN"),
)


@transaction.atomic
def start_blank(
    *, kind: ProgrammeKind, name: str, lead: Body, header: HeaderContent, by: Member, at: datetime
) -> Edition:
    """A programme at the lead's place whose draft has the usual sections and nothing in them yet."""
    programme = create_programme(
        kind=kind, name=name, area=lead.area, lead=lead, is_sample=by.is_sample, by=by, at=at
    )
    sections = [ClauseContent(label, None, label, label, 1, True, text) for label, text in USUAL_SECTIONS]
    content = EditionContent(**vars(header), clauses=sections)
    return write_edition(programme=programme, content=content, origin=Origin.SIGNED_HERE, by=by, at=at)


@transaction.atomic
def write_edition(
    *, programme: Programme, content: EditionContent, origin: Origin, by: Member, at: datetime
) -> Edition:
    """The programme's draft with this content: a new one, or the present draft replaced whole.

    Assignments, duties and targets of a replaced draft go with its clauses. Refused once a text of this
    programme is signed or out for signature.
    """
    Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    present = programme.editions.order_by("-sequence").first()
    party_ids = [party.body_id for party in content.parties]
    if not permissions.can_write(by, programme, party_ids=party_ids):
        raise PermissionDenied
    if present is not None and present.status != EditionStatus.DRAFT:
        raise Refused("Chương trình đã có văn bản trình ký hoặc đã ký.")
    edition = present or Edition(programme=programme, is_sample=programme.is_sample)
    _fill(edition, content, origin)
    _replace_rows(edition, content)
    make_findable(programme, edition)
    decide(edition, "write", by=by, at=at)
    return edition


def _fill(edition: Edition, content: EditionContent, origin: Origin) -> None:
    if not content.title.strip():
        raise Refused("Văn bản chưa có tên.")
    edition.origin = origin
    edition.title = nfc(content.title).strip()
    edition.opening = content.opening
    edition.place = content.place
    edition.issued_on = content.issued_on
    _set_period(edition, content.period_start, content.period_end)
    edition.source_text = content.source_text
    edition.source_file_id = content.source_file_id
    edition.version = 1 if edition.pk is None else edition.version + 1
    edition.save()


def _set_period(edition: Edition, start: date | None, end: date | None) -> None:
    if start and end and end < start:
        raise Refused("Thời gian thực hiện: ngày cuối trước ngày đầu.")
    if start and end and end.year - start.year > MOST_YEARS:
        raise Refused(f"Thời gian thực hiện dài hơn {MOST_YEARS} năm: hãy xem lại năm bắt đầu và kết thúc.")
    edition.period_start = start
    edition.period_end = end


def _replace_rows(edition: Edition, content: EditionContent) -> None:
    for table in (Clause, LegalBasis, Recipient):
        table.objects.filter(edition=edition).delete()
    _write_clauses(edition, content.clauses)
    LegalBasis.objects.bulk_create(
        LegalBasis(
            edition=edition, order=order, text=row.text, kind=row.kind, number_text=row.number_text,
            issued_on=row.issued_on,
        )
        for order, row in enumerate(content.legal_bases)
    )  # fmt: skip
    Recipient.objects.bulk_create(
        Recipient(edition=edition, order=order, name=row.name, purpose=row.purpose)
        for order, row in enumerate(content.recipients)
    )
    _write_parties(edition, content.parties)


def _write_clauses(edition: Edition, clauses: list[ClauseContent]) -> None:
    """Parents before their children, one insert for each level."""
    made: dict[str, Clause] = {}
    waiting = list(enumerate(clauses))
    while waiting:
        ready = [(order, row) for order, row in waiting if row.parent_ref is None or row.parent_ref in made]
        if not ready:
            raise Refused("Cây điều khoản bị đứt: có điều khoản thuộc về mục không có trong văn bản.")
        rows = Clause.objects.bulk_create(_clause(edition, order, row, made) for order, row in ready)
        made.update({row.ref: clause for (_, row), clause in zip(ready, rows, strict=True)})
        waiting = [(order, row) for order, row in waiting if row.ref not in made]


def _clause(edition: Edition, order: int, row: ClauseContent, made: dict[str, Clause]) -> Clause:
    return Clause(
        edition=edition,
        key=row.key or uuid.uuid4(),
        parent=made[row.parent_ref] if row.parent_ref else None,
        order=order,
        depth=row.depth,
        label=row.label[:30],
        path=row.path[:120],
        is_heading=row.is_heading,
        text=row.text,
        span_start=row.span[0] if row.span else None,
        span_end=row.span[1] if row.span else None,
    )


def _write_parties(edition: Edition, parties: list[PartyContent]) -> None:
    Party.objects.filter(edition=edition).delete()
    Party.objects.bulk_create(
        Party(edition=edition, body_id=row.body_id, text=row.text, order=row.order) for row in parties
    )


def _draft_for(edition: Edition, *, by: Member, version: int | None) -> Edition:
    row = locked_draft(edition, version=version)
    party_ids = row.parties.values_list("body_id", flat=True)
    if not permissions.can_write(by, row.programme, party_ids=party_ids):
        raise PermissionDenied
    return row


@transaction.atomic
def change_header(
    *, edition: Edition, content: HeaderContent, version: int, by: Member, at: datetime
) -> Edition:
    """Title, opening words, place and period of a draft."""
    row = _draft_for(edition, by=by, version=version)
    if not content.title.strip():
        raise Refused("Văn bản chưa có tên.")
    row.title, row.opening = nfc(content.title).strip(), nfc(content.opening).strip()
    row.place = nfc(content.place).strip()
    _set_period(row, content.period_start, content.period_end)
    row.save(update_fields=["title", "opening", "place", "period_start", "period_end"])
    touch(row)
    make_findable(row.programme, row)
    decide(row, "write", by=by, at=at, note="phần đầu văn bản")
    return row


@transaction.atomic
def choose_parties(
    *, edition: Edition, parties: list[PartyContent], version: int, by: Member, at: datetime
) -> Edition:
    """Who signs, in which order of the grid; replaces the earlier choice."""
    row = _draft_for(edition, by=by, version=version)
    if len({party.body_id for party in parties}) != len(parties):
        raise Refused("Mỗi bên ký chỉ ghi một lần.")
    _write_parties(row, parties)
    touch(row)
    decide(row, "choose_parties", by=by, at=at)
    return row


@transaction.atomic
def add_clause(
    *, edition: Edition, parent: Clause | None, label: str, text: str, version: int, by: Member, at: datetime
) -> Clause:
    """A clause at the end of its parent's (or the text's) clauses; `text` begins with the label."""
    row = _draft_for(edition, by=by, version=version)
    if not text.strip():
        raise Refused("Hãy ghi nội dung của điều khoản.")
    order = _order_after(list(row.clauses.order_by("order")), parent)
    _make_room(row, order)
    made = Clause.objects.create(
        edition=row, parent=parent, order=order, depth=parent.depth + 1 if parent else 1,
        label=label.strip()[:30], path=_path(parent, label), is_heading=parent is None,
        text=nfc(text).strip(),
    )  # fmt: skip
    touch(row)
    decide(row, "write", by=by, at=at, note=f"thêm {made.path}")
    return made


def _order_after(clauses: list[Clause], parent: Clause | None) -> int:
    """One more than the last clause of the parent's branch; gaps are allowed, order only grows."""
    branch = {parent.pk} if parent else {clause.pk for clause in clauses}
    last = parent.order if parent else -1
    for clause in clauses:
        if clause.pk in branch or clause.parent_id in branch:
            branch.add(clause.pk)
            last = max(last, clause.order)
    return last + 1


_FAR = 1_000_000


def _make_room(edition: Edition, order: int) -> None:
    """Move the clauses from `order` on by one, by way of far numbers: each is unique at any moment."""
    rows = Clause.objects.filter(edition=edition)
    rows.filter(order__gte=order).update(order=F("order") + _FAR)
    rows.filter(order__gte=_FAR).update(order=F("order") - _FAR + 1)


def _path(parent: Clause | None, label: str) -> str:
    """Labels joined; a bullet carries its parent's path; II.2 + 2.5 = II.2.5."""
    plain = label.strip().strip(".)( ")
    if parent is None:
        return plain[:120]
    if not any(char.isalnum() for char in plain):
        return parent.path
    own = parent.path.rpartition(".")[2]
    return f"{parent.path}.{plain.removeprefix(f'{own}.')}"[:120]


@transaction.atomic
def change_clause(*, clause: Clause, text: str, version: int, by: Member, at: datetime) -> Clause:
    """The words of a clause of a draft; its key, assignments, duties and targets stay."""
    row = _draft_for(clause.edition, by=by, version=version)
    if not text.strip():
        raise Refused("Hãy ghi nội dung của điều khoản, hoặc xóa điều khoản.")
    clause.text = nfc(text).strip()
    clause.save(update_fields=["text"])
    touch(row)
    decide(row, "write", by=by, at=at, note=f"sửa {clause.path}")
    return clause


@transaction.atomic
def remove_clause(*, clause: Clause, version: int, by: Member, at: datetime) -> None:
    """A clause of a draft and all under it, with what was assigned there."""
    row = _draft_for(clause.edition, by=by, version=version)
    path = clause.path
    clause.delete()
    touch(row)
    decide(row, "write", by=by, at=at, note=f"xóa {path}")
