"""Sets `request.member`: the membership the signed-in person acts as."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from phoihop.accounts.acting import member_for


class ActingMiddleware:
    """One query a request, for those signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.member = member_for(request)  # type: ignore[attr-defined]
        return self.get_response(request)
