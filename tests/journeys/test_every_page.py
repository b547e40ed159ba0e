"""Every page, opened in a browser by somebody who may: accessible, and no wider than a phone."""

from collections.abc import Callable

import pytest

from phoihop.core.routes import Route, all_routes
from phoihop.sample.accounts import PASSWORD
from tests.journeys.browser import Person, faults_of
from tests.journeys.people import WITHOUT_A_ROLE
from tests.journeys.system import Site
from tests.pages.addresses import LINES, address_of

PAGES = [r for r in all_routes() if r.name in LINES and "GET" in dict(r.rules) and not LINES[r.name].is_file]
ONE_S_OWN = [
    "/tai-khoan/hai-lop/",
    "/tai-khoan/hai-lop/bat/",
    "/tai-khoan/mat-khau/doi/",
    "/tai-khoan/dang-xuat/",
]
PUBLIC = ["/tai-khoan/dang-nhap/", "/tai-khoan/mat-khau/quen/", "/tai-khoan/ngung-dung/"]


@pytest.fixture(scope="module")
def people(person: Callable[..., Person]) -> Callable[[str], Person]:
    """Each user name signed in once for the whole file."""
    known: dict[str, Person] = {}

    def signed_in(username: str) -> Person:
        if username not in known:
            known[username] = person()
            if username:
                known[username].signs_in(username)
        return known[username]

    return signed_in


@pytest.mark.parametrize("route", PAGES, ids=lambda route: route.name)
def test_the_page_is_in_order(route: Route, people: Callable[[str], Person], site: Site) -> None:
    someone = people(LINES[route.name].who)
    assert someone.opens(address_of(route, site.filled.objects)) == 200
    someone.sees("SỐ LIỆU MINH HỌA")
    assert faults_of(someone.page) == []


@pytest.mark.parametrize("username", ["phunu", "truongthon", "vanthu", "nguoixem", "quantri"])
def test_home_is_in_order_for(username: str, people: Callable[[str], Person]) -> None:
    someone = people(username)
    someone.opens("/")
    assert faults_of(someone.page, axe_at_phone_width=True) == []


def test_somebody_without_a_role_reads_whom_to_ask(person: Callable[..., Person]) -> None:
    fresh = person()
    fresh.opens("/tai-khoan/dang-nhap/")
    fresh.fills("Tên đăng nhập", WITHOUT_A_ROLE)
    fresh.fills("Mật khẩu", PASSWORD)
    fresh.clicks("Đăng nhập")
    fresh.sees("người quản trị của đơn vị", WITHOUT_A_ROLE)
    assert faults_of(fresh.page) == []


@pytest.mark.parametrize("address", ONE_S_OWN)
def test_a_page_of_one_s_account_is_in_order(address: str, people: Callable[[str], Person]) -> None:
    someone = people("nguoixem")
    assert someone.opens(address) == 200
    assert faults_of(someone.page) == []


@pytest.mark.parametrize("address", PUBLIC)
def test_a_page_before_signing_in_is_in_order(address: str, people: Callable[[str], Person]) -> None:
    nobody = people("")
    assert nobody.opens(address) == 200
    assert faults_of(nobody.page) == []


@pytest.mark.parametrize("address", ["/khong-co-trang-nay/", "/nguoi-dung/"])
def test_a_refusal_is_in_order(address: str, people: Callable[[str], Person]) -> None:
    someone = people("phunu")
    assert someone.opens(address) in {403, 404}
    assert faults_of(someone.page) == []
