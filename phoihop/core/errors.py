"""What can go wrong in an action, and how it is said to a person."""

import errno
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render
from django.template.loader import render_to_string


class Refused(Exception):
    """An action that cannot be done now; the text is a plain Vietnamese sentence for the screen."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Conflict(Exception):
    """Somebody else changed the row since the form was opened; nothing was written."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def page(request: HttpRequest, *, status: int, title: str, text: str) -> HttpResponse:
    """An error page in plain words with a way back."""
    context = {"title": title, "text": text, "back": _way_back(request)}
    return render(request, "core/error.html", context, status=status)


def _way_back(request: HttpRequest) -> str:
    """The page before, when it was one of ours and not this very address."""
    before = urlsplit(request.headers.get("Referer", ""))
    try:
        is_ours = before.netloc == request.get_host()
    except DisallowedHost:
        return "/"
    if not is_ours or before.path == request.path:
        return "/"
    return before._replace(scheme="", netloc="").geturl()


def method_not_allowed(request: HttpRequest, *, allowed: str) -> HttpResponse:
    """An address that only takes a form was opened, or a page was sent a form."""
    response = page(
        request,
        status=405,
        title="Không mở được địa chỉ này",
        text="Địa chỉ này chỉ dùng khi bấm nút gửi trên trang. Hãy quay lại trang trước.",
    )
    response.headers["Allow"] = allowed
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or cookies are off."""
    return page(
        request,
        status=403,
        title="Phiên làm việc đã hết hạn",
        text="Hãy quay lại, tải lại trang rồi gửi lại. Nội dung chưa được ghi.",
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request is malformed, or came under a name this server does not know itself by."""
    title, text = "Yêu cầu không đọc được", "Hãy quay lại trang trước và thử lại."
    if isinstance(exception, DisallowedHost):
        title = "Tên máy chủ chưa được khai báo"
        text = "Người quản trị máy chủ cần thêm tên hoặc địa chỉ này vào PHOIHOP_HOSTS rồi chạy lại."
    return page(request, status=400, title=title, text=text)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the acting role may not; another role of the same person perhaps may."""
    return page(
        request,
        status=403,
        title="Không có quyền",
        text="Vai trò đang dùng không được mở trang này. Nếu có vai trò khác, hãy đổi ở góc trên bên phải.",
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: absent, or not visible to this member; the two must look the same."""
    return page(
        request,
        status=404,
        title="Không tìm thấy",
        text="Trang không có, hoặc thuộc phạm vi của tổ chức khác.",
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: the transaction was rolled back; nothing of the error itself is shown.

    503 where it is not our mistake: the database is being started again, or the disk is full.
    """
    words = _passing(sys.exception())
    if words:
        return unavailable(request, text=words)
    return page(
        request,
        status=500,
        title="Hệ thống gặp lỗi",
        text="Việc vừa làm chưa được ghi. Lỗi đã được lưu lại để người quản trị xem.",
    )


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FULL_DATABASE = frozenset({"53100", "58030"})
"""SQLSTATE of a full disk, and of a file that cannot be written."""
_CONNECTION_STATES = frozenset({"08", "53", "57"})
"""Classes of SQLSTATE: connection, resources, the operator stops the server."""
_DISK_WORDS = "Máy chủ đã hết chỗ ghi dữ liệu. Hãy báo người quản trị giải phóng chỗ trên đĩa, rồi gửi lại."
_RESTART_WORDS = "Cơ sở dữ liệu đang khởi động lại. Hãy chờ một lát rồi gửi lại."


def _passing(error: BaseException | None) -> str:
    """What to say of a trouble of the machine that passes; empty for every other error."""
    chain = list(_causes(error))
    if any(_is_of_disk(one) for one in chain):
        return _DISK_WORDS
    return _RESTART_WORDS if any(_is_lost_connection(one) for one in chain) else ""


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _is_of_disk(error: BaseException) -> bool:
    is_full = isinstance(error, OSError) and error.errno in _FULL
    return is_full or getattr(error, "sqlstate", None) in _FULL_DATABASE


def _is_lost_connection(error: BaseException) -> bool:
    """The server is gone or takes nobody; not one that refused a statement (a deadlock, a time limit)."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or state[:2] in _CONNECTION_STATES


def unavailable(request: HttpRequest, *, text: str) -> HttpResponse:
    """503 without a look into the database; what was typed stays in the page, ready to be sent again.

    A form sent again acts once: its key goes with it.
    """
    fields = dict(_typed(request))
    context = {
        "text": text,
        "csrf_token": next(iter(fields.pop("csrfmiddlewaretoken", [])), ""),
        "fields": [(name, value) for name, values in fields.items() for value in values],
        "is_form": request.method == "POST",
        "address": request.get_full_path(),
    }
    content = render_to_string("core/unavailable.html", context)
    return HttpResponse(content, status=503, headers={"Retry-After": "10", "Cache-Control": "no-store"})


def _typed(request: HttpRequest) -> Iterator[tuple[str, list[str]]]:
    """The fields of the form; never a password or a code."""
    if request.method != "POST":
        return
    try:
        sent = request.POST
    except (RequestDataTooBig, UnreadablePostError):
        return
    yield from (
        (name, texts)
        for name, texts in sent.lists()
        if not any(secret in name.lower() for secret in ("password", "code", "pin"))
    )
