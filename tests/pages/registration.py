"""Objects of registration and of parts of a target, for the tests that walk all pages."""

from datetime import date
from decimal import Decimal

from phoihop.accounts.acting import ActingMember
from phoihop.core import clock
from phoihop.organisations.models import Body, BodyKind
from phoihop.plans.actions import milestones, personal, pilots
from phoihop.plans.actions.milestones import MilestoneContent
from phoihop.plans.actions.personal import CommitmentContent
from phoihop.plans.actions.pilots import PilotContent
from phoihop.plans.models import RegistrationSheet
from phoihop.programmes.models import Edition
from phoihop.targets.actions import add_target, propose_part
from tests.targets.factories import spec

type Ids = dict[str, int | str]


def of_registration(sixth: Edition, *, office: ActingMember, women: ActingMember) -> Ids:
    """The sample's round with the women's sheet, a milestone, a pilot and a personal plan."""
    at, year = clock.now(), clock.today().year
    clause, end = sixth.clauses.get(path="II.1"), date(year, 12, 31)
    programme = sixth.programme
    sheet = RegistrationSheet.objects.get(round__programme=programme, round__year=year, body=women.body_id)
    row, item = sheet.round, sheet.items.order_by("pk")[0]
    mark = MilestoneContent("Mỗi thôn có một đường hoa", end, [programme.lead_id])
    tried = PilotContent("Khu dân cư kiểu mẫu", clause.pk, programme.area_id, clock.today(), "QĐ 12/QĐ-UBND")
    plan = personal.open_plan(programme=programme, year=year, by=women)
    promised = CommitmentContent("Vận động 5 hộ tham gia bảo hiểm y tế", clause.pk, end)
    held = personal.write_commitment(plan=plan, content=promised, version=1, by=women)
    return {
        "round_id": row.pk,
        "sheet_id": sheet.pk,
        "item_id": item.pk,
        "milestone_id": milestones.set_milestone(programme=programme, content=mark, by=office, at=at).pk,
        "pilot_id": pilots.choose_pilot(programme=programme, content=tried, by=office, at=at).pk,
        "plan_id": plan.pk,
        "commitment_id": held.pk,
    }


def of_parts(unsigned: Edition, *, office: ActingMember) -> Ids:
    """A part of a draft's target the office asks of the Front."""
    at = clock.now()
    target = add_target(
        edition=unsigned, clause=unsigned.clauses.get(path="II.1"), spec=spec(), by=office, at=at
    )
    front = Body.objects.get(area=unsigned.programme.area, kind=BodyKind.FRONT_COMMITTEE)
    offer = propose_part(target=target, body=front, value=Decimal(4), by=office, at=at)
    return {"offer_id": offer.pk, "shared_target_id": target.pk}
