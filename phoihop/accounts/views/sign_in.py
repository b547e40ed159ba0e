"""Signing in, and a forgotten password."""

import functools
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from allauth.account.views import LoginView
from allauth.core import ratelimit
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.accounts.forms import ForgottenPasswordForm
from phoihop.accounts.queries import sample_accounts
from phoihop.core import clock
from phoihop.core.access import PUBLIC, changes, reads
from phoihop.core.errors import Refused
from phoihop.people.actions import set_password_with_code

FORGOTTEN = "accounts/forgotten_password.html"


class SignInView(LoginView):
    """The sign-in of allauth; with sample data loaded, its page names the accounts to try."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"sample_accounts": sample_accounts(clock.today())}


def closed(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """A page of allauth this product does not have: accounts are made by administrators only."""
    raise Http404


def throttled(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Count the attempt before the transaction begins, so that a refused one still counts."""

    @functools.wraps(view)
    def counted(request: HttpRequest) -> HttpResponse:
        username = request.POST.get("username", "").strip().lower()
        refused: HttpResponse | None = ratelimit.consume_or_429(
            request, action="reset_password", key=username
        )
        return refused or view(request)

    return counted


@reads(PUBLIC)
def forgotten_password(request: HttpRequest) -> HttpResponse:
    return render(request, FORGOTTEN, {"form": ForgottenPasswordForm()})


@throttled
@changes(PUBLIC)
def send_forgotten_password(request: HttpRequest) -> HttpResponse:
    form = ForgottenPasswordForm(request.POST)
    if form.is_valid() and _set_password(form):
        messages.success(request, "Đã đặt mật khẩu mới. Mời đăng nhập.")
        return redirect("account_login")
    return render(request, FORGOTTEN, {"form": form}, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _set_password(form: ForgottenPasswordForm) -> bool:
    data = form.cleaned_data
    try:
        set_password_with_code(
            username=data["username"], code=data["code"], password=data["password"], at=clock.now()
        )
    except Refused as refused:
        form.add_error(None, refused.message)
        return False
    return True
