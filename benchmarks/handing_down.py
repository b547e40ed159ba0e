"""How long it takes to hand a programme down to every commune of the nation, and to see who adopted it."""

from datetime import timedelta
from decimal import Decimal

from django.db import connection, transaction
from django.urls import reverse

from benchmarks.measuring import median, once, show
from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.lifecycle.actions import handing_down as acts
from phoihop.lifecycle.actions.guiding import GuidanceContent, send_guidance
from phoihop.lifecycle.queries.handing_down import Wanted, board
from phoihop.lifecycle.queries.places_below import places_below, preview
from phoihop.organisations.models import Area, Body, BodyKind, BodyName, Level
from phoihop.programmes.actions.adopting import HandDownPlan
from phoihop.programmes.models import Adoption, Edition
from phoihop.programmes.models.adoption import Reporting
from phoihop.programmes.models.facts import Frequency
from phoihop.programmes.statuses import AdoptionStatus, EditionStatus
from phoihop.reports.actions.adopting import lay_out_below
from phoihop.reports.models import Obligation
from phoihop.targets.actions.adopting import give_shares, take_targets
from phoihop.targets.models import Target
from tests.programmes import factories as programmes
from tests.targets import factories as targets

KINDS = [BodyKind.FRONT_COMMITTEE, BodyKind.PEOPLES_COMMITTEE, BodyKind.WOMENS_UNION, BodyKind.YOUTH_UNION]


def main() -> None:
    """All communes of the loaded list; everything is rolled back."""
    with transaction.atomic():
        edition, count, plan = _programme()
        programme, by, now = edition.programme, programmes.member(edition.programme.lead), clock.now()
        places = places_below(programme, Level.COMMUNE, on=clock.today())
        _found_bodies([place.area_id for place in places])
        seen = preview(edition, places, KINDS, on=clock.today())
        shares = {place.area_id: Decimal(3) for place in seen.ready}

        def hand_down() -> None:
            acts.hand_down(programme=programme, plan=plan, places=seen.ready, by=by, at=now)

        what = f"handing down to {len(seen.ready)} places, {seen.signing} signing bodies"
        show(what, once(hand_down), promised=3)
        given = once(lambda: give_shares(target=count, shares=shares, by=by, at=now))
        show("giving each its share of a target", given)
        _adopt_all(programme.pk, now)
        show("naming who answers in every place", once(lambda: take_targets(edition=edition)))
        _owe(edition)
        _guide(edition, by)
        transaction.set_rollback(True)


def _programme() -> tuple[Edition, Target, HandDownPlan]:
    """The nation's Front, in force this year: a target to share out and a monthly report."""
    today = clock.today()
    nation = Area.objects.get(level=Level.NATION)
    lead = programmes.body(BodyKind.FRONT_COMMITTEE, nation, name="Ủy ban Trung ương nơi đo")
    years = {"period_start": today.replace(month=1, day=1), "period_end": today.replace(month=12, day=31)}
    edition = programmes.edition(lead=lead, parties=[lead], **years)
    count = targets.target(edition, spec=targets.spec("nhà Đại đoàn kết", value=10000, unit="nhà"))
    clause = programmes.clause(edition, "III")
    duty = programmes.duty(clause, owes=[lead], frequency=Frequency.MONTHLY)
    programmes.in_force(edition, today)
    reverse("programmes:list")
    plan = HandDownPlan(
        due_on=today + timedelta(days=30), body_kinds=tuple(KINDS), duties=(duty.key,),
        reporting=Reporting.ALL_UP,
    )  # fmt: skip
    return Edition.objects.select_related("programme__area").get(pk=edition.pk), count, plan


def _owe(edition: Edition) -> None:
    """What all places owe for the rest of the year, and the board of them."""
    programme, today = edition.programme, clock.today()

    def owe() -> None:
        lay_out_below(parent=programme, until=edition.period_end or today, at=clock.now())

    show("making what they owe for the rest of the year", once(owe))
    there = Obligation.objects.filter(programme__adoption__parent=programme).count()
    show(f"  and once more, {there} there", once(owe))
    _gather_statistics("programmes_adoption", "programmes_edition", "reports_obligation")
    seconds = median(lambda: board(programme, Wanted(), today=today))
    show("the board of all of them", seconds, promised=0.15)


def _guide(edition: Edition, by: Member) -> None:
    """A guidance to every Front below, acknowledged by nobody yet."""
    programme, now = edition.programme, clock.now()
    content = GuidanceContent(title="Hướng dẫn nơi đo", issued_on=clock.today(), text="Mỗi nơi ba hộ.")

    def send() -> None:
        send_guidance(programme=programme, body=programme.lead, content=content, by=by, at=now)

    receivers = Body.objects.filter(kind=BodyKind.FRONT_COMMITTEE).count() - 1
    show(f"sending a guidance to {receivers} bodies", once(send), promised=3)


def _found_bodies(area_ids: list[int]) -> None:
    """One body of each kind at each place, with its name."""
    bodies = Body.objects.bulk_create(
        [Body(kind=kind, area_id=area_id) for area_id in area_ids for kind in KINDS], batch_size=5000
    )
    BodyName.objects.bulk_create(
        [BodyName(body=row, name=row.kind, short_name=row.kind, folded=row.kind) for row in bodies],
        batch_size=5000,
    )
    _gather_statistics("organisations_body", "organisations_bodyname")


def _gather_statistics(*tables: str) -> None:
    """As the server does by itself after rows came and were committed."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ANALYZE {', '.join(tables)}")


def _adopt_all(programme_id: int, now: object) -> None:
    """As if every place had adopted by a decision of its own."""
    rows = Adoption.objects.filter(parent=programme_id)
    rows.update(status=AdoptionStatus.ADOPTED, adopted_at=now)
    Edition.objects.filter(programme__adoption__parent=programme_id).update(
        status=EditionStatus.IN_FORCE, in_force_from=clock.today()
    )
