"""A programme is handed down, and places below take it by reference, add to it, or ask to be left out.

Nothing of the parent's text is written again. The permissions are those of the parent's lead above and of
the adopting programme's lead and parties below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from phoihop.core import clock
from phoihop.core.constraints import checked_at_once
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import fold, nfc
from phoihop.programmes import permissions
from phoihop.programmes.actions.locking import decide, locked_draft, make_findable
from phoihop.programmes.actions.writing import add_clause
from phoihop.programmes.models import (
    Addition,
    Adoption,
    AdoptionDecision,
    Clause,
    Edition,
    HandDown,
    LegalBasis,
    Party,
    Programme,
)
from phoihop.programmes.models.adoption import Reporting
from phoihop.programmes.queries.adopted import parent_edition, standing_editions
from phoihop.programmes.statuses import (
    ADOPTION,
    EDITION,
    SIGNED,
    UNDER_WAY,
    AdoptionStatus,
    EditionStatus,
    Origin,
)

_BATCH = 5000
_MANY = 200
_BEYOND_DRAFT = sorted((UNDER_WAY | SIGNED) - {EditionStatus.DRAFT})


@dataclass(frozen=True)
class PlaceGiven:
    """A place that takes the programme: its lead, its signing bodies in order, and what its own is called."""

    area_id: int
    lead_id: int
    body_ids: tuple[int, ...]
    name: str
    title: str
    seat: str


@dataclass(frozen=True)
class HandDownPlan:
    """What the lead decided: by when to answer, who signs below, what stays as it is, who reports to whom."""

    due_on: date
    body_kinds: tuple[str, ...]
    reporting: Reporting = Reporting.LEAD_UP
    fixed_clauses: tuple[UUID, ...] = ()
    fixed_targets: tuple[UUID, ...] = ()
    duties: tuple[UUID, ...] = ()
    note: str = ""


@transaction.atomic
def hand_down(
    *, programme: Programme, plan: HandDownPlan, places: Sequence[PlaceGiven], by: Member, at: datetime
) -> list[Adoption]:
    """A draft that takes the programme's text by reference for every place that has none yet.

    The programme's row is locked: of two who hand down at once each place gets one. Refused when no place is
    left, when the text is not in force, or is itself taken from above. The number of queries is fixed.
    """
    row = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    if not permissions.can_lead(by, row):
        raise PermissionDenied
    edition = _in_force(row)
    if plan.due_on < clock.day_of(at):
        raise Refused("Hạn trả lời không được trước hôm nay.")
    taken = set(Adoption.objects.filter(parent=row).values_list("area_id", flat=True))
    new = [place for place in places if place.area_id not in taken]
    if not new:
        raise Refused("Mọi nơi đã chọn đều đã được triển khai chương trình này.")
    given = HandDown.objects.create(
        programme=row, edition=edition, due_on=plan.due_on, body_kinds=list(plan.body_kinds),
        reporting=plan.reporting, fixed_clauses=list(plan.fixed_clauses), duties=list(plan.duties),
        fixed_targets=list(plan.fixed_targets), is_sample=row.is_sample, verb="hand_down",
        note=plan.note.strip(), by_person_id=by.person_id, by_body_id=by.body_id, at=at,
    )  # fmt: skip
    return _written(edition, new, given, by=by, at=at)


def _in_force(programme: Programme) -> Edition:
    if Adoption.objects.filter(programme=programme).exists():
        raise Refused("Chương trình này lấy từ cấp trên: hãy triển khai từ chương trình gốc.")
    edition = Edition.objects.filter(programme=programme, status=EditionStatus.IN_FORCE).first()
    if edition is None:
        raise Refused("Chỉ chương trình đang thực hiện mới triển khai xuống cấp dưới.")
    return edition


def _written(
    edition: Edition, places: Sequence[PlaceGiven], given: HandDown | None, *, by: Member, at: datetime
) -> list[Adoption]:
    """The rows of all places, table by table."""
    with checked_at_once():
        programmes = _programmes(edition.programme, places, by=by, at=at)
        _texts(edition, programmes, places)
        return Adoption.objects.bulk_create(
            [
                Adoption(
                    parent=edition.programme, hand_down=given, programme=programme, edition=edition,
                    area_id=programme.area_id, is_sample=programme.is_sample,
                )
                for programme in programmes
            ],
            batch_size=_BATCH,
        )  # fmt: skip


def _programmes(
    parent: Programme, places: Sequence[PlaceGiven], *, by: Member, at: datetime
) -> list[Programme]:
    return Programme.objects.bulk_create(
        [
            Programme(
                kind=parent.kind, name=place.name[:200], area_id=place.area_id, lead_id=place.lead_id,
                folded=fold(f"{place.name} {place.title}"), created_by_id=by.person_id, created_at=at,
                is_sample=parent.is_sample,
            )
            for place in places
        ],
        batch_size=_BATCH,
    )  # fmt: skip


def _texts(edition: Edition, programmes: Sequence[Programme], places: Sequence[PlaceGiven]) -> None:
    """A draft for each with its signing bodies; its only own words are the basis it rests on."""
    _count_rows("programmes_programme", len(places))
    editions = Edition.objects.bulk_create(
        [
            Edition(
                programme=programme, origin=Origin.SIGNED_HERE, title=place.title, place=place.seat[:100],
                period_start=edition.period_start, period_end=edition.period_end,
                is_sample=programme.is_sample,
            )
            for programme, place in zip(programmes, places, strict=True)
        ],
        batch_size=_BATCH,
    )  # fmt: skip
    _count_rows("programmes_edition", len(places))
    Party.objects.bulk_create(
        [
            Party(edition=own, body_id=body_id, order=order)
            for own, place in zip(editions, places, strict=True)
            for order, body_id in enumerate(place.body_ids)
        ],
        batch_size=_BATCH,
    )
    basis = _basis(edition)
    LegalBasis.objects.bulk_create(
        [LegalBasis(edition=own, order=0, text=basis, kind="programme") for own in editions],
        batch_size=_BATCH,
    )


def _count_rows(table: str, new: int) -> None:
    """The checks of every row that follows plan anew: plans made while the table was small read all of it."""
    if new >= _MANY:
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {table}")


def _basis(edition: Edition) -> str:
    number = f" số {edition.number_text}" if edition.number_text else ""
    title = " ".join(edition.title.split())
    return f"{title[:1].upper()}{title[1:]}{number}"


@transaction.atomic
def start_from_parent(*, parent: Programme, place: PlaceGiven, by: Member, at: datetime) -> Adoption:
    """A place begins by itself from a programme above it; Refused when it has one from there already."""
    row = Programme.objects.select_for_update(of=("self",)).get(pk=parent.pk)
    if not permissions.can_write_for(by, place.lead_id):
        raise PermissionDenied
    edition = _in_force(row)
    if Adoption.objects.filter(parent=row, area_id=place.area_id).exists():
        raise Refused("Địa bàn đã có chương trình lấy từ chương trình này: hãy mở mục “Triển khai” của nó.")
    [made] = _written(edition, [place], None, by=by, at=at)
    return _answered(made, "adopt", by=by, at=at)


@transaction.atomic
def undo_hand_down(*, given: HandDown, reason: str, by: Member, at: datetime) -> int:
    """Take a hand-down back whole; Refused once a place answered or wrote into its draft. How many went."""
    Programme.objects.select_for_update(of=("self",)).get(pk=given.programme_id)
    row = HandDown.objects.select_for_update(of=("self",)).select_related("programme").get(pk=given.pk)
    if not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    if row.undone_at is not None:
        raise Refused("Lần triển khai này đã hoàn tác từ trước.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do hoàn tác.")
    adoptions = list(row.adoptions.select_for_update(of=("self",)).order_by("pk"))
    _refuse_built_on(adoptions)
    programmes = [adoption.programme_id for adoption in adoptions]
    Adoption.objects.filter(pk__in=[adoption.pk for adoption in adoptions]).delete()
    Edition.objects.filter(programme__in=programmes).delete()
    Programme.objects.filter(pk__in=programmes).delete()
    row.undone_at, row.undone_reason = at, reason.strip()
    row.save(update_fields=["undone_at", "undone_reason"])
    return len(programmes)


def _refuse_built_on(adoptions: Sequence[Adoption]) -> None:
    answered = [adoption for adoption in adoptions if adoption.version > 1]
    if answered:
        raise Refused(f"Đã có {len(answered)} nơi trả lời nên không hoàn tác được cả lần triển khai.")
    written = Edition.objects.filter(programme__in=[adoption.programme_id for adoption in adoptions])
    touched = written.exclude(status=EditionStatus.DRAFT, version=1).count()
    if touched:
        raise Refused(f"Đã có {touched} nơi soạn tiếp dự thảo nên không hoàn tác được cả lần triển khai.")


def _locked_adoption(adoption: Adoption, *, version: int | None = None) -> Adoption:
    rows = Adoption.objects.select_for_update(of=("self",))
    row = rows.select_related("parent", "programme", "hand_down", "edition").get(pk=adoption.pk)
    if version is not None and row.version != version:
        raise Conflict("Việc cụ thể hóa")
    return row


def lock_adoption(adoption: Adoption, *, by: Member, version: int | None = None) -> Adoption:
    """The locked row for the lead of the adopting programme; Conflict when `version` is stale."""
    row = _locked_adoption(adoption, version=version)
    if not permissions.can_lead(by, row.programme):
        raise PermissionDenied
    return row


def _answered(
    row: Adoption, verb: str, *, note: str = "", by: Member, at: datetime, data: dict[str, str] | None = None
) -> Adoption:
    row.status = ADOPTION.after(row.status, verb)
    row.adopted_at = at if row.status == AdoptionStatus.ADOPTED else None
    return note_adoption(row, verb, note=note, by=by, at=at, data=data)


def note_adoption(
    row: Adoption, verb: str, *, note: str = "", by: Member, at: datetime, data: dict[str, str] | None = None
) -> Adoption:
    """Save the locked row as another version, and who did what with it."""
    row.version += 1
    row.save(update_fields=["status", "adopted_at", "edition", "version"])
    AdoptionDecision.objects.create(
        adoption=row, verb=verb, note=note.strip(), data=data or {}, by_person_id=by.person_id,
        by_body_id=by.body_id, at=at,
    )  # fmt: skip
    return row


@transaction.atomic
def adopt(*, adoption: Adoption, version: int | None = None, by: Member, at: datetime) -> Adoption:
    """The place takes the parent's text as it stands, with what it added; its draft is then signed.

    Of two who adopt at once one is told that the other did.
    """
    row = lock_adoption(adoption, by=by, version=version)
    row.edition = parent_edition(row)
    return _answered(row, "adopt", by=by, at=at, data={"edition": str(row.edition_id)})


@transaction.atomic
def adopt_by_decision(
    *, adoption: Adoption, number_text: str, decided_on: date, version: int | None = None, by: Member,
    at: datetime,
) -> Edition:  # fmt: skip
    """Adopted and in force from `decided_on` by a decision of the place, without signatures of its own."""
    if not number_text.strip():
        raise Refused("Hãy ghi số của quyết định, công văn áp dụng.")
    if decided_on > clock.day_of(at):
        raise Refused("Ngày quyết định không được sau hôm nay.")
    row = lock_adoption(adoption, by=by, version=version)
    waiting = Edition.objects.filter(programme=row.programme_id, status=EditionStatus.DRAFT).first()
    if waiting is None:
        raise Refused("Văn bản đã trình ký hoặc đã có hiệu lực.")
    if row.status != AdoptionStatus.ADOPTED:
        row = adopt(adoption=row, by=by, at=at)
    draft = locked_draft(waiting)
    draft.origin = Origin.RECORDED
    draft.number_text, draft.issued_on, draft.in_force_from = number_text.strip(), decided_on, decided_on
    draft.status = EDITION.after(draft.status, "record")
    draft.save(update_fields=["origin", "number_text", "issued_on", "in_force_from", "status"])
    make_findable(draft.programme, draft)
    decide(draft, "adopt", by=by, at=at, note=draft.number_text)
    return draft


@transaction.atomic
def adopted_by_signing(*, adoption: Adoption, by: Member, at: datetime) -> None:
    """A place whose text came into force has adopted it, whoever of its parties signed last.

    A consequence of the signature; nothing when it had answered so before.
    """
    row = _locked_adoption(adoption)
    if row.status == AdoptionStatus.HANDED:
        row.edition = parent_edition(row)
        _answered(row, "adopt", by=by, at=at, data={"edition": str(row.edition_id)})


@transaction.atomic
def take_back_adoption(*, adoption: Adoption, reason: str, by: Member, at: datetime) -> Adoption:
    """As before the answer; Refused once the text is out for signature or in force."""
    row = lock_adoption(adoption, by=by)
    if not reason.strip():
        raise Refused("Hãy ghi lý do rút lại.")
    if row.programme.editions.filter(status__in=_BEYOND_DRAFT).exists():
        raise Refused("Văn bản đã trình ký hoặc đã có hiệu lực nên không rút lại được.")
    if row.hand_down_id is None:
        raise Refused("Chương trình do địa bàn tự bắt đầu, không có lời đề nghị nào để trả lời lại.")
    return _answered(row, "take_back", note=reason, by=by, at=at)


@transaction.atomic
def decline(
    *, adoption: Adoption, reason: str, version: int | None = None, by: Member, at: datetime
) -> Adoption:
    """The place asks to be left out, with its reason; the one above decides."""
    if not reason.strip():
        raise Refused("Hãy ghi lý do đề nghị không thực hiện.")
    row = lock_adoption(adoption, by=by, version=version)
    if row.programme.editions.filter(status__in=_BEYOND_DRAFT).exists():
        raise Refused("Văn bản đã trình ký hoặc đã có hiệu lực.")
    return _answered(row, "decline", note=reason, by=by, at=at)


@transaction.atomic
def decide_on_decline(
    *, adoption: Adoption, is_excused: bool, note: str, by: Member, at: datetime
) -> Adoption:
    """The lead above excuses the place, or asks it again."""
    row = _locked_adoption(adoption)
    if not permissions.can_lead(by, row.parent):
        raise PermissionDenied
    return _answered(row, "excuse" if is_excused else "insist", note=note, by=by, at=at)


@transaction.atomic
def confirm_parent(*, adoption: Adoption, by: Member, at: datetime) -> Adoption:
    """The place goes on with the parent's later edition; what it added stays."""
    row = lock_adoption(adoption, by=by)
    latest = parent_edition(row)
    if latest.pk == row.edition_id:
        return row
    row.edition = latest
    return note_adoption(row, "confirm", by=by, at=at, data={"edition": str(latest.pk)})


