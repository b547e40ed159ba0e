"""A programme of the province handed down to the commune of the sample, for the tests that walk all pages."""

from datetime import timedelta

from phoihop.core import clock
from phoihop.lifecycle.actions import handing_down as acts
from phoihop.lifecycle.queries.places_below import places_below, preview
from phoihop.organisations.models import Area, Body, BodyKind, Level
from phoihop.organisations.queries import area_path
from phoihop.programmes.actions.adopting import HandDownPlan
from phoihop.programmes.models import Adoption, Edition, Programme
from tests.programmes import factories as programmes
from tests.targets import factories as targets

KINDS = (BodyKind.PEOPLES_COMMITTEE, BodyKind.FRONT_COMMITTEE)


def of_handing_down(area: Area) -> dict[str, int | str]:
    """The commune's programme that takes its text from above; nothing was handed down from its own."""
    own = adopted_at(area)
    return {"adopted_programme_id": own.programme_id, "adoption_id": 0, "hand_down_id": 0}


def adopted_at(area: Area) -> Adoption:
    """What the commune was given by its province, not answered yet."""
    today = clock.today()
    province = Area.objects.get(pk=area_path(area.pk, today)[-1].id)
    lead = Body.objects.on(today).filter(area=province, kind=BodyKind.PEOPLES_COMMITTEE).first()
    lead = lead or programmes.body(BodyKind.PEOPLES_COMMITTEE, province, name="UBND tỉnh (minh họa)")
    years = {"period_start": today.replace(month=1, day=1), "period_end": today.replace(month=12, day=31)}
    edition = programmes.edition(
        lead=lead, parties=[lead], title=f"Giảm nghèo bền vững {today.year}", **years
    )
    clause = programmes.clause(edition, "II.2")
    targets.target(edition, clause=clause, spec=targets.spec("hộ thoát nghèo", value=500, unit="hộ"))
    programmes.in_force(edition, today)
    Programme.objects.filter(pk=edition.programme_id).update(name="Giảm nghèo bền vững", is_sample=True)
    edition = Edition.objects.select_related("programme__area").get(pk=edition.pk)
    places = [p for p in places_below(edition.programme, Level.COMMUNE, on=today) if p.area_id == area.pk]
    plan = HandDownPlan(due_on=today + timedelta(days=30), body_kinds=KINDS)
    ready = preview(edition, places, KINDS, on=today).ready
    [made] = acts.hand_down(
        programme=edition.programme, plan=plan, places=ready, by=programmes.member(lead), at=clock.now()
    )
    return made
