"""A running programme of xã Lam Sơn for the journey that makes its joint plan."""

from datetime import date

from phoihop.accounts.acting import ActingMember, member_by_id
from phoihop.accounts.models import Membership
from phoihop.core import clock
from phoihop.lifecycle.actions import record_signed
from phoihop.organisations.models import Body, BodyKind
from phoihop.programmes import actions
from phoihop.programmes.content import DutySpec, SignatureContent
from phoihop.programmes.models import Programme
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.models.facts import DueAnchor, DutyKind, Frequency
from phoihop.programmes.statuses import Origin
from tests.programmes.factories import clause, content

NAME = "Phối hợp bảo vệ môi trường xã Lam Sơn"


def make_programme_to_plan() -> Programme:
    """Recorded as signed by the committee, the Front and the women's union, who owes quarterly reports."""
    office = _acting("vanphong")
    place = Body.objects.get(pk=office.body_id).area
    kinds = (BodyKind.PEOPLES_COMMITTEE, BodyKind.FRONT_COMMITTEE, BodyKind.WOMENS_UNION)
    parties = [Body.objects.get(area=place, kind=kind, valid_to=None) for kind in kinds]
    committee, _, women = parties
    programme = actions.create_programme(
        kind=ProgrammeKind.COORDINATION_PROGRAMME, name=NAME, area=place, lead=committee, is_sample=True,
        by=office, at=clock.now(),
    )  # fmt: skip
    draft = actions.write_edition(
        programme=programme,
        content=content(parties, title=f"Chương trình {NAME.lower()}", period_end=date(2028, 12, 31)),
        origin=Origin.RECORDED,
        by=office,
        at=clock.now(),
    )
    quarterly = DutySpec(
        DutyKind.REPORT, Frequency.QUARTERLY, "Báo cáo môi trường", anchor=DueAnchor.LAST_MONTH, due_day=20,
        due_strict=True, is_due_printed=True,
    )  # fmt: skip
    actions.add_duty(
        clause=clause(draft, "III"), spec=quarterly, owes=[women], reviews=[committee], by=office,
        at=clock.now(),
    )  # fmt: skip
    signatures = [SignatureContent(body.pk, position="CHỦ TỊCH") for body in parties]
    record_signed(
        edition=draft, number_text="05/CTrPH-UBND-MTTQ", in_force_from=date(2026, 2, 5),
        signatures=signatures, by=office, at=clock.now(),
    )  # fmt: skip
    return programme


def _acting(username: str) -> ActingMember:
    return member_by_id(Membership.objects.filter(person__user__username=username).order_by("pk")[0].pk)
