"""The door for signing agents: no session, the token is the right (docs/reference/signing-agent.md)."""

import functools
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from phoihop.core import clock
from phoihop.core.access import BY_LINK, changes, reads
from phoihop.core.access import by_method as by
from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.documents import storage
from phoihop.documents.calculations import PDF
from phoihop.documents.queries import read_bytes
from phoihop.documents.uploads import too_large
from phoihop.lifecycle.actions.links import LinkRefused, bring_back, handed_out, note_refusal
from phoihop.lifecycle.statuses import LinkStatus

FIELD = "tep"
_STATUSES = {
    "unknown": HTTPStatus.NOT_FOUND,
    "used": HTTPStatus.GONE,
    "expired": HTTPStatus.GONE,
    "taken_back": HTTPStatus.GONE,
    "not_a_leader": HTTPStatus.FORBIDDEN,
    "not_pdf": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "stale": HTTPStatus.CONFLICT,
    "waiting": HTTPStatus.SERVICE_UNAVAILABLE,
    "no_file": HTTPStatus.BAD_REQUEST,
}

type View = Callable[[HttpRequest], HttpResponse]


def limited(view: View) -> View:
    """Count every use, by address and by token, before the view's transaction begins."""

    @functools.wraps(view)
    def counted(request: HttpRequest) -> HttpResponse:
        allowed = ratelimit.consume(
            request, app="allauth.account", action="signing_link", key=_token(request), limit_get=True
        )
        if not allowed:
            return _refusal("too_often", "Quá nhiều lần thử. Hãy đợi một phút rồi thử lại.", 429)
        return view(request)

    return counted


def answering(view: View) -> View:
    """What is refused becomes an answer in JSON, and of a returned file also a line for the person."""

    @functools.wraps(view)
    def answered(request: HttpRequest) -> HttpResponse:
        try:
            return view(request)
        except LinkRefused as refused:
            _note(request, refused.message)
            return _refusal(refused.code, refused.message, _STATUSES.get(refused.code, 422))
        except Refused as refused:
            _note(request, refused.message)
            return _refusal("refused", refused.message, 409)
        except (Conflict, MoveNotAllowed):
            return _refusal("taken_back", "Văn bản vừa thay đổi. Hãy lấy liên kết mới.", HTTPStatus.GONE)
        except storage.BytesMissing:
            return _refusal("missing", "Tệp để ký không còn trên máy chủ. Hãy báo quản trị.", 500)

    return answered


def _note(request: HttpRequest, message: str) -> None:
    if request.method == "POST":
        note_refusal(token=_token(request), message=message)


@reads(BY_LINK)
def fetch(request: HttpRequest) -> HttpResponse:
    """The PDF to sign."""
    file = handed_out(_token(request), at=clock.now())
    answer = HttpResponse(read_bytes(file), content_type=PDF.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


@changes(BY_LINK)
def receive(request: HttpRequest) -> HttpResponse:
    """The signed PDF comes back, as the file field of a form."""
    given = request.FILES.get(FIELD)
    if given is None:
        raise LinkRefused("no_file", f"Không thấy tệp: hãy gửi trong trường “{FIELD}” của biểu mẫu.")
    if (given.size or 0) > settings.UPLOAD_MAX_BYTES:
        raise LinkRefused("too_large", too_large())
    link = bring_back(token=_token(request), content=given.read(), at=clock.now())
    if link.status == LinkStatus.HELD:
        message = (
            f"Đã nhận tệp. Chứng thư mang tên {link.certificate_name}, khác tên người ký: "
            "hãy quyết định trên trang ký kết."
        )
        return _answer({"status": "held", "message": message}, HTTPStatus.ACCEPTED)
    return _answer({"status": "signed", "message": "Đã ghi chữ ký."}, HTTPStatus.OK)


agent: Any = csrf_exempt(limited(answering(by(get=fetch, post=receive))))
"""GET hands out, POST takes back; other methods as everywhere (405)."""


def _token(request: HttpRequest) -> str:
    return request.GET.get("khoa", "")


def _refusal(code: str, message: str, status: int) -> HttpResponse:
    return _answer({"error": code, "message": message}, status)


def _answer(said: dict[str, str], status: int) -> HttpResponse:
    answer = JsonResponse(said, status=status, json_dumps_params={"ensure_ascii": False})
    answer.headers["Cache-Control"] = "no-store"
    return cast("HttpResponse", answer)
