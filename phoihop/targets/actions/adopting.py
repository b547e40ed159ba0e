"""Targets from above at the places below: shares given, values raised, and each place's split of its share.

Figures below are recorded on the parent's own target at the place, so they roll up by its rules; a
contribution with a place says who answers there.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.programmes import permissions
from phoihop.programmes.models import Adoption, Edition, Programme
from phoihop.programmes.queries.adopted import standing_editions
from phoihop.programmes.statuses import AdoptionStatus, EditionStatus
from phoihop.targets.calculations import check_shares
from phoihop.targets.calculations.adoption import is_shared_out, local_spec, problem_of_raise
from phoihop.targets.models import AdoptedTarget, Contribution, Figure, Target

type Parts = Sequence[tuple[int, Decimal | None]]
"""Bodies of a place with the part each takes on; no number: it takes part without one."""


@transaction.atomic
def give_shares(
    *, target: Target, shares: Mapping[int, Decimal | None], by: Member, at: datetime
) -> int:  # fmt: skip
    """The parent's lead gives places (by area) their shares of a count; None takes one away. How many.

    Refused when the shares of all places come to more than a fixed whole, or a place has not got the
    programme. Four queries whatever the number of places.
    """
    programme = Programme.objects.select_for_update(of=("self",)).get(pk=target.edition.programme_id)
    if not permissions.can_lead(by, programme):
        raise PermissionDenied
    if not is_shared_out(target.spec):
        raise Refused("Chỉ tiêu này áp dụng như nhau cho mỗi nơi, không chia phần.")
    rows = Adoption.objects.filter(parent=programme).values_list("area_id", "programme_id")
    places = dict(rows)
    if not shares.keys() <= places.keys():
        raise Refused("Có nơi chưa được triển khai chương trình này.")
    own = {row.programme_id: row for row in AdoptedTarget.objects.filter(key=target.key).filter(
        programme__adoption__parent=programme)}  # fmt: skip
    _check_whole(target, own, {places[area]: value for area, value in shares.items()})
    _write_shares(target, own, {places[area]: value for area, value in shares.items()})
    return len(shares)


def _check_whole(
    target: Target, own: Mapping[int, AdoptedTarget], given: Mapping[int, Decimal | None]
) -> None:
    after = {pk: row.share for pk, row in own.items()} | dict(given)
    found = check_shares(target.spec, after.values())
    if found is not None and found.is_refused:
        raise Refused(f"Phần giao cho các nơi vượt chỉ tiêu: {found.words}.")


def _write_shares(
    target: Target, own: Mapping[int, AdoptedTarget], given: Mapping[int, Decimal | None]
) -> None:
    """Rows with a number are written anew; those left without any go. A part nobody split follows."""
    gone = [pk for pk, value in given.items() if value is None]
    AdoptedTarget.objects.filter(key=target.key, programme__in=gone, value=None).delete()
    AdoptedTarget.objects.filter(key=target.key, programme__in=gone).update(share=None)
    AdoptedTarget.objects.bulk_create(
        [
            AdoptedTarget(programme_id=pk, key=target.key, share=value)
            for pk, value in given.items()
            if value is not None
        ],
        update_conflicts=True,
        unique_fields=["programme", "key"],
        update_fields=["share"],
        batch_size=5000,
    )
    _follow_shares(target, given)


def _follow_shares(target: Target, given: Mapping[int, Decimal | None]) -> None:
    """Where only the lead answers for the share, its contribution is the share."""
    rows = Contribution.objects.filter(target=target, area__adoptions__programme__in=list(given))
    others = Contribution.objects.filter(target=OuterRef("target"), area=OuterRef("area")).exclude(
        pk=OuterRef("pk")
    )
    alone = rows.filter(~Exists(others), body=F("area__adoptions__programme__lead"))
    found = list(alone.annotate(place=F("area__adoptions__programme")))
    for row in found:
        row.value = given.get(row.place, row.value)
    Contribution.objects.bulk_update(found, ["value"], batch_size=5000)


@transaction.atomic
def raise_target(
    *, adoption: Adoption, target: Target, value: Decimal | None, by: Member, at: datetime
) -> None:
    """The place sets itself a stricter value (None: the one from above again), while its text is a draft."""
    row = _locked(adoption)
    _refuse_unless_writer(row, by)
    if not row.programme.editions.filter(status=EditionStatus.DRAFT).exists():
        raise Refused("Văn bản đã trình ký hoặc đã ký: hãy đổi mức bằng bản sửa đổi, bổ sung.")
    _refuse_foreign(row, target)
    if row.hand_down is not None and target.key in row.hand_down.fixed_targets:
        raise Refused("Cấp trên đề nghị giữ nguyên chỉ tiêu này.")
    known = AdoptedTarget.objects.filter(programme=row.programme, key=target.key).first()
    share = known.share if known else None
    problem = None if value is None else problem_of_raise(target.spec, share, value)
    if problem:
        raise Refused(f"{target.name}: {problem}")
    if value is None and share is None:
        AdoptedTarget.objects.filter(programme=row.programme, key=target.key).delete()
        return
    AdoptedTarget.objects.update_or_create(
        programme=row.programme, key=target.key, defaults={"share": share, "value": value}
    )


@transaction.atomic
def split_share(*, adoption: Adoption, target: Target, parts: Parts, by: Member, at: datetime) -> None:
    """Who answers at the place and with which part; Refused when parts come to more than a fixed whole."""
    row = _locked(adoption)
    _refuse_unless_writer(row, by)
    if row.status != AdoptionStatus.ADOPTED:
        raise Refused("Hãy cụ thể hóa chương trình trước khi chia phần cho các tổ chức.")
    _refuse_foreign(row, target)
    signing = set(row.programme.editions.values_list("parties__body_id", flat=True)) | {row.programme.lead_id}
    if not parts or not {body for body, _ in parts} <= signing:
        raise Refused("Hãy chọn trong các bên ký của địa bàn.")
    known = AdoptedTarget.objects.filter(programme=row.programme, key=target.key).first()
    goal = local_spec(target.spec, known.share if known else None, known.value if known else None)
    found = check_shares(goal, [value for _, value in parts])
    if found is not None and found.is_refused:
        raise Refused(f"Các phần cộng lại vượt phần của địa bàn: {found.words}.")
    _refuse_without_reporters(target, row, {body for body, _ in parts})
    Contribution.objects.filter(target=target, area=row.area_id).delete()
    Contribution.objects.bulk_create(
        Contribution(
            target=target, body_id=body, area_id=row.area_id, value=value,
            is_lead=body == row.programme.lead_id,
        )
        for body, value in dict(parts).items()
    )  # fmt: skip


def _refuse_without_reporters(target: Target, row: Adoption, bodies: Collection[int]) -> None:
    reported = Figure.objects.filter(target=target, area=row.area_id).exclude(body__in=bodies)
    if reported.exists():
        raise Refused("Có tổ chức đã báo số liệu của chỉ tiêu này: không bỏ tổ chức ấy ra được.")


def _locked(adoption: Adoption) -> Adoption:
    rows = Adoption.objects.select_for_update(of=("self",)).select_related("programme", "hand_down")
    return rows.get(pk=adoption.pk)


def _refuse_unless_writer(row: Adoption, by: Member) -> None:
    parties = row.programme.editions.values_list("parties__body_id", flat=True)
    known = {party for party in parties if party is not None}
    if not permissions.can_write(by, row.programme, party_ids=known):
        raise PermissionDenied


def _refuse_foreign(row: Adoption, target: Target) -> None:
    if not standing_editions([row.parent_id]).filter(pk=target.edition_id).exists():
        raise Refused("Chỉ tiêu này không thuộc chương trình của cấp trên.")


_TAKE = """
INSERT INTO targets_contribution (target_id, body_id, area_id, value, is_lead)
SELECT t.id, p.lead_id, a.area_id,
       CASE WHEN t.kind = 'count' AND t.scope_kind = 'place' THEN s.share END, TRUE
