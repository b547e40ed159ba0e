"""Pilot units: chosen by a decision, assessed, and done again elsewhere once they prove."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Area, AreaVersion, Level
from phoihop.plans import permissions
from phoihop.plans.models import Pilot, PilotAssessment, PilotDecision
from phoihop.plans.statuses import PILOT, PilotRating, PilotStatus
from phoihop.programmes.models import Clause, Programme


@dataclass(frozen=True)
class PilotContent:
    """What is tried where, since when, chosen by which decision, and who does it."""

    name: str
    clause_id: int
    area_id: int
    since: date
    decision_text: str
    body_id: int | None = None


@transaction.atomic
def choose_pilot(*, programme: Programme, content: PilotContent, by: Member, at: datetime) -> Pilot:
    """A place to try a model in; the same model at the same place under a clause stands once."""
    held = Programme.objects.select_for_update(of=("self",), no_key=True).get(pk=programme.pk)
    if not permissions.can_register_others(by, held):
        raise PermissionDenied
    _check(held, content)
    made = _made(held, content, replicates=None)
    _decide(made, "choose", note=made.decision_text, by=by, at=at)
    return made


def _check(programme: Programme, content: PilotContent) -> None:
    if not content.name.strip() or not content.decision_text.strip():
        raise Refused("Hãy ghi tên mô hình và văn bản chọn điểm.")
    if not Clause.objects.filter(pk=content.clause_id, edition__programme=programme).exists():
        raise Refused("Mục này không thuộc chương trình.")
    same = Pilot.objects.filter(
        programme=programme, clause=content.clause_id, area=content.area_id, name=nfc(content.name).strip()
    )
    if same.exists():
        raise Refused("Nơi này đã được chọn làm điểm của mô hình này.")


def _made(programme: Programme, content: PilotContent, *, replicates: Pilot | None) -> Pilot:
    return Pilot.objects.create(
        programme=programme,
        clause_id=content.clause_id,
        area_id=content.area_id,
        commune=commune_of(content.area_id, on=content.since),
        body_id=content.body_id,
        name=nfc(content.name).strip(),
        since=content.since,
        decision_text=nfc(content.decision_text).strip(),
        replicates=replicates,
        is_sample=programme.is_sample,
    )


def commune_of(area_id: int, *, on: date) -> Area | None:
    """The commune a place lies in on a day, itself when it is one; None for places above."""
    area = Area.objects.get(pk=area_id)
    if area.level != Level.RESIDENTIAL_AREA:
        return area if area.level == Level.COMMUNE else None
    versions = AreaVersion.objects.on(on).filter(area=area).select_related("parent")
    version = versions.first() or AreaVersion.objects.filter(area=area).select_related("parent").last()
    return version.parent if version else None


@transaction.atomic
def move_pilot(*, pilot: Pilot, verb: str, note: str, version: int, by: Member, at: datetime) -> Pilot:
    """Begin, recognise as proven, stop or go on, as the table of moves says; stopping asks for a reason."""
    row = _locked(pilot, version=version)
    if not permissions.can_register_others(by, row.programme):
        raise PermissionDenied
    if verb == "stop" and not note.strip():
        raise Refused("Hãy ghi lý do dừng.")
    row.status = PilotStatus(PILOT.after(row.status, verb))
    row.version += 1
    row.save()
    _decide(row, verb, note=nfc(note).strip(), by=by, at=at)
    return row


@transaction.atomic
def assess_pilot(
    *, pilot: Pilot, on: date, rating: PilotRating, text: str, file: StoredFile | None, by: Member,
    at: datetime,
) -> PilotAssessment:  # fmt: skip
    """How it goes, as the lead or the body that does it saw on a day."""
    row = _locked(pilot, version=None)
    if not permissions.can_look_after(by, row.programme, [row.body_id] if row.body_id else []):
        raise PermissionDenied
    if on > clock.day_of(at) or on < row.since:
        raise Refused("Ngày đánh giá phải từ ngày chọn điểm đến hôm nay.")
    if not text.strip():
        raise Refused("Hãy ghi nhận xét.")
    return PilotAssessment.objects.create(
        pilot=row, on=on, rating=rating, text=nfc(text).strip(), file=file, by_person_id=by.person_id,
        by_body_id=by.body_id, at=at,
    )  # fmt: skip


@transaction.atomic
def replicate_pilot(
    *, pilot: Pilot, area_ids: Collection[int], since: date, decision_text: str, by: Member, at: datetime
) -> int:
    """Do it again at other places, each a linked row; places that have it already are left. How many new.

    Refused before the pilot was recognised as proven.
    """
    row = _locked(pilot, version=None)
    Programme.objects.select_for_update(of=("self",), no_key=True).get(pk=row.programme_id)
    if not permissions.can_register_others(by, row.programme):
        raise PermissionDenied
    if row.status != PilotStatus.PROVEN:
        raise Refused("Chỉ nhân rộng điểm đã được công nhận đạt.")
    if not decision_text.strip():
        raise Refused("Hãy ghi văn bản cho nhân rộng.")
    same = Pilot.objects.filter(programme=row.programme, clause=row.clause, name=row.name)
    known = set(same.values_list("area_id", flat=True))
    wanted = Area.objects.filter(pk__in=list(area_ids)).exclude(pk__in=known).values_list("pk", flat=True)
    made = [
        _made(
            row.programme,
            PilotContent(row.name, row.clause_id, area_id, since, decision_text),
            replicates=row,
        )
        for area_id in wanted.order_by("pk")
    ]
    for one in made:
        _decide(one, "replicate", note=decision_text.strip(), by=by, at=at)
    return len(made)


@transaction.atomic
def drop_pilot(*, pilot: Pilot, by: Member, at: datetime) -> None:
    """Undo the choice of a place; Refused once it began, was assessed or done again elsewhere."""
    row = _locked(pilot, version=None)
    if not permissions.can_register_others(by, row.programme):
        raise PermissionDenied
    if row.status != PilotStatus.CHOSEN or row.assessments.exists() or row.replicas.exists():
        raise Refused("Điểm này đã bắt đầu làm nên không bỏ được; hãy ghi là dừng.")
    row.delete()


def _locked(pilot: Pilot, *, version: int | None) -> Pilot:
    rows = Pilot.objects.select_for_update(of=("self",)).select_related("programme__lead")
    row = rows.get(pk=pilot.pk)
    if version is not None and row.version != version:
        raise Conflict("Đơn vị điểm")
    return row


def _decide(row: Pilot, verb: str, *, note: str, by: Member, at: datetime) -> None:
    PilotDecision.objects.create(
        pilot=row, verb=verb, note=note, by_person_id=by.person_id, by_body_id=by.body_id, at=at
    )
