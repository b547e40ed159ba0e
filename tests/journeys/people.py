"""Accounts the journeys need beside those of the sample: of phường Bỉm Sơn, and one without any role."""

from datetime import date

from phoihop.accounts.acting import ActingMember, member_by_id
from phoihop.accounts.actions import create_account, grant_membership
from phoihop.accounts.models import Membership, Role
from phoihop.core import clock
from phoihop.organisations.models import Area, AreaVersion, Body, BodyKind
from phoihop.organisations.queries import area_path
from phoihop.people.models import User
from phoihop.sample.accounts import PASSWORD
from tests.programmes import factories as programmes

BIM_SON = (
    ("canbobimson", "Mai Thị Sen", BodyKind.PEOPLES_COMMITTEE, Role.OFFICER, "Chuyên viên"),
    ("chutichbimson", "Tống Văn Đạt", BodyKind.PEOPLES_COMMITTEE, Role.LEADER, "Chủ tịch"),
    ("vanthubimson", "Lại Thị Thơm", BodyKind.PEOPLES_COMMITTEE, Role.CLERK, "Văn thư"),
    ("mattranbimson", "Dương Văn Quý", BodyKind.FRONT_COMMITTEE, Role.LEADER, "Chủ tịch"),
)
OF_THE_PROVINCE = "tinhgiamngheo"
WITHOUT_A_ROLE = "chuacovaitro"


def make_people() -> None:
    """Invented people of the ward of today, and one nobody has given a role yet."""
    ward = AreaVersion.objects.on(clock.today()).get(name="Bỉm Sơn", area__level="commune").area
    operator = administrator()
    for username, full_name, kind, role, position in BIM_SON:
        body = Body.objects.on(clock.today()).get(area=ward, kind=kind)
        user = _account(username, full_name, operator)
        grant_membership(
            person=user.person, body=body, role=role, position=position, is_sample=True,
            valid_from=date(2026, 1, 1), by=operator, at=clock.now(),
        )  # fmt: skip
    _make_province_officer(ward, operator)
    _account(WITHOUT_A_ROLE, "Hà Văn Chờ", operator)


def _make_province_officer(ward: Area, operator: ActingMember) -> None:
    """Somebody at the committee of the ward's province, which hands its programme down."""
    province = Area.objects.get(pk=area_path(ward.pk, clock.today())[-1].id)
    committee = programmes.body(BodyKind.PEOPLES_COMMITTEE, province, name="UBND tỉnh (minh họa)")
    user = _account(OF_THE_PROVINCE, "Cao Thị Ngân", operator)
    grant_membership(
        person=user.person, body=committee, role=Role.OFFICER, position="Chuyên viên", is_sample=True,
        valid_from=date(2026, 1, 1), by=operator, at=clock.now(),
    )  # fmt: skip


def _account(username: str, full_name: str, operator: ActingMember) -> User:
    return create_account(
        full_name=full_name, username=username, password=PASSWORD, must_change_password=False,
        is_sample=True, by=operator, at=clock.now(),
    )  # fmt: skip


def administrator() -> ActingMember:
    """The sample's administrator of the whole installation."""
    row = Membership.objects.get(role=Role.ADMINISTRATOR, body__kind=BodyKind.OPERATOR)
    return member_by_id(row.pk)
