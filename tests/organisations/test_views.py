"""The pages: who opens them, what they cost, and the way from a form to a recorded act."""

import html
import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from phoihop.organisations.models import Area, AreaKind, AreaVersion, Body, BodyKind, Succession
from phoihop.organisations.queries import successors_of
from tests.accounts import factories as accounts
from tests.organisations.factories import area, body, commune, nation, province

pytestmark = pytest.mark.django_db
DAY = "2026-01-01"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
ROLES = ["viewer", "officer", "leader", "clerk", "committee_member", "area_head"]


def signed_in(role: str = "officer", *, at: Area | None = None) -> Client:
    """Somebody acting for the committee of a place, of the nation when none is given."""
    place = at or nation()
    committee = Body.objects.filter(area=place).first() or body(area=place, name="Đơn vị quản trị")
    return accounts.client_as(accounts.member(body=committee, role=role))


def act_form(**values: Any) -> dict[str, Any]:
    return {
        "kind": "rename",
        "effective_on": DAY,
        "legal_document": "Nghị quyết số 1",
        "successors": "",
    } | values


# reading


def test_everybody_with_a_role_reads_and_nobody_else(client: Client) -> None:
    place, office = commune("Lam Sơn"), body()
    addresses = [
        "/dia-ban/",
        "/dia-ban/tim/?tim=lam+son",
        f"/dia-ban/{place.pk}/",
        f"/dia-ban/{place.pk}/lich-su/",
        f"/to-chuc/{office.pk}/",
        f"/to-chuc/{office.pk}/lich-su/",
    ]
    for address in addresses:
        assert client.get(address).status_code == 302
    for role in [*ROLES, "administrator"]:
        reader = signed_in(role)
        assert [reader.get(address).status_code for address in addresses] == [200] * len(addresses)


@pytest.mark.parametrize("role", ROLES)
def test_only_administrators_change(role: str) -> None:
    place = commune("Lam Sơn")
    writer = signed_in(role)
    for address in ("them-khu-dan-cu", "them-to-chuc", "ke-thua"):
        assert writer.get(f"/dia-ban/{place.pk}/{address}/").status_code == 403
        assert writer.post(f"/dia-ban/{place.pk}/{address}/", {}).status_code == 403
    assert "Thêm tổ chức" not in writer.get(f"/dia-ban/{place.pk}/").text


def test_an_administrator_of_another_place_changes_nothing_here() -> None:
    home, other = commune("A"), commune("B")
    admin = signed_in("administrator", at=home)
    assert "Thêm tổ chức" in admin.get(f"/dia-ban/{home.pk}/").text
    assert "Thêm tổ chức" not in admin.get(f"/dia-ban/{other.pk}/").text
    assert admin.get(f"/dia-ban/{other.pk}/them-to-chuc/").status_code == 403
    assert admin.post(f"/dia-ban/{other.pk}/ke-thua/", act_form(successors="xã C")).status_code == 403


def test_the_tree_is_that_of_the_chosen_day() -> None:
    area(level="province", name="Quảng Nam", valid_to=date(2025, 6, 30))
    reader = signed_in()
    assert "tỉnh Quảng Nam" in reader.get("/dia-ban/?ngay=2025-06-30").text
    assert "tỉnh Quảng Nam" not in reader.get("/dia-ban/?ngay=2025-07-01").text
    assert reader.get("/dia-ban/?ngay=ngay-mai").status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/dia-ban/", "/dia-ban/{province}/", "/dia-ban/{commune}/", "/to-chuc/{body}/", "/dia-ban/tim/?tim=xa"],
)
def test_a_page_costs_the_same_whatever_it_shows(address: str) -> None:
    home = province()
    place = commune("Xã nhà", parent=home)
    office = body(kind=BodyKind.DEPARTMENT, area=place, name="Phòng xa")
    reader = signed_in()
    url = address.format(province=home.pk, commune=place.pk, body=office.pk)
    reader.get(url)
    costs = []
    for _ in range(2):
        for number in range(4):
            other = commune(parent=home)
            body(kind=BodyKind.DEPARTMENT, area=place, name=f"Phòng xa {number} {other.pk}")
            body(kind=BodyKind.DEPARTMENT, area=place, name=f"Tổ xa {number} {other.pk}", parent=office)
            area(level="residential_area", parent=place, name=f"xa {other.pk}")
            area(level="province", name=f"Tỉnh xa {other.pk}")
        with CaptureQueriesContext(connection) as queries:
            assert reader.get(url).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


