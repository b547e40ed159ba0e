"""A province with three communes and a programme in force to hand down."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from phoihop.accounts.acting import ActingMember
from phoihop.lifecycle.actions import handing_down as acts
from phoihop.lifecycle.queries.places_below import places_below, preview
from phoihop.organisations.models import Area, Body, BodyKind, Level
from phoihop.programmes.actions.adopting import HandDownPlan
from phoihop.programmes.models import Adoption, DutyRule, Edition, Programme
from phoihop.programmes.models.facts import Frequency
from phoihop.programmes.queries import current_edition
from phoihop.targets.models import Target
from phoihop.targets.statuses import ScopeKind
from tests.programmes import factories as programmes
from tests.targets import factories as targets

AT = datetime(2026, 2, 6, 2, 0, tzinfo=UTC)
TODAY = date(2026, 2, 6)
KINDS = (BodyKind.FRONT_COMMITTEE, BodyKind.PEOPLES_COMMITTEE)


@dataclass
class Cascade:
    """The province's side and its communes; the first two have both bodies, the third none."""

    province: Area
    lead: Body
    edition: Edition
    duty: DutyRule
    houses: Target
    forums: Target
    communes: list[Area]
    fronts: list[Body]

    @property
    def programme(self) -> Programme:
        return self.edition.programme

    def by(self, role: str = "officer") -> ActingMember:
        return programmes.member(self.lead, role)

    def below(self, number: int = 0, role: str = "officer") -> ActingMember:
        return programmes.member(self.fronts[number], role)

    def adoption(self, number: int = 0) -> Adoption:
        rows = Adoption.objects.select_related("programme__lead", "parent__lead", "hand_down", "edition")
        return rows.get(parent=self.programme, area=self.communes[number])

    def own(self, number: int = 0) -> Edition:
        return current_edition(self.adoption(number).programme)

    def plan(self, **fields: Any) -> HandDownPlan:
        values: dict[str, Any] = {"due_on": date(2026, 3, 1), "body_kinds": KINDS, "duties": (self.duty.key,)}
        return HandDownPlan(**(values | fields))

    def hand_down(self, **plan: Any) -> list[Adoption]:
        found = places_below(self.programme, Level.COMMUNE, on=TODAY)
        ready = preview(self.edition, found, KINDS, on=TODAY).ready
        return acts.hand_down(
            programme=self.programme, plan=self.plan(**plan), places=ready, by=self.by(), at=AT
        )

    def adopt_by_decision(self, number: int = 0) -> Edition:
        return acts.adopt_by_decision(
            adoption=self.adoption(number), number_text=f"0{number + 1}/QĐ-MTTQ", decided_on=TODAY,
            by=self.below(number), at=AT,
        )  # fmt: skip


def cascade() -> Cascade:
    """One count to be shared out (100 houses), one target of each unit, one quarterly report."""
    province = programmes.place("Thanh Hóa", level=Level.PROVINCE)
    lead = programmes.body(BodyKind.FRONT_COMMITTEE, province, name="MTTQ tỉnh")
    edition = programmes.edition(lead=lead, parties=[lead], title="Chương trình hành động tỉnh Thanh Hóa")
    clause = programmes.clause(edition, "II.2")
    houses = targets.target(
        edition, clause=clause, spec=targets.spec("nhà Đại đoàn kết", value=100, unit="nhà")
    )
    forums = targets.target(
        edition, clause=clause,
        spec=targets.spec("diễn đàn mỗi xã", value=2, unit="cuộc", scope_kind=ScopeKind.EACH_UNIT),
    )  # fmt: skip
    duty = programmes.duty(
        programmes.clause(edition, "III"), owes=[lead], frequency=Frequency.QUARTERLY,
        text="Các cấp báo cáo hằng quý",
    )  # fmt: skip
    programmes.in_force(edition)
    communes = [programmes.place(name, parent=province) for name in ("Lam Sơn", "Thọ Xuân", "Xuân Bái")]
    fronts = []
    for commune in communes[:2]:
        fronts.append(programmes.body(BodyKind.FRONT_COMMITTEE, commune, name=f"MTTQ xã {commune.pk}"))
        programmes.body(BodyKind.PEOPLES_COMMITTEE, commune, name=f"UBND xã {commune.pk}")
    fresh = Edition.objects.select_related("programme__area", "programme__lead").get(pk=edition.pk)
    return Cascade(province, lead, fresh, duty, houses, forums, communes, fronts)
