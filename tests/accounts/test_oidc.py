"""Sign-in by the account system of a province, when it is configured."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest
from django.test import Client, RequestFactory

from phoihop.accounts.adapters import SocialAccountAdapter
from phoihop.accounts.sessions import SessionStore
from phoihop.people.models import User
from tests.accounts import factories

APP = {
    "provider_id": "sso",
    "name": "tài khoản của tỉnh",
    "client_id": "phoihop",
    "secret": "bi-mat",
    "settings": {"server_url": "https://sso.example.vn"},
}


def settings_with(**environment: str) -> dict[str, Any]:
    program = (
        "import json; from phoihop import settings as s; print(json.dumps([s.SOCIALACCOUNT_PROVIDERS, "
        "[str(x) for x in s.SECURE_CSP['form-action']], s.OIDC_USERNAME_CLAIM]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | environment,
        capture_output=True,
        check=True,
        text=True,
    )
    providers, form_action, claim = json.loads(done.stdout)
    return {"providers": providers, "form_action": form_action, "claim": claim}


def test_the_settings_build_with_and_without_a_province_s_system() -> None:
    assert settings_with(PHOIHOP_OIDC_URL="")["providers"] == {}
    made = settings_with(
        PHOIHOP_OIDC_URL="https://sso.example.vn/realms/tinh",
        PHOIHOP_OIDC_CLIENT_ID="phoihop",
        PHOIHOP_OIDC_SECRET="x",
        PHOIHOP_OIDC_USERNAME_CLAIM="preferred_username",
    )
    app = made["providers"]["openid_connect"]["APPS"][0]
    assert (app["client_id"], app["settings"]) == (
        "phoihop",
        {"server_url": "https://sso.example.vn/realms/tinh"},
    )
    assert "https://sso.example.vn" in made["form_action"]
    assert made["claim"] == "preferred_username"


@pytest.mark.django_db
@pytest.mark.urls("tests.core.pages")
def test_the_button_is_there_only_when_configured(settings: Any) -> None:
    assert "Đăng nhập bằng" not in Client().get("/tai-khoan/dang-nhap/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [APP]}}
    page = Client().get("/tai-khoan/dang-nhap/").content.decode()
    assert "Đăng nhập bằng tài khoản của tỉnh" in page
    assert "/tai-khoan/oidc/sso/login/" in page


def arriving(uid: str, username: str) -> SocialLogin:
    account = SocialAccount(
        provider="sso", uid=uid, extra_data={"userinfo": {"sub": uid, "preferred_username": username}}
    )
    return SocialLogin(user=User(), account=account)


def anonymous() -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    request.session = SessionStore()
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    return request


@pytest.mark.django_db
@pytest.mark.parametrize(("claim", "is_known"), [("", False), ("preferred_username", True)])
def test_a_user_name_is_matched_only_when_configured(claim: str, is_known: bool, settings: Any) -> None:
    settings.OIDC_USERNAME_CLAIM = claim
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [APP]}}
    user = factories.person(username="lan.le").user
    login = arriving("s-1", "Lan.Le")
    SocialAccountAdapter().pre_social_login(anonymous(), login)
    assert login.is_existing is is_known
    assert SocialAccount.objects.filter(user=user, uid="s-1").exists() is is_known


@pytest.mark.django_db
def test_an_unknown_or_closed_account_is_never_made_or_opened(settings: Any) -> None:
    settings.OIDC_USERNAME_CLAIM = "preferred_username"
    User.objects.filter(person=factories.person(username="cu")).update(is_active=False)
    for username in ("cu", "khong.co", ""):
        login = arriving("s-2", username)
        SocialAccountAdapter().pre_social_login(anonymous(), login)
        assert not login.is_existing
    assert not SocialAccountAdapter().is_open_for_signup(anonymous(), SimpleNamespace())
