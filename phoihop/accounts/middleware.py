"""Who is here: `request.sign_in` and `request.member`; and what must be done before anything else."""

from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django_htmx.http import HttpResponseClientRedirect

from phoihop.accounts.acting import SignIn, sign_in_of

type Answer = Callable[[HttpRequest], HttpResponse]


class ActingMiddleware:
    """Sets who the signed-in person acts as; one query for those signed in, none for others.

    What they saw is asked for anew each time: at a shared computer the next person finds none of it.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        sign_in = sign_in_of(request)
        cast("Any", request).sign_in = sign_in
        cast("Any", request).member = sign_in.member
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_cache=True)
        return response


class SignInDutiesMiddleware:
    """A password to be changed and a second factor to be set up come before every other page."""

    OPEN_URLS = frozenset({"account_logout", "account_reauthenticate", "mfa_reauthenticate"})
    PASSWORD_URL = "account_change_password"
    TOTP_URL = "mfa_activate_totp"

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """Send to the first duty not yet done, unless this is its own page."""
        match = request.resolver_match
        name = match.view_name if match else ""
        duty = self._duty(request)
        if duty is None or name in self.OPEN_URLS or name == duty:
            return None
        if request.headers.get("HX-Request"):
            return HttpResponseClientRedirect(reverse(duty))
        return HttpResponseRedirect(reverse(duty))

    def _duty(self, request: HttpRequest) -> str | None:
        if not request.user.is_authenticated:
            return None
        if request.user.must_change_password:
            return self.PASSWORD_URL
        sign_in = cast("SignIn", cast("Any", request).sign_in)
        return self.TOTP_URL if sign_in.must_activate_totp else None
