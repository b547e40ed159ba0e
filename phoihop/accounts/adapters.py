"""How django-allauth meets our accounts: nobody signs up alone, and the words are ours."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest

from phoihop.people.models import User


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Tài khoản này đã ngừng dùng.",
        "username_password_mismatch": "Tên đăng nhập hoặc mật khẩu không đúng.",
        "too_many_login_attempts": "Đăng nhập sai nhiều lần. Hãy chờ năm phút rồi thử lại.",
        "enter_current_password": "Mật khẩu hiện tại không đúng.",
        "incorrect_password": "Mật khẩu không đúng.",
        "incorrect_code": "Mã không đúng.",
        "rate_limited": "Thử quá nhiều lần. Hãy chờ ít phút rồi thử lại.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by administrators."""
        return False

    def set_password(self, user: User, password: str) -> None:
        """Whoever has chosen a password of his own need not change the given one any more."""
        user.must_change_password = False
        super().set_password(user, password)


class MFAAdapter(DefaultMFAAdapter):
    """Secrets of second factors lie encrypted in the database, so that a stolen backup alone opens nothing.

    The key comes from SECRET_KEY; a former one in SECRET_KEY_FALLBACKS still reads.
    """

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Mã không đúng. Hãy xem mã mới nhất trên điện thoại rồi nhập lại.",
        "cannot_delete_authenticator": "Không tắt được xác thực hai lớp.",
        "cannot_generate_recovery_codes": "Hãy bật xác thực hai lớp trước khi tạo mã dự phòng.",
    }

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (hashlib.sha256(b"second factor:" + str(key).encode()).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "invalid_token": "Phiên đăng nhập từ hệ thống kia không hợp lệ.",
        "no_password": "Hãy đặt mật khẩu trước khi bỏ liên kết.",
        "disconnect_last": "Không bỏ được liên kết cuối cùng.",
        "connected_other": "Tài khoản kia đã liên kết với người khác.",
    }

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """A sign-in from outside never makes an account."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """One seen before is known by its `sub`; a new one is matched by user name when that is set up."""
        claim = settings.OIDC_USERNAME_CLAIM
        if sociallogin.is_existing or not claim or request.user.is_authenticated:
            return
        username = _claimed(sociallogin.account.extra_data, claim)
        user = User.objects.filter(username=username.lower(), is_active=True).first() if username else None
        if user is not None:
            sociallogin.connect(request, user)


def _claimed(data: dict[str, Any], claim: str) -> str:
    for part in (data, data.get("userinfo") or {}, data.get("id_token") or {}):
        if isinstance(part.get(claim), str):
            return str(part[claim])
    return ""


def display_name(user: User) -> str:
    """The person's name, as pages greet them."""
    return user.person.full_name
