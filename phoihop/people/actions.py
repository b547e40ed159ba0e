"""Accounts and how their password is set; who may ask for it is decided above, in accounts."""

from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from phoihop.core.errors import Refused
from phoihop.people.codes import as_typed, readable_code
from phoihop.people.models import OneTimeCode, Person, User

CODE_LIFE = timedelta(hours=24)
WRONG_CODE = "Tên đăng nhập hoặc mã không đúng, hoặc mã đã hết hạn."


def create_user(
    *,
    full_name: str,
    username: str,
    password: str,
    must_change_password: bool,
    phone: str = "",
    email: str = "",
    is_sample: bool = False,
) -> User:
    """A person and the account to sign in with; Refused for a name in use or a password too weak."""
    name = username.strip().lower()
    taken = Refused(f"Tên đăng nhập “{name}” đã có người dùng. Hãy chọn tên khác.")
    if User.objects.filter(username=name).exists():
        raise taken
    person = Person(full_name=full_name.strip(), phone=phone, email=email, is_sample=is_sample)
    user = User(username=name, person=person, email=email, must_change_password=must_change_password)
    _check(password, user)
    user.set_password(password)
    try:
        with transaction.atomic():
            person.save()
            user.person = person
            user.save()
    except IntegrityError as error:
        raise taken from error
    return user


def make_one_time_code(*, user: User, made_by: User, at: datetime) -> str:
    """A code good once within 24 hours; only its hash is kept, and codes made before it stop working."""
    code = readable_code()
    OneTimeCode.objects.filter(user=user, used_at=None, expires_at__gt=at).update(expires_at=at)
    OneTimeCode.objects.create(
        user=user,
        code_hash=make_password(code),
        made_by=made_by,
        made_at=at,
        expires_at=at + CODE_LIFE,
    )
    return code


def set_password_with_code(*, username: str, code: str, password: str, at: datetime) -> User:
    """Set a new password by a one-time code; Refused alike for a wrong name, a wrong code and an old code."""
    row = (
        OneTimeCode.objects.select_for_update(of=("self",))
        .select_related("user__person")
        .filter(user__username=username.strip().lower(), user__is_active=True)
        .filter(used_at=None, expires_at__gt=at)
        .order_by("-made_at")
        .first()
    )
    if row is None or not check_password(as_typed(code), row.code_hash):
        raise Refused(WRONG_CODE)
    _check(password, row.user)
    row.user.set_password(password)
    row.user.must_change_password = False
    row.user.save(update_fields=["password", "must_change_password"])
    row.used_at = at
    row.save(update_fields=["used_at"])
    return row.user


def _check(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as wrong:
        raise Refused(" ".join(wrong.messages)) from wrong
