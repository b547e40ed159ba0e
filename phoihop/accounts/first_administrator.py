"""The first account of an installation, made before anybody can sign in."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from phoihop.accounts.models import Membership, MembershipDecision, Role
from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.vietnamese import fold, sort_key
from phoihop.organisations.models import Area, Body, BodyKind, BodyName, Level
from phoihop.people.actions import create_user
from phoihop.people.models import User

OPERATOR_NAME = "Đơn vị vận hành hệ thống"


@dataclass(frozen=True)
class FirstAdministrator:
    """The account, and the membership it acts as."""

    user: User
    membership: Membership


@transaction.atomic
def create_first_administrator(
    *, username: str, full_name: str, password: str, must_change_password: bool, at: datetime
) -> FirstAdministrator:
    """An administrator of the operator; Refused when there is one already or no places are loaded yet."""
    operator = _operator_body(at)
    rows = Membership.objects.filter(body=operator, role=Role.ADMINISTRATOR)
    if rows.on(clock.day_of(at)).exists():
        raise Refused("Đã có quản trị của đơn vị vận hành; hãy tạo tài khoản mới trên trang Người dùng.")
    user = create_user(
        full_name=full_name, username=username, password=password, must_change_password=must_change_password
    )
    membership = Membership.objects.create(
        person=user.person, body=operator, role=Role.ADMINISTRATOR, valid_from=clock.day_of(at)
    )
    MembershipDecision.objects.create(
        membership=membership, by_person=user.person, by_body=operator, verb="grant", at=at
    )
    return FirstAdministrator(user, membership)


def _operator_body(at: datetime) -> Body:
    nation = Area.objects.select_for_update().filter(level=Level.NATION).first()
    if nation is None:
        raise Refused("Chưa nạp danh mục địa bàn: hãy chạy lệnh load_places trước.")
    found = Body.objects.filter(kind=BodyKind.OPERATOR).first()
    if found is not None:
        return found
    body = Body.objects.create(kind=BodyKind.OPERATOR, area=nation, valid_from=clock.day_of(at))
    BodyName.objects.create(
        body=body,
        name=OPERATOR_NAME,
        short_name=OPERATOR_NAME,
        folded=fold(OPERATOR_NAME),
        sort_key=sort_key(OPERATOR_NAME),
        valid_from=clock.day_of(at),
    )
    return body
