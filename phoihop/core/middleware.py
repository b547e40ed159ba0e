"""Errors of actions become pages in plain words."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from phoihop.core import errors
from phoihop.core.workflow import MoveNotAllowed


class CompressedPagesMiddleware(GZipMiddleware):
    """Pages go compressed; files do not: .docx, .xlsx, PDF and pictures are compressed already."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not response.headers.get("Content-Type", "").startswith("text/"):
            return response
        return super().process_response(request, response)


class PlainErrorsMiddleware:
    """Turns Refused, Conflict and MoveNotAllowed raised in a view into pages (409); nothing was written."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, errors.Refused):
            return errors.page(request, status=409, title="Chưa làm được", text=exception.message)
        if isinstance(exception, errors.Conflict):
            text = f"{exception.what} vừa được người khác thay đổi. Hãy tải lại trang, xem lại rồi sửa tiếp."
            return errors.page(request, status=409, title="Có thay đổi mới hơn", text=text)
        if isinstance(exception, MoveNotAllowed):
            text = (
                "Việc này không làm được ở trạng thái hiện nay. Hãy tải lại trang để xem trạng thái mới nhất."
            )
            return errors.page(request, status=409, title="Chưa làm được", text=text)
        return None
