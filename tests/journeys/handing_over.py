"""A running programme of xã Lam Sơn with a party that ended, left two heirs, and owes a report."""

from datetime import date

from phoihop.accounts.acting import member_by_id
from phoihop.accounts.models import Membership
from phoihop.core import clock
from phoihop.lifecycle.actions import record_signed
from phoihop.organisations.actions import Decree, create_body, split
from phoihop.organisations.models import Area, Body, BodyKind
from phoihop.programmes import actions
from phoihop.programmes.content import DutySpec, SignatureContent
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.models.facts import DueAnchor, DutyKind, Frequency
from phoihop.programmes.statuses import Origin
from phoihop.targets.actions import add_target
from phoihop.targets.content import ContributionContent
from tests.programmes.factories import clause, content
from tests.targets.factories import spec

NAME = "Phối hợp chăm lo người yếu thế xã Lam Sơn"
ENDED, HEIRS = "Hội Từ thiện minh họa", ("Hội Nhân ái minh họa", "Hội Thiện nguyện minh họa")


def make_programme_to_hand_over() -> None:
    """Recorded as signed by the committee and a society, which ended on 31 October and left two."""
    membership = Membership.objects.filter(person__user__username="vanphong").order_by("pk")[0]
    office = member_by_id(membership.pk)
    place = Body.objects.get(pk=office.body_id).area
    committee = Body.objects.get(area=place, kind=BodyKind.PEOPLES_COMMITTEE, valid_to=None)
    society = _society(ENDED, place)
    programme = actions.create_programme(
        kind=ProgrammeKind.COORDINATION_PROGRAMME, name=NAME, area=place, lead=committee, is_sample=True,
        by=office, at=clock.now(),
    )  # fmt: skip
    parties = [committee, society]
    draft = actions.write_edition(
        programme=programme, content=content(parties, title=f"Chương trình {NAME.lower()}"),
        origin=Origin.RECORDED, by=office, at=clock.now(),
    )  # fmt: skip
    quarterly = DutySpec(
        DutyKind.REPORT, Frequency.QUARTERLY, "Báo cáo chăm lo", anchor=DueAnchor.LAST_MONTH, due_day=20,
        due_strict=True, is_due_printed=True,
    )  # fmt: skip
    actions.add_duty(
        clause=clause(draft, "III"), spec=quarterly, owes=[society], reviews=[committee], by=office,
        at=clock.now(),
    )  # fmt: skip
    add_target(
        edition=draft, clause=clause(draft, "II.2"), spec=spec("hộ được giúp đỡ", unit="hộ", value=10),
        contributions=[ContributionContent(society.pk, spec().value)], by=office, at=clock.now(),
    )  # fmt: skip
    record_signed(
        edition=draft, number_text="06/CTrPH-UBND", in_force_from=date(2026, 2, 5),
        signatures=[SignatureContent(body.pk) for body in parties], by=office, at=clock.now(),
    )  # fmt: skip
    split(
        predecessor=society, successors=[_society(name, place) for name in HEIRS],
        decree=Decree(date(2026, 11, 1), "Quyết định 12/QĐ-UBND (minh họa)"), by=None, at=clock.now(),
    )  # fmt: skip


def _society(name: str, place: Area) -> Body:
    return create_body(
        kind=BodyKind.MEMBER_ORGANISATION, area=place, name=name, short_name=name, symbol="HMH",
        valid_from=date(2026, 1, 1), is_sample=True, by=None, at=clock.now(),
    )  # fmt: skip
