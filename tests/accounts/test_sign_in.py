"""Signing in: words, throttles, duties, the second factor, the forgotten password, and what is closed."""

import re
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import encrypt
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from phoihop.accounts.models import BodySecurity
from phoihop.core import clock
from phoihop.people.actions import make_one_time_code
from phoihop.people.models import User
from tests.accounts import factories

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.pages")]
LOGIN = "/tai-khoan/dang-nhap/"


@pytest.fixture(autouse=True)
def _no_attempts_before() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def sign_in(client: Client, username: str, password: str = factories.PASSWORD) -> object:
    return client.post(LOGIN, {"login": username, "password": password})


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_user_name_in_any_case_and_the_password_open_the_house() -> None:
    factories.person(username="lan.le")
    client = Client()
    assert sign_in(client, "Lan.Le").status_code == 302
    assert is_in(client)


def test_a_wrong_password_is_said_in_vietnamese_without_telling_which_part_is_wrong() -> None:
    factories.person(username="lan.le")
    for username in ("lan.le", "khong.co"):
        page = sign_in(Client(), username, "sai-mat-khau").content.decode()
        assert "Tên đăng nhập hoặc mật khẩu không đúng." in page


def test_an_account_out_of_use_is_refused() -> None:
    User.objects.filter(person=factories.person(username="cu")).update(is_active=False)
    client = Client()
    sign_in(client, "cu")
    assert not is_in(client)


def test_five_wrong_passwords_close_the_account_for_a_while_even_for_the_right_one() -> None:
    factories.person(username="lan.le")
    client = Client()
    for _ in range(5):
        sign_in(client, "lan.le", "sai-mat-khau")
    assert "Đăng nhập sai nhiều lần" in sign_in(client, "lan.le").content.decode()
    assert not is_in(client)


def test_a_given_password_must_be_changed_before_anything_else() -> None:
    member = factories.member()
    User.objects.filter(person_id=member.person_id).update(must_change_password=True)
    client = factories.client_as(member)
    change = reverse("account_change_password")
    assert client.get(reverse("accounts:profile")).url == change
    assert client.post(reverse("accounts:switch")).url == change
    answer = client.get(reverse("accounts:profile"), headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == change
    form = {"oldpassword": factories.PASSWORD, "password1": "sen-hong-ao-88", "password2": "sen-hong-ao-88"}
    assert client.post(change, form).status_code == 302
    assert client.get(reverse("accounts:profile")).status_code == 200


def require_totp(body_id: int) -> None:
    BodySecurity.objects.create(body_id=body_id, requires_totp=True)


def test_a_body_that_asks_for_it_gets_the_second_factor_before_anything_else() -> None:
    person = factories.person(username="lan.le")
    member = factories.member(person=person)
    require_totp(member.body_id)
    client = Client()
    sign_in(client, "lan.le")
    activate = reverse("mfa_activate_totp")
    assert client.get(reverse("accounts:profile")).url == activate
    again = client.get(activate).url
    assert again.startswith(reverse("account_reauthenticate"))
    assert client.post(again, {"password": factories.PASSWORD, "next": activate}).url == activate
    page = client.get(activate).content.decode()
    assert "Tổ chức yêu cầu xác thực hai lớp" in page
    secret = re.search(r'ph-code d-block">(\w+)<', page)
    assert secret is not None
    code = totp.format_hotp_value(
        totp.hotp_value(secret[1], next(iter(totp.yield_hotp_counters_from_time())))
    )
    answer = client.post(activate, {"code": code})
    assert answer.url == reverse("mfa_view_recovery_codes")
    assert client.get(reverse("accounts:profile")).status_code == 200


def test_who_works_only_for_other_bodies_needs_no_second_factor() -> None:
    require_totp(factories.member().body_id)
    assert factories.client_as(factories.member()).get(reverse("accounts:profile")).status_code == 200


def test_the_second_factor_is_asked_at_sign_in_and_a_recovery_code_helps() -> None:
    person = factories.person(username="lan.le")
    totp.TOTP.activate(person.user, totp.generate_totp_secret())
    Authenticator.objects.create(
        user=person.user,
        type="recovery_codes",
        data={"migrated_codes": [encrypt("dudu-phong")], "used_mask": 0},
    )
    client = Client()
    assert sign_in(client, "lan.le").url == reverse("mfa_authenticate")
    assert not is_in(client)
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    assert "Mã không đúng" in wrong
    client.post(reverse("mfa_authenticate"), {"code": "dudu-phong"})
    assert is_in(client)


FORGOTTEN = "/tai-khoan/mat-khau/quen/"


def test_a_forgotten_password_is_set_anew_with_a_code() -> None:
    user = factories.person(username="lan.le").user
    code = make_one_time_code(user=user, made_by=user, at=clock.now())
    client = Client()
    form = {"username": "lan.le", "code": code, "password": "sen-hong-ao-88", "again": "sen-hong-ao-88"}
    answer = client.post(FORGOTTEN, form)
    assert answer.url == LOGIN
    sign_in(client, "lan.le", "sen-hong-ao-88")
    assert is_in(client)


def test_guessing_a_code_is_throttled() -> None:
    user = factories.person(username="lan.le").user
    code = make_one_time_code(user=user, made_by=user, at=clock.now())
    form = {"username": "lan.le", "password": "sen-hong-ao-88", "again": "sen-hong-ao-88"}
    answers = [Client().post(FORGOTTEN, form | {"code": "aaaa"}).status_code for _ in range(11)]
    assert answers == [422] * 10 + [429]
    answer = Client().post(FORGOTTEN, form | {"code": code})
    assert answer.status_code == 429
    assert "Thử quá nhiều lần" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    ["dang-ky/", "thu-dien-tu/", "mat-khau/dat/", "signup/", "email/", "confirm-email/", "password/reset/"],
)
def test_sign_up_and_mail_are_closed(address: str) -> None:
    assert Client().get(f"/tai-khoan/{address}").status_code == 404
    assert Client().post(f"/tai-khoan/{address}").status_code == 404


