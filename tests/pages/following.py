"""One obstacle, emergent task, reminder, guidance and handing over, for the tests that walk all pages."""

from datetime import timedelta

from phoihop.accounts.acting import ActingMember
from phoihop.accounts.models import Membership
from phoihop.core import clock
from phoihop.lifecycle.actions import guiding
from phoihop.lifecycle.models import GuidanceReceipt
from phoihop.organisations.models import Body
from phoihop.plans.actions import emergent, obstacles
from phoihop.plans.inputs import EmergentContent, ObstacleContent
from phoihop.plans.models import HandingOver
from phoihop.plans.statuses import ObstacleKind, TaskKind
from phoihop.programmes.models import Edition
from phoihop.reports.models import Chase, ChaseItem, Obligation


def of_following(
    sixth: Edition, office: ActingMember, front: ActingMember, *, obligation: Obligation
) -> dict[str, int | str]:
    """Ids by the names their addresses call them."""
    guidance = _guidance(sixth, front)
    return {
        "obstacle_id": _obstacle(sixth, front),
        "emergent_id": _emergent(sixth, front),
        "chase_id": _chase(sixth, office, obligation),
        "guidance_id": guidance,
        "receipt_id": _receipt(guidance),
        "handing_over_id": _handing_over(sixth.programme.lead, office),
    }


def _obstacle(sixth: Edition, front: ActingMember) -> int:
    """The Front waits for an answer of the committee."""
    today = clock.today()
    content = ObstacleContent(
        kind=ObstacleKind.MONEY,
        text="Chưa có kinh phí mua giống hoa.",
        since_on=today,
        addressed_to=sixth.programme.lead_id,
        answer_due_on=today + timedelta(days=7),
        proposal="Bố trí từ nguồn sự nghiệp môi trường.",
    )
    clause = sixth.clauses.filter(path="II.1").order_by("order")[0]
    body = Body.objects.get(pk=front.body_id)
    return obstacles.raise_obstacle(clause=clause, body=body, content=content, by=front, at=clock.now()).pk


def _emergent(sixth: Edition, front: ActingMember) -> int:
    """The Front proposes, the others have not answered."""
    content = EmergentContent(
        kind=TaskKind.EVENT,
        title="Ủng hộ đồng bào vùng lũ",
        reason="Bão lớn vừa qua.",
        lead=front.body_id,
        due_on=clock.today() + timedelta(days=20),
        coordinators=[sixth.programme.lead_id],
    )
    body = Body.objects.get(pk=front.body_id)
    row = emergent.propose_emergent(
        programme=sixth.programme, body=body, content=content, by=front, at=clock.now()
    )
    return row.pk


def _chase(sixth: Edition, office: ActingMember, obligation: Obligation) -> int:
    """A reminder of a report, its letter not signed yet."""
    today = clock.today()
    row = Chase.objects.create(
        programme=sixth.programme,
        body=sixth.programme.lead,
        chased_on=today,
        requested_by=today + timedelta(days=5),
        made_by_id=office.person_id,
        made_at=clock.now(),
        is_sample=True,
    )
    ChaseItem.objects.create(
        chase=row,
        unit=obligation.body,
        obligation=obligation,
        words=f"{obligation.duty.name}: chưa nộp",
        due_on=obligation.due_on,
        chased_on=today,
    )
    return row.pk


def _guidance(sixth: Edition, front: ActingMember) -> int:
    """From the Front of the commune to its boards in the villages."""
    content = guiding.GuidanceContent(
        title="Chọn tuyến đường hoa của khu dân cư",
        issued_on=clock.today(),
        text="Mỗi khu dân cư chọn một tuyến.\n- Họp dân trước khi chọn.",
    )
    body = Body.objects.get(pk=front.body_id)
    row = guiding.send_guidance(
        programme=sixth.programme, body=body, content=content, by=front, at=clock.now()
    )
    return row.pk


def _receipt(guidance_id: int) -> int:
    return GuidanceReceipt.objects.filter(guidance=guidance_id).order_by("pk")[0].pk


def _handing_over(body: Body, office: ActingMember) -> int:
    """One that moved nothing."""
    other = Membership.objects.filter(body=body).exclude(person=office.person_id).order_by("pk")[0]
    row = HandingOver.objects.create(
        body=body,
        from_person_id=office.person_id,
        to_person_id=other.person_id,
        effective_on=clock.today(),
        by_person_id=office.person_id,
        by_body_id=office.body_id,
        verb="hand_over",
        at=clock.now(),
        undo={"ended": [], "given": [], "made": [], "stands": {}, "tasks": {}},
        is_sample=True,
    )
    return row.pk
