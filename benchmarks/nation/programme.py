"""One programme of the nation's Front, in force, handed down to every place and adopted by all."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from django.db import connection, transaction
from django.db.models import F
from django.urls import reverse

from benchmarks.nation.copying import copy_rows, gather_statistics
from benchmarks.nation.peopling import KINDS, Place
from phoihop.accounts.acting import ActingMember, member_by_id
from phoihop.accounts.models import Membership
from phoihop.core import clock
from phoihop.lifecycle.actions import handing_down as acts
from phoihop.lifecycle.queries.places_below import places_below, preview
from phoihop.organisations.models import Area, Body, Level
from phoihop.programmes.actions.adopting import HandDownPlan
from phoihop.programmes.models import Adoption, Edition, LegalBasis, Party, Programme
from phoihop.programmes.models.adoption import Reporting
from phoihop.programmes.models.facts import Frequency
from phoihop.programmes.statuses import AdoptionStatus, EditionStatus
from phoihop.targets.actions import add_target
from phoihop.targets.actions.adopting import take_targets
from phoihop.targets.content import Rules, TargetSpec
from phoihop.targets.models import Contribution, Target
from phoihop.targets.statuses import PlaceRule, Recurrence, ScopeKind, TargetKind, TimeRule
from tests.programmes import factories as programmes
from tests.targets import factories as targets

BEGAN, ENDS = date(2025, 7, 1), date(2030, 12, 31)
COMMUNE_TARGETS, RESIDENTIAL_TARGETS = 40, 5
NAME = "Chương trình dựng để đo tốc độ"
_YEARLY = {"recurrence": Recurrence.YEARLY}
_UNITS = ("buổi", "hộ", "nhà", "mô hình", "công trình", "lượt", "km")


def commune_specs() -> list[TargetSpec]:
    """Forty targets of communes: counts, ratios, to-date counts, highest values, and of each unit."""
    return [_commune_spec(number) for number in range(COMMUNE_TARGETS)]


def _commune_spec(number: int) -> TargetSpec:
    name, kind = f"Chỉ tiêu đo {number + 1}", number % 10
    unit = _UNITS[number % len(_UNITS)]
    if kind in {6, 7}:
        return targets.ratio(name, 90, **_YEARLY)
    if kind == 8:
        rules = Rules(TimeRule.TO_DATE, PlaceRule.SUM)
        return targets.spec(name, value=100_000, unit=unit, rules=rules, **_YEARLY)
    if kind == 9:
        return targets.spec(name, value=5, unit=unit, scope_kind=ScopeKind.EACH_UNIT, **_YEARLY)
    return targets.spec(name, value=100_000, unit=unit, **_YEARLY)


def residential_specs() -> list[TargetSpec]:
    """Five targets of residential areas: "mỗi khu dân cư ít nhất 01", a ratio, counts."""
    each = {"scope_kind": ScopeKind.EACH_UNIT, "scope_text": "mỗi khu dân cư"}
    return [
        targets.spec("Mỗi khu dân cư ít nhất 01 mô hình", value=1, unit="mô hình", **each, **_YEARLY),
        targets.spec("Mỗi khu dân cư ít nhất 01 buổi họp", value=1, unit="buổi", **each, **_YEARLY),
        targets.spec("Hộ tham gia ngày hội (khu dân cư)", value=10_000, unit="hộ", **_YEARLY),
        targets.spec("Buổi tuyên truyền (khu dân cư)", value=10_000, unit="buổi", **_YEARLY),
        targets.ratio("Tỷ lệ gia đình văn hóa (khu dân cư)", 85, **_YEARLY),
    ]


@transaction.atomic
def programme_of_the_nation() -> Edition:
    """In force since the places began, with all its targets and a quarterly report of every body."""
    nation = Area.objects.get(level=Level.NATION)
    lead = programmes.body(KINDS[0], nation, name="Ủy ban Trung ương nơi đo")
    edition = programmes.edition(lead=lead, parties=[lead], title=NAME, period_start=BEGAN, period_end=ENDS)
    Programme.objects.filter(pk=edition.programme_id).update(name=NAME, is_sample=True)
    Edition.objects.filter(pk=edition.pk).update(is_sample=True)
    Body.objects.filter(pk=lead.pk).update(is_sample=True)
    by, clause = programmes.member(lead), programmes.clause(edition)
    for spec in [*commune_specs(), *residential_specs()]:
        add_target(edition=edition, clause=clause, spec=spec, by=by, at=programmes.AT)
    programmes.duty(
        programmes.clause(edition, "III"), owes=[lead], frequency=Frequency.QUARTERLY, name="Báo cáo quý"
    )
    programmes.in_force(edition, BEGAN)
    return Edition.objects.select_related("programme__area", "programme__lead").get(pk=edition.pk)


def lead_of(edition: Edition) -> ActingMember:
    """The officer who wrote the programme for the body that leads it."""
    first = Membership.objects.filter(body=edition.programme.lead_id).earliest("pk")
    return member_by_id(first.pk)


@transaction.atomic
def hand_down_to_all(edition: Edition, area_ids: Sequence[int], by: ActingMember) -> int:
    """By the act itself, to provinces and communes; then as if each had adopted by a decision of its own."""
    reverse("programmes:list")
    programme, today, asked = edition.programme, clock.today(), frozenset(area_ids)
    below = [
        place
        for level in (Level.PROVINCE, Level.COMMUNE)
        for place in places_below(programme, level, on=today)
        if place.area_id in asked
    ]
    duty = edition.clauses.get(path="III").duties.get()
    plan = HandDownPlan(
        due_on=today + timedelta(days=30), body_kinds=tuple(KINDS), duties=(duty.key,),
        reporting=Reporting.ALL_UP,
    )  # fmt: skip
    ready = preview(edition, below, KINDS, on=today).ready
    acts.hand_down(programme=programme, plan=plan, places=ready, by=by, at=clock.now())
    _adopt_all(programme.pk)
    gather_statistics(Programme, Edition, Adoption, Party, LegalBasis)
    return len(ready)


def _adopt_all(programme_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    rows = Adoption.objects.filter(parent=programme_id)
    rows.update(status=AdoptionStatus.ADOPTED, adopted_at=clock.now(), version=F("version") + 1)
    Edition.objects.filter(programme__adoption__parent=programme_id).update(
        status=EditionStatus.IN_FORCE, in_force_from=BEGAN, issued_on=BEGAN
    )


@transaction.atomic
def give_targets(
    edition: Edition, provinces: Sequence[Place], residential: Sequence[Place]
) -> tuple[list[Target], list[Target]]:
    """Who answers below: the lead of each commune for the first forty, each Front board for the last five.

    Provinces answer for nothing of their own: what they show is what their communes reported.
    """
    rows = list(Target.objects.filter(edition=edition).order_by("pk"))
    of_communes, of_areas = rows[:COMMUNE_TARGETS], rows[COMMUNE_TARGETS:]
    take_targets(edition=edition)
    taken = Contribution.objects.filter(target__edition=edition)
    taken.filter(area__in=[place.area_id for place in provinces]).delete()
    taken.filter(target__in=of_areas).delete()
    copy_rows(
        Contribution,
        ("target_id", "body_id", "area_id", "value", "is_lead"),
        (
            (target.pk, place.lead_id, place.area_id, Decimal(1) if _is_each_unit(target) else None, True)
            for target in of_areas
            for place in residential
        ),
    )
    gather_statistics(Contribution, Target)
    return of_communes, of_areas


def _is_each_unit(target: Target) -> bool:
    return target.scope_kind == ScopeKind.EACH_UNIT and target.kind == TargetKind.COUNT
