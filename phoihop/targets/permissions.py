"""Who may do what with targets and figures."""

from collections.abc import Collection, Iterable

from django.db.models import Exists, Q

from phoihop.core.member import Member
from phoihop.organisations.models import AreaPath, Body
from phoihop.programmes import permissions as programmes
from phoihop.programmes.models import Adoption, DutyParty, Edition, Programme
from phoihop.programmes.models.facts import DutySide
from phoihop.programmes.models.visibility import bodies_written_for

RECORDS = frozenset({"officer", "leader"})


def can_write_targets(member: Member, edition: Edition) -> bool:
    """Those who write the programme: officers and leaders of its lead and parties."""
    return Edition.objects.filter(programmes.written_by(member), pk=edition.pk).exists()


def can_record(member: Member, body: Body, programme: Programme) -> bool:
    """Whether the member may record figures of this body."""
    return body.pk in recordable(member, programme, [body.pk])


def recordable(member: Member, programme: Programme, body_ids: Collection[int]) -> set[int]:
    """Of these bodies, those whose figures the member records: an officer or leader for the own body or one
    it stands for; for others (nhập hộ) the lead, the body above, one that reviews their reports, and the lead
    of the place's own programme taken from this one. One query."""
    if member.role not in RECORDS:
        return set()
    rows = Body.objects.filter(is_recordable(member, [programme.pk]), pk__in=body_ids)
    return set(rows.values_list("pk", flat=True))


def is_recordable(member: Member, programme_ids: Collection[int]) -> Q:
    """Which bodies `recordable` finds in one of these programmes, for those whose role records at all."""
    own = bodies_written_for(member.body_id).values("pk")
    leads = Programme.objects.filter(pk__in=programme_ids, lead__in=own)
    reviewed = DutyParty.objects.filter(
        duty__clause__edition__programme__in=programme_ids, side=DutySide.OWES,
        duty__in=DutyParty.objects.filter(side=DutySide.REVIEWS, body__in=own).values("duty"),
    )  # fmt: skip
    led = Adoption.objects.filter(parent__in=programme_ids, programme__lead__in=own)
    return (
        Q(Exists(leads)) | Q(pk__in=own) | Q(parent__in=own) | Q(pk__in=reviewed.values("body"))
        | Q(area__in=led.values("area"))
    )  # fmt: skip


def can_close(member: Member, programme: Programme) -> bool:
    """The lead closes a period and opens it again."""
    return programmes.can_lead(member, programme)


def can_accept(
    member: Member, edition: Edition, *, of_own_body: bool, area_ids: Collection[int] | None = None
) -> bool:
    """The lead, or a body that receives reports under the edition; only the lead accepts its own figures.

    At places below that adopted the programme (`area_ids`: where the figures are) also their own lead, and
    the lead of a place around them that took it on, to whom they report.
    """
    if member.role not in RECORDS:
        return False
    if programmes.can_lead(member, edition.programme):
        return True
    receives = DutyParty.objects.filter(
        duty__clause__edition__programme=edition.programme_id,
        side__in=[DutySide.REVIEWS, DutySide.TAKES_NOTE],
        body__in=bodies_written_for(member.body_id),
    )
    here = Adoption.objects.filter(parent=edition.programme_id, area__in=_around(area_ids or ()))
    leads = here.filter(programme__lead__in=bodies_written_for(member.body_id))
    return not of_own_body and (receives.exists() or leads.exists())


def _around(area_ids: Collection[int]) -> set[int]:
    """These places and those they ever lay in, up to their provinces; one query."""
    rows = AreaPath.objects.filter(area__in=area_ids)
    paths = rows.values_list("commune_id", "district_id", "province_id")
    return {*area_ids, *(pk for path in paths for pk in path if pk is not None)}


def can_accept_at(member: Member, edition: Edition, *, of_own_body: bool, area_ids: Collection[int]) -> bool:
    """As `can_accept`, for figures at every one of these places."""
    if can_accept(member, edition, of_own_body=of_own_body):
        return True
    led = Adoption.objects.filter(
        parent=edition.programme_id,
        area__in=_around(area_ids),
        programme__lead__in=bodies_written_for(member.body_id),
    )
    covered = _inside(area_ids, led.values_list("area_id", flat=True))
    return member.role in RECORDS and not of_own_body and covered >= set(area_ids)


def _inside(area_ids: Collection[int], places: Iterable[int]) -> set[int]:
    """Of the first those that are, or ever lay in, one of the places; one query."""
    chosen = set(places)
    rows = AreaPath.objects.filter(area__in=area_ids).filter(
        Q(commune_id__in=chosen) | Q(district_id__in=chosen) | Q(province_id__in=chosen)
    )
    return chosen & set(area_ids) | set(rows.values_list("area_id", flat=True))


def can_ask_parts(member: Member, edition: Edition) -> bool:
    """The lead asks a part of any party and answers what parties offer."""
    return programmes.can_lead(member, edition.programme)


def can_answer_for(member: Member, body_id: int) -> bool:
    """An officer or leader of the body offers its part, or answers what the lead asks of it."""
    return programmes.can_write_for(member, body_id)
