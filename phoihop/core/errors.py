"""What can go wrong in an action, and how it is said to a person."""

from urllib.parse import urlsplit

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


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
    """500: the transaction was rolled back; nothing of the error itself is shown."""
    return page(
        request,
        status=500,
        title="Hệ thống gặp lỗi",
        text="Việc vừa làm chưa được ghi. Lỗi đã được lưu lại để người quản trị xem.",
    )