@transaction.atomic
def add_under(
    *, adoption: Adoption, under: Clause, label: str, text: str, version: int, by: Member, at: datetime
) -> Clause:
    """An own clause under a clause of the parent (`version`: of the draft); Refused where it is fixed."""
    row = _locked_adoption(adoption)
    if row.hand_down is not None and under.key in row.hand_down.fixed_clauses:
        raise Refused(f"Cấp trên đề nghị giữ nguyên mục {under.path}.")
    above = standing_editions([row.parent_id])
    if not Clause.objects.filter(key=under.key, edition__in=above.values("pk")).exists():
        raise Refused("Mục này không có trong chương trình của cấp trên.")
    draft = row.programme.editions.filter(status=EditionStatus.DRAFT).select_related("programme").first()
    if draft is None:
        raise Refused("Văn bản đã trình ký hoặc đã ký nên không thêm được; hãy lập bản sửa đổi, bổ sung.")
    made = add_clause(edition=draft, parent=None, label=label, text=nfc(text), version=version, by=by, at=at)
    own = made.label.strip(".)( ") if any(char.isalnum() for char in made.label) else ""
    made.depth, made.is_heading = under.depth + 1, False
    made.path = (f"{under.path}.{own}" if own else under.path)[:120]
    made.save(update_fields=["depth", "is_heading", "path"])
    Addition.objects.create(adoption=row, key=made.key, under_key=under.key)
    return made
