"""A province of three communes under a programme of the nation: two have reported, one has not."""

from datetime import date

from phoihop.accounts.actions import create_account, grant_membership
from phoihop.accounts.models import Role
from phoihop.core import clock
from phoihop.organisations.models import Body
from phoihop.sample.accounts import PASSWORD
from tests.journeys.people import administrator
from tests.reports.levels import levels

OF_THE_PROVINCE, OF_THE_NATION = "tinhtonghop", "trunguongtonghop"


def make_levels_to_consolidate() -> None:
    """The communes' reports accepted, and an officer each at the province and at the top."""
    w = levels(name="Sông Mơ")
    province, one, two, *_ = w.fronts.values()
    w.accept(w.handed_in(one, houses=3, text="Xã bàn giao 3 nhà."), province)
    w.accept(
        w.handed_in(two, houses=4, text="Xã khởi công 4 nhà.", recommendations="Cấp thêm vốn."), province
    )
    w.by(province, "leader")
    _officer(OF_THE_PROVINCE, "Phùng Thị Sim", province)
    _officer(OF_THE_NATION, "Kiều Văn Tùng", w.top)


def _officer(username: str, full_name: str, body: Body) -> None:
    operator = administrator()
    user = create_account(
        full_name=full_name, username=username, password=PASSWORD, must_change_password=False,
        is_sample=True, by=operator, at=clock.now(),
    )  # fmt: skip
    grant_membership(
        person=user.person, body=body, role=Role.OFFICER, position="Chuyên viên", is_sample=True,
        valid_from=date(2026, 1, 1), by=operator, at=clock.now(),
    )  # fmt: skip
