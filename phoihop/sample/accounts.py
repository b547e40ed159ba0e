"""The made-up people of the sample. Every name here is invented."""

from dataclasses import dataclass

from phoihop.accounts.models import Role
from phoihop.organisations.models import BodyKind

PASSWORD = "phoihop-minh-hoa"  # noqa: S105 - printed on the screen of a sample installation, nowhere else in use


@dataclass(frozen=True)
class Post:
    """A role at the body of this kind of xã Lam Sơn; `village` is the place of a residential-area board."""

    body: BodyKind
    role: Role
    position: str
    village: str = ""


@dataclass(frozen=True)
class SamplePerson:
    """A person; without a user name there is no account."""

    full_name: str
    username: str
    posts: tuple[Post, ...]


VILLAGES = ("Phú Lâm", "Thọ Hải", "Xuân Tân")

PEOPLE = (
    SamplePerson(
        "Hoàng Minh Khuê",
        "chutich",
        (Post(BodyKind.PEOPLES_COMMITTEE, Role.LEADER, "Chủ tịch"),),
    ),
    SamplePerson(
        "Trần Thu Hà",
        "vanphong",
        (Post(BodyKind.PEOPLES_COMMITTEE, Role.OFFICER, "Chuyên viên Văn phòng HĐND và UBND"),),
    ),
    SamplePerson(
        "Lê Thị Vân",
        "vanthu",
        (Post(BodyKind.PEOPLES_COMMITTEE, Role.CLERK, "Văn thư"),),
    ),
    SamplePerson(
        "Nguyễn Đức Thành",
        "mattran",
        (Post(BodyKind.FRONT_COMMITTEE, Role.LEADER, "Chủ tịch"),),
    ),
    SamplePerson(
        "Phạm Thị Ngọc",
        "canbomattran",
        (Post(BodyKind.FRONT_COMMITTEE, Role.OFFICER, "Cán bộ"),),
    ),
    SamplePerson(
        "Đỗ Thị Hạnh",
        "hoiphunu",
        (
            Post(BodyKind.WOMENS_UNION, Role.LEADER, "Chủ tịch"),
            Post(BodyKind.FRONT_COMMITTEE, Role.COMMITTEE_MEMBER, "Phó Chủ tịch, Ủy viên"),
        ),
    ),
    SamplePerson(
        "Vũ Thị Mai",
        "phunu",
        (Post(BodyKind.WOMENS_UNION, Role.OFFICER, "Cán bộ"),),
    ),
    SamplePerson(
        "Bùi Văn Lực",
        "nongdan",
        (Post(BodyKind.FARMERS_UNION, Role.LEADER, "Chủ tịch"),),
    ),
    SamplePerson(
        "Trịnh Anh Dũng",
        "thanhnien",
        (Post(BodyKind.YOUTH_UNION, Role.LEADER, "Bí thư"),),
    ),
    SamplePerson(
        "Lê Hữu Toàn",
        "truongthon",
        (Post(BodyKind.FRONT_WORK_BOARD, Role.AREA_HEAD, "Trưởng ban", village=VILLAGES[0]),),
    ),
    SamplePerson(
        "Ngô Thị Lan",
        "nguoixem",
        (Post(BodyKind.PEOPLES_COMMITTEE, Role.VIEWER, "Công chức"),),
    ),
    SamplePerson(
        "Phan Quốc Bảo",
        "quantrixa",
        (Post(BodyKind.PEOPLES_COMMITTEE, Role.ADMINISTRATOR, "Quản trị của xã"),),
    ),
)
HIGHER = {
    "trunguong": SamplePerson(
        "Lý Thu Minh", "trunguong", (Post(BodyKind.FRONT_COMMITTEE, Role.OFFICER, "Chuyên viên"),)
    ),
    "canbotinh": SamplePerson(
        "Cao Văn Thịnh", "canbotinh", (Post(BodyKind.FRONT_COMMITTEE, Role.OFFICER, "Chuyên viên"),)
    ),
}
"""People of the Front of the nation and of tỉnh Thanh Hóa."""
ADMINISTRATOR = SamplePerson("Đặng Quang Huy", "quantri", ())
RECORDER = SamplePerson("Người nhập liệu minh họa", "", ())


def listing() -> list[tuple[str, str, str]]:
    """(user name, password, who) of every sample account, for the screen of the first start."""
    rows = [
        (person.username, PASSWORD, f"{person.posts[0].position}, {person.posts[0].body.label}")
        for person in PEOPLE
    ]
    places = {"trunguong": "cấp trung ương", "canbotinh": "cấp tỉnh"}
    rows += [
        (name, PASSWORD, f"{one.posts[0].position}, {one.posts[0].body.label} {places[name]}")
        for name, one in HIGHER.items()
    ]
    return [*rows, (ADMINISTRATOR.username, PASSWORD, "Quản trị toàn hệ thống")]