FROM programmes_adoption a
JOIN programmes_programme p ON p.id = a.programme_id
JOIN targets_target t ON t.edition_id = %s
LEFT JOIN targets_adoptedtarget s ON s.programme_id = p.id AND s.key = t.key
WHERE a.parent_id = %s AND a.status = 'adopted' AND (%s::bigint IS NULL OR a.id = %s)
  AND NOT EXISTS (SELECT FROM targets_contribution c WHERE c.target_id = t.id AND c.area_id = a.area_id)
ON CONFLICT DO NOTHING
"""
_CARRY = """
INSERT INTO targets_contribution (target_id, body_id, area_id, value, is_lead)
SELECT DISTINCT ON (n.id, c.body_id, c.area_id) n.id, c.body_id, c.area_id, c.value, c.is_lead
FROM targets_target n
JOIN targets_target o ON o.key = n.key AND o.id <> n.id
JOIN programmes_edition e ON e.id = o.edition_id AND e.programme_id = %s
JOIN targets_contribution c ON c.target_id = o.id
JOIN programmes_adoption a ON a.parent_id = e.programme_id AND a.area_id = c.area_id
WHERE n.edition_id = %s
  AND NOT EXISTS (SELECT FROM targets_contribution x WHERE x.target_id = n.id AND x.area_id = c.area_id)
ORDER BY n.id, c.body_id, c.area_id, e.sequence DESC
ON CONFLICT DO NOTHING
"""


def take_targets(*, edition: Edition, adoption: Adoption | None = None) -> int:
    """Who answers below for the targets of the parent's `edition`: the lead of each adopting place.

    A split made for an earlier edition of the parent goes on by the target's key. One place, or all that
    adopted; two statements, and nothing new when done again. A consequence of adopting or amending: the act
    has asked permission.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CARRY, [edition.programme_id, edition.pk])
        carried = cursor.rowcount
        one = adoption.pk if adoption else None
        cursor.execute(_TAKE, [edition.pk, edition.programme_id, one, one])
        return int(carried + cursor.rowcount)


def leave_targets(*, adoption: Adoption) -> None:
    """Nobody answers at the place any more; Refused once a figure was recorded there."""
    above = Target.objects.filter(edition__programme=adoption.parent_id)
    if Figure.objects.filter(target__in=above, area=adoption.area_id).exists():
        raise Refused("Địa bàn đã báo số liệu cho chỉ tiêu của cấp trên nên không rút lại được.")
    Contribution.objects.filter(target__in=above, area=adoption.area_id).delete()