# adding


def test_a_residential_area_is_added_from_the_page_of_its_commune() -> None:
    place = commune("Lam Sơn")
    admin = signed_in("administrator")
    address = f"/dia-ban/{place.pk}/them-khu-dan-cu/"
    assert admin.get(address).status_code == 200
    data = {"kind": "village", "name": "Đông Thôn", "valid_from": DAY, "legal_document": ""}
    answer = admin.post(address, data)
    new = AreaVersion.objects.get(name="Đông Thôn").area
    assert answer.headers["Location"] == f"/dia-ban/{new.pk}/"
    assert new.entered_by_id
    again = admin.post(address, data)
    assert again.status_code == 422
    assert "Đã có thôn" in again.text


def test_a_body_takes_its_usual_name_when_none_is_typed() -> None:
    place = commune("Lam Sơn")
    admin = signed_in("administrator")
    address = f"/dia-ban/{place.pk}/them-to-chuc/"
    assert admin.get(address).status_code == 200
    data = {"kind": "womens_union", "valid_from": DAY, "aliases": "Hội Phụ nữ\nHội PN"}
    assert admin.post(address, data).status_code == 302
    union = Body.objects.get(area=place)
    assert union.names.get().short_name == "Hội LHPN xã Lam Sơn"
    assert union.aliases.count() == 2
    refused = admin.post(address, data)
    assert refused.status_code == 422
    assert "Địa bàn này đã có" in refused.text
    assert admin.post(address, data | {"kind": "department"}).status_code == 422


# acts


def test_a_merger_is_shown_first_and_written_only_when_confirmed() -> None:
    one, other = commune("Thọ Xương"), commune("Xuân Bái")
    admin = signed_in("administrator")
    address = f"/dia-ban/{one.pk}/ke-thua/"
    assert admin.get(address).status_code == 200
    data = act_form(kind="merge", others="xã Xuân Bái", successors="xã Lam Sơn")
    preview = admin.post(address, data)
    assert preview.status_code == 200
    assert "chưa ghi gì" in preview.text
    assert "xã Thọ Xương, xã Xuân Bái" in preview.text
    assert not Succession.objects.exists()
    kept = {name: html.unescape(value) for name, value in HIDDEN.findall(preview.text)}
    sent = kept | {"confirmed": "yes"}
    assert admin.post(address, sent).headers["Location"] == f"/dia-ban/{one.pk}/"
    assert [f.label for f in successors_of(other)] == ["xã Lam Sơn"]
    assert admin.post(address, sent).status_code == 302
    assert Succession.objects.count() == 1


def test_a_commune_is_split_with_its_villages_from_one_form_and_taken_back() -> None:
    old = commune("Rộng")
    for name in ("1", "2"):
        area(level="residential_area", name=name, parent=old)
    admin = signed_in("administrator")
    address = f"/dia-ban/{old.pk}/ke-thua/"
    data = act_form(kind="split", successors="xã Đông: thôn 1\nphường Tây", confirmed="yes")
    missing = admin.post(address, data)
    assert missing.status_code == 422
    assert "chưa xếp" in missing.text
    unknown = admin.post(address, data | {"successors": "xã Đông: thôn 9\nphường Tây"})
    assert "Không có khu dân cư: thôn 9" in unknown.text
    whole = data | {"successors": "xã Đông: thôn 1\nphường Tây: thôn 2"}
    assert admin.post(address, whole).status_code == 302
    act = Succession.objects.get()
    assert [f.label for f in successors_of(old)] == ["xã Đông", "phường Tây"]
    assert "Hoàn tác" in admin.get(f"/dia-ban/{old.pk}/lich-su/").text
    assert "Hoàn tác việc này?" in admin.get(f"/dia-ban/ke-thua/{act.pk}/hoan-tac/").text
    assert admin.post(f"/dia-ban/ke-thua/{act.pk}/hoan-tac/").status_code == 302
    assert not Succession.objects.exists()