def test_sample_accounts_are_offered_only_with_sample_data() -> None:
    factories.member(person=factories.person(username="that"))
    assert "minh họa" not in Client().get(LOGIN).content.decode()
    factories.member(person=factories.person(username="mau.lan", is_sample=True), is_sample=True)
    page = Client().get(LOGIN).content.decode()
    assert "mau.lan" in page
    assert ">that<" not in page


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_logout",
        "account_change_password",
        "account_reauthenticate",
        "account_reset_password",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "socialaccount_connections",
    ],
)
def test_the_pages_of_sign_in_speak_vietnamese_under_our_look(name: str) -> None:
    person = factories.person(username="lan.le")
    client = Client()
    if name not in {"account_login", "account_reset_password"}:
        sign_in(client, "lan.le")
    if name.startswith("mfa_") and name != "mfa_activate_totp":
        totp.TOTP.activate(person.user, totp.generate_totp_secret())
        Authenticator.objects.create(
            user=person.user, type="recovery_codes", data={"migrated_codes": ["x"], "used_mask": 0}
        )
    page = client.get(reverse(name), follow=True).content.decode()
    assert 'class="ph-top"' in page
    words = re.findall(r">([^<>{}]*)<", page.split('id="noi-dung"')[1].split("<footer")[0])
    english = re.compile(r"\b(?:the|your|Password|Username|Sign|Code|Remember|Enter|Log)\b")
    assert not [word for word in words if english.search(word)]


@pytest.mark.urls("phoihop.urls")
def test_the_technical_pages_take_the_same_sign_in() -> None:
    answer = Client().get("/ky-thuat/login/?next=/ky-thuat/")
    assert answer.url == "/tai-khoan/dang-nhap/?next=%2Fky-thuat%2F"
    assert factories.client_as(factories.member(role="administrator")).get("/ky-thuat/").status_code != 200