def test_a_commune_goes_into_a_standing_one_named_in_the_form() -> None:
    old, standing = commune("Hà Lan"), commune("Đông Sơn", kind=AreaKind.WARD)
    admin = signed_in("administrator")
    data = act_form(kind="merge", successors="phường Đông Sơn", confirmed="yes")
    assert admin.post(f"/dia-ban/{old.pk}/ke-thua/", data).status_code == 302
    assert [f.id for f in successors_of(old)] == [standing.pk]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"successors": "Lam Sơn"}, "cần ghi cả loại và tên"),
        ({"kind": "merge", "others": "xã Không Có", "successors": "xã Lam Sơn"}, "Không tìm thấy"),
        ({"successors": "xã Mới", "legal_document": ""}, "Văn bản quyết định"),
        ({"kind": "split", "successors": "xã Mới"}, "ít nhất hai"),
    ],
)
def test_what_is_wrong_in_an_act_is_said_in_the_form(values: dict[str, Any], words: str) -> None:
    place = commune("Lam Sơn")
    answer = signed_in("administrator").post(f"/dia-ban/{place.pk}/ke-thua/", act_form(**values))
    assert answer.status_code == 422
    assert words in answer.text


@pytest.mark.parametrize(
    ("values", "label"),
    [
        ({"successors": "xã Lam Kinh"}, "xã Lam Kinh"),
        ({"kind": "type_change", "successors": "phường Lam Sơn"}, "phường Lam Sơn"),
    ],
)
def test_a_place_is_renamed_or_changes_its_type(values: dict[str, Any], label: str) -> None:
    place = commune("Lam Sơn")
    data = act_form(**values, confirmed="yes")
    assert signed_in("administrator").post(f"/dia-ban/{place.pk}/ke-thua/", data).status_code == 302
    assert AreaVersion.objects.on(date(2026, 1, 1)).get(area=place).full_name == label


def test_bodies_are_renamed_merged_and_split_from_their_page() -> None:
    place = commune("Lam Sơn")
    first, second = (body(kind=BodyKind.DEPARTMENT, area=place, name=name) for name in ("Phòng A", "Phòng B"))
    admin = signed_in("administrator")

    def send(office: Body, **values: Any) -> int:
        return admin.post(f"/to-chuc/{office.pk}/ke-thua/", act_form(**values, confirmed="yes")).status_code

    assert admin.get(f"/to-chuc/{first.pk}/ke-thua/").status_code == 200
    assert send(first, successors="Phòng A mới | P.A") == 302
    merged = {"effective_on": "2026-02-01", "kind": "merge", "others": "Phòng B", "successors": "Phòng AB"}
    assert send(first, **merged) == 302
    (heir,) = successors_of(second)
    office = Body.objects.get(pk=heir.id)
    parted = {"effective_on": "2026-03-01", "kind": "split", "successors": "Phòng C\nPhòng D"}
    assert send(office, **parted) == 302
    assert [f.label for f in successors_of(office)] == ["Phòng C", "Phòng D"]
    changed = {"kind": "type_change", "new_kind": "office", "successors": "Văn phòng C"}
    assert send(Body.objects.get(names__name="Phòng C"), effective_on="2026-04-01", **changed) == 302
    assert Body.objects.get(names__name="Văn phòng C").kind == BodyKind.OFFICE


# what cannot be meant


def test_names_longer_than_are_kept_are_refused_on_the_form() -> None:
    office = body(name="Hội Nông dân", area=commune("Lam Sơn"))
    client = signed_in("administrator")
    long = client.post(f"/to-chuc/{office.pk}/ke-thua/", act_form(successors="Hội " * 100))
    assert (long.status_code, "Tên dài nhất" in long.content.decode()) == (422, True)
    form = {"kind": "farmers_union", "valid_from": DAY, "aliases": "hội " * 100}
    alias = client.post(f"/dia-ban/{office.area_id}/them-to-chuc/", form)
    assert (alias.status_code, "Mỗi cách gọi dài nhất" in alias.content.decode()) == (422, True)


@pytest.mark.parametrize("day", ["0001-01-01", "0206-01-01", "9999-12-31"])
def test_a_year_nobody_means_is_refused_on_the_form(day: str) -> None:
    office = body(name="Hội Nông dân", area=commune("Lam Sơn"))
    form = act_form(successors="Hội Nông dân mới", effective_on=day)
    answer = signed_in("administrator").post(f"/to-chuc/{office.pk}/ke-thua/", form)
    assert (answer.status_code, "Năm phải từ 1900 đến 2199" in answer.content.decode()) == (422, True)
